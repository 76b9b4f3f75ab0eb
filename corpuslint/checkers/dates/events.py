"""Events told as past on days that come after publication, and events whose weekday shows another year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpuslint.checkers.dates.conflicts import WEEKDAYS, Conflict
from corpuslint.checkers.dates.finder import Found
from corpuslint.checkers.dates.names import lookup
from corpuslint.checkers.dates.roles import Role
from corpuslint.lazy import regex
from corpuslint.rule import Rule, lexicon_of


class _Tense(NamedTuple):
    words: Mapping[str, str]
    endings: Mapping[str, str]
    language: str


_SENTENCE_END = regex(r"[.!?…][\"”»)]?(?=\s)|[。！？]|\n|[।۔؟]")
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKED_WORD = regex(r"[^\s\d!-&(-@\[-`{-~«»“”„…—،؛。、]+")
_UNSPACED = frozenset({"zh", "ja", "ko", "th"})
_VERB_SECOND = frozenset({"de", "nl", "sv", "da", "nb"})
_POSTPOSITIONS = frozenset({"tr", "az", "kk", "uz", "hi", "bn", "fi", "hu"})
# Words that make the next one an adjective or a noun, whatever its ending.
_ARTICLES: Mapping[str, frozenset[str]] = {
    "en": frozenset(["a", "all", "an", "any", "her", "his", "its", "no", "of", "some", "the", "their", "these", "this", "those"]),
    "de": frozenset(["das", "dem", "den", "der", "des", "die", "diese", "dieser", "ein", "eine", "einem", "einen", "einer", "und"]),
    "nl": frozenset(["de", "deze", "die", "dit", "een", "het"]),
}
_CLAUSE = regex(r"[,;:，；、—–]|\s-\s")
_DAY_THEN = r"On (([A-Z][a-z]{2,8})\.? (\d{1,2}))(?:st|nd|rd|th)?,? (?!\d{4})"
_FIRST_EVENT_DAY = regex(_DAY_THEN)
_EVENT_DAY = regex(rf"[\n.!?](?:(?<=\n)|(?<=[.!?])\s+){_DAY_THEN}")
_EVENT_WEEKDAY = regex(r"\b(?:in|during|at|won|lost) ((Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)['’]s ([a-z-]+))")
_TOKEN = regex(r"[a-z-]+")
_DAY = timedelta(days=1)
_FAR = timedelta(days=60 * 366)  # what lies later is a slip of the year, or fiction
_HEAD_LINES = 5
_MOST_EVENTS = 2
_QUOTE = regex(r"[\"“«„「]\s*\Z")


def before_event(text: str, roles: Sequence[Role], own: Role, rule: Rule, language: str) -> Iterator[Conflict]:
    """What the text tells as past on a day after all days that it gives for itself."""
    stated = [day for r in roles if r.score > 0 and r.label != "url" for day in (r.found.day, r.found.swapped) if day]
    limit = max(stated, default=date.max - _DAY) + _DAY
    past = []
    for role in roles:
        day = role.found.day
        if role.role not in ("body", "other") or role.label == "acc" or role.found.swapped or day is None or not limit < day <= limit + _FAR:
            continue
        tense = _tense(rule.path, language)
        if tense and _is_past(text, role.found, tense):
            past.append(role.found)
    # A life or a history tells many such days: then it is the date taken for its own that is none.
    if len({item.day for item in past}) <= _MOST_EVENTS:
        yield from (Conflict("before-event", item.first, item.last, other=(own.found.first, own.found.last)) for item in past)


@cache
def _tense(path: Path, language: str) -> _Tense | None:
    entries = lexicon_of(path, language, "tense")
    if not entries:
        return None
    words = {entry.term: entry.tag for entry in entries if not entry.term.startswith("-")}
    endings = {entry.term[1:]: entry.tag for entry in entries if entry.term.startswith("-")}
    return _Tense(words, endings, language)


def _is_past(text: str, item: Found, tense: _Tense) -> bool:
    """A past form governs the date, and nothing in the sentence is yet to come."""
    start, end = _sentence(text, item)
    before, after = text[start : item.first], text[item.last : end]
    if _QUOTE.search(text[max(0, start - 2) : start]) or before[:1] in ("\"", "“", "«", "„", "「"):
        return False
    if tense.language in _UNSPACED:
        told = {tag for word, tag in tense.words.items() if word in (before if tag == "plan" else "") + after}
        return told == {"past"}
    tags_before, tags_after = _tags(before, tense), _tags(after, tense)
    if "limit" in tags_before[-2:] or (tense.language in _POSTPOSITIONS and "limit" in tags_after[:2]):
        return False
    if "plan" in tags_before or "plan" in tags_after:
        return False
    # The verb stands second in Germanic main clauses; elsewhere it may come late.
    reach, late = (2, 3) if tense.language in _VERB_SECOND else (6, 14)
    clause = _tags(_CLAUSE.split(before)[-1], tense)
    verb = max((at for at, tag in enumerate(clause) if tag == "past"), default=0)
    if "tell" in clause or "limit" in clause[verb + 1 :]:
        return False  # 'announced a concert on', 'was named captain for the match on 8 November 2022'
    if _has_past(clause[-reach:], clause + tags_after, tense):
        return True
    opens = tags_before[:1] == ["open"] and len(tags_before) <= 7 and {"past", "now", "aux"}.isdisjoint(tags_before)
    return (opens or len(tags_before) <= 3) and _has_past(tags_after[:late], tags_after, tense)


def _has_past(tags: list[str], whole: list[str], tense: _Tense) -> bool:
    if "past" in tags or "aux" not in tags:
        return "past" in tags and "now" not in tags
    at = whole.index("aux")
    return "part" in whole[at + 1 : at + (15 if tense.language in _VERB_SECOND else 4)]


def _sentence(text: str, item: Found) -> tuple[int, int]:
    floor = max(0, item.first - 300)
    start = floor
    for m in _SENTENCE_END.finditer(text, floor, item.first):
        start = m.end()
    stop = _SENTENCE_END.search(text, item.last, item.last + 400)
    start += len(text[start : item.first]) - len(text[start : item.first].lstrip())
    return start, stop.start() if stop else min(len(text), item.last + 400)


def _tags(stretch: str, tense: _Tense) -> list[str]:
    words = (_WORD if stretch.isascii() else _MARKED_WORD).findall(stretch)
    return [_tag(word, before, tense) for before, word in zip(["", *words], words, strict=False)]


def _tag(word: str, before: str, tense: _Tense) -> str:
    """The tag of a word; an ending tells nothing of a name, of a short word, or of what an article makes an adjective."""
    lowered = word.lower()
    if known := tense.words.get(lowered):
        return known
    if len(word) < 4 or word[0].isupper() or before.lower() in _ARTICLES.get(tense.language, ()):
        return ""
    return next((tense.endings[word[-n:]] for n in range(min(7, len(word) - 2), 0, -1) if word[-n:] in tense.endings), "")


def event_weekday(text: str, own: Role, rule: Rule) -> Iterator[Conflict]:
    """'On June 9, citizens went to the polls … in Sunday's election': the same event, so the same day.

    The year is the publication's, or the one before where that day had not yet come. Where the publication date is
    but the day in the head of a page, that is doubtful as well: the page was printed later than it was written.
    """
    if own.found.day is None or "On " not in text or not ("day’s " in text or "day's " in text):
        return
    first = _FIRST_EVENT_DAY.match(text)
    openings = (*([first] if first else ()), *_EVENT_DAY.finditer(text))
    events = {entry.term: entry.tag for entry in rule.lexicon("en", "events")} if openings else {}
    for opening in openings:
        name = lookup(opening[2], "m", "en")
        day = _latest(own.found.day, name.number, int(opening[3])) if name else None
        weekday = _same_event(text, opening.end(), events) if day else None
        if day and weekday and WEEKDAYS[day.weekday()] != weekday[2]:
            evidence = {"date": opening[1], "right": WEEKDAYS[day.weekday()], "year": str(day.year), "event": weekday[1]}
            yield Conflict("event-weekday", *weekday.span(1), evidence, (own.found.first, own.found.last))
            if own.role != "published" and text.count("\n", 0, own.found.first) <= _HEAD_LINES:
                yield Conflict("render-date", own.found.first, own.found.last, evidence)


def _same_event(text: str, start: int, events: Mapping[str, str]) -> re.Match[str] | None:
    """'in Sunday's election' in the sentence that begins before `start`, if the sentence tells of such an event."""
    end = _SENTENCE_END.search(text, start, start + 500)
    weekday = _EVENT_WEEKDAY.search(text, start, end.start() if end else min(len(text), start + 500))
    if not weekday or weekday[3] not in events:
        return None
    told = {events.get(word) for word in _TOKEN.findall(text[start : weekday.start()])}
    return weekday if events[weekday[3]] in told else None


def _latest(limit: date, month: int, number: int) -> date | None:
    """The last such day up to the limit."""
    try:
        day = date(limit.year, month, number)
        return day if day <= limit + _DAY else date(limit.year - 1, month, number)
    except ValueError:
        return None
