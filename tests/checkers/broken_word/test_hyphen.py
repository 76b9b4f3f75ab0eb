"""Hyphens that were left in: each threshold has a word at either side."""

from __future__ import annotations

from math import inf

import pytest

from corpuslint.checkers.broken_word.hyphen import _gain, _Hyphen, find_hyphen
from tests.checkers.broken_word.made import made_prose


def found(text: str, zipfs: dict[str, float], curated: tuple[str, ...] = (), language: str = "en") -> list[tuple[str, str]]:
    return [(text[b.start : b.end], b.repair) for b in find_hyphen(made_prose(text, zipfs, curated, language))]


def gain(left: str, gap: str, right: str, zipfs: dict[str, float], curated: tuple[str, ...] = (), language: str = "en", text: str = "") -> float | None:
    return _gain(made_prose(text, zipfs, curated, language), _Hyphen(left, gap, right, 0, len(left + gap + right) + 1))


@pytest.mark.parametrize(("gap", "odds"), [("\n", 1.5), (" \r\n\t", 1.5), ("\r", 1.5), (" ", 2.5), ("\u00a0", 2.5), ("", 4.5)])
def test_odds_by_what_follows_the_hyphen(gap: str, odds: float) -> None:
    assert gain("pro", gap, "duced", {"produced": 5.0}) == pytest.approx(5.0 - 2.0 + 9 - odds)


