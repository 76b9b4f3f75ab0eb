"""Documents: total decoding, positions, and the lazy views that every checker shares.

All offsets are code points into `Document.text`; spans are half open.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from corpuslint.lazy import regex
from corpuslint.text.characters import lower
from corpuslint.text.hit import Hit
from corpuslint.text.spans import overlaps


class Span(NamedTuple):
    """Code points `start` to `end`, half open; (0, 0) stands for the whole document."""

    start: int
    end: int


class Position(NamedTuple):
    """A place for people and reporters: line and column from 1, offset in code points from 0."""

    line: int
    column: int
    offset: int


class Word(NamedTuple):
    """A run of letters, marks and digits, with inner apostrophes."""

    text: str
    start: int
    end: int


class Decoded(NamedTuple):
    text: str
    encoding: str


# Only these end a line. str.splitlines() also cuts at VT, FF, FS to RS, NEL, U+2028 and U+2029, which
# would put every later line number out against git and every editor.
_LINE_END = regex(r"\r\n|\n|\r")
# This and the next begin with a set of characters, which `re` looks for without an attempt at every place.
_BLANK = regex(r"(?:\r\n|\n|\r)(?:[ \t\u00a0]*(?:\r\n|\n|\r))+[ \t\u00a0]*")
_WORD = regex(r"[^\W_]+(?:['’ʼ\u00ad\u200c][^\W_]+)*")
# Combining marks are no \w for `re`, yet Thai, Devanagari and Arabic words are full of them.
_MARKED_WORD = regex(r"(?:[^\W_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
                          r"\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd"
                          r"\u0b01-\u0d63\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd"
                          r"\u102b-\u103e\u17b6-\u17d3])+(?:['’ʼ\u00ad\u200c\u200d](?:[^\W_])+)*")
_HAS_MARKS = regex(r"[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u103e\u17b6-\u17d3]")
# A sentence's end or a line's.
_END = regex(
    r"[.!?…。！？｡।۔؟\r\n](?:(?<=[.!?…])[.!?…]*[\"'”’»)\]]*(?=[ \t\u00a0\r\n]|$)|(?<=[。！？｡])[。！？｡]*[」』”’）]*|(?<=[।۔؟])[।۔؟]*"
    r"|(?<=\n)|(?<=\r)\n?)"
)
# Abbreviations after which a full stop ends no sentence, whatever follows.
_ABBREVIATIONS = frozenset([
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mt", "Jr", "Sr", "Gen", "Col", "Lt", "Sgt", "Capt", "Sen", "Rep", "Gov", "Rev", "Hon",
    "Moh", "vs", "etc", "cf", "al", "ed", "eds", "vol", "p", "pp", "No", "Nr", "Art", "fig", "Fig", "approx", "ca", "bzw", "usw",
    "Abs", "Hr", "Fr", "Inc", "Ltd", "Co", "Corp", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov",
    "Dec", "г", "гг", "ул", "им", "тыс", "млн", "млрд", "руб", "стр",
])
_ABBREVIATION = regex(
    rf"(?:^|[\s(\[“\"'])(?:[^\W\d_]|{'|'.join(sorted(_ABBREVIATIONS))}|(?:[^\W\d_]\.)+[^\W\d_])\Z"
)
_FENCE = regex(r"^(```+|~~~+)[^\n]*\n.*?(?:^\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_INLINE_CODE = regex(r"(`+)(?!`)[^`\n]+?\1(?!`)")
_URL = regex(r"\b(?:https?://|ftp://|www\.)[^\s<>\"'“”«»]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_SPACE = regex(r"\s")
_LINK_TARGET = regex(r"\]\([^\s()]*\)")
_LINK_REFERENCE = regex(r"^[ ]{0,3}\[[^\[\]\n]+\]:[ \t]*\S+", re.MULTILINE)
_FRONT_MATTER = regex(r"\A(?:\ufeff)?(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?$", re.MULTILINE | re.DOTALL)


def decode(data: bytes) -> Decoded:
    """Decode any bytes: UTF-8 with `surrogateescape`, UTF-16 and UTF-32 where they announce themselves.

    Never raises. A UTF-8 byte order mark stays in the text as U+FEFF, so that offsets are those of the
    file; `encoding` tells what was read ("utf-8", "utf-8-sig", "utf-16-le", …).
    """
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8-sig")
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    sample = data[:4096]
    if len(sample) >= 4 and b"\0" in sample:
        # ASCII text in UTF-16 has a NUL in every second byte and none in the others.
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        half = len(sample) // 2
        if odd > 0.4 * half and even < 0.05 * half:
            return Decoded(data.decode("utf-16-le", "replace"), "utf-16-le")
        if even > 0.4 * half and odd < 0.05 * half:
            return Decoded(data.decode("utf-16-be", "replace"), "utf-16-be")
    return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8")


@dataclass(frozen=True)
class Document:
    """One text and what is known of it; views are derived on first use and shared by all checkers."""

    id: str
    text: str
    path: str = ""
    record: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    encoding: str = "utf-8"
    scan: Callable[[str], Mapping[str, tuple[Hit, ...]]] | None = field(default=None, repr=False, compare=False)
    """Finds the hits by rule id in the text in lower case; the engine hands it in."""
    number: int | None = field(default=None, compare=False)
    """Where a record stands in its file: the line of a text, the row of a table, from 1."""

    @classmethod
    def from_bytes(cls, data: bytes, *, path: str, metadata: Mapping[str, str] | None = None) -> Document:
        decoded = decode(data)
        return cls(path, decoded.text, path, None, metadata or {}, hashlib.sha256(data).hexdigest(), decoded.encoding)

    @classmethod
    def from_text(
        cls, text: str, *, id: str = "text", path: str = "", record: str | None = None,  # noqa: A002 (the field's name)
        metadata: Mapping[str, str] | None = None, number: int | None = None,
    ) -> Document:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(id, text, path or id, record, metadata or {}, digest, number=number)

    def position(self, offset: int) -> Position:
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1, offset)

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0))

    @cached_property
    def newline(self) -> str:
        """`lf`, `crlf`, `cr`, `mixed`, or `none` where the text is one line."""
        found = {"\r\n": "crlf", "\n": "lf", "\r": "cr"}
        kinds = {found[match[0]] for match in _LINE_END.finditer(self.text)}
        return kinds.pop() if len(kinds) == 1 else "mixed" if kinds else "none"

    @cached_property
    def lower(self) -> str:
        """The text in lower case, of the same length."""
        return lower(self.text)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """Every line without its end, blank ones included."""
        ends = [match.start() for match in _LINE_END.finditer(self.text)] if "\r" in self.text else [start - 1 for start in self._line_starts[1:]]
        return tuple(map(Span, self._line_starts, [*ends, len(self.text)]))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Stretches between blank lines, outer white space left out."""
        spans, start = [], 0
        for match in _BLANK.finditer(self.text):
            spans.append(_trim(self.text, start, match.start()))
            start = match.end()
        spans.append(_trim(self.text, start, len(self.text)))
        return tuple(span for span in spans if span.start < span.end)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences, trimmed; a blank line always ends one, a line break ends one unless the text is wrapped."""
        return tuple(s for paragraph in self.paragraphs for s in _sentences(self.text, paragraph))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        pattern = _MARKED_WORD if _HAS_MARKS.search(self.text) else _WORD
        return tuple(Word(m[0], m.start(), m.end()) for m in pattern.finditer(self.text))

    @cached_property
    def language(self) -> str:
        """Primary language subtag (`en`, `zh`), from the metadata, else detected on a sample; `und` if unknown."""
        return self.stated_language or self.detected_language

    @cached_property
    def stated_language(self) -> str:
        """The primary subtag that the metadata give, '' where they give none."""
        stated = self.metadata.get("language") or self.metadata.get("lang") or ""
        primary = stated.strip().replace("_", "-").split("-")[0].lower()
        if not primary.isalpha() or primary == "und":
            return ""
        from corpuslint.text.languages import primary_tags

        return primary_tags().get(primary, primary)

    @cached_property
    def detected_language(self) -> str:
        """The language that the text itself shows, whatever the metadata says."""
        from corpuslint.text.language import detect

        return detect(self.text)

    @cached_property
    def masks(self) -> tuple[Span, ...]:
        """Stretches that are no prose: front matter, code, URLs, targets of Markdown links, mail addresses; sorted, disjoint."""
        text, found = self.text, []
        if text[:4].lstrip("\ufeff").startswith(("---", "+++")) and (front := _FRONT_MATTER.match(text)):
            found.append(front.span())
        if "```" in text or "~~~" in text:
            found += [match.span() for match in _FENCE.finditer(text)]
        if "`" in text:
            found += [match.span() for match in _INLINE_CODE.finditer(text)]
        found += _addresses(text, self.lower)
        if "](" in text:
            found += [match.span() for match in _LINK_TARGET.finditer(text)]
        if "]:" in text:
            found += [match.span() for match in _LINK_REFERENCE.finditer(text)]
        return _merge(found)

    def is_masked(self, start: int, end: int) -> bool:
        """Whether the span touches a masked stretch."""
        return overlaps(self.masks, start, end)

    def sentence_at(self, offset: int, reach: int = 800) -> Span:
        """The sentence around a place, found in its neighbourhood alone (at most `reach` code points to each side).

        For checkers that look at few places: `sentences` reads the whole text.
        """
        text = self.text
        left, right = max(0, offset - reach), min(len(text), offset + reach)
        for blank in _BLANK.finditer(text, left, offset):
            left = blank.end()
        if following := _BLANK.search(text, offset, right):
            right = following.start()
        return next((span for span in _sentences(text, _trim(text, left, right)) if offset < span.end), Span(left, right))

    def hits(self, rule_id: str) -> tuple[Hit, ...]:
        """Whole-word hits of the rule's scanned lexicons, sorted by start."""
        return self._hits.get(rule_id, ())

    @cached_property
    def _hits(self) -> Mapping[str, tuple[Hit, ...]]:
        return self.scan(self.lower) if self.scan else {}


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _merge(spans: list[tuple[int, int]]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


def _addresses(text: str, lowered: str) -> Iterator[tuple[int, int]]:
    """URLs and mail addresses, looked for only in what stands between white space around a mark of theirs."""
    end = 0
    for at in sorted([*_places(text, "://"), *_places(text, "@"), *_places(lowered, "www.")]):
        if at >= end:
            start = at + 1 - len(text[end : at + 1].rsplit(None, 1)[-1])
            space = _SPACE.search(text, at)
            end = space.start() if space else len(text)
            yield from (match.span() for match in _URL.finditer(text, start, end))


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _END.finditer(text, *paragraph):
        if match[0] in ("\n", "\r\n", "\r"):
            if not _breaks(text, match, paragraph):
                continue
            end = match.start()
        elif _ends_sentence(text, match, paragraph.start):
            end = match.end()
        else:
            continue
        span = _trim(text, start, end)
        if span.start < span.end:
            yield span
            start = end
    rest = _trim(text, start, paragraph.end)
    if rest.start < rest.end:
        yield rest


def _ends_sentence(text: str, match: re.Match[str], floor: int) -> bool:
    if match[0][0] not in ".…":
        return True
    following = text[match.end() : match.end() + 3].lstrip(" \t\u00a0\r\n“\"'‘«([—–-")
    if following[:1].islower():
        return False
    return match[0] != "." or not _is_abbreviated(text, max(floor, match.start() - 12), match.start())


def _is_abbreviated(text: str, floor: int, end: int) -> bool:
    _, space, word = text[floor:end].rpartition(" ")
    if space and word.isalpha():
        return len(word) == 1 or word in _ABBREVIATIONS
    return bool(_ABBREVIATION.search(text, floor, end))


def _breaks(text: str, newline: re.Match[str], paragraph: Span) -> bool:
    """Whether a line break ends a sentence: not in hard-wrapped text, nor before a lower-case letter."""
    following = text[newline.end() : newline.end() + 1]
    if following.islower():
        return False
    start = max(text.rfind("\n", paragraph.start, newline.start()), text.rfind("\r", paragraph.start, newline.start()))
    length = newline.start() - max(start + 1, paragraph.start)
    return not 45 <= length <= 110
