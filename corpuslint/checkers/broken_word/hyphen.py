"""A hyphen of a line's end that was left in: `develop-⏎ment`, `develop- ment`, `ut-terances`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.prose import Prose
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.checkers.broken_word.words import Words
from corpuslint.lazy import regex
from corpuslint.text.languages import traits

_HYPHENS = "-\u2010\u2011\u00ac"
_RIGHT = rf"([ \t]*(?:\r\n|\n|\r)[ \t]*|[ \u00a0]|)([^\W\d_]{{2,40}}+)(?![{_HYPHENS}]|['’]?[^\W_])"
# A pattern for each sign: one that begins with a letter of its own is found ten times faster.
_SIGNS = {sign: regex(sign + _RIGHT) for sign in _HYPHENS}
_MAX_LEFT = 40
_LEFT = regex(rf"(?<![^\W_])[^\W\d_]{{1,{_MAX_LEFT}}}\Z")


class _Hyphen(NamedTuple):
    """The letters before a hyphen, the white space behind it, and the letters behind that."""

    left: str
    gap: str
    right: str
    start: int
    end: int

    @property
    def at_line_end(self) -> bool:
        return bool(self.gap.strip(" \u00a0"))

    def broken(self) -> Broken:
        return Broken("hyphen", self.start, self.end, self.left + self.right)


def find_hyphen(prose: Prose) -> Iterator[Broken]:
    """A left-over hyphen, and what follows it; the repair is the word in one piece."""
    unproved: list[tuple[_Hyphen, float | None]] = []
    proved: Counter[bool] = Counter()
    for hyphen in _hyphens(prose):
        gain = _gain(prose, hyphen)
        if gain is not None and gain > 0:
            proved[hyphen.at_line_end] += 1
            yield hyphen.broken()
        elif gain is not None or (hyphen.at_line_end and _is_fragment(prose.words, hyphen.right)):
            unproved.append((hyphen, gain))
    yield from (hyphen.broken() for hyphen, gain in unproved if _will_do(proved, hyphen, gain))


def _hyphens(prose: Prose) -> Iterator[_Hyphen]:
    text = prose.text
    for match in (m for sign, pattern in _SIGNS.items() if sign in text for m in pattern.finditer(text)):
        before = _LEFT.search(text, max(0, match.start() - _MAX_LEFT - 1), match.start())
        if not before and text[match.start() - 1 : match.start()] == " " and match[1].strip(" \u00a0"):
            before = _LEFT.search(text, max(0, match.start() - _MAX_LEFT - 2), match.start() - 1)  # `accusa -⏎tion`
        if before:
            hyphen = _Hyphen(before[0], match[1], match[2], before.start(), match.end())
            if _could_be_one(prose.words, hyphen) and (hyphen.gap or text[hyphen.start - 1 : hyphen.start] not in tuple(_HYPHENS)):
                yield hyphen


def _could_be_one(words: Words, hyphen: _Hyphen) -> bool:
    left, gap, right, *_ = hyphen
    if right[0].isupper() and not (left.isupper() and right.isupper() and len(right) > 1):
        return False
    if not gap and (len(left) == 1 or len(right) < 3 or (words.is_foreign(left) and words.is_foreign(right))):
        return False
    return not (words.normal(right) in words.tagged("conjunction") if gap else _is_compound(words, left, right))


def _is_compound(words: Words, left: str, right: str) -> bool:
    """Whether these are two words that their writer joins with a hyphen: `candle-lit`, `goose-bumps`."""
    return len(left) > 2 and min(words.zipf(words.normal(left)), words.zipf(words.normal(right))) >= WEIGHTS.hyphen_words


def _gain(prose: Prose, hyphen: _Hyphen) -> float | None:
    """By how many powers of ten damage is likelier than a hyphen that belongs there; None where the joined word is unknown."""
    words = prose.words
    if hyphen.at_line_end and traits(words.language).noun_capitals and _lacks_capital(hyphen):
        return inf
    first, second = words.normal(hyphen.left), words.normal(hyphen.right)
    zipf = _joined_zipf(prose, first + second, hyphen.gap)
    return None if zipf is None else zipf - words.apart(first, second) - _odds(words, hyphen)


def _lacks_capital(hyphen: _Hyphen) -> bool:
    """Whether this is no true hyphen in German: within a compound a noun after one has its capital."""
    return hyphen.left[0].isupper() and hyphen.right[0].islower() and len(hyphen.left) > 2


def _joined_zipf(prose: Prose, word: str, gap: str) -> float | None:
    """The Zipf value of the word in one piece, which the lexicon has, or the text itself; None for a word that neither has."""
    entry = prose.words.get(word)
    if entry.curated:
        return max(entry.zipf, WEIGHTS.hyphen_known)
    if entry.zipf >= WEIGHTS.hyphen_known:
        return entry.zipf
    return WEIGHTS.hyphen_here if gap and word in prose.vocabulary else None


def _odds(words: Words, hyphen: _Hyphen) -> float:
    """Powers of ten by which a compound with a hyphen is likelier than its parts side by side, and damage rarer."""
    odds = WEIGHTS.hyphen_inside if not hyphen.gap else WEIGHTS.hyphen_line_end if hyphen.at_line_end else WEIGHTS.hyphen_space
    is_compound = words.normal(hyphen.left) in words.tagged("prefix") and not _is_fragment(words, hyphen.right)
    return odds + WEIGHTS.hyphen_prefix if is_compound else odds


def _is_fragment(words: Words, text: str) -> bool:
    entry = words.get(words.normal(text))
    return not entry.curated and entry.zipf < WEIGHTS.hyphen_known


def _will_do(proved: Counter[bool], hyphen: _Hyphen, gain: float | None) -> bool:
    """Whether other hyphens of the same kind, which are damage for certain, let less do for this one."""
    if gain is None:
        # The page is set with hyphens at line ends: a fragment after one needs no proof that the word exists.
        return proved[True] >= WEIGHTS.hyphen_setting
    least = WEIGHTS.hyphen_relaxed_line_end if hyphen.at_line_end else WEIGHTS.hyphen_relaxed
    return proved[hyphen.at_line_end] > 0 and gain > -least
