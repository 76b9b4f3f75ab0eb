"""Stretches side by side."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from corpuslint.document import Span
from corpuslint.text.spans import disjoint, outermost, overlaps


class _Found(NamedTuple):
    start: int
    end: int
    name: str


@pytest.mark.parametrize(("start", "end", "expected"), [
    (0, 2, False), (0, 3, True), (4, 5, True), (5, 6, False), (5, 7, False), (5, 8, True), (9, 12, False), (0, 99, True), (4, 4, True), (5, 5, False),
])
def test_a_stretch_overlaps_where_it_shares_a_code_point(start: int, end: int, expected: bool) -> None:
    assert overlaps([Span(2, 5), Span(7, 9)], start, end) is expected


def test_nothing_overlaps_nothing() -> None:
    assert not overlaps([], 0, 9)
    assert disjoint([]) == outermost([]) == []


def test_of_overlapping_stretches_the_first_that_comes_stays() -> None:
    found = [_Found(4, 8, "a"), _Found(0, 5, "b"), _Found(0, 4, "c"), _Found(8, 9, "d"), _Found(4, 8, "e"), _Found(7, 20, "f")]
    assert [item.name for item in disjoint(found)] == ["c", "a", "d"]


def test_what_lies_within_another_goes() -> None:
    found = [_Found(4, 8, "a"), _Found(0, 5, "b"), _Found(0, 4, "c"), _Found(4, 8, "d"), _Found(5, 8, "e"), _Found(6, 9, "f")]
    assert [item.name for item in outermost(found)] == ["b", "a", "f"]
