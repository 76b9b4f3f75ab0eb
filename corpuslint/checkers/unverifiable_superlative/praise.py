"""Praise, absolutes, and attributions to nobody: "visionary leadership", "second to none", "widely regarded as"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from corpuslint.checkers.unverifiable_superlative.context import NONE, Context, Token
from corpuslint.checkers.unverifiable_superlative.grammar import (
    ENOUGH,
    STRONG,
    UNSPACED_NOUN,
    Claim,
    coordinated,
    noun_phrase,
)
from corpuslint.text.hit import Hit

ATTRIBUTION = 110
"""Code points behind an attribution to nobody in which its claim is looked for."""
_COMPANY = 6
_FAME = 60
_NEAR = 50
_WORD = 24


def praise(lower: str, hit: Hit, language: Context) -> Claim | None:
    """The claim of a word of praise: strong by itself, weak only in company."""
    if language.is_unspaced:
        behind = UNSPACED_NOUN.match(lower, hit.end)
        return Claim(hit.start, behind.end() if behind else hit.end, "peacock", 1 if "weak" in hit.tag else 2, hit.start)
    start, degree = _stressed_from(lower, hit.start, language)
    if degree:
        return None
    words = language.following(lower, hit.end, 60, phrase=True)
    joined, at, _ = coordinated(words, 0, language, STRONG)
    phrase = noun_phrase(words, at)
    fields = {f"noun {letter}" for letter in hit.tag[5:]}
    reach = itertools.takewhile(lambda word: "stop" not in word.classes or "conj" in word.classes, words[:_COMPANY])
    noun = next((word for word in reach if fields & word.classes), None)
    end = noun.end if noun else phrase[-1].end if phrase else words[at - 1].end if at else hit.end
    points = (1 if hit.tag.startswith("weak") else 2) + joined + int(noun is not None)
    points -= int(bool(phrase) and ("fact" in phrase[-1].classes or _is_figure(lower, phrase[0])))
    points += start < hit.start
    return Claim(start, end, "peacock", points, hit.start)


def stressed(lower: str, hit: Hit, language: Context) -> Claim | None:
    """An intensifier and the evaluation behind it: "truly inspiring teachers"."""
    words = language.following(lower, hit.end, 50)
    if not words or "adj" not in words[0].classes or "adj weak" in words[0].classes:
        return None
    phrase = noun_phrase(words, 1)
    return Claim(hit.start, phrase[-1].end if phrase else words[0].end, "peacock", ENOUGH, hit.start)


def _is_figure(lower: str, word: Token) -> bool:
    """A number that the praise is of ("a staggering 82 percent"), not a score ("an epic 3–2 win")."""
    return word.text.isdigit() and lower[word.end : word.end + 1] not in "–-"


def fame(lower: str, hit: Hit, language: Context) -> Claim | None:
    """Love and admiration without bounds: "honoured in every corner of the globe"."""
    words = language.following(lower, hit.end, _FAME)
    if words and (world := language.cues(lower, words[0].start, words[-1].end).get("world")):
        return Claim(hit.start, world[0].end, "absolute", ENOUGH, hit.start)
    return None


def absolute(hit: Hit) -> Claim:
    return Claim(hit.start, hit.end, "absolute", 1 if "weak" in hit.tag else 2, hit.start)


def attribution(lower: str, hit: Hit, claims: Sequence[Claim], language: Context) -> Claim | None:
    """An attribution to nobody with the evaluation that it passes on: a claim behind it, or a noun of praise."""
    words = language.following(lower, hit.end, ATTRIBUTION)
    reach = words[-1].end if words else hit.end
    noun = next((word for word in words[:8] if "praise" in word.classes), None)
    for claim in claims:
        limit = reach if claim.points >= ENOUGH else hit.end + _NEAR
        if hit.end - 4 <= claim.start < min(limit, noun.start if noun else limit):
            points = max(1, claim.points) + 1
            return claim._replace(start=min(hit.start, claim.start), kind="attribution", points=points)
    return Claim(hit.start, noun.end, "attribution", ENOUGH, hit.start) if noun else None


def _stressed_from(lower: str, start: int, language: Context) -> tuple[int, bool]:
    """Where praise begins that an intensifier or another evaluation leads in, and whether it is one of degree ("more")."""
    before = lower.rfind(" ", max(0, start - _WORD), start - 1) + 1 if lower[start - 1 : start] == " " else 0
    classes = language.classes(lower[before : start - 1]) if before else NONE
    if "intensifier" in classes:
        return before, False
    if "conj" in classes:
        first = lower.rfind(" ", max(0, before - _WORD), before - 1) + 1
        if first and language.classes(lower[first : before - 1]) & STRONG:
            return first, False
    return start, "degree" in classes
