"""Evidence beside a claim: a reference, a figure that measures it, a jury, somebody in particular who says it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from corpuslint.checkers.unverifiable_superlative.context import TaggedWord
from corpuslint.checkers.unverifiable_superlative.grammar import Claim
from corpuslint.checkers.unverifiable_superlative.sentence import Sentence
from corpuslint.checkers.unverifiable_superlative.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.languages import traits

_REFERENCE = regex(r"\[(?:\d{1,3}|[a-z]|note \d+)(?:[,;–-] ?\d{1,3})*\]|\[\^\w+\]|<ref|[¹²³⁴-⁹]")
_BEHIND = regex(r"[.!?]?[\"”»]?[ \u00a0]?\[(?:\d{1,3}|note \d+)\]")
# "(Rossi and Bauer, 2011, p. 4)"; what begins in lower case is "(born 1985)" or "(since 1999)".
_AUTHOR_YEAR = regex(
    r"[(（](?:see |cf\. |vgl\. |siehe |voir |см\. )?(?![a-zà-þа-я\d])([^\W\d]+)[^()（）\d]{0,60}?(?:1[5-9]|20)\d\d[a-z]?(?:[,:;，：][^()（）]{0,60})?[)）]"
)
_NUMBER = regex(r"(?<![\w.,])\d[\d.,\u00a0 ]*")
# What ends the rule of a verb of judgement: "the hall, called Old Mint, is the finest" is nobody's judgement.
_CLAUSE = regex(r"[;:()—–]|\b(?:is|are|was|were|has been|have been|had been|will)\b")
_COMMAS = (",", "，", "،")


def is_cited(sentence: Sentence, claim: Claim) -> bool:
    """A note behind the claim, or an author with a year anywhere in the sentence."""
    text, end = sentence.text, sentence.end
    if _BEHIND.match(text, end - 1) or _BEHIND.match(text, end) or _REFERENCE.search(text, claim.start, end):
        return True
    authors = (match[1].lower() for match in _AUTHOR_YEAR.finditer(text, sentence.start, end))
    return any("month" not in sentence.language.classes(author) for author in authors)


def is_awarded(sentence: Sentence) -> bool:
    """A jury or a prize anywhere in the sentence."""
    return bool(sentence.of("award"))


def is_measured(sentence: Sentence, claim: Claim) -> bool:
    """A figure with a unit near a claim that figures can measure, or a bound in time ("since 1990")."""
    if not claim.gradable:
        return False
    left, right = max(sentence.start, claim.start - WEIGHTS.measured_reach), min(sentence.end, claim.end + WEIGHTS.measured_reach)
    units = [cue.start for cue in sentence.of("unit")]
    for number in _NUMBER.finditer(sentence.lower, left, right):
        at = bisect_right(units, number.start())
        if at < len(units) and units[at] - number.end() < WEIGHTS.beside:
            return True
    return any(claim.at < cue.start <= claim.end + WEIGHTS.beside for cue in sentence.of("bound"))


def is_attributed(sentence: Sentence, claim: Claim) -> bool:
    """Somebody in particular says it: named as a source, before the claim, or trailing behind it."""
    return (
        _is_sourced(sentence)
        or any(_governs(sentence, cue, claim) and _has_subject(sentence, cue) for cue in _verbs(sentence))
        or any(cue.start >= claim.end and _trails(sentence, cue, claim) for cue in sentence.of("said"))
        or _is_judged_last(sentence, claim)
    )


def _is_sourced(sentence: Sentence) -> bool:
    """ "According to", and not to nobody."""
    nobody = sentence.of("nobody")
    return any(
        not any(cue.end <= n.start <= cue.end + WEIGHTS.beside for n in nobody) for cue in sentence.of("source")
    )


def _is_judged_last(sentence: Sentence, claim: Claim) -> bool:
    """A verb of judgement behind the claim, in a language that puts it there: "… als das beste bezeichnet"."""
    return traits(sentence.language.language).verb_last and not sentence.of("be") and any(
        claim.start < cue.start and claim.end - WEIGHTS.trail_reach <= cue.start <= claim.end + WEIGHTS.judged_reach
        for cue in sentence.of("judged")
    )


def _verbs(sentence: Sentence) -> Iterator[tuple[str, TaggedWord]]:
    return ((name, cue) for name in ("said", "judged", "held") for cue in sentence.of(name))


def _governs(sentence: Sentence, verb: tuple[str, TaggedWord], claim: Claim) -> bool:
    """Whether the claim is what the verb reports; "said" does so however far, a judgement only within its clause."""
    name, cue = verb
    if cue.end > claim.start:
        return False
    near = cue.end >= claim.start - WEIGHTS.judged_reach
    return name == "said" or (near and (name == "held" or not _CLAUSE.search(sentence.lower, cue.end, claim.start)))


def _has_subject(sentence: Sentence, verb: tuple[str, TaggedWord]) -> bool:
    """Whether somebody in particular stands before the verb of saying, or behind it where it is passive."""
    cue, nobody = verb[1], sentence.of("nobody")
    near = sentence.language.tokens(sentence.lower, sentence.start, cue.start)[-WEIGHTS.subject_words:]
    if not near:
        return False
    if any("be" in word.classes for word in near[-WEIGHTS.verb_words:]):
        return any(by.start >= cue.end and not any(0 <= n.start - by.end < WEIGHTS.beside for n in nobody) for by in sentence.of("by"))
    if any(n.start >= near[0].start and n.end <= cue.start for n in nobody):
        return False
    return not any("own" in word.classes for word in near[-WEIGHTS.verb_words:])


def _trails(sentence: Sentence, cue: TaggedWord, claim: Claim) -> bool:
    """Whether the verb belongs to a source named behind the claim: "…, the minister said."."""
    comma = max(sentence.lower.rfind(mark, claim.end, cue.start) for mark in ",，،")
    if sentence.lower[sentence.start : claim.start].rstrip()[-1:] in _COMMAS:
        return False  # "Aronsen, the world's leading shipper, announced": whoever says it says it of himself
    if comma < 0 or cue.start - comma > WEIGHTS.trail_reach or sentence.end - cue.end > WEIGHTS.trail_rest:
        return False
    between = sentence.language.tokens(sentence.lower, comma, cue.start)
    return not any(word.classes & {"be", "own", "nobody", "rel"} for word in between)
