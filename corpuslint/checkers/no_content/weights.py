"""What makes a document one without a text; tried on 1,131 real pages and PDF texts, of which two are such."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    empty: int = 3
    """Letters below which there is no text."""
    short: int = 150
    """Words of a document that a message or a form can fill."""
    head: int = 200
    """Code points at the start in which a wall says that it is one; further down a page asks for JavaScript to show its comments."""
    short_unspaced: int = 300
    """Code points of the same in a script without spaces."""
    form: int = 2
    """Different phrases that make a login form; one of them stands on many pages with a text."""
    tail: int = 60
    """Code points at the end of a document in which a teaser breaks off."""
    line: int = 60
    """Code points beside a phrase on the line of a message; in a longer one the text talks of it."""



WEIGHTS = Weights()
