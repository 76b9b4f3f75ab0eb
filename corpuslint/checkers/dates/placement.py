"""What a date is for by the place where it stands: in a sentence, or in a line of its own."""

from __future__ import annotations

import re

from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.labels import ROLES
from corpuslint.checkers.dates.layout import LETTERS, MARKS, PROSE_WORDS, DatedLine
from corpuslint.lazy import regex
from corpuslint.text.characters import is_unspaced
from corpuslint.text.hit import Hit

_PLACE_UNSPACED = 16
_PLACE = regex(r"[\s*(\[【〔]*+(?:[^\W\d_][\w.'’-]*+[\s,./()]{0,3}+){0,7}[,.(/–—:\s-]*+\Z")
_DASH_AFTER = regex(r"\s{0,2}(?:г\.|года|жыл|р\.|року)?(?:[电電讯訊]|[^.!?。\n]{0,48}?)(?:(?<=[电電讯訊])|[—–]|\s-{1,2}\s|--|[)）】〕]\s*[:.]?|:\s)")
_BREAK_AFTER = regex(r"\s*(?:$|[|•·–—.,;)\n-]|\d{1,2}[:.h]|at\s|um\s|à\s|a las\s|às\s|kl|by\s|von\s)")
_QUOTED = regex(r"^\s*(?:>|[\"“„«‘'「『])")
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
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "।", ":")
_SOMETHING = regex(r"\S")


def in_prose(text: str, item: FoundDate, line: DatedLine, label: Hit | None) -> str:
    head, tail = text[line.start : min(item.first, line.start + 200)], text[item.last : item.last + 60]
    role = ROLES.get(label.tag, "") if label else ""
    if label and role in ("published", "updated"):
        begins = not text[max(line.start, label.start - 40) : label.start].strip(MARKS)
        if label.tag == "today":
            gap = text[label.end : item.first].strip()
            return role if gap in ("(", "（") or (gap == "," and begins) else "body"
        if begins and label.start - line.start < 40 and _BREAK_AFTER.match(tail):
            return role
    if len(head) > 70 or _QUOTED.match(head):
        return "body"
    dash = _DASH_AFTER.match(tail)
    if not head.strip(MARKS) and dash and dash.end() < 4:
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


def unlabelled(text: str, item: FoundDate, line: DatedLine, tag: str) -> str:
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


def _in_quote(head: str) -> bool:
    """Whether a quotation is open at the end of the stretch."""
    pairs = (("„", "“"), ("«", "»"), ("「", "」"), ("『", "』")) if "„" in head else (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"))
    return head.count('"') % 2 == 1 or any(head.rfind(opening) > head.rfind(closing) for opening, closing in pairs)
