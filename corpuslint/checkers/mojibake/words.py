"""What a word costs in the language it is most at home in, and whether that is odd.

A word may come from the document's language, or from any other at the price of a switch; what is dear in all of
them is suspicious.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from operator import add
from typing import NamedTuple

from corpuslint.checkers.mojibake.codecs import interesting
from corpuslint.checkers.mojibake.ideographs import is_east_asian, is_kana
from corpuslint.checkers.mojibake.letters import (
    MAX_PAIRS,
    alphabet,
    cost,
    covering,
    languages,
    normal,
    pairs,
    spelled,
    spelling_cost,
)
from corpuslint.checkers.mojibake.symbols import adjacent, drawing, symbol_cost
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.languages import east_asian, table
from corpuslint.text.scripts import script

_HIGH = regex("[^\x00-\x7f]+")
MAX_FITTED, MAX_TRIED, MAX_LANGUAGES = 24, 8, 6
"""Words of a text by which its language is told; those that all languages of its script are tried with; and how many go on."""
_STRIPPED = ".,;:!?()[]\"'“”‘’«»„…—–"
_LIGATURE = regex("[ﬀ-ﬆ]")
_RAISED = "ªº¹²³"
_SYLLABLES = "\u0e00"
"""From Thai on scripts have large alphabets, or syllables, or ideographs."""
_LONG_DRAWN = regex(r"(.)\1{2,}", re.DOTALL | re.IGNORECASE)
"""Letters drawn out (Ôôôôô) count as one."""


def fitting(language: str, text: str, odd: Collection[str]) -> str:
    """The language whose letters fit the sound words of the text: the given one, unless another fits clearly better."""
    words = _sound_words(text, odd)
    size = sum(len(word) + 1 for word in words)
    if size < WEIGHTS.fitting_size or not (names := _writing(script(max(words, key=len)[0]))):
        return language
    few = [spelled(word) for word in words[:MAX_TRIED]]
    best = sorted(names, key=lambda name: sum(spelling_cost(name, word) for word in few))[:MAX_LANGUAGES]
    price, better = min((sum(cost(name, word) for word in words), name) for name in best)
    own = sum(cost(language, word) for word in words) if language in languages() else WEIGHTS.unknown_letter * size
    return better if price < min(own - WEIGHTS.fits_better * size, WEIGHTS.fits * size) else language


def _sound_words(text: str, odd: Collection[str]) -> list[str]:
    return [word for raw in text.split() if raw not in odd and (word := raw.strip(_STRIPPED)).isalpha()][:MAX_FITTED]


@cache
def _writing(name: str) -> tuple[str, ...]:
    """The languages of a script."""
    return tuple(sorted(n for n in languages() - east_asian() if any(script(c) == name for c in sorted(alphabet(n)))))


def _candidates(word: str, widely: bool) -> tuple[str, ...]:
    """The languages whose alphabets hold every letter of the word; the great ones only, unless `widely`."""
    languages_of = covering()
    found: frozenset[str] | None = None
    for c in set(normal(word)):
        if c.isalpha() or unicodedata.category(c) == "Mn":
            names = languages_of.get(c, frozenset())
            found = names if found is None else found & names
    if found and not widely:
        found &= _major()
    return _sorted(found) if found else ()


@cache
def _major() -> frozenset[str]:
    """Where a foreign word in a text of a known language may come from."""
    return frozenset(tag for tag, row in table().items() if row.major)


@cache
def _sorted(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


@lru_cache(maxsize=100_000)
def natural(language: str, word: str) -> float:
    """The least cost of the word: in the document's language, or in any other at the price of a switch."""
    return _least(language, word, WEIGHTS.fluent * len(word))


def _least(language: str, word: str, enough: float) -> float:
    """The least cost; the search ends with the first that is no more than `enough`."""
    word = _normalized(word)
    if not any(c.isalnum() and c not in _RAISED for c in word):
        return _symbols_cost(word)
    word = _LONG_DRAWN.sub(r"\1", word)
    if max(word) >= "\u2e80" and any(map(is_east_asian, word)):
        return min(cost(name, word) + _switch(language, name) for name in east_asian())
    known = language in languages()
    spelling = spelled(word)
    best = spelling_cost(language, spelling) if known else spelling_cost("en", spelling) + WEIGHTS.switch
    for name in _candidates(word, not known) if best > enough else ():
        if name != language:
            best = min(best, spelling_cost(name, spelling) + WEIGHTS.switch)
            if best <= enough:
                break
    return best


