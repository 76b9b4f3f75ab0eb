"""What is known of words: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word import words
from corpuslint.checkers.broken_word.words import normal
from corpuslint.text.frequencies import Lexicon, compile_lexicon
from tests.checkers.broken_word.made import made_words


@pytest.mark.parametrize(("word", "zipf", "curated", "common"), [
    ("a", 0.0, False, True),
    ("b", 7.0, True, False),
    ("ment", 7.0, True, False),
    ("abcd", 3.96, True, False),
    ("abcd", 4.0, True, True),
    ("abcd", 4.68, False, False),
    ("abcd", 4.72, False, True),
    ("abcde", 1.48, True, False),
    ("abcde", 1.52, True, True),
    ("abcde", 3.56, False, False),
    ("abcde", 3.6, False, True),
])
def test_a_common_word(word: str, zipf: float, curated: bool, common: bool) -> None:
    assert made_words({word: zipf}, [word] if curated else ["other"]).is_common(word) is common


def test_a_common_word_without_a_dictionary() -> None:
    assert not made_words({"abcde": 2.48}).is_common("abcde")
    assert made_words({"abcde": 2.52}).is_common("abcde")


def test_a_small_list_lacks_many_a_good_word() -> None:
    assert made_words({}, ["abcde"], large=False).is_common("abcde")
    assert not made_words({}, ["abcde"]).is_common("abcde")


@pytest.mark.parametrize(("zipf", "common"), [(4.96, False), (5.0, True)])
def test_a_short_word_is_held_against_a_more_frequent_one(zipf: float, common: bool) -> None:
    assert made_words({"tbe": zipf, "the": 7.4}, ["tbe"]).is_common("tbe") is common


@pytest.mark.parametrize(("language", "zipf", "foreign"), [("de", 2.96, False), ("de", 3.0, True), ("en", 7.0, False)])
def test_a_foreign_word(monkeypatch: pytest.MonkeyPatch, language: str, zipf: float, foreign: bool) -> None:
    monkeypatch.setattr(words, "open_lexicon", {"en": Lexicon(compile_lexicon({"weekend": zipf}.items()))}.get)
    assert made_words({}, language=language).is_foreign("weekend") is foreign


def test_without_an_english_list_nothing_is_foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "open_lexicon", {}.get)
    assert not made_words({}, language="de").is_foreign("weekend")


@pytest.mark.parametrize(("word", "zipf", "modern", "modern_zipf", "older"), [
    ("olde", 3.96, "old", 4.52, True),
    ("olde", 4.0, "old", 4.52, False),
    ("olde", 0.0, "old", 4.48, False),
    ("he", 0.0, "h", 7.0, False),
    ("hee", 0.0, "he", 7.0, True),
    ("kynge", 0.0, "king", 5.0, True),
    ("kyng", 0.0, "king", 5.0, True),
    ("hunte", 0.0, "hunty", 5.0, False),
    ("hunte", 0.0, "hunt", 5.0, True),
    ("citie", 0.0, "city", 5.0, True),
    ("vpon", 0.0, "upon", 5.0, True),
    ("euil", 0.0, "evil", 5.0, True),
    ("euil", 0.0, "euil", 0.0, False),
])
def test_an_older_spelling(word: str, zipf: float, modern: str, modern_zipf: float, older: bool) -> None:
    assert made_words({word: zipf, modern: modern_zipf}).is_older_spelling(word) is older


def test_words_side_by_side_by_chance() -> None:
    known = made_words({"of": 7.4, "the": 7.6, "xu": 0.4})
    assert known.apart("of") == 7.4
    assert known.apart("of", "the") == pytest.approx(6.0)
    assert known.apart("of", "the", "xu") == pytest.approx(-2.0)
    assert known.apart("of", "qqqq") == pytest.approx(-0.6)


def test_classes_of_words() -> None:
    known = made_words({})
    assert {"a", "i"} <= known.letters and "of" not in known.letters
    assert "of" in known.first_words and "the" in known.first_words
    assert known.tagged("no such tag") == frozenset()
    assert "the" in known.tagged("glue") | known.tagged("first") | known.tagged("last")
    assert known.is_function_word("der") and not known.is_function_word("parliament")


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("Iğdır İzmir", "tr", "ığdır izmir"),
    ("Iğdır", "en", "iğdır"),
    ("Straße", "de", "strasse"),
    ("Straße", "en", "straße"),
    ("Şi Ţară", "ro", "și țară"),
    ("Şi", "tr", "şi"),
])
def test_the_form_in_the_lexicon(text: str, language: str, expected: str) -> None:
    assert normal(text, language) == expected
