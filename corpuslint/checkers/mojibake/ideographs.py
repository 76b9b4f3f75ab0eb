"""What a character costs in Chinese, Japanese and Korean: by its rank, else by the level of its national set."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import log

from corpuslint.checkers.mojibake.symbols import symbol_cost
from corpuslint.checkers.mojibake.weights import WEIGHTS

_NATIONAL: Mapping[str, tuple[str, int]] = {"zh": ("gb2312", 0xD8), "ja": ("euc_jp", 0xD0), "ko": ("euc_kr", 0xC9)}
"""The national set of each language (GB 2312, JIS X 0208, KS X 1001), and the first lead byte of its second level."""
_BIG5_SECOND = 0xC9
_FACES = frozenset("ДдΣωΨβαφ")
"""Letters of other scripts that Japanese draws faces with."""


def is_east_asian(char: str) -> bool:
    return (
        "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or "\uf900" <= char <= "\ufaff"
        or "\uff00" <= char <= "\uffef" or "\U00020000" <= char <= "\U0003ffff"
    )


def is_kana(char: str) -> bool:
    return "\u3040" <= char <= "\u30ff"


def clash(a: str, b: str) -> bool:
    """A letter of a small script right beside an ideograph is nothing that text has often."""
    return a.isalpha() and b.isalpha() and (a < "\u2e80") != (b < "\u2e80")


def ideograph_cost(language: str, rank: Mapping[str, int], char: str) -> float:
    if char in rank:
        return log((rank[char] + WEIGHTS.rank_start) * WEIGHTS.rank)
    if char.isascii():
        return WEIGHTS.latin_among if char.isalpha() else WEIGHTS.space_among if char == " " else symbol_cost(char)
    if "\u4e00" <= char <= "\u9fff" and language == "ko":
        return WEIGHTS.hanja
    if "\u4e00" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3":
        return _level(language, char)
    return _letter_cost(language, char) if char.isalpha() or is_kana(char) else symbol_cost(char)


def _letter_cost(language: str, char: str) -> float:
    """A letter that is no ideograph and no syllable."""
    if language == "ja" and (is_kana(char) or "\uff66" <= char <= "\uff9f"):
        return WEIGHTS.kana if is_kana(char) else WEIGHTS.half_width
    if "\uff10" <= char <= "\uff5a":
        return WEIGHTS.full_width
    return WEIGHTS.face if char in _FACES else WEIGHTS.letter_among


@lru_cache(maxsize=60_000)
def _level(language: str, char: str) -> float:
    codec, second = _NATIONAL[language]
    code = _encoded(char, codec)
    if len(code) == 2:
        return WEIGHTS.first_level if code[0] < second else WEIGHTS.second_level
    if language == "zh" and (code := _encoded(char, "big5")):
        return WEIGHTS.big5_first if code[0] < _BIG5_SECOND else WEIGHTS.big5_second
    return WEIGHTS.no_level


def _encoded(char: str, codec: str) -> bytes:
    try:
        return char.encode(codec)
    except UnicodeEncodeError:
        return b""