@pytest.mark.parametrize(("zipfs", "curated", "expected"), [
    ({"produced": 2.0}, (), 2.0 - 2.0 + 9 - 2.5),
    ({"produced": 1.96}, (), None),
    ({}, ("produced",), 2.0 - 2.0 + 9 - 2.5),
    ({"produced": 3.0}, ("produced",), 3.0 - 2.0 + 9 - 2.5),
    ({"produced": 3.0, "duced": 3.0, "pro": 4.0}, ("produced",), 3.0 - 7.0 + 9 - 2.5 - 3.0),
    ({"produced": 3.0, "duced": 1.96, "pro": 4.0}, (), 3.0 - 5.96 + 9 - 2.5),
    ({"produced": 3.0, "duced": 2.0, "pro": 4.0}, (), 3.0 - 6.0 + 9 - 2.5 - 3.0),
    ({"produced": 3.0, "pro": 4.0}, ("duced",), 3.0 - 5.0 + 9 - 2.5 - 3.0),
])
def test_a_word_in_one_piece(zipfs: dict[str, float], curated: tuple[str, ...], expected: float | None) -> None:
    assert gain("pro", " ", "duced", zipfs, curated) == (expected if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(("gap", "text", "expected"), [
    (" ", "a zorblat", 3.0 - 2.0 + 9 - 2.5), (" ", "a zorbla", None), ("", "a zorblat", None), (" ", "", None),
])
def test_a_word_that_stands_elsewhere(gap: str, text: str, expected: float | None) -> None:
    assert gain("zor", gap, "blat", {}, (), "en", text) == (expected if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(("left", "gap", "right", "language", "certain"), [
    ("Regie", "\n", "rung", "de", True), ("Regie", " ", "rung", "de", False), ("regie", "\n", "rung", "de", False),
    ("REGIE", "\n", "RUNG", "de", False), ("Re", "\n", "gierung", "de", False), ("Reg", "\n", "ierung", "de", True), ("Regie", "\n", "rung", "en", False),
])
def test_a_german_noun_has_its_capital(left: str, gap: str, right: str, language: str, certain: bool) -> None:
    assert (gain(left, gap, right, {"regierung": 5.0}, (), language) == inf) is certain


PRODUCED = {"produced": 5.0, "ministers": 5.0}


@pytest.mark.parametrize(("text", "expected"), [
    ("a pro-\nduced b", ["pro-\nduced"]), ("a pro- duced b", ["pro- duced"]), ("a pro-duced b", ["pro-duced"]),
    ("a pro\u2010duced b", ["pro\u2010duced"]), ("a pro\u2011duced b", ["pro\u2011duced"]), ("a pro\u00ac\nduced b", ["pro\u00ac\nduced"]),
    ("a pro--duced b", []), ("a x-pro-duced b", []), ("a x-pro- duced b", ["pro- duced"]), ("a 5pro-duced b", []), ("a pro-duced-x b", []), ("a pro-duced5 b", []),
    ("a pro-duced's b", []), ("a pro-\n\nduced b", []), ("a pro-  duced b", []), ("pro-duced", ["pro-duced"]), ("a PRO-DUCED b", ["PRO-DUCED"]),
    ("a pro-Duced b", []), ("a PRO-Duced b", []), ("a PRO-duced b", ["PRO-duced"]),
    ("a p-roduced b", []), ("a p- roduced b", ["p- roduced"]), ("a produc-ed b", []), ("a produc- ed b", ["produc- ed"]), ("a produ-ced b", ["produ-ced"]),
])
def test_places(text: str, expected: list[str]) -> None:
    assert [match for match, _ in found(text, PRODUCED)] == expected


def test_a_hyphen_between_two_capital_letters() -> None:
    assert found("a A- BC b", {"abc": 6.0}) == [("A- BC", "ABC")]
    assert found("a AB- Cd b", {"abcd": 6.0}) == []


def test_a_suspended_hyphen() -> None:
    assert found("Ein- und b", {"einund": 7.0}, language="de") == []
    assert found("a Ein- umd b", {"einumd": 7.0}, language="de") == [("Ein- umd", "Einumd")]


def test_two_english_words_in_another_language() -> None:
    assert found("a lead-time b", {"leadtime": 7.0}, language="fr") == []
    assert found("a lead- time b", {"leadtime": 7.0}, language="fr") == [("lead- time", "leadtime")]
    assert found("a lead-tirne b", {"leadtirne": 7.0}, language="fr") == [("lead-tirne", "leadtirne")]


# Together: `minis- ters` gains zipf + 9 - 2.0 - 2.5, so that the pieces are frequent below.
@pytest.mark.parametrize(("text", "left", "right", "expected"), [
    ("a pro-duced b", 3.52, 3.52, []), ("a pro-duced b", 3.48, 3.52, ["pro-duced"]), ("a pro-duced b", 3.52, 3.48, ["pro-duced"]),
    ("a pro-\nduced b", 3.52, 3.52, ["pro-\nduced"]), ("a pr-oduced b", 3.52, 3.52, ["pr-oduced"]),
])
def test_two_words_that_are_joined_within_a_line(text: str, left: float, right: float, expected: list[str]) -> None:
    zipfs = {"produced": 7.0, "pro": left, "pr": left, "duced": right, "oduced": right}
    assert [match for match, _ in found(text, zipfs)] == expected


def pieces(sum_of_pieces: float) -> dict[str, float]:
    first = min(10.0, sum_of_pieces - 3.2)
    return {**PRODUCED, "minis": first, "ters": sum_of_pieces - first}


@pytest.mark.parametrize(("text", "sum_of_pieces", "both"), [
    ("a minis- ters b", 11.44, True), ("a minis- ters b", 11.52, False),
    ("a pro- duced minis- ters b", 13.44, True), ("a pro- duced minis- ters b", 13.52, False), ("a pro-\nduced minis- ters b", 13.44, False),
    ("a minis-\nters b", 12.48, True), ("a minis-\nters b", 12.56, False),
    ("a pro-\nduced minis-\nters b", 13.92, True), ("a pro-\nduced minis-\nters b", 14.0, False), ("a pro- duced minis-\nters b", 13.92, False),
    ("a pro-duced minis-ters b", 11.44, True), ("a pro-duced minis-ters b", 11.52, False),
])
def test_one_that_is_certain_helps_another(text: str, sum_of_pieces: float, both: bool) -> None:
    assert (("minis" in "".join(match for match, _ in found(text, pieces(sum_of_pieces)))) is both)


@pytest.mark.parametrize(("text", "expected"), [
    ("pro-\nduced pro-\nduced zor-\nblat", ["pro-\nduced", "pro-\nduced", "zor-\nblat"]),
    ("pro-\nduced zor-\nblat", ["pro-\nduced"]),
    ("pro-\nduced pro-\nduced zor- blat", ["pro-\nduced", "pro-\nduced"]),
    ("pro-\nduced pro-\nduced zor-\nhouse", ["pro-\nduced", "pro-\nduced"]),
])
def test_a_fragment_in_a_text_set_with_hyphens(text: str, expected: list[str]) -> None:
    assert [match for match, _ in found(text, {**PRODUCED, "house": 2.0})] == expected
