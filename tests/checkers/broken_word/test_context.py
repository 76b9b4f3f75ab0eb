"""Damage that gives another good word."""

from __future__ import annotations

import pytest

from tests.checkers.broken_word.test_checker import seen


@pytest.mark.parametrize(("text", "expected"), [
    ("The electoral register grew. The electrical register is old.", ["electrical register"]),
    ("The electoral\nregister grew. The electrical  register is old.", ["electrical  register"]),
    ("The electoral register grew. Electrical register is old.", []),
    ("The electoral register grew. The electrical register and an electrical register.", []),
    ("The electoral roll grew. The electrical register is old.", []),
    ("The electoral registers grew. The electrical register is old.", []),
    ("The electoral vote grew. The electrical vote5 is old.", []),
    ("The electoral vote grew. The electrical vote is old.", []),
    ("The electoral votes grew. The electrical votes are old.", ["electrical votes"]),
    ("The electrical", []),
    ("The prime minster spoke.", ["prime minster"]),
    ("Openness and trust are the key tenants of good government.", ["key tenants"]),
    ("The key tenants of the tower pay their lease.", []),
])
def test_a_real_word(text: str, expected: list[str]) -> None:
    assert [match for kind, match, _ in seen(text) if kind == "real-word"] == expected
