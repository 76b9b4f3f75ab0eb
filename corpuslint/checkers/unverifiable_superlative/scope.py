"""How far a superlative reaches: "ever", "in the world", "in the country", "in Kenya"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.unverifiable_superlative.context import Context, TaggedWord
from corpuslint.checkers.unverifiable_superlative.weights import WEIGHTS
from corpuslint.text.languages import traits


class Scope(NamedTuple):
    points: int
    end: int

    def __bool__(self) -> bool:
        return self.points > 0


def scope(text: str, lower: str, words: Sequence[TaggedWord], language: Context) -> Scope:
    """How far the superlative reaches: "ever", "in the world" 2 points; "in the country", "in Kenya" 1."""
    reach = itertools.takewhile(lambda word: not word.comma, words[: WEIGHTS.scope_words])
    words = list(itertools.dropwhile(lambda word: word.classes & {"not", "intensifier", "both"}, reach))
    if not words:
        return Scope(0, 0)
    if extreme := language.cues(lower, words[0].start, words[-1].end).get("extreme"):
        return Scope(WEIGHTS.extreme, max(cue.end for cue in extreme))
    place = _place(text, words, language)
    return Scope(WEIGHTS.place, place.end) if place else Scope(0, 0)


def scope_within(lower: str, noun: Sequence[TaggedWord], language: Context) -> Scope:
    """The scope that a case ending ties to the noun: "величайшим поэтом всех времён"; no article, no preposition parts them."""
    if "det" in language.known or not noun:
        return Scope(0, 0)
    cues = language.cues(lower, noun[0].start, noun[-1].end)
    points = WEIGHTS.extreme if "extreme" in cues else WEIGHTS.place * ("place" in cues)
    return Scope(points, noun[-1].end if points else 0)


def _place(text: str, words: Sequence[TaggedWord], language: Context) -> TaggedWord | None:
    """The first place or name behind a preposition, if the words begin with one."""
    if "prep" not in words[0].classes:
        return None
    behind = (words[at + 1 : at + 1 + WEIGHTS.place_words] for at, word in enumerate(words) if "prep" in word.classes)
    named = not traits(language.language).noun_capitals
    first = next((word for word in itertools.chain.from_iterable(behind) if _is_place(text, word, named=named)), None)
    if first is None or not text[first.start].isupper():
        return first
    name = itertools.takewhile(lambda word: text[word.start].isupper(), words[words.index(first) :])  # "in New York"
    return list(name)[-1]


def _is_place(text: str, word: TaggedWord, *, named: bool) -> bool:
    """Whether it is a word for a place, or has the capital of a name, where only names have one."""
    return "place" in word.classes or (named and text[word.start].isupper() and "month" not in word.classes)
