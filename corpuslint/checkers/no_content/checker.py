"""The rule `no-content`: documents that are a wall, a form or an error message, or end where the text would begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from corpuslint.checkers.no_content.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.characters import is_unspaced
from corpuslint.text.hit import Hit

_LETTER = regex(r"[^\W\d_]")
_CUT = regex(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*\Z")


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """At most one finding, about the whole document."""
    letters = sum(1 for _ in islice(_LETTER.finditer(document.text), WEIGHTS.empty))
    if letters < WEIGHTS.empty:
        yield rule.found(document, "empty", 0, 0)
    elif _is_short(document) and (kind := _kind(document, document.hits(rule.id))):
        yield rule.found(document, kind, 0, 0)


def _is_short(document: Document) -> bool:
    if any(map(is_unspaced, document.text[:WEIGHTS.short_unspaced])):
        return len(document.text) <= WEIGHTS.short_unspaced
    return len(document.words) <= WEIGHTS.short


def _kind(document: Document, hits: Sequence[Hit]) -> str:
    messages = {hit.tag for hit in hits if hit.tag in ("wall", "missing") and _is_a_message(document.text, hit)}
    if messages:
        return max(messages)
    if len({hit.term for hit in hits if hit.tag == "login"}) >= WEIGHTS.form:
        return "login"
    end = len(document.text.rstrip())
    ends = any(hit.tag == "teaser" and hit.end >= end - WEIGHTS.tail for hit in hits)
    return "teaser" if ends and _CUT.search(document.text[: _last(hits)].rstrip()) else ""


def _last(hits: Sequence[Hit]) -> int:
    return max(hit.start for hit in hits if hit.tag == "teaser")


def _is_a_message(text: str, hit: Hit) -> bool:
    """Whether the line is little more than the phrase, and a wall stands at the start."""
    if hit.tag == "wall" and hit.start > WEIGHTS.head:
        return False
    start, end = text.rfind("\n", 0, hit.start) + 1, text.find("\n", hit.end)
    return (end if end >= 0 else len(text)) - start <= hit.end - hit.start + WEIGHTS.line
