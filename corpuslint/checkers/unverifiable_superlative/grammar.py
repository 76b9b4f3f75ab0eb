"""What both kinds of claim share: the claim itself, its points, and the words around its trigger.

An evaluation is worth two points, a weak one (important, beautiful) one. Points come on top for a wide scope ("in the
country", "ever"), an intensifier, a second evaluation beside it, a noun of the field that weak praise goes with
("beautiful views"), an attribution to nobody; they go off for "one of the", for a noun that is measured or technical
("best result", "best way to"), and for a superlative without a noun: see `Weights`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.unverifiable_superlative.context import Classes, Context, TaggedWord
from corpuslint.checkers.unverifiable_superlative.weights import WEIGHTS
from corpuslint.lazy import regex

STRONG = frozenset({"adj"})
EVALUATIVE = frozenset({"adj", "adj weak"})
UNSPACED_NOUN = regex(r"的?(?:(?![和与與及是在了有从從也将將会會被把对對为為,，])\w){1,6}")
"""The noun behind an evaluation in Chinese: up to the next particle, verb or comma."""

_NEXT_PHRASE = frozenset({"det", "stop"})
# English endings of adjectives; a word that the lexicon lacks counts as a weak evaluation if it has one.
_ADJECTIVE = ("ous", "ful", "ive", "able", "ible", "ing", "ic", "ish", "less", "some", "worthy", "ly", "ented", "minded", "hearted")


class Claim(NamedTuple):
    """A stretch that claims something, before its sentence is asked for evidence; `at` is where its trigger stands."""

    start: int
    end: int
    kind: str
    points: int
    at: int
    gradable: bool = False
    scoped: bool = False
    puff: bool = False
    """Whether its word is a set phrase of advertising, or one of reputation: "world-class", "legendary"."""
    doubled: bool = False
    """Whether a second strong evaluation is joined to it: "brilliant and immortal"."""


def strength_of(word: TaggedWord, language: Context) -> int:
    if "neutral" in word.classes:
        return 0
    if "adj weak" in word.classes:
        return WEIGHTS.weak
    if word.classes & {"adj", "adj v"}:
        return WEIGHTS.strong
    return WEIGHTS.weak * (language.language == "en" and not word.classes and word.text.endswith(_ADJECTIVE))


def coordinated(
    words: Sequence[TaggedWord], at: int, language: Context, wanted: Classes = EVALUATIVE
) -> tuple[int, int, int]:
    """Further evaluations joined by comma or conjunction: points for them, the place behind them, their strength."""
    points = strength = 0
    while at < len(words):
        step = at + 1 if "conj" in words[at].classes else at if words[at].comma else len(words)
        if step < len(words) and "most" in words[step].classes:
            step += 1
        if step >= len(words) or not (words[step].classes & wanted):
            break
        points, strength, at = WEIGHTS.joined, max(strength, strength_of(words[step], language)), step + 1
    return points, at, strength


def noun_phrase(words: Sequence[TaggedWord], at: int) -> Sequence[TaggedWord]:
    end = at
    while end < len(words) and end - at < WEIGHTS.noun_phrase and not words[end].classes & _NEXT_PHRASE:
        if words[end].comma and end > 0:
            break
        end += 1
    return words[at:end]
