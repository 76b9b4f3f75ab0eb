"""What each date of a document is for, and which one says when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpuslint.checkers.dates.finder import Found
from corpuslint.checkers.dates.page import LETTERS, PROSE_WORDS, Line, Page, in_address, own_addresses
from corpuslint.lazy import regex
from corpuslint.text.characters import is_unspaced
from corpuslint.text.scanner import Hit


class Role(NamedTuple):
    """A found date and its role.

    published, updated: labelled so; byline, dateline, standalone, title, lead (first in a line of the head): stands
    where publication dates stand; listed: of a comment or another text; other: labelled as something else;
    body: in a sentence. `start` is where its label begins, if it has one; `label` is that label, 'first' for a first
    publication, 'state' for a text's state, 'acc' for the day a source was read, 'url' for the path of its address.
    `score` ranks the candidates.
    """

    found: Found
    role: str
    start: int
    score: float = 0.0
    label: str = ""


PUBLISHED = frozenset({"published", "byline", "dateline", "standalone", "title", "lead"})
_SCORES = {"published": 100.0, "byline": 62.0, "dateline": 62.0, "standalone": 50.0, "title": 45.0, "lead": 40.0, "updated": 20.0}
_LABELLED = {"pub": "published", "first": "published", "today": "published", "state": "published", "upd": "updated", "oth": "other", "acc": "other"}
_LISTABLE = frozenset({"byline", "standalone", "title", "lead", "other"})
_HEAD = 1200
_REACH = 4
_PLACE_UNSPACED = 16
_BEFORE, _AFTER = 64, 40
_EAST = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_RANGE = regex(r"\s{0,2}(?:[-–—~〜～]|to|till|until|through|bis|au|al|a|до|по|дейін|tot|do|til|hasta|até)\s{0,2}")
_RANGE_BEFORE = regex(r"\d\.?[ \u00a0]?[-–][ \u00a0]?\Z")
_OPEN_RANGE = regex(r"[ \u00a0]?[~〜～]")
_PLACE = regex(r"[\s*(\[【〔]*+(?:[^\W\d_][\w.'’-]*+[\s,./()]{0,3}+){0,7}[,.(/–—:\s-]*+\Z")
_DASH_AFTER = regex(r"\s{0,2}(?:г\.|года|жыл|р\.|року)?(?:[电電讯訊]|[^.!?。\n]{0,48}?)(?:(?<=[电電讯訊])|[—–]|\s-{1,2}\s|--|[)）】〕]\s*[:.]?|:\s)")
_BREAK_AFTER = regex(r"\s*(?:$|[|•·–—.,;)\n-]|\d{1,2}[:.h]|at\s|um\s|à\s|a las\s|às\s|kl|by\s|von\s)")
_QUOTED = regex(r"^\s*(?:>|[\"“„«‘'「『])")
_REFERENCE = regex(r"\s?;\s?\d")
_HANDLE = regex(r"@\w{2,}|https?://")
_NEW_SENTENCE = regex(r"[.!?]\s+[^\W\d_]{3}|[|•·]")
_HOURS = regex(
    r"\W{0,3}(?:[^\W\d]{1,4}\s)?\d{1,2}(?:[.:h]\d\d|\s?(?:h|Uhr|[ap]\.?m\b\.?))*\s?(?:[-–—]|à|bis|to|a|al|до)\s?"
    r"\d{1,2}(?:[.:h]\d\d|\s?(?:h|Uhr|[ap]\.?m\b))",
    re.IGNORECASE,
)
_COLUMN_GAP = regex(r"\t|[ \u00a0]{3}")
_WHOLE_SENTENCE = regex(r"\w\w[。।]\s*\Z")
_SHORT_SENTENCE = regex(r"[^\W\d_]{2,} [^\W\d_]{3,}[.!?]\s*\Z")
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "।", ":")
_SOMETHING = regex(r"\S")
_MARKS = " \t*•-–([|·"


def roles(text: str, lowered: str, found: Sequence[Found], language: str) -> tuple[Role, ...]:
    """The role of every date, in text order; candidates for the publication date have a score above 0."""
    given = [Role(item, "published", item.start, label="url") for item in own_addresses(text)]
    if not found:
        return tuple(role._replace(score=_SCORES["published"]) for role in given)
    page = Page(text, lowered, found, language)
    first = [_role(page, index) for index in range(len(found))]
    given += [_listed(page, first, index) for index in range(len(found))]
    given.sort(key=lambda role: role.found.start)
    alone = sum(role.role in _SCORES for role in given) == 1
    return tuple(_scored(role, page, alone) for role in given)


def published(given: Sequence[Role]) -> Role | None:
    """The date that the text states as its own, else its last update."""
    return max((role for role in given if role.score > 0), key=lambda role: role.score, default=None)


def _scored(role: Role, page: Page, alone: bool) -> Role:
    """Nearer to where the main text begins is better."""
    base = _SCORES.get(role.role)
    if base is None or role.found.day is None or alone:
        return role._replace(score=base if base and role.found.day else 0.0)
    if role.found.calendar == "h":
        base -= 5  # tabular, so perhaps a day off; a Gregorian date beside it is sure
    lines = page.lines_to_anchor(role.found.start)
    if role.role == "standalone" and role.found.weekday and lines > 3:
        base -= 12  # today's date in a page's head, if another date stands by the text
    return role._replace(score=max(1.0, base - min(lines if lines > 0 else 8 - lines, 60) * 0.5))


def _listed(page: Page, given: Sequence[Role], index: int) -> Role:
    """The role, unless the date is a comment's or another text's: by a heading above, or as one of a table's rows."""
    role = given[index]
    if role.role not in _SCORES:
        return role
    in_run = _in_run(page.text, given, index)
    if role.role == "lead" and (in_run or role.found.start > max(page.anchor, _HEAD)):
        return role._replace(role="other")
    section = page.section(role.found.start)
    unlabelled = role.role not in ("published", "updated") and not page.lines[index].twice
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
    begins = not text[max(0, item.first - 3) : item.first].rpartition("\n")[2].strip(_MARKS)
    ends = text[item.last : item.last + 1] in "\r\n"
    return (begins, ends) if role.role in _LISTABLE and (begins or ends) else None


