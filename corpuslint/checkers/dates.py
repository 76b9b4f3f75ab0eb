"""The rules `missing-date` and `date-conflict`, and the publication date that a text states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from corpuslint.checkers import date_conflicts, date_events, date_page, date_roles
from corpuslint.checkers.date_finder import find
from corpuslint.checkers.date_names import lookup
from corpuslint.document import Document, Span, lower
from corpuslint.finding import Finding
from corpuslint.rule import Rule


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
def _read(text: str, language: str) -> Reading:
    given = date_roles.roles(text, lower(text), find(text, language), language)
    return Reading(given, date_roles.published(given))


def read(document: Document) -> Reading:
    return _read(document.text, document.language)


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


_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*")


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
        yield rule.found(document, "undated", 0, 0)


def check_conflict(document: Document, rule: Rule) -> Iterator[Finding]:
    """Contradictions among the dates of the text, and between the text and its metadata."""
    text, language, (roles, own) = document.text, document.language, read(document)
    found = [
        *date_conflicts.weekday(text, roles, language),
        *date_conflicts.impossible(text, roles),
        *date_conflicts.placeholder(text, roles),
        *date_conflicts.future(roles, own, _reference(document, rule), language),
        *date_conflicts.order(roles, own),
        *date_conflicts.two_dates(roles),
        *date_events.before_event(text, roles, own, rule, language),
        *(date_events.event_weekday(text, own, rule) if language == "en" else ()),
        *_index(document, roles, own),
    ]
    if own and any(conflict.kind == "event-weekday" for conflict in found) and _is_head(text, own):
        event = next(conflict for conflict in found if conflict.kind == "event-weekday")
        found.append(date_conflicts.Conflict("render-date", own.found.first, own.found.last, {
            "event": text[event.start : event.end], "date": event.evidence["date"]}))
    seen: list[Span] = []
    for conflict in found:
        if not any(s.start < conflict.end and conflict.start < s.end for s in seen):
            seen.append(Span(conflict.start, conflict.end))
            yield rule.found(document, conflict.kind, conflict.start, conflict.end, **_places(document, conflict.evidence))


def _places(document: Document, evidence: dict[str, str]) -> dict[str, str]:
    """The evidence, with the other place as a line and its text."""
    if "at" not in evidence:
        return evidence
    role = next(r for r in read(document).roles if str(r.start) == evidence["at"] or str(r.found.start) == evidence["at"])
    other = document.text[role.found.first : role.found.last]
    return {**{k: v for k, v in evidence.items() if k != "at"}, "other": " ".join(other.split()), "line": str(document.position(role.found.first).line)}


def _is_head(text: str, role: date_roles.Role) -> bool:
    return role.role != "published" and text.count("\n", 0, role.found.first) <= 5


def _reference(document: Document, rule: Rule) -> date | None:
    for stated in (str(rule.parameters.get("today", "")), document.metadata.get("retrieved") or ""):
        if day := next((item.day for item in find(stated, "en") if item.day), None) if stated else None:
            return day
    return None


_PARTIAL = re.compile(r"\s*((?:19|20)\d\d)(?:-(\d\d))?\s*")


def _index(document: Document, roles: tuple[date_roles.Role, ...], own: date_roles.Role | None) -> Iterator[date_conflicts.Conflict]:
    stated = (document.metadata.get("date") or "").strip()
    if not stated:
        return
    if m := _PARTIAL.fullmatch(stated):
        try:
            first = date(int(m[1]), int(m[2] or 1), 1)
        except ValueError:
            return
        last = date(first.year + (m[2] is None or first.month == 12), 1 if m[2] is None else first.month % 12 + 1, 1) - timedelta(days=1)
    elif day := metadata_date(document):
        first = last = day
    else:
        return
    if own:
        yield from date_conflicts.index_mismatch(roles, own, stated, first, last)
    else:
        yield from _month_line(document, stated, first, last)


_MONTH_LINE = re.compile(r"^[ \t]*(([^\W\d_]{3,})[., ]{1,2}(?:de )?((?:19|20)\d\d))[ \t]*$", re.MULTILINE)


def _month_line(document: Document, stated: str, first: date, last: date) -> Iterator[date_conflicts.Conflict]:
    """A line near the top that is a month and a year ('October 2021') and leaves the metadata's day out."""
    for m in _MONTH_LINE.finditer(document.text, 0, 600):
        name = lookup(m[2], "m", document.language)
        if name and not (first.year, first.month) <= (int(m[3]), name.number) <= (last.year, last.month):
            yield date_conflicts.Conflict("index-mismatch", m.start(1), m.end(1), {"index": stated})
            return
