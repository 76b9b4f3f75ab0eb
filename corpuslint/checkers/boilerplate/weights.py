"""What a line of a web page is told by, in numbers: each with its unit."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """Counts and lengths that decide; those of lengths are in code points, where no other unit is named."""

    clue_points: int = 2
    """Points of clues that make a line boilerplate; one more where it is longer than `clue_line`, two where twice as long."""
    clue_line: int = 120
    clue_sentences: float = 0.4
    """Share of a line's sentences that must hold a clue: a notice speaks of one thing, an article goes on."""
    holders: int = 3
    """Different copyright lines that a page and what it quotes may have; a text with more tells who holds what."""
    heading: int = 40
    """Of the longest line that can be the heading of the line below it."""

    whole: int = 300
    """Of the longest line that is compared from end to end; of a longer one the beginning is."""
    floating: int = 160
    """Of the longest line that may begin with any words, if the rest of it is spelled out in a template."""
    name_words: int = 6
    """Words that the slot `{name}` takes."""
    any_words: int = 8
    """Words that the slot `{any}` takes."""
    letterwise: int = 3
    """Tokens to a word in a script whose characters are tokens of their own."""
    reach: tuple[int, ...] = (0, 4, 10, 22, 60)
    """Tokens of a line that a template with an open end may cover, by the number of words that it spells out."""

    known: float = 0.6
    """Share of the items of a row that must be known."""
    menu_items: int = 5
    """Names of sections in a row that are a menu wherever it stands; with a menu word among them one less."""

    paragraph: int = 80
    """From which on a line is text proper, whatever it ends with."""
    letterwise_paragraph: int = 30
    """The same where each character is a word."""
    sentence: int = 40
    """From which on a line that ends as a sentence is text proper."""
    letterwise_sentence: int = 12
    """The same where each character is a word."""
    wrapped: int = 40
    """From which on a line may have been wrapped."""
    fill: int = 24
    """Of the longest unknown line between two labels of a menu that is one of its items."""
    substance: int = 400
    """Of paragraphs below which one word at the head of a text is its title."""
    echo: int = 400
    """After a first line in which its word shows that it is the title."""


WEIGHTS = Weights()
