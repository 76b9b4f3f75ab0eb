"""Whole lines."""

from __future__ import annotations

import pytest

from corpuslint.document import Document
from corpuslint.text.lines import is_blank, next_line, start_of


@pytest.mark.parametrize(("at", "past_blanks", "following", "start"), [
    (0, False, 1, 4), (0, True, 3, 9), (1, True, 3, 9), (3, False, 4, 13), (3, True, 5, 14), (4, True, 5, 14),
])
def test_the_line_after_one(at: int, past_blanks: bool, following: int, start: int) -> None:
    text, lines = "one\n\n \t\r\ntwo\n ", Document.from_text("one\n\n \t\r\ntwo\n ").lines
    assert next_line(text, lines, at, past_blanks=past_blanks) == following
    assert start_of(text, lines, following) == start
    assert [is_blank(text, lines, line) for line in range(len(lines))] == [False, True, True, False, True]
