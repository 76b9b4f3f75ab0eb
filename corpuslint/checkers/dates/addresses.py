"""Days in the paths of addresses, and which addresses are the text's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.lazy import regex

_MAX_ADDRESS = 200
"""Code points before a date in which the address that holds it begins."""
_ADDRESS = regex(r"[(\[<\"']?(?:\w+[:=])?(?:https?://|www\.)", re.IGNORECASE)
_ADDRESS_PATH = regex(r"://[^\s<>\"]{4,400}")
_PATH_DAY = regex(r"[/=_-]((?:19|20)\d\d)(?:([-/_])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?!\d)")
_OWN = regex(
    r"^\W*(?:(?:source|source url|url|link|permalink|original|canonical|quelle|fuente|fonte|источник|ссылка|来源|來源|出典|출처|kaynak|"
    r"źródło|zdroj|bron|källa)\W{1,4})?(?:https?|\Z)", re.IGNORECASE)


def in_address(text: str, item: FoundDate) -> bool:
    start = max(text.rfind(mark, max(0, item.start - _MAX_ADDRESS), item.start) for mark in (" ", "\n", "\t")) + 1
    return item.style == "numeric" and bool(_ADDRESS.match(text, start))


def own_addresses(text: str) -> Iterator[FoundDate]:
    """The days in the paths of addresses that are the text's own: labelled so, or alone in one of its first lines."""
    opening = _end_of_opening(text)
    for address in _ADDRESS_PATH.finditer(text):
        path = _PATH_DAY.search(address[0])
        day = path_day(address[0]) if path else None
        if path and day:
            line = text.rfind("\n", max(0, address.start() - WEIGHTS.labelled_address), address.start()) + 1
            if address.start() - line >= WEIGHTS.labelled_address:
                continue  # also where no line begins so near: then `line` is that of the text
            head = text[line : address.start()]
            bare = head.strip(" \t<(").lower() in ("http", "https")
            if _OWN.match(head) and (not bare or line <= opening):
                start, end = address.start() + path.start() + 1, address.start() + path.end()
                yield FoundDate(start, end, day.year, day.month, day.day, day, None, "numeric", first=start, last=end)


def _end_of_opening(text: str) -> int:
    """Where the lines end that open a text."""
    at = -1
    for _ in range(WEIGHTS.opening_lines):
        at = text.find("\n", at + 1)
        if at < 0:
            return len(text)
    return at


def path_day(address: str) -> date | None:
    """The day in an address: /2022/11/08/, 2022-11-08, 20221108."""
    m = _PATH_DAY.search(address)
    try:
        return date(*(int(group) for group in m.groups() if group and group.isdigit())) if m else None
    except ValueError:
        return None
