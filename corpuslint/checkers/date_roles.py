"""What each date of a document is for, and which one says when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from corpuslint.checkers.date_finder import Found
from corpuslint.checkers.date_names import heading, labels
from corpuslint.scanner import Hit


class Role(NamedTuple):
    """A found date and its role.

    published, updated: labelled so; byline, dateline, standalone, title, lead (first in a line of the head): stands
    where publication dates stand; listed: of a comment or another text; other: labelled as something else; body: in a sentence.
    `start` is where its label begins, if it has one; `score` ranks the candidates of a document.
    """

    found: Found
    role: str
    start: int
    score: float
    label: str = ""


PUBLISHED = frozenset({"published", "byline", "dateline", "standalone", "title", "lead"})
_SCORES = {"published": 100.0, "byline": 62.0, "dateline": 62.0, "standalone": 50.0, "title": 45.0, "lead": 40.0, "updated": 20.0}
_LOOKED_AT = 20_000
_LONG = re.compile(r"^[ \t|]*[^\n|•]{120,}", re.MULTILINE)
_LONG_UNSPACED = re.compile(r"^[^\n|•a-zA-Z]{50,119}$", re.MULTILINE)
_PLACED = frozenset({"byline", "standalone", "title", "lead", "other"})
_PROSE_WORDS = 14
_WINDOW = 64
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SHORT = re.compile(r"^[^\w\n]{0,9}(\S[^\n]{2,40})$", re.MULTILINE)
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TIME = re.compile(
    r"\d{1,2}\s?[:.h時时시点點]\s?\d{2}(?:[:.]\d\d)?|\d+|\b(?:a\.?m|p\.?m|uhr|hrs?|gmt|utc|[ecmp][sd]t|ist|cest|cet|bst|jst|kst|"
    r"wib|wita|msk|ae[sd]t|at|um|kl|klo|mins?|minutes?|read|lesezeit|views?)\b"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SEPARATOR = re.compile(r"[|•·–—/»«>]|\s-\s|\t")
_RANGE = re.compile(r"\s{0,2}(?:[-–—~〜～]|to|till|until|through|bis|au|al|a|до|по|дейін|tot|do|til|hasta|até|—)\s{0,2}(?=\d|[^\W\d_])")
_PLACE = re.compile(r"[\s*(\[【〔]*+(?:[^\W\d_][\w.'’-]*+[\s,./()]{0,3}+){0,7}[,.(/–—:\s-]*+\Z")
_DASH_AFTER = re.compile(r"\s{0,2}(?:г\.|года|жыл|р\.|року)?[^.!?。\n]{0,48}?(?:[—–]|\s-{1,2}\s|--|[)）】〕]\s*[:.]?|:\s)")
_QUOTED = re.compile(r"^\s*(?:>|[\"“„«‘'「『])")
_HANDLE = re.compile(r"@\w{2,}|https?://")
_ADDRESS = re.compile(r"[(\[<\"']?(?:\w+[:=])?(?:https?://|www\.)", re.IGNORECASE)
_ADDRESS_LINE = re.compile(r"^[ \t]*([^\n:]{0,24}:?[ \t]*?)[<(]?((?:https?://|www\.)[^\s<>]{4,400})[>)]?[ \t]*$", re.MULTILINE | re.IGNORECASE)
_PATH_DAY = re.compile(r"[/=_-]((?:19|20)\d\d)(?:([-/_])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?!\d)")
_OWN_URL = re.compile(r"^\W*(?:source|source url|url|link|permalink|original|canonical|quelle|fuente|fonte|источник|ссылка|来源|來源|出典|출처|kaynak|źródło|zdroj|bron|källa)\W{0,4}\Z", re.IGNORECASE)


class _Line(NamedTuple):
    start: int
    end: int
    prose: bool
    words: int
    separated: bool
    twice: bool


def roles(text: str, lowered: str, found: Sequence[Found], language: str) -> tuple[Role, ...]:
    """The role of every date, in text order; candidates for the publication date have a score."""
    page = _Page(text, lowered, found[0].start if found else 0)
    lines: dict[int, _Line] = {}
    given = []
    for index, item in enumerate(found):
        start = text.rfind("\n", 0, item.start) + 1
        if start not in lines:
            lines[start] = _line(text, lowered, start, found, index, language)
        role = _role(text, lowered, found, index, lines[start], language)
        given.append(role)
    given = [_listed(role, page, lines[text.rfind("\n", 0, role.found.start) + 1], _in_run(given, n, text)) for n, role in enumerate(given)]
    given = sorted([*given, *_own_addresses(text, lowered)], key=lambda role: role.found.start)
    if sum(role.role in _SCORES for role in given) == 1:
        return tuple(role._replace(score=_SCORES.get(role.role, 0.0) if role.found.day else 0.0) for role in given)
    return tuple(_scored(role, page) for role in given)


def published(given: Sequence[Role]) -> Role | None:
    """The date that the text states as its own, else its last update."""
    return max((role for role in given if role.score > 0), key=lambda role: role.score, default=None)


def _listed(role: Role, page: _Page, line: _Line, in_run: bool) -> Role:
    """The same, unless it is a comment's or another text's: by a heading above, or as one of a table's rows."""
    if role.role not in _SCORES:
        return role
    labelled = role.role in ("published", "updated")
    if role.role == "lead" and (in_run or role.found.start > max(page.anchor, 1200)):
        return role._replace(role="other")
    section = page.section(role.found.start)
    if section == "com" or (not labelled and not line.twice and (section == "rel" or in_run)):
        return role._replace(role="listed")
    return role


