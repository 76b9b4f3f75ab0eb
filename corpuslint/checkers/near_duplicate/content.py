"""What two documents may share without having it from each other: numbers, code, rows, names in a row."""

from __future__ import annotations

from itertools import pairwise

from corpuslint.checkers.near_duplicate.weights import WEIGHTS
from corpuslint.lazy import regex

_NUMBER = regex(r"\W*\d[\d\W]*[^\W\d_]{0,2}\W*")
"""A number as it stands between spaces, with a unit or an ordinal's ending: also a date, a telephone number."""
_SIGNS = frozenset("{};=<>|$\\")
_COLUMN = regex(r"\S(?: {3,}|\t+| *\|)(?=[^\s|])")
_COMMA = regex(r"[,،、，;·•∙|]")
_KATAKANA = regex("[\u30a1-\u30fa\u30fc\u31f0-\u31ff]")
_LETTER = regex(r"[^\W\d_]")
_NEWLINE = regex(r"\s*[\r\n]\s*")


def says_nothing(text: str, words: int) -> bool:
    """Whether a passage is of numbers, of code, of rows of a table, a list in order, or of names in Katakana: none is a copy's sign.

    `words` is how many it has; in scripts without spaces what holds as much.
    """
    return _are_numbers(text) or _is_code(text) or _is_list(text, words) or _is_katakana(text)


def _are_numbers(text: str) -> bool:
    pieces = [piece for piece in text.split() if any(map(str.isalnum, piece))]
    return sum(_NUMBER.fullmatch(piece) is not None for piece in pieces) >= WEIGHTS.numbers * len(pieces)


def _is_code(text: str) -> bool:
    return sum(map(_SIGNS.__contains__, text)) >= WEIGHTS.signs * len(text)


def _is_list(text: str, words: int) -> bool:
    """Whether its words stand in columns, between commas, or in lines from A to Z."""
    columns, commas = len(_COLUMN.findall(text)), len(_COMMA.findall(text))
    return columns >= WEIGHTS.columns * words or commas >= WEIGHTS.commas * words or _is_sorted(_NEWLINE.split(text.casefold()))


def _is_sorted(lines: list[str]) -> bool:
    """Whether short lines follow each other as in a register; the first and the last may be cut."""
    within = lines[1:-1]
    ascending = sum(first <= second for first, second in pairwise(within))
    return len(within) >= WEIGHTS.register and ascending >= WEIGHTS.ascending * (len(within) - 1)


def _is_katakana(text: str) -> bool:
    return len(_KATAKANA.findall(text)) > WEIGHTS.katakana * len(_LETTER.findall(text))
