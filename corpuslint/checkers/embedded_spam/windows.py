"""Where an injected stretch begins and ends inside a paragraph: between two sentences, or in the middle of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpuslint.checkers.embedded_spam.tally import INTERNATIONAL, is_phrase, points_of
from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.document import Span
from corpuslint.lazy import regex
from corpuslint.text.hit import Hit
from corpuslint.text.punctuation import BEHIND_STOP, STOPS, UNSPACED_STOPS

MAX_CLUSTERS = 200
"""Clusters of one line that are looked at: a line with more is one long advertisement, or made to cost time."""
MAX_RUN = 800
"""Code points to either side of the terms in which words of the same script are looked for."""
_ENDED = regex(rf"[{STOPS}][{BEHIND_STOP}]*[ \t\u00a0]+|[{UNSPACED_STOPS},;][」』”’）\"]*[ \t]*|[\"”»」』][ \t\u00a0]+")
_GOES_ON = regex(
    r"((?:[ ,\-–:/|]+[^\W_A-ZА-ЯЁІЇЄ][^\s.!?\"“”«»()]*){0,6}[.!?]?)"
    r"(?=[ \t]+[\"“«'‘„(]?[A-ZА-ЯÀ-ÞЁІЇЄĞŞİ]|[ \t]*(?:[\r\n]|\Z))"
)
_LETTERS = {
    "LATIN": "A-Za-z\u00c0-\u024f\u1e00-\u1eff", "CYRILLIC": "\u0400-\u052f", "GREEK": "\u0370-\u03ff",
    "CJK": "\u3040-\u30ff\u3400-\u9fff", "HANGUL": "\uac00-\ud7a3", "THAI": "\u0e00-\u0e7f",
    "ARABIC": "\u0600-\u06ff\ufb50-\ufdff", "HEBREW": "\u0590-\u05ff", "DEVANAGARI": "\u0900-\u097f",
    "BENGALI": "\u0980-\u09ff", "TAMIL": "\u0b80-\u0bff", "TELUGU": "\u0c00-\u0c7f",
}
_RUNS = {
    name: regex(rf"[{letters}](?:[^{letters}\r\n.!?]{{0,12}}[{letters}])*[\d%+]*") for name, letters in _LETTERS.items()
}


def clusters(hits: Sequence[Hit]) -> list[Sequence[Hit]]:
    """Hits of one language (and the international ones) that stand close together, a phrase among them; of
    those that begin at one place, the weightiest. In the order of the text, at most a bounded number."""
    best: dict[int, Sequence[Hit]] = {}
    for language in sorted({hit.language for hit in hits if is_phrase(hit)}):
        for cluster in _clusters([hit for hit in hits if hit.language in (language, INTERNATIONAL)]):
            first = cluster[0].start
            if any(map(is_phrase, cluster)) and _points(cluster) > _points(best.get(first, ())):
                best[first] = cluster
    return [best[first] for first in sorted(best)[:MAX_CLUSTERS]]


def _clusters(hits: Sequence[Hit]) -> Iterator[Sequence[Hit]]:
    begin, end = 0, 0
    for at, hit in enumerate(hits):
        if at > begin and hit.start - end > WEIGHTS.gap:
            yield hits[begin:at]
            begin = at
        end = max(hit.end, end)
    yield hits[begin:]


def _points(hits: Sequence[Hit]) -> int:
    return sum(map(points_of, hits))


def between_sentences(text: str, line: Span, first: int, last: int) -> Span | None:
    """From the end of the sentence before to the beginning of the one after; None where either is not near, or where a
    capital makes it look like a sentence itself."""
    floor = max(line.start, first - WEIGHTS.reach)
    ends = [match.end() for match in _ENDED.finditer(text, floor, first)]
    if not ends and floor > line.start:
        return None
    start = ends[-1] if ends else line.start
    goes_on = None if text[start].isupper() else _GOES_ON.match(text, last, line.end)
    return Span(start, goes_on.end(1)) if goes_on else None


def run_of_script(text: str, line: Span, first: int, last: int, script: str) -> Span:
    """The words of one script around the terms, with what short other signs stand between them."""
    floor = max(line.start, first - MAX_RUN)
    for run in _RUNS[script].finditer(text, floor, min(line.end, last + MAX_RUN)) if script in _RUNS else ():
        if run.start() <= first and last <= run.end():
            return Span(*run.span())
    return Span(first, last)
