"""How damage joins."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.damage import GAP, Damage, merge


def damage(start: int, end: int, repair: str | None = "x", kind: str = "double", read: str = "cp1252") -> Damage:
    return Damage(kind, start, end, repair, read, "UTF-8")


def test_neighbours_of_one_cause_are_one_with_what_stands_between() -> None:
    text = "Ã© the Ã¨" + "." * 20
    assert merge(text, [damage(0, 2, "é"), damage(7, 9, "è")]) == [damage(0, 9, "é the è")]


@pytest.mark.parametrize(("gap", "joined"), [(GAP - 1, True), (GAP, False)])
def test_neighbours_are_near(gap: int, joined: bool) -> None:
    assert len(merge("." * 40, [damage(0, 2), damage(2 + gap, 4 + gap)])) == (1 if joined else 2)


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_damage_of_two_lines_is_two(end: str) -> None:
    assert len(merge(f"ab{end}cd", [damage(0, 2), damage(3, 5)])) == 2


@pytest.mark.parametrize(
    "other", [damage(3, 5, kind="utf8-misread"), damage(3, 5, read="latin-1"), damage(3, 5)._replace(safety="safe"), damage(3, 5)._replace(true="KOI8-R")]
)
def test_what_differs_in_kind_cause_or_safety_stays_apart(other: Damage) -> None:
    assert len(merge("." * 9, [damage(0, 2), other])) == 2


def test_bytes_keep_their_places() -> None:
    assert len(merge("." * 9, [damage(0, 2, kind="undecodable"), damage(3, 5, kind="undecodable")])) == 2


@pytest.mark.parametrize(("first", "second"), [(None, "x"), ("x", None)])
def test_what_nobody_can_know_makes_the_whole_unknown(first: str | None, second: str | None) -> None:
    assert merge("." * 9, [damage(0, 2, first), damage(3, 5, second)]) == [damage(0, 5, None)]


def test_three_are_one_and_the_next_begins_anew() -> None:
    assert merge("." * 60, [damage(0, 2), damage(4, 5), damage(8, 9), damage(40, 41)]) == [damage(0, 9, "x..x...x"), damage(40, 41)]
