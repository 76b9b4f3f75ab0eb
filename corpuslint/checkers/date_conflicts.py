"""Dates that cannot be right: each function yields what contradicts, with both places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from corpuslint.checkers.date_calendars import gregorian
from corpuslint.checkers.date_finder import Found
from corpuslint.checkers.date_roles import PUBLISHED, Role


class Conflict(NamedTuple):
    """A finding in the making: kind, span in code points, and what the message needs."""

    kind: str
    start: int
    end: int
    evidence: dict[str, str]


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What software writes where it knows no date: the epochs of Unix, Windows, Excel, .NET and some databases.
PLACEHOLDERS = frozenset({date(1970, 1, 1), date(1969, 12, 31), date(1601, 1, 1), date(1900, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1, 1, 1), date(1980, 1, 1)})
_MIDNIGHT = re.compile(r"\D{0,3}0{1,2}[:.]00")
_FOLLOWER = re.compile(r"[ \t]+([a-z]+)")
# Words that can follow a whole date in English; another noun or verb makes the date its attribute ('the 5 March ruling').
_FREE = frozenset(
    "at in on by and or to for from of after before when where as but with through until till was is were will has had would that "
    "which who because while during near around about since under over between against following without it he she they we i the a an "
    "there this these between edition issue".split()
)
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


def _is_attribute(text: str, item: Found, language: str) -> bool:
    if text[item.first - 1 : item.first] in ("\"", "“", "«", "„", "‘", "'"):
        return True
    after = _FOLLOWER.match(text, item.last)
    return language == "en" and bool(after) and after is not None and after[1] not in _FREE


def impossible(text: str, roles: Sequence[Role]) -> Iterator[Conflict]:
    """The 30th of February, the 45th of a 13th month."""
    for role in roles:
        item = role.found
        if item.day is not None or item.year < 1800 or item.style == "short" or role.label == "url":
            continue
        placed = role.role in PUBLISHED or role.role == "updated"
        if text[item.first - 1 : item.first] in ("\"", "“", "«", "„", "‘"):
            continue
        if placed and 1900 <= item.year <= 2100 or (item.style == "name" and item.number <= 31 and role.role not in ("listed",)):
            yield Conflict("impossible", role.start if placed else item.first, item.last, {})


def placeholder(text: str, roles: Sequence[Role]) -> Iterator[Conflict]:
    for role in roles:
        item = role.found
        if item.day in PLACEHOLDERS and (role.role in PUBLISHED or role.role == "updated"):
            if item.day.year < 1900 or item.style == "numeric" or role.role == "published" or _MIDNIGHT.match(text, item.last):
                yield Conflict("placeholder", role.start, item.last, {})


def future(roles: Sequence[Role], published: Role | None, reference: date | None, language: str) -> Iterator[Conflict]:
    """A publication or update after the reference day; without one, in a year that is surely a slip."""
    for role in roles:
        day = role.found.day
        if day is None or role.label == "url" or language == "ne" or not (role is published or (role.label and role.role in ("published", "updated"))):
            continue
        soonest = min(day, role.found.swapped or day)
        if reference and soonest > reference + _DAY:
            yield Conflict("future", role.start, role.found.last, {"limit": f"the reference day {reference.isoformat()}"})
        elif not reference and soonest.year > _TOO_FAR:
            yield Conflict("future", role.start, role.found.last, {"limit": str(_TOO_FAR)})


def index_mismatch(roles: Sequence[Role], published: Role | None, stated: str, first: date, last: date) -> Iterator[Conflict]:
    """The metadata give another day (or month, or year: `first` to `last`) than every date the text states as its own."""
    if published is None or published.found.day is None:
        return
    for role in roles:
        for day in (role.found.day, role.found.swapped):
            if role.score > 0 and day and first - _DAY <= day <= last + _DAY:
                return
    if published.role == "updated" and published.found.day > last:
        return
    same = [r for r in roles if r.score > 0 and r.found.day == published.found.day and r.label != "url"]
    for role in dict.fromkeys([*same[:1], published]):
        yield Conflict("index-mismatch", role.start, role.found.last, {"index": stated})


def order(roles: Sequence[Role], published: Role | None) -> Iterator[Conflict]:
    """Updated before it was published; labels must stand close together, else each may be about something else."""
    if published is None or published.found.day is None or published.role == "updated":
        return
    for role in roles:
        day = role.found.day
        if day is None or role.role != "updated" or role.found.swapped or abs(role.start - published.start) > 240:
            continue
        if day < published.found.day - _DAY and (not published.found.swapped or day < published.found.swapped - _DAY):
            yield Conflict("updated-before-published", role.start, role.found.last, {"other": "", "at": str(published.start)})


def two_dates(roles: Sequence[Role]) -> Iterator[Conflict]:
    """Two labelled publication dates; the same label again and again is a list of texts, each with its own."""
    labelled = [r for r in roles if r.role == "published" and r.label not in ("", "state") and r.found.day]
    if len({r.label for r in labelled}) < len(labelled) or len(labelled) > 3:
        labelled = [r for r in labelled if r.label == "url"]
    if any(r.label == "url" for r in labelled):
        labelled += [r for r in roles if r.score >= 45 and r.role != "published" and r.found.day][:1]
        labelled.sort(key=lambda r: r.found.start)
    for earlier, later in zip(labelled, labelled[1:], strict=False):
        a, b = earlier.found.day, later.found.day
        if a and b and abs(a - b) > _DAY and not _allowed(earlier, later):
            yield Conflict("two-dates", later.start, later.found.last, {"other": "", "at": str(earlier.found.start)})
            return


def _allowed(earlier: Role, later: Role) -> bool:
    """A first publication may lie before another; of an ambiguous date the other reading may agree."""
    first = next((r for r in (earlier, later) if r.label == "first"), None)
    rest = later if first is earlier else earlier
    if first and first.found.day and rest.found.day and first.found.day < rest.found.day:
        return True
    days = [(x, y) for x in (earlier.found.day, earlier.found.swapped) for y in (later.found.day, later.found.swapped)]
    return any(x and y and abs(x - y) <= _DAY for x, y in days)
