"""A person's decision about findings, as the configuration holds it."""

from __future__ import annotations

from typing import NamedTuple

from corpuslint.finding import Finding
from corpuslint.globs import matches
from corpuslint.lazy import regex

_SPACE = regex(r"\s+")


class Suppression(NamedTuple):
    """A `[[suppress]]` table: the rule, a glob of documents, the matched text (None: any), and why.

    A finding that stands for many is matched where all its places are.
    """

    rule: str
    document: str
    match: str | None
    reason: str
    line: int = 1

    def covers(self, finding: Finding, rule: str) -> bool:
        """Whether the finding is accepted; `rule` is this suppression's rule without an alias."""
        return (
            finding.rule == rule
            and (self.match is None or {_folded(self.match)} == set(map(_folded, finding.matches)))
            and any(matches(self.document, name) for name in {finding.path, finding.document})
        )


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
