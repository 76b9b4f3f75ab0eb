"""Claims of excellence that nothing in their sentence backs: superlatives, praise, absolutes, and 'widely regarded as'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpuslint.checkers.unverifiable_superlative.context import Context, context
from corpuslint.checkers.unverifiable_superlative.evidence import excuse
from corpuslint.checkers.unverifiable_superlative.grammar import Claim
from corpuslint.checkers.unverifiable_superlative.praise import (
    attribution,
    fame,
    praise,
    stressed,
    utmost,
)
from corpuslint.checkers.unverifiable_superlative.sentence import Sentence, read
from corpuslint.checkers.unverifiable_superlative.standing import MILD, is_dense, is_scholarly, stands, voices
from corpuslint.checkers.unverifiable_superlative.superlative import comparison, superlative
from corpuslint.checkers.unverifiable_superlative.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.hit import Hit

_REST_OF_WORD = regex(r"\w*")


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """One finding for each claim; `attributed` claims only where the parameter of that name asks for them."""
    hits = document.hits(rule.id)
    own = _select([hit for hit in hits if hit.language == document.language])
    claims = _merge(_claims(document, own, language := context(rule.lists, document.language))) if own else []
    if not claims:
        return
    spoken = voices(document, language)
    dense = is_dense(document, claims, spoken)
    mild = spoken.personal or is_scholarly(document)
    for sentence, claim in _in_sentences(document, claims, language):
        reason = excuse(sentence, claim)
        if reason is None:
            standing = not mild and stands(sentence, claim, spoken, dense=dense)
            yield _finding(document, rule, claim, claim.kind if standing else MILD[claim.kind])
        elif reason == "attributed" and rule.parameters["attributed"]:
            yield _finding(document, rule, claim, "attributed")


def _in_sentences(document: Document, claims: Sequence[Claim], language: Context) -> Iterator[tuple[Sentence, Claim]]:
    """Each claim within its sentence; what stands in code or an address is left out."""
    sentence: Sentence | None = None
    for claim in claims:
        if document.is_masked(claim.start, claim.end):
            continue
        if sentence is None or not sentence.start <= claim.at < sentence.end:
            sentence = read(document, claim.at, language)
        yield sentence, claim._replace(start=max(claim.start, sentence.start), end=min(claim.end, sentence.end))


def _select(hits: Sequence[Hit]) -> list[Hit]:
    """Hits that no idiom, term or name covers and no longer hit holds."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        while kept and kept[-1].tag != "skip" and hit.tag == "skip" and hit.start < kept[-1].end <= hit.end:
            kept.pop()
        if not kept or hit.start >= kept[-1].end or (hit.end > kept[-1].end and kept[-1].tag != "skip"):
            kept.append(hit)
    return [hit for hit in kept if hit.tag != "skip"]


def _claims(document: Document, hits: Sequence[Hit], language: Context) -> list[Claim]:
    lower = document.lower
    whole = [hit for hit in (_whole(lower, hit, language) for hit in hits) if hit]
    found = sorted(claim for claim in (_claim(document, hit, language) for hit in whole) if claim)
    starts = [claim.start for claim in found]
    passed_on = []
    for hit in (hit for hit in whole if hit.tag == "weasel"):
        near = found[bisect_left(starts, hit.start) : bisect_left(starts, hit.end + WEIGHTS.attribution_reach)]
        if claim := attribution(lower, hit, near, language):
            passed_on.append(claim)
    return [*found, *passed_on]


def _claim(document: Document, hit: Hit, language: Context) -> Claim | None:
    lower = document.lower
    match hit.tag.partition(" ")[0]:
        case "best" | "most":
            return superlative(document.text, lower, hit, language)
        case "more":
            return comparison(lower, hit, language)
        case "very":
            return stressed(lower, hit, language)
        case "peacock" | "weak":
            return praise(lower, hit, language)
        case "fame":
            return fame(lower, hit, language)
        case "absolute":
            return utmost(hit)
    return None


def _whole(lower: str, hit: Hit, language: Context) -> Hit | None:
    """The hit up to its word's end; None for a part of a hyphenated word ("impressive-sounding")."""
    if language.is_unspaced:
        return hit
    start, end = hit.start, hit.end
    if lower[start - 1 : start] == "-" and lower[start - 2 : start - 1].isalpha():
        return None
    if not lower[end : end + 1].isspace():
        end = _REST_OF_WORD.match(lower, end).end()  # type: ignore[union-attr]
        if lower[end : end + 1] == "-" and lower[end + 1 : end + 2].isalpha():
            return None
    return hit if end == hit.end else hit._replace(end=end)


def _merge(claims: Sequence[Claim]) -> list[Claim]:
    """Claims with points enough, those that overlap made one."""
    merged: list[Claim] = []
    for claim in sorted(c for c in claims if c.points >= WEIGHTS.enough):
        if merged and claim.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = last._replace(end=max(last.end, claim.end), scoped=last.scoped or claim.scoped, puff=last.puff or claim.puff, doubled=last.doubled or claim.doubled)
        else:
            merged.append(claim)
    return merged


def _finding(document: Document, rule: Rule, claim: Claim, kind: str) -> Finding:
    missing = ["no source"]
    if claim.gradable:
        missing.append("no figure")
    if claim.kind == "superlative" and not claim.scoped:
        missing.append("no scope")
    return rule.found(document, kind, claim.start, claim.end, missing=missing, lacks=", ".join(missing))
