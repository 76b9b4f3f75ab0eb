"""Events told as past on days that come after publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from corpuslint.checkers.dates.contradictions import Conflict
from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.roles import Role
from corpuslint.checkers.dates.tense import is_past, tenses_of
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.rule import Rule

_DAY = timedelta(days=1)
_FAR = timedelta(days=60 * 366)
"""What lies later is a slip of the year, or fiction."""


def before_event(text: str, roles: Sequence[Role], own: Role, rule: Rule, language: str) -> Iterator[Conflict]:
    """What the text tells as past on a day after all days that it gives for itself."""
    later = _later_events(roles)
    tenses = tenses_of(rule.lists, language) if later else None
    past = [item for item in later if is_past(text, item, tenses)] if tenses else []
    # A life or a history tells many such days: then it is the date taken for its own that is none.
    if len({item.day for item in past}) <= WEIGHTS.most_events:
        yield from (Conflict("before-event", item.first, item.last, other=(own.found.first, own.found.last)) for item in past)


def _later_events(roles: Sequence[Role]) -> list[FoundDate]:
    last = max((day for role in roles if role.score > 0 and role.label != "url" for day in role.found.readings), default=None)
    return [role.found for role in roles if last and _is_event(role) and _comes_after(role.found, last)]


def _is_event(role: Role) -> bool:
    """Whether the date is in no place of a publication's, and is not the day on which a source was read."""
    return role.role in ("body", "other") and role.label != "acc"


def _comes_after(item: FoundDate, last: date) -> bool:
    return item.day is not None and item.swapped is None and _DAY < item.day - last <= _DAY + _FAR
