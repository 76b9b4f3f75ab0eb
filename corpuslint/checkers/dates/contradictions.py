"""Dates that cannot be right: each function yields what contradicts, with both places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from corpuslint.checkers.dates.calendars import gregorian
from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.names import lookup
from corpuslint.checkers.dates.roles import PUBLISHED, Role
from corpuslint.lazy import regex


class Conflict(NamedTuple):
    """A finding in the making: kind, span in code points, what the message needs, and the other place."""

    kind: str
    start: int
    end: int
    evidence: Mapping[str, str] = MappingProxyType({})
    other: tuple[int, int] | None = None


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What software writes where it knows no date: the epochs of Unix, Windows, Excel, .NET and some databases.
PLACEHOLDERS = frozenset(
    date(*day) for day in ((1, 1, 1), (1601, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1969, 12, 31), (1970, 1, 1), (1980, 1, 1))
)
_MIDNIGHT = regex(r"\D{0,3}0{1,2}[:.]00")
_FOLLOWER = regex(r"[ \t]+([a-z]+)")
# Words that can follow a whole date in English; another noun or verb makes the date its attribute ('the 5 March ruling').
_FREE = frozenset([
    "a", "about", "after", "against", "an", "and", "around", "as", "at", "before", "between", "but", "by", "during", "edition",
    "following", "for", "from", "had", "has", "he", "i", "in", "is", "issue", "it", "near", "of", "on", "or", "over", "she",
    "since", "that", "the", "there", "these", "they", "this", "through", "till", "to", "under", "until", "was", "we", "were",
    "when", "where", "which", "while", "who", "because", "will", "with", "without", "would",
])
_QUOTES = frozenset("\"“«„‘'「『")
_PARTIAL = regex(r"((?:19|20)\d\d)(?:-(\d\d))?")
_MONTH_LINE = regex(r"^[ \t]*(([^\W\d_]{3,})[., ]{1,2}(?:de )?((?:19|20)\d\d))[ \t]*$", re.MULTILINE)
_OTHER_YEARS = frozenset({"ne"})  # the Nepali year is 57 ahead
_NEAR = 240
_TOO_FAR = 2060
_DAY = timedelta(days=1)


def weekday(text: str, roles: Sequence[Role], language: str) -> Iterator[Conflict]:
    """A date whose weekday is another, by the Julian calendar as well where that was still in use."""
    for role in roles:
        item = role.found
        if not item.weekday or item.day is None or item.calendar == "h" or not 1583 <= item.day.year <= _TOO_FAR:
            continue
        days = [item.day, item.swapped, gregorian("j", item.year, item.month, item.number) if item.day.year < 1930 else None]
        if item.weekday in [day.isoweekday() for day in days if day] or _is_attribute(text, item, language):
            continue
        yield Conflict("weekday", item.first, item.last, {"right": WEEKDAYS[item.day.weekday()], "day": item.day.isoformat()})


def _is_attribute(text: str, item: FoundDate, language: str) -> bool:
    if text[item.first - 1 : item.first] in _QUOTES:
        return True
    after = _FOLLOWER.match(text, item.last)
    return language == "en" and bool(after) and after is not None and after[1] not in _FREE


def impossible(text: str, roles: Sequence[Role]) -> Iterator[Conflict]:
    """The 30th of February, the 45th of a 13th month; numbers alone only where a date is meant to stand."""
    for role in roles:
        item = role.found
        if item.day is not None or item.year < 1800 or item.style == "short" or text[item.first - 1 : item.first] in _QUOTES:
            continue
        placed = role.role in PUBLISHED or role.role == "updated"
        if (placed and item.year <= 2100) or (item.style == "name" and item.number <= 31 and role.role != "listed"):
            yield Conflict("impossible", role.start if placed else item.first, item.last)


def placeholder(text: str, roles: Sequence[Role]) -> Iterator[Conflict]:
    """An epoch where the publication date should stand; written out in a dateline it may be true."""
    for role in roles:
        item = role.found
        if item.day not in PLACEHOLDERS or not (role.role in PUBLISHED or role.role == "updated"):
            continue
        if item.year < 1900 or item.style == "numeric" or role.role == "published" or _MIDNIGHT.match(text, item.last):
            yield Conflict("placeholder", role.start, item.last)


def future(roles: Sequence[Role], own: Role | None, reference: date | None, language: str) -> Iterator[Conflict]:
    """A publication or update after the reference day; without one, in a year that is surely a slip."""
    for role in roles:
        day, meant = role.found.day, role is own or (role.label and role.role in ("published", "updated"))
        if day is None or not meant or role.label == "url" or language in _OTHER_YEARS:
            continue
        soonest = min(day, role.found.swapped or day)
        if reference and soonest > reference + _DAY:
            yield Conflict("future", role.start, role.found.last, {"limit": f"the reference day {reference.isoformat()}"})
        elif not reference and soonest.year > _TOO_FAR:
            yield Conflict("future", role.start, role.found.last, {"limit": str(_TOO_FAR)})


def index_mismatch(roles: Sequence[Role], own: Role, stated: str, day: date | None) -> Iterator[Conflict]:
    """The metadata give another day (or month, or year) than every date that the text states as its own."""
    period = _period(stated, day)
    candidates = [role for role in roles if role.score > 0 and role.found.day]
    if not period or own.found.day is None:
        return
    first, last = period
    days = [d for role in candidates for d in (role.found.day, role.found.swapped) if d]
    late_update = own.role == "updated" and own.found.day > last
    if late_update or any(first - _DAY <= d <= last + _DAY for d in days):
        return
    same = [role for role in candidates if role.found.day == own.found.day and role.label != "url"]
    for role in dict.fromkeys([*same[:1], own]):
        yield Conflict("index-mismatch", role.start, role.found.last, {"index": stated})


def month_mismatch(text: str, stated: str, day: date | None, language: str) -> Iterator[Conflict]:
    """A line near the top that is a month and a year ('October 2021') and leaves the metadata's day out."""
    period = _period(stated, day)
    for m in _MONTH_LINE.finditer(text, 0, 600) if period else ():
        name = lookup(m[2], "m", language)
        if period and name and not (period[0].year, period[0].month) <= (int(m[3]), name.number) <= (period[1].year, period[1].month):
            yield Conflict("index-mismatch", m.start(1), m.end(1), {"index": stated})
            return


