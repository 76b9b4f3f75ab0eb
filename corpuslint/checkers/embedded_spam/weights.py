"""What an advertisement is told by, in numbers: each with its unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_REASONS: Mapping[str, float] = {
    "other script": 3.0,  # than that of the document
    "other language": 2.0,
    "disguised": 4.0,
    "hidden": 4.0,  # in markup, or a link and nothing else
    "comment": 2.0,  # below the heading of the comments
    "small edge": 1.0,  # first or last of the document, and beginning with a small letter
    "contact": 2.0,  # an address, a number, a handle
    "repeated": 1.0,
    "address": 3.0,  # a line that speaks to the reader
    "address in a comment": 1.0,  # besides
    "address inside": 1.0,  # of a line
    "no full stop": 1.0,
    "no prose": 1.0,
    "prose": -3.0,
    "sentence": -7.0,  # that tells of the trade
    "sentence of terms": -3.0,  # or one in a comment, or in another language
    "long": -2.0,
    "quoted": -2.0,
}


class Weights(NamedTuple):
    """Points, shares and lengths that decide; those of lengths are in code points, where no other unit is named."""

    phrase: int = 3
    """Points of a phrase that only advertisements use."""
    trade_word: int = 2
    """Points of a trade's own word."""
    shop_word: int = 1
    """Points of a word of any shop."""
    trade_words: int = 3
    """Trade words that tell of another language than the document's where no phrase of it does."""
    full: float = 0.5
    """Share of the letters that the terms cover from which a stretch counts as made of them."""
    thin: float = 1.3
    """The power of what is missing of that share: a report gathers many words of a trade too, in ever more prose."""

    reasons: Mapping[str, float] = _REASONS
    """Points of what else speaks for an advertisement, or against it."""
    symbols: int = 2
    """Arrows, currency signs, stars …"""
    repeated: int = 2
    """Words that are said again."""
    repeated_word: int = 4
    """Letters of the shortest word of which that counts."""
    some_words: int = 4
    """Words from which on a stretch has a shape."""
    sentence_words: int = 6
    """Words from which on what ends with a full stop is a sentence."""
    long_words: int = 60
    """Words from which on a stretch is long."""
    no_prose: float = 0.1
    """Share of function words below which a stretch is no prose."""
    prose: float = 0.2
    """Share of function words above which it is."""
    particles: float = 4.0
    """What a particle per letter is worth beside a function word per word, where words are not spaced."""
    letters_of_a_word: int = 3
    """The same for words."""
    all_terms: float = 0.75
    """Share of the letters that terms cover from which even a whole sentence is hardly more than terms."""

    whole_line: int = 900
    """Of the longest line that is judged as one stretch; in a longer one only parts are."""
    parts: int = 41
    """Of the shortest line in which parts are judged."""
    loose: tuple[int, int] = (16, 399)
    """Of the lines that are looked at for their ending alone, shortest and longest."""
    heading_points: int = 7
    """That a heading may have by the words of the document's subject alone."""
    stem: int = 6
    """By which a word is found again in other forms."""
    subject_word: int = 4
    """Of the shortest word that tells of a subject."""
    mixed_places: int = 3
    """Places where two alphabets meet in a line that is looked at for them alone."""
    other_script: float = 0.1
    """Share of the document's letters below which a script is not its own."""
    gap: int = 14
    """Between two terms of one stretch: two short words or one long one."""
    reach: int = 40
    """From the end of the sentence before a stretch to its first term."""

    anchor_points: int = 5
    """Of the terms in mid-sentence."""
    anchor_cover: float = 0.8
    """Share of their letters."""
    foreign_anchor_cover: float = 0.5
    """The same in another script."""

    mixed_words: float = 0.1
    """Share of words in two alphabets."""
    least_mixed_words: int = 2
    """Such words."""
    mathematical: int = 8
    """Mathematical letters."""
    spaced: float = 0.4
    """Share of single letters with spaces between them."""
    leet: float = 0.25
    """Share of words with digits for letters."""
    least_leet: int = 3
    """Such words."""


WEIGHTS = Weights()
