"""Which of a document's labelled lines are residue: by the labels around them and by the text before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.checkers.boilerplate.table import Label, Weight
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.characters import is_letterwise


class Row(NamedTuple):
    """A line that is not blank, at code points `start` to `end`; `real` for a paragraph of the text proper."""

    start: int
    end: int
    label: Label | None
    real: bool


class Run(NamedTuple):
    """Neighbouring labelled rows, `first` to `last` inclusive, and whether they stand before or after all real rows."""

    first: int
    last: int
    edge: bool


_REAL_LENGTH = 80
_LETTERWISE_LENGTH = 30
_SENTENCE = regex(r".{40,}[.!?…]['\"”’»)\]]*\Z|.{12,}[。！？」।۔؟]\Z", re.DOTALL)
_BULLETS = frozenset("-*•·–▪◦")
_WRAPPED = 40
"""Code points of a line from which on it may have been wrapped."""
_FILL_LENGTH = 24
"""An unknown line between two labels of a menu is one of it when it is no longer than this."""
_SUBSTANCE = 400
"""Code points of paragraphs below which one word at the head of a text is its title."""
_ECHO_REACH = 400
"""Code points after a first line in which its word shows that it is the title."""


def is_real(body: str) -> bool:
    if len(body) >= _REAL_LENGTH or _SENTENCE.match(body[-400:]):
        return True
    if len(body) < _LETTERWISE_LENGTH or body.isascii():
        return False
    return sum(map(is_letterwise, body)) >= _LETTERWISE_LENGTH


def unwrapped(document: Document, rows: Sequence[Row]) -> list[Row]:
    """The rows, without the labels of lines that are the middle of a sentence in hard-wrapped text."""
    return [
        row._replace(label=None, real=True)
        if row.label and (_runs_on(document, rows[i - 1 : i + 1]) or _runs_on(document, rows[i : i + 2])) else row
        for i, row in enumerate(rows)
    ]


def _runs_on(document: Document, pair: Sequence[Row]) -> bool:
    """Whether the first row of two breaks off where the second, in the next line, goes on in lower case."""
    if len(pair) < 2 or pair[0].end - pair[0].start < _WRAPPED:
        return False
    text, gap = document.text, document.text[pair[0].end : pair[1].start]
    broken_off = text[pair[0].end - 1].isalnum() or text[pair[0].end - 1] in ",-"
    return broken_off and text[pair[1].start].islower() and len(gap.split("\n")) < 3


class Neighbours(NamedTuple):
    """What the labels of a run are, together."""

    size: int
    sure: bool
    words: int
    """How many are no names of sections."""
    edges: int
    shares: int
    announced: bool
    """Whether the text before leads to a list."""


def _neighbours(document: Document, rows: Sequence[Row], run: Run) -> Neighbours:
    labels = [row.label for row in rows[run.first : run.last + 1] if row.label]
    return Neighbours(
        len(labels), any(label.weight == Weight.SURE for label in labels),
        sum(label.weight > Weight.TOPIC for label in labels), sum(label.weight == Weight.EDGE for label in labels),
        sum(label.weight == Weight.EDGE and label.kind == "share" for label in labels),
        run.first > 0 and document.text[rows[run.first - 1].end - 1] in ":：",
    )


def residue(document: Document, rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """The rows that are residue and the kind of each, in order."""
    for run in _runs(rows):
        near = _neighbours(document, rows, run)
        counted = [
            i for i in range(run.first, run.last + 1)
            if (label := rows[i].label) and _counts(document, rows, run, i, label, near)
        ]
        kept = frozenset(counted)
        filled = range(counted[0], counted[-1] + 1) if run.edge and len(counted) > 3 else counted
        for i in filled:
            label = rows[i].label
            if label is None or i in kept:
                yield rows[i], label.kind if label else "navigation"


def _runs(rows: Sequence[Row]) -> Iterator[Run]:
    real = [i for i, row in enumerate(rows) if row.real]
    head, tail = (real[0], real[-1]) if real else (0, len(rows))
    first = 0
    while first < len(rows):
        if rows[first].label is None:
            first += 1
            continue
        edge = bool(real) and (first < head or first > tail)
        last = _last_of_run(rows, first, edge)
        yield Run(first, last, edge)
        first = last + 1


def _last_of_run(rows: Sequence[Row], first: int, edge: bool) -> int:
    """A run goes over one short unknown line at the edge of the document, where menus have names of their own."""
    last = first
    while last + 1 < len(rows):
        if rows[last + 1].label:
            last += 1
        elif edge and last + 2 < len(rows) and rows[last + 2].label and _is_fill(rows[last + 1]):
            last += 2
        else:
            break
    return last


def _is_fill(row: Row) -> bool:
    return not row.real and row.end - row.start <= _FILL_LENGTH


def _counts(document: Document, rows: Sequence[Row], run: Run, at: int, label: Label, near: Neighbours) -> bool:
    """Whether the label at row `at` is residue, given its run."""
    if label.weight == Weight.SURE:
        return True
    if near.announced and not near.sure:
        return False
    if not run.edge:
        listed = not near.sure and document.text[rows[run.first].start] in _BULLETS
        return not listed and _counts_inside(label, near)
    if label.weight == Weight.TOPIC:
        return near.size > 2 or (near.words > 0 and near.sure)
    if near.size > 1 and (near.words > 1 or near.size > 2):
        return True
    if at == 0 and (label.kind == "comments" or _is_title(document, rows)):
        return False  # what comments stand under never comes first
    return label.weight == Weight.EDGE or _stands_outermost(rows, at)


def _counts_inside(label: Label, near: Neighbours) -> bool:
    """Between paragraphs a word counts beside a sure label, as one of three with a button among them, or of two networks."""
    if label.weight == Weight.TOPIC:
        return near.sure and near.size > 3
    beside = (near.sure and near.size > 1) or (near.edges > 0 and near.words > 2)
    return beside or (label.kind == "share" and near.shares > 1)


def _stands_outermost(rows: Sequence[Row], at: int) -> bool:
    """The last line after a paragraph, which cannot be a heading, or the first one before a paragraph."""
    return at > 0 and rows[at - 1].real if at == len(rows) - 1 else at == 0 and rows[1].real


def _is_title(document: Document, rows: Sequence[Row]) -> bool:
    """Whether the first line may be the title: of a short text, or since the text soon says its word again."""
    if sum(row.end - row.start for row in rows if row.real) < _SUBSTANCE:
        return True
    first = rows[0]
    word = document.lower[first.start : first.end].strip(" :.…")
    after = document.lower[first.end : first.end + _ECHO_REACH]
    return re.search(rf"(?<!\w){re.escape(word)}", after) is not None
