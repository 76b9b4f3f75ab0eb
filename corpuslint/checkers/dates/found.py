"""A date that was found, and how one is made of its numbers: century, calendar, order of day and month."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from corpuslint.checkers.dates.calendars import BUDDHIST_AHEAD, MONTHS, gregorian
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.languages import traits


class FoundDate(NamedTuple):
    """A date in the text at code points `start` to `end`, the weekday beside it left out.

    `day` is None where there is no such day (30 February); `swapped` is the other reading of 08/11/2022. `style`: name, numeric, short (two digits of a year), east (年月日).
    `first` to `last` is the date with its weekday (Monday 1; 0: none).
    """

    start: int
    end: int
    year: int
    month: int
    number: int
    day: date | None
    swapped: date | None
    style: str
    calendar: str = "m"
    weekday: int = 0
    first: int = 0
    last: int = 0

    @property
    def readings(self) -> tuple[date, ...]:
        """The days that it can mean: none, one, or two."""
        return tuple(day for day in (self.day, self.swapped) if day)


_YEARS = range(1000, 3000)
_BUDDHIST = range(2400, 2600)
_PERSIAN = range(1300, 1450)
"""Years that are of one of these calendars where the language or the digits say so."""
_LAST_CENTURY, _THIS_CENTURY, _BUDDHIST_CENTURY = 1900, 2000, 2500
_MAX_VERSION_WORD = 16
"""Code points before a date in which a word for 'version' is looked for."""
_VERSION = regex(r"(?i)\b(?:v|ver|vers[ij]\w{1,4}|verze|verziu?|release|sürüm\w*|верси\w|версі\w|верз\w+)\.?\s*\Z")


def numeric(span: tuple[int, int], year: int, month: int, number: int, style: str, text: str, language: str) -> FoundDate:
    """A date all in numbers, in the calendar that its year, its digits and the language tell."""
    calendar = "m"
    if _is_buddhist(year, language):
        year -= BUDDHIST_AHEAD
    elif year in _PERSIAN and ("۰" <= text[span[0]] <= "۹" or traits(language).calendar == "persian"):
        calendar = "p"
    return FoundDate(*span, year, month, number, gregorian(calendar, year, month, number), None, style, calendar)


def named(span: tuple[int, int], year: int, month: int, number: int, calendar: str, language: str) -> FoundDate | None:
    """A date with the name of its month, which tells the calendar; None where no day is meant."""
    if _is_buddhist(year, language):
        year -= BUDDHIST_AHEAD
    if (calendar == "m" and year not in _YEARS and year != 1) or not 1 <= number <= WEIGHTS.latest_number:
        return None
    day = gregorian(calendar, year, month, number)
    if day is None and calendar != "m":
        return None
    return FoundDate(*span, year, month, number, day, None, "name", calendar)


def slashed(span: tuple[int, int], first: int, second: int, digits: str, mark: str, text: str, language: str) -> FoundDate | None:
    """8/11/2022, by day and month, or month and day where the numbers or the language say so."""
    short = len(digits) == 2
    year = short_year(int(digits), buddhist=traits(language).short_years) if short else int(digits)
    month, number = (first, second) if _is_month_first(first, second, mark, language) else (second, first)
    item = numeric(span, year, month, number, "short" if short else "numeric", text, language)
    if short and (not item.day or (mark == "." and _is_version(span, text, language))):
        return None
    if mark != "." and first != second and max(first, second) <= MONTHS and item.calendar == "m":
        return item._replace(swapped=gregorian("m", item.year, number, month))
    return item


def _is_month_first(first: int, second: int, mark: str, language: str) -> bool:
    return first <= MONTHS and (second > MONTHS or (mark == "/" and traits(language).month_first))


def _is_version(span: tuple[int, int], text: str, language: str) -> bool:
    """Whether `3.1.10` counts versions: the word stands before it, or the text is in English, which writes no such dates."""
    bare = any(len(part) == 1 for part in text[slice(*span)].split("."))
    return (bare and traits(language).undotted_dates) or bool(_VERSION.search(text, max(0, span[0] - _MAX_VERSION_WORD), span[0]))


def _is_buddhist(year: int, language: str) -> bool:
    return year in _BUDDHIST and (language == "und" or traits(language).calendar == "buddhist")


def short_year(digits: int, *, buddhist: bool) -> int:
    """The year that two digits mean."""
    if buddhist and digits >= WEIGHTS.short_buddhist_year_turn:
        return _BUDDHIST_CENTURY + digits - BUDDHIST_AHEAD
    return digits + (_THIS_CENTURY if digits < WEIGHTS.short_year_turn else _LAST_CENTURY)