def _in_run(given: Sequence[Role], n: int, text: str) -> bool:
    """Whether the date is one of three and more, of different days, at the edge of lines close to each other."""
    run = {given[n].found.day}
    for step in (-1, 1):
        at = n
        while 0 <= at + step < len(given) and len(run) < 3 and given[at].role in _PLACED and _is_edge(text, given[at].found):
            low, high = sorted((given[at].found, given[at + step].found))
            if not 1 <= text.count("\n", low.last, high.first) <= 4 or high.first - low.last > 160:
                break
            at += step
            if given[at].role in _PLACED and _is_edge(text, given[at].found):
                run.add(given[at].found.day)
    return len(run) >= 3


def _is_edge(text: str, item: Found) -> bool:
    """Whether a date begins or ends its line."""
    return not text[max(0, item.first - 3) : item.first].rpartition("\n")[2].strip(" •*-|\t") or text[item.last : item.last + 1] in "\r\n"


def _scored(role: Role, page: _Page) -> Role:
    """Nearer to where the main text begins is better; a date of the page's head stands farther off than the article's."""
    base, at, text = _SCORES.get(role.role), role.found.start, page.text
    if base is None or role.found.day is None:
        return role
    if role.found.calendar == "h":
        base -= 5  # tabular, so perhaps a day off; a Gregorian date beside it is sure
    anchor = page.anchor
    if role.role == "standalone" and role.found.weekday and text.count("\n", at, anchor) > 3:
        base -= 12  # a page's head with today's date, if another date stands by the text
    distance = text.count("\n", at, anchor) if at < anchor else text.count("\n", anchor, min(at, anchor + 6000)) + 8
    return role._replace(score=max(1.0, base - min(distance, 60) * 0.5))


class _Page:
    """Where the main text begins, and the headings of comments and of lists of other texts; looked for when asked."""

    def __init__(self, text: str, lowered: str, first: int) -> None:
        self.text, self._lowered, self._searched = text, lowered, max(0, first - 2000)
        self._headings: list[tuple[int, str, bool]] = []

    @cached_property
    def anchor(self) -> int:
        """The first long line with half of all long lines' text close below it."""
        long = [m.span() for m in _LONG.finditer(self.text, 0, _LOOKED_AT)]
        if _UNSPACED.search(self.text, 0, 4000):
            long = sorted(long + [m.span() for m in _LONG_UNSPACED.finditer(self.text, 0, _LOOKED_AT)])
        half = min(sum(end - start for start, end in long), 4000) / 2
        for start, _ in long:
            if sum(e - s for s, e in long if start <= s < start + 4000) >= half:
                return start
        return min(len(self.text), 120)

    @cached_property
    def is_long(self) -> bool:
        return bool(_LONG.search(self.text, 0, _LOOKED_AT))

    def section(self, offset: int) -> str:
        """com or rel where the offset stands below such a heading, else ''; long lines end a list of other texts."""
        if offset > self._searched:
            for line in _SHORT.finditer(self._lowered, self._searched, offset):
                if tag := heading(line[1]):
                    self._headings.append((line.start(1), tag, line[1].isalpha()))
            self._searched = offset
        for start, tag, alone in reversed(self._headings):
            # In the head of an article stand a count of comments and the site's other lists.
            if start < offset and (start > self.anchor or (tag == "com" and alone and not self.is_long)):
                if tag == "com" or not _LONG.search(self.text, start, offset):
                    return tag
        return ""


def _hits(lowered: str, language: str) -> list[Hit]:
    """Labels of the document's language, of English, and of any other where the word is long enough to be no accident."""
    return [hit for hit in labels(lowered) if hit.language in (language, "en") or language == "und" or hit.end - hit.start > 5]


