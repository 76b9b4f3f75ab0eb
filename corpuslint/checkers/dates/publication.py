"""The dates of a document with what each is for, and the one that says when it was published."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from corpuslint.checkers.dates import roles
from corpuslint.checkers.dates.addresses import path_day
from corpuslint.checkers.dates.finder import find
from corpuslint.document import Document, Span
from corpuslint.lazy import regex


class Publication(NamedTuple):
    """A publication date: ISO 8601 day, its span in the text (weekday included), and its role there."""

    iso: str
    span: Span
    role: str


class TextDates(NamedTuple):
    """The dates of one text with their roles, and the one that is its own."""

    roles: tuple[roles.Role, ...]
    published: roles.Role | None


@lru_cache(maxsize=1)  # both rules ask for the same text, one after the other
def _dates_of(text: str, lowered: str, language: str) -> TextDates:
    found = find(text, language)
    given = roles.roles(text, lowered, found, language)
    return TextDates(given, roles.published(given))


def dates_of(document: Document) -> TextDates:
    return _dates_of(document.text, document.lower, document.language)


def published(document: Document) -> Publication | None:
    """The publication date that the text itself states, else its last update; None where it states neither."""
    role = dates_of(document).published
    if role is None or role.found.day is None:
        return None
    day = role.found.day
    if role.found.swapped and role.found.swapped in _known_days(document):
        day = role.found.swapped
    return Publication(day.isoformat(), Span(role.found.first, role.found.last), role.role)


def _known_days(document: Document) -> set[date | None]:
    """Days that are stated beyond doubt, for a reading of 08/11/2022."""
    return {metadata_date(document), *(role.found.day for role in dates_of(document).roles if not role.found.swapped)}


_COMPACT = regex(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*")


def metadata_date(document: Document) -> date | None:
    """The full day that the metadata give: `date`, else the path of `source`."""
    stated = document.metadata.get("date") or ""
    if m := _COMPACT.fullmatch(stated):
        stated = "-".join(m.groups())
    found = (item.day for item in find(stated, document.language) if item.day)
    return next(found, None) or path_day(document.metadata.get("source") or "")
