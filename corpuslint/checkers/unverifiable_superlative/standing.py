"""Whether a claim is one of the text about somebody or something, or mild: a taste, a headline, a word of praise alone.

Readers of real pages were thankful for "the world's leading exchange", "one of Galena's best restaurants" and "our state-of-the-art
facility"; they shrugged at "lovely boutique hotel", "the best tips" and "the best frosting I have ever had".
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

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
# What is exclaimed is a person's voice: comments and reviews are full of it.
_EXCLAIMED = ("!", "！")
_PEOPLE = frozenset({"noun p", "noun v"})


def is_dense(document: Document, claims: Sequence[Claim]) -> bool:
    """Whether a text praises so often that each claim of it belongs to its tune: advertising, eulogies of leaders."""
    return len(claims) >= WEIGHTS.dense and len(claims) * WEIGHTS.dense_words >= len(document.words)


def voices(document: Document, language: Context) -> frozenset[str]:
    """Who talks all along: `personal`, single persons (forums, reviews, diaries, pages with more comments than text); `ours`, a firm."""
    cues = language.cues(document.lower, 0, len(document.lower))
    spoken = {name: len(cues.get(name, ())) for name in ("personal", "ours")}
    return frozenset(name for name, count in spoken.items() if count > 1 and count * WEIGHTS.spoken_words >= len(document.words))


def is_scholarly(document: Document) -> bool:
    """Whether a text cites as papers do: its "state of the art" and "best results" are told beside their measure."""
    return document.lower.count("et al") >= WEIGHTS.cited


def stands(sentence: Sentence, claim: Claim, *, dense: bool, own: bool) -> bool:
    """Whether the claim is made in prose, by no single person of their own taste, and of somebody, strongly or in company.

    Where a firm talks of itself (`own`, or "our" in the sentence), its set phrases need no prose: "Outstanding communication".
    """
    advertised = claim.puff and bool(own or sentence.of("ours"))
    if not (advertised or _is_prose(sentence, claim)) or sentence.of("personal") or _is_liked(sentence, claim):
        return False
    if dense or claim.kind == "attribution":
        return True
    return _ranks_somebody(sentence, claim) if claim.kind == "superlative" else _praises_somebody(sentence, claim)


def _ranks_somebody(sentence: Sentence, claim: Claim) -> bool:
    if claim.scoped or claim.points >= WEIGHTS.praised_twice or sentence.of("ours"):
        return True
    return _is_predicate(sentence, claim) or _names_somebody(sentence, claim)


def _praises_somebody(sentence: Sentence, claim: Claim) -> bool:
    if claim.kind == "absolute" or claim.puff or (claim.doubled and claim.points >= WEIGHTS.praised_twice):
        return True
    return _is_of_a_leader(sentence, claim) or _is_of_a_name(sentence, claim)


def _is_liked(sentence: Sentence, claim: Claim) -> bool:
    """Whether a thing is ranked by how many like it, which a page counts: "the most popular routes", no "popular leader"."""
    said = NONE.union(*(word.classes for word in sentence.language.tokens(sentence.lower, claim.start, claim.end)))
    return claim.kind == "superlative" and "liked" in said and said.isdisjoint(_PEOPLE)


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


def _is_predicate(sentence: Sentence, claim: Claim) -> bool:
    """Whether it is said of something: "the choir is the best in town"."""
    return any(0 <= claim.start - cue.end <= WEIGHTS.beside for cue in sentence.of("be"))


def _is_of_a_leader(sentence: Sentence, claim: Claim) -> bool:
    """Whether it is said of those who lead, and of what they do: "visionary policies", "liderazgo visionario"."""
    language, lower = sentence.language, sentence.lower
    said = [*language.preceding(lower, claim.start)[-1:], *language.tokens(lower, claim.start, claim.end)]
    return any("leads" in word.classes for word in said)


def _names_somebody(sentence: Sentence, claim: Claim) -> bool:
    """Whether a name stands before the claim, behind the first word of its sentence, where capitals tell one."""
    if traits(sentence.language.language).noun_capitals:
        return False
    words = sentence.language.tokens(sentence.lower, sentence.start, claim.start)[1:]
    return any(sentence.text[word.start].isupper() and "month" not in word.classes for word in words)


def _is_of_a_name(sentence: Sentence, claim: Claim) -> bool:
    """Whether the praise is tied to a name: "the legendary Road to Hana"."""
    if traits(sentence.language.language).noun_capitals:
        return False
    words = sentence.language.tokens(sentence.lower, claim.at, min(claim.end + WEIGHTS.beside, sentence.end))[1 : 1 + WEIGHTS.named_within]
    return any(sentence.text[word.start].isupper() for word in itertools.takewhile(lambda word: not word.comma, words))
