"""Words run together: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.merged import (
    _NEVER,
    _best_cut,
    _is_glued,
    _is_long_row,
    _is_one_word,
    _least_gain,
    _may_be_row,
    _piece,
    _strange,
    merged_in,
)
from tests.checkers.broken_word.made import made_words

COMMON = {"of": 7.4, "the": 7.7, "in": 7.3, "a": 7.4, "house": 5.4, "river": 4.8, "people": 5.9, "at": 6.9, "what": 6.4, "you": 7.0}


def found(run: str, zipfs: dict[str, float] | None = None, curated: tuple[str, ...] = (), language: str = "en", *, relaxed: bool = False) -> list[str]:
    words = made_words({**COMMON, **(zipfs or {})}, curated, language)
    merged = list(merged_in(words, run, relaxed))
    assert all(b.kind == "merged" and run[b.start : b.end] == b.repair.replace(" ", "") for b in merged)
    return [b.repair for b in merged]


@pytest.mark.parametrize(("run", "zipfs", "curated", "expected"), [
    ("ofthe", {}, (), ["of the"]),
    ("Ofthe", {}, (), []),
    ("ofThe", {}, (), []),
    ("(ofthe)", {}, (), ["of the"]),
    ("#ofthe", {}, (), []),
    ("@ofthe", {}, (), []),
    ("ofthe.org", {}, (), []),
    ("ofthe.organ", {}, (), ["of the"]),
    ("ofthe", {"ofthe": 3.48}, (), ["of the"]),
    ("ofthe", {"ofthe": 3.52}, (), []),
    ("ofthe", {}, ("ofthe",), []),
    ("inof", {"inof": 2.48}, (), ["in of"]),
    ("inof", {"inof": 2.52}, (), []),
    ("Inthe", {}, (), []),
    ("Whatyou", {}, (), ["What you"]),
    ("theriver", {}, (), ["the river"]),
    ("theriver", {"river": 3.96}, (), []),
    ("riverthe", {}, (), ["river the"]),
    ("riverabout", {"about": 6.4}, (), []),
    ("oxenabout", {"about": 6.4, "oxen": 6.0}, (), []),
    ("aboutoxen", {"about": 6.4, "oxen": 6.0}, (), ["about oxen"]),
    ("aboutriver", {"about": 6.4, "river": 7.0}, (), []),
    ("riverof", {}, (), ["river of"]),
    ("theeeee", {"eeee": 7.0}, (), []),
    ("Theriver", {}, (), ["The river"]),
    ("Theriver", {"theriver": 0.96}, (), ["The river"]),
    ("Theriver", {"theriver": 1.0}, (), []),
    ("theriver", {"theriver": 1.0}, (), ["the river"]),
    ("ariver", {}, (), []),
])
def test_two_words(run: str, zipfs: dict[str, float], curated: tuple[str, ...], expected: list[str]) -> None:
    assert found(run, zipfs, curated) == expected


@pytest.mark.parametrize(("run", "zipfs", "relaxed", "language", "expected"), [
    ("peopleriverin", {}, False, "en", []),
    ("parliamentreport", {"parliament": 4.0, "report": 5.0}, False, "en", ["parliament report"]),
    ("parliamentreport", {"parliament": 3.96, "report": 5.0}, False, "en", []),
    ("parliamentreport", {"parliament": 5.0, "report": 4.0}, False, "en", ["parliament report"]),
    ("parliamentreport", {"parliament": 5.0, "report": 5.0}, False, "de", []),
    ("parliamentreport", {"parliament": 5.0, "report": 5.0}, True, "de", ["parliament report"]),
    ("Parliamentreport", {"parliament": 5.0, "report": 5.0}, False, "en", []),
    ("counterreports", {"reports": 5.0, "counter": 5.0}, False, "en", []),
    ("reportscounter", {"reports": 5.0, "counter": 5.0}, False, "en", ["reports counter"]),
    ("reportriver", {"report": 5.0}, False, "en", []),
    ("riverpeople", {}, True, "en", ["river people"]),
    ("townriver", {"town": 5.0, "river": 5.0}, True, "en", ["town river"]),
    ("towriver", {"tow": 5.5}, True, "en", []),
])
def test_two_words_that_are_no_function_words(run: str, zipfs: dict[str, float], relaxed: bool, language: str, expected: list[str]) -> None:
    assert found(run, zipfs, (), language, relaxed=relaxed) == expected


PIECES = {"zu": 9.0, "qa": 9.0, "vy": 9.0, "xo": 9.0, "b": 8.0}


@pytest.mark.parametrize(("run", "relaxed", "expected"), [
    ("houseoftheriver", False, ["house of the river"]),
    ("peopleofriver", False, []),
    ("peopleofriver", True, ["people of river"]),
    ("peoplehouseriver", False, []),
    ("peoplehouseriver", True, []),
    ("peoplehouseriverhouse", True, ["people house river house"]),
    ("ofzuqavyxo", False, ["of zu qa vy xo"]),
    ("ofzuqavy", False, []),
    ("ofzuqathe", False, ["of zu qa the"]),
    ("ofazuthe", False, ["of a zu the"]),
    ("ofbzuthe", False, []),
    ("ofazu", False, []),
    ("ofazu", True, []),
])
def test_more_than_two_words(run: str, relaxed: bool, expected: list[str]) -> None:
    assert found(run, PIECES, relaxed=relaxed) == expected


def test_two_words_of_which_one_is_a_letter() -> None:
    assert found("ahouse", {"a": 9.0, "house": 9.0}) == [] and found("housea", {"a": 9.0, "house": 9.0}, relaxed=True) == []


@pytest.mark.parametrize(("word", "other", "zipf", "capital", "expected"), [
    # a function word of three letters and more, or of the surest
    ("about", "river", 3.28, False, False), ("about", "river", 3.32, False, True), ("about", "ox", 6.0, False, False), ("about", "oxe", 6.0, False, True),
    ("about", "river", 6.0, True, False),
    ("of", "oxe", 6.0, False, True), ("of", "ox", 6.0, False, False),
    # a shorter one
    ("he", "rive", 6.0, False, False), ("he", "river", 3.48, False, False), ("he", "river", 3.52, False, True),
    ("he", "river", 6.0, True, False),
])
def test_a_function_word_and_another(word: str, other: str, zipf: float, capital: bool, expected: bool) -> None:
    assert _is_glued(made_words({word: 7.0, other: zipf}), word, other, capital, "first") is expected


@pytest.mark.parametrize(("length", "chance"), [(5, -6.25), (12, -12.2), (13, -14.05), (20, -27.0)])
def test_how_rare_a_strange_word_is(length: int, chance: float) -> None:
    assert _strange(length) == pytest.approx(chance)


@pytest.mark.parametrize(("word", "zipf", "curated", "chance"), [
    ("a", 6.16, False, _NEVER), ("a", 6.2, False, -3.2), ("of", 4.96, False, _NEVER), ("of", 5.0, False, -4.4), ("off", 4.96, False, _NEVER),
    ("off", 5.0, False, -4.4), ("offs", 4.0, False, -5.4), ("offs", 3.96, False, -8.4), ("offs", 2.52, True, -6.88), ("offs", 2.48, True, -8.4),
    ("offs", 2.52, False, -8.4), ("off", 2.52, True, _NEVER),
])
def test_a_piece(word: str, zipf: float, curated: bool, chance: float) -> None:
    assert _piece(made_words({word: zipf}, [word] if curated else []).lexicon, word) == pytest.approx(chance)


def test_the_best_cut() -> None:
    lexicon = made_words(COMMON).lexicon
    assert _best_cut(lexicon, "house") == (("house",), pytest.approx(-4.0))
    assert _best_cut(lexicon, "ofthehouse") == (("of", "the", "house"), pytest.approx(7.4 + 7.68 + 5.4 - 27 - 1.2 - 1.7))
    assert _best_cut(lexicon, "xy") == ((), _NEVER)
    assert _best_cut(lexicon, "ofxy") == (("ofxy",), pytest.approx(-8.4))
    long = made_words({"x" * 20: 9.0, "y" * 21: 9.0}).lexicon
    assert len(_best_cut(long, "x" * 20)[0]) == 1 and len(_best_cut(long, "y" * 21)[0]) == 2


@pytest.mark.parametrize(("relaxed", "pieces", "least"), [
    (False, ("house", "river"), -0.2), (True, ("house", "river"), -1.0), (False, ("of", "river"), -1.0),
])
def test_what_the_pieces_must_gain(relaxed: bool, pieces: tuple[str, ...], least: float) -> None:
    assert _least_gain(made_words({}), pieces, relaxed) == least


@pytest.mark.parametrize(("first", "last", "zipf", "own", "merged"), [
    # as a strange word: -6.25; as two words: 7.4 + zipf - 18 - 0.8 - 1.7
    ("of", "oxe", 5.88, 0.0, True), ("of", "oxe", 5.84, 0.0, False),
    # as a strange word: -9.65, as a known one: own - 11.5; as two words: 6.4 + zipf - 18 - 0.8 - 1.7
    ("about", "oxen", 4.28, 0.0, True), ("about", "oxen", 4.24, 0.0, False), ("about", "oxen", 4.0, 1.56, True), ("about", "oxen", 4.0, 1.64, False),
])
def test_two_words_against_one(first: str, last: str, zipf: float, own: float, merged: bool) -> None:
    assert found(first + last, {"about": 6.4, last: zipf, first + last: own}) == ([f"{first} {last}"] if merged else [])


@pytest.mark.parametrize(("word", "relaxed", "may"), [
    ("about" + "x" * 7, False, True), ("x" * 7 + "about", False, False), ("x" * 7 + "about", True, True), ("x" * 8 + "about", False, True),
    ("x" * 21 + "the", False, True), ("x" * 24, False, True), ("x" * 25, False, False), ("x" * 25, True, False), ("x" * 10 + "the" + "x" * 12, False, True),
    ("x" * 10 + "of" + "x" * 13, False, False), ("x" * 10 + "the", False, True), ("x" * 9 + "the", False, True), ("x" * 12, False, False), ("x" * 13, False, True),
])
def test_a_quick_look(word: str, relaxed: bool, may: bool) -> None:
    assert _may_be_row(made_words({}), word, relaxed) is may


@pytest.mark.parametrize(("word", "pieces", "gain", "language", "long"), [
    ("x" * 16, 3, 8.0, "en", True), ("x" * 15, 3, 8.0, "en", False), ("x" * 16, 2, 8.0, "en", False), ("x" * 16, 3, 7.9, "en", False),
    ("x" * 16, 3, 8.0, "de", False),
])
def test_a_long_row(word: str, pieces: int, gain: float, language: str, long: bool) -> None:
    assert _is_long_row(made_words({}, language=language), word, ("x",) * pieces, gain) is long


def test_a_long_row_needs_no_function_words() -> None:
    assert found("peoplehouseriverpeople", {"people": 9.0}) == ["people house river people"]


@pytest.mark.parametrize(("word", "curated", "zipf", "one"), [
    ("abcde", True, 0.0, True), ("abcde", False, 3.52, True), ("abcde", False, 3.48, False), ("aaaab", False, 0.0, True), ("aaab", False, 0.0, False),
])
def test_one_word(word: str, curated: bool, zipf: float, one: bool) -> None:
    words = made_words({word: zipf}, [word] if curated else [])
    assert _is_one_word(words, word, words.get(word)) is one


def test_an_english_word_is_one_in_french() -> None:
    words = made_words({}, language="fr")
    assert _is_one_word(words, "because", words.get("because"))
