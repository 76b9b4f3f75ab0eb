"""What counts in a comparison of documents. Each number was turned by 20 % on 4,392 documents of five development sets
taken as one corpus (benchmarks/sensitivity.py; 2,210 findings): what moved stands beside it."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    candidate: float = 0.2
    """Share of a document that another must hold first before the two are compared as wholes; -20 % nothing, +20 %
    takes 1 near-duplicate for its passages."""
    shortest: int = 3
    """Times the minimum of words that documents must have to be near-duplicates, for short ones are alike by their
    pattern; 2 makes 1 passage a near-duplicate, 4 makes 3 passages of them."""
    shingle: float = 0.5
    """Times the minimum of words that count as the same in near-duplicates; -20 % makes 14 passages 9 near-duplicates,
    +20 % 11 near-duplicates 32 passages."""
    script: float = 1 / 3
    """Share of a text's sample that is Chinese, Japanese or Thai, from which on its characters are counted in place of
    its words; -20 % loses 2 findings and has 2 others, +20 % loses 4."""
    han: int = 2
    """Characters of Chinese and Japanese that hold as much as a word; 1 adds 83 findings and loses 6, 3 loses 24."""
    thai: int = 5
    """The same of Thai, Lao, Burmese and Khmer, of which no set has enough; the card promises fifty for ten words."""

    numbers: float = 0.45
    """Share of a passage's words that are numbers, from which on it says nothing: calendars, page bars, columns. This one and those
    below were read off 271 passages of 1,131 real documents."""
    signs: float = 0.04
    """Share of its characters that are signs of code."""
    columns: float = 0.25
    """Columns to a word from which on it is a row of a table."""
    commas: float = 0.4
    """Commas to a word from which on it is a list."""
    register: int = 6
    """Lines of a list that is sorted from A to Z, without the first and the last of the passage."""
    ascending: float = 0.95
    """Share of them that stand in order."""
    katakana: float = 0.6
    """Share of Katakana among the letters from which on a passage is made of foreign names."""


WEIGHTS = Weights()
