"""Results: findings with their fixes, failures, and the report that carries them to reporters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Literal, NamedTuple

from corpuslint.document import Document, Position, Span
from corpuslint.lazy import regex

Safety = Literal["safe", "unsafe", "display"]
EvidenceValue = str | int | float | bool | list[str]
NOTHING: Mapping[str, Any] = {}
"""A default: typed as read-only, and a plain one because a proxy of it cannot be sent to a worker."""


class Severity(IntEnum):
    """How bad a finding is; ordered, so that thresholds compare."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, name: str) -> Severity:
        """Raises KeyError for a name that is none."""
        return cls[name.upper()]


class Edit(NamedTuple):
    """Replace code points `start` to `end` by `replacement`."""

    start: int
    end: int
    replacement: str


class Fix(NamedTuple):
    """`safe`: lossless and unambiguous; `unsafe`: on request; `display`: shown, never applied."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety


class ExcerptLine(NamedTuple):
    """A line of the document around a finding, cropped; `start` to `end` index the marked part of `text`."""

    number: int
    text: str
    start: int
    end: int


class Finding(NamedTuple):
    """One located result. It carries all that a reporter needs: the text is never searched again."""

    rule: str
    kind: str
    severity: Severity
    path: str
    record: str | None
    start: Position
    end: Position
    message: str
    match: str
    evidence: Mapping[str, EvidenceValue] = NOTHING
    fix: Fix | None = None
    excerpt: tuple[ExcerptLine, ...] = ()
    fingerprint: str = ""
    number: int | None = None
    """Where the record stands in its file: the line of a text, the row of a table."""
    places: tuple[Span, ...] = ()
    """Of a finding that stands for many: each place, in order; `start` is that of the first, `end` that of the last."""

    @property
    def span(self) -> Span:
        return Span(self.start.offset, self.end.offset)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Each place; of a plain finding, its one."""
        return self.places or (self.span,)

    @property
    def matches(self) -> tuple[str, ...]:
        """The text of each place."""
        first = self.start.offset
        return tuple(self.match[start - first : end - first] for start, end in self.spans)

    @property
    def document(self) -> str:
        """What a person calls the document: its path, and the record's id where it is one of many."""
        return self.path if self.record is None else f"{self.path}#{self.record}"

    def sort_key(self) -> tuple[str, str, int, int, str, str]:
        return (self.path, self.record or "", self.start.offset, self.end.offset, self.rule, self.kind)

    def as_record(self) -> dict[str, Any]:
        """The `json-lines` object of the output contract; `places` is there where it stands for many."""
        record = {
            "rule": self.rule,
            "kind": self.kind,
            "severity": str(self.severity),
            "path": self.path,
            "record": self.record,
            "start": self.start._asdict(),
            "end": self.end._asdict(),
            "message": self.message,
            "match": self.match,
            "evidence": dict(self.evidence),
            "fix": None if self.fix is None else {
                "title": self.fix.title,
                "safety": self.fix.safety,
                "edits": [edit._asdict() for edit in self.fix.edits],
            },
            "fingerprint": self.fingerprint,
        }
        return {**record, "places": [list(place) for place in self.places]} if self.places else record


class Failure(NamedTuple):
    """The linter could not do its work on a document, or one of its rules."""

    path: str
    message: str
    record: str | None = None
    rule: str | None = None
    line: int | None = None

    def as_record(self) -> dict[str, Any]:
        return {"path": self.path, "record": self.record, "rule": self.rule, "line": self.line, "message": self.message}


class Passed(NamedTuple):
    """A file that is no document, and why: it is counted, and nothing in it is judged."""

    path: str
    reason: str


class Accepted(NamedTuple):
    """A finding that a baseline entry or a suppression covers, with the reason a person gave."""

    finding: Finding
    reason: str
    source: Literal["baseline", "suppression"]


