"""Judges the stretches of one document in which terms of advertising stand close together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from corpuslint.checkers.spam_fold import DISGUISE, disguises, unfold
from corpuslint.checkers.spam_structure import Shape, main_script, shape
from corpuslint.checkers.spam_weigh import NOTHING, Place, Weight, points_of, suspicion, weigh
from corpuslint.checkers.spam_windows import between_sentences, clusters, run_of_script
from corpuslint.document import Document, Span
from corpuslint.language import scripts
from corpuslint.rule import Rule
from corpuslint.scanner import Hit

_LONG = 900
"""Code points of the longest line judged as one stretch; in a longer one only sentences are."""
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
_QUOTE = "\"“”„«»‹›「」『』‘’'()[]（）"
_ADDRESS = frozenset(("call", "promo", "flattery"))
"""Topics of phrases that speak to the reader of a page for its writer's profit; no report speaks so."""


class Stretch(NamedTuple):
    """A piece of the document judged as one; `alone`: it fills its lines."""

    span: Span
    hits: Sequence[Hit]
    alone: bool


class Verdict(NamedTuple):
    span: Span
    kind: str
    weight: Weight
    signs: tuple[str, ...]


class Judge:
    """One document under judgement; its script, subjects and comments are looked up when they are needed."""

    def __init__(self, document: Document, rule: Rule) -> None:
        self.document, self.rule, self.text = document, rule, document.text
        self.limit = float(rule.parameters["points"])  # type: ignore[arg-type]

    @cached_property
    def script(self) -> str:
        return main_script(self.text[:4000])

    @cached_property
    def comments_start(self) -> int:
        found = _COMMENTS.search(self.text)
        return found.end() if found else len(self.text)

    def verdicts(self) -> Iterator[Verdict]:
        for line, hits in self._lines():
            yield from self._judge_line(line, hits)

    def _lines(self) -> Iterator[tuple[Span, Sequence[Hit]]]:
        """Lines that have a phrase of an advertisement, several words of one, or signs of a disguise."""
        lines, text = self.document.lines, self.text
        starts = [line.start for line in lines]
        wanted: dict[int, list[Hit]] = {}
        for hit in self.document.hits(self.rule.id):
            wanted.setdefault(bisect_right(starts, hit.start) - 1, []).append(hit)
        disguised = {bisect_right(starts, match.start()) - 1 for match in DISGUISE.finditer(text)}
        for number in sorted(disguised | wanted.keys()):
            hits = wanted.get(number, [])
            if number in disguised or any(points_of(h) == 3 for h in hits) or sum(map(points_of, hits)) >= 5:
                yield lines[number], hits

    def _judge_line(self, line: Span, hits: Sequence[Hit]) -> Iterator[Verdict]:
        body = self.text[line.start : line.end]
        start = line.start + len(body) - len(body.lstrip())
        span = Span(start, start + len(body.strip()))
        if span.end - span.start <= _LONG and (verdict := self._judge(Stretch(span, hits, True))):
            yield verdict
        elif span.end - span.start > 40:
            yield from self._judge_parts(span, hits)

    def _judge_parts(self, line: Span, hits: Sequence[Hit]) -> Iterator[Verdict]:
        found: list[Verdict] = []
        for cluster in clusters(hits):
            if not any(verdict.span.start <= cluster[0].start < verdict.span.end for verdict in found):
                verdict = self._judge_cluster(line, cluster, hits)
                found += [verdict] if verdict else []
        yield from sorted(found)

    def _judge_cluster(self, line: Span, cluster: Sequence[Hit], hits: Sequence[Hit]) -> Verdict | None:
        first, last = cluster[0].start, max(hit.end for hit in cluster)
        script = main_script(self.text[first:last])
        if script != self.script:
            return self._judge_part(run_of_script(self.text, line, first, last, script), hits, line)
        if (span := between_sentences(self.text, line, first, last)) and (part := self._judge_part(span, hits, line)):
            return part
        return self._judge_part(self.document.sentence_at(first), hits, line) or self._judge_anchor(Span(first, last), cluster)

    def _judge_part(self, span: Span, hits: Sequence[Hit], line: Span) -> Verdict | None:
        inside = [hit for hit in hits if span.start <= hit.start and hit.end <= span.end]
        return self._judge(Stretch(span, inside, span == line))

    def _judge(self, stretch: Stretch) -> Verdict | None:
        text = self.text[slice(*stretch.span)]
        visible = _MARKUP.sub(" ", text)
        language = self.document.language
        signs = tuple(disguises(text))
        read = [(visible, self._weigh(stretch.hits, visible))]
        read += [(folded, self._weigh_folded(folded)) for folded in (unfold(visible) if signs else ())]
        visible, weight = max(read, key=lambda pair: pair[1].points)
        if weight.points < 3:
            return None
        form = shape(visible, language)
        place = self._place(stretch, text, form, weight)
        total = suspicion(weight, form._replace(contact=form.contact or "http" in text), place) + 3 * bool(signs)
        if total < self.limit + 1.5 * (not stretch.alone):
            return None
        kind = (
            "obfuscated" if signs else "markup" if place.hidden else "comment" if place.comment
            else "line" if stretch.alone else "sentence"
        )
        return Verdict(stretch.span, kind, weight, signs)

    def _judge_anchor(self, span: Span, hits: Sequence[Hit]) -> Verdict | None:
        """A few words in mid-sentence, all of them terms, of a trade that is not the document's subject."""
        text = self.text[slice(*span)]
        weight = self._weigh(hits, text)
        if weight.points < 5 or weight.cover < 0.8 or " " not in text or self._is_quoted(span) or self._is_subject(text):
            return None
        return Verdict(span, "anchor", weight, ())

    def _is_quoted(self, span: Span) -> bool:
        return self.text[span.start - 1 : span.start] in _QUOTE or self.text[span.end : span.end + 1] in _QUOTE

    def _is_subject(self, words: str) -> bool:
        """Whether the document speaks of it elsewhere too."""
        return any(self.document.lower.count(word[:6]) > 1 for word in words.lower().split() if len(word) >= 4)

    def _weigh(self, hits: Sequence[Hit], text: str) -> Weight:
        return weigh(hits, sum(map(str.isalnum, text)), self.document.language)

    def _weigh_folded(self, folded: str) -> Weight:
        if self.document.scanner is None:
            return NOTHING
        return self._weigh(self.document.scanner.scan(folded).get(self.rule.id, ()), folded)

    def _place(self, stretch: Stretch, text: str, form: Shape, weight: Weight) -> Place:
        start, end = stretch.span
        other = form.script != self.script and scripts(self.text[:8000])[form.script] < 0.1 * len(self.text[:8000])
        return Place(
            alone=stretch.alone,
            other_script=other,
            other_language=weight.language not in ("mul", self.document.language),
            comment=start >= self.comments_start,
            edge=not self.text[:start].strip() or not self.text[end:].strip(),
            hidden=bool(_HIDDEN.search(text) or _LINK_LINE.match(text)),
            address=any(hit.tag[:-2] in _ADDRESS and points_of(hit) == 3 for hit in stretch.hits),
        )
