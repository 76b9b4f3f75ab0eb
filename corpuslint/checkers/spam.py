"""Advertising put into a document: lines of keywords, sentences and link texts that sell, comments, hidden markup.

Lexicon hits (the shared automaton) say where to look; the shape and place of the stretch around them
(`spam_structure`, `spam_weigh`) say whether it is a report about the trade or the trade itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.checkers.spam_fold import DISGUISE, disguises, spaced_stretches, unfold
from corpuslint.checkers.spam_structure import main_script, shape
from corpuslint.checkers.spam_weigh import NOTHING, Place, Weight, points_of, suspicion, weigh
from corpuslint.document import Document, Span
from corpuslint.finding import Edit, Finding, Fix
from corpuslint.rule import Rule
from corpuslint.scanner import Hit

_LONG = 900
"""Code points of the longest line judged as one stretch; in a longer one, sentences are."""
_MARKUP = re.compile(r"<[^<>]{1,400}>|\]\([^()\s]{1,400}\)|https?://\S+")
_HIDDEN = re.compile(
    r"<[a-z]+ [^<>]{0,200}(?:display\s*:\s*none|visibility\s*:\s*hidden|left\s*:\s*-\d{3,}|top\s*:\s*-\d{3,}|"
    r"font-size\s*:\s*0|rel=[\"']dofollow)", re.IGNORECASE,
)
_LINK_LINE = re.compile(r"\s*(?:[-*•]\s*)?(?:<[^<>]{1,400}>|\[[^\[\]\n]{1,300}\]\(https?://[^()\s]{1,300}\))", re.IGNORECASE)
_COMMENTS = re.compile(
    r"^[ \t]*(?:(?:\d{1,4} )?(?:comments?|replies|responses|discussion|leave a (?:reply|comment)|comentarios|comentários|"
    r"commentaires|kommentare|commenti|reacties|komentarze|komentáře|yorumlar|комментарии|коментарі|komentar|bình luận|"
    r"评论|コメント|댓글|تعليقات|hozzászólások|comentarii|σχόλια|kommentarer))(?: ?\(\d+\))?:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


class Stretch(NamedTuple):
    """A piece of the document judged as one: its span, hits, and whether it fills its lines."""

    start: int
    end: int
    hits: Sequence[Hit]
    alone: bool


class Verdict(NamedTuple):
    stretch: Stretch
    kind: str
    weight: Weight
    signs: list[str]


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    judge = Judge(document, rule)
    for verdict in judge.verdicts():
        yield _finding(document, rule, verdict)


class Judge:
    """One document under judgement: what its scripts, language, subjects and comments are, looked up when needed."""

    def __init__(self, document: Document, rule: Rule) -> None:
        self.document, self.rule = document, rule
        self.limit = float(rule.parameters["points"])  # type: ignore[arg-type]
        self.hits = document.hits(rule.id)

    def verdicts(self) -> Iterator[Verdict]:
        found: list[Verdict] = []
        for line, hits in self._lines():
            found += self._judge_line(line, hits)
        yield from found

    def _lines(self) -> Iterator[tuple[Span, Sequence[Hit]]]:
        """Lines that have a phrase of an advertisement, several words of one, or signs of a disguise."""
        lines = self.document.lines
        wanted: dict[int, list[Hit]] = {}
        starts = [line.start for line in lines]
        for hit in self.hits:
            wanted.setdefault(bisect_right(starts, hit.start) - 1, []).append(hit)
        text = self.document.text
        for match in () if text.isascii() else DISGUISE.finditer(text):
            wanted.setdefault(bisect_right(starts, match.start()) - 1, [])
        for start, _ in spaced_stretches(text):
            wanted.setdefault(bisect_right(starts, start) - 1, [])
        for number in sorted(wanted):
            hits = wanted[number]
            if not hits or any(points_of(h) == 3 for h in hits) or sum(map(points_of, hits)) >= 5:
                yield lines[number], hits

    def _judge_line(self, line: Span, hits: Sequence[Hit]) -> Iterator[Verdict]:
        text = self.document.text
        start = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
        end = start + len(text[start : line.end].rstrip())
        if end - start <= _LONG and (verdict := self._judge(Stretch(start, end, hits, True))):
            yield verdict
            return
        if end - start <= 40:
            return
        seen = start
        for hit in hits:
            if hit.start >= seen and points_of(hit) >= 2:
                sentence = self.document.sentence_at(hit.start)
                inside = [h for h in hits if sentence.start <= h.start and h.end <= sentence.end]
                seen = sentence.end
                if verdict := self._judge_sentence(sentence, inside):
                    yield verdict

    def _judge_sentence(self, sentence: Span, hits: Sequence[Hit]) -> Verdict | None:
        if verdict := self._judge(Stretch(*sentence, hits, False)):
            return verdict
        return None

    def _judge(self, stretch: Stretch) -> Verdict | None:
        text = self.document.text[stretch.start : stretch.end]
        visible = _MARKUP.sub(" ", text)
        letters = sum(map(str.isalnum, visible))
        weight = weigh(stretch.hits, letters, self.document.language)
        form = shape(visible, self.document.language)
        signs = disguises(text) if not text.isascii() or spaced(text) or any(map(str.isdigit, text)) else []
        if signs:
            weight = max(weight, *(self._weigh_folded(folded) for folded in unfold(text)), key=lambda w: w.points)
        if weight.points < 3:
            return None
        place = self._place(stretch, text, form.script, weight)
        total = suspicion(weight, form._replace(contact=form.contact or "http" in text), place) + 3 * bool(signs)
        if total < self.limit + 1.5 * (not stretch.alone):
            return None
        kind = (
            "obfuscated" if signs else "markup" if place.hidden else "comment" if place.comment
            else "line" if stretch.alone else "sentence"
        )
        return Verdict(stretch, kind, weight, signs)

    def _weigh_folded(self, folded: str) -> Weight:
        if self.document.scanner is None:
            return NOTHING
        hits = self.document.scanner.scan(folded).get(self.rule.id, ())
        return weigh(hits, sum(map(str.isalnum, folded)), self.document.language)

    def _place(self, stretch: Stretch, text: str, script: str, weight: Weight) -> Place:
        document = self.document
        own = main_script(document.text[:4000])
        comments = [m.start() for m in _COMMENTS.finditer(document.text)]
        return Place(
            alone=stretch.alone,
            other_script=script != own,
            other_language=weight.language not in ("mul", document.language),
            comment=bool(comments) and stretch.start > comments[0],
            edge=not document.text[: stretch.start].strip() or not document.text[stretch.end :].strip(),
            hidden=bool(_HIDDEN.search(text) or _LINK_LINE.match(text)),
        )


def spaced(text: str) -> bool:
    return next(spaced_stretches(text), None) is not None


def _finding(document: Document, rule: Rule, verdict: Verdict) -> Finding:
    start, end = verdict.stretch.start, verdict.stretch.end
    weight = verdict.weight
    return rule.found(
        document, verdict.kind, start, end, Fix("remove the advertising", (Edit(start, end, ""),), "unsafe"),
        topic=weight.topics[0], terms=list(weight.terms), language=weight.language, points=weight.points, signs=verdict.signs,
    )
