"""Praise, absolutes, and attributions to nobody: "visionary leadership", "second to none", "widely regarded as"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from corpuslint.checkers.unverifiable_superlative.context import MAX_WORD, NONE, Context, TaggedWord
from corpuslint.checkers.unverifiable_superlative.grammar import (
    STRONG,
    UNSPACED_NOUN,
    Claim,
    coordinated,
    noun_phrase,
)
from corpuslint.checkers.unverifiable_superlative.weights import WEIGHTS
from corpuslint.text.hit import Hit


def praise(lower: str, hit: Hit, language: Context) -> Claim | None:
    """The claim of a word of praise: strong by itself, weak only in company."""
    points = WEIGHTS.weak if "weak" in hit.tag else WEIGHTS.strong
    puff = hit.tag.endswith("puff")
    if language.is_unspaced:
        behind = UNSPACED_NOUN.match(lower, hit.end)
        return Claim(hit.start, behind.end() if behind else hit.end, "peacock", points, hit.start, puff=puff)
    start, is_compared = _praise_from(lower, hit.start, language)
    if is_compared:
        return None
    words = language.following(lower, hit.end, WEIGHTS.praise_clause, phrase=True)
    joined, at, _ = coordinated(words, 0, language, STRONG)
    noun = noun_phrase(words, at)
    end = at + len(noun)
    if not noun and "attributive" in hit.tag:
        return None  # "the state of the art" is a noun
    companion = _companion(words, hit)
    points += joined + WEIGHTS.stressed * (start < hit.start) + WEIGHTS.company * (companion is not None)
    points -= WEIGHTS.figure * _is_of_a_fact(lower, noun)
    return Claim(start, companion.end if companion else words[end - 1].end if end else hit.end, "peacock", points, hit.start, puff=puff, doubled=bool(joined))


def _companion(words: Sequence[TaggedWord], hit: Hit) -> TaggedWord | None:
    """The noun of the field that the praise goes with: `weak sv` with `noun s` and `noun v`, strong praise with `noun c`."""
    letters = hit.tag.partition(" ")[2] if "weak" in hit.tag else "c"
    fields = {f"noun {letter}" for letter in letters}
    reach = itertools.takewhile(lambda word: "stop" not in word.classes or "conj" in word.classes, words[: WEIGHTS.company_words])
    return next((word for word in reach if fields & word.classes), None)


def _is_of_a_fact(lower: str, noun: Sequence[TaggedWord]) -> bool:
    """Whether what is praised is a fact or a number ("a staggering 82 percent"), and no score ("an epic 3–2 win")."""
    if not noun:
        return False
    return "fact" in noun[-1].classes or (noun[0].text.isdigit() and lower[noun[0].end : noun[0].end + 1] not in "–-")


def stressed(lower: str, hit: Hit, language: Context) -> Claim | None:
    """An intensifier and the evaluation behind it: "truly inspiring teachers"."""
    words = language.following(lower, hit.end)
    if not words or "adj" not in words[0].classes or "adj weak" in words[0].classes:
        return None
    phrase = noun_phrase(words, 1)
    return Claim(hit.start, phrase[-1].end if phrase else words[0].end, "peacock", WEIGHTS.enough, hit.start)


def fame(lower: str, hit: Hit, language: Context) -> Claim | None:
    """Love and admiration without bounds: "honoured in every corner of the globe"."""
    words = language.following(lower, hit.end)
    if words and (world := language.cues(lower, words[0].start, words[-1].end).get("world")):
        return Claim(hit.start, world[0].end, "absolute", WEIGHTS.enough, hit.start)
    return None


def utmost(hit: Hit) -> Claim:
    return Claim(hit.start, hit.end, "absolute", WEIGHTS.weak if "weak" in hit.tag else WEIGHTS.strong, hit.start, puff=hit.tag.endswith("puff"))


def attribution(lower: str, hit: Hit, claims: Sequence[Claim], language: Context) -> Claim | None:
    """An attribution to nobody with the evaluation that it passes on: a claim behind it, or a noun of praise."""
    words = language.following(lower, hit.end, WEIGHTS.attribution_reach)
    reach = words[-1].end if words else hit.end
    noun = next((word for word in words if "praise" in word.classes), None)
    for claim in claims:
        limit = reach if claim.points >= WEIGHTS.enough else min(reach, hit.end + WEIGHTS.attribution_weak)
        if hit.end - WEIGHTS.shared_article <= claim.start < min(limit, noun.start if noun else limit):
            points = max(WEIGHTS.weak, claim.points) + WEIGHTS.passed_on
            return claim._replace(start=min(hit.start, claim.start), kind="attribution", points=points)
    return Claim(hit.start, noun.end, "attribution", WEIGHTS.enough, hit.start) if noun else None


def _praise_from(lower: str, start: int, language: Context) -> tuple[int, bool]:
    """Where praise begins that an intensifier or another evaluation leads in, and whether it is one of degree ("more")."""
    before = lower.rfind(" ", max(0, start - MAX_WORD), start - 1) + 1 if lower[start - 1 : start] == " " else 0
    classes = language.classes(lower[before : start - 1]) if before else NONE
    if "intensifier" in classes:
        return before, False
    if "conj" in classes:
        first = lower.rfind(" ", max(0, before - MAX_WORD), before - 1) + 1
        if first and language.classes(lower[first : before - 1]) & STRONG:
            return first, False
    return start, "degree" in classes
