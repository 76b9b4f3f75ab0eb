"""What in a sentence excuses a claim: someone else says it, something backs it, or nobody asserts it at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpuslint.checkers.claims_context import Context, Cue
from corpuslint.checkers.claims_grammar import Claim
from corpuslint.document import Document, Span

_QUOTES = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "《": "》", "‹": "›", "‟": "”", "〈": "〉", '"': '"'}
_QUOTE = re.compile(r'[“”„«»「」『』《》‹›〈〉"‟]')
_PARAGRAPH_REACH = 4000
_CITATION = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d+)(?:[,;–-] ?\d{1,3})*\]|\[\^\w+\]|<ref|[¹²³⁴-⁹]|\(\w[^()]{0,60}?\b(?:1[5-9]|20)\d\d[a-z]?(?:[:,] ?(?:pp?\.|s\.|S\.|с\.)? ?\d+[^()]{0,12})?\)")
_YEAR_ALONE = re.compile(r"\((?:\w+ )?\d{4}\)")
_BEHIND = re.compile(r"[.!?]?[\"”»]?[ \u00a0]?\[(?:\d{1,3}|note \d+)\]")
_BOUNDARY = re.compile(r"[;:,—–]|\b(?:is|are|was|were|has|and|but|und|aber|et|mais|y|pero|и|но|ve|ama)\b|[，；：、]")
_CLAUSE = re.compile(r"[;:()—–]|\b(?:is|are|was|were|has been|have been|had been|will)\b")
_SECOND_WORD = re.compile(r"[\w'’-]+,?[ \u00a0]+(\w)")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,\u00a0 ]*")
_VERB_LAST = frozenset({"az", "de", "hi", "ja", "kk", "ko", "ky", "nl", "tr", "uz"})
_MEASURED_REACH = 70
_NOT_REACH = 60
_MODAL_REACH = 7
_ABOUT = 3
_AIM_REACH = 50
_ASKED_REACH = 40
_PERHAPS_REACH = 12
_REACH = 450
_JUDGED_REACH = 60
_TRAIL_REACH = 45


@dataclass(frozen=True)
class Sentence:
    """One sentence of a document, and the cues in it, found when they are first asked for."""

    document: Document
    language: Context
    start: int
    end: int

    @cached_property
    def cues(self) -> Mapping[str, Sequence[Cue]]:
        return self.language.cues(self.document.lower, self.start, self.end)

    @cached_property
    def quoted(self) -> Sequence[Span]:
        return _quotations(self.document.text, Span(self.start, self.end))

    def of(self, name: str) -> Sequence[Cue]:
        """The cues of one class, in order."""
        return self.cues.get(name, ())


def read(document: Document, offset: int, language: Context) -> Sentence:
    """The sentence around a place."""
    return Sentence(document, language, *document.sentence_at(offset, _REACH))


def excuse(sentence: Sentence, claim: Claim) -> str | None:
    """Why the claim needs no evidence beside it, or None; the first of the reasons that holds."""
    text, lower, language = sentence.document.text, sentence.document.lower, sentence.language
    if any(span.start <= claim.start < span.end for span in sentence.quoted):
        return "quoted"
    if _is_name(text, sentence, claim, language):
        return "name"
    if _is_asked(text, sentence, claim):
        return "asked"
    if _is_cited(text, sentence, claim):
        return "cited"
    if _is_negated(lower, sentence, claim):
        return "negated"
    if _is_supposed(lower, sentence, claim):
        return "supposed"
    if any(cue.end <= claim.start <= cue.end + 12 for cue in sentence.of("mention")) or _is_subject(sentence, claim):
        return "mentioned"
    if claim.kind in ("superlative", "attribution") and (_is_awarded(sentence, claim) or _is_measured(lower, sentence, claim)):
        return "measured"
    return "attributed" if _is_attributed(lower, sentence, claim, language) else None


def _quotations(text: str, sentence: Span) -> list[Span]:
    """Quoted stretches of the paragraph up to the sentence's end; one that stays open runs to the end."""
    left = max(0, sentence.start - _PARAGRAPH_REACH)
    left = max(text.rfind("\n\n", left, sentence.start) + 1, text.rfind("\n\r\n", left, sentence.start) + 1, left)
    right = text.find("\n\n", sentence.end)
    right = min(right if right >= 0 else len(text), sentence.end + _PARAGRAPH_REACH)
    spans, opened, closers = [], -1, ""
    for mark in _QUOTE.finditer(text, left, right):
        char = mark[0]
        if opened >= 0 and char in closers:
            spans.append(Span(opened, mark.end()))
            opened = -1
        elif opened < 0 and char in _QUOTES:
            if mark.start() >= sentence.end:
                break
            opened, closers = mark.start(), _QUOTES[char]
    if opened >= 0:
        spans.append(Span(opened, right))
    return spans


def _is_name(text: str, sentence: Sentence, claim: Claim, language: Context) -> bool:
    """Whether a capital marks the trigger as (part of) a name or a title; at a sentence's start, one on the next word."""
    if language.language == "de" or text[sentence.start : sentence.end].isupper():
        return False
    if claim.at > sentence.start + 2:
        return text[claim.at].isupper()
    following = _SECOND_WORD.match(text, claim.at)
    return following is not None and following[1].isupper()


