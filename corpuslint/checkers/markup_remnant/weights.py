"""What the judgement of markup weighs; tried on 1,131 real pages and PDF texts, by reading what was found."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    reach: int = 300
    """Code points to either side in which a text that talks of markup says so."""
    subject: int = 4
    """Different words of programming in a document that is about programs; such a text shows code without a sign of it."""


WEIGHTS = Weights()
