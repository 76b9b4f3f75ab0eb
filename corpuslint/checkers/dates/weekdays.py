"""The weekday that stands before or behind a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpuslint.checkers.dates.names import NAME_WORD, Name, ends_weekday, lookup
from corpuslint.lazy import regex


class Beside(NamedTuple):
    """A weekday (Monday 1, none 0) and the span of the date with it."""

    number: int
    start: int
    end: int


_EAST_ASIAN = {char: number for row in ("月火水木金土日", "一二三四五六日", "월화수목금토일") for number, char in enumerate(row, 1)}
_EAST_ASIAN["天"] = 7
_EAST_AFTER = regex(r"\s{0,2}[（(\[]?(?:星期|周|週|礼拜|禮拜)?([月火水木金土日一二三四五六天월화수목금토])(?:曜日?|요일)?[)）\]]?")
_LINKS = ("den", "der", "dem", "the", "am", "le", "el", "día", "dia", "ngày", "dnia", "ji", "on", "il", "de", "d", "วันที่")
_LAST_WORD = regex(r"([^\s\d,.،()|/:;–—>«\"“-]+)[,.،\s]{0,4}\Z")
_BEFORE = regex(
    rf"(?:({NAME_WORD})([ \u00a0-]))?({NAME_WORD})[,.،]{{0,2}}[ \t\u00a0]{{0,2}}(?:\n(?=\d))?(?P<link>(?:{'|'.join(_LINKS)})\.?\s)?\Z"
)
_AFTER = regex(
    r"\.?[ \t\u00a0]?(?:г\.|года|р\.|року|г|жылы|ж\.|წ\.|d\.)?[ \t\u00a0]?[,(（\[]?\s?"
    rf"({NAME_WORD})(?:([ \u00a0-])({NAME_WORD}))?(?![ \u00a0][^\W\d_])"
)


def weekday_beside(text: str, start: int, end: int, eastern: bool, language: str) -> Beside:
    """The weekday beside the date at `start` to `end`; after 'Monday the' the date belongs to what follows."""
    before = _words_before(text, start)
    if before and before[3].lower() in _LINKS and before[1]:
        found = _one_word(text, before, 1, language)
        return Beside(found.number, found.start, end) if found and before[3] != "the" else Beside(0, start, end)
    if before and (found := _two_words(before, language) or _one_word(text, before, 3, language)):
        return Beside(0, start, end) if before["link"] == "the " else Beside(found.number, found.start, end)
    after = _EAST_AFTER.match(text, end)
    if after and (eastern or language in ("zh", "ja", "ko")) and after[0].strip() != after[1]:
        return Beside(_EAST_ASIAN[after[1]], start, after.end())
    after = _AFTER.match(text, end)
    if after and (found := _two_words(after, language) or _one_word(text, after, 1, language)):
        return Beside(found.number, start, found.end)
    return Beside(0, start, end)


def _words_before(text: str, start: int) -> re.Match[str] | None:
    """The words before a date, if the last of them can end a weekday's name; most cannot, and cost no more than this look."""
    tail = _LAST_WORD.search(text, max(0, start - 20), start)
    if tail is None or not (ends_weekday(tail[1]) or tail[1].lower() in _LINKS):
        return None
    return _BEFORE.search(text, max(0, start - 32), start)


def _two_words(m: re.Match[str], language: str) -> Beside | None:
    """'terça-feira', 'Thứ Ba'."""
    if m[1] is None or m[3] is None:
        return None
    name = lookup(f"{m[1]}{m[2]}{m[3]}".replace("\u00a0", " "), "d", language)
    return Beside(name.number, m.start(1), m.end(3)) if name else None


def _one_word(text: str, m: re.Match[str], group: int, language: str) -> Beside | None:
    """A short form counts only where no word stands before it ('Baltimore Sun')."""
    if group == 1 and m[3] and m[3][0].isupper():
        return None  # '8 November 2022 Sunday Times'
    word = m[group].removesuffix("ที่")
    name = lookup(word, "d", language)
    short = len(word) <= 4 and word.isascii()
    if name is None or (short and not _stands_alone(text, m.start(group), word, name, language)):
        return None
    return Beside(name.number, m.start(group), m.end(group))


def _stands_alone(text: str, start: int, word: str, name: Name, language: str) -> bool:
    if language not in name.languages and ("en" not in name.languages or not word[0].isupper()):
        return False
    return not text[max(0, start - 24) : start].rpartition("\n")[2].rstrip(" ")[-1:].isalpha()
