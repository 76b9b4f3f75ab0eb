"""What is worth telling where it stands twice: a paragraph of prose, by its own look, that nobody quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from corpuslint.checkers.near_duplicate.letters import scale, units
from corpuslint.checkers.repeated_passage.paragraphs import Paragraph, ends_sentence, is_item, sentences
from corpuslint.checkers.repeated_passage.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.punctuation import QUOTES

COLONS = (":", "：")
"""End what announces a list, or whose words follow."""
_SIGNS = frozenset("{}[]<>|=;\\/_~^\t$#@+`&")
_COLUMNS = regex(r"\S(?: {3,}|\t)\S")
_CODE = regex(r"[;{}][ \t]*\n|(?:\A|\n)[ \t]*(?:\^+|//|/\*|[{}]+)")
"""A line that ends or begins as only code does."""
_CASED = regex(r"[^\W\d_]+")
_QUOTE = regex(
    r"[:：]\s*$|\b(?:quote[ds]?|originally posted|click to expand|in reply to|replying to|wrote|said|posted|schrieb|zitat|zitiert|a écrit|citation"
    r"|escribió|dijo|citar|cita|escreveu|citação|ha scritto|написал|писал|сказал|цитата|napisał|cytat|schreef|citaat|yazdı|alıntı)\b",
)
"""What a forum puts above words that somebody repeats; a colon does for any language."""


def size(document: Document, start: int, end: int) -> int:
    """Words that stand there; in scripts without spaces what holds as much."""
    return len(units(document.text[start:end])) // scale(document.text)


def is_prose(document: Document, paragraph: Paragraph) -> bool:
    """Whether a paragraph is of sentences: no heading, item, row, verse, code, and no list of names or numbers."""
    text = document.text[paragraph.start : paragraph.end]
    if is_item(text) or not _has_sentences(text) or _COLUMNS.search(text) or size(document, paragraph.start, paragraph.end) < WEIGHTS.words:
        return False
    if document.is_masked(paragraph.start, paragraph.end) and _is_code(document, paragraph):
        return False
    return not is_data(text) and not _CODE.search(text) and not _is_verse(text, paragraph.lines) and _is_small(text)


def is_data(text: str) -> bool:
    """Whether so much of it is of digits, or of signs of code and tables, that it is neither prose nor a menu."""
    return sum(map(str.isdigit, text)) > WEIGHTS.digits * len(text) or sum(map(_SIGNS.__contains__, text)) > WEIGHTS.signs * len(text)


def is_quoted(document: Document, before: Sequence[Paragraph], run: Sequence[Paragraph]) -> bool:
    """Whether somebody repeats the words of another, as in a forum; `before` are the paragraphs above the repeated ones."""
    for paragraph in (*before, run[0]):
        text = document.lower[paragraph.start : paragraph.end]
        if len(text) <= WEIGHTS.attribution and _QUOTE.search(text):
            return True
    if all(_is_in_quotes(document.text[start:end]) for start, end, *_ in run):
        return True
    line = document.lines[document.position(run[0].start).line - 1]
    return document.text[line.start : run[0].start].lstrip().startswith(">")


def _is_in_quotes(text: str) -> bool:
    return text[0] in QUOTES and text[-1] in QUOTES


def _is_code(document: Document, paragraph: Paragraph) -> bool:
    """Whether one masked stretch, a fence or front matter, holds all of it."""
    at = bisect_right(document.masks, (paragraph.start, len(document.text))) - 1
    return at >= 0 and document.masks[at].end >= paragraph.end


def _has_sentences(text: str) -> bool:
    """Whether it ends with a sentence, or holds more than one, or one that announces a list: a headline does none of it."""
    return ends_sentence(text) or sentences(text) >= (1 if text.endswith(COLONS) else WEIGHTS.sentences)


def _is_verse(text: str, lines: int) -> bool:
    return lines >= WEIGHTS.verses and max(map(len, text.splitlines())) < WEIGHTS.verse


def _is_small(text: str) -> bool:
    """Whether enough words begin with a small letter; those of a script without case count for nothing."""
    firsts = [str(word)[0] for word in _CASED.findall(text)]
    small, large = sum(map(str.islower, firsts)), sum(map(str.isupper, firsts))
    return small >= WEIGHTS.lower * (small + large)
