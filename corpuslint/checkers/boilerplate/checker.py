"""What a page said around the article it was cut from: menus, share bars, cookie boxes, comment forms, copyright lines.

A line is read by itself first (`lines`), then judged by its place (`places`): a button's word counts
outside the text proper or beside others of its like, the name of a section only in a row of such.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from corpuslint.cache.compiled import compiled
from corpuslint.checkers.boilerplate.lines import MAX_LINE, Vocabulary, read_label
from corpuslint.checkers.boilerplate.places import Row, is_real, residue, unwrapped
from corpuslint.checkers.boilerplate.table import Label, Table, Weight, by_head
from corpuslint.checkers.boilerplate.templates import Networks
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix
from corpuslint.lazy import regex
from corpuslint.rule import Entry, Rule, lexicon_files, read_lexicon
from corpuslint.text.language import likely
from corpuslint.text.scanner import Hit

# Pages in the one language often keep menus and notices in the other.
_NEIGHBOURS = {
    "az": ("tr", "ru"), "be": ("ru",), "bs": ("hr", "sr"), "ca": ("es",), "eu": ("es",), "gl": ("es", "pt"), "hr": ("sr",),
    "kk": ("ru",), "ky": ("ru",), "mk": ("sr", "bg"), "mn": ("ru",), "ms": ("id",), "nn": ("nb",), "sk": ("cs",), "sr": ("hr",),
    "tg": ("ru",), "tk": ("ru",), "tt": ("ru",), "uk": ("ru",), "uz": ("ru",),
}
ALL = ("und",)
_LISTS = ("templates", "terms")
"""Names of the lists of templates; `<card>.<language>.txt` of a card of one's own is `terms`."""
_SHORT = 120
"""Code points of a line in which two points of clues are enough; a longer one needs three, one twice as long four."""

_HEADING = 40
"""Code points of a line that can be a heading of one or a few words."""

_QUOTES = frozenset("\"“„'‘«‹「『")
_QUOTED = regex(r"[“„][^“”„]{1,300}[”“]|«[^«»]{1,300}»|[「『][^」』]{1,300}[」』]|\"[^\"]{1,300}\"")
_MARKDOWN_HEADING = regex(r"#{1,6}\s")
_TO_ANCHOR = regex(r"[-*+\d.\s]*\[[^\[\]]*\]\(#[^\s()]*\)$")
"""A line of a table of contents: a link into the document itself."""
_ENUMERATED = regex(r"\(?\d{1,3}[.)]\s|\([a-z]\)\s")  # a clause of a law, a question of an exam, a step
_HOLDERS = 3
"""Different copyright lines that a page and what it quotes may have; a text with more tells who holds what."""
_SENTENCE_END = regex(r"[.!?…][\s\u00a0]+(?=[^\W\d_])|[。！？।]")


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    labels = _labels(document, rule)
    if not labels:
        return
    cut = _Cut(0, after_blank=True)
    rows = unwrapped(document, _rows(document, _without_holders(document, labels)))
    found = list(residue(document, rows))
    headings = _headings(document, rows, {row.start for row, _ in found})
    for row, kind in found:
        if row.start not in headings and not document.is_masked(row.start, row.start + 1):
            cut, edit = _removal(document, row, cut)
            yield rule.found(document, kind, row.start, row.end, Fix("Remove the line", (edit,), "unsafe"))


def _without_holders(document: Document, labels: Mapping[int, Label]) -> Mapping[int, Label]:
    """The labels, without those of copyright lines where there are too many different ones for a page."""
    holders = {document.text[start:end] for start, end in document.lines if start in labels and labels[start].kind == "copyright"}
    if len(holders) <= _HOLDERS:
        return labels
    return {start: label for start, label in labels.items() if label.kind != "copyright"}


def _headings(document: Document, rows: Sequence[Row], found: Collection[int]) -> frozenset[int]:
    """The starts of lone lines that the line below takes up: headings and titles about menus, comments, adverts."""
    taken = set()
    for place, (row, after) in enumerate(pairwise(rows)):
        alone = row.start in found and after.label is None and not (place and rows[place - 1].start in found)
        if alone and row.end - row.start <= _HEADING:
            heading = document.lower[row.start : row.end].strip(" .:!")
            if heading and heading in document.lower[after.start : after.end]:
                taken.add(row.start)
    return frozenset(taken)


def _labels(document: Document, rule: Rule) -> dict[int, Label]:
    """The labels of the lines that have one, by the start of the line: few documents have any."""
    language = document.language
    vocabulary = _vocabulary(rule.path, (likely(document.text) or ALL) if language == "und" else (language,))
    text, hits, labels, seen = document.text, document.hits(rule.id), {}, 0
    for start, end in document.lines:
        if start == end:
            continue
        inside = seen
        while seen < len(hits) and hits[seen].start < end:
            seen += 1
        body = text[start:end].strip()
        if 0 < len(body) <= MAX_LINE and (label := _label(body, text.index(body[0], start), hits[inside:seen], vocabulary)):
            labels[start] = label
    return labels


