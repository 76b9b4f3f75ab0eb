"""Superlatives: "one of the most gifted cellists of her generation", "no lake on Earth is more beautiful"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.unverifiable_superlative.context import Classes, Context, Token
from corpuslint.checkers.unverifiable_superlative.grammar import (
    ENOUGH,
    EVALUATIVE,
    UNSPACED_NOUN,
    Claim,
    coordinated,
    noun_phrase,
    strength_of,
)
from corpuslint.lazy import regex
from corpuslint.text.hit import Hit
from corpuslint.text.languages import traits

_LEAD = 8
_WORD = 24
_LEADS = frozenset({"intensifier", "conj", "numeral", "ordinal"})
_SCOPE = 11
_NONE = regex(r"\b(?:no|nothing|nobody|nowhere)\b")
_NONE_REACH = 80
_UNSPACED_SCOPE = 8


class Scope(NamedTuple):
    points: int
    end: int


class Lead(NamedTuple):
    """What stands before a superlative: where the claim begins, and the points that it adds."""

    start: int
    points: int
    stressed: bool
    determined: bool
    ranked: bool
    scoped: bool
    partitive: bool


def superlative(text: str, lower: str, hit: Hit, language: Context) -> Claim | None:
    """The claim of a superlative word, or of the marker `most` and the adjective behind it."""
    if language.is_unspaced:
        return _unspaced(lower, hit, language)
    lead = _lead(text, lower, hit, language)
    if lead.ranked or (not lead.determined and "det" in language.known):
        return None
    words = language.following(lower, hit.end)
    strength, at, term = (0 if hit.tag == "most" else 1 if "weak" in hit.tag else 2), 0, hit.term
    if hit.tag == "most":
        at = _adjective_at(words)
        if at >= len(words):
            return None
        term, strength = words[at].text, strength_of(words[at], language)
        at += 1
    joined, at, second = coordinated(words, at, language)
    strength = max(strength, second)
    phrase = noun_phrase(words, at)
    if hit.tag == "best v" or (hit.tag == "most" and "adj v" in words[at - 1].classes):
        strength = ENOUGH * _is_personal(lower, hit, phrase, language)
    if not strength:
        return None
    end = phrase[-1].end if phrase else words[at - 1].end if at else hit.end
    rest = words[at + len(phrase) :]
    if _is_closed_group(rest):
        return None
    scope = _scope(text, lower, rest, language)
    points = strength + joined + lead.points + max(scope.points, int(lead.scoped))
    points -= int(lead.partitive and strength == 1 and not scope.points)
    points -= _discount(phrase, scope, lead, strength + (hit.tag == "most"))
    gradable = "gradable" in language.classes(term)
    return Claim(lead.start, scope.end or end, "superlative", points, hit.start, gradable, bool(scope.points or lead.scoped))


def comparison(lower: str, hit: Hit, language: Context) -> Claim | None:
    """The comparative that nothing reaches: "no lake on Earth is more beautiful"."""
    left = max(0, hit.start - _NONE_REACH)
    none = _NONE.search(lower, left, hit.start) if "no" in lower[left : hit.start] else None
    if not none:
        return None
    words = language.following(lower, hit.end, 60)
    end, strength = hit.end, 2
    if hit.tag == "more":
        if not words or not (strength := strength_of(words[0], language)):
            return None
        end, words = words[0].end, words[1:]
    if words and words[0].text == "than":
        return None
    clause = language.preceding(lower, hit.start, hit.start - none.start())
    reach = language.cues(lower, none.end(), end)
    if not clause or clause[0].start != none.start() or not (none[0] == "nowhere" or "extreme" in reach):
        return None
    return Claim(none.start(), end, "superlative", strength + 1, hit.start, scoped=True)


def _unspaced(lower: str, hit: Hit, language: Context) -> Claim:
    """The superlative of a language without spaces: its noun follows 的, its scope stands close before it."""
    noun = UNSPACED_NOUN.match(lower, hit.end)
    before = language.cues(lower, max(0, hit.start - _UNSPACED_SCOPE), hit.start)
    scope = [cue for name in ("extreme", "place") for cue in before.get(name, ()) if hit.start - cue.end < 3]
    points = (1 if "weak" in hit.tag else 2) + (2 if "extreme" in before else int(bool(scope)))
    if noun and language.cues(lower, hit.end, noun.end()).get("measured"):
        points -= 2
    start = min((cue.start for cue in scope), default=hit.start)
    gradable = "gradable" in language.classes(hit.term)
    return Claim(start, noun.end() if noun else hit.end, "superlative", points, hit.start, gradable, bool(scope))


def _is_personal(lower: str, hit: Hit, phrase: Sequence[Token], language: Context) -> bool:
    """Whether a word for both "greatest" and "largest" is said of people and their deeds ("größter Dichter")."""
    near = [*language.preceding(lower, hit.start)[-3:], *phrase[:1], *phrase[-1:]]
    return any("noun v" in word.classes for word in near)


def _adjective_at(words: Sequence[Token]) -> int:
    """The place of the adjective behind `most`, past an adverb in -ly."""
    return 1 if len(words) > 1 and words[0].text.endswith("ly") and not words[0].classes & EVALUATIVE else 0


def _lead(text: str, lower: str, hit: Hit, language: Context) -> Lead:
    """Walk back over intensifiers, numerals and other superlatives to the determiner, and to "one of" before it."""
    if _stands_bare(lower, hit.start, language):
        return Lead(hit.start, 0, False, False, False, False, False)
    words = language.preceding(lower, hit.start)[-_LEAD:]
    stressed = joined = ranked = False
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if _is_determiner(word):
            break
        ranked = ranked or "ordinal" in word.classes
        stressed, joined = stressed or "intensifier" in word.classes, joined or "conj" in word.classes
        if _stops_lead(word.text, word.classes, language):
            return Lead(hit.start, 0, False, False, ranked, False, False)
    else:
        return Lead(hit.start, 0, False, False, ranked, False, False)
    scoped = "place" in language.classes(word.text.removesuffix("'s"))
    if word.text.endswith("'s"):
        at = _possessor_at(text, words, at)
    first = at
    if at > 0 and "among" in words[at - 1].classes:
        first = at - 1
    elif at > 1 and "of" in words[at - 1].classes and "numeral" in words[at - 2].classes:
        first = at - 2
    stressed = stressed or (first > 0 and "intensifier" in words[first - 1].classes)
    points = stressed + joined + 2 * ("extreme" in word.classes)
    return Lead(words[first].start, points, stressed, True, ranked, scoped, first < at)


def _stops_lead(word: str, classes: Classes, language: Context) -> bool:
    """Whether no determiner before the word can be the superlative's."""
    passed = not _LEADS.isdisjoint(classes) or word.endswith("est")
    return not passed and ("stop" in classes or not traits(language.language).noun_first)


