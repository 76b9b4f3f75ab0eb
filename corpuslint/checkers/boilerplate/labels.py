"""What a line may be by its words alone: a kind of boilerplate, and how certain that is before its place is looked at."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Certainty(IntEnum):
    """Where a label counts; in the lists of templates the tag's second word, in lower case (SURE has none)."""

    TOPIC = 1
    """The name of a section ('Sports'): only in a row of such, at an edge of the document."""
    RUN = 2
    """A word that can as well be a heading ('Comments'): only beside others, or as the very first or last line."""
    EDGE = 3
    """A button or a menu word ('Share'): outside the text proper, or in a run."""
    SURE = 4
    """Nothing else says this: anywhere, if it is the whole line."""


_OF_TAG = {"": Certainty.SURE, "edge": Certainty.EDGE, "run": Certainty.RUN, "topic": Certainty.TOPIC}


class Label(NamedTuple):
    kind: str
    certainty: Certainty

    @classmethod
    def of_tag(cls, tag: str) -> Label:
        kind, _, certainty = tag.partition(" ")
        return cls(kind, _OF_TAG[certainty])

    def at_most(self, certainty: Certainty) -> Label:
        return self if self.certainty <= certainty else Label(self.kind, certainty)
