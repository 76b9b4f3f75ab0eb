"""Days of other calendars as Gregorian ones, and the eras that years are counted from."""

from __future__ import annotations

from datetime import date

# The first year of each era, less one.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911}
_KANJI_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1, "两": 2}
# Ordinals of the day before the first one of the calendar (Reingold and Dershowitz, Calendrical Calculations).
_PERSIAN_EPOCH, _ISLAMIC_EPOCH = 226894, 227014


def gregorian(calendar: str, year: int, month: int, day: int) -> date | None:
    """The day in our calendar; None if there is no such day. `calendar`: m Gregorian, p Persian, h Islamic, j Julian."""
    try:
        if calendar == "m":
            return date(year, month, day)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        ordinal = {"p": _persian, "h": _islamic, "j": _julian}[calendar](year, month, day)
        return date.fromordinal(ordinal) if ordinal else None
    except (ValueError, OverflowError):
        return None


def _persian(year: int, month: int, day: int) -> int:
    """By the 33-year cycle, which agrees with the observed calendar from 1277 (1898) on."""
    if day > (31 if month <= 6 else 30):
        return 0
    leaps = (8 * year + 21) // 33
    before = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return _PERSIAN_EPOCH + 365 * (year - 1) + leaps + before + day


def _islamic(year: int, month: int, day: int) -> int:
    """The civil (tabular) calendar: within a day of what is observed."""
    if day > 30:
        return 0
    return _ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


def _julian(year: int, month: int, day: int) -> int:
    shift = year // 100 - year // 400 - 2
    return date(year, month, day).toordinal() + shift


def kanji_number(digits: str) -> int:
    """二〇二二 or 二十五 as a number."""
    if "十" not in digits:
        return int("".join(str(_KANJI_DIGITS[char]) for char in digits))
    tens, _, ones = digits.partition("十")
    return 10 * (_KANJI_DIGITS[tens] if tens else 1) + (_KANJI_DIGITS[ones] if ones else 0)

