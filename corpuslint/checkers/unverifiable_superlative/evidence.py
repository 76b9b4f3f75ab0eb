"""What in a sentence excuses a claim: evidence beside it, or that nobody asserts it at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpuslint.checkers.unverifiable_superlative.grammar import Claim
from corpuslint.checkers.unverifiable_superlative.sentence import Sentence
from corpuslint.checkers.unverifiable_superlative.sources import is_attributed, is_awarded, is_cited, is_measured
from corpuslint.checkers.unverifiable_superlative.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.languages import traits

_BOUNDARY = regex(r"[;:,—–]|\b(?:is|are|was|were|has|and|but|und|aber|et|mais|y|pero|и|но|ve|ama)\b|[，；：、]")
_SECOND_WORD = regex(r"[\w'’-]+,?[ \u00a0]+(\w)")
_RANK = regex(r"N[or]\. ?\d")
MAX_ABOUT = 5000
"""Code points to each side in which a treatise on aesthetics is told by its words."""


def excuse(sentence: Sentence, claim: Claim) -> str | None:
    """Why the claim needs no evidence beside it, or None; the first of the reasons that holds."""
    return next((reason for reason, holds in _REASONS.items() if holds(sentence, claim)), None)


def _is_quoted(sentence: Sentence, claim: Claim) -> bool:
    return any(span.start <= claim.start < span.end for span in sentence.quoted)


def _is_name(sentence: Sentence, claim: Claim) -> bool:
    """Whether a capital marks the trigger as (part of) a name or a title; at a sentence's start, one on the next word."""
    text = sentence.text
    if traits(sentence.language.language).noun_capitals or text[sentence.start : sentence.end].isupper():
        return False
    if claim.at > sentence.start + WEIGHTS.start:
        return text[claim.at].isupper() and not _RANK.match(text, claim.at)
    following = _SECOND_WORD.match(text, claim.at)
    return following is not None and following[1].isupper()


def _is_asked(sentence: Sentence, claim: Claim) -> bool:
    """A question mark behind the claim, a question word that opens its clause at the sentence's start, or one shortly before it."""
    rest = sentence.text[claim.end : sentence.end].rstrip("\"”»’') \n")
    if rest.endswith(("?", "？", "؟")) or "¿" in sentence.text[sentence.start : claim.start]:
        return True
    told = {at for cue in sentence.of("ask not") for at in range(cue.start, cue.end)}
    if any(
        cue.end <= claim.start and cue.start <= sentence.start + WEIGHTS.start and "," not in sentence.lower[cue.end : claim.start]
        for cue in sentence.of("ask")
    ):
        return True
    return any(
        cue.end <= claim.start <= cue.end + WEIGHTS.asked_reach and cue.start not in told for cue in sentence.of("ask inside")
    )


def _is_negated(sentence: Sentence, claim: Claim) -> bool:
    affirmed = {at for cue in sentence.of("not but") for at in range(cue.start, cue.end)}
    for cue in sentence.of("not"):
        if cue.start in affirmed:
            continue
        before = claim.start - WEIGHTS.not_reach <= cue.end <= claim.start
        if before and not _BOUNDARY.search(sentence.lower, cue.end, claim.start):
            return True
        behind = 0 <= cue.start - claim.end <= WEIGHTS.modal_reach and "extreme" not in cue.classes  # "le meilleur four jamais fait"
        if behind and "," not in sentence.lower[claim.end : cue.start]:
            return True
    return False


def _is_supposed(sentence: Sentence, claim: Claim) -> bool:
    """A condition anywhere before the claim, or an aim that governs it."""
    declared = {cue.start for cue in sentence.of("if not a condition")}
    if any(cue.start not in declared and cue.start < claim.start for cue in sentence.of("if")):
        return True
    if any(cue.end <= claim.start <= cue.end + WEIGHTS.beside for cue in sentence.of("perhaps")):
        return True
    return any(
        cue.end <= claim.start <= cue.end + WEIGHTS.aim_reach and not _BOUNDARY.search(sentence.lower, cue.end, claim.start)
        for cue in sentence.of("aim")
    )


def _is_mentioned(sentence: Sentence, claim: Claim) -> bool:
    """The word, not the thing: "the slogan …"; and beauty in a treatise on aesthetics, whose subject it is."""
    if any(cue.end <= claim.start <= cue.end + WEIGHTS.beside for cue in sentence.of("mention")):
        return True
    language, lower = sentence.language, sentence.lower
    if not any("aesthetic" in word.classes for word in language.tokens(lower, claim.start, claim.end)):
        return False
    near = max(0, claim.start - MAX_ABOUT), claim.end + MAX_ABOUT
    return sum(lower.count(stem, *near) for stem in language.terms("aesthetics")) >= WEIGHTS.about


def _is_settled(sentence: Sentence, claim: Claim) -> bool:
    """A jury or a figure decides; praise and absolutes are past measuring."""
    return claim.kind in ("superlative", "attribution") and (is_awarded(sentence) or is_measured(sentence, claim))


def _is_counted(sentence: Sentence, claim: Claim) -> bool:
    """The best three throws, les trois meilleurs essais: a rank among results, unless it is one in the whole world."""
    if claim.kind != "superlative" or claim.scoped:
        return False
    language = sentence.language
    beside = [*language.preceding(sentence.lower, claim.at)[-1:], *language.following(sentence.lower, claim.at)[1:2]]
    return any("numeral" in word.classes for word in beside)


_REASONS: Mapping[str, Callable[[Sentence, Claim], bool]] = {
    "quoted": _is_quoted,
    "site": lambda sentence, _: bool(sentence.of("site")),  # "we use cookies for the best experience"
    "name": _is_name,
    "asked": _is_asked,
    "cited": is_cited,
    "negated": _is_negated,
    "supposed": _is_supposed,
    "mentioned": _is_mentioned,
    "counted": _is_counted,
    "measured": _is_settled,
    "attributed": is_attributed,
}
