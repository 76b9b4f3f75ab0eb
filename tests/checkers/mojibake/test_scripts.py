"""Letters of two scripts side by side, and accents on no letter of theirs."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.scripts import marks_adrift, script_clashes


@pytest.mark.parametrize(
    ("text", "clashes"),
    [
        ("", 0), ("plain", 0), ("été", 0), ("слово", 0), ("cлово", 1), ("слoво", 2), ("а-b", 0), ("а b", 0), ("λx", 1), ("漢字かな", 0), ("漢a", 1),
        ("漢한", 1), ("a漢b字c", 4), ("क्त", 0), ("aक", 1), ("ԱБ", 1), ("אa", 1), ("عa", 1), ("a5б", 0), ("éµ", 0), ("ĐЂ", 1),
    ],
)
def test_how_often_scripts_clash(text: str, clashes: int) -> None:
    assert script_clashes(text) == clashes


@pytest.mark.parametrize(
    ("text", "adrift"),
    [
        ("", 0), ("plain", 0), ("e\u0301", 0), ("\u0301", 0), ("ב\u05bc", 0), ("a\u05bc", 1), ("\u05bc", 1), ("ه\u064e", 0), ("x\u064e\u064e", 1),
        ("क्", 0), ("k्", 1), ("5\u05bc\u05bd", 1), ("☺\ufe0f", 0), ("a\u200d\u05bc", 0),
    ],
)
def test_how_many_marks_are_adrift(text: str, adrift: int) -> None:
    assert marks_adrift(text) == adrift
