"""How much evidence another language needs, in numbers: each with its unit, tried on the labelled cases and on 1,131 real documents
whose language was known or was read."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """Letters are counted where no other unit is named."""

    lead: float = 3.0
    """Times as many frequent words of the other language as of the document's; near ones (Danish and Norwegian, Croatian and
    Serbian, Indonesian and Malay) never come to it."""
    hits: int = 8
    """Frequent words of the other language in a paragraph."""
    paragraph: int = 60
    """Of the shortest paragraph that is asked; in scripts that put no space between words a fifth."""
    document: int = 200
    """Of all paragraphs that speak against the document's language; in such scripts a fifth."""
    passage: int = 400
    """Of a passage in another language; in such scripts a fifth."""
    unspaced: int = 5
    """Letters of other scripts that hold as much as one of a script without spaces."""
    told: float = 0.4
    """Share of all letters that these must be: a language with a short list of words is often unsure."""
    one: float = 0.8
    """Share of what speaks against the document's language that must be of one other language."""
    strays: float = 0.05
    """Share of the letters that may speak for the index's language where the document is told to be in another."""
    main: float = 0.65
    """Share of the letters that must be of the document's language, for a passage to be a stranger in it: below, it is bilingual."""
    script: float = 0.8
    """Share of letters in scripts that are not the language's."""
    digits: float = 0.04
    """Share of digits from which on a passage is a list of works, of prices, of dates."""
    verse: int = 50
    """Code points of the longest line of a passage that may be a song's."""


WEIGHTS = Weights()
