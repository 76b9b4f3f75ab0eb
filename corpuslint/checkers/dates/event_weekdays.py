"""Events whose weekday shows another year than that of publication: 'On June 9, … in Sunday's election'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from corpuslint.checkers.dates.contradictions import WEEKDAYS, Conflict
from corpuslint.checkers.dates.names import lookup
from corpuslint.checkers.dates.roles import Role
from corpuslint.checkers.dates.tense import SENTENCE_END
from corpuslint.lazy import regex
from corpuslint.rule import Rule

_DAY_THEN = r"On (([A-Z][a-z]{2,8})\.? (\d{1,2}))(?:st|nd|rd|th)?,? (?!\d{4})"
_FIRST_EVENT_DAY = regex(_DAY_THEN)
_EVENT_DAY = regex(rf"[\n.!?](?:(?<=\n)|(?<=[.!?])\s+){_DAY_THEN}")
_EVENT_WEEKDAY = regex(r"\b(?:in|during|at|won|lost) ((Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)['’]s ([a-z-]+))")
_TOKEN = regex(r"[a-z-]+")
_MAX_SENTENCE = 500
"""Code points of the rest of a sentence that are read."""
_DAY = timedelta(days=1)


def event_weekday(text: str, own: Role, rule: Rule) -> Iterator[Conflict]:
    """'On June 9, citizens went to the polls … in Sunday's election': the same event, so the same day.

    The year is the publication's, or the one before where that day had not yet come. Where the publication date is
    but the day that stands on a page, that is doubtful as well: the page was printed later than it was written.
    """
    openings = list(_openings(text))
    events = {entry.term: entry.tag for entry in rule.lexicon("en", "events")} if openings else {}
    for opening in openings:
        day = _day_of(opening, own)
        weekday = _same_event(text, opening.end(), events) if day else None
        if day and weekday and WEEKDAYS[day.weekday()] != weekday[2]:
            evidence = {"date": opening[1], "right": WEEKDAYS[day.weekday()], "year": str(day.year), "event": weekday[1]}
            yield Conflict("event-weekday", *weekday.span(1), evidence, (own.found.first, own.found.last))
            if own.role != "published":
                yield Conflict("render-date", own.found.first, own.found.last, evidence)


def _openings(text: str) -> Iterator[re.Match[str]]:
    """Where a sentence begins with 'On June 9'; most texts have no such weekday, and are not searched."""
    if "On " in text and ("day’s " in text or "day's " in text):
        first = _FIRST_EVENT_DAY.match(text)
        yield from [first] if first else ()
        yield from _EVENT_DAY.finditer(text)


def _day_of(opening: re.Match[str], own: Role) -> date | None:
    """The last such day up to the publication."""
    name = lookup(opening[2], "m", "en")
    return _latest(own.found.day, name.number, int(opening[3])) if name and own.found.day else None


def _latest(limit: date, month: int, number: int) -> date | None:
    try:
        day = date(limit.year, month, number)
        return day if day - limit <= _DAY else date(limit.year - 1, month, number)
    except ValueError:
        return None


def _same_event(text: str, start: int, events: Mapping[str, str]) -> re.Match[str] | None:
    """'in Sunday's election' in the sentence that begins before `start`, if the sentence tells of such an event."""
    end = SENTENCE_END.search(text, start, start + _MAX_SENTENCE)
    weekday = _EVENT_WEEKDAY.search(text, start, end.start() if end else start + _MAX_SENTENCE)
    if not weekday or weekday[3] not in events:
        return None
    told = {events.get(word) for word in _TOKEN.findall(text[start : weekday.start()])}
    return weekday if events[weekday[3]] in told else None