def _line(text: str, lowered: str, start: int, found: Sequence[Found], index: int, language: str) -> _Line:
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    end = max(end, found[index].last)
    if end - start > 400:
        return _Line(start, end, True, 99, False, False)
    pieces, at, n = [], start, index
    while n < len(found) and found[n].start < end:
        pieces.append(lowered[at : found[n].first])
        at, n = found[n].last, n + 1
    pieces.append(lowered[at:end])
    rest = " \x00 ".join(pieces)
    for hit in reversed(_hits(rest, language)):
        if hit.tag in ("pub", "first", "upd", "today", "state"):
            rest = rest[: hit.start] + " " * (hit.end - hit.start) + rest[hit.end :]
    bare = _TIME.sub(" ", rest)
    words = len(_LETTERS.findall(bare)) + len(_UNSPACED.findall(bare)) // 3
    # Published and modified, side by side and the same: what blog software writes.
    twice = n - index > 1 and found[index].day == found[index + 1].day and found[index + 1].first - found[index].last < 25
    return _Line(start, end, words > _PROSE_WORDS, words, bool(_SEPARATOR.search(rest)), twice)


def _role(text: str, lowered: str, found: Sequence[Found], index: int, line: _Line, language: str) -> Role:
    item = found[index]
    floor = max(line.start, found[index - 1].last if index else 0, item.first - _WINDOW)
    if _in_url(text, item) or text[item.first - 1 : item.first] in ("(", "（") and index and found[index - 1].last > line.start:
        return Role(item, "other", item.start, 0)
    if _is_range(text, found, index):
        return Role(item, "other", item.start, 0)
    after = _label_after(text, lowered, item, line, language)
    label = after if after and after.tag == "oth" else _label_before(text, lowered, floor, item, line, language) or after
    tag = label.tag if label else ""
    start = label.start if label and label.start < item.start else item.first
    name = label.term if label else ""
    if line.prose:
        return Role(item, _in_prose(text, item, line, label), start, 0, name)
    if any(hit.tag == "reply" for hit in _hits(lowered[line.start : line.end], language)):
        return Role(item, "listed", start, 0, name)
    if tag in ("pub", "first", "upd", "oth", "today", "state"):
        return Role(item, {"upd": "updated", "oth": "other"}.get(tag, "published"), start, 0, tag if tag in ("first", "state") else name)
    return Role(item, _unlabelled(text, item, line, tag), start, 0, name)


def _in_url(text: str, item: Found) -> bool:
    start = max(text.rfind(mark, max(0, item.start - 200), item.start) for mark in (" ", "\n", "\t")) + 1
    return item.style == "numeric" and bool(_ADDRESS.match(text, start))


def _own_addresses(text: str, lowered: str) -> Iterator[Role]:
    """The days in the paths of addresses that are the text's own: labelled so, or alone in one of its first lines."""
    if "://" not in lowered and "www." not in lowered:
        return
    for line in _ADDRESS_LINE.finditer(text):
        alone = not line[1] and text.count("\n", 0, line.start()) <= 6
        path = _PATH_DAY.search(line[2])
        if path and (alone or _OWN_URL.search(line[1])) and (day := path_day(line[2])):
            start = line.start(2) + path.start() + 1
            found = Found(start, line.start(2) + path.end(), day.year, day.month, day.day, day, None, "numeric", first=start, last=line.start(2) + path.end())
            yield Role(found, "published", start, 0, "url")


def path_day(address: str) -> date | None:
    """The day in an address: /2022/11/08/, 2022-11-08, 20221108."""
    m = _PATH_DAY.search(address)
    try:
        return date(*(int(group) for group in m.groups() if group and group.isdigit())) if m else None
    except ValueError:
        return None


def _is_range(text: str, found: Sequence[Found], index: int) -> bool:
    """Whether the date is the end of a span of days ('12.3. bis 15.3.2022')."""
    item = found[index]
    if index + 1 < len(found) and found[index + 1].day != item.day:
        between = text[item.last : found[index + 1].first]
        if len(between) < 12 and (m := _RANGE.match(f"{between}1")) and m.end() == len(between):
            return True
    if index and found[index - 1].day != item.day:
        between = text[found[index - 1].last : item.first]
        if len(between) < 12 and (m := _RANGE.match(f"{between}1")) and m.end() == len(between):
            return True
    return bool(re.search(r"\d\.?[ \u00a0]?[-–][ \u00a0]?\Z", text[max(0, item.start - 5) : item.start]))


def _label_before(text: str, lowered: str, floor: int, item: Found, line: _Line, language: str) -> Hit | None:
    hits = [h for h in _hits(lowered[floor : item.first], language) if h.tag not in ("com", "rel")]
    if hits:
        # 'Editor's note (added 8 November 2022)' is an update.
        note = len(hits) > 1 and hits[-1].tag == "pub" and hits[-2].tag == "upd" and hits[-1].start - hits[-2].end <= 2
        hit = hits[-2] if note else hits[-1]
        hit = hit._replace(start=hit.start + floor, end=hit.end + floor)
        gap = text[hit.end : item.first]
        if hit.tag == "oth" and line.prose and len(_LETTERS.findall(gap)) > 1:
            return None
        return hit if _close(gap) and not (_UNSPACED.match(hit.term) and len(_LETTERS.findall(gap)) > 0) else None
    if line.start and not text[line.start : item.first].strip(" \t*•-–|·:"):
        return _label_above(text, lowered, line.start, language)
    return None


