"""What a word costs in the language that it is most at home in, and whether that is odd."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.letters import cost
from corpuslint.checkers.mojibake.symbols import symbol_cost
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.mojibake.words import expected, fitting, may_be_odd, natural, oddity
from tests.checkers.mojibake.texts import CZECH, FRENCH, GREEK, RUSSIAN, TURKISH


@pytest.mark.parametrize(
    ("word", "price"),
    [
        ("", 6.0), ("house", 6.0 + 5 * 3.1), ("ab,", 6.0 + 2 * 3.1 + 4.0), ("ไทย", 6.0 + 3 * 3.6), ("漢", 6.0 + 8.0), ("カナ", 6.0 + 2 * 5.0),
        ("Ａ", 6.0 + 5.0), ("한", 6.0 + 8.0), ("aก", 6.0 + 3.1 + 3.6), ("\u2e7f", 6.0 + 3.6), ("\u2e80", 6.0 + 8.0), ("\u0dff", 6.0 + 4.0), ("\u0e00", 6.0 + 3.6),
        ("\ufeff", 6.0 + 8.0), ("\uff00", 6.0 + 5.0),
    ],
)
def test_what_a_sound_word_costs_at_most(word: str, price: float) -> None:
    assert expected(word) == pytest.approx(price)


@pytest.mark.parametrize(
    ("word", "price"),
    [
        ("€", WEIGHTS.lone_symbol + symbol_cost("€")), ("→→", WEIGHTS.drawing + 2 * WEIGHTS.drawn_symbol), ("──", WEIGHTS.drawing + 2 * WEIGHTS.drawn_on),
        ("\x05€", WEIGHTS.drawing + WEIGHTS.no_character + symbol_cost("€")), ("⟿⟿", WEIGHTS.drawing + 2 * WEIGHTS.drawn_symbol), ("ªº", WEIGHTS.drawing + 12.0),
        ("²", WEIGHTS.lone_symbol + WEIGHTS.other_digit),
    ],
)
def test_a_word_of_symbols_costs_little(word: str, price: float) -> None:
    assert natural("en", word) == pytest.approx(price)


def test_a_word_of_another_language_costs_a_switch() -> None:
    assert natural("en", "house") == cost("en", "house")
    assert natural("en", "příběhy") == pytest.approx(cost("cs", "příběhy") + WEIGHTS.switch)
    assert natural("xx", "house") == pytest.approx(cost("en", "house") + WEIGHTS.switch)


def test_an_east_asian_word_costs_a_little_more_in_another_of_these_languages() -> None:
    assert natural("ja", "天気") == cost("ja", "天気")
    assert natural("ja", "们这") == pytest.approx(cost("zh", "们这") + WEIGHTS.switch_east_asian)
    assert natural("en", "们这") == pytest.approx(cost("zh", "们这"))


def test_letters_drawn_out_count_as_one() -> None:
    assert natural("de", "Schööön") == natural("de", "Schön")
    assert natural("de", "Schöön") != natural("de", "Schön")


def test_a_ligature_costs_what_its_letters_do() -> None:
    assert natural("en", "\ufb01nd") == natural("en", "find")
    assert natural("fr", "e\u0301te\u0301") == natural("fr", "été")


@pytest.mark.parametrize(("language", "word"), [("en", "café"), ("cs", "příběhy"), ("ru", "история"), ("zh", "晚上大家"), ("fr", "L’ÉTÉ")])
def test_a_sound_word_is_not_odd(language: str, word: str) -> None:
    assert oddity(language, word) == 0.0


@pytest.mark.parametrize(("language", "word"), [("en", "cafÃ©"), ("ru", "РѕС‡РµРЅСЊ"), ("en", "itâ€™s"), ("zh", "鐨勮瘽")])
def test_a_misread_word_is_odd_by_what_it_costs_over_a_sound_one(language: str, word: str) -> None:
    assert oddity(language, word) > 0
    assert oddity(language, word) >= natural(language, word) - expected(word)


def test_a_line_is_looked_at_where_two_neighbours_are_unusual() -> None:
    lines = ["Die Tür ist zu.", "Die TÃ¼r ist zu.", "plain", "“Well,” she said — it’s late…", "10 €"]
    assert may_be_odd("de", lines) == [False, True, False, False, False]
    assert may_be_odd("en", lines) == may_be_odd("xx", lines) == [True, True, False, False, False]
    assert may_be_odd("en", ["plain"]) == [False]


def test_the_language_is_the_one_whose_letters_fit_the_sound_words() -> None:
    for language, text in {"cs": CZECH, "ru": RUSSIAN, "fr": FRENCH, "el": GREEK, "tr": TURKISH}.items():
        assert fitting(language, text, ()) == language
    assert fitting("en", CZECH, ()) == "cs"
    assert fitting("xx", RUSSIAN, ()) == "ru"


def test_a_few_words_tell_no_language() -> None:
    assert fitting("en", "Když přišel večer všichni se sešli u oh", ()) == "cs"
    assert fitting("en", "Když přišel večer všichni se sešli u o", ()) == "en"
    assert fitting("en", CZECH, CZECH.split()) == "en"
