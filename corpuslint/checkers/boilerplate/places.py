"""Which of a document's labelled lines are boilerplate: by the labels around them and by the text before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.checkers.boilerplate.labels import Certainty, Label
from corpuslint.checkers.boilerplate.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.characters import is_letterwise


class LabelledLine(NamedTuple):
    """A line that is not blank, at code points `start` to `end`; `real` for a paragraph of the text proper."""

    start: int
    end: int
    label: Label | None
    real: bool


class Run(NamedTuple):
    """Neighbouring lines with labels, `first` to `last` inclusive, and whether they stand before or after all real lines."""

    first: int
    last: int
    edge: bool


MAX_ENDING = 400
"""Code points of a line in which it shows whether it is a sentence."""
_SENTENCE = regex(
    rf".{{{WEIGHTS.sentence},}}[.!?…]['\"”’»)\]]*\Z|.{{{WEIGHTS.letterwise_sentence},}}[。！？」।۔؟]\Z", re.DOTALL,
)
_BULLETS = frozenset("-*•·–▪◦")


def is_real(body: str) -> bool:
    if len(body) >= WEIGHTS.paragraph or _SENTENCE.match(body[-MAX_ENDING:]):
        return True
    least = WEIGHTS.letterwise_paragraph
    return len(body) >= least and not body.isascii() and sum(map(is_letterwise, body)) >= least


def unwrapped(document: Document, lines: Sequence[LabelledLine]) -> list[LabelledLine]:
    """The lines, without the labels of those that are the middle of a sentence in hard-wrapped text."""
    return [
        line._replace(label=None, real=True)
        if line.label and (_runs_on(document, lines[i - 1 : i + 1]) or _runs_on(document, lines[i : i + 2])) else line
        for i, line in enumerate(lines)
    ]


def _runs_on(document: Document, pair: Sequence[LabelledLine]) -> bool:
    """Whether the first line of two breaks off where the second, right below, goes on in lower case."""
    if len(pair) < 2 or pair[0].end - pair[0].start < WEIGHTS.wrapped:
        return False
    text, gap = document.text, document.text[pair[0].end : pair[1].start]
    broken_off = text[pair[0].end - 1].isalnum() or text[pair[0].end - 1] in ",-"
    return broken_off and text[pair[1].start].islower() and gap.count("\n") < 2


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
    bulleted: bool


def _neighbours(document: Document, lines: Sequence[LabelledLine], run: Run) -> Neighbours:
    labels = [line.label for line in lines[run.first : run.last + 1] if line.label]
    return Neighbours(
        len(labels), any(label.certainty == Certainty.SURE for label in labels),
        sum(label.certainty > Certainty.TOPIC for label in labels), sum(label.certainty == Certainty.EDGE for label in labels),
        sum(label.certainty == Certainty.EDGE and label.kind == "share" for label in labels),
        run.first > 0 and document.text[lines[run.first - 1].end - 1] in ":：",
        document.text[lines[run.first].start] in _BULLETS,
    )


def boilerplate(document: Document, lines: Sequence[LabelledLine]) -> Iterator[tuple[LabelledLine, str]]:
    """The lines that are boilerplate and the kind of each, in order."""
    for run in _runs(lines):
        near = _neighbours(document, lines, run)
        counted = [
            i for i in range(run.first, run.last + 1)
            if (label := lines[i].label) and _counts(document, lines, run, i, label, near)
        ]
        kept = frozenset(counted)
        filled = range(counted[0], counted[-1] + 1) if run.edge and len(counted) > 3 else counted
        for i in filled:
            label = lines[i].label
            if label is None or i in kept:
                yield lines[i], label.kind if label else "navigation"


def _runs(lines: Sequence[LabelledLine]) -> Iterator[Run]:
    real = [i for i, line in enumerate(lines) if line.real]
    head, tail = (real[0], real[-1]) if real else (0, len(lines))
    first = 0
    while first < len(lines):
        if lines[first].label is None:
            first += 1
            continue
        edge = bool(real) and (first < head or first > tail)
        last = _last_of_run(lines, first, edge)
        yield Run(first, last, edge)
        first = last + 1


def _last_of_run(lines: Sequence[LabelledLine], first: int, edge: bool) -> int:
    """A run goes over one short unknown line at the edge of the document, where menus have names of their own."""
    last = first
    while last + 1 < len(lines):
        if lines[last + 1].label:
            last += 1
        elif edge and last + 2 < len(lines) and lines[last + 2].label and _is_fill(lines[last + 1]):
            last += 2
        else:
            break
    return last


def _is_fill(line: LabelledLine) -> bool:
    return not line.real and line.end - line.start <= WEIGHTS.fill


def _counts(document: Document, lines: Sequence[LabelledLine], run: Run, at: int, label: Label, near: Neighbours) -> bool:
    """Whether the label of line `at` is boilerplate, given its run; a list that the text leads to is its own."""
    if label.certainty == Certainty.SURE:
        return True
    if near.announced and not near.sure:
        return False
    return _counts_at_edge(document, lines, at, label, near) if run.edge else _counts_inside(label, near)


def _counts_at_edge(document: Document, lines: Sequence[LabelledLine], at: int, label: Label, near: Neighbours) -> bool:
    """Before or after the text a button counts, and a word beside another of its like or as the very first or last line."""
    if label.certainty == Certainty.TOPIC:
        return near.size > 2 or (near.words > 0 and near.sure)
    if near.words > 1 or near.size > 2:
        return True
    if at == 0 and (label.kind == "comments" or _is_title(document, lines)):
        return False  # what comments stand under never comes first
    return label.certainty == Certainty.EDGE or _stands_outermost(lines, at)


def _counts_inside(label: Label, near: Neighbours) -> bool:
    """Between paragraphs a word counts beside a sure label, as one of three with a button among them, or of two networks."""
    if near.bulleted and not near.sure:
        return False
    if label.certainty == Certainty.TOPIC:
        return near.sure and near.size > 3
    beside = (near.sure and near.size > 1) or (near.edges > 0 and near.words > 2)
    return beside or (label.kind == "share" and near.shares > 1)


def _stands_outermost(lines: Sequence[LabelledLine], at: int) -> bool:
    """The last line after a paragraph, which cannot be a heading, or the first one before a paragraph."""
    return at > 0 and lines[at - 1].real if at == len(lines) - 1 else at == 0 and lines[1].real


def _is_title(document: Document, lines: Sequence[LabelledLine]) -> bool:
    """Whether the first line may be the title: of a short text, or since the text soon says its word again."""
    if sum(line.end - line.start for line in lines if line.real) < WEIGHTS.substance:
        return True
    first = lines[0]
    word = document.lower[first.start : first.end].strip(" :.…")
    after = document.lower[first.end : first.end + WEIGHTS.echo]
    return re.search(rf"(?<!\w){re.escape(word)}", after) is not None