def _label_above(text: str, lowered: str, start: int, language: str) -> Hit | None:
    """The label that is all of the line above ('Published' ⏎ '8 November 2022')."""
    end = start - 1
    while end > 0 and text[end - 1] in " \t\r\n":
        end -= 1
    above = text.rfind("\n", 0, end) + 1
    if end - above > 40 or text.count("\n", end, start) > 2:
        return None
    rest = text[above:end]
    hits = [h for h in _hits(lowered[above:end], language) if h.tag in ("pub", "first", "upd", "oth", "state")]
    if hits and len(_LETTERS.findall(rest[: hits[0].start] + rest[hits[-1].end :])) <= (hits[-1].tag == "oth" and not _EAST.search(rest)):
        return hits[-1]._replace(start=above + hits[-1].start, end=above + hits[-1].end)
    return None


def _label_after(text: str, lowered: str, item: Found, line: _Line, language: str) -> Hit | None:
    stop = min(line.end, item.last + 40)
    for hit in _hits(lowered[item.last : stop], language):
        gap = text[item.last : item.last + hit.start]
        if hit.tag == "oth" and not gap.strip() and _EAST.match(hit.term):
            return hit._replace(start=item.last, end=item.last + hit.end)
        if hit.tag in ("pub", "upd") and len(_LETTERS.findall(gap)) <= 2 and "|" not in gap and hit.term not in ("by", "von"):
            return hit._replace(start=item.last + hit.start, end=item.last + hit.end) if len(hit.term) > 2 else None
    return None


def _close(gap: str) -> bool:
    """Whether a label still governs a date: few words between, no end of a sentence."""
    return len(_LETTERS.findall(gap)) <= 5 and not re.search(r"[.!?]\s+[^\W\d_]{3}|[|•·]", gap)


def _in_prose(text: str, item: Found, line: _Line, label: Hit | None) -> str:
    head = text[line.start : item.first]
    tail = text[item.last : item.last + 60]
    if label and label.tag in ("pub", "first", "upd", "today", "state"):
        role = "updated" if label.tag == "upd" else "published"
        lead = text[line.start : label.start].strip(" \t*•-–([|")
        if label.tag == "today":
            gap = text[label.end : item.first].strip()
            return role if gap in ("(", "（") or gap == "," and not lead else "body"
        if not lead and re.match(r"\s*(?:$|[|•·–—.,;)\n-]|\d{1,2}[:.h]|at\s|um\s|à\s|a las\s|às\s|kl|by\s|von\s)", tail):
            return role
    if len(head) > 70 or _QUOTED.match(head):
        return "body"
    dash = _DASH_AFTER.match(tail)
    if not head.strip(" \t*•-–([") and dash and dash.end() < 4:
        return "dateline"
    if not head.strip() and line.words <= 24 and not re.search(r"[.!?…。।:]\s*\Z", text[item.last : line.end]):
        return "lead"
    if dash and _PLACE.match(head) and _is_place(head):
        return "dateline"
    return "body"


def _is_place(head: str) -> bool:
    """Names in capitals, or few words that all begin with one ('ASTANA,' 'Berlin (dpa),' '（新华社北京')."""
    words = _LETTERS.findall(head)
    return bool(words) and len(words) <= 6 and all(not w[0].islower() for w in words) or head[:1] in "(（【[〔"


def _unlabelled(text: str, item: Found, line: _Line, tag: str) -> str:
    head, tail = text[line.start : item.first], text[item.last : line.end]
    if _HANDLE.search(head) and line.words > 1 or item.style == "short" and line.words > 8:
        return "other"
    if line.words <= 3:
        return "standalone"
    names = sum(w[0].islower() for w in _LETTERS.findall(head)) <= 1
    if tag == "by" or line.separated or line.twice or (names and head.rstrip().endswith(",")):
        return "byline"
    if _QUOTED.match(head):
        return "other"
    edge = len(_LETTERS.findall(tail)) <= 1 or not _LETTERS.search(head)
    if edge and line.words <= 8 and not text[: line.start].strip():
        return "title"
    if len(_LETTERS.findall(tail)) <= 1 and line.words <= 7 and names:
        return "byline"
    ends = tail.rstrip()[-1:] in (".", "!", "?", "…", "。", "।", ":")
    return "lead" if not _LETTERS.search(head) and not ends and line.words <= _PROSE_WORDS else "other"
