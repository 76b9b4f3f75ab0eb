"""Whether a claim is one of the text about somebody or something, or mild: a taste, a headline, a word of praise alone.

Readers of real pages were thankful for "the world's leading exchange", "one of Galena's best restaurants" and "our state-of-the-art
facility"; they shrugged at "lovely boutique hotel", "the best tips" and "the best frosting I have ever had".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.unverifiable_superlative.context import NONE, Context
from corpuslint.checkers.unverifiable_superlative.grammar import Claim
from corpuslint.checkers.unverifiable_superlative.sentence import Sentence
from corpuslint.checkers.unverifiable_superlative.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.languages import traits

MILD = {"superlative": "ranking", "peacock": "praise", "absolute": "praise", "attribution": "ranking"}
"""The kind in preview of a claim that does not stand."""
_ENDED = regex(r"(?<![.…])[.。।][\"'”’»」)\]]*\s*$")
_SCORE = regex(r"\([≈~]?\d+(?:[.,]\d+)?\s?%?\)")
# What is exclaimed is a person's voice: comments and reviews are full of it.
_EXCLAIMED = ("!", "！")
_GENITIVE = ("'s", "’s")
_PEOPLE = frozenset({"noun p", "noun v"})


class Voices(NamedTuple):
    """Who talks in a text."""

    persons: int
    """How often a single person says "I"."""
    personal: bool
    """Whether single persons talk all along: forums, reviews, diaries, pages with more comments than text."""
    firm: bool
    """Whether a firm does: "we", "our"."""


def is_dense(document: Document, claims: Sequence[Claim], spoken: Voices) -> bool:
    """Whether a text praises so often that each claim of it belongs to its tune: advertising, eulogies of leaders.

    Not where somebody says "I" more than once: that is one who enjoyed it.
    """
    return spoken.persons <= 1 and len(claims) >= WEIGHTS.dense and len(claims) * WEIGHTS.dense_words >= len(document.words)


def voices(document: Document, language: Context) -> Voices:
    cues = language.cues(document.lower, 0, len(document.lower))
    persons, firm = len(cues.get("personal", ())), len(cues.get("ours", ()))
    return Voices(persons, _is_throughout(persons, document), _is_throughout(firm, document))


def _is_throughout(count: int, document: Document) -> bool:
    return count > 1 and count * WEIGHTS.spoken_words >= len(document.words)


def is_scholarly(document: Document) -> bool:
    """Whether a text cites as papers do: its "state of the art" and "best results" are told beside their measure."""
    return document.lower.count("et al") >= WEIGHTS.cited


def stands(sentence: Sentence, claim: Claim, spoken: Voices, *, dense: bool) -> bool:
    """Whether the claim is made in prose, by no single person of their own taste, and of somebody, strongly or in company.

    Where a firm talks of itself (all along, or "our" in the sentence), its set phrases need no prose: "Outstanding communication".
    """
    own = spoken.firm or bool(sentence.of("ours"))
    if not ((claim.puff and own) or _is_prose(sentence, claim)) or _is_taste(sentence, claim):
        return False
    if dense or claim.kind == "attribution":
        return True
    if claim.kind == "superlative":
        return _ranks_somebody(sentence, claim, spoken, own=own)
    return claim.puff or _is_of_a_leader(sentence, claim) or (spoken.firm if claim.kind == "absolute" else _is_doubled(claim))


def _is_taste(sentence: Sentence, claim: Claim) -> bool:
    return bool(sentence.of("personal")) or _is_opinion(sentence, claim) or _is_scored(sentence, claim)


def _ranks_somebody(sentence: Sentence, claim: Claim, spoken: Voices, *, own: bool) -> bool:
    if claim.scoped or own or claim.points >= WEIGHTS.praised_twice:
        return True
    told = _is_predicate(sentence, claim) or _names_somebody(sentence, claim)
    return told and not spoken.persons and not _is_among_own(sentence, claim)


def _is_doubled(claim: Claim) -> bool:
    return claim.doubled and claim.points >= WEIGHTS.praised_twice


def _is_among_own(sentence: Sentence, claim: Claim) -> bool:
    """Whether somebody is ranked within what one has: "their best shortstop", "the team's best weapon"."""
    before = sentence.language.preceding(sentence.lower, claim.at)[-1:]
    return any(
        "theirs" in word.classes or (word.text.endswith(_GENITIVE) and sentence.text[word.start].islower()) for word in before
    )


def _is_predicate(sentence: Sentence, claim: Claim) -> bool:
    """Whether it is said of something: "the choir is the best in town"."""
    return any(0 <= claim.start - cue.end <= WEIGHTS.beside for cue in sentence.of("be"))


def _names_somebody(sentence: Sentence, claim: Claim) -> bool:
    """Whether a name stands before the claim, behind the first word of its sentence, where capitals tell one."""
    if traits(sentence.language.language).noun_capitals:
        return False
    words = sentence.language.tokens(sentence.lower, sentence.start, claim.start)[1:]
    return any(sentence.text[word.start].isupper() and "month" not in word.classes for word in words)


def _is_scored(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number in brackets behind the claim measures it: "best-in-class on images (88 %)"."""
    return bool(_SCORE.search(sentence.text, claim.end, min(claim.end + WEIGHTS.score_reach, sentence.end)))


def _is_opinion(sentence: Sentence, claim: Claim) -> bool:
    """Whether the lowest rank is given, which nobody advertises, or one that a page counts: "most popular routes", no "popular leader"."""
    said = NONE.union(*(word.classes for word in sentence.language.tokens(sentence.lower, claim.start, claim.end)))
    return claim.kind == "superlative" and ("worst" in said or ("liked" in said and said.isdisjoint(_PEOPLE)))


def _is_prose(sentence: Sentence, claim: Claim) -> bool:
    """Whether the sentence ends as one, or its line does: headings, menus and list items do not."""
    text = sentence.text
    if text[sentence.start : sentence.end].rstrip("\"'”’»」)] \n")[-1:] in _EXCLAIMED:
        return False
    if _ENDED.search(text[sentence.start : sentence.end]):
        return True
    end = text.find("\n", claim.end)
    line = text[claim.end : len(text) if end < 0 else end]
    return bool(_ENDED.search(line[-WEIGHTS.line_end :]))


def _is_of_a_leader(sentence: Sentence, claim: Claim) -> bool:
    """Whether it is said of those who lead, and of what they do: "visionary policies", "liderazgo visionario"."""
    language, lower = sentence.language, sentence.lower
    said = [*language.preceding(lower, claim.start)[-1:], *language.tokens(lower, claim.start, claim.end)]
    return any("leads" in word.classes for word in said)
