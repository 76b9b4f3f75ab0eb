"""An entry of a word list, found in a text."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """A lexicon entry found as whole words: span in the text, the entry, its tag, lexicon and language."""

    start: int
    end: int
    term: str
    tag: str
    lexicon: str
    language: str
