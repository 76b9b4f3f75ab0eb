"""Find dates in text: every run of digits is looked at with the few characters around it.

No general parser: names come from a table, digits of any script count (`\\d` and int() read them all), and
what is not surely a date (a version, a telephone number, a time) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from corpuslint.checkers.dates.calendars import ERAS, gregorian, kanji_number
from corpuslint.checkers.dates.names import NAME_WORD as _W
from corpuslint.checkers.dates.names import lookup
from corpuslint.checkers.dates.weekdays import weekday_beside
from corpuslint.lazy import regex
from corpuslint.text.characters import unusual


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


_ORDINAL = r"(?:(?:st|nd|rd|th|er|ère|re|º|ª|°|:e|:a|-?го|-?е|-?ші|-?шы|-?нд|a|e|ος|η|ما|મી|வது)(?![^\W\d_])|\.ª)?"
_LINK = r"(?:(?:de|of|del|di|do|den|ta['’]|ngày|วันที่|day of)\s{1,2}|d['’])?"
_VERSION = regex(r"(?i)\b(?:v|ver|vers[ij]\w{1,4}|verze|verziu?|release|sürüm\w*|верси\w|версі\w|верз\w+)\.?\s*\Z")
# A date has another number close by, so most runs of digits are passed over without a further look.
# It begins where digits begin: tried within a run as well, a long one would be read once for each of its digits.
_RUN = regex(rb"(?<!0)00*+(?= {1,30}+0)")
_REST = regex(rb"00*+(?= {1,30}+0)")
"""What is left of a run behind a date that ends within it."""
_DIGIT = regex(r"\d")
_ONLY_DIGITS = bytes(ord("0" if chr(code) in "0123456789" else " ") for code in range(256))
_SEP = r"[\s\u200e\u200f]?(?P<s>[-./‐–\u2011])[\s\u200e\u200f]?"
_AGAIN = r"[\s\u200e\u200f]?(?P=s)[\s\u200e\u200f]?"
_BY_YEAR = regex(
    r"(?P<y>\d{4})(?:"
    rf"{_SEP}(?P<m>\d{{1,2}}){_AGAIN}(?P<d>\d{{1,2}})(?!\d)"
    r"|\s?[年년]\s?(?P<em>\d{1,2})\s?[月월]\s?(?P<ed>\d{1,2})\s?[日号號일]?"
    r"|\s?оны\s(?P<nm>\d{1,2})[ -]?р\s?сарын\s(?P<nd>\d{1,2})"
    rf"|(?!\d)(?:\(e\)ko)?[ \u00a0\u202f,.-]{{0,3}}(?P<w1>{_W}|[^\W\d_])[ \u00a0.,-]{{0,3}}(?:(?P<w2>{_W})[ \u00a0.,-]{{1,2}})?"
    rf"(?P<wd>\d{{1,2}})(?![\d:])(?:-?[^\W\d_]{{0,3}}\.?[\s-]{{1,2}}(?P<w3>{_W}))?"
    r")"
)
_BY_DAY = regex(
    r"(?P<d>\d{1,2})(?!\d)(?:"
    rf"{_SEP}(?P<m>\d{{1,2}})(?!\d){_AGAIN}(?P<y>\d{{4}}|\d\d(?!\d))"
    r"|\s?年\s?(?P<em>\d{1,2})\s?月\s?(?P<ed>\d{1,2})\s?[日号號]"
    r"|\s{1,2}(?:tháng|thg)\s{1,2}(?P<vm>\d{1,2})(?:,|\s{1,2}năm)?\s{1,2}(?P<vy>\d{4})"
    rf"|{_ORDINAL}[\s,]{{0,3}}(?P<fy>\d{{4}})"
    rf"|{_ORDINAL}(?:[.,]?\s{{0,3}}|[-/]){_LINK}(?P<w>{_W})[,.،]?"
    rf"(?:(?P<w2>\s?/?\s?{_W})\.?)??(?P<g>[\s,./،-]{{0,3}})(?P<q>['’]?)(?P<wy>\d{{4}}|\d\d(?![\d:h]))"
    r")?"
)
_LONG_YEAR = regex(r"(?P<y>\d{3})[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})(?!\d)")
_BEFORE = regex(rf"({_W})[.,/-]?\s{{0,3}}\Z")
_KANJI = regex(r"([〇○零一二三四五六七八九元]{1,4}|[一二三四五六七八九]?十[一二三四五六七八九]?)年"
                    r"([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号號]")
_ROMAN = {name: number for number, name in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1)}
_ROMAN_DATE = regex(r"\d{1,2}(?!\d)[.\s-]{1,2}([IVX]{1,4})[.\s-]{1,2}(\d{4})(?!\d)")
_PAST = regex(r"[-./]?\d(?!\d?:\d\d)|[.-][A-Za-z]")
# 'of the year', between a year and its day: Kazakh, Kyrgyz, Uzbek, Tatar, Mongolian, Latvian.
_YEAR_WORDS = frozenset(["жылғы", "жылы", "жылдың", "жылкы", "йил", "йилнинг", "елның", "елда", "оны", "yil", "yilning", "gada", "gadā", "ж", "й"])
_MOST = 20_000
_YEARS = range(1000, 3000)
_BUDDHIST = range(2400, 2600)
_PERSIAN_YEARS = range(1300, 1450)


def find(text: str, language: str) -> tuple[FoundDate, ...]:
    """The dates with day, month and year, in text order; none overlap. Those after the first 20,000 are not looked for."""
    if not text:
        return ()
    found = [*islice(_numbered(text, language), _MOST), *(islice(_kanji(text), _MOST) if "年" in text else ())]
    return tuple(_with_weekday(text, item, language) for item in sorted(found, key=lambda item: item.start))


def _with_weekday(text: str, item: FoundDate, language: str) -> FoundDate:
    beside = weekday_beside(text, item.start, item.end, item.style == "east", language)
    return item._replace(weekday=beside.number, first=beside.start, last=beside.end)


def _digits(text: str) -> bytes:
    """0 for each digit of the text and a space for all else: bytes, in which runs are found at many times the speed."""
    if not text.isascii() and _DIGIT.search("".join(unusual(text))):
        text = _DIGIT.sub("0", text)
    return text.encode("ascii", "replace").translate(_ONLY_DIGITS)


def _numbered(text: str, language: str) -> Iterator[FoundDate]:
    at, digits = 0, _digits(text)
    while run := _REST.match(digits, at) or _RUN.search(digits, at):
        start, at = run.span()
        length = at - start
        item = None
        if length <= 2:
            item = _day_first(text, start, language)
        elif length == 4:
            item = _year_first(text, start, language)
        elif length == 3 and language == "zh":
            item = _republic(text, start)
        if item:
            yield item
            at = item.end


def _year_first(text: str, start: int, language: str) -> FoundDate | None:
    m = _BY_YEAR.match(text, start)
    if not m:
        return None
    year = int(m["y"])
    if m["s"]:
        return None if _is_number(text, start, m.end()) else _numeric(m.span(), year, int(m["m"]), int(m["d"]), "numeric", text, language)
    if month := m["em"] or m["nm"]:
        return _numeric(m.span(), year, int(month), int(m["ed"] or m["nd"]), "east" if m["em"] else "name", text, language)
    # 2022 жылғы 8 қараша: the year's word, the day, and then the month.
    if m["w3"] and m["w1"].lower() in _YEAR_WORDS and (name := lookup(m["w3"], "mph", language)):
        return _named(m.span(), year, name.number, int(m["wd"]), name.kind, language)
    end = m.end("wd")
    for word in (m["w1"], m["w2"] or ""):
        if word and (name := lookup(word, "mph", language)):
            return _named((start, end), year, name.number, int(m["wd"]), name.kind, language)
    return None


def _day_first(text: str, start: int, language: str) -> FoundDate | None:
    m = _BY_DAY.match(text, start)
    if not m or m.end() == m.end("d"):
        return None
    number = int(m["d"])
    if m["s"]:
        if _is_number(text, start, m.end()):
            return None
        return _slashed(m.span(), number, int(m["m"]), m["y"], m["s"], text, language)
    if m["em"]:
        era = ERAS.get(text[max(0, start - 2) : start].strip())
        return _numeric((start - 2, m.end()), era + number, int(m["em"]), int(m["ed"]), "east", text, language) if era else None
    if m["vm"]:
        return _numeric(m.span(), int(m["vy"]), int(m["vm"]), number, "name", text, language)
    if m["fy"]:
        return _month_first(text, start, number, int(m["fy"]), m.end(), language)
    return _day_month_year(text, m, number, language) or _roman(text, start, number)


def _day_month_year(text: str, m: re.Match[str], number: int, language: str) -> FoundDate | None:
    two = f"{m['w']} {m['w2'].strip(' /')}" if m["w2"] else ""
    name = (lookup(two, "mph", language) if two else None) or lookup(m["w"], "mph", language)
    if not name:
        return None
    year, digits = int(m["wy"]), len(m["wy"])
    if digits == 2:
        year = _short_year(year, "th" in name.languages and language == "th")
        after = text[m.end() : m.end() + 1]
        if not (m["q"] or m["g"] in ("-", "/", ".") or after in "\r\n,|)" or language == "th"):
            return None
    return _named(m.span(), year, name.number, number, name.kind, language)


def _month_first(text: str, start: int, number: int, year: int, end: int, language: str) -> FoundDate | None:
    before = _BEFORE.search(text, max(0, start - 28), start)
    if not before:
        return None
    word, first = _unglued(before[1]), before.start()
    first, name = first + len(before[1]) - len(word), lookup(word, "mph", language)
    pair = _BEFORE.search(text, max(0, first - 24), first)
    if pair and (two := lookup(f"{pair[1]} {before[1]}", "mph", language)):
        first, name = pair.start(), two
    return _named((first, end), year, name.number, number, name.kind, language) if name else None


def _unglued(word: str) -> str:
    """The name at the end of 'EnvironmentNov'."""
    at = next((i for i in range(len(word) - 1, 0, -1) if word[i].isupper() and word[i - 1].islower()), 0)
    return word[at:]


def _roman(text: str, start: int, number: int) -> FoundDate | None:
    m = _ROMAN_DATE.match(text, start)
    if not m or m[1].lower() not in _ROMAN:
        return None
    return _named(m.span(), int(m[2]), _ROMAN[m[1].lower()], number, "m", "")


def _slashed(span: tuple[int, int], first: int, second: int, digits: str, mark: str, text: str, language: str) -> FoundDate | None:
    """8/11/2022, by day and month, or month and day where the numbers or the language say so."""
    year, style = int(digits), "numeric"
    if len(digits) == 2:
        year, style = _short_year(year, language == "th"), "short"
    month_first = second > 12 >= first or (mark == "/" and language in ("en", "fil") and first <= 12)
    month, number = (first, second) if month_first else (second, first)
    item = _numeric(span, year, month, number, style, text, language)
    if style == "short" and (not item.day or (mark == "." and _is_version(span, text, language))):
        return None
    if mark != "." and first <= 12 and second <= 12 and first != second and item.calendar == "m":
        return item._replace(swapped=gregorian("m", item.year, number, month))
    return item


def _is_version(span: tuple[int, int], text: str, language: str) -> bool:
    """Whether `3.1.10` counts versions: the word stands before it, or the text is in English, which writes no such dates."""
    bare = any(len(part) == 1 for part in text[slice(*span)].split("."))
    return (language == "en" and bare) or bool(_VERSION.search(text, max(0, span[0] - 16), span[0]))


def _republic(text: str, start: int) -> FoundDate | None:
    """111/11/08 and 111年11月8日, counted from 1911."""
    m = _LONG_YEAR.match(text, start)
    if not m or not 80 <= int(m["y"]) <= 150 or _is_number(text, start, m.end()):
        return None
    first = start - 2 if ERAS.get(text[max(0, start - 2) : start]) else start
    return _numeric((first, m.end() + (text[m.end() : m.end() + 1] in "日號号")), int(m["y"]) + 1911, int(m["m"]), int(m["d"]), "east", text, "zh")


def _kanji(text: str) -> Iterator[FoundDate]:
    for m in _KANJI.finditer(text):
        era = ERAS.get(text[max(0, m.start() - 2) : m.start()], 0)
        year = kanji_number(m[1]) + era
        if era or len(m[1]) == 4:
            start = m.start() - (2 if era else 0)
            yield _numeric((start, m.end()), year, kanji_number(m[2]), kanji_number(m[3]), "east", text, "zh")


def _numeric(span: tuple[int, int], year: int, month: int, number: int, style: str, text: str, language: str) -> FoundDate:
    calendar = "m"
    if year in _BUDDHIST and language in ("th", "und", "lo", "km"):
        year -= 543
    elif year in _PERSIAN_YEARS and ("۰" <= text[span[0]] <= "۹" or language in ("fa", "ps", "ckb")):
        calendar = "p"
    return FoundDate(*span, year, month, number, gregorian(calendar, year, month, number), None, style, calendar)


def _named(span: tuple[int, int], year: int, month: int, number: int, calendar: str, language: str) -> FoundDate | None:
    if year in _BUDDHIST and language in ("th", "lo", "km", "und"):
        year -= 543
    if (calendar == "m" and year not in _YEARS and year != 1) or not 1 <= number <= 45:
        return None
    day = gregorian(calendar, year, month, number)
    if day is None and calendar != "m":
        return None
    return FoundDate(*span, year, month, number, day, None, "name", calendar)


def _short_year(digits: int, buddhist: bool) -> int:
    if buddhist and digits >= 40:
        return 2500 + digits - 543
    return 2000 + digits if digits < 50 else 1900 + digits


def _is_number(text: str, start: int, end: int) -> bool:
    """Whether the digits belong to something longer: a version, an address, a code."""
    before = text[max(0, start - 2) : start]
    if before[-1:] == ":" and not before[:1].isdigit():
        before = ""  # a label, with nothing between it and the date
    if before[-1:] in ("-", ".", "/", "_", ":") and before[:1].isalnum() and len(before) == 2:
        return before[-1] != "/" or text[start : start + 4].find("/") >= 0  # a path may hold a whole date
    return before[-1:] in ("v", "V", "#", "№") or bool(_PAST.match(text, end))
