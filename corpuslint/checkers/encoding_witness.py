"""A swap of code pages that the words of the language bear witness to, where too few letters are odd to tell otherwise.

`megfelelõ` in a Hungarian text has a letter that Hungarian lacks; read as cp1250, it is one of its frequent words.
"""

from __future__ import annotations

from corpuslint.checkers.encoding_codecs import MULTI, swap
from corpuslint.checkers.encoding_letters import alphabet, languages, lower
from corpuslint.checkers.encoding_swaps import Swap, true_codecs
from corpuslint.lazy import regex
from corpuslint.lexicon import Lexicon, open_lexicon

_WORD = regex(r"[^\W\d_]{4,40}")
_READ = ("cp1252", "latin-1", "cp1250", "iso8859-2", "cp1251", "koi8-r", "mac-roman")
_FREQUENT, _GAP = 3.0, 1.5
"""Zipf value of a word that can bear witness, and how much more frequent it must be than what stands there."""
_ALONE = 4.0
"""Zipf value of one that needs no second."""
_ALSO = {"ro": "şţ"}
"""Letters that texts of the language have in place of its own."""
_LISTS = {"bs": "sh", "hr": "sh"}
"""Languages whose words stand in another's list."""


def witnessed(text: str, language: str) -> list[Swap]:
    """The swap by which words with a letter that the language lacks become frequent words of it; none, or the best one."""
    strange = _strange_words(text, language)
    lexicon = open_lexicon(_LISTS.get(language, language)) if strange else None
    if lexicon is None:
        return []
    hypotheses = (Swap(read, true) for read in _READ for true in true_codecs(language) if true != read and true not in MULTI)
    points = {
        hypothesis: sum(_points(lexicon, word, lower(word.translate(swap(*hypothesis)))) for word in strange)
        for hypothesis in hypotheses
    }
    best = max(points, key=points.__getitem__, default=None)
    return [best] if best and points[best] >= 2 else []


def _strange_words(text: str, language: str) -> set[str]:
    if language not in languages():
        return set()
    letters = alphabet(language).union(_ALSO.get(language, ""))
    return {word for word in _WORD.findall(text) if not word.isascii() and not letters.issuperset(lower(word))}


def _points(lexicon: Lexicon, word: str, meant: str) -> int:
    """2 for a word that is enough by itself, 1 for one that needs another."""
    zipf = lexicon.zipf(meant)
    if meant == lower(word) or zipf < _FREQUENT or zipf - lexicon.zipf(lower(word)) < _GAP:
        return 0
    return 2 if zipf >= _ALONE and len(meant) > 4 else 1
