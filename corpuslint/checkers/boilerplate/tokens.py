"""The words of a line, as templates compare them: without case, accents, width and most punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.lazy import regex
from corpuslint.text.characters import is_letterwise

# A character of these scripts is a token of its own, and longer stretches make up a name.
_LETTERWISE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
SEPARATORS = frozenset("|·•∙›»>→/‹«<~–—※●■◆▪►▶│┃")

_MARKS = f"©:：,，、。{re.escape(''.join(sorted(SEPARATORS)))}"
_TOKEN = regex(rf"[^\W_{_LETTERWISE}]+(?:'[^\W_]+)*|[{_LETTERWISE}]|[{_MARKS}]")
_ASCII_TOKEN = regex(r"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*|[:,|>/<~]")
"""`_TOKEN` for the many lines that have no other letters: a much smaller expression."""
_SPACED_TOKEN = regex(rf"[^\W_]+(?:'[^\W_]+)*|[{_MARKS}]")
"""`_TOKEN` for lines with none of these scripts."""
_INSIDE_WORD = regex(r"(?<=[^\W\d_])©")  # half of a mis-decoded letter ('cafÃ©'), no sign
_SKIPPED = frozenset(":,")
_CANONICAL = {
    "ⓒ": "©", "’": "'", "ʼ": "'", "İ": "i", "ı": "i", "ى": "ی", "ي": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ـ": None,
    "\u200c": " ", "\u200d": None, "\u200b": None, "\ufeff": None, "\u00ad": None, "ς": "σ", "ł": "l", "Ł": "L", "ø": "o",
    "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "：": ":", "，": ",", "、": ",", "｜": "|", "＞": ">", "／": "/", "・": "·",
}


# Accented letters of Latin, Greek, Cyrillic and Devanagari, and wide forms.
_LETTERS = ((0xC0, 0x250), (0x370, 0x530), (0x958, 0x960), (0x1E00, 0x2000), (0xFF01, 0xFF5F))
# Marks are no `\w` and would cut words: a letter and its vowel signs, or its combining accent.
_VOWELS_AND_ACCENTS = ((0x300, 0x370), (0x591, 0x5C8), (0x610, 0x61B), (0x64B, 0x660), (0x900, 0x1080))


class _Folding(dict[int, str | None]):
    """What `str.translate` puts for each character: letters for their accented forms, itself for any other."""

    def __missing__(self, point: int) -> str | None:
        value = self[point] = _folded(chr(point))
        return value


def _folded(char: str) -> str | None:
    point = ord(char)
    if char in _CANONICAL:
        return _CANONICAL[char]
    if any(low <= point < high for low, high in _VOWELS_AND_ACCENTS) and unicodedata.category(char) in ("Mn", "Mc"):
        return None
    if any(low <= point < high for low, high in _LETTERS):
        return "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)) or char
    return char


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text as templates compare it, save case; the length may change."""
    if "©" in text:
        text = _INSIDE_WORD.sub(" ", text)
    if not text.isascii():
        text = text.translate(_FOLDING)
    return text.replace("(c)", "©").replace("(C)", "©") if "(" in text else text


class Tokens(NamedTuple):
    """The tokens of a line, lower-cased and as they stand."""

    low: Sequence[str]
    raw: Sequence[str]


def tokenize(text: str) -> Tokens:
    folded = fold(text)
    if folded.isascii():
        raw = _ASCII_TOKEN.findall(folded)
        return Tokens(" ".join(raw).lower().split(), raw)
    token = _tokens_of(folded)
    raw = token.findall(folded)
    low = token.findall(folded.lower())
    # Lower case may be longer than upper case and cut otherwise.
    return Tokens(low if len(low) == len(raw) else [token.lower() for token in raw], raw)


def opening_words(text: str) -> list[str]:
    """The lower-case tokens of a text save its separators, with less ado than `tokenize`."""
    low = fold(text).lower()
    return [token for token in _tokens_of(low).findall(low) if token not in SEPARATORS]


def _tokens_of(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _ASCII_TOKEN
    return _TOKEN if any(map(is_letterwise, text)) else _SPACED_TOKEN


def words_of(tokens: Tokens) -> Tokens:
    """The tokens without the separators."""
    if SEPARATORS.isdisjoint(tokens.low):
        return tokens
    kept = [i for i, token in enumerate(tokens.low) if token not in SEPARATORS]
    return Tokens([tokens.low[i] for i in kept], [tokens.raw[i] for i in kept])


def skip_marks(low: Sequence[str], at: int, wanted: str = "") -> int:
    """The next token that is no colon or comma, unless such a mark is wanted."""
    while at < len(low) and low[at] in _SKIPPED and low[at] != wanted:
        at += 1
    return at
