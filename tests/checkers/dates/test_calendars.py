"""Days of other calendars as ours, at the ends of their months and years."""

from __future__ import annotations

from datetime import date

import pytest

from corpuslint.checkers.dates.calendars import ERAS, gregorian, kanji_number


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "expected"),
    [
        ("m", 2022, 2, 28, date(2022, 2, 28)),
        ("m", 2022, 2, 29, None),
        ("m", 10_000, 1, 1, None),
        ("p", 1357, 11, 22, date(1979, 2, 11)),
        ("p", 1399, 12, 30, date(2021, 3, 20)),
        ("p", 1400, 1, 1, date(2021, 3, 21)),
        ("p", 1400, 6, 31, date(2021, 9, 22)),
        ("p", 1400, 7, 1, date(2021, 9, 23)),
        ("p", 1400, 7, 30, date(2021, 10, 22)),
        ("p", 1400, 7, 31, None),
        ("p", 1400, 8, 1, date(2021, 10, 23)),
        ("p", 1400, 12, 31, None),
        ("p", 1403, 1, 1, date(2024, 3, 20)),
        ("p", 1401, 8, 17, date(2022, 11, 8)),
        ("p", 99_999_999, 1, 1, None),
        ("h", 1444, 4, 14, date(2022, 11, 9)),
        ("h", 1445, 9, 1, date(2024, 3, 11)),
        ("h", 1445, 1, 30, date(2023, 8, 17)),
        ("h", 1445, 2, 1, date(2023, 8, 18)),
        ("h", 1445, 1, 31, None),
        ("j", 1582, 10, 5, date(1582, 10, 15)),
        ("j", 1700, 3, 1, date(1700, 3, 12)),
        ("j", 1899, 12, 31, date(1900, 1, 12)),
        ("j", 1917, 10, 25, date(1917, 11, 7)),
        *((calendar, 1400, month, day, None) for calendar in "phj" for month, day in ((0, 1), (13, 1), (1, 0), (1, 32))),
    ],
)
def test_gregorian(calendar: str, year: int, month: int, day: int, expected: date | None) -> None:
    assert gregorian(calendar, year, month, day) == expected


@pytest.mark.parametrize(
    ("digits", "number"),
    [("元", 1), ("九", 9), ("〇", 0), ("十", 10), ("十一", 11), ("二十", 20), ("三十一", 31), ("一九八四", 1984), ("二○二二", 2022)],
)
def test_kanji_number(digits: str, number: int) -> None:
    assert kanji_number(digits) == number


def test_an_era_begins_with_its_first_year() -> None:
    assert {era: before + 1 for era, before in ERAS.items()} == {
        "令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868, "民國": 1912, "民国": 1912,
    }
