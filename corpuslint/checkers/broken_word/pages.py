"""Damage of whole pages: glyphs whose letters a PDF did not tell, one word a line, text in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.characters import lower
from corpuslint.text.language import function_words

_GLYPH = regex(r"(?:\(cid:\d{1,5}\)[ ]?)+(?<! )")
_RUN_OF_LINES = regex(r"(?:^[ \t]*[^\s]{1,40}[ \t]*\r?\n){15,}", re.MULTILINE)
MAX_SAMPLE = 20_000
"""Code points of a document by which its capitals are judged."""
WHOLE = frozenset({"glyph-number", "lost-apostrophe"})
"""Kinds of which all places of a document are one finding."""


def find_whole(document: Document) -> Iterator[Broken]:
    text = document.text
    if "(cid:" in text:
        yield from (Broken("glyph-number", *match.span()) for match in _GLYPH.finditer(text))
    yield from _words_as_lines(document)


@cache
def _common(language: str) -> frozenset[str]:
    """The most frequent words of a language."""
    return frozenset(word for word, languages in function_words().items() if language in languages)


def _words_as_lines(document: Document) -> Iterator[Broken]:
    """Lines of one word each that are running text: columns of a table and lists hold few of the most frequent words."""
    common = _common(document.language)
    for match in _RUN_OF_LINES.finditer(document.text):
        words = match[0].lower().split()
        if sum(word in common for word in words) >= WEIGHTS.running_share * len(words):
            yield Broken("word-per-line", match.start(), match.end() - 1)


def is_in_capitals(document: Document) -> bool:
    """Whether nearly all letters are capitals: telegrams, forms, decisions; their words are judged in small letters."""
    sample = document.text[:MAX_SAMPLE]
    capitals, small = sum(map(str.isupper, sample)), sum(map(str.islower, sample))
    return capitals >= WEIGHTS.capitals and capitals >= WEIGHTS.capitals_share * (capitals + small)


def in_small_letters(document: Document) -> Document:
    """The same document, each letter small: places are the same."""
    return replace(document, text=lower(document.text))
