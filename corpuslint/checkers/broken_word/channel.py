"""The noisy channel: which frequent word a strange one may have been before a recogniser or a page's edge damaged it.

The channel is a list of confusions seen in print, not an edit distance: writers' slips (`seperate`) are no damage.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.text.frequencies import Lexicon

Channel = Literal["narrow", "usual", "loose"]
"""`narrow`: runs of strokes read as other letters, and digits; `usual`: single letters too; `loose`: of like body too."""

# What is read, and what stood there; several shapes of equal outline. Only what no hand confuses.
_SHAPES = {
    "rn": "m", "m": "rn nn ni in", "li": "h", "h": "li b n", "tli": "th", "tl": "th", "cl": "d", "d": "cl il", "ii": "n u",
    "vv": "w", "w": "vv", "in": "m", "ni": "m", "nn": "m", "iii": "m", "lii": "hi", "c": "e o", "e": "c", "o": "e c",
    "n": "u", "u": "n", "b": "h", "l": "i t", "i": "l", "t": "l f", "f": "t", "y": "v", "v": "y", "q": "g", "g": "q",
    "j": "i", "ri": "n", "fi": "h", "hi": "m", "lh": "th", "ih": "th", "tb": "th fo", "hn": "lm", "wb": "wh", "ti": "h",
    "п": "н л", "л": "п", "н": "п и", "и": "н", "ш": "щ т", "щ": "ш", "ь": "ы ъ", "с": "е о", "е": "с", "о": "с", "ц": "ч", "э": "з", "з": "э",
    "ı": "i", "ç": "c", "ş": "s", "ğ": "g",
}
_SIGNS = {"0": "o", "1": "l i", "5": "s", "6": "b o", "8": "b", "9": "g", "3": "e з", "4": "a", "|": "l i", "!": "l i", "$": "s", "£": "e", "¢": "c"}
# Runs of strokes that few words and names have, so that they tell by themselves.
_STROKES = frozenset(("rn", "tli", "vv", "iii", "lii", "wb", "lh", "ih", "li"))
# Confusions that a rare word may show by chance: one thin stroke more or less.
_WEAK = frozenset(("tl", "lt", "tf", "ft", "vy", "yv", "nu", "un", "bh", "hb", "li", "il", "ji", "hn", "пл", "лп", "gq", "qg", "ин", "ни"))
# In a text that a recogniser has plainly damaged, letters of like body count too.
_LOOSE = {
    "a": "e o s n u", "e": "o a s r", "o": "a n", "s": "a e", "i": "r t", "r": "i t n", "t": "r i", "n": "a r h", "u": "a o", "h": "n k",
    "k": "h", "b": "l", "v": "r", "x": "z", "z": "x", "p": "r", "l": "f", "f": "l r", "w": "v", "é": "e è ê", "e\u0301": "é", "è": "é", "à": "a", "á": "a à", "ó": "o é",
    "ú": "u", "ù": "à u", "ï": "i î", "î": "i", "d": "a", "g": "s y", "c": "r", "y": "r",
}


@lru_cache(maxsize=100_000)
def nearest(lexicon: Lexicon, word: str, channel: Channel) -> tuple[str, float, bool]:
    """The most frequent word that could have been read as this one, its Zipf value, and whether chance may do that."""
    best, best_zipf, best_weak = "", 0.0, False
    for candidate, weak in _candidates(word, _table(channel)):
        zipf = lexicon.zipf(candidate)
        if zipf > best_zipf:
            best, best_zipf, best_weak = candidate, zipf, weak
    return best, best_zipf, best_weak


def _candidates(word: str, table: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, bool]]:
    wholly = "".join(table[char][0] if char in _SIGNS else char for char in word)
    if wholly != word:
        yield wholly, False
        yield "".join(table[char][-1] if char in _SIGNS else char for char in word), False
    for at in range(len(word)):
        for width in (1, 2, 3):
            read = word[at : at + width]
            for stood in table.get(read, ()) if at + width <= len(word) else ():
                yield f"{word[:at]}{stood}{word[at + width :]}", read + stood in _WEAK


@cache
def _table(channel: Channel) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for source in (_SHAPES, _SIGNS, *((_LOOSE,) if channel == "loose" else ())):
        for read, stood in source.items():
            if channel != "narrow" or read in _STROKES or read in _SIGNS:
                table[read] = (*table.get(read, ()), *stood.split())
    return table


def misread_short(lexicon: Lexicon, word: str, gap: float = WEIGHTS.short_gap) -> str:
    """The very frequent word that a short one, itself in the lexicon, may stand for (`tho`); else ''."""
    best, zipf, _ = nearest(lexicon, word, "loose")
    return best if zipf >= WEIGHTS.short_zipf and zipf - max(lexicon.zipf(word), WEIGHTS.unlisted) >= gap else ""


@lru_cache(maxsize=50_000)
def complete(lexicon: Lexicon, word: str, edge: str = "") -> tuple[str, float]:
    """The most frequent word that has some letters more, and its Zipf value.

    They are missing at its start, its end, or either; at the `left` edge of a line at its start only.
    """
    longer = [*(() if edge == "left" else lexicon.starting(word)), *(() if edge == "right" else lexicon.ending(word))]
    best = max(((entry.zipf, whole) for whole, entry in longer if 0 < len(whole) - len(word) <= WEIGHTS.lost_letters), default=(0.0, ""))
    return best[1], best[0]
