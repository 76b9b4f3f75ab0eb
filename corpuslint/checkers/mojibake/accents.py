"""Accents that lost their letter: PDFs of TeX set `é` as two signs, `´` and `e`, and text taken from them keeps both.

And letters that lost their controls: extractors of web pages drop U+0080 to U+009F, so that of `â\\x80\\x99` the `â` is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from corpuslint.checkers.mojibake.damage import Damage
from corpuslint.lazy import regex

_COMBINING = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˘": "\u0306", "˙": "\u0307",
    "˚": "\u030a", "˝": "\u030b", "¸": "\u0327", "˛": "\u0328",
}
"""Spacing accents, and the marks that combine with a letter to the same."""
_BEHIND = frozenset("¸˛")
"""Those that TeX sets behind their letter (`c¸`); some tools put them before it."""
_BEFORE = regex(r"[´`¨ˆ˜ˇ˘˙˚˝][^\W\d_]|¨ [^\W\d_]|[cCsStT]¸|¸[cCsS]|[aeiuAEIU]˛")
_DOTLESS = {"ı": "i", "ȷ": "j"}
# `l´eau`, `don´t`: an accent for an apostrophe. What is elided is short, or one of these.
_ELIDED = regex(r"(?:^|[^\w])(?:\w{1,2}|dell|dall|nell|sull|coll|all|quell|jusqu|lorsqu|puisqu|quelqu|presqu|aujourd|don|didn|isn|can|won|o)$", re.IGNORECASE)
_LOOK_BACK = 8
"""Code points before an accent in which an elided word is looked for: the longest has seven, and a sign before it."""
_CONTRACTION = regex(r"(?<=[a-z])â(?=(?:s|t|ve|re|ll|d|m)\b)")
_ALONE = regex(r"(?<!\w)â(?=\w)|(?<=[\w.,!?])â(?!\w)|(?<= )â(?= )")
_ENOUGH = 2
"""Contractions that show that each `â` of a text stands for a sign; one may be a slip."""


def spacing_accents(text: str, chars: frozenset[str]) -> Iterator[Damage]:
    """Accents beside the letters that they belong to, where one at least stands within a word and is no apostrophe."""
    if chars.isdisjoint(_COMBINING.keys() - {"`"}):
        return
    found = [damage for match in _BEFORE.finditer(text) if (damage := _composed(text, match))]
    if any(_is_within(text, damage) for damage in found):
        yield from found


def _composed(text: str, match: re.Match[str]) -> Damage | None:
    """The letter with its accent; None where there is no such letter, or the accent is an apostrophe."""
    sign, letter = (match[0][-1], match[0][0]) if match[0][-1] in _BEHIND else (match[0][0], match[0][-1])
    composed = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _COMBINING[sign])
    if letter.isupper() and text[match.start() - 1 : match.start()].islower():
        return None  # a hat on a symbol: no word has a capital within
    if len(composed) > 1 or (sign in "´`" and _is_apostrophe(text, match.start())) or (" " in match[0] and letter.isupper()):
        return None
    return Damage("spacing-accent", *match.span(), composed)


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at - 1 : at].isalpha() and bool(_ELIDED.search(text, max(0, at - _LOOK_BACK), at))


def _is_within(text: str, damage: Damage) -> bool:
    """Whether letters stand on both sides, or the word ends in `é` as many do, and the sign is none of the keyboard's."""
    before, after, sign = text[damage.start - 1 : damage.start], text[damage.end : damage.end + 1], text[damage.start]
    return before.isalpha() and sign != "`" and (after.isalpha() or sign != "´" or damage.repair == "é")


def stripped(text: str, language: str) -> Iterator[Damage]:
    """`â` where an apostrophe, a quotation mark or a dash was: English has no such letter."""
    if language != "en" or "â" not in text:
        return
    contractions = list(_CONTRACTION.finditer(text))
    for match in contractions:
        yield Damage("lossy", *match.span(), "’", "cp1252", "UTF-8")
    if len(contractions) >= _ENOUGH:
        for match in _ALONE.finditer(text):
            yield Damage("lossy", *match.span(), None, "cp1252", "UTF-8")
