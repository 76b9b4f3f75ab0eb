"""What a page said around the article it was cut from: menus, share bars, cookie boxes, comment forms, copyright lines.

A line is read by itself first (`lines`, `clues`), then judged by its place (`places`): a button's word counts
outside the text proper or beside others of its like, the name of a section only in a row of such.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpuslint.checkers.boilerplate.clues import read_clues
from corpuslint.checkers.boilerplate.labels import Certainty, Label
from corpuslint.checkers.boilerplate.lines import MAX_LINE, read_label
from corpuslint.checkers.boilerplate.places import LabelledLine, boilerplate, is_real, unwrapped
from corpuslint.checkers.boilerplate.vocabulary import ANY_LANGUAGE, Vocabulary, vocabulary
from corpuslint.checkers.boilerplate.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.hit import Hit
from corpuslint.text.language import likely
from corpuslint.text.lines import is_blank, next_line, start_of

_MARKDOWN_HEADING = regex(r"#{1,6}\s")
_TO_ANCHOR = regex(r"[-*+\d.\s]*\[[^\[\]]*\]\(#[^\s()]*\)$")
"""A line of a table of contents: a link into the document itself."""


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    labels = _labels(document, rule)
    if not labels:
        return
    cut = _Cut(0, after_blank=True)
    lines = unwrapped(document, _labelled_lines(document, _without_holders(document, labels)))
    found = list(boilerplate(document, lines))
    headings = _headings(document, lines, {line.start for line, _ in found})
    for line, kind in found:
        if line.start not in headings and not document.is_masked(line.start, line.start + 1):
            cut, edit = _removal(document, line, cut)
            yield rule.found(document, kind, line.start, line.end, Fix("Remove the line", (edit,), "unsafe"))


def _labels(document: Document, rule: Rule) -> dict[int, Label]:
    """The labels of the lines that have one, by the start of the line: few documents have any."""
    language = document.language
    words = vocabulary(rule.lists, (likely(document.text) or ANY_LANGUAGE) if language == "und" else (language,))
    text, hits, labels, seen = document.text, document.hits(rule.id), {}, 0
    for start, end in document.lines:
        if start == end:
            continue
        inside = seen
        while seen < len(hits) and hits[seen].start < end:
            seen += 1
        body = text[start:end].strip()
        if 0 < len(body) <= MAX_LINE and (label := _label(body, text.index(body[0], start), hits[inside:seen], words)):
            labels[start] = label
    return labels


def _label(body: str, start: int, hits: Sequence[Hit], words: Vocabulary) -> Label | None:
    if body[-1] == ")" and _TO_ANCHOR.match(body):
        return None
    if body[0] == "#" and _MARKDOWN_HEADING.match(body):
        # The title of a section of this text, if nothing of its like stands beside it.
        label = read_label(body, words, floating=False)
        return label and label.at_most(Certainty.RUN)
    label = read_label(body, words, floating=bool(hits))
    if hits and (label is None or label.certainty < Certainty.SURE):
        return read_clues(body, start, hits) or label
    return label


def _without_holders(document: Document, labels: Mapping[int, Label]) -> Mapping[int, Label]:
    """The labels, without those of copyright lines where there are too many different ones for a page."""
    holders = {document.text[start:end] for start, end in document.lines if start in labels and labels[start].kind == "copyright"}
    if len(holders) <= WEIGHTS.holders:
        return labels
    return {start: label for start, label in labels.items() if label.kind != "copyright"}


def _labelled_lines(document: Document, labels: Mapping[int, Label]) -> list[LabelledLine]:
    lines = []
    for line in document.lines:
        text = document.text[line.start : line.end]
        if body := text.strip():
            start = line.start + len(text) - len(text.lstrip())
            label = labels.get(line.start)
            lines.append(LabelledLine(start, start + len(body), label, label is None and is_real(body)))
    return lines


def _headings(document: Document, lines: Sequence[LabelledLine], found: Collection[int]) -> frozenset[int]:
    """The starts of lone lines that the line below takes up: headings and titles about menus, comments, adverts."""
    taken = set()
    for place, (line, after) in enumerate(pairwise(lines)):
        alone = line.start in found and after.label is None and not (place and lines[place - 1].start in found)
        if alone:
            heading = document.lower[line.start : line.end].strip(" .:!")
            if heading and heading in document.lower[after.start : after.end]:
                taken.add(line.start)
    return frozenset(taken)


class _Cut(NamedTuple):
    """The last removal: the line that comes after it, and whether a blank line, or none, stands before it."""

    line: int
    after_blank: bool


def _removal(document: Document, line: LabelledLine, last: _Cut) -> tuple[_Cut, Edit]:
    """The line with its end, and where a blank line stands before, with the blank lines that follow."""
    text, lines = document.text, document.lines
    at = bisect_left(lines, line.start, key=lambda span: span.end)
    after_blank = last.after_blank if last.line == at else is_blank(text, lines, at - 1)
    following = next_line(text, lines, at, past_blanks=after_blank)
    return _Cut(following, after_blank), Edit(lines[at].start, start_of(text, lines, following), "")
