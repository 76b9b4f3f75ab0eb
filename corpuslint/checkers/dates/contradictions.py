"""Dates that cannot be right: each function yields what contradicts, with both places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from corpuslint.checkers.dates.calendars import DAYS, MONTHS, gregorian
from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.names import lookup
from corpuslint.checkers.dates.roles import OWN, Role
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.languages import traits
from corpuslint.text.punctuation import OPENING, STRAIGHT


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
_QUOTES = frozenset(STRAIGHT + OPENING)
_PARTIAL = regex(r"((?:19|20)\d\d)(?:-(\d\d))?")
_MONTH_LINE = regex(r"^[ \t]*(([^\W\d_]{3,})[., ]{1,2}(?:de )?((?:19|20)\d\d))[ \t]*$", re.MULTILINE)
_LAST_YEAR = 2060
"""A later publication is a slip."""
_GREGORIAN_YEARS = range(1583, _LAST_YEAR + 1)
_JULIAN_UNTIL = 1930
"""By then the Julian calendar was in use nowhere but in churches."""
_PRINTED_YEARS = range(1800, 2101)
"""Years in which a day that there is not is a slip; another number is hardly a year."""
_EPOCH_YEARS = range(1900)
"""In these an epoch is never a day of publication."""
_DAY = timedelta(days=1)


def weekday(text: str, roles: Sequence[Role], language: str) -> Iterator[Conflict]:
    """A date whose weekday is another."""
    for role in roles:
        item = role.found
        if not item.weekday or item.day is None or item.weekday in _weekdays(item) or _is_attribute(text, item, language):
            continue
        if item.calendar != "h" and item.day.year in _GREGORIAN_YEARS:  # the tabular Islamic calendar may be a day off
            yield Conflict("weekday", item.first, item.last, {"right": WEEKDAYS[item.day.weekday()], "day": item.day.isoformat()})


def _weekdays(item: FoundDate) -> set[int]:
    """Those that it can be, by the Julian calendar as well where that was still in use."""
    julian = gregorian("j", item.year, item.month, item.number) if item.day and item.day.year < _JULIAN_UNTIL else None
    return {day.isoweekday() for day in (*item.readings, julian) if day}


def _is_attribute(text: str, item: FoundDate, language: str) -> bool:
    if text[item.first - 1 : item.first] in _QUOTES:
        return True
    after = _FOLLOWER.match(text, item.last) if language == "en" else None
    return after is not None and after[1] not in _FREE


def impossible(text: str, roles: Sequence[Role]) -> Iterator[Conflict]:
    """The 30th of February, the 45th of a 13th month; numbers alone only where a date is meant to stand."""
    for role in roles:
        item, placed = role.found, role.role in OWN
        if item.day or item.style == "short" or item.year < _PRINTED_YEARS.start or text[item.first - 1 : item.first] in _QUOTES:
            continue
        if (placed and item.year in _PRINTED_YEARS) or _is_told(role):
            yield Conflict("impossible", role.start if placed else item.first, item.last)


def _is_told(role: Role) -> bool:
    """Whether the date names its month, and only its day is wrong."""
    return role.found.style == "name" and role.found.number <= DAYS and role.role != "listed"


def placeholder(text: str, roles: Sequence[Role]) -> Iterator[Conflict]:
    """An epoch where the publication date should stand; written out in a dateline it may be true."""
    for role in roles:
        item = role.found
        if item.day not in PLACEHOLDERS or role.role not in OWN:
            continue
        if item.year in _EPOCH_YEARS or item.style == "numeric" or role.role == "published" or _MIDNIGHT.match(text, item.last):
            yield Conflict("placeholder", role.start, item.last)


def future(roles: Sequence[Role], own: Role | None, reference: date | None, language: str) -> Iterator[Conflict]:
    """A publication or update after the reference day; without one, in a year that is surely a slip."""
    for role in roles if traits(language).calendar != "nepali" else ():
        soonest = min(role.found.readings, default=None)
        if soonest is None or not _is_stated(role, own):
            continue
        if reference and soonest - reference > _DAY:
            yield Conflict("future", role.start, role.found.last, {"limit": f"the reference day {reference.isoformat()}"})
        elif not reference and soonest.year > _LAST_YEAR:
            yield Conflict("future", role.start, role.found.last, {"limit": str(_LAST_YEAR)})


def _is_stated(role: Role, own: Role | None) -> bool:
    """Whether the text itself gives the date as that of its publication or update."""
    return role.label != "url" and (role is own or (role.label != "" and role.role in ("published", "updated")))


def index_mismatch(roles: Sequence[Role], own: Role, stated: str, day: date | None) -> Iterator[Conflict]:
    """The metadata give another day (or month, or year) than every date that the text states as its own."""
    period = _period(stated, day)
    candidates = [role for role in roles if role.score > 0 and role.found.day]
    if period is None or _is_late_update(own, period) or any(_is_within(role, period) for role in candidates):
        return
    same = [role for role in candidates if role.found.day == own.found.day and role.label != "url"]
    for role in dict.fromkeys([*same[:1], own]):
        yield Conflict("index-mismatch", role.start, role.found.last, {"index": stated})


def _is_late_update(own: Role, period: tuple[date, date]) -> bool:
    """Whether the text states its last update alone, after the day that the metadata give."""
    return own.role == "updated" and own.found.readings[0] > period[1]


def _is_within(role: Role, period: tuple[date, date]) -> bool:
    """In some reading, or a day off: a time zone."""
    first, last = period
    return any(first - day <= _DAY and day - last <= _DAY for day in role.found.readings)


def month_mismatch(text: str, stated: str, day: date | None, language: str) -> Iterator[Conflict]:
    """A line near the top that is a month and a year ('October 2021') and leaves the metadata's day out."""
    period = _period(stated, day)
    if period is None:
        return
    first, last = ((day.year, day.month) for day in period)
    for m in _MONTH_LINE.finditer(text, 0, WEIGHTS.month_line):
        name = lookup(m[2], "m", language)
        if name and not first <= (int(m[3]), name.number) <= last:
            yield Conflict("index-mismatch", m.start(1), m.end(1), {"index": stated})
            return


