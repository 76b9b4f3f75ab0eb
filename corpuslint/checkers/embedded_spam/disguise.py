"""Undo what advertisers do to hide their words: look-alikes, mathematical letters, digits for letters, spaced letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import compress

from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.characters import lower
from corpuslint.text.lookalikes import CYRILLIC, GREEK, RARE_CYRILLIC

# Advertisers take letters that are drawn alike in small capitals or by hand, too. Both are used on lower case alone.
_TO_LATIN = str.maketrans({**CYRILLIC, **GREEK, **dict(zip("кмтвньпԁүгиαρικτυχεηβ", "kmtbhbndyruapiktuxenb", strict=True))})
_TO_CYRILLIC = str.maketrans({
    **{latin: cyrillic for cyrillic, latin in CYRILLIC.items() if cyrillic not in RARE_CYRILLIC},
    **dict(zip("kmtbhurn3", "кмтвнигпз", strict=True)),
})
_LEET = str.maketrans("0134578@$!", "oieastbasi")
_DIGIT_IN_WORD = regex(r"[^\W\d_]*+(?:[0134578@$][^\W\d_]++)+[0134578@$]?|[^\W\d_]++[0134578@$]++[^\W_]*+")
_WORD = regex(r"[^\W_]+")
_MIXED = regex(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_MATH = regex(r"[\U0001d400-\U0001d7ff\uff21-\uff5a\u24b6-\u24e9\U0001f130-\U0001f189]")
_SPACED = regex(r"(?<![^\W_])[^\W_](?:[ .\-_*][^\W_]){5,}(?:  [^\W_](?:[ .\-_*][^\W_])*)*(?![^\W_])")
_LEET_WORD = regex(r"(?<![^\W_])(?:[^\W_]*[^\W\d_][013457][^\W\d_][^\W_]*|[013457][^\W\d_]+[013457][^\W\d_]*)(?![^\W_])")
_INVISIBLE = regex(r"[\u00ad\u200b-\u200f\u2060\ufeff\u034f]")

# Each begins with one sign or a short range, so that the search is a fast scan for it.
_DISGUISES = (
    regex(r"[013457](?<=[A-Za-z].)(?=[A-Za-z])"),
    regex(r" [^\W_][ .\-_*][^\W_][ .\-_*][^\W_][ .\-_*][^\W_]"),
)
"""A digit in a word, single letters in a row."""
_DIGIT_IN_LETTERS = bytes(
    ord("0") if chr(b) in "013457" else ord("a") if chr(b).isalpha() and b < 0x80 else ord(".") for b in range(256)
)
_SINGLES = bytes(
    ord(" ") if chr(b) in " .-_*" else ord("a") if chr(b).isalnum() or b >= 0xC0 else ord(".") for b in range(256)
)
"""What makes the two, by the bytes of UTF-8: most texts have neither, which is seen faster in bytes."""
_CONTINUATION = bytes(range(0x80, 0xC0))
MIXED_ALPHABETS = regex("[\u0400-\u04ff](?:(?<=[A-Za-z].)|(?=[A-Za-z]))")
_CYRILLIC_BYTES = (b"\xd0", b"\xd1", b"\xd2", b"\xd3")
_FANCY = regex("[\U0001d400-\U0001d7ff\uff21-\uff5a\u24b6-\u24e9\U0001f130-\U0001f189]{4}")
_FANCY_BYTES = (b"\xf0\x9d", b"\xef\xbc", b"\xef\xbd", b"\xe2\x93", b"\xf0\x9f\x84", b"\xf0\x9f\x85", b"\xf0\x9f\x86")
"""How these letters begin in UTF-8: found in bytes at once, while a set of so many letters is a slow search."""


def signs_of_disguise(text: str) -> Iterator[int]:
    """Offsets at which something looks disguised, in no order: a reason to read the line undisguised, no more."""
    encoded = text.encode("utf-8", "surrogatepass")
    seen = (b"a0a" in encoded.translate(_DIGIT_IN_LETTERS), b" a a a a" in encoded.translate(_SINGLES, _CONTINUATION))
    patterns = [*compress(_DISGUISES, seen)]
    if not text.isascii():
        patterns += [MIXED_ALPHABETS] * any(begin in encoded for begin in _CYRILLIC_BYTES)
        patterns += [_FANCY] * any(begin in encoded for begin in _FANCY_BYTES)
    return (match.start() for pattern in patterns for match in pattern.finditer(text))


def disguises(text: str) -> list[str]:
    """How the text hides its words: `look-alikes`, `mathematical letters`, `letter-spaced`, `digits for letters`."""
    words = len(_WORD.findall(text))
    mixed, leet = len(_mixed_words(text)), len(_leet_words(text))
    found = {
        "look-alikes": mixed >= WEIGHTS.least_mixed_words and mixed / words >= WEIGHTS.mixed_words,
        "mathematical letters": len(_MATH.findall(text)) >= WEIGHTS.mathematical,
        "letter-spaced": sum(map(len, _SPACED.findall(text))) / len(text) >= WEIGHTS.spaced,
        "digits for letters": leet >= WEIGHTS.least_leet and leet / words >= WEIGHTS.leet,
    }
    return [name for name, given in found.items() if given]


def undisguised(text: str) -> tuple[str, ...]:
    """The text as it would read undisguised, in lower case: in Latin letters, and where it has Cyrillic, in Cyrillic."""
    plain = lower(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))
    plain = _SPACED.sub(_join, plain)
    latin = plain.translate(_TO_LATIN)
    if _leet_words(plain):
        latin = _DIGIT_IN_WORD.sub(lambda m: m[0].translate(_LEET), latin)
    if any("\u0400" <= c <= "\u04ff" for c in plain):
        return latin, plain.translate(_TO_CYRILLIC)
    return (latin,)


def _join(match: re.Match[str]) -> str:
    """Single letters to words: where words are two spaces apart, or one after the other without."""
    separators = re.sub(r"[^\W_]", "", match[0])
    mark = separators[0]
    return " ".join(part.replace(mark, "") for part in match[0].split("  "))


def _mixed_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if _MIXED.search(word)]


def _leet_words(text: str) -> list[str]:
    """Words with a digit between letters that is read as a letter: `g4m3s`, not `bet365`, `4k`, `2nd`."""
    return _LEET_WORD.findall(text)
