"""What a symbol costs, by itself and beside a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from corpuslint.checkers.mojibake.codecs import interesting
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.text.punctuation import CLOSING, OPENING, OTHER_STOPS, STOPS, STRAIGHT

_OPENING = frozenset(f"{STRAIGHT}{OPENING}([¿¡")
_CLOSING = frozenset(CLOSING) - frozenset(OPENING) | frozenset(f"{STRAIGHT}{STOPS}{OTHER_STOPS}),;:]%،؛™®°²³¹ªº\u00a0")
JOINING = frozenset("-'’‐‑/&.@_·ʼʻʹ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0654\u00ad\u200c\u200d\u200e\u200f\ufeff")
"""What stands within words."""
_KEYBOARD = frozenset("←↑→↓↔⇒⇐✓✔✗✘★☆●○◆◇■□▪▲△▼▽♥♠♣♦♪♫❤☎☺‐‑‒―′″€₽₹₺₴₸⁰⁴⁵⁶⁷⁸⁹⅓⅔⅛⅜⅝⅞\u200b\u202f\u2009\u2003")
_NO_TEXT = frozenset({"Cc", "Co", "Cn", "Cs"})
"""Categories of what no text has."""
_EMOJI = "\U0001f000"


@cache
def _punctuation() -> Mapping[str, float]:
    return {char: price for chars, price in WEIGHTS.punctuation.items() for char in chars}


@lru_cache(maxsize=20_000)
def symbol_cost(char: str) -> float:
    if (price := _punctuation().get(char)) is not None:
        return price
    if char.isdigit():
        return WEIGHTS.digit if char.isascii() else WEIGHTS.other_digit
    if unicodedata.category(char) in _NO_TEXT or char == "\ufffd":
        return WEIGHTS.no_character
    if char.isascii():
        return WEIGHTS.ascii_symbol
    usual = char in interesting() or char in _KEYBOARD or char >= _EMOJI
    return WEIGHTS.usual_symbol if usual else WEIGHTS.rare_symbol


def adjacent(a: str, b: str) -> float:
    """What is odd about a symbol right before or after a letter (one of both is a letter)."""
    if a == " " or b == " " or a.isdigit() or b.isdigit():
        return 0.0
    if a.isalpha():
        return 0.0 if b in JOINING or b in _CLOSING else WEIGHTS.beside
    if b.isalpha():
        return 0.0 if a in JOINING or a in _OPENING else WEIGHTS.beside
    return 0.0


def drawing(char: str) -> str:
    """Lines and shades of drawn tables and bars: they come in runs."""
    return "line" if "\u2500" <= char <= "\u257f" else "block" if "\u2580" <= char <= "\u259f" else ""
