"""Find dates in text: every run of digits is looked at with the few characters around it.

No general parser: names come from a table, digits of any script count (`\\d` and int() read them all), and
what is not surely a date (a version, a telephone number, a time) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from corpuslint.checkers.dates.calendars import ERAS, kanji_number
from corpuslint.checkers.dates.found import FoundDate, named, numeric, short_year, slashed
from corpuslint.checkers.dates.names import NAME_WORD as _W
from corpuslint.checkers.dates.names import lookup
from corpuslint.checkers.dates.weekdays import weekday_beside
from corpuslint.lazy import regex
from corpuslint.text.characters import unusual
from corpuslint.text.languages import traits

_ORDINAL = r"(?:(?:st|nd|rd|th|er|ère|re|º|ª|°|:e|:a|-?го|-?е|-?ші|-?шы|-?нд|a|e|ος|η|ما|મી|வது)(?![^\W\d_])|\.ª)?"
_LINK = r"(?:(?:de|of|del|di|do|den|ta['’]|ngày|วันที่|day of)\s{1,2}|d['’])?"
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
    rf"|{_ORDINAL}(?:\\?[.,]?\s{{0,3}}|[-/]){_LINK}(?P<w>{_W})[,.،]?"  # Markdown writes "1\. Mai", lest it be a list
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
_YEAR_DIGITS = 4
_REPUBLIC_YEARS = range(80, 151)  # 1991 to 2061
_MAX_BEFORE = 28
"""Code points before a day in which its month is looked for: a name, a mark and blanks."""
_MAX_DATES = 20_000
"""Dates of a text that are looked at, which bounds the time that all rules about them take."""


def find(text: str, language: str) -> tuple[FoundDate, ...]:
    """The dates with day, month and year, in text order; none overlap. Those after the first 20,000 are not looked for."""
    if not text:
        return ()
    found = [*islice(_numbered(text, language), _MAX_DATES), *(islice(_kanji(text), _MAX_DATES) if "年" in text else ())]
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
        elif length == _YEAR_DIGITS:
            item = _year_first(text, start, language)
        elif length == 3 and traits(language).calendar == "minguo":
            item = _republic(text, start)
        if item:
            yield item
            at = item.end


def _year_first(text: str, start: int, language: str) -> FoundDate | None:
    m = _BY_YEAR.match(text, start)
    if m is None or (m["s"] and _is_number(text, start, m.end())):
        return None
    year = int(m["y"])
    if m["s"]:
        return numeric(m.span(), year, int(m["m"]), int(m["d"]), "numeric", text, language)
    if m["em"]:
        return numeric(m.span(), year, int(m["em"]), int(m["ed"]), "east", text, language)
    if m["nm"]:
        return numeric(m.span(), year, int(m["nm"]), int(m["nd"]), "name", text, language)
    return _year_and_name(m, year, language)


def _year_and_name(m: re.Match[str], year: int, language: str) -> FoundDate | None:
    """'2021. március 17', or '2022 жылғы 8 қараша': the year's word, the day, and then the month."""
    number = int(m["wd"])
    if m["w3"] and m["w1"].lower() in _YEAR_WORDS and (name := lookup(m["w3"], "mph", language)):
        return named(m.span(), year, name.number, number, name.kind, language)
    for word in (m["w1"], m["w2"]):
        if word and (name := lookup(word, "mph", language)):
            return named((m.start(), m.end("wd")), year, name.number, number, name.kind, language)
    return None


def _day_first(text: str, start: int, language: str) -> FoundDate | None:
    m = _BY_DAY.match(text, start)
    if not m or m.end() == m.end("d"):
        return None
    number = int(m["d"])
    if m["s"]:
        return None if _is_number(text, start, m.end()) else slashed(m.span(), number, int(m["m"]), m["y"], m["s"], text, language)
    if m["em"]:
        era = ERAS.get(text[max(0, start - 2) : start].strip())
        return numeric((start - 2, m.end()), era + number, int(m["em"]), int(m["ed"]), "east", text, language) if era else None
    if m["vm"]:
        return numeric(m.span(), int(m["vy"]), int(m["vm"]), number, "name", text, language)
    if m["fy"]:
        return _month_first(text, start, number, int(m["fy"]), m.end(), language)
    return _day_month_year(text, m, number, language) or _roman(text, start, number)


