"""The lines of a text that look odd in its language: what is asked for an explanation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import NamedTuple

from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.mojibake.words import may_be_odd, oddity
from corpuslint.document import Document

MAX_PIECE = 1500
"""Code points of a line; longer ones are read in pieces, so that the cost stays linear."""
MAX_WORD = 200
"""Code points of a word that tell whether it is odd."""


class Piece(NamedTuple):
    """A suspicious line, or a piece of a long one: its offset, its text, its odd words, and how odd they are (nats)."""

    start: int
    text: str
    words: tuple[str, ...]
    oddity: float


def suspicious(document: Document, language: str) -> Iterator[Piece]:
    every = list(lines(document))
    for start, text in compress(every, may_be_odd(language, [text for _, text in every])):
        odd = {w: o for w in text.split(" ") if not w.isascii() and (o := oddity(language, w[:MAX_WORD]))}
        if odd:
            yield Piece(start, text, tuple(odd), sum(odd.values()))


def lines(document: Document) -> Iterator[tuple[int, str]]:
    """The lines that are not ASCII, long ones in pieces, with their offsets."""
    at = 0
    for text in document.text.replace("\r", "\n").split("\n"):
        if not text.isascii():
            yield from ((at + start, piece) for start, piece in _pieces(text))
        at += len(text) + 1


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= MAX_PIECE else max(text.rfind(" ", start, start + MAX_PIECE), start) + 1
        if end == start + 1:
            end = start + MAX_PIECE
        yield start, text[start:end]
        start = end


def odd_words(pieces: list[Piece]) -> frozenset[str]:
    return frozenset(word for piece in pieces for word in piece.words)


def many_odd(pieces: list[Piece]) -> bool:
    """Whether so many words are odd that the language may be another."""
    return sum(len(piece.words) for piece in pieces) > WEIGHTS.many_odd * sum(1 + piece.text.count(" ") for piece in pieces)
