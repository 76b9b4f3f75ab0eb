"""What a date is for by the place where it stands: in a sentence, or in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.labels import ROLES
from corpuslint.checkers.dates.layout import LETTERS, MARKS, DatedLine, begins_line
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.characters import is_unspaced
from corpuslint.text.hit import Hit
from corpuslint.text.punctuation import OPENING, PAIRS, STOPS, STRAIGHT, UNSPACED_STOPS

_MAX_HEAD, _MAX_TAIL = 200, 60
"""Code points before and behind a date in a sentence that are looked at."""
_PLACE = regex(r"[\s*(\[【〔]*+(?:[^\W\d_][\w.'’-]*+[\s,./()]{0,3}+(?:[–—-]\s{0,2}\()?+){0,7}[,.(/)–—:\s-]*+\Z")
_DASH_AFTER = regex(r"\s{0,2}(?:г\.|года|жыл|р\.|року)?(?:[电電讯訊]|[^.!?。\n]{0,48}?)(?:(?<=[电電讯訊])|[—–]|\s-{1,2}\s|--|[)）】〕]\s*[:.]?|:\s)")
_BREAK_AFTER = regex(r"\s*(?:$|[|•·–—.,;)\n-]|\d{1,2}[:.h]|at\s|um\s|à\s|a las\s|às\s|kl|by\s|von\s)")
_QUOTED = regex(rf"^\s*[>{STRAIGHT}{OPENING}]")
_REFERENCE = regex(r"\s?;\s?\d")
_HANDLE = regex(r"@\w{2,}|https?://")
_HOURS = regex(
    r"\W{0,3}(?:[^\W\d]{1,4}\s)?\d{1,2}(?:[.:h]\d\d|\s?(?:h|Uhr|[ap]\.?m\b\.?))*\s?(?:[-–—]|à|bis|to|a|al|до)\s?"
    r"\d{1,2}(?:[.:h]\d\d|\s?(?:h|Uhr|[ap]\.?m\b))",
    re.IGNORECASE,
)
_COLUMN_GAP = regex(r"\t|[ \u00a0]{3}")
_WHOLE_SENTENCE = regex(r"\w\w[。।]\s*\Z")
_SHORT_SENTENCE = regex(r"[^\W\d_]{2,} [^\W\d_]{3,}[.!?]\s*\Z")
_SENTENCE_ENDS = (*STOPS, *UNSPACED_STOPS, ":")
_PAIRS_LOW = tuple((opening, PAIRS[opening][0]) for opening in "„«「『")
_PAIRS_HIGH = (("“", "”"), *_PAIRS_LOW[1:])
"""Quotation marks; “ closes where „ opens."""
_BYLINE_BEHIND = regex(
    r"[\s,|·–—-]*(?:at[ ]|um[ ]|à[ ])?(?:\d{1,2}[:.]\d\d)?[ ]?(?:[APap]\.?[Mm]\.?)?[ ]?(?:[A-Z]{2,4})?[\s|·,–—-]*(?:by|von|por|par|di|door)[ ]\S"
)
"""An hour and an author behind a date with which its line begins."""
_AFTER_DATE = tuple(".|–—-\n")
_GOES_ON = regex(r"[^\n]{40,}?(?:[a-zà-ÿ]|,)[ \t]*\r?\n[ \t]*\Z")
_MAX_BEFORE = 400
"""Code points before a line in which the line above is looked for."""
_FIGURE = regex(r"(?<![^\s$€£])\d[\d.,-]{4,}(?![^\s%])")
"""A number of a table's row; years, hours and counts of comments are shorter or end otherwise."""
_SOMETHING = regex(r"\S")


def in_prose(text: str, item: FoundDate, line: DatedLine, label: Hit | None) -> str:
    """The role of a date in a line that is a sentence or more."""
    head = text[line.start : min(item.first, line.start + _MAX_HEAD)]
    if label and (role := _labelled(text, item, line, label)):
        return role
    if _QUOTED.match(head):
        return "body"
    if _is_dateline(head, text[item.last : item.last + _MAX_TAIL]) or _opens_all(text, item):
        return "dateline"
    return "lead" if not head.strip() and _is_heading(text, item, line) else "body"


def _opens_all(text: str, item: FoundDate) -> bool:
    """Whether the text begins with the date, and a sentence of its own behind it: not "5 May 1990 was a warm day"."""
    behind = text[item.last : item.last + _MAX_TAIL].lstrip(" \u00a0\t")[:1]
    return item.first < _MAX_HEAD and not text[: item.first].strip(MARKS + "#\r\n") and (behind.isupper() or behind in _AFTER_DATE)


def _is_dateline(head: str, tail: str) -> bool:
    """Whether a dash stands behind the date, and nothing or a place before it: 'ASTANA, 8 November 2022 (AP) —'."""
    dash = _DASH_AFTER.match(tail)
    if dash is None:
        return False
    alone = dash.end() < WEIGHTS.dash_alone and not head.strip(MARKS)
    return alone or (_PLACE.match(head) is not None and _is_place(head))


