"""The weekday that stands before or behind a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpuslint.checkers.dates.names import NAME_WORD, Name, ends_weekday, lookup
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.languages import east_asian


class Beside(NamedTuple):
    """A weekday (Monday 1, none 0) and the span of the date with it."""

    number: int
    start: int
    end: int


_EAST_ASIAN = {char: number for row in ("月火水木金土日", "一二三四五六日", "월화수목금토일") for number, char in enumerate(row, 1)}
_EAST_ASIAN["天"] = 7
_EAST_AFTER = regex(r"\s{0,2}[（(\[]?(?:星期|周|週|礼拜|禮拜)?([月火水木金土日一二三四五六天월화수목금토])(?:曜日?|요일)?[)）\]]?")
_LINKS = ("den", "der", "dem", "the", "am", "le", "el", "día", "dia", "ngày", "dnia", "ji", "on", "il", "de", "d", "วันที่")
_MAX_LAST_WORD, _MAX_BEFORE, _MAX_LINE = 20, 32, 24
"""Code points before a date, or before a weekday's short form, in which its words are looked for."""
_LAST_WORD = regex(r"([^\s\d,.،()|/:;–—>«\"“-]+)[,.،\s]{0,4}\Z")
_BEFORE = regex(
    rf"(?:({NAME_WORD})([ \u00a0-]))?({NAME_WORD})[,.،]{{0,2}}[ \t\u00a0]{{0,2}}(?P<link>(?:{'|'.join(_LINKS)})\.?\s)?\Z"
)
_AFTER = regex(
    r"\.?[ \t\u00a0]?(?:г\.|года|р\.|року|г|жылы|ж\.|წ\.|d\.)?[ \t\u00a0]?[,(（\[]?\s?"
    rf"({NAME_WORD})(?:([ \u00a0-])({NAME_WORD}))?(?![ \u00a0][^\W\d_])"
)


def weekday_beside(text: str, start: int, end: int, eastern: bool, language: str) -> Beside:
    """The weekday beside the date at `start` to `end`."""
    before = _words_before(text, start)
    if before and (beside := _before(text, before, start, end, language)):
        return beside
    return _east_asian(text, start, end, eastern, language) or _after(text, start, end, language) or Beside(0, start, end)


def _before(text: str, words: re.Match[str], start: int, end: int, language: str) -> Beside | None:
    """The weekday that these words are; after 'Monday the' the date belongs to what follows, and has none."""
    if words[1] and words[3].lower() in _LINKS:
        found, link = _one_word(text, words, 1, language), words[3]
    else:
        found, link = _two_words(words, language) or _one_word(text, words, 3, language), (words["link"] or "").rstrip()
        if found is None:
            return None
    return Beside(found.number, found.start, end) if found and link != "the" else Beside(0, start, end)


def _east_asian(text: str, start: int, end: int, eastern: bool, language: str) -> Beside | None:
    """'（水）' or '星期三' right behind the date; a character alone may be the next word."""
    after = _EAST_AFTER.match(text, end) if eastern or language in east_asian() else None
    return Beside(_EAST_ASIAN[after[1]], start, after.end()) if after and after[0].strip() != after[1] else None


def _after(text: str, start: int, end: int, language: str) -> Beside | None:
    words = _AFTER.match(text, end)
    found = (_two_words(words, language) or _one_word(text, words, 1, language)) if words else None
    return Beside(found.number, start, found.end) if found else None


def _words_before(text: str, start: int) -> re.Match[str] | None:
    """The words before a date, if the last of them can end a weekday's name; most cannot, and cost no more than this look."""
    tail = _LAST_WORD.search(text, max(0, start - _MAX_LAST_WORD), start)
    if tail is None or not (ends_weekday(tail[1]) or tail[1].lower() in _LINKS):
        return None
    return _BEFORE.search(text, max(0, start - _MAX_BEFORE), start)


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
    short = len(word) <= WEIGHTS.short_name and word.isascii()
    if name is None or (short and not _stands_alone(text, m.start(group), word, name, language)):
        return None
    return Beside(name.number, m.start(group), m.end(group))


def _stands_alone(text: str, start: int, word: str, name: Name, language: str) -> bool:
    if language not in name.languages and ("en" not in name.languages or not word[0].isupper()):
        return False
    return not text[max(0, start - _MAX_LINE) : start].rpartition("\n")[2].rstrip(" ")[-1:].isalpha()
