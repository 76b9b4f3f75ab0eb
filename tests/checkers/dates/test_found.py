"""Numbers become a date: century, calendar, and the order of day and month."""

from __future__ import annotations

from datetime import date

import pytest

from corpuslint.checkers.dates.found import FoundDate, named, numeric, short_year, slashed


@pytest.mark.parametrize(
    ("year", "language", "digits", "expected"),
    [
        (2399, "th", "2", 2399), (2400, "th", "2", 1857), (2564, "th", "2", 2021), (2599, "lo", "2", 2056), (2600, "th", "2", 2600),
        (2564, "km", "2", 2021), (2564, "und", "2", 2021), (2564, "en", "2", 2564),
        (1299, "fa", "1", 1299), (1300, "fa", "1", 1921), (1400, "ps", "1", 2021), (1400, "ckb", "1", 2021), (1449, "fa", "1", 2070),
        (1450, "fa", "1", 1450), (1400, "en", "1", 1400), (1400, "en", "۱", 2021), (1400, "en", "۰", 2021), (1400, "en", "۹", 2021),
    ],
)
def test_the_calendar_of_numbers(year: int, language: str, digits: str, expected: int) -> None:
    item = numeric((0, 1), year, 5, 9, "numeric", digits, language)
    assert item.day is not None
    assert (item.day.year, item.calendar) == (expected, "p" if year in range(1300, 1450) and expected != year else "m")


@pytest.mark.parametrize(
    ("year", "number", "calendar", "language", "expected"),
    [
        (999, 8, "m", "en", None), (1000, 8, "m", "en", date(1000, 11, 8)), (2999, 8, "m", "en", date(2999, 11, 8)), (3000, 8, "m", "en", None),
        (1, 8, "m", "en", date(1, 11, 8)), (2, 8, "m", "en", None), (2564, 8, "m", "th", date(2021, 11, 8)), (2564, 8, "m", "lo", date(2021, 11, 8)),
        (2564, 8, "m", "en", date(2564, 11, 8)), (1401, 17, "p", "fa", date(2023, 2, 6)), (1401, 31, "p", "fa", None), (1401, 0, "p", "fa", None),
        (2022, 0, "m", "en", None), (2022, 1, "m", "en", date(2022, 11, 1)), (2022, 46, "m", "en", None),
    ],
)
def test_a_month_with_a_name(year: int, number: int, calendar: str, language: str, expected: date | None) -> None:
    item = named((0, 1), year, 11, number, calendar, language)
    assert (item and item.day) == expected


def test_a_day_that_there_is_not_is_found_where_the_month_is_named() -> None:
    for number in (31, 45):
        item = named((0, 1), 2022, 11, number, "m", "en")
        assert item is not None
        assert (item.day, item.number) == (None, number)


def order(first: int, second: int, digits: str, mark: str, language: str) -> tuple[date | None, date | None] | None:
    text = f"{first}{mark}{second}{mark}{digits}"
    item = slashed((0, len(text)), first, second, digits, mark, text, language)
    return item and (item.day, item.swapped)


@pytest.mark.parametrize(
    ("first", "second", "mark", "language", "day", "swapped"),
    [
        (8, 11, "/", "fr", date(2022, 11, 8), date(2022, 8, 11)),
        (8, 11, "/", "en", date(2022, 8, 11), date(2022, 11, 8)),
        (8, 11, "/", "fil", date(2022, 8, 11), date(2022, 11, 8)),
        (8, 11, "-", "en", date(2022, 11, 8), date(2022, 8, 11)),
        (8, 11, ".", "en", date(2022, 11, 8), None),
        (11, 11, "/", "en", date(2022, 11, 11), None),
        (12, 13, "/", "fr", date(2022, 12, 13), None),
        (13, 12, "/", "en", date(2022, 12, 13), None),
        (12, 12, "/", "fr", date(2022, 12, 12), None),
        (13, 13, "/", "en", None, None),
    ],
)
def test_the_order_of_day_and_month(first: int, second: int, mark: str, language: str, day: date | None, swapped: date | None) -> None:
    assert order(first, second, "2022", mark, language) == (day, swapped)


def test_the_persian_calendar_has_one_order() -> None:
    item = slashed((0, 10), 3, 4, "1400", "/", "3/4/1400  ", "fa")
    assert item is not None
    assert (item.calendar, item.swapped) == ("p", None)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("17.03.21", "de", date(2021, 3, 17)),
        ("7.3.21", "de", date(2021, 3, 7)),
        ("17.03.21", "en", date(2021, 3, 17)),
        ("7.03.21", "en", None),  # versions
        ("17.3.21", "en", None),
        ("Version 17.03.21", "de", None),
        ("Version  of 17.03.21", "de", date(2021, 3, 17)),
        ("release 17.03.21", "en", None),
        ("31.02.21", "de", None),
        ("17.03.49", "de", date(2049, 3, 17)),
        ("17.03.50", "de", date(1950, 3, 17)),
        ("17.03.64", "th", date(2021, 3, 17)),
    ],
)
def test_two_digits_of_a_year(text: str, language: str, day: date | None) -> None:
    start = next(at for at, char in enumerate(text) if char.isdigit())
    first, second, digits = text[start:].split(".")
    item = slashed((start, len(text)), int(first), int(second), digits, ".", text, language)
    assert (item and item.day) == day
    assert item is None or item.style == "short"


@pytest.mark.parametrize(("digits", "year", "buddhist"), [(0, 2000, 2000), (39, 2039, 2039), (40, 2040, 1997), (49, 2049, 2006), (50, 1950, 2007), (99, 1999, 2056)])
def test_short_year(digits: int, year: int, buddhist: int) -> None:
    assert (short_year(digits, buddhist=False), short_year(digits, buddhist=True)) == (year, buddhist)


def test_readings() -> None:
    item = FoundDate(0, 1, 2022, 8, 11, date(2022, 8, 11), date(2022, 11, 8), "numeric")
    assert item.readings == (date(2022, 8, 11), date(2022, 11, 8))
    assert item._replace(swapped=None).readings == (date(2022, 8, 11),)
    assert item._replace(day=None, swapped=None).readings == ()
