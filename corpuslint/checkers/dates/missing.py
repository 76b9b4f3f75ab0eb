"""The rule `missing-date`: no full date says when the document was published."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.dates.publication import dates_of, metadata_date
from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Rule

UNKNOWN = "unknown"
"""The answer in the metadata of somebody who looked for a date and found none."""


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """At most one finding, about the whole document."""
    if metadata_date(document) is None and dates_of(document).published is None:
        answered = (document.metadata.get("date") or "").strip().lower() == UNKNOWN
        yield rule.found(document, "unknown" if answered else "undated", 0, 0)