def _labelled(text: str, item: FoundDate, line: DatedLine, label: Hit) -> str:
    """The role by a label with which the sentence begins and that breaks off behind the date; '' where it is none."""
    role, begins = ROLES.get(label.tag, ""), begins_line(text, line, label.start)
    if role not in ("published", "updated"):
        return ""
    if label.tag == "today":
        gap = text[label.end : item.first].strip()
        return role if gap in ("(", "（") or (gap == "," and begins) else "body"
    return role if begins and _BREAK_AFTER.match(text, item.last) else ""


def _is_heading(text: str, item: FoundDate, line: DatedLine) -> bool:
    """Whether what follows the date is short for a sentence, and does not end as one."""
    return line.words <= WEIGHTS.lead_words and not text[item.last : line.end].rstrip().endswith(_SENTENCE_ENDS)


def _is_place(head: str) -> bool:
    """Names in capitals, or few words that all begin with one ('ASTANA,' 'Berlin (dpa),' '(新华社北京')."""
    if len(head) > WEIGHTS.place_unspaced and any(map(is_unspaced, head)):
        return False
    words = LETTERS.findall(head)
    return head[:1] in ("(", "[", "【", "〔") or (len(words) > 0 and not _count_plain(words))


def unlabelled(text: str, item: FoundDate, line: DatedLine, tag: str) -> str:
    """The role of a date in a short line; `tag` is that of a label which gives no role itself (`by`), else ''."""
    head, tail = text[line.start : item.first], text[item.last : line.end]
    if _is_anothers(item, line, "" if tag == "by" else head, tail) or _is_in_row(head, tail):
        return "other"
    if _goes_on(text, line, head):
        return "body"
    if _is_alone_in_column(head, tail):
        return "standalone"
    if _is_quoted(head) or _ends_sentence(line, tail):
        return "other"
    if line.words <= WEIGHTS.standalone_words:
        return "standalone"
    return _among_words(text, line, tag, head, tail)


def _goes_on(text: str, line: DatedLine, head: str) -> bool:
    """Whether the line ends a sentence that was wrapped: it begins with a small letter, below a long line that does not end as one."""
    return head.lstrip()[:1].islower() and _GOES_ON.search(text, max(0, line.start - _MAX_BEFORE), line.start) is not None


def _is_anothers(item: FoundDate, line: DatedLine, head: str, tail: str) -> bool:
    """A post's in a network, a reference's ('2021; 12'), an event's, which lasts from one hour to another."""
    abbreviated = item.style == "short" and line.words > WEIGHTS.short_style_words
    return abbreviated or bool((line.words > 1 and _HANDLE.search(head)) or _REFERENCE.match(tail) or _HOURS.match(tail))


def _is_in_row(head: str, tail: str) -> bool:
    """Whether figures stand beside it as in the row of a table: amounts, numbers of persons and papers."""
    return len(_FIGURE.findall(head)) + len(_FIGURE.findall(tail)) >= WEIGHTS.figures


def _is_alone_in_column(head: str, tail: str) -> bool:
    """As in a newspaper's head, with the price beside it."""
    column = _COLUMN_GAP.search(tail)
    return column is not None and not LETTERS.search(head + tail[: column.start()])


def _is_quoted(head: str) -> bool:
    """Whether a quotation is open before the date, or the line is one."""
    pairs = _PAIRS_LOW if "„" in head else _PAIRS_HIGH
    open_ = head.count('"') % 2 == 1 or any(head.rfind(opening) > head.rfind(closing) for opening, closing in pairs)
    return open_ or head.lstrip().startswith(">")


def _ends_sentence(line: DatedLine, tail: str) -> bool:
    return bool(_WHOLE_SENTENCE.search(tail) or (line.words <= WEIGHTS.standalone_words and _SHORT_SENTENCE.search(tail)))


def _among_words(text: str, line: DatedLine, tag: str, head: str, tail: str) -> str:
    """The role of a date among names, in a title, or before a heading."""
    before, behind = LETTERS.findall(head), LETTERS.findall(tail)
    names, ends = _count_plain(before) <= 1, len(behind) <= 1
    if tag == "by" or _stands_apart(line, head, names) or _has_author_behind(head, tail):
        return "byline"
    if (ends or not before) and _opens_text(text, line):
        return "title"
    if ends and names and line.words <= WEIGHTS.byline_words:
        return "byline"
    return "lead" if not before and _names_a_topic(line, behind, tail) else "other"


def _stands_apart(line: DatedLine, head: str, names: bool) -> bool:
    """Whether a mark or a comma parts the date from the names beside it, or it stands there twice."""
    return line.separated or line.twice or (names and head.rstrip().endswith(","))


def _has_author_behind(head: str, tail: str) -> bool:
    return not LETTERS.search(head) and _BYLINE_BEHIND.match(tail) is not None


def _opens_text(text: str, line: DatedLine) -> bool:
    return line.words <= WEIGHTS.title_words and not _SOMETHING.search(text, 0, line.start)


def _names_a_topic(line: DatedLine, words: Sequence[str], tail: str) -> bool:
    """Whether what follows the date is a heading or a list of names: few words without a capital, and no end of a sentence."""
    return _count_plain(words) <= WEIGHTS.plain_share * line.words and not tail.rstrip().endswith(_SENTENCE_ENDS)


def _count_plain(words: Sequence[str]) -> int:
    """How many do not begin with a capital."""
    return sum(word[0].islower() for word in words)
