"""Words cut into pieces (`gov ernment`, `re la t ive`, `e l e c t i o n`) and words run together (`ofthe`).

Both weigh probabilities of words against each other: with P(w) = 10^(Zipf - 9), pieces are a damaged word where
P(joined) beats the product of P(piece) by more than the odds against such damage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial

from corpuslint.checkers.broken_word.page import PUNCTUATION, Damage, Page, fold

_ODDS, _ODDS_RELAXED = 5.0, 2.5
_LEAST, _LEAST_SHORT, _LEAST_RELAXED, _LEAST_MANY = 2.7, 4.8, 2.0, 0.7
"""The least Zipf value of a joined word, more for one of four letters, less where it was cut more than once."""
_WINDOW = 14
_PIECE = 4


def find_split(page: Page, relaxed: bool) -> Iterator[Damage]:
    """Pieces of one word, `split`; single letters only, `spaced`."""
    done = -1
    # Windows overlap, and come again and again in what is no prose.
    joins, best_part = cache(partial(_joins, page)), lru_cache(maxsize=1024)(partial(_best_part, page, relaxed))
    for index in page.odd:
        if index <= done or not _may_join(page, index, relaxed):
            continue
        best = _best_window(page, index, done + 1, joins, best_part)
        done = index  # every window over this one has been looked at
        if best:
            first, last, joined = best
            if _is_part(page, first, last):
                continue
            start, end = page.token(first).start, page.token(last).end
            spaced = all(len(page.token(i).low) == 1 for i in range(first, last + 1))
            yield Damage("spaced" if spaced else "split", start, end, joined)
            done = last


def _is_part(page: Page, first: int, last: int) -> bool:
    """Whether single letters go on before or behind a window of single letters: then it is some other run of them."""
    alone = [len(page.token(index).low) == 1 for index in range(first - 1, last + 2)]
    return all(alone[1:-1]) and ((alone[0] and _joins(page, first - 1)) or (alone[-1] and _joins(page, last)))


def _may_join(page: Page, index: int, relaxed: bool) -> bool:
    """A quick look: whether the run and the one before or behind it are odd both, or join to a word."""
    run, least = page.runs[index], _LEAST_RELAXED if relaxed else _LEAST
    if run[0].islower() and index:
        before = page.runs[index - 1]
        if before[-1].isalpha() and (
            page.is_odd(index - 1) or _join(page, before, run) >= least or run.strip(PUNCTUATION) in page.words("suffix")
        ):
            return True
    if run[-1].isalpha() and index + 1 < len(page.runs):
        after = page.runs[index + 1]
        return after[0].islower() and (page.is_odd(index + 1) or _join(page, run, after) >= least)
    return False


def _join(page: Page, first: str, second: str) -> float:
    return page.lexicon.zipf(fold((first + second).strip(PUNCTUATION), page.language))


def _best_window(
    page: Page, index: int, floor: int, joins: Callable[[int], bool],
    best_part: Callable[[tuple[str, ...], int], tuple[int, int] | None],
) -> tuple[int, int, str] | None:
    """The window around an odd token that gains most by being joined: first and last index, and the word.

    All its pieces but one are short: a word is cut into short pieces, or cut once.
    """
    start, stop = index, index
    long = _is_long(page, index)
    while start > floor and index - start < _WINDOW and (long < 2 or index - start < 2) and joins(start - 1):
        start -= 1
        long += _is_long(page, start)
    long = _is_long(page, index)
    while stop - index < _WINDOW and (long < 2 or stop - index < 2) and joins(stop):
        stop += 1
        long += _is_long(page, stop)
    part = best_part(tuple([page.token(at).low for at in range(start, stop + 1)]), index - start)
    if not part:
        return None
    first, last = start + part[0], start + part[1]
    return first, last, "".join(page.token(at).text for at in range(first, last + 1))


def _best_part(page: Page, relaxed: bool, pieces: tuple[str, ...], odd: int) -> tuple[int, int] | None:
    """The pieces, first and last, around the odd one that gain most by being joined."""
    best, best_gain = None, 0.0
    for first in range(odd, -1, -1):
        long = sum([len(piece) > _PIECE for piece in pieces[first:odd]])
        for last in range(odd, len(pieces)):
            long += len(pieces[last]) > _PIECE
            if long > 1 and last - first > 1:
                break
            gain = _gain(page, pieces[first : last + 1], relaxed) if last > first else 0.0
            if gain > best_gain:
                best, best_gain = (first, last), gain
    return best


def _is_long(page: Page, index: int) -> int:
    return int(len(page.token(index).low) > _PIECE)


def _joins(page: Page, left: int) -> bool:
    """Whether nothing but a space or a line break stands between a token and the next, both of letters."""
    a, b = page.token(left), page.token(left + 1)
    if not (a.whole and b.whole) or a.closes or b.opens:
        return False
    if b.text[:1].isupper() and not (len(b.text) == 1 and a.text.isupper()):
        return False
    return page.gap(a, b) in ((" ", "\u00a0") if len(a.text) == len(b.text) == 1 else (" ", "\n", "\r\n", "  ", "\u00a0"))


def _gain(page: Page, pieces: tuple[str, ...], relaxed: bool) -> float:
    """By how many powers of ten the joined word is likelier than its pieces, less the odds against damage."""
    joined, breaks = "".join(pieces), len(pieces) - 1
    zipf, odds = page.lexicon.zipf(joined), _ODDS_RELAXED if relaxed else _ODDS
    if breaks == 1 and pieces[1] in page.words("suffix"):
        # `back warded`: the writer's ending on a word that there is
        zipf, odds = max(zipf, page.lexicon.zipf(joined.removesuffix("ed")) - 0.5), _ODDS_RELAXED
    if not relaxed and (len(joined) < 4 or (len(joined) == 4 and (breaks < 3 or zipf < _LEAST_SHORT))):
        return 0.0
    if zipf < (_LEAST_RELAXED if relaxed else _LEAST) - (_LEAST_MANY if breaks > 1 else 0.0):
        return 0.0
    return zipf - page.apart(*pieces) - odds
