"""A sign inside a word: one that strayed there (`poli,tical`), or one that stands for a letter (`wh»n`)."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.ligatures import ligature_sign_in
from corpuslint.checkers.broken_word.weights import WEIGHTS, by_length
from corpuslint.checkers.broken_word.words import Words
from corpuslint.lazy import regex

_STRAY = regex(r"(?<![^\W_])([^\W\d_]{1,30})([.,:;_^~*|\\'’!`´·•=+<>])([^\W\d_]{1,30})(?![\w(@]|[.:/\\][\w/])")
_LETTER_SIGN = regex(r"(?<![^\W_])([^\W\d_]{1,20})[»«>?/;<~^*)(\\|¬£§]([^\W\d_]{1,20})(?![\w(@]|[.:/\\][\w/])")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzéèàçñöüäабвгдежзийклмнопрстуфхцчшщъыьэюя"


def signs_in(words: Words, run: str) -> Iterator[Broken]:
    """Stray signs, signs for letters and for ligatures within a run; offsets are those in the run."""
    if run.isalnum() or "@" in run or "://" in run:
        return
    for match in _STRAY.finditer(run):
        left, sign, right = match.groups()
        if _is_stray(words, left, sign, right):
            yield Broken("stray-punct", *match.span(), left + right)
    for match in _LETTER_SIGN.finditer(run):
        if repair := _letter_for_sign(words, *match.groups()):
            yield Broken("misread", *match.span(), repair)
    yield from ligature_sign_in(words, run)


def _is_stray(words: Words, left: str, sign: str, right: str) -> bool:
    """Whether a sign stands within a word, and neither between two words nor in a usual abbreviation or contraction."""
    first, second = words.normal(left), words.normal(right)
    if right[0].isupper() or (sign == "." and len(right) < 3) or second in words.tagged("inclusive"):
        return False
    joined = words.zipf(first + second)
    if len(first + second) <= 3 or joined < WEIGHTS.frequent:
        return False
    is_apostrophe = sign in "'’"
    if is_apostrophe and (len(first) == 1 or len(second) == 1 or words.zipf(f"{first}'{second}")):
        return False  # elided, or a genitive
    return joined > words.apart(first, second) + WEIGHTS.stray_odds + is_apostrophe


def _letter_for_sign(words: Words, left: str, right: str) -> str:
    """The word in which the sign was a letter, where the letters around it are no words (`wh»n`, `Cou/t`)."""
    first, second = words.normal(left), words.normal(right)
    length = len(first + second)
    if length < 3 or right[0].isupper() or words.is_common(first) or words.is_common(second):
        return ""
    zipf, letter = max((words.zipf(first + letter + second), letter) for letter in _ALPHABET)
    return left + letter + right if zipf >= by_length(WEIGHTS.sign_zipf, length) else ""
