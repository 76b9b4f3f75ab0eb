"""Stretches that a sound text may have."""

from __future__ import annotations

import pytest

from corpuslint.checkers.safety.signs import has_sound_case, is_sign, looks_right, touches_letter


@pytest.mark.parametrize(("sign", "answer"), [("µ", True), ("°", True), ("√∂", True), ("é", False), ("Ã©", False), ("€£", True), ("─", False), ("°─", False), ("☺", True)])
def test_signs(sign: str, answer: bool) -> None:
    assert is_sign(sign) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("дБ", True), ("Å”", True), ("É…", True), ("λόγος", True), ("РќР°С", False), ("Ã¼", False), ("╔╗╚╝", True), ("╔a", False), ("Ж", True), ("дБВ", True), ("дБВг", False),
        ("слово", True), ("СЛОВО", True), ("Слово", True), ("сЛово", False), ("éè", False), ("é", True), ("дλ", False), ("дB", False), ("д5", False), ("Åx”", False), ("דבר", True),
    ],
)
def test_what_looks_right(text: str, answer: bool) -> None:
    assert looks_right(text, 0, len(text)) is answer


def test_what_closes_it_may_not_stand_within_a_word() -> None:
    assert looks_right("xÅ”", 1, 3)
    assert not looks_right("xÅ”y", 1, 3)
    assert looks_right("xЖy", 1, 2)


@pytest.mark.parametrize(("text", "answer"), [("a€", True), ("€a", True), (" €.", False), ("5€5", False)])
def test_what_touches_a_letter(text: str, answer: bool) -> None:
    at = text.index("€")
    assert touches_letter(text, at, at + 1) is answer


@pytest.mark.parametrize(("word", "answer"), [("word", True), ("Word", True), ("WORD", True), ("wOrd", False), ("WOrd", False), ("דבר", True)])
def test_sound_case(word: str, answer: bool) -> None:
    assert has_sound_case(word) is answer
