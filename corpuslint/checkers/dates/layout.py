"""How a text is laid out around its dates: lines, labels in them, where the main text begins, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.labels import heading, labels
from corpuslint.checkers.dates.weights import WEIGHTS
from corpuslint.lazy import regex
from corpuslint.text.characters import is_unspaced, unusual
from corpuslint.text.hit import Hit

MARKS = " \t*•-–([|·"
"""What may stand before a date that begins its line."""
_MAX_MARKS = 40
"""How many of them."""
LETTERS = regex(r"[^\W\d_]{2,}")
_MAX_MAIN_TEXT = 20_000
"""Code points in which the main text is looked for."""
_MAX_SAMPLE = 4000
"""Code points that tell whether a text is in a script without spaces."""
_MAX_LINE = 200
"""Code points of a line that is read whole; of a longer one, which is prose, the surroundings of its dates are."""
_MAX_BLANKS = 200
"""Code points in which the line above is looked for."""
_MAX_HEADING_ABOVE = 2000
"""Code points before the first date in which a heading above it is looked for."""
_MAX_COUNTED = 6000
"""Code points to either side of the beginning of the main text in which lines are counted."""
_NO_WORDS = frozenset({"pub", "first", "upd", "today", "state"})
"""Tags of labels that are no words of a title or a sentence."""
_LATIN = regex(r"[|•a-zA-Z]")
_SHORT = regex(r"^[^\w\n]{0,9}(\S[^\n]{2,40})$", re.MULTILINE)
_TIME = regex(
    r"\d{1,2}\s?[:.h時时시点點]\s?\d{2}(?:[:.]\d\d)?|\d+|\b(?:a\.?m|p\.?m|uhr|hrs?|gmt|utc|[ecmp][sd]t|ist|cest|cet|bst|jst|kst|"
    r"wib|wita|msk|ae[sd]t|at|um|kl|klo|mins?|minutes?|read|lesezeit|views?)\b"
)
_SEPARATOR = regex(r"[|•·–—/»«>]|\s-\s|\t")


class DatedLine(NamedTuple):
    """A line with dates: its label hits (offsets in the text), and how many words stand beside dates, labels and times.

    `separated`: it has marks such as | • –; `twice`: the same day stands in it twice, as blog software writes
    published and modified.
    """

    start: int
    end: int
    hits: tuple[Hit, ...]
    words: int
    separated: bool
    twice: bool

    @property
    def prose(self) -> bool:
        return self.words > WEIGHTS.prose_words


class Layout:
    """A text with its dates; what lies far from them is looked for only when asked."""

    def __init__(self, text: str, lowered: str, found: Sequence[FoundDate], language: str) -> None:
        self.text, self.lowered, self.found, self.language = text, lowered, found, language
        self._searched = max(0, found[0].start - _MAX_HEADING_ABOVE)
        self._free_from, self._free_to = -1, 0  # between these no long line stands
        self._headings: dict[str, list[tuple[int, bool]]] = {"com": [], "rel": []}

    @cached_property
    def lines(self) -> list[DatedLine]:
        """The line of each date, in their order."""
        lines: list[DatedLine] = []
        for index, item in enumerate(self.found):
            if lines and item.start < lines[-1].end:
                lines.append(lines[-1])
                continue
            floor = lines[-1].end if lines else 0
            start = max(floor, self.text.rfind("\n", floor, item.start) + 1)
            end = self.text.find("\n", item.last)
            lines.append(self._line(start, len(self.text) if end < 0 else end, index))
        return lines

    def _line(self, start: int, end: int, first: int) -> DatedLine:
        found, last = self.found, first
        while last + 1 < len(found) and found[last + 1].start < end:
            last += 1
        if end - start > _MAX_LINE:
            return DatedLine(start, end, (), end - start, separated=False, twice=False)  # no more words than code points
        pieces, at = [], start
        for item in found[first : last + 1]:
            pieces += [self.lowered[at : item.first], "\0" * (item.last - item.first)]
            at = item.last
        rest = "".join(pieces) + self.lowered[at:end]
        hits = self._hits(rest, start)
        bare = rest
        for hit in hits:
            if hit.tag in _NO_WORDS:
                bare = f"{bare[: hit.start - start]}{' ' * (hit.end - hit.start)}{bare[hit.end - start :]}"
        twice = any(a.day == b.day and b.first - a.last < WEIGHTS.twice_gap for a, b in pairwise(found[first : last + 1]))
        return DatedLine(start, end, tuple(hits), _count_words(_TIME.sub(" ", bare)), bool(_SEPARATOR.search(bare)), twice)

    def _hits(self, lowered: str, offset: int) -> list[Hit]:
        return [hit._replace(start=hit.start + offset, end=hit.end + offset) for hit in labels(lowered, self.language)]

    def near(self, index: int, before: int, after: int) -> list[Hit]:
        """Labels of the date's line from so many code points before it, or the date before it, to so many behind it."""
        item, line = self.found[index], self.lines[index]
        start = max(line.start, self.found[index - 1].last if index else 0, item.first - before)
        end = min(line.end, item.last + after)
        if line.end - line.start <= _MAX_LINE:
            return [hit for hit in line.hits if hit.start >= start and hit.end <= end]
        return self._hits(f"{self.lowered[start : item.first]}{chr(0) * (item.last - item.first)}{self.lowered[item.last : end]}", start)

    def hits_above(self, start: int) -> tuple[int, int, list[Hit]]:
        """The short line above a line's start, blank lines skipped, with its labels; (0, 0, []) if there is none."""
        floor = max(0, start - _MAX_BLANKS)
        end = floor + len(self.text[floor:start].rstrip())
        above = self.text.rfind("\n", max(0, end - WEIGHTS.line_above - 1), end) + 1
        if (not above and end > WEIGHTS.line_above) or self.text.count("\n", end, start) > WEIGHTS.lines_above:
            return 0, 0, []
        return above, end, self._hits(self.lowered[above:end], above)

    @cached_property
    def _long_lines(self) -> list[tuple[int, int]]:
        unspaced = any(map(is_unspaced, unusual(self.text[:_MAX_SAMPLE])))
        return list(_long_lines(self.text, 0, _MAX_MAIN_TEXT, unspaced))

    @cached_property
    def anchor(self) -> int:
        """Where the main text begins: the first long line with half of all long lines' text close below it."""
        long = self._long_lines
        reach = WEIGHTS.main_text
        enough = min(sum(end - start for start, end in long), reach) * WEIGHTS.main_share
        for start, _ in long:
            if sum(e - s for s, e in long if start <= s < start + reach) >= enough:
                return start
        return min(len(self.text), WEIGHTS.no_main_text)

    def section(self, offset: int) -> str:
        """com or rel where the offset stands below such a heading, else ''; long lines end a list of other texts."""
        if self._long_lines and offset <= self.anchor:
            return ""
        if offset > self._searched:
            for line in _SHORT.finditer(self.lowered, self._searched, offset):
                if tag := heading(line[1]):
                    self._headings[tag].append((line.start(1), line[1].isalpha()))
            self._searched = offset
        comments, others = self._nearest("com", offset), self._nearest("rel", offset)
        # A long line that ends the nearest list of other texts ends all before it.
        if others > comments and self._goes_on(others, offset):
            return "rel"
        return "com" if comments >= 0 else ""

    def _goes_on(self, start: int, offset: int) -> bool:
        """Whether no long line stands between a heading and the offset; what was looked at for a date before is not read again."""
        known = self._free_to if self._free_from == start else start
        begin = max(start, self.text.rfind("\n", start, known) + 1)
        free = not any(_long_lines(self.text, begin, offset, False))
        if free:
            self._free_from, self._free_to = start, max(known, offset)
        return free

    def _nearest(self, tag: str, offset: int) -> int:
        """Where the last such heading below the head of the text stands, before the offset; -1 if there is none."""
        for start, alone in reversed(self._headings[tag]):
            # In the head of an article stand a count of comments and the site's other lists.
            if start < offset and (start > self.anchor or (tag == "com" and alone and not self._long_lines)):
                return start
        return -1

    def lines_to_anchor(self, at: int) -> int:
        """Line ends between a place and where the main text begins, negative below it; within `_MAX_COUNTED`."""
        if at < self.anchor:
            return self.text.count("\n", max(at, self.anchor - _MAX_COUNTED), self.anchor)
        return -self.text.count("\n", self.anchor, min(at, self.anchor + _MAX_COUNTED))


def begins_line(text: str, line: DatedLine, at: int, marks: str = MARKS) -> bool:
    """Whether nothing but marks stands before a place in its line."""
    return at - line.start < _MAX_MARKS and not text[line.start : at].strip(marks)


def _count_words(plain: str) -> int:
    words = len(LETTERS.findall(plain))
    return words if plain.isascii() else words + sum(map(is_unspaced, plain)) // WEIGHTS.unspaced_a_word


def _long_lines(text: str, start: int, end: int, unspaced: bool) -> Iterator[tuple[int, int]]:
    """Lines of prose by their length; a table's row has short cells."""
    stretch = text[start:end]
    cells = "|" in stretch or "•" in stretch
    for line in stretch.split("\n"):
        length = len(line)
        if length >= WEIGHTS.long_line:
            cell = line.lstrip(" \t|")
            if cells:
                cell = cell.partition("|")[0].partition("•")[0]
            if len(cell) >= WEIGHTS.long_line:
                yield start, start + length
        elif unspaced and length >= WEIGHTS.long_unspaced_line and not _LATIN.search(line):
            yield start, start + length
        start += length + 1

