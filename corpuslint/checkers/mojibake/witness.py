"""A swap of code pages that the words of the language bear witness to, where too few letters are odd to tell otherwise.

`megfelelõ` in a Hungarian text has a letter that Hungarian lacks; read as cp1250, it is one of its frequent words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from corpuslint.checkers.mojibake.codecs import MULTI, SINGLE, Swap, swap
from corpuslint.checkers.mojibake.families import true_codecs
from corpuslint.checkers.mojibake.letters import alphabet, languages, normal
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon, open_lexicon

_WORD = regex(r"[^\W\d_]{4,40}")
_READ = ("cp1252", "latin-1", "cp1250", "iso8859-2", "cp1251", "koi8-r", "mac-roman")
_ALSO = {"ro": "şţ"}
"""Letters that texts of the language have in place of its own."""
_ORDER = tuple(SINGLE)
ENOUGH = 2
"""Points of words that bear witness."""
_LISTS = {"bs": "sh", "hr": "sh"}
"""Languages whose words stand in another's list."""


def witnessed(text: str, chars: frozenset[str], language: str) -> list[Swap]:
    """The swap by which words with a letter that the language lacks become frequent words of it; none, or the best one.

    `chars`: all of the text beyond ASCII.
    """
    if language not in languages():
        return []
    words = _words_with(chars & _swaps(language).keys(), text)
    lexicon = open_lexicon(_LISTS.get(language, language)) if words else None
    if lexicon is None:
        return []
    points: Counter[Swap] = Counter()
    for word in words:
        for hypothesis in _making_own(language, word):
            points[hypothesis] += _points(lexicon, word, normal(word.translate(swap(*hypothesis))))
    best = min(points, key=lambda hypothesis: (-points[hypothesis], *map(_ORDER.index, hypothesis)), default=None)
    return [best] if best and points[best] >= ENOUGH else []


def _words_with(foreign: frozenset[str], text: str) -> set[str]:
    """The words of the stretches between spaces that have one of these letters."""
    if not foreign:
        return set()
    runs = {run for run in text.split() if not run.isascii() and not foreign.isdisjoint(run)}
    return {word for run in runs for word in _WORD.findall(run)}


def _making_own(language: str, word: str) -> frozenset[Swap]:
    """The swaps that make letters of the language of all that it lacks."""
    strange = [_swaps(language).get(char, frozenset()) for char in word if char > "\x7f" and char not in _own(language)]
    return frozenset.intersection(*strange) if strange else frozenset()


@cache
def _swaps(language: str) -> Mapping[str, frozenset[Swap]]:
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
    return frozenset(letters + letters.upper() + "".join(map(normal, letters.upper())))


def _points(lexicon: Lexicon, word: str, meant: str) -> int:
    """ENOUGH for a word that needs no second, 1 for one that does."""
    zipf = lexicon.zipf(meant)
    if meant == normal(word) or zipf < WEIGHTS.frequent or zipf - lexicon.zipf(normal(word)) < WEIGHTS.frequent_gap:
        return 0
    return ENOUGH if zipf >= WEIGHTS.alone and len(meant) >= WEIGHTS.alone_letters else 1
