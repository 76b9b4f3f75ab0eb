"""The shape of a stretch of text: what tells a list of keywords from prose, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.language import function_words, languages_of_words
from corpuslint.text.languages import by_script, traits, unspaced_scripts
from corpuslint.text.punctuation import BEHIND_STOP, OTHER_STOPS
from corpuslint.text.scripts import main_script

_WORD = regex(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SENTENCE_END = regex(rf"[.?…。？{OTHER_STOPS}:][{BEHIND_STOP}」』]*\s*$")
"""Of prose: not the exclamation marks of advertising."""
CONTACT = regex(
    r"https?://|www\.|t\.me/|wa\.me/|(?<![\w.])@\w{4,}|[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()-]{8,}\d|"
    r"\b[\w-]+\.(?:com|net|org|top|xyz|click|site|online|shop|club|vip|bet|info|example)\b", re.IGNORECASE,
)
SYMBOL = regex("[\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff₽₹$€£%|★✓•+]|!!|100%")


class Shape(NamedTuple):
    """`words`: units of the stretch; `prose`: how much of it are words that only prose has (0 to about 0.5); `ended`: by
    a full stop, not an exclamation mark; `titled`: a capital, or a letter that has none, stands first."""

    words: int
    prose: float
    ended: bool
    titled: bool
    contact: bool
    symbols: int
    repeated: int
    script: str


def shape(text: str, language: str) -> Shape:
    words = [word.lower() for word in _WORD.findall(text)]
    main = main_script(text)
    units = len(words)
    if main in unspaced_scripts():
        units = max(units, sum(map(str.isalpha, text)) // WEIGHTS.letters_of_a_word)
    return Shape(
        words=units,
        prose=prose(text, words, main, language),
        ended=bool(_SENTENCE_END.search(text)),
        titled=not text.lstrip()[:1].islower(),
        contact=bool(CONTACT.search(text)),
        symbols=len(SYMBOL.findall(text)),
        repeated=repeated(words),
        script=main,
    )


def repeated(words: Sequence[str]) -> int:
    """Words said again within one stretch; the shortest do not count."""
    return sum(count - 1 for word, count in Counter(words).items() if len(word) >= WEIGHTS.repeated_word)


def prose(text: str, words: Sequence[str], main: str, language: str) -> float:
    """The share of function words (particles per letter, scaled, where words are not spaced)."""
    if not text:
        return 0.0
    if particles := traits(_by_script(text, main)).particles:
        return _density(text, particles)
    if not words:
        return 0.0
    tables = _closed_class()
    counts: Counter[str] = Counter(tag for word in words for tag in tables.get(word, ()))
    most = max(counts[language], max(counts.values(), default=0))
    return most / len(words)


def _by_script(text: str, main: str) -> str:
    if main == "CJK" and any("\u3040" <= char <= "\u309f" for char in text):
        return "ja"
    return by_script().get(main, "und")


def _density(text: str, particles: str) -> float:
    letters = sum(map(str.isalpha, text))
    return min(1.0, WEIGHTS.particles * len(re.findall(particles, text)) / letters) if letters else 0.0


@cache
def _closed_class() -> dict[str, tuple[str, ...]]:
    table = dict(function_words())
    for word, languages in languages_of_words("prose-words").items():
        table[word] = (*table.get(word, ()), *languages)
    return table
