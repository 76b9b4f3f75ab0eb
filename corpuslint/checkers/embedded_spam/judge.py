"""Judges the stretches of one document in which terms of advertising stand close together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from corpuslint.checkers.embedded_spam.fold import MIXED_ALPHABETS, disguises, signs_of_disguise, unfold
from corpuslint.checkers.embedded_spam.structure import Shape, count_scripts, main_script, shape
from corpuslint.checkers.embedded_spam.weigh import NOTHING, Place, Weight, points_of, suspicion, weigh
from corpuslint.checkers.embedded_spam.windows import between_sentences, clusters, run_of_script
from corpuslint.document import Document, Span
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.hit import Hit
from corpuslint.text.scanner import Scanner

_LONG = 900
"""Code points of the longest line judged as one stretch; in a longer one only sentences are."""
_FEW = 7
"""Points that a heading may have by the words of its subject alone."""
_SUBJECT = 20_000
"""Code points in which a document's subject shows."""
_SHORT = 400
"""Code points of the longest line that is looked at for its ending alone."""
_ENDS = ".!?…。！？।۔؟:;,\"”»」』)]}>|"
_MARKUP = regex(r"<[^<>]{1,400}>|\]\([^()\s]{1,400}\)|https?://\S+")
_HIDDEN = regex(
    r"<[a-z]+ [^<>]{0,200}(?:display\s*:\s*none|visibility\s*:\s*hidden|left\s*:\s*-\d{3,}|top\s*:\s*-\d{3,}|"
    r"font-size\s*:\s*0|rel=[\"']dofollow)", re.IGNORECASE,
)
_LINK_LINE = regex(
    r"\s*(?:[-*•]\s*)?(?:<a\s[^<>]{1,400}>[^<>]{1,300}</a>|\[[^\[\]\n]{1,300}\]\(https?://[^()\s]{1,300}\))\s*", re.IGNORECASE,
)
# `Comment:` by itself is the label of a field.
_COMMENTS = regex(
    r"\n[ \t]*(?:(?:\d{1,4} )?(?:comments|comment(?!:)|replies|responses|discussion|leave a (?:reply|comment)|comentarios|comentários|"
    r"commentaires|kommentare|commenti|reacties|komentarze|komentáře|yorumlar|комментарии|коментарі|komentar|bình luận|"
    r"评论|コメント|댓글|تعليقات|hozzászólások|comentarii|σχόλια|kommentarer))(?: ?\(\d+\))?:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTES = "\"“”„«»‹›「」『』"
_QUOTE = f"{_QUOTES}‘’'()[]（）"
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
    weight: Weight
    signs: tuple[str, ...]


_scanners: dict[Path, Scanner] = {}


def words_scanner(rule: Rule) -> Scanner:
    """Of the rule's lexicons of single words, which no document is scanned for as a whole; kept per rule file."""
    if rule.path not in _scanners:
        _scanners[rule.path] = Scanner([rule._replace(scan=("words",), terms=())])
    return _scanners[rule.path]


class Judge:
    """One document under judgement; its script, subjects and comments are looked up when they are needed."""

    def __init__(self, document: Document, rule: Rule) -> None:
        self.document, self.rule, self.text = document, rule, document.text
        self.limit = float(rule.parameters["points"])  # type: ignore[arg-type]

    @cached_property
    def script(self) -> str:
        return main_script(self.text[:4000])

    @cached_property
    def body(self) -> Span:
        """The text without the white space around it."""
        return Span(len(self.text) - len(self.text.lstrip()), len(self.text.rstrip()))

    @cached_property
    def comments_start(self) -> int:
        found = _COMMENTS.search("\n" + self.text)
        return found.end() - 1 if found else len(self.text)

    def verdicts(self) -> Iterator[Verdict]:
        for line, hits in self._lines():
            yield from self._judge_line(line, hits)

    def _lines(self) -> Iterator[tuple[Span, Sequence[Hit]]]:
        """Lines that have a phrase of an advertisement or signs of a disguise, and those that end as no sentence does
        and have two words of trades, or are a link under comments."""
        lines, text = self.document.lines, self.text
        starts = [line.start for line in lines]
        wanted = {bisect_right(starts, hit.start) - 1 for hit in self.document.hits(self.rule.id)}
        wanted |= {bisect_right(starts, at) - 1 for at in signs_of_disguise(text)}
        loose = {n for n, (start, end) in enumerate(lines) if 15 < end - start < _SHORT and text[end - 1] not in _ENDS}
        numbers = sorted(wanted | loose)
        words = self._words_of([lines[number] for number in numbers])
        for number in numbers:
            line = lines[number]
            if number in wanted:
                yield line, sorted((*self._phrases(line), *words[line]))
            elif line.start >= self.comments_start or sum(points_of(hit) == 2 for hit in words[line]) >= 2:
                yield line, words[line]

    def _phrases(self, line: Span) -> Sequence[Hit]:
        strong = self.document.hits(self.rule.id)
        first = bisect_left(strong, (line.start,))
        return strong[first : bisect_left(strong, (line.end,), first)]

    def _words_of(self, lines: Sequence[Span]) -> Mapping[Span, Sequence[Hit]]:
        """The words of trades, which are looked up only in lines in which something else is odd, in all of them at once."""
        found: dict[Span, list[Hit]] = {line: [] for line in lines}
        begins = list(accumulate((end - start + 1 for start, end in lines), initial=0))
        for hit in self._words("\n".join([self.document.lower[start:end] for start, end in lines])):
            at = bisect_right(begins, hit.start) - 1
            offset = lines[at].start - begins[at]
            found[lines[at]].append(hit._replace(start=hit.start + offset, end=hit.end + offset))
        return found

    def _words(self, lowered: str) -> Sequence[Hit]:
        return words_scanner(self.rule).scan(lowered).get(self.rule.id, ())

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
        if len(disguised) >= 3:
            yield disguised[0], disguised[-1] + 1, ()

    def _judge_near(self, line: Span, first: int, last: int, near: Sequence[Hit], hits: Sequence[Hit]) -> Verdict | None:
        script = main_script(self.text[first:last])
        if script != self.script:
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
        read = [(visible, self._weigh(stretch.hits, visible))]
        read += [(folded, self._weigh_folded(folded)) for folded in (unfold(visible) if signs else ())]
        visible, weight = max(read, key=lambda pair: pair[1].points)
        if weight.points < 3 or not weight.grounded:
            return self._judge_link(stretch, text)
        form = shape(visible, self.document.language)
        place = self._place(stretch, text, form, weight, bool(signs))
        form = form._replace(contact=form.contact or "http" in text)
        if suspicion(weight, form, place) < self.limit or self._is_heading(stretch, weight, form, place):
            return None
        return Verdict(stretch.span, self._kind(stretch, place), weight, signs)

    def _is_heading(self, stretch: Stretch, weight: Weight, form: Shape, place: Place) -> bool:
        """A short line with few terms, over a document that goes on about them."""
        if not stretch.alone or not form.titled or weight.points > _FEW:
            return False
        if place.disguised or place.hidden or place.comment or place.address:
            return False
        start, end = stretch.span
        rest = self.document.lower[max(0, start - _SUBJECT) : start] + self.document.lower[end : end + _SUBJECT]
        words = {word for term in weight.terms for word in term.split()}
        return any(word[:6] in rest for word in words if len(word) >= 4 or not word.isascii())

    def _kind(self, stretch: Stretch, place: Place) -> str:
        if place.disguised or place.hidden:
            return "obfuscated" if place.disguised else "markup"
        if stretch.alone:
            return "comment" if place.comment else "line"
        before = self.text[max(0, stretch.span.start - 3) : stretch.span.start].rstrip(" \t\u00a0\"”’»」』)")
        return "sentence" if before[-1:] in ("", "\n", "\r", *".!?…。！？।۔؟:") else "anchor"

    def _judge_link(self, stretch: Stretch, text: str) -> Verdict | None:
        """A comment that is a link and at most three words."""
        if stretch.span.start < self.comments_start or not _BARE_LINK.fullmatch(text):
            return None
        return Verdict(stretch.span, "comment", Weight(0, 0.0, False, "", (text[:40],), ("link",)), ())

    def _judge_anchor(self, span: Span, hits: Sequence[Hit]) -> Verdict | None:
        """A few words in mid-sentence, all of them terms, of a trade that is not the document's subject."""
        text = self.text[slice(*span)]
        weight = self._weigh(hits, text)
        foreign = self._is_other_script(main_script(text))
        if weight.points < (3 if foreign else 5) or weight.cover < (0.5 if foreign else 0.8) or " " not in text:
            return None
        if not foreign and shape(text, self.document.language).prose > 0.1:
            return None
        if self._is_quoted(span) or _NO_KEYWORDS.search(text) or self._is_subject(text):
            return None
        return Verdict(span, "anchor", weight, ())

    def _is_quoted(self, span: Span) -> bool:
        return self.text[span.start - 1 : span.start] in _QUOTE or self.text[span.end : span.end + 1] in _QUOTE

    def _is_subject(self, words: str) -> bool:
        """Whether the document speaks of it elsewhere too (in the first part of a long one)."""
        text = self.document.lower[:_SUBJECT]
        return any(text.count(word[:6]) > 1 for word in words.lower().split() if len(word) >= 4)

    def _is_other_script(self, script: str) -> bool:
        """A script that the document does not write: under one letter in ten of what it begins with."""
        return script != self.script and self.scripts[script] < 0.1 * self.scripts.total()

    @cached_property
    def scripts(self) -> Counter[str]:
        return count_scripts(self.text[:8000])

    def _weigh(self, hits: Sequence[Hit], text: str) -> Weight:
        return weigh(hits, sum(map(str.isalnum, text)), self.document.language)

    def _weigh_folded(self, folded: str) -> Weight:
        if self.document.scan is None:
            return NOTHING
        strong = self.document.scan(folded).get(self.rule.id, ())
        return self._weigh((*strong, *self._words(folded)), folded)

    def _place(self, stretch: Stretch, text: str, form: Shape, weight: Weight, disguised: bool) -> Place:
        start, end = stretch.span
        return Place(
            alone=stretch.alone,
            other_script=self._is_other_script(form.script),
            other_language=self.document.language != "und" and weight.language not in ("mul", self.document.language),
            comment=start >= self.comments_start,
            edge=start <= self.body.start or end >= self.body.end,
            hidden=bool(_HIDDEN.search(text) or _LINK_LINE.fullmatch(text)),
            address=any(hit.tag[:-2] in _ADDRESS and points_of(hit) == 3 for hit in stretch.hits),
            quoted=text[0] in _QUOTES,
            disguised=disguised,
        )
