"""A swap that the words of the language bear witness to."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake import witness


def test_no_lexicon_is_opened_where_no_word_is_in_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness, "open_lexicon", lambda _language: pytest.fail("opened"))
    assert witness.witnessed("egy\u00a0szó", frozenset("\u00a0ó"), "hu") == []


def seen(text: str, language: str) -> list[tuple[str, str]]:
    return [tuple(found) for found in witness.witnessed(text, frozenset(char for char in text if char > "\x7f"), language)]


@pytest.mark.parametrize(
    ("text", "language", "swaps"),
    [
        ("Nem lehet a szabványnak megfelelõ nyelvi", "hu", [("cp1252", "cp1250")]),
        ("megfelelõ", "hu", [("cp1252", "cp1250")]),
        ("megfelelõ", "xx", []), ("megfelelõ", "en", []), ("megfelelő", "hu", []), ("õ", "hu", []), ("xqzõw", "hu", []),
        ("jövõ", "hu", []), ("nõk", "hu", []),
    ],
)
def test_words_with_a_letter_that_the_language_lacks(text: str, language: str, swaps: list[tuple[str, str]]) -> None:
    assert seen(text, language) == swaps


class Frequencies(dict[str, float]):
    """A lexicon of these words."""

    def zipf(self, word: str) -> float:
        return self.get(word, 0.0)


@pytest.mark.parametrize(
    ("frequencies", "points"),
    [
        ({"jövő": 3.9}, 1), ({"jövő": 2.9}, 0), ({"jövő": 3.0}, 1), ({"jövő": 4.0}, 1), ({"jövő": 4.0, "jövõ": 2.6}, 0), ({"jövő": 4.0, "jövõ": 2.5}, 1),
    ],
)
def test_a_frequent_word_is_a_point(frequencies: dict[str, float], points: int) -> None:
    assert witness._points(Frequencies(frequencies), "Jövõ", "jövő") == points  # type: ignore[arg-type]


def test_a_longer_frequent_word_needs_no_second() -> None:
    assert witness._points(Frequencies({"jövők": 4.0}), "jövõk", "jövők") == witness.ENOUGH  # type: ignore[arg-type]
    assert witness._points(Frequencies({"jövők": 3.9}), "jövõk", "jövők") == 1  # type: ignore[arg-type]
    assert witness._points(Frequencies({"jövők": 4.0}), "jövők", "jövők") == 0  # type: ignore[arg-type]


def test_two_words_that_need_a_second_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness, "open_lexicon", lambda _language: Frequencies({"jövő": 4.5, "erdő": 4.5}))
    assert seen("jövõ", "hu") == []
    assert seen("jövõ jövõ", "hu") == []
    assert seen("jövõ erdõ", "hu") == [("cp1252", "cp1250")]
    assert seen("(jövõ, erdõ!)", "hu") == [("cp1252", "cp1250")]
