"""Words cut into pieces: `gov ernment`, `re la t ive`, `e l e c t i o n`.

With P(w) = 10^(Zipf - 9), pieces are a damaged word where P(joined) beats the product of P(piece) by more than the
odds against such damage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.prose import PUNCTUATION, Prose
from corpuslint.checkers.broken_word.weights import WEIGHTS

_MAX_PIECES = 14
"""Tokens to either side of an odd one that are looked at."""
_MAX_WINDOWS = 1024
"""Windows of a document that are remembered: in what is no prose, the same ones come again and again."""


def find_split(prose: Prose, relaxed: bool) -> Iterator[Broken]:
    """Pieces of one word, `split`; single letters only, `spaced`."""
    done = -1
    joins, best_part = cache(partial(_joins, prose)), lru_cache(_MAX_WINDOWS)(partial(_best_part, prose, relaxed))
    for index in prose.odd:
        if index <= done or not _may_join(prose, index, relaxed):
            continue
        best = _best_window(prose, index, done + 1, joins, best_part)
        done = index  # every window over this one has been looked at
        if best:
            first, last, joined = best
            if _is_part(prose, first, last):
                continue
            start, end = prose.token(first).start, prose.token(last).end
            spaced = all(len(prose.token(i).low) == 1 for i in range(first, last + 1))
            yield Broken("spaced" if spaced else "split", start, end, joined)
            done = last


def _is_part(prose: Prose, first: int, last: int) -> bool:
    """Whether single letters go on before or behind a window of single letters: then it is some other run of them."""
    alone = [len(prose.token(index).low) == 1 for index in range(first - 1, last + 2)]
    return all(alone[1:-1]) and ((alone[0] and _joins(prose, first - 1)) or (alone[-1] and _joins(prose, last)))


def _may_join(prose: Prose, index: int, relaxed: bool) -> bool:
    """A quick look: whether the run and the one before or behind it are odd both, or join to a word."""
    run, least = prose.runs[index], WEIGHTS.split_zipf_relaxed if relaxed else WEIGHTS.split_zipf
    if index and run.strip(PUNCTUATION) in prose.words.tagged("suffix") and _may_meet(prose, index - 1):
        return True
    return (index > 0 and _may_be_cut(prose, index - 1, index - 1, least)) or _may_be_cut(prose, index, index + 1, least)


def _may_be_cut(prose: Prose, left: int, other: int, least: float) -> bool:
    """Whether a run and the one behind it may be one word; `other` is that of them which is not known to be odd."""
    return _may_meet(prose, left) and (prose.is_odd(other) or _join(prose, left) >= least)


def _may_meet(prose: Prose, left: int) -> bool:
    """Whether a letter ends a run, and a small one begins the next."""
    return left + 1 < len(prose.runs) and prose.runs[left][-1].isalpha() and prose.runs[left + 1][0].islower()


def _join(prose: Prose, left: int) -> float:
    return prose.words.zipf(prose.words.normal((prose.runs[left] + prose.runs[left + 1]).strip(PUNCTUATION)))


def _best_window(
    prose: Prose, index: int, floor: int, joins: Callable[[int], bool],
    best_part: Callable[[tuple[str, ...], int], tuple[int, int] | None],
) -> tuple[int, int, str] | None:
    """The window around an odd token that gains most by being joined: first and last index, and the word.

    All its pieces but one are short: a word is cut into short pieces, or cut once.
    """
    start, stop = _window_end(prose, index, -1, floor, joins), _window_end(prose, index, 1, len(prose.runs) - 1, joins)
    part = best_part(tuple([prose.token(at).low for at in range(start, stop + 1)]), index - start)
    if not part:
        return None
    first, last = start + part[0], start + part[1]
    return first, last, "".join(prose.token(at).text for at in range(first, last + 1))


def _window_end(prose: Prose, index: int, step: int, bound: int, joins: Callable[[int], bool]) -> int:
    """How far tokens join to one side of another, no further than `bound`."""
    at, long = index, _is_long(prose, index)
    while at != bound and abs(at - index) < _MAX_PIECES and (long < 2 or abs(at - index) < 2) and joins(min(at, at + step)):
        at += step
        long += _is_long(prose, at)
    return at


def _best_part(prose: Prose, relaxed: bool, pieces: tuple[str, ...], odd: int) -> tuple[int, int] | None:
    """The pieces, first and last, around the odd one that gain most by being joined."""
    best, best_gain = None, 0.0
    for first in range(odd, -1, -1):
        long = sum([len(piece) > WEIGHTS.split_piece for piece in pieces[first:odd]])
        for last in range(odd, len(pieces)):
            long += len(pieces[last]) > WEIGHTS.split_piece
            if long > 1 and last - first > 1:
                break
            gain = _gain(prose, pieces[first : last + 1], relaxed) if last > first else 0.0
            if gain > best_gain:
                best, best_gain = (first, last), gain
    return best


def _is_long(prose: Prose, index: int) -> int:
    return int(len(prose.token(index).low) > WEIGHTS.split_piece)


def _joins(prose: Prose, left: int) -> bool:
    """Whether nothing but a space or a line break stands between a token and the next, both of letters."""
    a, b = prose.token(left), prose.token(left + 1)
    if not (a.whole and b.whole) or a.closes or b.opens:
        return False
    if b.text[:1].isupper() and not (len(b.text) == 1 and a.text.isupper()):
        return False
    return prose.gap(a, b) in ((" ", "\u00a0") if len(a.text) == len(b.text) == 1 else (" ", "\n", "\r\n", "  ", "\u00a0"))


def _gain(prose: Prose, pieces: tuple[str, ...], relaxed: bool) -> float:
    """By how many powers of ten the joined word is likelier than its pieces, less the odds against damage."""
    words, joined = prose.words, "".join(pieces)
    if min(map(words.zipf, pieces)) >= WEIGHTS.split_common or _is_quoted(prose, pieces):
        return 0.0  # "und er", "por no": sound words that are another one together
    zipf, odds = words.zipf(joined), WEIGHTS.split_odds_relaxed if relaxed else WEIGHTS.split_odds
    if len(pieces) == 2 and pieces[1] in words.tagged("suffix"):
        # `back warded`: the writer's ending on a word that there is
        zipf, odds = max(zipf, words.zipf(joined.removesuffix("ed"))), WEIGHTS.split_odds_relaxed
    if not relaxed and len(joined) <= WEIGHTS.short and not _is_sure_short(pieces, zipf):
        return 0.0
    least = WEIGHTS.split_zipf_relaxed if relaxed else WEIGHTS.split_zipf
    if zipf < least - (WEIGHTS.split_many if len(pieces) > 2 else 0.0):
        return 0.0
    return zipf - words.apart(*pieces) - odds


def _is_quoted(prose: Prose, pieces: tuple[str, ...]) -> bool:
    """Whether these are two of the most frequent words of some language, as a text quotes them."""
    return len(pieces) == 2 and all(len(piece) > 1 and prose.words.is_function_word(piece) for piece in pieces)


def _is_sure_short(pieces: tuple[str, ...], zipf: float) -> bool:
    """Whether four letters, each for itself, are a very frequent word."""
    return len(pieces) == sum(map(len, pieces)) == WEIGHTS.short and zipf >= WEIGHTS.split_zipf_short
