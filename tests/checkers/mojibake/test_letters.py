"""What words cost, by pairs of letters of each language."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.letters import (
    alphabet,
    cost,
    covering,
    languages,
    normal,
    pairs,
    spelled,
    spelling_cost,
)
from corpuslint.checkers.mojibake.symbols import symbol_cost
from corpuslint.checkers.mojibake.weights import WEIGHTS


def test_a_pair_of_the_table_costs_what_stands_there() -> None:
    assert [pairs("en")[pair] for pair in (" t", "th", "qx", "q ")] == [2.75, 2.5, 7.0, 2.5]


@pytest.mark.parametrize(
    ("language", "pair", "price"),
    [
        ("en", "aμ", WEIGHTS.other_script), ("en", " μ", WEIGHTS.formula), ("en", "5π", WEIGHTS.formula),
        ("en", "a'", symbol_cost("'")), ("en", "að", WEIGHTS.outside), ("en", "aж", WEIGHTS.other_script), ("ru", "жa", WEIGHTS.latin_within),
        ("ru", "жé", WEIGHTS.other_script), ("ru", "жђ", WEIGHTS.outside), ("en", "aʘ", WEIGHTS.unheard_of), ("en", "€ ", WEIGHTS.word_end),
        ("en", "──", WEIGHTS.drawn_on), ("en", "░▒", WEIGHTS.drawn_on), ("en", "─░", symbol_cost("░")), ("en", "€€", symbol_cost("€")),
    ],
)
def test_a_pair_that_the_table_lacks_costs_by_its_kind(language: str, pair: str, price: float) -> None:
    assert pairs(language)[pair] == price


def test_a_symbol_behind_a_letter_ends_the_word() -> None:
    assert pairs("en")["a€"] == pairs("en")["a "] + symbol_cost("€") + WEIGHTS.beside
    assert pairs("en")["a)"] == pairs("en")["a "] + symbol_cost(")")
    assert pairs("en")["a."] == symbol_cost(".")  # which stands within words, too


def test_a_letter_behind_a_symbol_begins_a_word() -> None:
    assert pairs("en")["(a"] == pairs("en")[" a"]
    assert pairs("en")["€a"] == pairs("en")[" a"] + WEIGHTS.beside


def test_ideographs_cost_by_themselves_and_more_beside_other_letters() -> None:
    assert pairs("zh")["好的"] == pairs("zh")[" 的"]
    assert pairs("zh")["é的"] == pairs("zh")[" 的"] + WEIGHTS.script_clash


@pytest.mark.parametrize(("language", "script"), [("es", "LATIN"), ("uk", "CYRILLIC"), ("pt", "LATIN"), ("hi", "DEVANAGARI"), ("ar", "ARABIC")])
def test_the_script_of_a_language_is_that_of_most_of_its_letters(language: str, script: str) -> None:
    assert pairs(language).script == script


@pytest.mark.parametrize(
    ("word", "more"),
    [
        ("house", 0.0), ("House", 0.0), ("HOUSE", 0.0), ("hOuse", WEIGHTS.capital_within), ("houSE", WEIGHTS.capital_within),
        ("HOuse", WEIGHTS.capital_within), ("HouSe", WEIGHTS.capital_within), ("hOUse", WEIGHTS.capital_within + WEIGHTS.capital_within),
        ("hOuSe", 2 * WEIGHTS.capital_within),
    ],
)
def test_capitals_where_no_word_has_them_cost_more(word: str, more: float) -> None:
    assert cost("en", word) == pytest.approx(cost("en", "house") + more)
    assert spelling_cost("en", spelled(word)) == cost("en", word)


def test_a_word_costs_its_letters_and_both_its_ends() -> None:
    assert cost("en", "th") == pairs("en")[" t"] + pairs("en")["th"] + pairs("en")["h "]


def test_words_of_the_language_are_cheaper() -> None:
    assert cost("cs", "příběhy") < cost("pl", "příběhy")
    assert cost("de", "Geschichten") < cost("fi", "Geschichten")


def test_lower_case_keeps_turkish_and_greek_letters_one() -> None:
    assert normal("İstanbul ΣΟΦΟΣ σοφός") == "istanbul σοφοσ σοφόσ"


def test_languages_and_their_letters() -> None:
    assert {"en", "ru", "zh", "vi"} <= languages()
    assert "é" in alphabet("fr")
    assert covering()["ř"] == {"cs", "hsb"}
    assert "的" not in covering()
