"""A swap of code pages that the words of the language bear witness to, where too few letters are odd to tell otherwise.

`megfelelõ` in a Hungarian text has a letter that Hungarian lacks; read as cp1250, it is one of its frequent words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from corpuslint.checkers.mojibake.codecs import MULTI, SINGLE, swap
from corpuslint.checkers.mojibake.letters import alphabet, languages, lower
from corpuslint.checkers.mojibake.swaps import Swap, true_codecs
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon, open_lexicon

_WORD = regex(r"[^\W\d_]{4,40}")
_READ = ("cp1252", "latin-1", "cp1250", "iso8859-2", "cp1251", "koi8-r", "mac-roman")
_FREQUENT, _GAP = 3.0, 1.5
"""Zipf value of a word that can bear witness, and how much more frequent it must be than what stands there."""
_ALONE = 4.0
"""Zipf value of one that needs no second."""
_ALSO = {"ro": "şţ"}
"""Letters that texts of the language have in place of its own."""
_ORDER = tuple(SINGLE)
_LISTS = {"bs": "sh", "hr": "sh"}
"""Languages whose words stand in another's list."""


def witnessed(text: str, chars: frozenset[str], language: str) -> list[Swap]:
    """The swap by which words with a letter that the language lacks become frequent words of it; none, or the best one.

    `chars`: all of the text beyond ASCII.
    """
    if language not in languages() or not (foreign := chars & _readings(language).keys()):
        return []
    readings, own = _readings(language), _own(language)
    runs = {run for run in text.split() if not run.isascii() and not foreign.isdisjoint(run)}
    lexicon = open_lexicon(_LISTS.get(language, language)) if runs else None
    if lexicon is None:
        return []
    points: Counter[Swap] = Counter()
    for word in {word for run in runs for word in _WORD.findall(run)}:
        strange = [readings.get(char, frozenset()) for char in word if char > "\x7f" and char not in own]
        for hypothesis in frozenset.intersection(*strange) if strange else ():
            points[hypothesis] += _points(lexicon, word, lower(word.translate(swap(*hypothesis))))
    best = min(points, key=lambda hypothesis: (-points[hypothesis], *map(_ORDER.index, hypothesis)), default=None)
    return [best] if best and points[best] >= 2 else []


@cache
def _readings(language: str) -> Mapping[str, frozenset[Swap]]:
    """For each letter that the language lacks the swaps by which it becomes one of its own."""
    found: dict[str, set[Swap]] = defaultdict(set)
    own = _own(language)
    for read in _READ:
        for true in true_codecs(language):
            if true != read and true not in MULTI:
                gained = {chr(point) for point, meant in swap(read, true).items() if meant in own}
                for char in gained - own:
                    found[char].add(Swap(read, true))
    return {char: frozenset(swaps) for char, swaps in found.items()}


@cache
def _own(language: str) -> frozenset[str]:
    """The letters of the language, small and capital."""
    letters = "".join(alphabet(language)) + _ALSO.get(language, "")
    return frozenset(letters + letters.upper() + "".join(map(lower, letters.upper())))


def _points(lexicon: Lexicon, word: str, meant: str) -> int:
    """2 for a word that is enough by itself, 1 for one that needs another."""
    zipf = lexicon.zipf(meant)
    if meant == lower(word) or zipf < _FREQUENT or zipf - lexicon.zipf(lower(word)) < _GAP:
        return 0
    return 2 if zipf >= _ALONE and len(meant) > 4 else 1
