"""What must not stand in a text: the terms, lexicons and patterns that a card declares. For rules of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Rule
from corpuslint.text.scanner import without_surrogates


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """A finding of the kind `term` or `pattern` (or of the card's only kind) for each match outside masked stretches."""
    spans = {(hit.start, hit.end): "term" for hit in document.hits(rule.id)}
    text = without_surrogates(document.text) if rule.patterns else ""
    for pattern in rule.patterns:
        for match in compile_pattern(pattern).finditer(text):
            if match.end() > match.start():
                spans.setdefault(match.span(), "pattern")
    for (start, end), kind in sorted(spans.items()):
        if not document.is_masked(start, end):
            yield rule.found(document, kind if kind in rule.kinds else next(iter(rule.kinds)), start, end)


class Pattern(NamedTuple):
    """A pattern as RE2 compiled it, or why RE2 refuses it."""

    compiled: Any
    problem: str = ""

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches; none of a pattern that cannot be used, which is told when the card is loaded."""
        return iter(()) if self.compiled is None else self.compiled.finditer(text)


@lru_cache(maxsize=256)
def compile_pattern(pattern: str) -> Pattern:
    """The pattern under RE2, which has no look-around and no back-references, and takes linear time whatever it reads.

    Its `\\w`, `\\d` and `\\b` know ASCII only; `\\pL` is any letter.
    """
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        return Pattern(re2.compile(pattern, options))
    except re2.error as error:
        reason = error.args[0]
        return Pattern(None, reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason))
