"""Documents: a text, positions in it, and the lazy views that every checker shares.

All offsets are code points into `Document.text`; spans are half open.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from corpuslint.lazy import regex
from corpuslint.text.characters import lower
from corpuslint.text.decoding import decode
from corpuslint.text.hit import Hit
from corpuslint.text.spans import Span as Span
from corpuslint.text.spans import overlaps


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


# Only these end a line. str.splitlines() also cuts at VT, FF, FS to RS, NEL, U+2028 and U+2029, which
# would put every later line number out against git and every editor.
_LINE_END = regex(r"\r\n|\n|\r")
_WORD = regex(r"[^\W_]+(?:['’ʼ\u00ad\u200c][^\W_]+)*")
# Combining marks are no \w for `re`, yet Thai, Devanagari and Arabic words are full of them.
_MARKED_WORD = regex(r"(?:[^\W_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
                          r"\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd"
                          r"\u0b01-\u0d63\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd"
                          r"\u102b-\u103e\u17b6-\u17d3])+(?:['’ʼ\u00ad\u200c\u200d](?:[^\W_])+)*")
_HAS_MARKS = regex(r"[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u103e\u17b6-\u17d3]")


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
        from corpuslint.text.masks import masks

        return masks(self.text, self.lower)

    def is_masked(self, start: int, end: int) -> bool:
        """Whether the span touches a masked stretch."""
        return overlaps(self.masks, start, end)

    def sentence_at(self, offset: int, reach: int = 800) -> Span:
        """The sentence around a place, found in its neighbourhood alone (at most `reach` code points to each side)."""
        from corpuslint.text.sentences import sentence_at

        return sentence_at(self.text, offset, reach)

    def hits(self, rule_id: str) -> tuple[Hit, ...]:
        """Whole-word hits of the rule's scanned lexicons, sorted by start."""
        return self._hits.get(rule_id, ())

    @cached_property
    def _hits(self) -> Mapping[str, tuple[Hit, ...]]:
        return self.scan(self.lower) if self.scan else {}
