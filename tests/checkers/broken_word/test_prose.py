"""Runs, tokens and their places; which runs are odd."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word import prose as module
from corpuslint.checkers.broken_word.prose import Token
from tests.checkers.broken_word.made import made_prose

COMMON = {"the": 7.0, "house": 6.0, "stood": 6.0, "there": 6.5, "l'": 6.0, "homme": 6.0}


@pytest.mark.parametrize("text", ["the house", "  the  house\n\n", "\n the\t\thouse \u00a0 there  stood", "(the) house, there", ""])
def test_places(text: str) -> None:
    prose = made_prose(text, COMMON)
    places = [prose.place(index) for index in range(len(prose.runs))]
    assert [text[place : place + len(run)] for place, run in zip(places, prose.runs, strict=True)] == text.split()
    assert places == sorted(set(places))


def test_tokens() -> None:
    prose = made_prose("The «House», (there\nstood) 5th …", COMMON)
    assert prose.token(0) == Token("The", "the", 0, 3, True, False, False)
    assert prose.token(1) == Token("House", "house", 5, 10, True, True, True)
    assert prose.token(2) == Token("there", "there", 14, 19, True, True, False)
    assert prose.token(3) == Token("stood", "stood", 20, 25, True, False, True)
    assert prose.token(4) == Token("5th", "5th", 27, 30, False, False, False)
    assert prose.token(5) == Token("", "", 32, 32, False, True, False)
    for outside in (-1, 6):
        assert prose.token(outside) == Token("", "", 0, 0, False, True, True)
    assert prose.gap(prose.token(2), prose.token(3)) == "\n"


@pytest.mark.parametrize(("run", "odd"), [
    ("house", False), ("House", False), ("HOUSE", False), ("(house),", False), ("—", False), ("A", False), ("B", False),
    ("xqvzt", True), ("Xqvzt", True), ("XQVZT", False), ("NATO", False), ("ABCDEF", True), ("hoUse", True), ("NaTO", True),
    ("house-the", False), ("house-xqvzt", True), ("house-NATO", False), ("house-ABCDE", False), ("house-ABCDEF", True),
    ("hou5e", True), ("5th", True), ("5three", True), ("the5", True), ("house5", True), ("3D", False), ("hou!se", True), ("house's", False),
    ("house/there", False), ("theHouse", True), ("the-House", False), ("l'homme", False), ("l'xqvzt", True), ("12", False),
])
def test_an_odd_run(run: str, odd: bool) -> None:
    assert made_prose(f"the {run} house", COMMON, ["other"]).odd == ([1] if odd else [])


def test_the_ending_of_a_turkish_name_is_no_word() -> None:
    zipfs = {"ankara": 6.0, "house": 6.0}
    assert made_prose("Ankara'daki house", zipfs, language="tr").odd == []
    assert made_prose("Ankara'daki house", zipfs, language="fr").odd == [0]


def test_runs_that_are_a_small_word_and_stand_alone() -> None:
    prose = made_prose("the xqvzt, the Qzvxt the zqvxt vqzxt xvqzt the", COMMON)
    assert prose.odd == [1, 3, 5, 6, 7]
    assert prose.small == [(1, "xqvzt"), (5, "zqvxt"), (7, "xvqzt")]
    assert [prose.is_among_odd(index) for index in prose.odd] == [False, False, False, True, False]
    assert prose.is_odd(1) and not prose.is_odd(0)


def test_what_stands_in_the_document() -> None:
    prose = made_prose("The house. The (house) the-House", COMMON)
    assert prose.plain_runs == {"The": 2, "house": 2, "the-House": 1}
    assert prose.vocabulary == {"the", "house"}


@pytest.mark.parametrize(("older", "plain", "archaic"), [(1, 0, False), (2, 0, True), (2, 198, True), (2, 199, False), (3, 250, True)])
def test_an_archaic_text(older: int, plain: int, archaic: bool) -> None:
    text = "olde " * older + "house " * plain
    assert made_prose(text, {"old": 6.0, "house": 6.0}).is_archaic is archaic


def test_rivals_only_where_no_language_is_stated() -> None:
    assert made_prose("the house", COMMON).rivals == ()


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_JUDGED", 3)
    words = made_prose("", COMMON).words

    def judged(text: str) -> tuple[set[str], set[str]]:
        document = made_prose(text, {}).document
        assert module.Prose(document, words).odd is not None
        good, odd = module._judged(*words.key)
        return set(good), set(odd)

    assert judged("the house xqvzt") == ({"the", "house"}, {"xqvzt"})
    assert judged("vzxqt") == ({"the", "house"}, {"xqvzt", "vzxqt"})
    assert judged("there") == ({"there"}, set())


def test_odd_runs_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_ODD", 2)
    assert made_prose("xqvzt the vzxqt qqqqq", COMMON).odd == [0, 2]
