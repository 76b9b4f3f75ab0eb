"""Long stretches in one other language than the document's: no quotation, title, list of works, song, summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpuslint.checkers.wrong_language.votes import UNSURE, Vote, contradicts, weigh
from corpuslint.checkers.wrong_language.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.punctuation import QUOTES

_SUMMARY = regex(
    r"\b(?:abstract|summary|résumé|resumen|resum|resumo|riassunto|sommario|zusammenfassung|kurzfassung|samenvatting|sammanfattning|sammendrag"
    r"|resumé|tiivistelmä|streszczenie|souhrn|shrnutí|zhrnutie|összefoglaló|rezumat|sažetak|аннотация|реферат|анотація|резюме|özet|keywords)\b"
)
"""What stands above a paper's summary in another language, which is meant to be there."""
_ABOVE = 200
"""Code points above a passage in which the line stands that announces it."""
_LABEL = regex(r"\W{0,2}\w[\w ]{0,30}[:：]")
"""Whose words follow, or of what: a description, a title."""
_SAYS = (":", "：", "》", ">")


def passages(document: Document, votes: Sequence[Vote], main: str) -> Iterator[Vote]:
    """The stretches, in order; none where so much is in other languages that the document is bilingual."""
    told = sum(vote.letters for vote in votes if vote.language != UNSURE)
    ours = sum(vote.letters for vote in votes if vote.language == main)
    if not told or ours < WEIGHTS.main * told:
        return
    for language, start, end in _runs(votes, main):
        stretch = Vote(votes[start].start, votes[end - 1].end, sum(vote.letters for vote in votes[start:end]), language)
        if stretch.letters >= WEIGHTS.passage and _is_stranger(document, stretch, main):
            yield stretch


def _runs(votes: Sequence[Vote], main: str) -> Iterator[tuple[str, int, int]]:
    """Language and numbers of paragraphs that follow each other in it; what does not tell may stand between two, not at the ends."""
    told = [(at, vote.language) for at, vote in enumerate(votes) if vote.language != UNSURE]
    for language, group in groupby(told, key=lambda item: item[1]):
        if language != main:
            places = [at for at, _ in group]
            yield language, places[0], places[-1] + 1


def _is_stranger(document: Document, stretch: Vote, main: str) -> bool:
    text = document.text[stretch.start : stretch.end]
    if text[0] in QUOTES or text[0] in _SAYS or max(map(len, text.splitlines())) < WEIGHTS.verse:
        return False
    if sum(map(str.isdigit, text)) > WEIGHTS.digits * len(text) or document.is_masked(stretch.start, stretch.start + 1):
        return False
    above = document.text[max(0, stretch.start - _ABOVE) : stretch.start].rstrip().rsplit("\n", 1)[-1].strip()
    if above.endswith(_SAYS) or _SUMMARY.search(above.lower()) or _SUMMARY.match(text.lower()) or _LABEL.match(text):
        return False
    return weigh(text) >= WEIGHTS.passage and contradicts(text, stretch.language, main, 2 * WEIGHTS.hits)
