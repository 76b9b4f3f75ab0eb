"""Superlatives: "one of the most gifted cellists of her generation", "no lake on Earth is more beautiful"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.unverifiable_superlative.context import MAX_CLAUSE, MAX_WORD, Classes, Context, TaggedWord
from corpuslint.checkers.unverifiable_superlative.grammar import (
    EVALUATIVE,
    UNSPACED_NOUN,
    Claim,
    coordinated,
    noun_phrase,
    strength_of,
)
from corpuslint.checkers.unverifiable_superlative.scope import Scope, scope, scope_within
from corpuslint.checkers.unverifiable_superlative.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.hit import Hit
from corpuslint.text.languages import traits

_LEADS = frozenset({"intensifier", "conj", "numeral", "ordinal"})
_NONE = regex(r"\b(?:no|nothing|nobody|nowhere)\b")
MAX_UNSPACED_SCOPE = 8
"""Code points before a superlative of a language without spaces in which its scope is looked for."""


class Lead(NamedTuple):
    """What stands before a superlative: where the claim begins, and the points that it adds."""

    start: int
    points: int = 0
    stressed: bool = False
    scoped: bool = False
    partitive: bool = False


class Evaluation(NamedTuple):
    """What a superlative says: its adjective, how strong it and those joined to it are, of which noun, and up to where."""

    term: str
    strength: int
    joined: int
    noun: Sequence[TaggedWord]
    end: int
    rest: Sequence[TaggedWord]
    """The words behind the noun."""


def superlative(text: str, lower: str, hit: Hit, language: Context) -> Claim | None:
    """The claim of a superlative word, or of the marker `most` and the adjective behind it."""
    if language.is_unspaced:
        return _unspaced(lower, hit, language)
    lead = _lead(text, lower, hit, language)
    said = _evaluation(lower, hit, language) if lead else None
    if not lead or not said or _is_closed_group(said.rest):
        return None
    reach = scope(text, lower, said.rest, language) or scope_within(lower, said.noun, language)
    points = _points(hit, lead._replace(stressed=lead.stressed or _is_offered(lower, lead.start, language)), said, reach)
    gradable = "gradable" in language.classes(said.term)
    scoped = bool(reach or lead.scoped) or "extreme" in language.cues(lower, hit.start, hit.end)
    return Claim(lead.start, reach.end or said.end, "superlative", points, hit.start, gradable, scoped)


def _is_offered(lower: str, start: int, language: Context) -> bool:
    """Whether those who write say what they have: "our collection offers the best options"."""
    return any("ours" in word.classes for word in language.preceding(lower, start))


def _points(hit: Hit, lead: Lead, said: Evaluation, reach: Scope) -> int:
    """What the claim weighs; "most" with a strong evaluation stands above what it is said of."""
    points = said.strength + said.joined + lead.points + max(reach.points, WEIGHTS.place * lead.scoped)
    if not (hit.tag == "most" and said.strength == WEIGHTS.strong):
        points -= _discount(said.noun, reach, lead)
    if lead.partitive and said.strength == WEIGHTS.weak and not reach.points:
        points -= WEIGHTS.partitive
    return points


def comparison(lower: str, hit: Hit, language: Context) -> Claim | None:
    """The comparative that nothing reaches: "no lake on Earth is more beautiful"."""
    left = max(0, hit.start - MAX_CLAUSE)
    none = _NONE.search(lower, left, hit.start) if "no" in lower[left : hit.start] else None
    if not none:
        return None
    words = language.following(lower, hit.end)
    end = hit.end
    if hit.tag == "more":
        if not words or not strength_of(words[0], language):
            return None
        end, words = words[0].end, words[1:]
    if words and words[0].text == "than":
        return None
    clause = language.preceding(lower, hit.start, hit.start - none.start())
    reach = language.cues(lower, none.end(), end)
    if not clause or clause[0].start != none.start() or not (none[0] == "nowhere" or "extreme" in reach):
        return None
    return Claim(none.start(), end, "superlative", WEIGHTS.enough, hit.start, scoped=True)


def _unspaced(lower: str, hit: Hit, language: Context) -> Claim:
    """The superlative of a language without spaces: its noun follows 的, its scope stands close before it."""
    noun = UNSPACED_NOUN.match(lower, hit.end)
    before = language.cues(lower, max(0, hit.start - MAX_UNSPACED_SCOPE), hit.start)
    scope = [cue for name in ("extreme", "place") for cue in before.get(name, ()) if hit.start - cue.end < WEIGHTS.unspaced_gap]
    points = (WEIGHTS.weak if "weak" in hit.tag else WEIGHTS.strong) + (WEIGHTS.extreme if "extreme" in before else WEIGHTS.place * bool(scope))
    if noun and language.cues(lower, hit.end, noun.end()).get("measured"):
        points -= WEIGHTS.measured
    start = min((cue.start for cue in scope), default=hit.start)
    gradable = "gradable" in language.classes(hit.term)
    return Claim(start, noun.end() if noun else hit.end, "superlative", points, hit.start, gradable, bool(scope))


def _evaluation(lower: str, hit: Hit, language: Context) -> Evaluation | None:
    """What is said behind the place; None where it is no evaluation."""
    words = language.following(lower, hit.end)
    at, term, strength = 0, hit.term, WEIGHTS.weak if "weak" in hit.tag else WEIGHTS.strong
    if hit.tag == "most":
        at = _adjective_at(words)
        if at >= len(words):
            return None
        term, strength, at = words[at].text, strength_of(words[at], language), at + 1
    joined, at, second = coordinated(words, at, language)
    noun = noun_phrase(words, at)
    if hit.tag == "best v" or (hit.tag == "most" and "adj v" in words[at - 1].classes):
        strength = WEIGHTS.strong if _is_personal(lower, hit, noun, language) else 0
    else:
        strength = max(strength, second)
    end = at + len(noun)
    return Evaluation(term, strength, joined, noun, words[end - 1].end if end else hit.end, words[end:]) if strength else None


def _is_personal(lower: str, hit: Hit, noun: Sequence[TaggedWord], language: Context) -> bool:
    """Whether a word for both "greatest" and "largest" is said of people and their deeds ("größter Dichter")."""
    near = [*language.preceding(lower, hit.start)[-3:], *noun[:1], *noun[-1:]]
    return any("noun v" in word.classes for word in near)


def _adjective_at(words: Sequence[TaggedWord]) -> int:
    """The place of the adjective behind `most`, past an adverb in -ly."""
    return 1 if len(words) > 1 and words[0].text.endswith("ly") and not words[0].classes & EVALUATIVE else 0


def _lead(text: str, lower: str, hit: Hit, language: Context) -> Lead | None:
    """Walk back over intensifiers, numerals and other superlatives to the determiner, and to "one of" before it.

    None for what is no claim: a rank ("the second best"), or no determiner where the language has one.
    """
    bare = None if "det" in language.known else _bare(lower, hit.start, language)
    if _stands_bare(lower, hit.start, language):
        return bare
    words = language.preceding(lower, hit.start)
    at = _determiner_at(words, language)
    between = words[at + 1 :]
    if any("ordinal" in word.classes for word in between):
        return None
    if at < 0 or not _is_determiner(determiner := words[at]):
        return bare
    first = _possessor_at(text, words, at) if determiner.text.endswith("'s") else at
    scoped = "place" in language.classes(determiner.text.removesuffix("'s"))
    group = _group_at(words, first)
    stressed = any("intensifier" in word.classes for word in (*words[max(0, group - 1) : group], *between))
    points = WEIGHTS.stressed * stressed + WEIGHTS.extreme * ("extreme" in determiner.classes)
    points += WEIGHTS.joined * any("conj" in word.classes for word in between)
    return Lead(words[group].start, points, stressed, scoped, group < first)


def _bare(lower: str, start: int, language: Context) -> Lead:
    """The lead where the language has no article: how far it reaches may stand right before it ("dünyanın en iyi")."""
    word = next(iter(language.preceding(lower, start)[-1:]), None)
    if word is None or not word.classes & {"place", "extreme"} or "prep" in word.classes:
        return Lead(start)
    return Lead(word.start, WEIGHTS.place * ("extreme" in word.classes), scoped=True)


def _determiner_at(words: Sequence[TaggedWord], language: Context) -> int:
    """The place of the last determiner, or of the word behind it that stops the walk; -1 where neither is there.

    Where the noun stands first, a comma parts what it is said of from what stands before: "la salud, una piel más brillante".
    """
    at, noun_first = len(words) - 1, traits(language.language).noun_first
    while at >= 0 and not _is_determiner(words[at]) and not _stops_lead(words[at].text, words[at].classes, language):
        if noun_first and words[at].comma:
            return -1
        at -= 1
    return at


def _group_at(words: Sequence[TaggedWord], at: int) -> int:
    """The place of "among" or "one of" before the determiner, else of the determiner."""
    if at > 0 and "among" in words[at - 1].classes:
        return at - 1
    if at > 1 and "of" in words[at - 1].classes and "numeral" in words[at - 2].classes:
        return at - 2
    return at


def _stops_lead(word: str, classes: Classes, language: Context) -> bool:
    """Whether no determiner before the word can be the superlative's."""
    passed = not _LEADS.isdisjoint(classes) or word.endswith("est")
    return not passed and ("stop" in classes or not traits(language.language).noun_first)


