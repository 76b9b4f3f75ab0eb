"""The rule `repeated-passage`: paragraphs that stand in their own document before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.checkers.repeated_passage.paragraphs import Paragraph, paragraphs
from corpuslint.checkers.repeated_passage.prose import COLONS, is_data, is_prose, is_quoted, size
from corpuslint.checkers.repeated_passage.weights import WEIGHTS
from corpuslint.document import Document, Span
from corpuslint.finding import Edit, Finding, Fix
from corpuslint.rule import Rule

_ABOVE = 2
"""Paragraphs above a repeated one that may say whose words it is."""


class _Run(NamedTuple):
    """Paragraphs `start` to `end` say what stands from paragraph `first` on."""

    start: int
    end: int
    first: int


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """One finding for each passage that comes again: its places are the second and later ones."""
    found = list(paragraphs(document))
    times = Counter(paragraph.key for paragraph in found)
    again: dict[tuple[str, int, int], list[Span]] = {}
    for run in _runs(found):
        for kind, start, end, first in _told(document, found, run, times):
            again.setdefault((kind, first, end - start), []).append(Span(found[start].start, found[end - 1].end))
    for (kind, first, length), places in again.items():
        start, end = found[first].start, found[first + length - 1].end
        fix = Fix("delete what stands there already", tuple(Edit(*place, "") for place in places), "unsafe")
        yield rule.found_many(
            document, kind, places, fix, other_line=document.position(start).line, other_start=start, other_end=end,
            length=size(document, start, end),
        )


def _told(document: Document, found: Sequence[Paragraph], run: _Run, times: Counter[str]) -> Iterator[tuple[str, int, int, int]]:
    """Kind, start, end and first place of what is told of a run: its prose, else all of it where it is long; at most one."""
    trimmed = _trimmed(document, found, run)
    if trimmed and not _is_template(document, found[trimmed.start : trimmed.end], times):
        yield "paragraph", *trimmed
    elif not trimmed and _is_block(document, found[run.start : run.end], times):
        yield "lines", *run


def _runs(found: Sequence[Paragraph]) -> Iterator[_Run]:
    """Each stretch of paragraphs that came before, compared with the first place of its first paragraph; no two overlap."""
    firsts: dict[str, int] = {}
    at = 0
    while at < len(found):
        first = firsts.setdefault(found[at].key, at)
        end = at
        while first < at and end < len(found) and first + end - at < at and found[end].key == found[first + end - at].key:
            end += 1
        if end > at:
            yield _Run(at, end, first)
        at = max(end, at + 1)


def _trimmed(document: Document, found: Sequence[Paragraph], run: _Run) -> _Run | None:
    """The run from the heading of its first paragraph of prose to its last one; None where it has none, or is a quotation."""
    prose = [at for at in range(run.start, run.end) if is_prose(document, found[at])]
    if not prose:
        return None
    start, end = max(run.start, prose[0] - 1), prose[-1] + 1
    if document.text[found[end - 1].start : found[end - 1].end].endswith(COLONS):
        end = run.end  # with the list that it announces
    if is_quoted(document, found[max(0, start - _ABOVE) : start], found[start:end]):
        return None
    return _Run(start, end, run.first + start - run.start)


def _is_template(document: Document, run: Sequence[Paragraph], times: Counter[str]) -> bool:
    """Whether it is a refrain, a signature, or what a form or each entry of a list says: short, and there again and again."""
    often = all(times[paragraph.key] >= WEIGHTS.often for paragraph in run if is_prose(document, paragraph))
    return often and size(document, run[0].start, run[-1].end) < WEIGHTS.template


def _is_block(document: Document, run: Sequence[Paragraph], times: Counter[str]) -> bool:
    """Whether it is a long run of lines that are the page's own: no code, no table, nothing that each entry of a list says."""
    shortest, words = WEIGHTS.block
    if len(run) < shortest or is_data(document.text[run[0].start : run[-1].end]):
        return False
    own = sum(times[paragraph.key] < WEIGHTS.often for paragraph in run)
    return own >= WEIGHTS.own * len(run) and size(document, run[0].start, run[-1].end) >= words
