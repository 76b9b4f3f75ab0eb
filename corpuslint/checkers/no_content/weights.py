"""What makes a document one without a text; tried on 530 real pages and PDF texts, none of which is one."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    empty: int = 3
    """Letters below which there is no text."""
    short: int = 120
    """Words of a document that a message or a form can fill."""
    short_unspaced: int = 300
    """Code points of the same in a script without spaces."""
    form: int = 2
    """Different phrases that make a login form; one of them stands on many pages with a text."""
    tail: int = 60
    """Code points at the end of a document in which a teaser breaks off."""
    line: int = 60
    """Code points beside a phrase on the line of a message; in a longer one the text talks of it."""



WEIGHTS = Weights()
