"""What a text costs: -ln of the probability of its characters, by pairs of letters of each language.

The unit is the nat, so that the difference of two costs is the logarithm of a likelihood ratio. The tables behind
it are `rules/mojibake/letters.txt` (see its header) and, for East Asian scripts, the levels that the national
character sets themselves give their characters (`ideographs.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from operator import add
from typing import NamedTuple

from corpuslint.checkers.mojibake.ideographs import clash, ideograph_cost
from corpuslint.checkers.mojibake.symbols import JOINING, adjacent, drawing, symbol_cost
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.data import shared
from corpuslint.text.languages import east_asian, traits
from corpuslint.text.scripts import script

STEP = 0.25
"""Nats to a step of the table."""
MAX_PAIRS = 40_000
"""Pairs whose costs are kept for a language: what texts of it have, and then some."""
_FORMULA = frozenset("πμΩωΔδΣσΠαβγεθλρτφψƒ")
"""Greek letters that stand alone in formulas and units of any language."""


@cache
def _rows() -> Mapping[str, tuple[str, str]]:
    rows = {}
    for line in shared("mojibake").lines("letters"):
        if line and not line.startswith("#"):
            language, letters, *costs = line.split("\t")
            rows[language] = (letters, costs[0] if costs else "")
    return rows


@cache
def languages() -> frozenset[str]:
    return frozenset(_rows())


@cache
def alphabet(language: str) -> frozenset[str]:
    return frozenset(_rows()[language][0])


@cache
def covering() -> Mapping[str, frozenset[str]]:
    """Letter to the languages that have it; the East Asian ones are told by script instead."""
    found: dict[str, set[str]] = {}
    for language in sorted(languages() - east_asian()):
        for letter in alphabet(language):
            found.setdefault(letter, set()).add(language)
    return {letter: frozenset(names) for letter, names in found.items()}


class _Pairs(dict[str, float]):
    """Costs of two characters in a row, looked up or computed once: a language has thousands, a text of it hundreds."""

    def __init__(self, language: str) -> None:
        super().__init__()
        letters, costs = _rows()[language]
        self.language = language
        self.letters = frozenset(letters)
        self.script = traits(language).script
        self.rank = {c: i for i, c in enumerate(letters)} if language in east_asian() else {}
        self._ideographs: dict[str, float] = {}
        self._table = costs
        self._columns = {symbol: at for at, symbol in enumerate(" " + letters)} if costs else {}

    def __missing__(self, pair: str) -> float:
        row, column = map(self._columns.get, pair)
        if row is not None and column is not None:
            cost = (ord(self._table[row * len(self._columns) + column]) - ord("0")) * STEP
        else:
            cost = self._among_ideographs(*pair) if self.rank else self._outside(*pair)
        if len(self) < MAX_PAIRS:
            self[pair] = cost
        return cost

    def _among_ideographs(self, a: str, b: str) -> float:
        if (cost := self._ideographs.get(b)) is None:
            cost = self._ideographs[b] = ideograph_cost(self.language, self.rank, b)
        return cost + (WEIGHTS.script_clash if clash(a, b) else 0.0)

    def _outside(self, a: str, b: str) -> float:
        """The cost of `b` behind `a`, of which one at least is not in the table."""
        if b in self.letters:
            return self[" " + b] + adjacent(a, b)
        known = a in self.letters
        if b in _FORMULA and not known:
            return WEIGHTS.formula
        if b in JOINING:
            return symbol_cost(b)
        if b.isalpha():
            return self._foreign(b)
        if b == " ":
            return WEIGHTS.word_end
        if (drawn := drawing(b)) and drawn == drawing(a):
            return WEIGHTS.drawn_on
        return (self[a + " "] if known else 0.0) + symbol_cost(b) + adjacent(a, b)

    def _foreign(self, letter: str) -> float:
        if letter not in covering():
            return WEIGHTS.unheard_of
        if script(letter) == self.script:
            return WEIGHTS.outside
        return WEIGHTS.latin_within if letter.isascii() else WEIGHTS.other_script


def normal(word: str) -> str:
    """As the tables and word lists have it: in lower case, Turkish İ is one letter, and a final sigma is a sigma."""
    return word.replace("İ", "i").lower().replace("ς", "σ")


@cache
def pairs(language: str) -> _Pairs:
    return _Pairs(language)


def cost(language: str, word: str) -> float:
    """The cost of a word (no spaces in it) in a language that has a table."""
    padded = f" {normal(word)} "
    total = sum(map(pairs(language).__getitem__, map(add, padded, padded[1:])))
    return total if word.islower() or word.istitle() or word.isupper() else total + _case_cost(word)


class Spelling(NamedTuple):
    """A word made ready for its cost in many languages: its pairs of letters, and what its capitals cost in each."""

    pairs: list[str]
    of_case: float


def spelled(word: str) -> Spelling:
    padded = f" {normal(word)} "
    plain = word.islower() or word.istitle() or word.isupper()
    return Spelling(list(map(add, padded, padded[1:])), 0.0 if plain else _case_cost(word))


def spelling_cost(language: str, spelling: Spelling) -> float:
    return sum(map(pairs(language).__getitem__, spelling.pairs)) + spelling.of_case


def _case_cost(word: str) -> float:
    total = 0.0
    for i in range(1, len(word)):
        a, b = word[i - 1], word[i]
        if (a.islower() and b.isupper()) or (i > 1 and b.islower() and a.isupper() and word[i - 2].isupper()):
            total += WEIGHTS.capital_within
    return total
