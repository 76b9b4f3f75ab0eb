"""The rule `date-conflict`: dates of a document that contradict the calendar, each other or its metadata."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corpuslint.checkers.dates import contradictions
from corpuslint.checkers.dates.contradictions import Conflict
from corpuslint.checkers.dates.event_weekdays import event_weekday
from corpuslint.checkers.dates.finder import find
from corpuslint.checkers.dates.past_events import before_event
from corpuslint.checkers.dates.publication import dates_of, metadata_date
from corpuslint.document import Document
from corpuslint.finding import EvidenceValue, Finding
from corpuslint.rule import Rule
from corpuslint.text.spans import disjoint


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """Contradictions among the dates of the text, and between the text and its metadata."""
    for conflict in disjoint(_conflicts(document, rule)):
        evidence: dict[str, EvidenceValue] = dict(conflict.evidence)
        if conflict.other:
            start, end = conflict.other
            evidence |= {"other": " ".join(document.text[start:end].split()), "line": str(document.position(start).line)}
        yield rule.found(document, conflict.kind, conflict.start, conflict.end, None, **evidence)


def _conflicts(document: Document, rule: Rule) -> Iterator[Conflict]:
    """The plainer kinds first: of two that overlap, the first is told."""
    text, language, (roles, own) = document.text, document.language, dates_of(document)
    stated = (document.metadata.get("date") or "").strip()
    if not roles:
        yield from contradictions.month_mismatch(text, stated, metadata_date(document), language) if stated else ()
        return
    yield from contradictions.weekday(text, roles, language)
    yield from contradictions.impossible(text, roles)
    yield from contradictions.placeholder(text, roles)
    yield from contradictions.future(roles, own, _reference(document, rule), language)
    if own and own.found.day:
        yield from contradictions.order(roles, own)
        yield from contradictions.two_dates(roles)
        yield from before_event(text, roles, own, rule, language)
        yield from event_weekday(text, own, rule) if language == "en" else ()
        yield from contradictions.index_mismatch(roles, own, stated, metadata_date(document)) if stated else ()
    elif stated:
        yield from contradictions.month_mismatch(text, stated, metadata_date(document), language)


def _reference(document: Document, rule: Rule) -> date | None:
    """The day that nothing can be published after: the rule's parameter, else the day of retrieval."""
    for stated in (str(rule.parameters.get("today", "")), document.metadata.get("retrieved") or ""):
        if day := next((item.day for item in find(stated, "en") if item.day), None) if stated else None:
            return day
    return None
