"""What a line of a web page is told by, in numbers: each with its unit.

Behind each stands what 20 % less and more do (`benchmarks/sensitivity.py`) on boilerplate/dev and real/labels: 823 cases,
1850 findings right, 3 wrong, 35 outside of the labels (`other`); `shape` is another extent or kind alone.
"""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """Counts and lengths that decide; those of lengths are in code points, where no other unit is named."""

    clue_points: int = 2
    """Points of clues that make a line boilerplate;
    one more where it is longer than `clue_line`, two where twice as long. -20 % right +1, wrong +3, other +1; +20 % right -12."""
    clue_line: int = 120
    clue_sentences: float = 0.4
    """Share of a line's sentences that must hold a clue: a notice speaks of one thing, an article goes on. -20 % wrong +1; +20 % nothing."""
    holders: int = 3
    """Different copyright lines that a page and what it quotes may have; a text with more tells who holds what. ±20 % nothing;
    an example of the card needs it."""

    whole: int = 300
    """Of the longest line that is compared from end to end; of a longer one the beginning is. ±20 % nothing."""
    floating: int = 160
    """Of the longest line that may begin with any words, if the rest of it is spelled out in a template. ±20 % nothing."""
    name_words: int = 6
    """Words that the slot `{name}` takes. -20 % shape -1 +1; +20 % nothing."""
    any_words: int = 8
    """Words that the slot `{any}` takes. ±20 % nothing."""
    letterwise: int = 3
    """Tokens to a word in a script whose characters are tokens of their own. ±20 % nothing."""
    reach: tuple[int, ...] = (0, 4, 10, 22, 60)
    """Tokens of a line that a template with an open end may cover, by the number of words that it spells out. [2] -20 % nothing; +20 % wrong +3."""

    known: float = 0.6
    """Share of the items of a row that must be known. ±20 % nothing; without it six findings more on real documents."""
    menu_items: int = 5
    """Names of sections in a row that are a menu wherever it stands; with a menu word among them one less. -20 % right +3; +20 % nothing."""

    paragraph: int = 80
    """From which on a line is text proper, whatever it ends with. -20 % right -29, other -5; +20 % right -1 +33, wrong +3, other +5."""
    letterwise_paragraph: int = 30
    """The same where each character is a word. ±20 % nothing."""
    sentence: int = 40
    """From which on a line that ends as a sentence is text proper. -20 % right -1, other -2; +20 % right -1 +9, other +2."""
    letterwise_sentence: int = 12
    """The same where each character is a word. ±20 % nothing."""
    wrapped: int = 40
    """From which on a line may have been wrapped. -20 % nothing; +20 % right +2, wrong +1."""
    fill: int = 24
    """Of the longest unknown line between two labels of a menu that is one of its items. -20 % right -11, other -1; +20 % right +4."""
    substance: int = 400
    """Of paragraphs below which one word at the head of a text is its title. -20 % nothing; +20 % right -1."""
    echo: int = 400
    """After a first line in which its word shows that it is the title. ±20 % nothing."""


WEIGHTS = Weights()
