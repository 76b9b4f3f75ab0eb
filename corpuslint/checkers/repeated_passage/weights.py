"""What makes a repeated stretch a passage, in numbers: each with its unit, tried on 1,131 real documents (web pages, releases,
PDF and OCR texts) whose repeated stretches were read."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """Lengths are in code points, where no other unit is named."""

    words: int = 15
    """Words that a paragraph of prose has at least; twice as many characters in Chinese and Japanese. Shorter ones are mostly
    headings, questions, calls to read on."""
    sentences: int = 2
    """Sentences in a paragraph that does not end with one."""
    lower: float = 0.5
    """Share of the words that begin with a small letter, where the script has such: names in a row and titles have fewer."""
    signs: float = 0.03
    """Share of signs of code and tables from which on a paragraph is no prose."""
    digits: float = 0.15
    """The same of digits."""
    wrapped: tuple[int, int] = (45, 110)
    """A line of wrapped text that goes on in the next one: shorter ones are verse and headings, longer ones paragraphs."""
    verse: int = 50
    """The longest line of a paragraph of many lines that may be verse."""
    verses: int = 3
    """Lines of such a paragraph."""
    attribution: int = 80
    """The longest line that says whose words follow."""
    block: tuple[int, int] = (12, 25)
    """Paragraphs, and words, of a run without prose that is told: a menu, a list of links, a form that a page has for two widths."""
    own: float = 0.5
    """Share of them that the document has twice and not more often, as its table heads and labels are."""
    often: int = 3
    """Places from which on a short passage is a refrain, a signature, or what each entry of a form or list says."""
    template: int = 40
    """Words from which on a passage is told however often it comes."""


WEIGHTS = Weights()
