"""Names of months and weekdays in a hundred languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from corpuslint.cache.compiled import compiled
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.data import shared
from corpuslint.lazy import regex
from corpuslint.text.languages import traits

# A word that may be a name: letters and marks, so that Indic vowel signs count; Thai months are letters and points.
NAME_WORD = r"(?:[\u0e01-\u0ecd]{1,3}\.[\u0e01-\u0ecd]{1,2}\.?|[^\s\d!-&(-@\[-`{-~«»“”„…·•–—،؛。、（）|]{2,24}+)"


class Name(NamedTuple):
    """What a word can name: `kind` m (month), p, h (month of the Persian or Islamic calendar) or d (weekday, Monday 1)."""

    kind: str
    number: int
    languages: frozenset[str]


# Letters that texts of one language interchange, and characters that carry no letter at all.
_SAME = str.maketrans({
    "ी": "ि", "ী": "ি", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ı": "i", "ʻ": "'", "ʼ": "'", "’": "'", "‘": "'", "׳": None,
    "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None, "\u00ad": None, "\u0640": None, ".": None,
})
# Accents, harakat with hamza, and nukta: left out as often as not.
_MARKS = regex(r"[\u0300-\u036f\u064b-\u0655\u093c\u09bc\u0a3c\u0abc]")


@lru_cache(maxsize=8192)
def fold_name(word: str) -> str:
    """The word as the table holds it: lower case, without accents, dots and interchangeable letters."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    return unicodedata.normalize("NFC", plain).translate(_SAME)


@cache
def _tags() -> Mapping[str, str]:
    """What each word can name, as it stands in the table: a document asks for a few of three thousand."""
    lists = shared("dates")  # they belong to both rules
    tags: dict[str, str] = compiled("date-names", lists.sources("names"), lambda: dict(lists.entries("names", "mul")), {str: str})
    return tags


@cache
def _names(folded: str) -> tuple[Name, ...]:
    return tuple(_name(tag) for tag in _tags()[folded].split())


def _name(tag: str) -> Name:
    number, _, languages = tag.partition(":")
    return Name(number[0], int(number[1:]), frozenset(languages.split(",")))



def lookup(word: str, kinds: str, language: str) -> Name | None:
    """What the word names in the document's language, else in most languages; None if it is no such name.

    A short lower-case word of another language is more often a word of this one ('out', 'mar', 'set').
    """
    folded = fold_name(word)
    names = [name for name in _names(folded) if name.kind in kinds] if folded in _tags() else []
    if not names:
        return _inflected(folded, kinds, language) if traits(language).case_endings else None
    best = max(names, key=lambda name: (language in name.languages, "en" in name.languages, len(name.languages)))
    if len(word) <= WEIGHTS.short_name and word.isascii() and word.islower() and language not in best.languages:
        return best if language == "und" else None
    return best


def _inflected(folded: str, kinds: str, language: str) -> Name | None:
    stems = (folded[:end] for end in range(len(folded) - 1, WEIGHTS.shortest_stem - 1, -1))
    names = (name for stem in stems if stem in _tags() for name in _names(stem))
    return next((name for name in names if name.kind in kinds and language in name.languages), None)


def ends_weekday(word: str) -> bool:
    """Whether the word is the last one of a weekday's name, also as Thai puts it before a number."""
    folded = fold_name(word)
    if folded in _weekday_ends():
        return True
    end = folded.removesuffix("ที่")
    return end != folded and not end.isascii() and end in _weekday_ends()


@cache
def _weekday_ends() -> frozenset[str]:
    return frozenset(re.split("[ -]", term)[-1] for term, tag in _tags().items() if tag[0] == "d" or " d" in tag)



