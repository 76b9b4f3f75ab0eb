"""What a character costs in Chinese, Japanese and Korean."""

from __future__ import annotations

from math import log

import pytest

from corpuslint.checkers.mojibake.ideographs import clash, ideograph_cost, is_east_asian, is_kana
from corpuslint.checkers.mojibake.symbols import symbol_cost
from corpuslint.checkers.mojibake.weights import WEIGHTS


@pytest.mark.parametrize(
    ("language", "char", "price"),
    [
        ("zh", "a", WEIGHTS.latin_among), ("zh", " ", WEIGHTS.space_among), ("zh", "5", symbol_cost("5")), ("zh", ".", symbol_cost(".")),
        ("ja", "の", WEIGHTS.kana), ("zh", "の", WEIGHTS.letter_among), ("ko", "の", WEIGHTS.letter_among), ("zh", "カ", WEIGHTS.letter_among),
        ("ja", "カ", WEIGHTS.kana), ("ko", "漢", WEIGHTS.hanja),
        ("zh", "啊", WEIGHTS.first_level), ("zh", "亍", WEIGHTS.second_level), ("zh", "會", WEIGHTS.big5_first), ("zh", "佧", WEIGHTS.second_level),
        ("zh", "乂", WEIGHTS.big5_second), ("zh", "乜", WEIGHTS.second_level), ("zh", "伾", WEIGHTS.big5_second), ("zh", "가", WEIGHTS.no_level),
        ("ja", "亜", WEIGHTS.first_level), ("ja", "弌", WEIGHTS.second_level), ("ja", "丂", WEIGHTS.no_level), ("ja", "啊", WEIGHTS.no_level),
        ("ko", "가", WEIGHTS.first_level), ("ko", "갂", WEIGHTS.no_level), ("ko", "힝", WEIGHTS.first_level),
        ("ja", "ｱ", WEIGHTS.half_width), ("ja", "ﾟ", WEIGHTS.half_width), ("zh", "ｱ", WEIGHTS.letter_among), ("ja", "Ａ", WEIGHTS.full_width), ("ko", "ｚ", WEIGHTS.full_width),
        ("ja", "Д", WEIGHTS.face), ("ja", "д", WEIGHTS.face), ("ja", "Ж", WEIGHTS.letter_among), ("zh", "é", WEIGHTS.letter_among), ("ja", "。", symbol_cost("。")),
    ],
)
def test_a_character_without_a_rank_has_the_price_of_its_kind(language: str, char: str, price: float) -> None:
    assert ideograph_cost(language, {}, char) == price


def test_a_frequent_character_has_the_price_of_its_rank() -> None:
    assert ideograph_cost("zh", {"的": 0}, "的") == log(10 * 6)
    assert ideograph_cost("ja", {"a": 90}, "a") == log(100 * 6)
    assert ideograph_cost("ko", {"이": 5}, "이") == log(15 * 6)


@pytest.mark.parametrize(
    ("char", "answer"),
    [
        ("\u2e7f", False), ("\u2e80", True), ("\u9fff", True), ("\ua000", False), ("\uabff", False), ("\uac00", True), ("\ud7a3", True), ("\ud7a4", False),
        ("\uf8ff", False), ("\uf900", True), ("\ufaff", True), ("\ufb00", False), ("\ufeff", False), ("\uff00", True), ("\uffef", True), ("\ufff0", False),
        ("\U0001ffff", False), ("\U00020000", True), ("\U0003ffff", True), ("\U00040000", False),
    ],
)
def test_what_is_east_asian(char: str, answer: bool) -> None:
    assert is_east_asian(char) is answer


@pytest.mark.parametrize(("char", "answer"), [("\u303f", False), ("\u3040", True), ("\u30ff", True), ("\u3100", False)])
def test_what_is_kana(char: str, answer: bool) -> None:
    assert is_kana(char) is answer


@pytest.mark.parametrize(("pair", "answer"), [("é漢", True), ("漢é", True), ("漢字", False), ("éa", False), ("漢。", False), ("5漢", False), ("漢5", False)])
def test_a_letter_beside_an_ideograph_clashes(pair: str, answer: bool) -> None:
    assert clash(*pair) is answer