def _normalized(word: str) -> str:
    """Accents and letters joined, ligatures taken apart."""
    word = unicodedata.normalize("NFC", word)
    if max(word, default="") < "ﬀ":
        return word
    return _LIGATURE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), word)


def _switch(language: str, name: str) -> float:
    """What an East Asian word costs more than in its own language `name`; other languages have none of their own."""
    return WEIGHTS.switch_east_asian if language in east_asian() and name != language else 0.0


def _symbols_cost(word: str) -> float:
    """Symbols by themselves are rules, smileys and drawings: cheap, save what no keyboard has."""
    if len(word) == 1:
        return WEIGHTS.lone_symbol + symbol_cost(word)
    return WEIGHTS.drawing + sum(map(_drawn_cost, word))


def _drawn_cost(char: str) -> float:
    full = symbol_cost(char)
    if drawing(char):
        return WEIGHTS.drawn_on
    return full if full > WEIGHTS.rare_symbol else min(full, WEIGHTS.drawn_symbol)


def expected(word: str) -> float:
    """What a sound word of these characters costs at most, roughly; what is over is suspicious."""
    if word.isalpha() and max(word) < _SYLLABLES:
        return WEIGHTS.sound + WEIGHTS.sound_letter * len(word)
    return sum(map(_expected_of, word), WEIGHTS.sound)


def _expected_of(char: str) -> float:
    if char < _SYLLABLES:
        return WEIGHTS.sound_letter if char.isalpha() else WEIGHTS.sound_sign
    if char < "\u2e80":
        return WEIGHTS.sound_syllable
    return WEIGHTS.sound_kana if is_kana(char) or char >= "\uff00" else WEIGHTS.sound_ideograph


class _Judged(NamedTuple):
    """The pairs of characters that are odd enough in a language to look at their words, and those that are not."""

    odd: set[str]
    sound: set[str]


@cache
def _judged(_language: str) -> _Judged:
    return _Judged(set(), set())


def _in_question(char: str) -> bool:
    """Whether any code page shows this character at all."""
    return char in interesting() or is_east_asian(char) or "\ue000" <= char <= "\uf8ff" or char == "\ufffd"


def may_be_odd(language: str, lines: Sequence[str]) -> list[bool]:
    """For each line whether two neighbouring characters of it are unusual in the language; the cheap gate to everything else."""
    odd = _odd_pairs(language, f" {' '.join(lines)} ")
    return [any(map(f" {normal(line)} ".__contains__, odd)) for line in lines] if odd else [False] * len(lines)


def _odd_pairs(language: str, text: str) -> set[str]:
    """The unusual pairs of neighbours, in lower case, of a text that begins and ends with a space."""
    runs = normal(" ".join({text[run.start() - 1 : run.end() + 1] for run in _HIGH.finditer(text)}))
    found = set(map(add, runs, runs[1:]))
    odd, sound = _judged(language)
    if len(odd) + len(sound) > MAX_PAIRS:
        odd.clear()
        sound.clear()
    costs = pairs(language if language in languages() else "en")
    least = WEIGHTS.odd_ideograph if costs.rank else WEIGHTS.odd
    for pair in found - sound - odd:
        a, b = pair[0], pair[1]
        in_question = not pair.isascii() and (_in_question(a) or _in_question(b))
        price = 0.0 if not in_question else costs[pair] if b.isalpha() or a == b else symbol_cost(b) + adjacent(a, b)
        (odd if price >= least else sound).add(pair)
    return found & odd


@lru_cache(maxsize=100_000)
def oddity(language: str, word: str) -> float:
    """Nats that the word costs over what a sound word costs at most; 0 for a sound one."""
    limit = expected(word)
    return 0.0 if language in languages() and cost(language, word) <= limit else max(0.0, _least(language, word, limit) - limit)
