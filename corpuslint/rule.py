"""Rules: what is damage, in which words it is told, with which numbers and word lists."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from corpuslint.data import NO_LISTS, Lexicon, WordLists
from corpuslint.document import Document, Span
from corpuslint.errors import UsageError, nearest
from corpuslint.finding import (
    NOTHING,
    EvidenceValue,
    Finding,
    Fix,
    Severity,
    excerpt,
    excerpt_of_many,
    fingerprint,
    fingerprint_of_many,
)

ParameterValue = str | int | float | bool | list[Any]
Summary = Any
"""What a corpus checker keeps of one document: JSON values (a tuple may come back as a list), small, its own affair."""
Reread = Callable[[Collection[int]], Iterable[tuple[int, Document]]]
"""Gives the documents of these places in the sequence of summaries once more, in ascending order; one that is gone is
left out."""
_MAX_QUOTED = 60
"""Code points of the document's text, or of its repair, in a message."""
_MAX_EVIDENCE = 240
"""Code points of anything else in a message: the longest path that an index takes stays whole."""


class Kind(NamedTuple):
    """A sub-type of a rule's findings: its message, its own severity where it differs, the rules it leaves a place to."""

    message: str
    severity: Severity | None = None
    yields: tuple[str, ...] = ()
    preview: bool = False
    """Off unless it is asked for: it has not shown yet that it is right often enough."""


class Limits(NamedTuple):
    """What a number may be, both ends included."""

    minimum: float = float("-inf")
    maximum: float = float("inf")

    def problem(self, value: object) -> str:
        """What is wrong with a parameter's value; '' where nothing is. A list or a text has no limits."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            return ""
        if value in (float("inf"), float("-inf")) or value != value:
            return f"which is no finite number{self}"
        return "" if self.minimum <= value <= self.maximum else f"wants a number{self}"

    def __str__(self) -> str:
        least, most = self.minimum > float("-inf"), self.maximum < float("inf")
        if least and most:
            return f" from {self.minimum:g} to {self.maximum:g}"
        return f", {self.minimum:g} or more" if least else f", {self.maximum:g} or less" if most else ""


class Example(NamedTuple):
    """A text that must be found (`bad`), must stay silent (`good`), or is a known miss or false alarm (`todo`)."""

    status: str
    text: str = ""
    finds: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    fixed: str | None = None
    why: str = ""
    meta: Mapping[str, str] = NOTHING
    documents: tuple[str, ...] = ()
    files: Mapping[str, str] = NOTHING
    line: int = 1
    """Where it stands in its card."""


class Rule(NamedTuple):
    """One card of `rules/`. `kinds` maps a kind to its message template (`{match}` and evidence keys)."""

    id: str
    checker: str
    severity: Severity
    summary: str
    rationale: str
    kinds: Mapping[str, Kind]
    parameters: Mapping[str, ParameterValue] = NOTHING
    limits: Mapping[str, Limits] = NOTHING
    references: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    scan: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    path: Path = Path()
    """Where the card stands: for messages, and to read its examples."""
    lists: WordLists = NO_LISTS
    off: tuple[str, ...] = ()
    """The kinds that were not asked for, sorted: what a checker finds of them is dropped."""

    def is_on(self, kind: str) -> bool:
        """Whether the kind is wanted: a checker may ask, where that spares work or settles what a place is."""
        return kind not in self.off

    def found(
        self, document: Document, kind: str, start: int, end: int, fix: Fix | None = None, **evidence: EvidenceValue
    ) -> Finding:
        """A finding of this rule at code points `start` to `end` of the document; (0, 0) is the whole of it."""
        span = Span(start, end)
        match = document.text[start:end]
        card = self.kinds.get(kind) or next(iter(self.kinds.values()))
        return Finding(
            rule=self.id, kind=kind, severity=card.severity or self.severity, path=document.path,
            record=document.record, start=document.position(start), end=document.position(end),
            message=card.message.format_map(_Shown(match=match, **evidence)), match=match, evidence=evidence, fix=fix,
            excerpt=excerpt(document, span), fingerprint=fingerprint(document, self.id, kind, span),
        )

    def found_many(
        self, document: Document, kind: str, places: Iterable[Span], fix: Fix | None = None, **evidence: EvidenceValue
    ) -> Finding:
        """One finding for all these places, one or more: it spans from the first to the last, and its message tells of the first.

        An edit of the fix belongs to the place in which it lies.
        """
        spans = tuple(sorted({Span(*place) for place in places}))
        start, end = spans[0]
        first = self.found(document, kind, start, end, fix, **evidence)
        if len(spans) == 1:
            return first
        end = max(span.end for span in spans)
        return first._replace(
            end=document.position(end), message=f"{first.message} ({len(spans)} places)", match=document.text[spans[0].start : end],
            excerpt=excerpt_of_many(document, spans), fingerprint=fingerprint_of_many(document, self.id, kind, spans), places=spans,
        )

    def lexicon(self, language: str, name: str = "terms") -> Lexicon:
        """The entries of `<rule>/<name>.<language>.txt` beside the card; empty if there is none."""
        return self.lists.entries(name, language)

    def languages(self, name: str = "terms") -> frozenset[str]:
        """The languages that this lexicon exists in; a document in any other is passed over."""
        return self.lists.languages(name)

    def with_parameters(self, values: Mapping[str, Any]) -> Rule:
        """This rule with other parameters. Raises UsageError for an unknown name or a wrong type."""
        for name, value in values.items():
            if name not in self.parameters:
                raise UsageError(f"rule {self.id}: unknown parameter '{name}'{nearest(name, self.parameters)}")
            default = self.parameters[name]
            if type(value) is not type(default) and not (isinstance(default, float) and type(value) is int):
                wanted = type(default).__name__
                raise UsageError(f"rule {self.id}: parameter '{name}' wants {wanted}, not {value!r}")
            if problem := self.limits.get(name, Limits()).problem(value):
                raise UsageError(f"rule {self.id}: parameter '{name}' is {value!r}, {problem}")
        return self._replace(parameters={**self.parameters, **values})

    def with_severity(self, severity: Severity) -> Rule:
        """This rule with one severity for all its kinds: a person's word counts more than the card's."""
        kinds = {name: kind._replace(severity=None) for name, kind in self.kinds.items()}
        return self._replace(severity=severity, kinds=kinds)

    def with_kinds(self, wanted: Collection[str]) -> Rule:
        """This rule with all other kinds off."""
        return self._replace(off=tuple(sorted({*self.kinds}.difference(wanted))))


class _Shown(dict[str, Any]):
    """What a message shows of the match and the evidence, cropped; nothing for a name that a checker left out."""

    def __getitem__(self, name: str) -> Any:
        value = self.get(name, "")
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        return _cropped(value, _MAX_QUOTED if name in ("match", "repair") else _MAX_EVIDENCE) if isinstance(value, str) else value


def _cropped(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