def _period(stated: str, day: date | None) -> tuple[date, date] | None:
    """The first and the last day that the metadata's date can mean."""
    m = _PARTIAL.fullmatch(stated)
    if not m:
        return (day, day) if day else None
    year, month = int(m[1]), int(m[2] or 0)
    if month > MONTHS:
        return None
    after = date(year + 1, 1, 1) if month in (0, MONTHS) else date(year, month + 1, 1)
    return date(year, month or 1, 1), after - _DAY


def order(roles: Sequence[Role], own: Role) -> Iterator[Conflict]:
    """Updated before it was published; labels must stand close together, else each may be about something else."""
    first = min(own.found.readings)
    near = [role for role in roles if abs(role.start - own.start) <= WEIGHTS.near] if own.role != "updated" else []
    for role in near:
        day = role.found.day
        if role.role == "updated" and day and not role.found.swapped and first - day > _DAY and not _is_manuscript(near, day):
            yield Conflict("updated-before-published", role.start, role.found.last, other=(own.found.first, own.found.last))


def _is_manuscript(roles: Sequence[Role], day: date) -> bool:
    """Whether something else came before: papers are received, revised, accepted, and published last."""
    return any(role.role == "other" and role.found.day and role.found.day < day for role in roles)


def two_dates(roles: Sequence[Role]) -> Iterator[Conflict]:
    """Two publication dates that the text states."""
    for earlier, later in pairwise(_publications([role for role in roles if role.found.day])):
        if not _agree(earlier, later):
            yield Conflict("two-dates", later.start, later.found.last, other=(earlier.found.first, earlier.found.last))
            return


def _publications(dated: Sequence[Role]) -> list[Role]:
    """Those with a label; the same label again and again is a list of texts, each with its own.

    The path of the text's own address counts as a label, also beside a date that has none.
    """
    labelled = [role for role in dated if role.role == "published" and role.label not in ("", "state")]
    addresses = [role for role in labelled if role.label == "url"]
    if _is_list(labelled):
        labelled = addresses
    if not addresses:
        return labelled
    beside = [role for role in dated if role.role != "published" and role.score >= WEIGHTS.own_score]
    return sorted([*labelled, *beside[:1]], key=lambda role: role.found.start)


def _is_list(labelled: Sequence[Role]) -> bool:
    return len({role.label for role in labelled}) < len(labelled)


def _agree(a: Role, b: Role) -> bool:
    """At most a day apart in some reading, or a first publication and a later one."""
    if any(abs(x - y) <= _DAY for x in a.found.readings for y in b.found.readings):
        return True
    first, rest = (a, b) if a.label == "first" else (b, a)
    return first.label == "first" and first.found.readings[0] < rest.found.readings[0]
