"""Judges the stretches of one document in which terms of advertising stand close together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.checkers.embedded_spam.disguise import MIXED_ALPHABETS, disguises, signs_of_disguise, undisguised
from corpuslint.checkers.embedded_spam.structure import Shape, shape
from corpuslint.checkers.embedded_spam.surroundings import Surroundings
from corpuslint.checkers.embedded_spam.suspicion import Setting, suspicion
from corpuslint.checkers.embedded_spam.tally import INTERNATIONAL, NOTHING, Tally, is_phrase, tally, topic_of
from corpuslint.checkers.embedded_spam.terms import lines_to_judge, words_in
from corpuslint.checkers.embedded_spam.weights import WEIGHTS
from corpuslint.checkers.embedded_spam.windows import between_sentences, clusters, run_of_script
from corpuslint.document import Document, Span
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.hit import Hit
from corpuslint.text.punctuation import QUOTES, SINGLE
from corpuslint.text.scripts import main_script

MAX_GAP = 3
"""Code points before a stretch in which the end of a sentence is looked for: a mark, what closes, a space."""
MAX_SHOWN = 40
"""Code points of a link that are shown as its term."""
_MARKUP = regex(r"<[^<>]{1,400}>|\]\([^()\s]{1,400}\)|https?://\S+")
_HIDDEN = regex(
    r"<[a-z]+ [^<>]{0,200}(?:display\s*:\s*none|visibility\s*:\s*hidden|left\s*:\s*-\d{3,}|top\s*:\s*-\d{3,}|"
    r"font-size\s*:\s*0|rel=[\"']dofollow)", re.IGNORECASE,
)
_LINK_LINE = regex(
    r"\s*(?:[-*•]\s*)?(?:<a\s[^<>]{1,400}>[^<>]{1,300}</a>|\[[^\[\]\n]{1,300}\]\(https?://[^()\s]{1,300}\))\s*", re.IGNORECASE,
)
_QUOTES = "".join(sorted(set(QUOTES) - set(SINGLE)))
_QUOTE = f"{QUOTES}()[]（）"
_BARE_LINK = regex(r"(?:\S+ ){0,2}(?:https?://|www\.)\S+(?: \S+){0,2}")
_NO_KEYWORDS = regex(r"[.,;:!?\"“”«»()。，、；]|\b(?:and|or|y|e|o|und|oder|et|ou|en|of|i|oraz|a|și|sau|va|és|vagy|och|og|ja|и|или|та|і|και|và|dan|atau|at|ve|veya|na|au|و|یا|और|या|এবং)\b")
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
    tally: Tally
    signs: tuple[str, ...]


class Judge:
    """One document under judgement."""

    def __init__(self, document: Document, rule: Rule) -> None:
        self.document, self.rule, self.text = document, rule, document.text
        self.around = Surroundings(document)
        self.limit = float(rule.parameters["points"])  # type: ignore[arg-type]

    def verdicts(self) -> Iterator[Verdict]:
        for line, hits in lines_to_judge(self.document, self.rule, self.around.comments_start):
            yield from self._judge_line(line, hits)

    def _judge_line(self, line: Span, hits: Sequence[Hit]) -> Iterator[Verdict]:
        body = self.text[line.start : line.end]
        start = line.start + len(body) - len(body.lstrip())
        span = Span(start, start + len(body.strip()))
        size = span.end - span.start
        if size <= WEIGHTS.whole_line and (verdict := self._judge(Stretch(span, hits, True))):
            yield verdict
        elif size >= WEIGHTS.parts:
            yield from self._judge_parts(span, hits)

    def _judge_parts(self, line: Span, hits: Sequence[Hit]) -> Iterator[Verdict]:
        found: list[Verdict] = []
        for first, last, near in self._places(line, hits):
            at = bisect_right(found, first, key=lambda verdict: verdict.span.start)
            if (at == 0 or found[at - 1].span.end <= first) and (verdict := self._judge_near(line, first, last, near, hits)):
                insort(found, verdict)
        yield from found

    def _places(self, line: Span, hits: Sequence[Hit]) -> Iterator[tuple[int, int, Sequence[Hit]]]:
        """Where to look within a line: terms close together, and words in two alphabets."""
        for cluster in clusters(hits):
            yield cluster[0].start, max(hit.end for hit in cluster), cluster
        disguised = [match.start() for match in MIXED_ALPHABETS.finditer(self.text, *line)]
        if len(disguised) >= WEIGHTS.mixed_places:
            yield disguised[0], disguised[-1] + 1, ()

    def _judge_near(self, line: Span, first: int, last: int, near: Sequence[Hit], hits: Sequence[Hit]) -> Verdict | None:
        script = main_script(self.text[first:last])
        if script != self.around.script:
            run = run_of_script(self.text, line, first, last, script)
            return self._judge_part(run, hits, line) or self._judge_anchor(run, near)
        if (span := between_sentences(self.text, line, first, last)) and (part := self._judge_part(span, hits, line)):
            return part
        sentence = self.document.sentence_at(first)
        return self._judge_part(sentence, hits, line) or self._judge_anchor(Span(first, last), near)

    def _judge_part(self, span: Span, hits: Sequence[Hit], line: Span) -> Verdict | None:
        inside = hits[bisect_left(hits, (span.start,)) : bisect_left(hits, (span.end,))]
        return self._judge(Stretch(span, inside, span == line))

    def _judge(self, stretch: Stretch) -> Verdict | None:
        text = self.text[slice(*stretch.span)]
        visible = _MARKUP.sub(" ", text)
        signs = tuple(disguises(text)) if any(True for _ in signs_of_disguise(text)) else ()
        read = [(visible, self._tally(stretch.hits, visible))]
        read += [(plain, self._tally_undisguised(plain)) for plain in (undisguised(visible) if signs else ())]
        visible, found = max(read, key=lambda pair: pair[1].points)
        if not found.grounded:
            return self._judge_link(stretch, text)
        form = shape(visible, self.document.language)
        setting = self._setting(stretch, text, form, found, bool(signs))
        form = form._replace(contact=form.contact or "http" in text)
        if suspicion(found, form, setting) < self.limit or self._is_heading(stretch, found, form, setting):
            return None
        return Verdict(stretch.span, self._kind(stretch, setting), found, signs)

    def _tally(self, hits: Sequence[Hit], text: str) -> Tally:
        return tally(hits, sum(map(str.isalnum, text)), self.document.language)

    def _tally_undisguised(self, plain: str) -> Tally:
        if self.document.scan is None:
            return NOTHING
        phrases = self.document.scan(plain).get(self.rule.id, ())
        return self._tally((*phrases, *words_in(self.rule, plain)), plain)

    def _setting(self, stretch: Stretch, text: str, form: Shape, found: Tally, disguised: bool) -> Setting:
        start, end = stretch.span
        language, body = self.document.language, self.around.body
        return Setting(
            alone=stretch.alone,
            other_script=self.around.is_other_script(form.script),
            other_language=language != "und" and found.language not in (INTERNATIONAL, language),
            comment=start >= self.around.comments_start,
            edge=start <= body.start or end >= body.end,
            hidden=bool(_HIDDEN.search(text) or _LINK_LINE.fullmatch(text)),
            address=any(is_phrase(hit) and topic_of(hit) in _ADDRESS for hit in stretch.hits),
            quoted=text[0] in _QUOTES,
            disguised=disguised,
        )

    def _is_heading(self, stretch: Stretch, found: Tally, form: Shape, setting: Setting) -> bool:
        """A short line with few terms, over a document that goes on about them."""
        if not stretch.alone or not form.titled or found.points > WEIGHTS.heading_points:
            return False
        if setting.disguised or setting.hidden or setting.comment or setting.address:
            return False
        return self.around.goes_on_about(found.terms, stretch.span)

    def _kind(self, stretch: Stretch, setting: Setting) -> str:
        if setting.disguised or setting.hidden:
            return "obfuscated" if setting.disguised else "markup"
        if stretch.alone:
            return "comment" if setting.comment else "line"
        before = self.text[max(0, stretch.span.start - MAX_GAP) : stretch.span.start].rstrip(" \t\u00a0\"”’»」』)")
        return "sentence" if before[-1:] in ("", "\n", "\r", *".!?…。！？।۔؟:") else "anchor"

    def _judge_link(self, stretch: Stretch, text: str) -> Verdict | None:
        """A comment that is a link and a few words."""
        if stretch.span.start < self.around.comments_start or not _BARE_LINK.fullmatch(text):
            return None
        return Verdict(stretch.span, "comment", NOTHING._replace(terms=(text[:MAX_SHOWN],), topics=("link",)), ())

    def _judge_anchor(self, span: Span, hits: Sequence[Hit]) -> Verdict | None:
        """A few words in mid-sentence, all of them terms, of a trade that is not the document's subject."""
        text = self.text[slice(*span)]
        found = self._tally(hits, text)
        if " " not in text or not self._are_keywords(text, found):
            return None
        if self._is_quoted(span) or _NO_KEYWORDS.search(text) or self.around.is_subject(text):
            return None
        return Verdict(span, "anchor", found, ())

    def _are_keywords(self, text: str, found: Tally) -> bool:
        """Terms and next to nothing else; in another script they are told more easily."""
        if self.around.is_other_script(main_script(text)):
            return found.cover >= WEIGHTS.foreign_anchor_cover
        if found.points < WEIGHTS.anchor_points or found.cover < WEIGHTS.anchor_cover:
            return False
        return shape(text, self.document.language).prose <= WEIGHTS.no_prose

    def _is_quoted(self, span: Span) -> bool:
        return self.text[span.start - 1 : span.start] in _QUOTE or self.text[span.end : span.end + 1] in _QUOTE
