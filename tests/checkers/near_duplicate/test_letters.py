"""A text is a letter for each word; what does not count in a word folds away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.checkers.near_duplicate import letters as module
from corpuslint.checkers.near_duplicate.letters import LETTERS, fold, folded, hashes, letters, scale, units, words


@pytest.mark.parametrize(("text", "factor"), [
    ("Straße, naïve", 1), ("오늘 아침 회의가 열렸다", 1), ("今天上午在北京开幕", 2), ("魚が住んでいる", 2), ("ไม่มีเว้นวรรคระหว่างคำ", 5), ("", 1),
])
def test_scripts_without_spaces_are_counted_by_characters(text: str, factor: int) -> None:
    assert scale(text) == factor


@pytest.mark.parametrize(("text", "factor"), [
    ("日日日" + "ж" * 6, 1), ("日日日" + "ж" * 5, 2), ("กกก" + "ж" * 6, 1), ("กกก" + "ж" * 5, 5),
    ("x" * 3999 + "日" * 9000, 1), ("ж" * 2664 + "日" * 9000, 2), ("ж" * 2680 + "日" * 9000, 1),
])
def test_a_third_of_the_beginning_tells_the_script(text: str, factor: int) -> None:
    assert scale("".join(char * 7 for char in text) if len(text) < 20 else text) == factor


@pytest.mark.parametrize(("text", "found"), [
    ("", []), ("one", [(0, 3)]), (" (one), two", [(2, 5), (8, 11)]), ("don't", [(0, 5)]), ("日本 x", [(0, 1), (1, 2), (3, 4)]),
    ("x日y", [(0, 1), (1, 2), (2, 3)]), ("\u200bone\u00adtwo", [(1, 8)]), ("กข", [(0, 1), (1, 2)]), ("3.5", [(0, 1), (2, 3)]),
])
def test_a_unit_is_a_word_or_a_character_of_a_script_without_spaces(text: str, found: list[tuple[int, int]]) -> None:
    assert units(text) == found
    assert len(letters(text)) == len(found)


@pytest.mark.parametrize(("text", "made"), [
    ("one two three", "ae;"), ("ONE (two), three!", "ae;"), ("o\u00adne two/three", "ae;"), ("日本", "L{"), ("naïve ü 1999", "F~?"),
])
def test_letters_are_the_same_in_every_run(text: str, made: str) -> None:
    assert letters(text) == made


def test_letters_are_spread_evenly() -> None:
    made = letters(" ".join(map(str, range(9100))))
    counts = [made.count(letter) for letter in LETTERS]
    assert len(LETTERS) == 91
    assert 60 < min(counts) <= max(counts) < 150


def test_hashes_are_those_of_folded_units() -> None:
    first, second, third = hashes("Don’t dont DO", [(0, 5), (6, 10), (11, 13)])
    assert first == second != third


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MEMO", 2)
    made: list[str] = []

    def make(token: str) -> str:
        made.append(token)
        return token

    memo = module._Memo(make)
    longest = "x" * 40
    for token in ("a", longest, "a", longest, longest + "x", longest + "x", "b", "a"):
        assert memo[token] == token
    assert made == ["a", longest, longest + "x", longest + "x", "b", "a"]
    assert [*memo] == ["b", "a"]


@given(st.text(alphabet=st.characters(), max_size=200))
def test_letters_and_units_agree_on_any_text(text: str) -> None:
    found = units(text)
    assert len(letters(text)) == len(found) == len(folded(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert [fold(text[start:end]) for start, end in found] == folded(text)
    assert all(folded(text))


@pytest.mark.parametrize(("text", "held"), [
    ("one two three", 3), ("情報セキュリティ対策", 5), ("the 情報 of it", 4), ("ไม่มีเว้นวรรค", 2), ("오늘 아침 회의가", 3), ("", 0),
])
def test_words_that_a_text_holds(text: str, held: int) -> None:
    assert words(text, len(units(text))) == held