def _period(stated: str, day: date | None) -> tuple[date, date] | None:
    """The first and the last day that the metadata's date can mean."""
    m = _PARTIAL.fullmatch(stated)
    if not m:
        return (day, day) if day else None
    year, month = int(m[1]), int(m[2] or 0)
    if month > 12:
        return None
    after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return date(year, month or 1, 1), after - _DAY


def order(roles: Sequence[Role], own: Role) -> Iterator[Conflict]:
    """Updated before it was published; labels must stand close together, else each may be about something else."""
    published = [d for d in (own.found.day, own.found.swapped) if d]
    if own.role == "updated":
        return
    for role in roles:
        day = role.found.day
        if day and role.role == "updated" and not role.found.swapped and abs(role.start - own.start) <= _NEAR and day < min(published) - _DAY:
            yield Conflict("updated-before-published", role.start, role.found.last, other=(own.found.first, own.found.last))


def two_dates(roles: Sequence[Role]) -> Iterator[Conflict]:
    """Two labelled publication dates; the same label again and again is a list of texts, each with its own.

    The path of the text's own address counts as a label, also beside a date that has none.
    """
    labelled = [r for r in roles if r.role == "published" and r.label not in ("", "state") and r.found.day]
    if len({r.label for r in labelled}) < len(labelled) or len(labelled) > 3:
        labelled = [r for r in labelled if r.label == "url"]
    if any(r.label == "url" for r in labelled):
        labelled += [r for r in roles if r.score >= 45 and r.role != "published" and r.found.day][:1]
        labelled.sort(key=lambda r: r.found.start)
    for earlier, later in pairwise(labelled):
        if not _agree(earlier, later):
            yield Conflict("two-dates", later.start, later.found.last, other=(earlier.found.first, earlier.found.last))
            return


def _agree(a: Role, b: Role) -> bool:
    """At most a day apart in some reading, or a first publication and a later one."""
    days = [(x, y) for x in (a.found.day, a.found.swapped) for y in (b.found.day, b.found.swapped) if x and y]
    if any(abs(x - y) <= _DAY for x, y in days):
        return True
    first, rest = (a, b) if a.label == "first" else (b, a)
    return bool(first.label == "first" and first.found.day and rest.found.day and first.found.day < rest.found.day)
