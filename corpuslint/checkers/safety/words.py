"""The word as a witness: the language has it repaired, and lacks it as it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category, normalize

from corpuslint.checkers.mojibake.scripts import script_clashes
from corpuslint.checkers.safety.signs import has_sound_case
from corpuslint.finding import Edit
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon, open_lexicon

LETTERS, LETTERS_EAST_ASIAN = 2, 3
"""Letters in a row that are a witness; more out of ideographs, which are words of one or two characters themselves."""
SHORT = 2
"""Characters that prove nothing without a letter beside them."""
KNOWN, KNOWN_SHORT = 2.0, 4.0
"""Zipf value of a word that a language has: once in ten million words, and of one of two letters."""
_LONGEST = 60
_NO_WORD = regex("[\u00ad\u00d7\u00f7\u0300-\u036f\ufffd]")
"""What no word holds: signs, and accents that make no letter with the one before them."""
PART = regex(r"[^\W\d_]+")
_MARKS = ("Mn", "Mc")
_ORDINALS = "ªº"
NOWHERE = ("Cc", "Co", "Cn", "Cs")
_APOSTROPHES = frozenset("'’ʼ")


def is_word_again(text: str, language: str, edits: Sequence[Edit], at: int) -> bool:
    """Whether the word that the edit stands in is one of the language with all edits of it, and is none without."""
    edit = edits[at]
    if _is_punctuation(text[edit.start : edit.end]):
        return False  # words have it as it stands (ר׳”)
    start, end = word_start(text, edits, at), word_end(text, edits, at)
    if _is_word_already(text[start:end], language):
        return False
    repaired = apply(text, edits, start, end)
    sound = has_sound_case("".join(filter(str.isalpha, repaired))) or not any(map(str.isalpha, edit.replacement))
    return sound and _is_known(language, repaired)


def _is_punctuation(stretch: str) -> bool:
    return len(stretch) <= SHORT and all(category(c)[0] == "P" for c in stretch)


def _is_word_already(damaged: str, language: str) -> bool:
    """Whether the language has the word as it stands, without what stands around it.

    What is misspelt often enough stands in lists of words as well, of two scripts too.
    """
    first, last = PART.search(damaged), len(damaged.rstrip("".join(c for c in set(damaged) if not _is_inside(c))))
    core = damaged[first.start() : last].rstrip(_ORDINALS) if first else ""
    return bool(core) and all(map(_is_inside, core)) and not script_clashes(core) and _is_known(language, core)


def word_start(text: str, edits: Sequence[Edit], at: int) -> int:
    start, floor = edits[at].start, edits[at].start - _LONGEST
    while start > max(floor, 0):
        if at and edits[at - 1].end == start:
            at -= 1
            start = edits[at].start
        elif _is_inside(text[start - 1]):
            start -= 1
        else:
            break
    return start


def word_end(text: str, edits: Sequence[Edit], at: int) -> int:
    end, ceiling = edits[at].end, edits[at].end + _LONGEST
    while end < min(ceiling, len(text)):
        if at + 1 < len(edits) and edits[at + 1].start == end:
            at += 1
            end = edits[at].end
        elif _is_inside(text[end]):
            end += 1
        else:
            break
    return end


def _is_inside(char: str) -> bool:
    return char.isalpha() or char in _APOSTROPHES or category(char) in _MARKS


@lru_cache(maxsize=20_000)
def _is_known(language: str, word: str) -> bool:
    """Whether all its parts are words of the language, or of English; a letter or two only beside an apostrophe."""
    from corpuslint.checkers.broken_word.words import normal

    parts = PART.findall(normalize("NFC", word))
    longest = max(map(len, parts), default=0)
    if longest < LETTERS or _NO_WORD.search(normalize("NFC", word)) or any(category(c) in NOWHERE for c in word):
        return False
    clitics = not _APOSTROPHES.isdisjoint(word)
    parts = [part for part in parts if not (clitics and len(part) <= LETTERS < longest)]
    for name in dict.fromkeys((language, "en")):
        lexicon = open_lexicon(name)
        if lexicon and all(_is_word(lexicon, normal(part, name)) for part in parts):
            return True
    return False


def _is_word(lexicon: Lexicon, word: str) -> bool:
    entry = lexicon.get(word)
    return entry.curated or entry.zipf >= (KNOWN if len(word) > LETTERS else KNOWN_SHORT)


def apply(text: str, edits: Sequence[Edit], start: int, end: int) -> str:
    """The stretch with those edits that lie within it."""
    parts, at = [], start
    for edit in edits[bisect_left(edits, (start,)) :]:
        if edit.end > end:
            break
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*parts, text[at:end]])
