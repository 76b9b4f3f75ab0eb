"""The rules `missing-date` and `date-conflict`, and the publication date that a text states."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from corpuslint.checkers.dates import conflicts as date_conflicts
from corpuslint.checkers.dates import events as date_events
from corpuslint.checkers.dates import page as date_page
from corpuslint.checkers.dates import roles as date_roles
from corpuslint.checkers.dates.conflicts import Conflict
from corpuslint.checkers.dates.finder import find
from corpuslint.document import Document, Span
from corpuslint.finding import EvidenceValue, Finding
from corpuslint.lazy import regex
from corpuslint.rule import Rule

UNKNOWN = "unknown"
"""The answer in the metadata of somebody who looked for a date and found none."""


class Dated(NamedTuple):
    """A publication date: ISO 8601 day, its span in the text (weekday included), and its role there."""

    iso: str
    span: Span
    role: str


class Reading(NamedTuple):
    """The dates of one text with their roles, and the one that is its own."""

    roles: tuple[date_roles.Role, ...]
    published: date_roles.Role | None


@lru_cache(maxsize=1)  # both rules ask for the same text, one after the other
def _read(text: str, lowered: str, language: str) -> Reading:
    found = find(text, language)
    given = date_roles.roles(text, lowered, found, language)
    return Reading(given, date_roles.published(given))


def read(document: Document) -> Reading:
    return _read(document.text, document.lower, document.language)


def published(document: Document) -> Dated | None:
    """The publication date that the text itself states, else its last update; None where it states neither."""
    role = read(document).published
    if role is None or role.found.day is None:
        return None
    day = role.found.day
    if role.found.swapped and role.found.swapped in _known_days(document):
        day = role.found.swapped
    return Dated(day.isoformat(), Span(role.found.first, role.found.last), role.role)


def _known_days(document: Document) -> set[date | None]:
    """Days that are stated beyond doubt, for a reading of 08/11/2022."""
    return {metadata_date(document), *(role.found.day for role in read(document).roles if not role.found.swapped)}


_COMPACT = regex(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*")


def metadata_date(document: Document) -> date | None:
    """The full day that the metadata give: `date`, else the path of `source`."""
    stated = document.metadata.get("date") or ""
    if m := _COMPACT.fullmatch(stated):
        stated = "-".join(m.groups())
    found = (item.day for item in find(stated, document.language) if item.day)
    return next(found, None) or date_page.path_day(document.metadata.get("source") or "")


def check_missing(document: Document, rule: Rule) -> Iterator[Finding]:
    """At most one finding, about the whole document."""
    if metadata_date(document) is None and read(document).published is None:
        answered = (document.metadata.get("date") or "").strip().lower() == UNKNOWN
        yield rule.found(document, "unknown" if answered else "undated", 0, 0)


def check_conflict(document: Document, rule: Rule) -> Iterator[Finding]:
    """Contradictions among the dates of the text, and between the text and its metadata."""
    taken: list[tuple[int, int]] = []
    for conflict in _conflicts(document, rule):
        if _is_free(taken, conflict):
            insort(taken, (conflict.start, conflict.end))
            evidence: dict[str, EvidenceValue] = dict(conflict.evidence)
            if conflict.other:
                start, end = conflict.other
                evidence |= {"other": " ".join(document.text[start:end].split()), "line": str(document.position(start).line)}
            yield rule.found(document, conflict.kind, conflict.start, conflict.end, None, **evidence)


def _is_free(taken: Sequence[tuple[int, int]], conflict: Conflict) -> bool:
    """Whether the conflict overlaps none of those taken, which are sorted and disjoint."""
    at = bisect_left(taken, (conflict.start, conflict.end))
    return not (at and taken[at - 1][1] > conflict.start) and not (at < len(taken) and taken[at][0] < conflict.end)


def _conflicts(document: Document, rule: Rule) -> Iterator[Conflict]:
    """The plainer kinds first: of two that overlap, the first is told."""
    text, language, (roles, own) = document.text, document.language, read(document)
    stated = (document.metadata.get("date") or "").strip()
    if not roles:
        yield from date_conflicts.month_mismatch(text, stated, metadata_date(document), language) if stated else ()
        return
    yield from date_conflicts.weekday(text, roles, language)
    yield from date_conflicts.impossible(text, roles)
    yield from date_conflicts.placeholder(text, roles)
    yield from date_conflicts.future(roles, own, _reference(document, rule), language)
    if own and own.found.day:
        yield from date_conflicts.order(roles, own)
        yield from date_conflicts.two_dates(roles)
        yield from date_events.before_event(text, roles, own, rule, language)
        yield from date_events.event_weekday(text, own, rule) if language == "en" else ()
        yield from date_conflicts.index_mismatch(roles, own, stated, metadata_date(document)) if stated else ()
    elif stated:
        yield from date_conflicts.month_mismatch(text, stated, metadata_date(document), language)


def _reference(document: Document, rule: Rule) -> date | None:
    """The day that nothing can be published after: the rule's parameter, else the day of retrieval."""
    for stated in (str(rule.parameters.get("today", "")), document.metadata.get("retrieved") or ""):
        if day := next((item.day for item in find(stated, "en") if item.day), None) if stated else None:
            return day
    return None
