"""Stretches of one text side by side: half open, in code points."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar


class Span(NamedTuple):
    """Code points `start` to `end`, half open; (0, 0) stands for the whole document."""

    start: int
    end: int


class Placed(Protocol):
    """What stands at `start` to `end` of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Found = TypeVar("_Found", bound=Placed)


def overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the stretch shares a code point with one of these, which are sorted and share none with each other."""
    at = bisect_left(spans, (end,)) - 1
    return at >= 0 and spans[at][1] > start


def disjoint(found: Iterable[_Found]) -> list[_Found]:
    """Of those that overlap the first that comes stays; in the order of the text."""
    taken: list[tuple[int, int]] = []
    kept = []
    for item in found:
        start, end = item.start, item.end
        if not overlaps(taken, start, end):
            insort(taken, (start, end))
            kept.append(item)
    return sorted(kept, key=attrgetter("start"))


def outermost(found: Iterable[_Found]) -> list[_Found]:
    """Those that lie within no other, in the order of the text; of those at one place the first that comes stays."""
    kept: list[_Found] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or item.end > kept[-1].end:
            kept.append(item)
    return kept