def _stands_bare(lower: str, start: int, language: Context) -> bool:
    """Whether the word before a place, one of letters between spaces, settles that there is no lead."""
    space = lower.rfind(" ", max(0, start - MAX_WORD), start - 1)
    word = lower[space + 1 : start - 1] if space >= 0 else ""
    if not (word.isalpha() and lower[start - 1] == " "):
        return False
    classes = language.classes(word)
    return "det" not in classes and _stops_lead(word, classes, language)


def _possessor_at(text: str, words: Sequence[TaggedWord], at: int) -> int:
    """Where the possessor begins: "South America's", "the country's"."""
    while at > 0 and text[words[at - 1].start].isupper() and not words[at - 1].comma:
        at -= 1
    return at - 1 if at > 0 and words[at - 1].text == "the" else at


def _is_determiner(word: TaggedWord) -> bool:
    return "det" in word.classes or word.text.endswith("'s")


def _discount(noun: Sequence[TaggedWord], reach: Scope, lead: Lead) -> int:
    """Points off for what the superlative is said of."""
    if not noun:
        return 0 if reach.points else WEIGHTS.nounless
    head: Classes = noun[-1].classes | noun[0].classes
    if "measured" in head:
        return WEIGHTS.measured
    return WEIGHTS.technical if "technical" in head and not lead.stressed else 0


def _is_closed_group(words: Sequence[TaggedWord]) -> bool:
    """"of the three", "of these": what a look at the others can settle is no puffery."""
    texts = [word.text for word in words[:3]]
    return texts[:1] == ["of"] and (
        texts[1:2] in (["these"], ["those"], ["them"]) or (len(texts) == 3 and texts[1] == "the" and "numeral" in words[2].classes)
    )
