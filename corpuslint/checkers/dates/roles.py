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
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.hit import Hit


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


OWN = frozenset({"published", "byline", "dateline", "standalone", "title", "lead", "updated"})
"""Roles of dates that may be the text's own."""
_LISTABLE = frozenset({"byline", "standalone", "title", "lead", "other"})
_RANGE = regex(r"\s{0,2}(?:[-–—~〜～]|to|till|until|through|bis|au|al|a|до|по|дейін|tot|do|til|hasta|até)\s{0,2}")
_RANGE_BEFORE = regex(r"\d\.?[ \u00a0]?[-–][ \u00a0]?\Z")
_MAX_RANGE_BEFORE = 5
"""Code points that it takes."""
_OPEN_RANGE = regex(r"[ \u00a0]?[~〜～]")


def roles(text: str, lowered: str, found: Sequence[FoundDate], language: str) -> tuple[Role, ...]:
    """The role of every date, in text order; candidates for the publication date have a score above 0."""
    given = [Role(item, "published", item.start, label="url") for item in own_addresses(text)]
    if not found:
        return tuple(role._replace(score=WEIGHTS.scores["published"]) for role in given)
    layout = Layout(text, lowered, found, language)
    first = [_role(layout, index) for index in range(len(found))]
    given += [_listed(layout, first, index) for index in range(len(found))]
    given.sort(key=lambda role: role.found.start)
    given = _without_rows(given)
    alone = sum(role.role in OWN for role in given) == 1
    return tuple(_scored(role, layout, alone) for role in given)


def published(given: Sequence[Role]) -> Role | None:
    """The date that the text states as its own, else its last update."""
    return max((role for role in given if role.score > 0), key=lambda role: role.score, default=None)


def _scored(role: Role, layout: Layout, alone: bool) -> Role:
    """Nearer to where the main text begins is better."""
    base = WEIGHTS.scores.get(role.role)
    if base is None or role.found.day is None or alone:
        return role._replace(score=base if base and role.found.day else 0.0)
    if role.found.calendar == "h":
        base -= WEIGHTS.tabular  # tabular, so perhaps a day off; a Gregorian date beside it is sure
    lines = layout.lines_to_anchor(role.found.start)
    if role.role == "standalone" and role.found.weekday and lines > WEIGHTS.page_head_lines:
        base -= WEIGHTS.page_head  # today's date in a page's head, if another date stands by the text
    away = lines if lines > 0 else WEIGHTS.below_anchor - lines
    return role._replace(score=max(1.0, base - min(away, WEIGHTS.farthest) * WEIGHTS.line))


def _listed(layout: Layout, given: Sequence[Role], index: int) -> Role:
    """The role, unless the date is a comment's or another text's: by a heading above, or as one of a table's rows."""
    role = given[index]
    if role.role not in OWN:
        return role
    in_run = _in_run(layout.text, given, index)
    if role.role == "lead" and (in_run or role.found.start > max(layout.anchor, WEIGHTS.head)):
        return role._replace(role="other")
    section = layout.section(role.found.start)
    unlabelled = role.role not in ("published", "updated") and not layout.lines[index].twice
    return role._replace(role="listed") if section == "com" or (unlabelled and (section == "rel" or in_run)) else role


def _without_rows(given: list[Role]) -> list[Role]:
    """The roles, unlabelled dates amid the rows of a long table as `listed`, too."""
    rows = [role.found.start for role in given if role.role == "listed"]
    if len(rows) < WEIGHTS.rows:
        return given
    return [
        role._replace(role="listed") if role.role in _LISTABLE and rows[0] < role.found.start < rows[-1] else role for role in given
    ]


def _in_run(text: str, given: Sequence[Role], index: int) -> bool:
    """Whether the date is one of three and more, of different days, at the same edge of lines close to each other."""
    run, edge = {given[index].found.day}, _edge(text, given[index])
    for step in (-1, 1):
        at = index
        while edge and 0 <= at + step < len(given) and abs(at - index) < WEIGHTS.list_reach:
            low, high = sorted((given[at].found, given[at + step].found))
            if high.first - low.last > WEIGHTS.list_gap or not 1 <= text.count("\n", low.last, high.first) <= WEIGHTS.list_lines:
                break
            at += step
            if _edge(text, given[at]) == edge:
                run.add(given[at].found.day)
    return len(run) >= WEIGHTS.listed


def _edge(text: str, role: Role) -> tuple[bool, bool] | None:
    """Whether an unlabelled date begins and whether it ends its line; None where it does neither."""
    item = role.found
    begins = not text[max(0, item.first - WEIGHTS.edge_marks) : item.first].rpartition("\n")[2].strip(MARKS)
    ends = text[item.last : item.last + 1] in "\r\n"
    return (begins, ends) if role.role in _LISTABLE and (begins or ends) else None


def _role(layout: Layout, index: int) -> Role:
    text, item = layout.text, layout.found[index]
    if _is_gloss(layout, index) or in_address(text, item) or _is_range(text, layout.found, index):
        return Role(item, "other", item.start)
    label = governing_label(layout, index)
    start = label.start if label and label.start < item.start else item.first
    return Role(item, _by_place(layout, index, label), start, label=_name(label))


def _is_gloss(layout: Layout, index: int) -> bool:
    """Whether the date stands in brackets behind another one in its line: the same day in another calendar."""
    item = layout.found[index]
    bracketed = layout.text[item.first - 1 : item.first] in ("(", "（")
    return bracketed and index > 0 and layout.found[index - 1].last > layout.lines[index].start


def _by_place(layout: Layout, index: int, label: Hit | None) -> str:
    """The role by the label and the line."""
    item, line = layout.found[index], layout.lines[index]
    if line.prose:
        return in_prose(layout.text, item, line, label)
    if any(hit.tag == "reply" for hit in line.hits):
        return "listed"
    tag = label.tag if label else ""
    return ROLES.get(tag) or unlabelled(layout.text, item, line, tag)


def _name(label: Hit | None) -> str:
    if label is None:
        return ""
    return label.tag if label.tag in ("first", "state", "acc") else label.term


def _is_range(text: str, found: Sequence[FoundDate], index: int) -> bool:
    """Whether the date is an end of a span of days ('12.3. bis 15.3.2022')."""
    for a, b in ((index, index + 1), (index - 1, index)):
        apart = a >= 0 and b < len(found) and found[a].day != found[b].day
        if apart and _RANGE.fullmatch(text, found[a].last, found[b].first):
            return True
    return bool(_OPEN_RANGE.match(text, found[index].last) or _RANGE_BEFORE.search(text, max(0, found[index].start - _MAX_RANGE_BEFORE), found[index].start))