class Report(NamedTuple):
    """All that one run found out; findings, accepted and failures are sorted."""

    findings: tuple[Finding, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    failures: tuple[Failure, ...] = ()
    documents: int = 0
    passed_over: Mapping[str, int] = NOTHING
    """Files (and folders) in which nothing was judged, by reason."""
    empty: tuple[str, ...] = ()
    """What was named by hand and gave no document, as printed."""

    def exit_code(self, fail_on: Severity | None) -> int:
        """3 for any failure, 1 for a finding at or above `fail_on` (None: never), 2 where a name gave nothing, else 0."""
        if self.failures:
            return 3
        if fail_on is not None and any(f.severity >= fail_on for f in self.findings):
            return 1
        return 2 if self.empty else 0


_EXCERPT_LINES = 4
_EXCERPT_WIDTH = 160
"""Code points of a line that are kept around a mark; reporters crop to what they have room for."""
_CONTEXT = 24
"""Code points before and behind a match that its fingerprint knows."""
_LINE_END = regex(r"\r\n|\r|\n")


def excerpt(document: Document, span: Span) -> tuple[ExcerptLine, ...]:
    """The lines that the span touches, at most four, each cropped to about 160 code points around its mark."""
    if span == (0, 0):
        return ()
    first, last = document.position(span.start).line, document.position(max(span.start, span.end - 1)).line
    numbers = [n for n in range(first, last + 1) if document.lines[n - 1].start < document.lines[n - 1].end]
    if len(numbers) > _EXCERPT_LINES:
        numbers = [*numbers[: _EXCERPT_LINES - 1], numbers[-1]]
    return tuple(_crop(document, number, span) for number in numbers)


def excerpt_of_many(document: Document, places: Sequence[Span]) -> tuple[ExcerptLine, ...]:
    """The first line of each of the first places, one for each line, at most four."""
    found: dict[int, ExcerptLine] = {}
    for place in places[: _EXCERPT_LINES * _EXCERPT_LINES]:
        for line in excerpt(document, place)[:1]:
            found.setdefault(line.number, line)
    return tuple(found.values())[:_EXCERPT_LINES]


def _crop(document: Document, number: int, span: Span) -> ExcerptLine:
    line = document.lines[number - 1]
    start, end = max(span.start, line.start), min(span.end, line.end)
    shown = min(end, start + _EXCERPT_WIDTH)
    room = max(0, _EXCERPT_WIDTH - (shown - start))
    left = max(line.start, start - room // 2)
    right = min(line.end, max(shown, left + _EXCERPT_WIDTH))
    head = "…" if left > line.start else ""
    tail = "…" if right < line.end else ""
    offset = len(head) - left
    return ExcerptLine(number, f"{head}{document.text[left:right]}{tail}", start + offset, shown + offset)


def fingerprint(document: Document, rule: str, kind: str, span: Span) -> str:
    """Identify a finding without its line: rule, kind, match and near context, white space folded.

    The context is that of the match's line and the next one to either side, which may be the rest of a wrapped sentence:
    a blank line ends it, and what stands two lines away is another's.
    """
    text = document.text
    match = text[span.start : span.end]
    context = ""
    if span != (0, 0):
        before = _LINE_END.split(text[max(0, span.start - _CONTEXT) : span.start])[-2:]
        after = _LINE_END.split(text[span.end : span.end + _CONTEXT])[:2]
        context = "\n".join(before) + match + "\n".join(after)
    return _hash(rule, kind, " ".join(match.split()), " ".join(context.split()))


def fingerprint_of_many(document: Document, rule: str, kind: str, places: Iterable[Span]) -> str:
    """Identify a finding that stands for many by its rule, its kind and which texts stand there: how often counts for nothing."""
    texts = {" ".join(document.text[start:end].split()) for start, end in places}
    return _hash(rule, kind, *sorted(texts))


def number_equals(findings: Iterable[Finding]) -> list[Finding]:
    """Give findings of one document that share a fingerprint an ordinal each, so that all are unique."""
    seen: dict[str, int] = {}
    numbered = []
    for finding in findings:
        ordinal = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        if ordinal > 1:
            finding = finding._replace(fingerprint=_hash(finding.fingerprint, str(ordinal)))
        numbered.append(finding)
    return numbered


def _hash(*parts: str) -> str:
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=12).hexdigest()
