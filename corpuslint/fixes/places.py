"""Where edits changed a text: places as they stand now, and as they stood in the text that was read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpuslint.document import Span
from corpuslint.finding import Edit

_NOW, _BEFORE = 0, 1


class Edited(NamedTuple):
    """A stretch that was edited: where it stands now, where it stood, and whether by safe fixes alone."""

    now: Span
    before: Span
    safe: bool = True


class _Stretch(NamedTuple):
    """What comes together: `grown` is by how much the text gets longer, `fresh` whether an edit is in it."""

    start: int
    end: int
    grown: int
    safe: bool
    fresh: bool
    was: Span


def composed(places: Sequence[Edited], edits: Iterable[tuple[Edit, bool]]) -> tuple[list[Edited], list[Span]]:
    """The places after further edits (each with whether it is safe), which must not overlap; those that touch are one.

    The second part: where the edits stood in the text as it was.
    """
    stretches = [_Stretch(*place.now, 0, place.safe, False, place.before) for place in places]
    for edit, safe in edits:
        was = before(Span(edit.start, edit.end), places)
        stretches.append(_Stretch(edit.start, edit.end, len(edit.replacement) - (edit.end - edit.start), safe, True, was))
    found: list[Edited] = []
    changed: list[Span] = []
    shift = 0
    for each in _merged(sorted(stretches)):
        found.append(Edited(Span(each.start + shift, each.end + shift + each.grown), each.was, each.safe))
        if each.fresh:
            changed.append(each.was)
        shift += each.grown
    return found, changed


def before(span: Span, places: Sequence[Edited]) -> Span:
    """Where the span of the text as it is now stood; of a place that it cuts, the whole."""
    return _mapped(span, places, _NOW, _BEFORE)


def now(span: Span, places: Sequence[Edited]) -> Span:
    """Where the span of the text as it was stands now; of a place that it cuts, the whole."""
    return _mapped(span, places, _BEFORE, _NOW)


def touching(span: Span, places: Sequence[Edited], reach: int) -> Sequence[Edited]:
    """The places that now stand within `reach` code points of the span."""
    first = bisect_left(places, span.start - reach, key=lambda place: place.now.end)
    return places[first : bisect_right(places, span.end + reach, key=lambda place: place.now.start)]


def _mapped(span: Span, places: Sequence[Edited], given: int, wanted: int) -> Span:
    start, end = span
    if at := bisect_right(places, start, key=lambda place: _side(place, given).start):
        of, to = _side(places[at - 1], given), _side(places[at - 1], wanted)
        start = to.start if start < of.end else start - of.end + to.end
    if at := bisect_left(places, end, key=lambda place: _side(place, given).start):
        of, to = _side(places[at - 1], given), _side(places[at - 1], wanted)
        end = to.end if end <= of.end else end - of.end + to.end
    return Span(start, max(start, end))


def _side(place: Edited, which: int) -> Span:
    return place.now if which == _NOW else place.before


def _merged(stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """The sorted stretches, with those that touch as one."""
    held: _Stretch | None = None
    for each in stretches:
        if held and each.start <= held.end:
            was = Span(min(held.was.start, each.was.start), max(held.was.end, each.was.end))
            held = _Stretch(
                held.start, max(held.end, each.end), held.grown + each.grown, held.safe and each.safe, held.fresh or each.fresh, was
            )
        else:
            if held:
                yield held
            held = each
    if held:
        yield held
