"""Passages that strings share: each repeated shingle of a given size, extended as far as it goes.

A place is compared with the first place of its shingle only, so that cost is linear also where one passage stands
in every document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, count, groupby, repeat
from operator import sub
from typing import NamedTuple

from corpuslint.checkers.near_duplicate.repeats import END, repeats


class Passage(NamedTuple):
    """Letters `start` to `end` of string `text` stand in string `other` from `other_start` on; `other` < `text`."""

    text: int
    start: int
    end: int
    other: int
    other_start: int

    @property
    def length(self) -> int:
        return self.end - self.start


def shared(texts: Sequence[str], size: int) -> Iterator[Passage]:
    """The passages of `size` letters and more that an earlier string has, by string and start.

    Where several strings have a passage, each names the first of them. One that adds less than `size` letters to
    what others of its string cover is left out, so that each shared shingle is in a passage or overlaps one.
    """
    corpus = END.join(("", *texts))
    starts = list(accumulate((len(text) + 1 for text in texts), initial=1))
    for text, passages in groupby(_passages(corpus, starts, size), lambda passage: passage.text):
        yield from sorted(_distinct(passages, len(texts[text]), size))


def shingles(text: str, size: int) -> list[str]:
    """What stands at each place of the string, `size` letters long."""
    return [text[at : at + size] for at in range(len(text) - size + 1)]


def covered(ours: Sequence[str], theirs: Iterable[str], size: int) -> int:
    """The letters of a string that stand in passages of `size` letters and more which another has; of both the shingles."""
    places = list(compress(count(), map({*theirs}.__contains__, ours)))
    return sum(map(min, map(sub, places[1:], places), repeat(size))) + size if places else 0


def _passages(corpus: str, starts: list[int], size: int) -> Iterator[Passage]:
    """Every place whose shingle an earlier string has, extended as far as it goes to both sides; by string."""
    text, begin, stop = 0, 0, 0
    ends, known = dict[int, int](), dict[int, int]()  # by distance, and by the first place of the shingle
    for at, first in repeats(corpus, size):
        if at >= stop:
            text = bisect_right(starts, at) - 1
            begin, stop, ends, known = starts[text], starts[text + 1], {}, {}
        if first >= begin or at < ends.get(at - first, 0):
            continue  # in the string itself, or within a passage that is known
        if at + size <= (right := known.get(first, 0)):
            # The string repeats itself within that passage: what begins here lies in it, or goes on where the
            # next one is looked for. To follow each repetition to its end would take the square of their number.
            ends[at - first] = right - size + 1
            continue
        left, right = _extent(corpus, at, first, size)
        ends[at - first] = known[first] = right
        other = bisect_right(starts, first) - 1
        yield Passage(text, left - begin, right - begin, other, left - at + first - starts[other])


def _distinct(passages: Iterable[Passage], length: int, size: int) -> Iterator[Passage]:
    """Long ones first, then those of early strings; none of which the others leave less than `size` letters."""
    covered = bytearray(length)
    for passage in sorted(passages, key=lambda p: (-(p.length // size), p.other, p.start)):
        _, start, end, _, _ = passage
        if covered.count(0, start, end) >= size:
            covered[start:end] = b"\1" * (end - start)
            yield passage


def _extent(corpus: str, at: int, first: int, size: int) -> tuple[int, int]:
    """How far the passage at `at` goes on to both sides as the one at `first` does."""
    back = 0
    while corpus[at - back - 1] == corpus[first - back - 1] != END:
        back += 1
    on = size
    while at + on < len(corpus) and corpus[at + on] == corpus[first + on] != END:
        on += 1
    return at - back, at + on
