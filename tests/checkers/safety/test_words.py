"""The word as a witness."""

from __future__ import annotations

import pytest

from corpuslint.checkers.safety.words import _is_known, apply, is_word_again, word_end, word_start
from corpuslint.finding import Edit


def again(text: str, *edits: tuple[int, int, str], language: str = "en", at: int = 0) -> bool:
    return is_word_again(text, language, [Edit(*edit) for edit in edits], at)


@pytest.mark.parametrize(
    ("text", "edit", "answer"),
    [
        ("the of\ufb01ce was", (6, 7, "fi"), True), ("the zq\ufb01wk was", (6, 7, "fi"), False), ("the hous\u0435 was", (8, 9, "e"), True), ("the house was", (4, 5, "h"), False),
        ("the HOU\u0405E was", (7, 8, "S"), True), ("the hoU\u0405e was", (7, 8, "S"), False), ("the house”. was", (9, 10, "s"), False), ("hous\u0435.” she", (4, 5, "e"), True),
    ],
)
def test_a_word_that_the_language_has_repaired_alone(text: str, edit: tuple[int, int, str], answer: bool) -> None:
    assert again(text, edit) is answer


def test_all_edits_of_a_word_are_made() -> None:
    edits = ((4, 5, "o"), (7, 8, "e"))
    assert again("a h\u043eus\u0435 is"[1:], (2, 3, "o"), (5, 6, "e"))
    assert not again("a h\u043eus\u0435 is"[1:], (2, 3, "o"))
    assert edits


def test_the_ends_of_a_word() -> None:
    assert (word_start("house", [Edit(2, 3, "x")], 0), word_end("house", [Edit(2, 3, "x")], 0)) == (0, 5)
    text = "a bcé’d. e"
    edits = [Edit(4, 5, "x")]
    assert (word_start(text, edits, 0), word_end(text, edits, 0)) == (2, 7)
    joined = [Edit(0, 2, "x"), Edit(2, 4, "y"), Edit(4, 6, "z")]
    assert (word_start("1234567", joined, 1), word_end("1234567", joined, 1)) == (0, 6)
    apart = [Edit(0, 1, "x"), Edit(2, 4, "y"), Edit(5, 6, "z")]
    assert (word_start("1 34 67", apart, 1), word_end("1 34 67", apart, 1)) == (2, 4)


def test_a_word_has_an_end_to_its_length() -> None:
    text = "a" * 200
    assert (word_start(text, [Edit(100, 101, "x")], 0), word_end(text, [Edit(100, 101, "x")], 0)) == (40, 161)


@pytest.mark.parametrize(
    ("language", "word", "known"),
    [
        ("en", "house", True), ("en", "hxuse", False), ("de", "house", True), ("de", "Häuser", True), ("en", "don’t", True), ("en", "a", False), ("en", "ab\u00d7cd", False),
        ("en", "hou\x00se", False), ("en", "l’house", True), ("en", "house-house", True), ("en", "house-hxuse", False), ("xx", "house", True), ("en", "", False), ("en", "of", True),
        ("en", "qz", False),
    ],
)
def test_words_that_a_language_has(language: str, word: str, known: bool) -> None:
    assert _is_known(language, word) is known


def test_edits_within_a_stretch_are_made() -> None:
    edits = [Edit(0, 1, "x"), Edit(2, 3, "yy"), Edit(5, 6, "")]
    assert apply("abcdefg", edits, 2, 5) == "yyde"
    assert apply("abcdefg", edits, 0, 7) == "xbyydeg"
    assert apply("abcdefg", edits, 3, 5) == "de"