def _in_quote(head: str) -> bool:
    """Whether a quotation is open at the end of the stretch."""
    pairs = (("„", "“"), ("«", "»"), ("「", "」"), ("『", "』")) if "„" in head else (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"))
    return head.count('"') % 2 == 1 or any(head.rfind(opening) > head.rfind(closing) for opening, closing in pairs)


def _role(page: Page, index: int) -> Role:
    text, item, line = page.text, page.found[index], page.lines[index]
    gloss = text[item.first - 1 : item.first] in ("(", "（") and index > 0 and page.found[index - 1].last > line.start
    if gloss or in_address(text, item) or _is_range(text, page.found, index):
        return Role(item, "other", item.start)
    label = _label(page, index)
    start = label.start if label and label.start < item.start else item.first
    name = "" if label is None else label.tag if label.tag in ("first", "state", "acc") else label.term
    if line.prose:
        return Role(item, _in_prose(text, item, line, label), start, label=name)
    if any(hit.tag == "reply" for hit in line.hits):
        return Role(item, "listed", start, label=name)
    tag = label.tag if label else ""
    return Role(item, _LABELLED.get(tag) or _unlabelled(text, item, line, tag), start, label=name)


def _is_range(text: str, found: Sequence[Found], index: int) -> bool:
    """Whether the date is an end of a span of days ('12.3. bis 15.3.2022')."""
    for a, b in ((index, index + 1), (index - 1, index)):
        apart = a >= 0 and b < len(found) and found[a].day != found[b].day and found[b].first - found[a].last < 12
        if apart and _RANGE.fullmatch(text, found[a].last, found[b].first):
            return True
    return bool(_OPEN_RANGE.match(text, found[index].last) or _RANGE_BEFORE.search(text, max(0, found[index].start - 5), found[index].start))


def _label(page: Page, index: int) -> Hit | None:
    """The label that governs the date: before it in its line, all of the line above, or right behind it."""
    item, line = page.found[index], page.lines[index]
    near = page.near(index, _BEFORE, _AFTER)
    after = _label_after(page, [hit for hit in near if hit.start >= item.last], item)
    if after and after.tag == "oth":
        return after
    hits = [hit for hit in near if hit.end <= item.first and hit.tag not in ("com", "rel", "reply")]
    if hits:
        before = _label_before(page, hits, item, line)
        return after if after and (before is None or before.tag == "by") else before
    if line.start and not page.text[line.start : min(item.first, line.start + 20)].strip(_MARKS + ":"):
        return _label_above(page, line) or after
    return after


def _label_before(page: Page, hits: Sequence[Hit], item: Found, line: Line) -> Hit | None:
    # 'Editor's note (added 8 November 2022)' is an update.
    # 'Privacy policy last updated 8 November 2022' is the policy's.
    pair = (hits[-2].tag, hits[-1].tag) if len(hits) > 1 and hits[-1].start - hits[-2].end <= 2 else ()
    hit = hits[-2] if pair in (("upd", "pub"), ("oth", "pub"), ("oth", "upd")) else hits[-1]
    gap = page.text[hits[-1].end : item.first]
    reach = 0 if is_unspaced(hit.term[0]) else 1 if hit.tag == "oth" and line.prose else 5
    return hit if len(LETTERS.findall(gap)) <= reach and not _NEW_SENTENCE.search(gap) else None


def _label_above(page: Page, line: Line) -> Hit | None:
    """The label that is all of the line above ('Published' ⏎ '8 November 2022')."""
    start, end, hits = page.hits_above(line.start)
    hits = [hit for hit in hits if hit.tag in _LABELLED and hit.tag != "today"]
    if not hits:
        return None
    others = LETTERS.findall(page.text[start : hits[0].start] + page.text[hits[-1].end : end])
    free = 1 if hits[-1].tag == "oth" and not _EAST.search(page.text, start, end) else 0
    return hits[-1] if len(others) <= free else None


def _label_after(page: Page, hits: Sequence[Hit], item: Found) -> Hit | None:
    for hit in hits:
        gap = page.text[item.last : hit.start]
        if hit.tag == "oth" and not gap.strip() and _EAST.match(hit.term):
            return hit
        # 'am 17. März 2021 von Ina in Allgemein veröffentlicht.'
        reach = 4 if page.text[hit.end : hit.end + 2].strip(" .") in ("", "\n") else 2
        if hit.tag in ("pub", "upd") and len(LETTERS.findall(gap)) <= reach and "|" not in gap:
            return hit if len(hit.term) > 2 else None
    return None


def _in_prose(text: str, item: Found, line: Line, label: Hit | None) -> str:
    head, tail = text[line.start : min(item.first, line.start + 200)], text[item.last : item.last + 60]
    role = _LABELLED.get(label.tag, "") if label else ""
    if label and role in ("published", "updated"):
        begins = not text[max(line.start, label.start - 40) : label.start].strip(_MARKS)
        if label.tag == "today":
            gap = text[label.end : item.first].strip()
            return role if gap in ("(", "（") or (gap == "," and begins) else "body"
        if begins and label.start - line.start < 40 and _BREAK_AFTER.match(tail):
            return role
    if len(head) > 70 or _QUOTED.match(head):
        return "body"
    dash = _DASH_AFTER.match(tail)
    if not head.strip(_MARKS) and dash and dash.end() < 4:
        return "dateline"
    if not head.strip() and line.words <= 24 and not text[item.last : line.end].rstrip().endswith(_SENTENCE_ENDS):
        return "lead"
    return "dateline" if dash and _PLACE.match(head) and _is_place(head) else "body"


def _is_place(head: str) -> bool:
    """Names in capitals, or few words that all begin with one ('ASTANA,' 'Berlin (dpa),' '（新华社北京')."""
    words = LETTERS.findall(head)
    if len(head) > _PLACE_UNSPACED and any(map(is_unspaced, head)):
        return False
    return head[:1] in ("(", "（", "【", "[", "〔") or (0 < len(words) <= 6 and not any(word[0].islower() for word in words))


def _unlabelled(text: str, item: Found, line: Line, tag: str) -> str:
    head, tail = text[line.start : item.first], text[item.last : line.end]
    if (_HANDLE.search(head) and line.words > 1) or (item.style == "short" and line.words > 8) or _REFERENCE.match(tail):
        return "other"
    if _HOURS.match(tail):
        return "other"  # an event lasts from one hour to another, a publication has one
    column = _COLUMN_GAP.search(tail)
    if column and not LETTERS.search(head + tail[: column.start()]):
        return "standalone"  # alone in its column: a newspaper's head, with the price beside it
    if _in_quote(head) or head.lstrip().startswith(">"):
        return "other"
    if _WHOLE_SENTENCE.search(tail) or (line.words <= 3 and _SHORT_SENTENCE.search(tail)):
        return "other"
    if line.words <= 3:
        return "standalone"
    begins, ends = not LETTERS.search(head), len(LETTERS.findall(tail)) <= 1
    names = sum(word[0].islower() for word in LETTERS.findall(head)) <= 1
    if tag == "by" or line.separated or line.twice or (names and head.rstrip().endswith(",")):
        return "byline"
    if (begins or ends) and line.words <= 8 and not _SOMETHING.search(text, 0, line.start):
        return "title"
    if ends and line.words <= 7 and names:
        return "byline"
    plain = sum(word[0].islower() for word in LETTERS.findall(tail))
    lead = begins and line.words <= PROSE_WORDS and 3 * plain <= line.words and not tail.rstrip().endswith(_SENTENCE_ENDS)
    return "lead" if lead else "other"
