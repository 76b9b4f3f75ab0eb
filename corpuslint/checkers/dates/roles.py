"""What each date of a document is for, and which one says when it was published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.dates.addresses import in_address, own_addresses
from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.governing import governing_label
from corpuslint.checkers.dates.labels import ROLES
from corpuslint.checkers.dates.layout import MARKS, Layout
from corpuslint.checkers.dates.placement import in_prose, unlabelled
from corpuslint.lazy import regex


class Role(NamedTuple):
    """A found date and its role.

    published, updated: labelled so; byline, dateline, standalone, title, lead (first in a line of the head): stands
    where publication dates stand; listed: of a comment or another text; other: labelled as something else;
    body: in a sentence. `start` is where its label begins, if it has one; `label` is that label, 'first' for a first
    publication, 'state' for a text's state, 'acc' for the day a source was read, 'url' for the path of its address.
    `score` ranks the candidates.
    """

    found: FoundDate
    role: str
    start: int
    score: float = 0.0
    label: str = ""


PUBLISHED = frozenset({"published", "byline", "dateline", "standalone", "title", "lead"})
_SCORES = {"published": 100.0, "byline": 62.0, "dateline": 62.0, "standalone": 50.0, "title": 45.0, "lead": 40.0, "updated": 20.0}
_LISTABLE = frozenset({"byline", "standalone", "title", "lead", "other"})
_HEAD = 1200
_REACH = 4
_RANGE = regex(r"\s{0,2}(?:[-–—~〜～]|to|till|until|through|bis|au|al|a|до|по|дейін|tot|do|til|hasta|até)\s{0,2}")
_RANGE_BEFORE = regex(r"\d\.?[ \u00a0]?[-–][ \u00a0]?\Z")
_OPEN_RANGE = regex(r"[ \u00a0]?[~〜～]")


def roles(text: str, lowered: str, found: Sequence[FoundDate], language: str) -> tuple[Role, ...]:
    """The role of every date, in text order; candidates for the publication date have a score above 0."""
    given = [Role(item, "published", item.start, label="url") for item in own_addresses(text)]
    if not found:
        return tuple(role._replace(score=_SCORES["published"]) for role in given)
    layout = Layout(text, lowered, found, language)
    first = [_role(layout, index) for index in range(len(found))]
    given += [_listed(layout, first, index) for index in range(len(found))]
    given.sort(key=lambda role: role.found.start)
    alone = sum(role.role in _SCORES for role in given) == 1
    return tuple(_scored(role, layout, alone) for role in given)


def published(given: Sequence[Role]) -> Role | None:
    """The date that the text states as its own, else its last update."""
    return max((role for role in given if role.score > 0), key=lambda role: role.score, default=None)


def _scored(role: Role, layout: Layout, alone: bool) -> Role:
    """Nearer to where the main text begins is better."""
    base = _SCORES.get(role.role)
    if base is None or role.found.day is None or alone:
        return role._replace(score=base if base and role.found.day else 0.0)
    if role.found.calendar == "h":
        base -= 5  # tabular, so perhaps a day off; a Gregorian date beside it is sure
    lines = layout.lines_to_anchor(role.found.start)
    if role.role == "standalone" and role.found.weekday and lines > 3:
        base -= 12  # today's date in a page's head, if another date stands by the text
    return role._replace(score=max(1.0, base - min(lines if lines > 0 else 8 - lines, 60) * 0.5))


def _listed(layout: Layout, given: Sequence[Role], index: int) -> Role:
    """The role, unless the date is a comment's or another text's: by a heading above, or as one of a table's rows."""
    role = given[index]
    if role.role not in _SCORES:
        return role
    in_run = _in_run(layout.text, given, index)
    if role.role == "lead" and (in_run or role.found.start > max(layout.anchor, _HEAD)):
        return role._replace(role="other")
    section = layout.section(role.found.start)
    unlabelled = role.role not in ("published", "updated") and not layout.lines[index].twice
    return role._replace(role="listed") if section == "com" or (unlabelled and (section == "rel" or in_run)) else role


def _in_run(text: str, given: Sequence[Role], index: int) -> bool:
    """Whether the date is one of three and more, of different days, at the same edge of lines close to each other."""
    run, edge = {given[index].found.day}, _edge(text, given[index])
    for step in (-1, 1):
        at = index
        while edge and 0 <= at + step < len(given) and abs(at - index) < _REACH:
            low, high = sorted((given[at].found, given[at + step].found))
            if high.first - low.last > 160 or not 1 <= text.count("\n", low.last, high.first) <= 4:
                break
            at += step
            if _edge(text, given[at]) == edge:
                run.add(given[at].found.day)
    return len(run) >= 3


def _edge(text: str, role: Role) -> tuple[bool, bool] | None:
    """Whether an unlabelled date begins and whether it ends its line; None where it does neither."""
    item = role.found
    begins = not text[max(0, item.first - 3) : item.first].rpartition("\n")[2].strip(MARKS)
    ends = text[item.last : item.last + 1] in "\r\n"
    return (begins, ends) if role.role in _LISTABLE and (begins or ends) else None


def _role(layout: Layout, index: int) -> Role:
    text, item, line = layout.text, layout.found[index], layout.lines[index]
    gloss = text[item.first - 1 : item.first] in ("(", "（") and index > 0 and layout.found[index - 1].last > line.start
    if gloss or in_address(text, item) or _is_range(text, layout.found, index):
        return Role(item, "other", item.start)
    label = governing_label(layout, index)
    start = label.start if label and label.start < item.start else item.first
    name = "" if label is None else label.tag if label.tag in ("first", "state", "acc") else label.term
    if line.prose:
        return Role(item, in_prose(text, item, line, label), start, label=name)
    if any(hit.tag == "reply" for hit in line.hits):
        return Role(item, "listed", start, label=name)
    tag = label.tag if label else ""
    return Role(item, ROLES.get(tag) or unlabelled(text, item, line, tag), start, label=name)


def _is_range(text: str, found: Sequence[FoundDate], index: int) -> bool:
    """Whether the date is an end of a span of days ('12.3. bis 15.3.2022')."""
    for a, b in ((index, index + 1), (index - 1, index)):
        apart = a >= 0 and b < len(found) and found[a].day != found[b].day and found[b].first - found[a].last < 12
        if apart and _RANGE.fullmatch(text, found[a].last, found[b].first):
            return True
    return bool(_OPEN_RANGE.match(text, found[index].last) or _RANGE_BEFORE.search(text, max(0, found[index].start - 5), found[index].start))

