"""Sentences, by stops, line breaks and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint.lazy import regex
from corpuslint.text.punctuation import BEHIND_STOP, EAST_ASIAN_STOPS, OTHER_STOPS, STOPS
from corpuslint.text.spans import Span

_WIDE_STOPS = f"{EAST_ASIAN_STOPS}｡"
# This and the next begin with a set of characters, which `re` looks for without an attempt at every place.
_BLANK = regex(r"(?:\r\n|\n|\r)(?:[ \t\u00a0]*(?:\r\n|\n|\r))+[ \t\u00a0]*")
# A sentence's end or a line's.
_END = regex(
    rf"[{STOPS}{_WIDE_STOPS}{OTHER_STOPS}\r\n](?:(?<=[{STOPS}])[{STOPS}]*[{BEHIND_STOP}]*(?=[ \t\u00a0\r\n]|$)"
    rf"|(?<=[{_WIDE_STOPS}])[{_WIDE_STOPS}]*[」』”’）]*|(?<=[{OTHER_STOPS}])[{OTHER_STOPS}]*|(?<=\n)|(?<=\r)\n?)"
)
# Abbreviations after which a full stop ends no sentence, whatever follows.
_ABBREVIATIONS = frozenset([
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mt", "Jr", "Sr", "Gen", "Col", "Lt", "Sgt", "Capt", "Sen", "Rep", "Gov", "Rev", "Hon",
    "Moh", "vs", "etc", "cf", "al", "ed", "eds", "vol", "p", "pp", "No", "Nr", "Art", "fig", "Fig", "approx", "ca", "bzw", "usw",
    "Abs", "Hr", "Fr", "Inc", "Ltd", "Co", "Corp", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov",
    "Dec", "г", "гг", "ул", "им", "тыс", "млн", "млрд", "руб", "стр",
])
_ABBREVIATION = regex(
    rf"(?:^|[\s(\[“\"'])(?:[^\W\d_]|{'|'.join(sorted(_ABBREVIATIONS))}|(?:[^\W\d_]\.)+[^\W\d_])\Z"
)
_MAX_ABBREVIATION = 12
"""Code points before a full stop in which an abbreviation is looked for."""
_MAX_BETWEEN = 3
"""Code points between a stop and the first letter behind it: white space and an opening mark."""
_WRAPPED = range(45, 111)
"""Code points of a line in hard-wrapped text, whose break ends no sentence."""


def sentence_at(text: str, offset: int, reach: int) -> Span:
    """The sentence around a place, trimmed, found in its neighbourhood alone (at most `reach` code points to each side).

    A blank line always ends one, a line break ends one unless the text is wrapped.
    """
    left, right = max(0, offset - reach), min(len(text), offset + reach)
    for blank in _BLANK.finditer(text, left, offset):
        left = blank.end()
    if following := _BLANK.search(text, offset, right):
        right = following.start()
    return next((span for span in _sentences(text, _trim(text, left, right)) if offset < span.end), Span(left, right))


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _END.finditer(text, *paragraph):
        if match[0] in ("\n", "\r\n", "\r"):
            if not _breaks(text, match, paragraph):
                continue
            end = match.start()
        elif _ends_sentence(text, match, paragraph.start):
            end = match.end()
        else:
            continue
        span = _trim(text, start, end)
        if span.start < span.end:
            yield span
            start = end
    rest = _trim(text, start, paragraph.end)
    if rest.start < rest.end:
        yield rest


def _ends_sentence(text: str, match: re.Match[str], floor: int) -> bool:
    if match[0][0] not in ".…":
        return True
    following = text[match.end() : match.end() + _MAX_BETWEEN].lstrip(" \t\u00a0\r\n“\"'‘«([—–-")
    if following[:1].islower():
        return False
    return match[0] != "." or not _is_abbreviated(text, max(floor, match.start() - _MAX_ABBREVIATION), match.start())


def _is_abbreviated(text: str, floor: int, end: int) -> bool:
    _, space, word = text[floor:end].rpartition(" ")
    if space and word.isalpha():
        return len(word) == 1 or word in _ABBREVIATIONS
    return bool(_ABBREVIATION.search(text, floor, end))


def _breaks(text: str, newline: re.Match[str], paragraph: Span) -> bool:
    """Whether a line break ends a sentence: not in hard-wrapped text, nor before a lower-case letter."""
    following = text[newline.end() : newline.end() + 1]
    if following.islower():
        return False
    start = max(text.rfind("\n", paragraph.start, newline.start()), text.rfind("\r", paragraph.start, newline.start()))
    return newline.start() - max(start + 1, paragraph.start) not in _WRAPPED