def _stands_bare(lower: str, start: int, language: Context) -> bool:
    """Whether the word before a place, one of letters between spaces, settles that there is no lead."""
    space = lower.rfind(" ", max(0, start - _WORD), start - 1)
    word = lower[space + 1 : start - 1] if space >= 0 else ""
    if not (word.isalpha() and lower[start - 1] == " "):
        return False
    classes = language.classes(word)
    return "det" not in classes and _stops_lead(word, classes, language)


def _possessor_at(text: str, words: Sequence[Token], at: int) -> int:
    """Where the possessor begins: "South America's", "the country's"."""
    while at > 0 and text[words[at - 1].start].isupper() and not words[at - 1].comma:
        at -= 1
    return at - 1 if at > 0 and words[at - 1].text == "the" else at


def _is_determiner(word: Token) -> bool:
    return "det" in word.classes or word.text.endswith("'s")


def _discount(phrase: Sequence[Token], scope: Scope, lead: Lead, strength: int) -> int:
    """Points off for what the superlative is said of; "most" and an evaluation stands above that."""
    if strength > ENOUGH:
        return 0
    if not phrase:
        return 0 if scope.points else 1
    head: Classes = phrase[-1].classes | phrase[0].classes
    return 2 if "measured" in head else int("technical" in head and not lead.stressed)


def _is_closed_group(words: Sequence[Token]) -> bool:
    """"of the three", "of these": what a look at the others can settle is no puffery."""
    texts = [word.text for word in words[:3]]
    return texts[:1] == ["of"] and (
        texts[1:2] in (["these"], ["those"], ["them"]) or (len(texts) == 3 and texts[1] == "the" and "numeral" in words[2].classes)
    )


def _scope(text: str, lower: str, words: Sequence[Token], language: Context) -> Scope:
    """How far the superlative reaches: "ever", "in the world" 2 points; "in the country", "in Kenya" 1."""
    words = words[:_SCOPE]
    words = list(itertools.takewhile(lambda word: not word.comma, words))
    while words and words[0].classes & {"not", "intensifier", "both"}:
        words = words[1:]
    if not words:
        return Scope(0, 0)
    if extreme := language.cues(lower, words[0].start, words[-1].end).get("extreme"):
        return Scope(2, max(cue.end for cue in extreme))
    for at, word in enumerate(words):
        if "prep" in word.classes:
            for place in words[at + 1 : at + 4]:
                if "place" in place.classes or (text[place.start].isupper() and "month" not in place.classes):
                    return Scope(1, place.end)
        elif at == 0:
            break
    return Scope(0, 0)
