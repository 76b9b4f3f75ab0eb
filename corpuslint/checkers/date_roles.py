"""What each date of a document is for, and which one says when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from corpuslint.checkers.date_finder import Found
from corpuslint.checkers.date_names import heading, labels
from corpuslint.scanner import Hit


class Role(NamedTuple):
    """A found date and its role.

    published, updated: labelled so; byline, dateline, standalone, title: stands where publication dates
    stand; listed: of a comment or another text; other: labelled as something else; body: in a sentence.
    `start` is where its label begins, if it has one; `score` ranks the candidates of a document.
    """

    found: Found
    role: str
    start: int
    score: float
    label: str = ""


PUBLISHED = frozenset({"published", "byline", "dateline", "standalone", "title"})
_SCORES = {"published": 100.0, "byline": 62.0, "dateline": 62.0, "standalone": 50.0, "title": 45.0, "updated": 20.0}
_LOOKED_AT = 20_000
_LONG = re.compile(r"^[ \t|]*[^\n|•]{120,}", re.MULTILINE)
_LONG_UNSPACED = re.compile(r"^[^\n|•a-zA-Z]{50,119}$", re.MULTILINE)
_PROSE_WORDS = 14
_WINDOW = 64
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SHORT = re.compile(r"^[^\w\n]{0,9}(\S[^\n]{2,40})$", re.MULTILINE)
_TIME = re.compile(
    r"\d{1,2}\s?[:.h時时시点點]\s?\d{2}(?:[:.]\d\d)?|\d+|\b(?:a\.?m|p\.?m|uhr|hrs?|gmt|utc|[ecmp][sd]t|ist|cest|cet|bst|jst|kst|"
    r"wib|wita|msk|ae[sd]t|at|um|kl|klo|mins?|minutes?|read|lesezeit|views?)\b"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SEPARATOR = re.compile(r"[|•·–—/»«>]|\s-\s|\t|,\s*$|^\s*,")
_RANGE = re.compile(r"\s{0,2}(?:[-–—~〜～]|to|till|until|through|bis|au|al|a|до|по|дейін|tot|do|til|hasta|até|—)\s{0,2}(?=\d|[^\W\d_])")
_PLACE = re.compile(r"[\s*(\[【〔]*+(?:[^\W\d_][\w.'’-]*+[\s,./()]{0,3}+){0,7}[,.(/–—:\s-]*+\Z")
_DASH_AFTER = re.compile(r"\s{0,2}(?:г\.|года|жыл|р\.|року)?[^.!?。\n]{0,48}?(?:[—–]|\s-{1,2}\s|--|[)）】〕]\s*[:.]?|:\s)")
_QUOTED = re.compile(r"^\s*(?:>|[\"“„«‘'「『])")
_HANDLE = re.compile(r"@\w{2,}|https?://")
_OWN_URL = re.compile(r"(?:source|url|link|permalink|original|canonical|quelle|fuente|fonte|источник|ссылка|来源|來源|出典|출처|orig_url|loc)\W{0,4}\Z", re.IGNORECASE)


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
        given.append(_listed(role, page, lines[start]))
    if sum(role.role in _SCORES for role in given) == 1:
        return tuple(role._replace(score=_SCORES.get(role.role, 0.0) if role.found.day else 0.0) for role in given)
    return tuple(_scored(role, page) for role in given)


def published(given: Sequence[Role]) -> Role | None:
    """The date that the text states as its own, else its last update."""
    return max((role for role in given if role.score > 0), key=lambda role: role.score, default=None)


def _listed(role: Role, page: _Page, line: _Line) -> Role:
    """The same, unless a heading above makes it a comment's or another text's date."""
    if role.role not in _SCORES or role.label == "url":
        return role
    section = page.section(role.found.start)
    if section == "com" or (section == "rel" and role.role != "updated" and not line.twice):
        return role._replace(role="listed")
    return role


def _scored(role: Role, page: _Page) -> Role:
    """Nearer to where the main text begins is better; a date of the page's head stands farther off than the article's."""
    base, at, text = _SCORES.get(role.role), role.found.start, page.text
    if base is None or role.found.day is None:
        return role
    anchor = page.anchor
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

    def section(self, offset: int) -> str:
        """com or rel where the offset stands below such a heading, else ''; long lines end a list of other texts."""
        if offset > self._searched:
            for line in _SHORT.finditer(self._lowered, self._searched, offset):
                if tag := heading(line[1]):
                    self._headings.append((line.start(1), tag, line[1].isalpha()))
            self._searched = offset
        for start, tag, alone in reversed(self._headings):
            # In the head of an article stand a count of comments and the site's other lists.
            if start < offset and (start > self.anchor or (tag == "com" and alone)):
                if tag == "com" or not _LONG.search(self.text, start, offset):
                    return tag
        return ""


def _hits(lowered: str, language: str) -> list[Hit]:
    """Labels of the document's language, of English, and of any other where the word is long enough to be no accident."""
    return [hit for hit in labels(lowered)
            if hit.language in (language, "en") or language == "und" or hit.end - hit.start > 5 or not hit.term.isascii()]


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
        if hit.tag in ("pub", "first", "upd", "today"):
            rest = rest[: hit.start] + " " * (hit.end - hit.start) + rest[hit.end :]
    bare = _TIME.sub(" ", rest)
    words = len(_LETTERS.findall(bare)) + len(_UNSPACED.findall(bare)) // 3
    # Published and modified, side by side and the same: what blog software writes.
    twice = n - index > 1 and found[index].day == found[index + 1].day and found[index + 1].first - found[index].last < 25
    return _Line(start, end, words > _PROSE_WORDS, words, bool(_SEPARATOR.search(rest)), twice)


