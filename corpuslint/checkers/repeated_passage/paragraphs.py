"""The paragraphs of a text: a line, or several where it is wrapped or was cut at its links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from corpuslint.checkers.repeated_passage.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.punctuation import BEHIND_STOP, CLOSING, STOPS, STRAIGHT, UNSPACED_STOPS

_WORD = regex(r"\w+")
_ITEM = regex(r"\s*(?:[-*+•·▪◦‣–—●○■□►✓✔>#|]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)])\s")
"""How an item of a list, a heading or a quoted line begins in plain text."""
_STOPS = tuple(STOPS + UNSPACED_STOPS)
_SENTENCE = regex(rf"[{STOPS}][{BEHIND_STOP}*_]*(?:\s|$)|[{UNSPACED_STOPS}]")
_BEHIND = STRAIGHT + CLOSING + ")]*_ \t"


class Paragraph(NamedTuple):
    """Code points `start` to `end` of the text; `key` is alike for what says the same: its words, without case and signs."""

    start: int
    end: int
    lines: int
    key: str


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """All that hold a word or a number, in order."""
    for lines in _joined(document):
        start, end = lines[0][0], lines[-1][1]
        if words := _WORD.findall(document.text[start:end].casefold()):
            yield Paragraph(start, end, len(lines), " ".join(words))


def is_item(text: str) -> bool:
    """Whether the line is an item of a list, a heading, a row or a quoted line, by how it begins."""
    return bool(_ITEM.match(text))


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends at the end of the text."""
    return text.rstrip(_BEHIND).endswith(_STOPS)


def sentences(text: str) -> int:
    """How many end in the text."""
    return len(_SENTENCE.findall(text))


def _joined(document: Document) -> Iterator[list[tuple[int, int]]]:
    """The lines of each paragraph, without the white space around them."""
    lines: list[tuple[int, int]] = []
    for start, end in document.lines:
        text = document.text[start:end]
        bare = text.strip()
        if lines and not (bare and _goes_on(document.text[slice(*lines[-1])], bare)):
            yield lines
            lines = []
        if bare:
            start += len(text) - len(text.lstrip())
            lines.append((start, start + len(bare)))
    if lines:
        yield lines


def _goes_on(line: str, following: str) -> bool:
    """Whether a line is the first part of a sentence that the next line, without a blank one between, carries on."""
    if is_item(following) or ends_sentence(line):
        return False
    shortest, longest = WEIGHTS.wrapped
    return following[0].islower() or (shortest <= len(line) <= longest and len(following) <= longest)
