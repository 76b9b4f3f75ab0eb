"""What an advertisement is told by, in numbers: each with its unit.

Behind each stands what 20 % less and more do (`benchmarks/sensitivity.py`) on embedded-spam/dev and real/spam: 942 cases,
612 findings right, 17 wrong, 43 outside of the labels (`other`); `shape` is another extent or kind alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_REASONS: Mapping[str, float] = {
    "other script": 3.0,  # than that of the document; ±20 % nothing, without it wrong -1
    "other language": 2.0,  # -20 % right -3, shape -1 +1; +20 % nothing
    "disguised": 4.0,  # ±20 % nothing
    "hidden": 4.0,  # in markup, or a link and nothing else; ±20 % nothing
    "comment": 2.0,  # below the heading of the comments; -20 % right -3, other -2, shape -2 +2; +20 % nothing
    "small edge": 1.0,  # first or last of the document, and beginning with a small letter; -20 % right -1; +20 % nothing
    "contact": 2.0,  # an address, a number, a handle; ±20 % nothing, without it shape -1 +1
    "repeated": 1.0,  # -20 % other -1; +20 % nothing
    "address": 3.0,  # a line that speaks to the reader; -20 % wrong -1, other -1; +20 % nothing
    "address in a comment": 1.0,  # besides; -20 % other -1; +20 % nothing
    "address inside": 1.0,  # of a line; -20 % nothing; +20 % right +1
    "no full stop": 1.0,  # -20 % right -3, wrong -2, other -2, shape -1 +1; +20 % nothing
    "no prose": 1.0,  # -20 % right -1; +20 % nothing
    "prose": -3.0,  # -20 % nothing; +20 % right -2, other -1, shape -2 +2
    "sentence": -7.0,  # that tells of the trade; -20 % wrong +1, shape -1 +1; +20 % nothing
    "sentence of terms": -3.0,  # or one in a comment, or in another language; -20 % nothing; +20 % right -1
    "long": -2.0,  # -20 % nothing; +20 % other -1
    "quoted": -2.0,  # ±20 % nothing, without it right +1
}


class Weights(NamedTuple):
    """Points, shares and lengths that decide; those of lengths are in code points, where no other unit is named."""

    phrase: int = 3
    """Points of a phrase that only advertisements use. -20 % right -17, wrong -5, other -2, shape -4 +4;
    +20 % right +8, wrong +4, other +1, shape -4 +4."""
    trade_word: int = 2
    """Points of a trade's own word. -20 % right -8, wrong -5, other -1, shape -2 +2; +20 % right -5 +4, wrong -1 +6, other -1 +1, shape -1 +1."""
    shop_word: int = 1
    """Points of a word of any shop. -20 % right -3, wrong -1, other -1, shape -1 +1; +20 % right +2, wrong -2 +4, shape -2 +2."""
    trade_words: int = 3
    """Trade words that tell of another language than the document's where no phrase of it does. -20 % wrong +1; +20 % nothing."""
    full: float = 0.5
    """Share of the letters that the terms cover from which a stretch counts as made of them. -20 % right +4, wrong +2, shape -5 +5;
    +20 % right -3, wrong -3, shape -4 +4."""
    thin: float = 1.3
    """The power of what is missing of that share: a report gathers many words of a trade too, in ever more prose. -20 % right +1, wrong +1, shape -5
    +5; +20 % wrong -1, shape -2 +2."""

    reasons: Mapping[str, float] = _REASONS
    """Points of what else speaks for an advertisement, or against it."""
    symbols: int = 2
    """Arrows, currency signs, stars … -20 % shape -1 +1; +20 % nothing."""
    repeated: int = 2
    """Words that are said again. ±20 % nothing."""
    repeated_word: int = 4
    """Letters of the shortest word of which that counts. -20 % nothing; +20 % other -1."""
    some_words: int = 4
    """Words from which on a stretch has a shape. -20 % right +3; +20 % right -1, wrong +1, other +1, shape -1 +1."""
    sentence_words: int = 6
    """Words from which on what ends with a full stop is a sentence. -20 % wrong -1, other -2; +20 % other +1."""
    long_words: int = 60
    """Words from which on a stretch is long. -20 % other -1, shape -1 +1; +20 % right +1, shape -1 +1."""
    no_prose: float = 0.1
    """Share of function words below which a stretch is no prose. ±20 % nothing."""
    prose: float = 0.2
    """Share of function words above which it is. -20 % right -3, wrong -4, other -1, shape -2 +2; +20 % right +1, shape -2 +2."""
    particles: float = 4.0
    """What a particle per letter is worth beside a function word per word, where words are not spaced. ±20 % nothing, 1 shape -2 +2."""
    letters_of_a_word: int = 3
    """The same for words. ±20 % nothing."""
    all_terms: float = 0.75
    """Share of the letters that terms cover from which even a whole sentence is hardly more than terms. -20 % right +1; +20 % nothing."""

    whole_line: int = 900
    """Of the longest line that is judged as one stretch; in a longer one only parts are. -20 % shape -3 +7; +20 % nothing."""
    parts: int = 41
    """Of the shortest line in which parts are judged. ±20 % nothing."""
    loose: tuple[int, int] = (16, 399)
    """Of the lines that are looked at for their ending alone, shortest and longest. ±20 % nothing."""
    heading_points: int = 7
    """That a heading may have by the words of the document's subject alone. -20 % wrong +2; +20 % nothing."""
    stem: int = 6
    """By which a word is found again in other forms. ±20 % nothing."""
    subject_word: int = 4
    """Of the shortest word that tells of a subject. -20 % wrong -1; +20 % shape -1 +1."""
    mixed_places: int = 3
    """Places where two alphabets meet in a line that is looked at for them alone. ±20 % nothing."""
    other_script: float = 0.1
    """Share of the document's letters below which a script is not its own. ±20 % nothing."""
    gap: int = 14
    """Between two terms of one stretch: two short words or one long one. -20 % shape -2 +12; +20 % shape -2 +2."""
    reach: int = 40
    """From the end of the sentence before a stretch to its first term. -20 % right -1; +20 % nothing."""

    anchor_points: int = 5
    """Of the terms in mid-sentence. -20 % right +1; +20 % right -3."""
    anchor_cover: float = 0.8
    """Share of their letters. ±20 % nothing."""
    foreign_anchor_cover: float = 0.5
    """The same in another script. ±20 % nothing."""

    mixed_words: float = 0.1
    """Share of words in two alphabets. -20 % nothing; +20 % shape -1 +1."""
    least_mixed_words: int = 2
    """Such words. -20 % nothing; +20 % shape -2 +2."""
    mathematical: int = 8
    """Mathematical letters. ±20 % nothing."""
    spaced: float = 0.4
    """Share of single letters with spaces between them. ±20 % nothing."""
    leet: float = 0.25
    """Share of words with digits for letters. ±20 % nothing."""
    least_leet: int = 3
    """Such words. ±20 % nothing."""

    sure: int = 9
    """Points of the terms from which it is no call of the page itself: below, 15 of 15 on 715 real pages and PDF texts were
    that; from it on, 52 of 52 in real comment spam are spam."""


WEIGHTS = Weights()
