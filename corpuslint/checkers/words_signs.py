"""A sign inside a word: one that strayed there (`poli,tical`), or one that stands for a ligature (`di!erent`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint.checkers.words_page import Damage, Page, fold
from corpuslint.checkers.words_unicode import LOST

_STRAY = re.compile(r"(?<![^\W_])([^\W\d_]{1,30})([.,:;_^~*|\\'’!`´·•\"=+<>])([^\W\d_]{1,30})(?![\w(@]|[.:/\\][\w/])")
_LIGATURE = re.compile(r"(?<![^\W_])([^\W\d_]{0,30})([!\"#$%&+])([^\W\d_]{2,30})(?![\w(@])")
_FLOOR, _ODDS = 1.0, 3.0


def find_stray(page: Page) -> Iterator[Damage]:
    for index in page.odd:
        run = page.runs[index]
        if run.isalnum():
            continue
        base = page.text.find(run, max(0, page.token(index).start - len(run)))
        if "@" in run or "://" in run:
            continue
        yield from _stray(page, run, base)


def _stray(page: Page, run: str, base: int) -> Iterator[Damage]:
    for match in _STRAY.finditer(run):
        left, sign, right = match.groups()
        low, tail = fold(left, page.language), fold(right, page.language)
        joined = page.lexicon.zipf(low + tail)
        pieces = max(_FLOOR, page.lexicon.zipf(low)) + max(_FLOOR, page.lexicon.zipf(tail)) - 9.0
        apostrophe = sign in "'’"
        if right[0].isupper() or tail in page.words("inclusive") or len(low + tail) < 4 or joined < 3.0 + apostrophe:
            continue
        if apostrophe and page.lexicon.zipf(f"{low}'{tail}"):
            continue
        if joined > pieces + _ODDS + apostrophe:
            yield Damage("stray-punct", base + match.start(), base + match.end(), left + right)
    for match in _LIGATURE.finditer(run):
        left, sign, right = match.groups()
        if right[0].isupper() or (sign in "#$\"&" and not left and len(right) < 4):
            continue
        zipf, repair = max(
            (page.lexicon.zipf(fold(word, page.language)), word) for word in (left + letters + right for letters in LOST)
        )
        whole = page.lexicon.zipf(fold(right, page.language))
        if zipf >= 3.0 and whole < 3.0 and (left or whole < 2.0):
            yield Damage("ligature", base + match.start(), base + match.end(), repair)


def find_lost_ligature(page: Page) -> Iterator[Damage]:
    """A word that lacks ff, fi, fl, ffi or ffl, with a space for it (`o cial`, `di ff er`) or nothing (`conict`)."""
    for index in page.odd:
        token = page.token(index)
        if not token.whole or token.text.isupper():
            continue
        yield from _with_space(page, index)
        entry = page.lexicon.get(token.low)
        if entry.curated or entry.zipf >= 2.7 or len(token.low) < 3 or not token.text.islower() or page.is_foreign(token.low):
            continue
        zipf, repair = _insert(page, token.low)
        if zipf >= (5.5 if len(token.low) < 4 else 4.0 if len(token.low) < 6 else 3.0) and zipf - entry.zipf >= 2.5:
            yield Damage("ligature", token.start, token.end, repair)


def _with_space(page: Page, index: int) -> Iterator[Damage]:
    middle, left, right = page.token(index), page.token(index - 1), page.token(index + 1)
    if left.whole and not left.closes and not middle.opens and middle.text.islower() and page.gap(left, middle) == " ":
        if middle.low in LOST and right.whole and right.text.islower() and page.gap(middle, right) == " ":
            joined = left.low + middle.low + right.low
            if page.lexicon.zipf(joined) >= 2.7:
                yield Damage("ligature", left.start, right.end, left.text + middle.text + right.text)
                return
        zipf, letters = max((page.lexicon.zipf(left.low + letters + middle.low), letters) for letters in LOST)
        pieces = max(_FLOOR, page.lexicon.zipf(left.low)) + max(_FLOOR, page.lexicon.zipf(middle.low)) - 9.0
        if zipf >= 3.0 and zipf > pieces + 5.0:
            yield Damage("ligature", left.start, middle.end, left.text + letters + middle.text)


def _insert(page: Page, word: str) -> tuple[float, str]:
    whole = (word[:at] + letters + word[at:] for at in range(len(word)) for letters in LOST)
    return max((page.lexicon.zipf(candidate), candidate) for candidate in whole)
