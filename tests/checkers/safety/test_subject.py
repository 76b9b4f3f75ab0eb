"""Texts that speak of damage."""

from __future__ import annotations

import pytest

from corpuslint.checkers.safety.subject import REACH, is_near, is_subject, subjects
from corpuslint.document import Document
from corpuslint.finding import Edit


@pytest.mark.parametrize(("gap", "answer"), [(0, True), (REACH - 5, True), (REACH - 4, False)])
def test_a_subject_is_near_on_either_side(gap: int, answer: bool) -> None:
    behind = Document.from_text("x" + " " * gap + "ASCII")
    assert is_subject(behind, 0, 1) is answer
    before = Document.from_text("ascii" + " " * gap + "x")
    assert is_subject(before, gap + 5, gap + 6) is answer


@pytest.mark.parametrize("text", ["This is UTF-8.", "the codepage", "кодировка", "乱码", "&amp; entities", "a homoglyph"])
def test_what_speaks_of_damage(text: str) -> None:
    assert is_subject(Document.from_text(text), 0, 1)


def test_what_does_not() -> None:
    assert not is_subject(Document.from_text("The train was late."), 0, 1)


def test_a_place_is_near_a_subject() -> None:
    assert subjects("a utf-8 b ascii") == [2, 10]
    assert is_near([1000], Edit(1000 + REACH, 1001 + REACH, ""))
    assert not is_near([1000], Edit(1001 + REACH, 1002 + REACH, ""))
    assert is_near([1000], Edit(1000 - REACH, 1001 - REACH, ""))
    assert not is_near([1000], Edit(999 - REACH, 1000 - REACH, ""))
    assert not is_near([], Edit(0, 1, ""))
