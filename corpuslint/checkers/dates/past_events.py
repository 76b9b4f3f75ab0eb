"""Events told as past on days that come after publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from corpuslint.checkers.dates.contradictions import Conflict
from corpuslint.checkers.dates.roles import Role
from corpuslint.checkers.dates.tense import is_past, tenses_of
from corpuslint.rule import Rule

_DAY = timedelta(days=1)
_FAR = timedelta(days=60 * 366)  # what lies later is a slip of the year, or fiction
_MOST_EVENTS = 2


def before_event(text: str, roles: Sequence[Role], own: Role, rule: Rule, language: str) -> Iterator[Conflict]:
    """What the text tells as past on a day after all days that it gives for itself."""
    stated = [day for r in roles if r.score > 0 and r.label != "url" for day in (r.found.day, r.found.swapped) if day]
    limit = max(stated, default=date.max - _DAY) + _DAY
    past = []
    for role in roles:
        day = role.found.day
        if role.role not in ("body", "other") or role.label == "acc" or role.found.swapped or day is None or not limit < day <= limit + _FAR:
            continue
        tense = tenses_of(rule.path, language)
        if tense and is_past(text, role.found, tense):
            past.append(role.found)
    # A life or a history tells many such days: then it is the date taken for its own that is none.
    if len({item.day for item in past}) <= _MOST_EVENTS:
        yield from (Conflict("before-event", item.first, item.last, other=(own.found.first, own.found.last)) for item in past)

