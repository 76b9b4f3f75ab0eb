"""Words that lost a ligature (`conict`), or have a sign (`di!erent`) or a space (`o cial`) in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.prose import PUNCTUATION, Prose
from corpuslint.checkers.broken_word.weights import WEIGHTS, by_length
from corpuslint.checkers.broken_word.words import Words
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon

LOST = ("ff", "fi", "fl", "ffi", "ffl")
"""The ligatures that text extraction loses: fonts have no code points for them."""
_SIGN = regex(r"(?<![^\W_])([^\W\d_]{0,30})([!\"#$%&+])([^\W\d_]{2,30})(?![\w(@])")
_LOWER = regex(r"[\W_]*([^\W\d_]{3,30})[\W_]*")


def ligature_sign_in(words: Words, run: str) -> Iterator[Broken]:
    """Signs that stand for a ligature; offsets are those in the run."""
    for match in _SIGN.finditer(run):
        left, sign, right = match.groups()
        if right[0].isupper() or (sign in "#$\"&" and not left and len(right) <= 3):
            continue
        zipf, repair = max((words.zipf(words.normal(word)), word) for word in (left + letters + right for letters in LOST))
        if words.zipf(words.normal(right)) < WEIGHTS.frequent <= zipf:
            yield Broken("ligature", *match.span(), repair)


def lost_ligature_in(words: Words, run: str) -> Iterator[Broken]:
    """A lower-case word that lacks a ligature and is none without; offsets are those in the run."""
    match = _LOWER.fullmatch(run)
    if match and match[1].islower() and (repair := _with_ligature(words, words.normal(match[1]))):
        yield Broken("ligature", *match.span(1), repair)


def _with_ligature(words: Words, word: str) -> str:
    """The frequent word that a strange one becomes by a ligature, '' if it becomes none."""
    entry = words.get(word)
    if entry.curated or entry.zipf >= WEIGHTS.rare or words.is_foreign(word):
        return ""
    whole = (word[:at] + letters + word[at:] for at in range(len(word)) for letters in LOST)
    zipf, repair = max((words.zipf(candidate), candidate) for candidate in whole)
    return repair if zipf >= by_length(WEIGHTS.ligature_zipf, len(word)) and zipf - entry.zipf >= WEIGHTS.ligature_gap else ""


def find_spaced_ligature(prose: Prose) -> Iterator[Broken]:
    """A word cut where its ligature was: `o cial`, `di ff er`."""
    runs = prose.runs
    for index in prose.odd:
        if runs[index][0].islower() and index and len(runs[index - 1]) <= WEIGHTS.ligature_front and _may_lack(prose, index):
            yield from _with_space(prose, index)
        elif index + 1 < len(runs) and runs[index][-1].isalpha() and _is_front(prose, index) and _may_lack(prose, index + 1):
            yield from _with_space(prose, index + 1)


def _is_front(prose: Prose, index: int) -> bool:
    """Whether a run may be the front of a cut word and not a name before an everyday word."""
    return prose.runs[index + 1][0].islower() and (prose.runs[index][0].islower() or prose.is_odd(index + 1))


def _may_lack(prose: Prose, index: int) -> bool:
    """A quick look, without offsets: whether the run and the one before it join to a word with a ligature between."""
    left, right = prose.runs[index - 1].strip(PUNCTUATION), prose.runs[index].strip(PUNCTUATION)
    if not left.isalpha() or not right.isalpha():
        return False
    words = prose.words
    first, second = words.normal(left), words.normal(right)
    if second in LOST:
        return True
    return _may_follow(words.lexicon, second) and any(words.zipf(first + letters + second) >= WEIGHTS.frequent for letters in LOST)


@lru_cache(maxsize=20_000)
def _may_follow(lexicon: Lexicon, end: str) -> bool:
    """Whether any frequent word ends so behind a ligature; the longer ligatures end like the shorter ones."""
    return any(True for letters in ("ff", "fi", "fl") for _ in lexicon.ending(letters + end, 1))


def _with_space(prose: Prose, index: int) -> Iterator[Broken]:
    """A run and the one before it as one word with a ligature between; or with the one behind, where it is the ligature itself."""
    words = prose.words
    left, middle = prose.token(index - 1), prose.token(index)
    if left.closes or not (left.whole and middle.whole) or middle.opens or prose.gap(left, middle) != " ":
        return
    if middle.low in LOST and (whole := _around(prose, index)):
        yield whole
        return
    zipf, letters = max((words.zipf(left.low + letters + middle.low), letters) for letters in LOST)
    if zipf >= WEIGHTS.frequent and zipf > words.apart(left.low, middle.low) + WEIGHTS.ligature_odds:
        yield Broken("ligature", left.start, middle.end, left.text + letters + middle.text)


def _around(prose: Prose, index: int) -> Broken | None:
    """The word whose ligature stands alone between its two parts."""
    left, middle, right = (prose.token(at) for at in (index - 1, index, index + 1))
    if not (right.whole and right.text.islower() and prose.gap(middle, right) == " "):
        return None
    if prose.words.zipf(left.low + middle.low + right.low) < WEIGHTS.ligature_spaced:
        return None
    return Broken("ligature", left.start, right.end, left.text + middle.text + right.text)
