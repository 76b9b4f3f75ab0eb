"""The rule `personal-data`: what leads to a person, wherever it stands but in code."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from typing import cast

from corpuslint.checkers.personal_data.accounts import cards, ibans
from corpuslint.checkers.personal_data.mail import addresses, is_person
from corpuslint.checkers.personal_data.phone import numbers
from corpuslint.document import Document, Span
from corpuslint.finding import Finding
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.spans import disjoint, overlaps

_ORDER = ("iban", "card", "mail", "mailbox", "phone")
"""What a place is where it could be two."""
_SIGNIFICANT = 9
"""Last digits by which numbers are the same."""
_FENCE = regex(r"^[ \t]*(```+|~~~+)[^\n`~]*\n.*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_URL = regex(r"(?:https?|ftp)://[^\s<>\"'“”]+")


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """One finding for each address or number: its places are all in which it stands."""
    silent = _silent(document.text)
    taken: list[Span] = []
    by_value: dict[tuple[str, str], list[Span]] = {}
    for kind, place in sorted(_found(document, rule), key=lambda item: (_ORDER.index(item[0]), item[1])):
        if not overlaps(silent, *place) and not overlaps(taken, *place):
            insort(taken, place)
            by_value.setdefault((kind, _value(document.lower[place.start : place.end])), []).append(place)
    for (kind, _), places in by_value.items():
        yield rule.found_many(document, kind, places)


def _found(document: Document, rule: Rule) -> Iterator[tuple[str, Span]]:
    text, lowered = document.text, document.lower
    yield from (("iban", Span(*place)) for place in ibans(text))
    yield from (("card", Span(*place)) for place in cards(text, lowered))
    yield from (("phone", Span(*place)) for place in numbers(text, lowered))
    for start, end in addresses(text, frozenset(cast("list[str]", rule.parameters["roles"]))):
        yield "mail" if is_person(text, start, end) else "mailbox", Span(start, end)


def _value(text: str) -> str:
    """An address or a number without what may be written otherwise: spaces, a country's code."""
    return text if "@" in text else "".join(filter(str.isalnum, text))[-_SIGNIFICANT:]


def _silent(text: str) -> list[tuple[int, int]]:
    """Fences and web addresses, sorted and disjoint."""
    return [(span.start, span.end) for span in disjoint(Span(*match.span()) for pattern in (_FENCE, _URL) for match in pattern.finditer(text))]
