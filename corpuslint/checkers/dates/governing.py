"""The label that governs a date: before it in its line, all of the line above, or right behind it."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.labels import ROLES
from corpuslint.checkers.dates.layout import LETTERS, MARKS, DatedLine, Layout, begins_line
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.characters import is_unspaced
from corpuslint.text.hit import Hit

_EAST = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_LABELS = frozenset({"com", "rel", "reply"})
_FIRST_GOVERNS = frozenset({("upd", "pub"), ("oth", "pub"), ("oth", "upd")})
"""'Editor's note (added 8 November 2022)' is an update; 'Privacy policy last updated 8 November 2022' is the policy's."""
_NEW_SENTENCE = regex(r"[.!?]\s+[^\W\d_]{3}|[|•·]")


def governing_label(layout: Layout, index: int) -> Hit | None:
    """The label that governs the date: before it in its line, all of the line above, or right behind it."""
    item, line = layout.found[index], layout.lines[index]
    near = layout.near(index, WEIGHTS.before, WEIGHTS.behind)
    after = _label_after(layout, [hit for hit in near if hit.start >= item.last], item)
    if after and after.tag == "oth":
        return after
    hits = [hit for hit in near if hit.end <= item.first and hit.tag not in _NO_LABELS]
    before = _label_before(layout, hits, item, line) if hits else _label_above(layout, item, line)
    # An author's name before the date tells less than 'published' behind it; a label before it that is too far off, nothing.
    return after if after and (before is None or before.tag == "by") else before


def _label_before(layout: Layout, hits: Sequence[Hit], item: FoundDate, line: DatedLine) -> Hit | None:
    """The last label before the date, or the one right before it where that one governs both."""
    pair = (hits[-2].tag, hits[-1].tag) if len(hits) > 1 and hits[-1].start - hits[-2].end <= 2 else ()
    hit = hits[-2] if pair in _FIRST_GOVERNS else hits[-1]
    gap = layout.text[hits[-1].end : item.first]
    return hit if len(LETTERS.findall(gap)) <= _free_words(hit, line) and not _NEW_SENTENCE.search(gap) else None


def _free_words(hit: Hit, line: DatedLine) -> int:
    """How many words may stand between a label and its date."""
    if is_unspaced(hit.term[0]):
        return 0
    return 1 if hit.tag == "oth" and line.prose else WEIGHTS.words_before


def _label_above(layout: Layout, item: FoundDate, line: DatedLine) -> Hit | None:
    """The label that is all of the line above ('Published' ⏎ '8 November 2022')."""
    if not begins_line(layout.text, line, item.first, MARKS + ":"):
        return None
    start, end, hits = layout.hits_above(line.start)
    hits = [hit for hit in hits if hit.tag in ROLES and hit.tag != "today"]
    if not hits:
        return None
    others = LETTERS.findall(layout.text[start : hits[0].start] + layout.text[hits[-1].end : end])
    free = 1 if hits[-1].tag == "oth" and not _EAST.search(layout.text, start, end) else 0
    return hits[-1] if len(others) <= free else None


def _label_after(layout: Layout, hits: Sequence[Hit], item: FoundDate) -> Hit | None:
    for hit in hits:
        gap = layout.text[item.last : hit.start]
        if hit.tag == "oth" and not gap.strip() and _EAST.match(hit.term):
            return hit
        # 'am 17. März 2021 von Ina in Allgemein veröffentlicht.'
        if hit.tag in ("pub", "upd") and len(LETTERS.findall(gap)) <= WEIGHTS.words_behind and "|" not in gap:
            return hit if len(hit.term) > 2 else None
    return None
