"""Misread words: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.ocr import is_recognised, misread_in, misread_in_recognised
from tests.checkers.broken_word.made import made_prose, made_words


def strict(run: str, zipfs: dict[str, float], curated: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(run[b.start : b.end], b.repair) for b in misread_in(made_words(zipfs, curated), run) if b.kind == "misread"]


def relaxed(run: str, zipfs: dict[str, float], curated: tuple[str, ...] = (), language: str = "en", text: str = "") -> list[tuple[str, str, str]]:
    prose = made_prose(text or run, zipfs, curated, language)
    return [(b.kind, run[b.start : b.end], b.repair) for b in misread_in_recognised(prose, run)]


@pytest.mark.parametrize(("run", "zipfs", "curated", "expected"), [
    # a rare word of the length, and what it may have been, at either side of each threshold
    ("tlie", {"the": 6.32}, (), "the"),
    ("tlie", {"the": 5.48}, (), ""),
    ("tlie", {"the": 5.52}, (), "the"),
    ("tlie", {"the": 5.52, "tlie": 2.68}, (), "the"),
    ("tlie", {"the": 5.52, "tlie": 2.72}, (), ""),
    ("tlie", {"the": 5.52}, ("tlie",), ""),
    ("tbe", {"the": 6.28}, (), ""),
    ("tbe", {"the": 6.32}, (), "the"),
    ("tbe", {"the": 6.48, "tbe": 2.0}, (), ""),
    ("tbe", {"the": 6.52, "tbe": 2.0}, (), "the"),
    ("tb", {"th": 7.0}, (), ""),
    ("housc", {"house": 3.96}, (), ""),
    ("housc", {"house": 4.0}, (), "house"),
    ("housc", {"house": 4.2, "housc": 2.24}, (), ""),
    ("housc", {"house": 4.2, "housc": 2.2}, (), "house"),
    ("houses", {"bouses": 9.0}, ("houses",), ""),
    ("govemment", {"government": 3.16}, (), ""),
    ("govemment", {"government": 3.2}, (), "government"),
    ("govemment", {"government": 4.0, "govemment": 2.04}, (), ""),
    ("govemment", {"government": 4.0, "govemment": 2.0}, (), "government"),
    # one thin stroke more or less, which chance does too
    ("nnder", {"under": 7.0}, (), ""),
    ("nnders", {"unders": 3.96}, (), ""),
    ("nnders", {"unders": 4.0}, (), "unders"),
    ("nndersto", {"understo": 3.16}, (), ""),
    ("nndersto", {"understo": 3.2}, (), "understo"),
    ("nnderst", {"underst": 3.96}, (), ""),
    # the silent e of older spelling
    ("lande", {"land": 4.52, "landc": 6.0}, (), ""),
    ("lande", {"land": 4.48, "landc": 6.0}, (), "landc"),
    ("lane", {"lan": 7.0, "lanc": 7.0}, (), "lanc"),
])
def test_a_small_word(run: str, zipfs: dict[str, float], curated: tuple[str, ...], expected: str) -> None:
    assert strict(run, zipfs, curated) == ([(run, expected)] if expected else [])


def test_a_function_word_of_another_language_is_short_and_sure() -> None:
    assert strict("der", {"dei": 7.0, "dem": 7.0, "den": 7.0, "dor": 7.0}) == []


@pytest.mark.parametrize(("run", "zipfs", "expected"), [
    ("e1ection", {"election": 2.96}, ""),
    ("e1ection", {"election": 3.0}, "election"),
    ("ha1l", {"hall": 2.96}, ""),
    ("ha1l", {"hall": 3.0}, "hall"),
    ("Ha1l", {"hall": 7.0}, ""),
    ("Ha1ls", {"halls": 7.0}, "halls"),
    ("a1", {"al": 7.0}, ""),
    ("1l1l1", {"lllll": 7.0}, ""),
    ("w1ll", {"will": 7.0}, "will"),
    ("80th", {"both": 7.0}, ""),
    ("50lo", {"solo": 7.0}, ""),
    ("lo0", {"loo": 7.0}, ""),
    ("w|ll", {"will": 7.0}, "will"),
    ("H2O", {"hzo": 7.0}, ""),
    ("1234", {"1234": 7.0}, ""),
])
def test_digits_and_signs_for_letters(run: str, zipfs: dict[str, float], expected: str) -> None:
    assert strict(run, zipfs) == ([(run, expected)] if expected else [])


@pytest.mark.parametrize(("run", "zipfs", "expected"), [
    ("shaU", {"shall": 3.48}, ""),
    ("shaU", {"shall": 3.52}, "shall"),
    ("weU", {"well": 4.76}, ""),
    ("weU", {"well": 4.8}, "well"),
    ("WeU", {"well": 7.0}, ""),
    ("BeUs", {"bells": 7.0}, "bells"),
    ("caIl", {"call": 5.0}, "call"),
    ("shaT", {"shat": 7.0}, ""),
    ("SHAU", {"shall": 7.0}, ""),
])
def test_capitals_for_small_letters(run: str, zipfs: dict[str, float], expected: str) -> None:
    assert strict(run, zipfs) == ([(run, expected)] if expected else [])


@pytest.mark.parametrize(("run", "zipfs", "curated", "expected"), [
    ("Tlie", {"the": 5.96}, (), ""),
    ("Tlie", {"the": 6.0}, (), "the"),
    ("Docurnent", {"document": 4.48}, (), ""),
    ("Docurnent", {"document": 4.52}, (), "document"),
    ("Burns", {"bums": 6.0, "burns": 1.04}, (), ""),
    ("Burns", {"bums": 6.0, "burns": 1.0}, (), "bums"),
    ("Burns", {"bums": 4.96}, ("burns",), ""),
    ("Tbe", {"the": 7.0}, (), ""),
])
def test_a_word_with_a_capital(run: str, zipfs: dict[str, float], curated: tuple[str, ...], expected: str) -> None:
    assert strict(run, zipfs, curated) == ([(run, expected)] if expected else [])


@pytest.mark.parametrize("run", ["a/tlie", "tlie_a", "{tlie}", "<tlie", "#tlie", "tlie@", "/tlie", "x=tlie", "a" * 37 + "tlie"])
def test_no_word(run: str) -> None:
    assert strict(run, {"the": 7.0, "a" * 37 + "the": 7.0}) == []


def test_a_word_of_forty_letters() -> None:
    assert strict("a" * 36 + "tlie", {"a" * 36 + "the": 7.0}) == [("a" * 36 + "tlie", "a" * 36 + "the")]


def test_each_word_of_a_run() -> None:
    assert strict("(tlie-govemment)", {"the": 7.0, "government": 6.0}) == [("tlie", "the"), ("govemment", "government")]


@pytest.mark.parametrize(("run", "zipfs", "expected"), [
    # letters of like body
    ("tho", {"the": 6.0, "tho": 3.8}, "the"),
    ("tho", {"the": 6.0, "tho": 3.84}, ""),
    ("thoy", {"they": 6.0, "thoy": 3.8}, "they"),
    ("thoso", {"those": 6.0, "thoso": 3.8}, ""),
    ("tho", {"the": 4.48}, ""),
    ("tho", {"the": 4.52}, "the"),
    ("thoy", {"they": 3.96}, ""),
    ("thoy", {"they": 4.0}, "they"),
    ("thoy", {"they": 4.24, "thoy": 2.28}, ""),
    ("thoy", {"they": 4.24, "thoy": 2.2}, "they"),
    ("houred", {"housed": 3.96}, ""),
    ("houred", {"hourod": 4.0}, "hourod"),
    ("considored", {"considered": 2.96}, ""),
    ("considored", {"considered": 3.0}, "considered"),
])
def test_a_small_word_in_a_text_of_a_recogniser(run: str, zipfs: dict[str, float], expected: str) -> None:
    assert [(found, repair) for kind, found, repair in relaxed(run, zipfs) if kind == "misread"] == ([(run, expected)] if expected else [])


@pytest.mark.parametrize(("run", "zipfs", "curated", "expected"), [
    ("Tho", {"the": 6.0}, (), "the"),
    ("Tho", {"the": 6.0, "tho": 3.8}, (), "the"),
    ("Thoso", {"those": 6.5, "thoso": 3.8}, (), ""),
    ("Housc", {"house": 4.96}, (), ""),
    ("Housc", {"house": 5.0}, (), "house"),
    ("Housos", {"houses": 3.48}, (), ""),
    ("Housos", {"houses": 3.52}, (), "houses"),
    ("Housos", {"houses": 5.0, "housos": 1.48}, (), "houses"),
    ("Housos", {"houses": 5.0, "housos": 1.52}, (), ""),
    ("Housos", {"houses": 6.52, "housos": 1.52}, (), "houses"),
    ("Housos", {"houses": 4.96}, ("housos",), ""),
    ("Housos", {"houses": 5.0}, ("housos",), "houses"),
    ("Nnders", {"unders": 5.0}, (), "unders"),
    ("Haosi", {"haoso": 7.0}, (), ""),
])
def test_a_name_in_a_text_of_a_recogniser(run: str, zipfs: dict[str, float], curated: tuple[str, ...], expected: str) -> None:
    assert relaxed(run, zipfs, curated) == ([("misread", run, expected)] if expected else [])


@pytest.mark.parametrize(("run", "language", "text", "garbled"), [
    ("xqvz", "en", "", True), ("xqv", "en", "", False), ("xqvz", "de", "", False), ("Xqvz", "en", "", False), ("xqvz1", "en", "", False),
    ("xqvz", "en", "xqvz xqvz", False), ("xqVzt", "en", "", True), ("xqVz", "en", "", False), ("xqVzt", "en", "xqVzt xqVzt", False),
    ("McXqvz", "en", "", False), ("XQvzt", "en", "", False), ("xqvz", "fr", "", True),
])
def test_a_garbled_word(run: str, language: str, text: str, garbled: bool) -> None:
    assert relaxed(run, {}, (), language, text) == ([("garbled", run, "")] if garbled else [])


def test_a_known_word_is_not_garbled() -> None:
    assert relaxed("xqvz", {"xqvz": 0.4}) == [] and relaxed("xqvz", {}, ("xqvz",)) == []


def test_an_english_word_in_french_is_not_garbled() -> None:
    assert relaxed("because", {}, (), "fr") == []


def test_an_archaic_text_is_judged_mildly() -> None:
    text = "olde olde xqvz thoy Ths"
    zipfs = {"old": 6.0, "they": 4.0, "the": 6.0}
    assert relaxed("xqvz", zipfs, text=text) == []
    assert relaxed("thoy", zipfs, text=text) == []
    assert relaxed("Ths", zipfs, text=text) == []
    assert relaxed("Ths", zipfs, text="Ths house") == [("misread", "Ths", "the")]


@pytest.mark.parametrize(("strange", "strict_ones", "plain", "recognised"), [
    ("tho seon", 0, 0, True),
    ("tho", 0, 0, False),
    ("tho tho", 0, 0, False),
    ("tho", 1, 0, True),
    ("", 2, 0, True),
    ("", 1, 0, False),
    ("tho seon", 0, 198, True),
    ("tho seon", 0, 199, False),
    ("tbe wby", 0, 0, False),
])
def test_a_recognised_text(strange: str, strict_ones: int, plain: int, recognised: bool) -> None:
    text = "".join(f"house {word} " for word in strange.split()) if not plain else f"{'house '.join(f'{word} ' for word in strange.split())}" + "house " * (plain - 1)
    prose = made_prose(text, {"house": 6.0, "the": 7.5, "seen": 5.0, "tho": 4.0, "why": 6.8}, ["house"])
    assert is_recognised(prose, strict_ones) is recognised


@pytest.mark.parametrize(("zipf", "recognised"), [(6.68, False), (6.72, True)])
def test_a_known_short_word_proves_more_by_a_larger_gap(zipf: float, recognised: bool) -> None:
    assert is_recognised(made_prose("tho house", {"house": 6.0, "the": zipf, "tho": 4.0}, ["house"]), 1) is recognised
