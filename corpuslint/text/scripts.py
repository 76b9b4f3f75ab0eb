"""The scripts of letters, by the first word of the names that Unicode gives them: `LATIN`, `CYRILLIC`, `CJK`."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

_MEMO = 20_000
_SHARED = {
    "HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK", "IDEOGRAPHIC": "CJK", "FULLWIDTH": "LATIN", "MATHEMATICAL": "LATIN",
    "MODIFIER": "",
}
"""Scripts that share a page, and forms of letters that have a name of their own."""


@lru_cache(maxsize=_MEMO)
def named(char: str) -> str:
    """The first word of the character's name (`COMBINING`, `DIGIT`); '' where it has none."""
    return unicodedata.name(char, "").split(" ", 1)[0]


@lru_cache(maxsize=_MEMO)
def script(char: str) -> str:
    """The script of a letter; '' for what is no letter."""
    return named(char) if char.isalpha() else ""


def scripts(text: str) -> Counter[str]:
    """How many letters of each script stand in the text."""
    if text.isascii():
        return +Counter(LATIN=sum(map(str.isalpha, text)))
    total: dict[str, int] = {}
    for char, count in Counter(text).items():
        if name := script(char):
            total[name] = total.get(name, 0) + count
    return Counter(total)


def count_scripts(text: str) -> Counter[str]:
    """The same, but what Chinese and Japanese share a page with is one (`CJK`)."""
    counts: Counter[str] = Counter()
    for name, count in scripts(text).items():
        counts[_SHARED.get(name, name)] += count
    return counts


def main_script(text: str) -> str:
    """The script of most letters; '' where there is none."""
    counts = count_scripts(text)
    return counts.most_common(1)[0][0] if counts else ""