def _role(text: str, lowered: str, found: Sequence[Found], index: int, line: _Line, language: str) -> Role:
    item = found[index]
    floor = max(line.start, found[index - 1].last if index else 0, item.first - _WINDOW)
    if _in_url(text, item):
        own = _OWN_URL.search(text, line.start, _url_start(text, item))
        return Role(item, "published" if own else "other", item.start, 0, "url")
    if _is_range(text, found, index):
        return Role(item, "other", item.start, 0)
    label = _label_before(text, lowered, floor, item, line, language) or _label_after(text, lowered, item, line, language)
    tag = label.tag if label else ""
    start = label.start if label and label.start < item.start else item.first
    name = label.term if label else ""
    if line.prose:
        return Role(item, _in_prose(text, item, line, label), start, 0, name)
    if tag in ("pub", "first", "upd", "oth", "today"):
        return Role(item, {"upd": "updated", "oth": "other"}.get(tag, "published"), start, 0, tag if tag == "first" else name)
    return Role(item, _unlabelled(text, item, line, tag), start, 0, name)


def _in_url(text: str, item: Found) -> bool:
    return text[item.start - 1 : item.start] in ("/", "-", "_", "=") and item.style == "numeric" and (
        "://" in text[_url_start(text, item) : item.start] or "www." in text[_url_start(text, item) : item.start])


def _url_start(text: str, item: Found) -> int:
    window = max(0, item.start - 200)
    return max(text.rfind(" ", window, item.start), text.rfind("\n", window, item.start), window - 1) + 1


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
    return bool(re.search(r"\d\.?\s?[-–]\s?\Z", text[max(0, item.start - 5) : item.start]))


def _label_before(text: str, lowered: str, floor: int, item: Found, line: _Line, language: str) -> Hit | None:
    hit = next((h for h in reversed(_hits(lowered[floor : item.first], language)) if h.tag not in ("com", "rel")), None)
    if hit:
        hit = hit._replace(start=hit.start + floor, end=hit.end + floor)
        return hit if _close(text[hit.end : item.first]) else None
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
    hits = [h for h in _hits(lowered[above:end], language) if h.tag in ("pub", "first", "upd", "oth")]
    if hits and len(_LETTERS.findall(rest[: hits[0].start] + rest[hits[-1].end :])) <= (0 if hits[-1].tag != "oth" else 1):
        return hits[-1]._replace(start=above + hits[-1].start, end=above + hits[-1].end)
    return None


def _label_after(text: str, lowered: str, item: Found, line: _Line, language: str) -> Hit | None:
    stop = min(line.end, item.last + 40)
    for hit in _hits(lowered[item.last : stop], language):
        gap = text[item.last : item.last + hit.start]
        if hit.tag in ("pub", "upd") and len(_LETTERS.findall(gap)) <= 2 and "|" not in gap and hit.term not in ("by", "von"):
            return hit._replace(start=item.last + hit.start, end=item.last + hit.end) if len(hit.term) > 2 else None
    return None


def _close(gap: str) -> bool:
    """Whether a label still governs a date: few words between, no end of a sentence."""
    return len(_LETTERS.findall(gap)) <= 5 and not re.search(r"[.!?]\s+[^\W\d_]{3}|[|•·]", gap)


def _in_prose(text: str, item: Found, line: _Line, label: Hit | None) -> str:
    head = text[line.start : item.first]
    tail = text[item.last : item.last + 60]
    if label and label.tag in ("pub", "first", "upd", "today"):
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
    if tag == "by" or line.separated or line.twice:
        return "byline"
    if _QUOTED.match(head):
        return "other"
    edge = len(_LETTERS.findall(tail)) <= 1 or not _LETTERS.search(head)
    if edge and line.words <= 8 and not text[: line.start].strip():
        return "title"
    if len(_LETTERS.findall(tail)) <= 1 and line.words <= 7 and sum(w[0].islower() for w in _LETTERS.findall(head)) <= 1:
        return "byline"
    return "other"
