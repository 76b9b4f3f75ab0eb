"""A text as a string with one letter for each word, so that passages of a whole corpus fit into memory.

Case, white space, punctuation and invisible characters fold away. Two words may share a letter: one pair in 91
does. Ten equal letters in a row by chance are rarer than ten equal words by chance, and what is found is looked
up in the texts again.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Iterable
from typing import TypeVar

from corpuslint.checkers.near_duplicate.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.characters import FIRST_UNSPACED

LETTERS = "".join(map(chr, (*range(0x23, 0x5C), *range(0x5D, 0x7F))))
"""Printable ASCII that JSON need not escape."""

_Made = TypeVar("_Made")
_MEMO = 1 << 17
_LONG = 40
"""Code points; a longer token is hardly a word that comes again."""

BITS = 32
MASK = (1 << BITS) - 1
_MIX = 0x9E3779B1  # 2 to the 32 by the golden ratio, odd
_SAMPLE = slice(0, 4000, 7)
"""Code points that tell the script of a text."""
_MARKS = "!\"()*,-./:;?[]'\u2018\u2019\u201c\u201d\u00ab\u00bb\u2026\u2013\u2014"

_HAN = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u303c\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003ffff"
)
_THAI = r"\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u109f\u1780-\u17d3"  # Lao, Burmese, Khmer too
_BETWEEN = (  # white space, controls, punctuation and symbols by block; marks are parts of their words
    r"\s\x00-\x26\x28-\x2f\x3a-\x40\x5b-\x60\x7b-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u037e\u0387\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4"
    r"\u0964\u0965\u0e2f\u0e3f\u0e4f\u0e5a\u0e5b\u104a-\u104f\u1361-\u1368\u166d\u166e\u17d4-\u17da\u1800-\u180a"
    r"\u2000-\u200a\u200e-\u2018\u201a-\u205f\u2061-\u2bff\u3000-\u3004\u3008-\u3020\u3030\u303d-\u3040\u30fb"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffc\ufffd"
)
_QUIET = r"'\u2019\u02bc\u00ad\u200b-\u200d\u2060\ufeff"  # within words: "don't" is one, however it is written
_UNIT = regex(rf"[{_HAN}{_THAI}]|[^{_BETWEEN}{_QUIET}{_HAN}{_THAI}][^{_BETWEEN}{_HAN}{_THAI}]*")
_SILENT = regex(f"[{_QUIET}]+")
_SCRIPTS = ((WEIGHTS.han, regex(f"[{_HAN}]")), (WEIGHTS.thai, regex(f"[{_THAI}]")))
"""Characters that a word takes, about, in scripts that put no space between words."""


def letters(text: str) -> str:
    """One letter for each unit of the text, in order."""
    return "".join(map(_TOKENS.__getitem__, text.split()))


def units(text: str) -> list[tuple[int, int]]:
    """Start and end of each unit in code points: a word, or one character of a script without spaces."""
    return [match.span() for match in _UNIT.finditer(text)]


def fold(text: str) -> str:
    """A unit without what does not count in it; units that fold alike are the same."""
    return _SILENT.sub("", text).casefold()


def hashes(text: str, places: Iterable[tuple[int, int]]) -> array[int]:
    """A hash of each unit, folded: 64 bits, of which no two words by chance have the same; another in each process."""
    return array("q", map(_HASHES.__getitem__, (text[start:end] for start, end in places)))


def folded(text: str) -> list[str]:
    """The units of the text, folded."""
    return [fold(unit) for unit in _UNIT.findall(text)]


def scale(text: str) -> int:
    """Units that hold as much as one word: 1 where words are units, else 2 or 5; judged on a sample."""
    if text.isascii():
        return 1
    sample = text[_SAMPLE]
    if max(sample) < FIRST_UNSPACED:
        return 1
    return next((factor for factor, script in _SCRIPTS if len(script.findall(sample)) > WEIGHTS.script * len(sample)), 1)


def words(text: str, count: int) -> int:
    """The words that the text holds, which has so many units: in a text of words, those without spaces may be quoted."""
    unspaced = [(len(script.findall(text)), factor) for factor, script in _SCRIPTS]
    return count - sum(found for found, _ in unspaced) + sum(found // factor for found, factor in unspaced)


def _letter(folded: str) -> str:
    # The checksum alone would not do: those of numbers that follow each other have patterns that come again.
    mixed = zlib.crc32(folded.encode("utf-8", "surrogatepass")) * _MIX & MASK
    return LETTERS[mixed * len(LETTERS) >> BITS]


def _letters_of(token: str) -> str:
    """The letters of what stands between white space."""
    word = token.strip(_MARKS)
    if word.isalnum() and (word.isascii() or max(word) < FIRST_UNSPACED):
        return _letter(word.casefold())  # as below, only faster
    return "".join(map(_letter, folded(token)))


class _Memo(dict[str, _Made]):
    """What was made of each token, remembered: most tokens of a text have been seen before."""

    def __init__(self, make: Callable[[str], _Made]) -> None:
        self._make = make

    def __missing__(self, token: str) -> _Made:
        found = self._make(token)
        if len(token) <= _LONG:
            if len(self) >= _MEMO:
                self.clear()
            self[token] = found
        return found


_TOKENS = _Memo(_letters_of)
_HASHES = _Memo(lambda unit: hash(fold(unit)))