def _is_subject(sentence: Sentence, claim: Claim) -> bool:
    """Whether beauty is what the text is about: praise of it in a treatise on aesthetics is an example."""
    language, lower = sentence.language, sentence.document.lower
    words = language.tokens(lower, claim.start, claim.end)
    if not any("aesthetic" in word.classes for word in words):
        return False
    return sum(lower.count(stem) for stem in language.terms("aesthetics")) >= _ABOUT


def _is_asked(text: str, sentence: Sentence, claim: Claim) -> bool:
    if text[claim.end : sentence.end].rstrip("\"”»’') \n").endswith(("?", "？", "؟")) or "¿" in text[sentence.start : claim.start]:
        return True
    if any(cue.end <= claim.start and cue.start - sentence.start < 3 for cue in sentence.of("ask")):
        return True
    return any(cue.end <= claim.start <= cue.end + _ASKED_REACH for cue in sentence.of("ask inside"))


def _is_cited(text: str, sentence: Sentence, claim: Claim) -> bool:
    if _BEHIND.match(text, sentence.end - 1) or _BEHIND.match(text, sentence.end):
        return True
    for match in _CITATION.finditer(text, sentence.start, sentence.end):
        if match.start() >= claim.start or match[0][0] == "(":
            return not _YEAR_ALONE.fullmatch(match[0])
    return False


def _is_negated(lower: str, sentence: Sentence, claim: Claim) -> bool:
    affirmed = {at for cue in sentence.of("not but") for at in range(cue.start, cue.end)}
    for cue in sentence.of("not"):
        if cue.start in affirmed:
            continue
        before = claim.start - _NOT_REACH <= cue.end <= claim.start
        if before and not _BOUNDARY.search(lower, cue.end, claim.start):
            return True
        if 0 <= cue.start - claim.end <= _MODAL_REACH and "," not in lower[claim.end : cue.start]:
            return True
    return False


def _is_supposed(lower: str, sentence: Sentence, claim: Claim) -> bool:
    """A condition anywhere before the claim, or an aim that governs it."""
    declared = {cue.start for cue in sentence.of("if not a condition")}
    if any(cue.start not in declared and cue.start < claim.start for cue in sentence.of("if")):
        return True
    if any(cue.end <= claim.start <= cue.end + _PERHAPS_REACH for cue in sentence.of("perhaps")):
        return True
    return any(
        cue.end <= claim.start <= cue.end + _AIM_REACH and not _BOUNDARY.search(lower, cue.end, claim.start)
        for cue in sentence.of("aim")
    )


def _is_awarded(sentence: Sentence, claim: Claim) -> bool:
    return any(cue.start < claim.end + 60 for cue in sentence.of("award"))


def _is_measured(lower: str, sentence: Sentence, claim: Claim) -> bool:
    """A figure with a unit near a claim that figures can measure, or a bound in time ("since 1990")."""
    if not claim.gradable:
        return False
    left, right = max(sentence.start, claim.start - _MEASURED_REACH), min(sentence.end, claim.end + _MEASURED_REACH)
    units = [cue.start for cue in sentence.of("unit")]
    for number in _NUMBER.finditer(lower, left, right):
        at = bisect_right(units, number.start())
        if at < len(units) and units[at] - number.end() < 14:
            return True
    return any(claim.end - 12 <= cue.start <= claim.end + 30 for cue in sentence.of("bound"))


def _is_attributed(lower: str, sentence: Sentence, claim: Claim, language: Context) -> bool:
    nobody = sentence.of("nobody")
    for cue in sentence.of("source"):
        if not any(cue.end <= n.start <= cue.end + 12 for n in nobody):
            return True
    for cue in sentence.of("said"):
        if cue.end <= claim.start and _has_subject(lower, sentence, cue, nobody, language):
            return True
    for cue in (*sentence.of("judged"), *sentence.of("held")):
        near = claim.start - _JUDGED_REACH <= cue.end <= claim.start
        governs = near and (cue in sentence.of("held") or not _CLAUSE.search(lower, cue.end, claim.start))
        if governs and _has_subject(lower, sentence, cue, nobody, language):
            return True
    if any(cue.start >= claim.end and _trails(lower, claim, cue, sentence, language) for cue in sentence.of("said")):
        return True
    return language.language in _VERB_LAST and not sentence.of("be") and any(
        claim.end - _TRAIL_REACH <= cue.start <= claim.end + _JUDGED_REACH for cue in sentence.of("judged") if cue.start > claim.start
    )


def _has_subject(lower: str, sentence: Sentence, cue: Cue, nobody: Sequence[Cue], language: Context) -> bool:
    """Whether somebody in particular stands before the verb of saying, or behind it where it is passive."""
    near = list(language.tokens(lower, sentence.start, cue.start))[-6:]
    if not near:
        return False
    if any("be" in word.classes for word in near[-2:]):
        return any(by.start >= cue.end and not any(0 <= n.start - by.end < 3 for n in nobody) for by in sentence.of("by"))
    if any(n.start >= near[0].start and n.end <= cue.start for n in nobody):
        return False
    return not any("own" in word.classes for word in near[-2:])


def _trails(lower: str, claim: Claim, cue: Cue, sentence: Sentence, language: Context) -> bool:
    """Whether the verb belongs to a source named behind the claim: "…, the minister said."."""
    comma = max(lower.rfind(mark, claim.end, cue.start) for mark in ",，،")
    if comma < 0 or cue.start - comma > _TRAIL_REACH or sentence.end - cue.end > 2 * _TRAIL_REACH:
        return False
    return not any(word.classes & {"be", "own", "nobody", "rel"} for word in language.tokens(lower, comma, cue.start))
