"""Which shingles of a long string were there before: all of them are looked up, so that none is missed.

Winnowing would keep a part of the shingles to save memory; with a letter for a word there is no need to. They are
looked up in groups that begin alike, so that memory is that of the string and of one group. NumPy, where it is
installed, does the same several times faster.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate, count
from operator import add
from typing import Any

from corpuslint.checkers.near_duplicate.letters import BITS, LETTERS, MASK

END = " "
"""Stands before every document in the string, and is no letter."""
_GROUP = 1 << 17
"""Shingles looked up at a time, about 200 bytes each; below, NumPy takes longer to be imported than it saves."""
_SORTED = 1 << 18
"""Shingles sorted at a time, about 40 bytes each, or a part of all: each group costs a look at every letter."""
_GROUPS = 16
_FACTOR = 0x9E3779B97F4A7C15  # 2 to the 64 by the golden ratio, odd
_SHIFT = 29  # brings the upper bits of a product down
_WINDOW = 8
"""Letters that one number holds."""
_BYTE = 8
_CODES = 128
"""Of ASCII, in which the string is."""


def repeats(corpus: str, size: int) -> Iterator[tuple[int, int]]:
    """The places of shingles that were there before, ascending, each with the first place of its shingle.

    Shingles with an `END` in them count for nothing. The string may have 2 to the 32 letters.
    """
    if len(corpus) > _GROUP and find_spec("numpy"):
        return _by_sorting(corpus, size)
    return _by_looking_up(corpus, size)


def _by_looking_up(corpus: str, size: int) -> Iterator[tuple[int, int]]:
    parts = [array("Q") for _ in range(len(corpus) // _GROUP + 1)]
    for places in _groups(corpus, size):
        shingles = [corpus[at : at + size] for at in places]
        firsts = dict(zip(reversed(shingles), reversed(places), strict=True))
        if len(firsts) < len(shingles):
            for at, first in zip(places, map(firsts.__getitem__, shingles), strict=True):
                if at != first and END not in corpus[at : at + size]:
                    parts[at // _GROUP].append(at << BITS | first)
    for part in parts:
        yield from ((both >> BITS, both & MASK) for both in sorted(part))


def _groups(corpus: str, size: int) -> Iterator[Sequence[int]]:
    """All places of shingles, ascending, in groups: equal shingles are always in the same one."""
    if len(corpus) <= _GROUP:
        yield range(1, len(corpus))
        return
    for letter in LETTERS:
        pieces = accumulate(map(len, corpus.split(letter)))
        yield from _split(corpus, array("Q", map(add, pieces, count()))[:-1], 1, size)


def _split(corpus: str, places: Sequence[int], depth: int, size: int) -> Iterator[Sequence[int]]:
    if len(places) <= _GROUP or depth == size:
        yield places
        return
    parts: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    for at in places:
        parts[corpus[at + depth : at + depth + 1]].append(at)
    for part in parts.values():
        yield from _split(corpus, part, depth + 1, size)


def _by_sorting(corpus: str, size: int) -> Iterator[tuple[int, int]]:
    """Leaves out a place where the one before it goes on: who extends that one comes past."""
    import numpy as np

    if len(corpus) < size:
        return
    padded = corpus.encode("ascii") + bytes(_WINDOW)
    data = np.frombuffer(padded, np.uint8)
    windows = np.ndarray((len(corpus),), "<u8", padded, strides=(1,))
    whole = np.ones(len(corpus), bool)
    ends = np.append(np.flatnonzero(data == ord(END)), len(corpus))
    for back in range(size):
        whole[np.clip(ends - back, 0, len(corpus) - 1)] = False
    first_of = np.zeros(len(corpus), np.uint32)  # 0: none, for there stands an `END`
    most = max(_SORTED, len(corpus) // _GROUPS)
    for letters in _letter_groups(list(map(padded.count, range(_CODES))), most):
        chosen = np.zeros(_CODES, bool)
        chosen[letters] = True
        places = np.flatnonzero(chosen[data[: len(corpus)]] & whole).astype(np.uint32)
        # The hash in the upper bits and the number in the lower: one sort brings equal shingles together, in order.
        bits = np.uint64(max(1, len(places).bit_length()))
        numbers = np.arange(len(places), dtype=np.uint32)
        keys = _hashes(windows, places, size) >> bits << bits | numbers
        keys.sort()
        again = np.zeros(len(keys), bool)
        np.equal(keys[1:] >> bits, keys[:-1] >> bits, out=again[1:])
        places = places[(keys & np.uint64((1 << int(bits)) - 1)).astype(np.uint32)]
        firsts = np.maximum.accumulate(np.where(again, np.uint32(0), numbers))
        first_of[places[again]] = places[firsts[again]]
    for begin in range(1, len(corpus), _GROUP):
        here = first_of[begin : begin + _GROUP]
        before = first_of[begin - 1 : begin - 1 + len(here)]
        starts = np.flatnonzero((here != 0) & ((before == 0) | (here != before + np.uint32(1))))
        for at, first in zip((starts + begin).tolist(), here[starts].tolist(), strict=True):
            if corpus[at : at + size] == corpus[first : first + size]:
                yield at, first


def _hashes(windows: Any, places: Any, size: int) -> Any:
    """A 64-bit hash of the shingle at each place; `windows` has eight letters at each place, as one number."""
    import numpy as np

    keys = np.zeros(len(places), np.uint64)
    for at in (*range(0, size - _WINDOW, _WINDOW), max(0, size - _WINDOW)):
        keys ^= windows[places + at] & np.uint64((1 << _BYTE * min(size, _WINDOW)) - 1)
        keys *= np.uint64(_FACTOR)
        keys ^= keys >> np.uint64(_SHIFT)
    return keys * np.uint64(_FACTOR)


def _letter_groups(counts: Sequence[int], most: int) -> Iterator[list[int]]:
    """The letters in groups of at most `most` places, a more frequent letter alone."""
    group: list[int] = []
    total = 0
    for letter in map(ord, LETTERS):
        if group and total + counts[letter] > most:
            yield group
            group, total = [], 0
        group.append(letter)
        total += counts[letter]
    yield group
