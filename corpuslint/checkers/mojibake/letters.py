"""What a text costs: -ln of the probability of its characters, by pairs of letters of each language.

The unit is the nat, so that the difference of two costs is the logarithm of a likelihood ratio. The tables behind
it are `rules/mojibake/letters.txt` (see its header) and, for East Asian scripts, the levels that the national
character sets themselves give their characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from operator import add
from typing import NamedTuple

from corpuslint.lazy import regex
from corpuslint.text.languages import east_asian

_STEP = 0.25
_OUTSIDE, _OTHER_SCRIPT, _UNHEARD_OF = 8.5, 11.0, 25.0
_CAMEL, _AFTER_CAPITALS = 3.5, 3.5
MEMO = 40_000
_OPENING, _CLOSING = frozenset("“«(„‘[¿¡‹‚\"'"), frozenset("”»).,;:!?…]›\"'’%،؛؟۔।™®°²³¹ªº\u00a0")
_FORMULA = frozenset("πμΩωΔδΣσΠαβγεθλρτφψƒ")
"""Greek letters that stand alone in formulas and units of any language."""
_JOINING = frozenset("-'’‐‑/&.@_·ʼʻʹ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0654\u00ad\u200c\u200d\u200e\u200f\ufeff")
_PUNCTUATION: Mapping[str, float] = {
    **dict.fromkeys(".,-'\":;()!?", 2.0), **dict.fromkeys("“”‘’–—…«»", 3.0), **dict.fromkeys("„/&%[]+#*@=_", 4.5),
    **dict.fromkeys("、。，「」！？：；（）・ー《》『』【】～…　", 4.0), **dict.fromkeys("؛؟ـ،।۔", 3.0),
    "\u00a0": 1.0, **dict.fromkeys("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0654ʼʻʹ", 3.5),
    **dict.fromkeys("°€£•√∂∑∏∫≤≥≠≈∞", 5.0), **dict.fromkeys("©®™§½¿¡", 6.0), **dict.fromkeys("\u200c\u200d\u00ad\u200e\u200f\u202a\u202b\u202c\ufeff", 3.0),
}
_FACES = frozenset("ДΣωдΨβαφ")
"""Letters of other scripts that Japanese draws faces with."""
# Runs of letters of one script; what is in no run (IPA, modifier letters, symbols) clashes with nothing.
_SCRIPT_RUN = regex("|".join(f"[{block}]+" for block in (
    "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "Ͱ-Ͽἀ-ῼ", "Ѐ-ԯ", "԰-֏", "\u05c6-\u05f2", "\u0610-\u06ef\u06fa-\u06ff\u0750-\u077f",
    *(f"{chr(start)}-{chr(start + 0x7F)}" for start in range(0x0700, 0x1380, 0x80)),
    "\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff", "\uac00-\ud7a3",
)))


@cache
def _rows() -> Mapping[str, tuple[str, str]]:
    from corpuslint.data import builtin_folder

    rows = {}
    for line in (builtin_folder() / "mojibake" / "letters.txt").read_text("utf-8").split("\n"):
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
        self.rank = {c: i for i, c in enumerate(letters)} if language in east_asian() else {}
        self.ideographs: dict[str, float] = {}
        self.latin = "a" in self.letters or bool(self.rank)
        self._table = costs
        self._columns = {symbol: at for at, symbol in enumerate(" " + letters)} if costs else {}

    def __missing__(self, pair: str) -> float:
        row, column = map(self._columns.get, pair)
        if row is None or column is None:
            cost = self._cost(*pair)
        else:
            cost = (ord(self._table[row * len(self._columns) + column]) - 48) * _STEP
        if len(self) < MEMO:
            self[pair] = cost
        return cost

    def _cost(self, a: str, b: str) -> float:
        if self.rank:
            cost = self.ideographs.get(b)
            if cost is None:
                cost = self.ideographs[b] = ideograph_cost(self.language, self.rank, b)
            return cost + (5.0 if _clash(a, b) else 0.0)
        mine, before = b in self.letters, a in self.letters
        if mine:
            return self[" " + b] + adjacent(a, b)
        if b in _FORMULA and not before:
            return 6.0
        if b in _JOINING:
            return symbol_cost(b)
        if b.isalpha() and b not in covering():
            return _UNHEARD_OF
        if b.isalpha():
            return _OUTSIDE if _same_script(self.letters, b) else 6.0 if b.isascii() else _OTHER_SCRIPT
        if b == " ":
            return 0.5
        if (drawn := drawing(b)) and drawn == drawing(a):
            return 1.5
        return (self[a + " "] if before else 0.0) + symbol_cost(b) + adjacent(a, b)


def _same_script(letters: frozenset[str], char: str) -> bool:
    return script(char) == script(next(iter(letters)))


@lru_cache(maxsize=20_000)
def script(char: str) -> str:
    return unicodedata.name(char, "?").split(" ", 1)[0]


def _clash(a: str, b: str) -> bool:
    """A letter of a small script right beside an ideograph is nothing that text has often."""
    return a.isalpha() and b.isalpha() and (a < "\u2e80") != (b < "\u2e80")


def adjacent(a: str, b: str) -> float:
    """What is odd about a symbol right before or after a letter (one of both is a letter)."""
    if a == " " or b == " " or a.isdigit() or b.isdigit():
        return 0.0
    if a.isalpha():
        return 0.0 if b in _JOINING or b in _CLOSING else 4.0
    if b.isalpha():
        return 0.0 if a in _JOINING or a in _OPENING else 4.0
    return 0.0


def drawing(char: str) -> str:
    """Lines and shades of drawn tables and bars: they come in runs."""
    return "line" if "\u2500" <= char <= "\u257f" else "block" if "\u2580" <= char <= "\u259f" else ""


@lru_cache(maxsize=20_000)
def symbol_cost(char: str) -> float:
    if char in _PUNCTUATION:
        return _PUNCTUATION[char]
    if char.isdigit():
        return 2.5 if char.isascii() else 4.0 if char in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹" else 9.0
    category = unicodedata.category(char)
    if category in ("Cc", "Co", "Cn", "Cs") or char == "\ufffd":
        return 13.0
    if char.isascii():
        return 5.0
    usual = char in _usual_symbols() or char >= "\U0001f000"
    return 7.0 if category in ("Sc", "Pd", "Po", "Zs") and usual else 8.0 if usual else 12.0


@cache
def _usual_symbols() -> frozenset[str]:
    return misreadable() | frozenset("←↑→↓↔⇒⇐✓✔✗✘★☆●○◆◇■□▪▲△▼▽♥♠♣♦♪♫❤☎☺‐‑‒―′″€₽₹₺₴₸⁰⁴⁵⁶⁷⁸⁹⅓⅔⅛⅜⅝⅞\u200b\u202f\u2009\u2003")


@lru_cache(maxsize=60_000)
def _level(language: str, char: str) -> float:
    """Characters by the level of their national set: GB 2312, JIS X 0208, KS X 1001, Big5."""
    codec, first = {"zh": ("gb2312", 0xD8), "ja": ("euc_jp", 0xD0), "ko": ("euc_kr", 0xC9)}[language]
    try:
        code = char.encode(codec)
        if len(code) == 2:
            return 10.0 if code[0] < first else 12.0
    except UnicodeEncodeError:
        pass
    if language == "zh":
        try:
            return 9.5 if char.encode("big5")[0] < 0xC9 else 12.5
        except UnicodeEncodeError:
            pass
    return 14.0


def ideograph_cost(language: str, rank: Mapping[str, int], char: str) -> float:
    from math import log

    at = rank.get(char)
    if at is not None:
        return log((at + 10) * 6) if language != "ko" else log((at + 10) * 4)
    code = ord(char)
    if code < 0x80:
        return 3.0 if char.isalpha() else 1.0 if char == " " else symbol_cost(char)
    if 0x3040 <= code <= 0x30FF:
        return 4.5 if language == "ja" else 8.0 if char == "の" else 11.0
    if 0x4E00 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7A3:
        return _level(language, char) if language != "ko" or code >= 0xAC00 else 11.0
    if char.isalpha():
        return 5.0 if 0xFF66 <= code <= 0xFF9F and language == "ja" else 7.0 if 0xFF10 <= code <= 0xFF5A else 9.0 if char in _FACES else 12.0
    return symbol_cost(char)


def script_clashes(text: str) -> int:
    """How often letters or digits of two scripts stand side by side."""
    if text.isascii():
        return 0
    ends = {-1}
    found = 0
    for run in _SCRIPT_RUN.finditer(text):
        found += run.start() in ends
        ends = {run.end()}
    return found


def marks_adrift(text: str) -> int:
    """How many accents and vowel signs of a script stand on no letter of it; those that all scripts share stand anywhere."""
    if text.isascii():
        return 0
    return sum(unicodedata.category(c) == "Mn" and not _carries(base, c) for base, c in pairwise(f" {text}"))


def _carries(base: str, mark: str) -> bool:
    kind = script(mark)
    return kind in ("COMBINING", "VARIATION", script(base)) or unicodedata.category(base) in ("Mn", "Mc", "Cf")


def lower(word: str) -> str:
    """In lower case; Turkish İ is one letter, and a final sigma is a sigma (the word lists are folded)."""
    return word.replace("İ", "i").lower().replace("ς", "σ")


@cache
def pairs(language: str) -> _Pairs:
    return _Pairs(language)


def cost(language: str, word: str) -> float:
    """The cost of a word (no spaces in it) in a language that has a table."""
    padded = f" {lower(word)} "
    total = sum(map(pairs(language).__getitem__, map(add, padded, padded[1:])))
    return total if word.islower() or word.istitle() or word.isupper() else total + _case_cost(word)


class Spelling(NamedTuple):
    """A word made ready for its cost in many languages: its pairs of letters, and what its capitals cost in each."""

    pairs: list[str]
    of_case: float


def spelled(word: str) -> Spelling:
    padded = f" {lower(word)} "
    plain = word.islower() or word.istitle() or word.isupper()
    return Spelling(list(map(add, padded, padded[1:])), 0.0 if plain else _case_cost(word))


def spelling_cost(language: str, spelling: Spelling) -> float:
    return sum(map(pairs(language).__getitem__, spelling.pairs)) + spelling.of_case


def _case_cost(word: str) -> float:
    total = 0.0
    for i in range(1, len(word)):
        a, b = word[i - 1], word[i]
        if a.islower() and b.isupper():
            total += _CAMEL
        elif i > 1 and b.islower() and a.isupper() and word[i - 2].isupper():
            total += _AFTER_CAPITALS
    return total


@cache
def misreadable() -> frozenset[str]:
    from corpuslint.checkers.mojibake.codecs import interesting

    return interesting()


def is_east_asian(char: str) -> bool:
    return (
        "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or "\uf900" <= char <= "\ufaff"
        or "\uff00" <= char <= "\uffef" or "\U00020000" <= char <= "\U0003ffff"
    )
