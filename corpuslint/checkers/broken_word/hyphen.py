"""A hyphen of a line's end that was left in: `develop-⏎ment`, `develop- ment`, `ut-terances`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import inf

from corpuslint.checkers.broken_word.page import Damage, Page, fold
from corpuslint.lazy import regex

_HYPHENS = "-\u2010\u2011\u00ac"
_RIGHT = rf"([ \t]*(?:\r\n|\n|\r)[ \t]*|[ \u00a0]|)([^\W\d_]{{2,40}}+)(?![{_HYPHENS}]|['’]?[^\W_])"
# A pattern for each sign: one that begins with a letter of its own is found ten times faster.
_SIGNS = {sign: regex(sign + _RIGHT) for sign in _HYPHENS}
_LEFT = regex(r"(?<![^\W_])[^\W\d_]{1,40}\Z")
# By how many powers of ten a hyphenated compound is likelier than its parts side by side, and damage rarer.
_ODDS_LINE_END, _ODDS_SPACE, _ODDS_INSIDE = 1.5, 2.5, 4.5
_PREFIX = 3.0
_RELAXED = {True: 1.5, False: 2.0}
"""By how much less will do, at a line's end and elsewhere, where another hyphen of the same kind is damage for certain."""


def find_hyphen(page: Page) -> Iterator[Damage]:
    """A left-over hyphen, and what follows it; the repair is the word in one piece."""
    unproved: list[tuple[Damage, bool, float | None]] = []
    proved: Counter[bool] = Counter()
    for match in (m for sign, pattern in _SIGNS.items() if sign in page.text for m in pattern.finditer(page.text)):
        gap, right = match.groups()
        if not (before := _LEFT.search(page.text, max(0, match.start() - 41), match.start())):
            continue
        left, start = before[0], before.start()
        if not _could_be_one(left, gap, right, page) or (not gap and start and page.text[start - 1] in _HYPHENS):
            continue
        damage, at_line_end = Damage("hyphen", start, match.end(), left + right), bool(gap.strip(" \u00a0"))
        weight = _weight(page, left, gap, right, at_line_end)
        if weight is not None and weight > 0:
            proved[at_line_end] += 1
            yield damage
        elif weight is not None or (at_line_end and _is_fragment(page, right)):
            unproved.append((damage, at_line_end, weight))
    for damage, at_line_end, weight in unproved:
        if weight is None:
            # The page is set with hyphens at line ends: a fragment after one needs no proof that the word exists.
            if proved[True] >= 2:
                yield damage
        elif proved[at_line_end] and weight > -_RELAXED[at_line_end]:
            yield damage


def _could_be_one(left: str, gap: str, right: str, page: Page) -> bool:
    if right[0].isupper() and not (left.isupper() and right.isupper() and len(right) > 1):
        return False
    if not gap and (len(left) == 1 or len(right) < 3 or (page.is_foreign(left) and page.is_foreign(right))):
        return False
    return not (gap and fold(right, page.language) in page.words("conjunction"))


def _weight(page: Page, left: str, gap: str, right: str, at_line_end: bool) -> float | None:
    """By how many powers of ten damage is likelier than a hyphen that belongs there; None where the joined word is unknown."""
    first, second = fold(left, page.language), fold(right, page.language)
    if at_line_end and page.language == "de" and left[0].isupper() and right[0].islower() and len(left) > 2:
        return inf  # within a German compound a noun after a true hyphen has its capital
    joined = page.lexicon.get(first + second)
    listed = joined.zipf >= 2.0 or (joined.curated and len(first + second) > 5)
    here = bool(gap) and not listed and first + second in page.vocabulary
    if not listed and not here:
        return None
    odds = _ODDS_INSIDE if not gap else _ODDS_LINE_END if at_line_end else _ODDS_SPACE
    if first in page.words("prefix") and not _is_fragment(page, right):
        odds += _PREFIX
    return max(joined.zipf, 2.0 if joined.curated else 0.0, 3.0 if here else 0.0) - page.apart(first, second) - odds


def _is_fragment(page: Page, word: str) -> bool:
    entry = page.lexicon.get(fold(word, page.language))
    return not entry.curated and entry.zipf < 2.0