def _day_month_year(text: str, m: re.Match[str], number: int, language: str) -> FoundDate | None:
    two = f"{m['w']} {m['w2'].strip(' /')}" if m["w2"] else ""
    name = (lookup(two, "mph", language) if two else None) or lookup(m["w"], "mph", language)
    if not name:
        return None
    year = int(m["wy"])
    if len(m["wy"]) == 2:
        if not _is_short_year(text, m, language):
            return None
        year = short_year(year, buddhist=traits(language).short_years and language in name.languages)
    return named(m.span(), year, name.number, number, name.kind, language)


def _is_short_year(text: str, m: re.Match[str], language: str) -> bool:
    """Whether two digits behind a month are its year ('17 Mar '21', '17-Mar-21', '17 Mar 21' that ends the line)."""
    return traits(language).short_years or bool(m["q"]) or m["g"] in ("-", "/") or text[m.end() : m.end() + 1] in "\r\n,|)"


def _month_first(text: str, start: int, number: int, year: int, end: int, language: str) -> FoundDate | None:
    before = _BEFORE.search(text, max(0, start - _MAX_BEFORE), start)
    if not before:
        return None
    word, first = _unglued(before[1]), before.start()
    first, name = first + len(before[1]) - len(word), lookup(word, "mph", language)
    pair = _BEFORE.search(text, max(0, first - _MAX_BEFORE), first)
    if pair and (two := lookup(f"{pair[1]} {before[1]}", "mph", language)):
        first, name = pair.start(), two
    return named((first, end), year, name.number, number, name.kind, language) if name else None


def _unglued(word: str) -> str:
    """The name at the end of 'EnvironmentNov'."""
    at = next((i for i in range(len(word) - 1, 0, -1) if word[i].isupper() and word[i - 1].islower()), 0)
    return word[at:]


def _roman(text: str, start: int, number: int) -> FoundDate | None:
    m = _ROMAN_DATE.match(text, start)
    if not m or m[1].lower() not in _ROMAN:
        return None
    return named(m.span(), int(m[2]), _ROMAN[m[1].lower()], number, "m", "")


def _republic(text: str, start: int) -> FoundDate | None:
    """111/11/08 and 111年11月8日, counted from 1911."""
    m = _LONG_YEAR.match(text, start)
    if not m or int(m["y"]) not in _REPUBLIC_YEARS or _is_number(text, start, m.end()):
        return None
    first = start - 2 if ERAS.get(text[max(0, start - 2) : start]) else start
    return numeric((first, m.end() + (text[m.end() : m.end() + 1] in "日號号")), int(m["y"]) + ERAS["民國"], int(m["m"]), int(m["d"]), "east", text, "zh")


def _kanji(text: str) -> Iterator[FoundDate]:
    for m in _KANJI.finditer(text):
        era = ERAS.get(text[max(0, m.start() - 2) : m.start()], 0)
        year = kanji_number(m[1]) + era
        if era or len(m[1]) == _YEAR_DIGITS:
            start = m.start() - (2 if era else 0)
            yield numeric((start, m.end()), year, kanji_number(m[2]), kanji_number(m[3]), "east", text, "zh")


def _is_number(text: str, start: int, end: int) -> bool:
    """Whether the digits belong to something longer: a version, an address, a code."""
    before = text[max(0, start - 2) : start]
    if before[-1:] == ":" and not before[:1].isdigit():
        before = ""  # a label, with nothing between it and the date
    if before[-1:] in ("-", ".", "/", "_", ":") and before[:1].isalnum() and len(before) == 2:
        return before[-1] != "/" or "/" in text[start : start + _YEAR_DIGITS]  # a path may hold a whole date
    return before[-1:] in ("v", "V", "#", "№") or bool(_PAST.match(text, end))
