"""A sign inside a word: one that strayed there (`poli,tical`), or one that stands for a ligature (`di!erent`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from corpuslint.checkers.broken_word.page import PUNCTUATION, Damage, Page, fold
from corpuslint.checkers.broken_word.unicode import LOST
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon

_STRAY = regex(r"(?<![^\W_])([^\W\d_]{1,30})([.,:;_^~*|\\'’!`´·•\"=+<>])([^\W\d_]{1,30})(?![\w(@]|[.:/\\][\w/])")
_LIGATURE = regex(r"(?<![^\W_])([^\W\d_]{0,30})([!\"#$%&+])([^\W\d_]{2,30})(?![\w(@])")
_LETTER_SIGN = regex(r"(?<![^\W_])([^\W\d_]{1,20})[»«>?/;<~^*)(\\|¬£§]([^\W\d_]{1,20})(?![\w(@]|[.:/\\][\w/])")
_LOWER = regex(r"[\W_]*([^\W\d_]{3,30})[\W_]*")
_ODDS, _ODDS_LOST = 3.0, 5.0
"""Powers of ten against a stray sign, and against a lost ligature."""
_PIECE, _LEAST = 4, 3.0
_ALPHABET = "abcdefghijklmnopqrstuvwxyzéèàçñöüäабвгдежзийклмнопрстуфхцчшщъыьэюя"


def signs_in(page: Page, run: str) -> Iterator[Damage]:
    """Stray signs and signs for ligatures within a run; offsets are those in the run."""
    if run.isalnum() or "@" in run or "://" in run:
        return
    for match in _STRAY.finditer(run):
        left, sign, right = match.groups()
        low, tail = fold(left, page.language), fold(right, page.language)
        joined = page.lexicon.zipf(low + tail)
        apostrophe = sign in "'’"
        if right[0].isupper() or (sign == "." and len(right) < 3) or tail in page.words("inclusive") or len(low + tail) < 4 or joined < 3.0:
            continue
        if apostrophe and page.lexicon.zipf(f"{low}'{tail}"):
            continue
        if joined > page.apart(low, tail) + _ODDS + apostrophe:
            yield Damage("stray-punct", *match.span(), left + right)
    for match in _LETTER_SIGN.finditer(run):
        if repair := _letter_for_sign(page, *match.groups()):
            yield Damage("misread", *match.span(), repair)
    for match in _LIGATURE.finditer(run):
        left, sign, right = match.groups()
        if right[0].isupper() or (sign in "#$\"&" and not left and len(right) < 4):
            continue
        zipf, repair = max(
            (page.lexicon.zipf(fold(word, page.language)), word) for word in (left + letters + right for letters in LOST)
        )
        whole = page.lexicon.zipf(fold(right, page.language))
        if zipf >= 3.0 and whole < 3.0 and (left or whole < 2.0):
            yield Damage("ligature", *match.span(), repair)


def _letter_for_sign(page: Page, left: str, right: str) -> str:
    """The word in which the sign was a letter, where the letters around it are no words (`wh»n`, `Cou/t`)."""
    first, second = fold(left, page.language), fold(right, page.language)
    if len(first + second) < 3 or right[0].isupper() or page.is_common(first) or page.is_common(second):
        return ""
    zipf, letter = max((page.lexicon.zipf(first + letter + second), letter) for letter in _ALPHABET)
    return left + letter + right if zipf >= (6.0 if len(first + second) < 5 else 4.5) else ""


def lost_ligature_in(page: Page, run: str) -> Iterator[Damage]:
    """A lower-case word that lacks ff, fi, fl, ffi or ffl and is none without (`conict`)."""
    match = _LOWER.fullmatch(run)
    if not match:
        return
    word = match[1]
    low = fold(word, page.language)
    entry = page.lexicon.get(low)
    if entry.curated or entry.zipf >= 2.7 or not word.islower() or page.is_foreign(low):
        return
    zipf, repair = _insert(page, low)
    if zipf >= (5.5 if len(low) < 4 else 4.0 if len(low) < 6 else 3.0) and zipf - entry.zipf >= 2.5:
        yield Damage("ligature", *match.span(1), repair)


def find_spaced_ligature(page: Page) -> Iterator[Damage]:
    """A word cut where its ligature was: `o cial`, `di ff er`."""
    runs = page.runs
    for index in page.odd:
        if runs[index][0].islower() and index and len(runs[index - 1]) <= _PIECE and _may_lack(page, index):
            yield from _with_space(page, index)
        elif index + 1 < len(runs) and runs[index][-1].isalpha() and _is_front(page, index) and _may_lack(page, index + 1):
            yield from _with_space(page, index + 1)


def _is_front(page: Page, index: int) -> bool:
    """Whether a run may be the front of a cut word and not a name before an everyday word."""
    return page.runs[index + 1][0].islower() and (page.runs[index][0].islower() or page.is_odd(index + 1))


def _may_lack(page: Page, index: int) -> bool:
    """A quick look, without offsets: whether the run and the one before it join to a word with a ligature between."""
    left, right = page.runs[index - 1].strip(PUNCTUATION), page.runs[index].strip(PUNCTUATION)
    if not left.isalpha() or not right.isalpha():
        return False
    first, second = fold(left, page.language), fold(right, page.language)
    if second in LOST:
        return True
    return _may_follow(page.lexicon, second) and any(page.lexicon.zipf(first + letters + second) >= _LEAST for letters in LOST)


@lru_cache(maxsize=20_000)
def _may_follow(lexicon: Lexicon, end: str) -> bool:
    """Whether any frequent word ends so behind a ligature; the longer ligatures end like the shorter ones."""
    return any(True for letters in ("ff", "fi", "fl") for _ in lexicon.ending(letters + end, 1))


def _with_space(page: Page, index: int) -> Iterator[Damage]:
    left, middle, right = (page.token(at) for at in (index - 1, index, index + 1))
    if left.closes or not (left.whole and middle.whole) or middle.opens or page.gap(left, middle) != " ":
        return
    between = middle.low in LOST and right.whole and right.text.islower() and page.gap(middle, right) == " "
    if between and page.lexicon.zipf(left.low + middle.low + right.low) >= 2.7:
        yield Damage("ligature", left.start, right.end, left.text + middle.text + right.text)
        return
    zipf, letters = max((page.lexicon.zipf(left.low + letters + middle.low), letters) for letters in LOST)
    if zipf >= _LEAST and zipf > page.apart(left.low, middle.low) + _ODDS_LOST:
        yield Damage("ligature", left.start, middle.end, left.text + letters + middle.text)


def _insert(page: Page, word: str) -> tuple[float, str]:
    whole = (word[:at] + letters + word[at:] for at in range(len(word)) for letters in LOST)
    return max((page.lexicon.zipf(candidate), candidate) for candidate in whole)
