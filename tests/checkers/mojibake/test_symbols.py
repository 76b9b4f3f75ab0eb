"""What symbols cost, by themselves and beside letters."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.symbols import adjacent, drawing, symbol_cost
from corpuslint.checkers.mojibake.weights import WEIGHTS


@pytest.mark.parametrize(
    ("char", "price"),
    [
        (".", 2.0), ("“", 3.0), ("%", 4.5), ("、", 4.0), ("\u00a0", 1.0), ("€", 5.0), ("§", 6.0), ("\u200d", 3.0), ("ʼ", 3.5),
        ("7", WEIGHTS.digit), ("٧", WEIGHTS.other_digit), ("۷", WEIGHTS.other_digit), ("७", WEIGHTS.other_digit), ("²", WEIGHTS.other_digit),
        ("\x05", WEIGHTS.no_character), ("\ue000", WEIGHTS.no_character), ("\ufffd", WEIGHTS.no_character), ("\u0378", WEIGHTS.no_character),
        ("~", WEIGHTS.ascii_symbol), ("$", WEIGHTS.ascii_symbol), ("₽", WEIGHTS.usual_symbol), ("‒", WEIGHTS.usual_symbol), ("¥", WEIGHTS.usual_symbol),
        ("→", WEIGHTS.usual_symbol), ("☺", WEIGHTS.usual_symbol), ("\U0001f600", WEIGHTS.usual_symbol), ("\U0001f000", WEIGHTS.usual_symbol),
        ("⟿", WEIGHTS.rare_symbol), ("₿", WEIGHTS.rare_symbol), ("\U0001d11e", WEIGHTS.rare_symbol),
    ],
)
def test_a_symbol_has_its_price(char: str, price: float) -> None:
    assert symbol_cost(char) == price


@pytest.mark.parametrize(
    ("pair", "odd"),
    [
        ("a»", False), ("a.", False), ("a-", False), ("a«", True), ("a¿", True), ("a€", True), ("«a", False), ("-a", False), ("»a", True), ("€a", True),
        (" €", False), ("€ ", False), ("5€", False), ("€5", False), ("€¥", False),
    ],
)
def test_a_symbol_beside_a_letter_is_odd_where_it_does_not_belong(pair: str, odd: bool) -> None:
    assert adjacent(*pair) == (WEIGHTS.beside if odd else 0.0)


@pytest.mark.parametrize(
    ("char", "of"),
    [("\u24ff", ""), ("\u2500", "line"), ("\u257f", "line"), ("\u2580", "block"), ("\u259f", "block"), ("\u25a0", ""), ("-", "")],
)
def test_drawings(char: str, of: str) -> None:
    assert drawing(char) == of