def _rows(document: Document, labels: Mapping[int, Label]) -> list[Row]:
    rows = []
    for line in document.lines:
        text = document.text[line.start : line.end]
        if body := text.strip():
            start = line.start + len(text) - len(text.lstrip())
            label = labels.get(line.start)
            rows.append(Row(start, start + len(body), label, label is None and is_real(body)))
    return rows


def _label(body: str, start: int, hits: Sequence[Hit], vocabulary: Vocabulary) -> Label | None:
    if body[-1] == ")" and _TO_ANCHOR.match(body):
        return None
    if body[0] == "#" and _MARKDOWN_HEADING.match(body):
        # The title of a section of this text, if nothing of its like stands beside it.
        label = read_label(body, vocabulary, floating=False)
        return label and label._replace(weight=min(label.weight, Weight.RUN))
    label = read_label(body, vocabulary, floating=bool(hits))
    if hits and (label is None or label.weight < Weight.SURE):
        return _clued(body, start, hits) or label
    return label


def _clued(body: str, start: int, hits: Sequence[Hit]) -> Label | None:
    """What enough set phrases in one line make of it: no template foresees the whole of a cookie or copyright notice."""
    if body[0] in _QUOTES or body[-1] in "\"”»」』?" or _ENUMERATED.match(body):
        return None
    points: Counter[str] = Counter()
    quoted = [match.span() for match in _QUOTED.finditer(body)]
    hits = [hit for hit in hits if not _is_mentioned_or_glued(hit, body, start, quoted)]
    for _, tag in dict.fromkeys((hit.term, hit.tag) for hit in hits):
        kind, _, weight = tag.partition(" ")
        points[kind] += int(weight or 1)
    if not points:
        return None
    kind, most = points.most_common(1)[0]
    enough = 2 + (len(body) > _SHORT) + (len(body) > 2 * _SHORT)
    strong = [hit.start - start for hit in hits if hit.tag.startswith(kind) and not hit.tag.endswith("1")]
    return Label(kind, Weight.SURE) if most >= enough and _fills(body, strong) else None


def _is_mentioned_or_glued(hit: Hit, body: str, start: int, quoted: Sequence[tuple[int, int]]) -> bool:
    """Between quotation marks, or half of a mis-decoded letter ('cafÃ©')."""
    at = hit.start - start
    before = body[at - 1 : at] if at else ""
    if before in _QUOTES or (hit.term == "©" and before.isalpha()):
        return True
    return any(first < at < last for first, last in quoted)


def _fills(body: str, places: Sequence[int]) -> bool:
    """Whether two of five sentences or more hold one of the places: a notice speaks of one thing, an article goes on."""
    ends = [match.end() for match in _SENTENCE_END.finditer(body)]
    return len({bisect_left(ends, place) for place in places}) >= 0.4 * (len(ends) + 1)


@lru_cache(maxsize=32)  # of all languages alone and together there would be hundreds
def _vocabulary(card: Path, languages: tuple[str, ...]) -> Vocabulary:
    """English, the languages themselves and their neighbours; all there is where no word tells a language."""
    known = {language for name, language in lexicon_files(card) if name in _LISTS}
    wanted = sorted(known) if languages == ALL else ["en", *languages, *(n for code in languages for n in _NEIGHBOURS.get(code, ()))]
    tables = (_table(card, code) for code in dict.fromkeys(wanted) if code in known)
    return Vocabulary.of(tuple(tables), _networks(card))


@cache
def _table(card: Path, language: str) -> Table:
    paths = [path for (name, code), path in lexicon_files(card).items() if name in _LISTS and code == language]

    def read() -> dict[str, list[Entry]]:
        return by_head(entry for path in paths for entry in read_lexicon(path))

    return Table(compiled(f"{card.stem}-{language}", paths, read, {str: [(str, str)]}))


@cache
def _networks(card: Path) -> Networks:
    files = [path for (name, _), path in lexicon_files(card).items() if name == "networks"]

    def read() -> Networks:
        return Networks.of(entry.term for path in files for entry in read_lexicon(path))

    return Networks(*compiled(f"{card.stem}-networks", files, read, ({str: [[str]]},)))


class _Cut(NamedTuple):
    """The last removal: the line that comes after it, and whether a blank line, or none, stands before it."""

    line: int
    after_blank: bool


def _removal(document: Document, row: Row, last: _Cut) -> tuple[_Cut, Edit]:
    """The line with its end, and where a blank line stands before, with the blank lines that follow."""
    lines = document.lines
    at = bisect_left(lines, row.start, key=lambda line: line.end)
    after_blank = last.after_blank if last.line == at else _is_blank(document, at - 1)
    following = at + 1
    while after_blank and following < len(lines) and _is_blank(document, following):
        following += 1
    end = lines[following].start if following < len(lines) else len(document.text)
    return _Cut(following, after_blank), Edit(lines[at].start, end, "")


def _is_blank(document: Document, line: int) -> bool:
    span = document.lines[line]
    return not document.text[span.start : span.end].strip()
