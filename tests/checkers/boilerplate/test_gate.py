"""Which lines are looked at any further."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate.gate import bare, is_sentence, may_be_label
from tests.checkers.boilerplate.samples import vocabulary

WORDS = vocabulary(
    "share it\tshare", "share it here\tshare", "home\tnavigation", "{n} views\ttools", "go {any} home\trelated", "all rights {rest}\tcopyright", "{year} ago\ttools", "返 回\tnavigation",
    "don't sell\tlegal", "top up\ttools",
)


@pytest.mark.parametrize(("text", "expected"), [
    ("» Home ›", "Home"), ("« Home «", "« Home «"), ("[Home](https://a.example/)", "Home"), ("![x](y) [Home](z)", "x Home"), ("• a b …", "a b"), ("[Home] (x)", "Home] (x"), ("a](b", "a](b"),
])
def test_bare(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(("text", "ends"), [
    ("So it is.", True), ("So it is..", False), ("So it is….", False), ("So it is...", False), ("So it is…", False), (".", True), ("Really?", True), ("Yes!", True),
    ("“So it is!”", True), ("(So it is?)]»’)", True), ("完了。", True), ("ठीक।", True), ("as it is", False), ("as it is:", False), ("x?????", True), ("x?.?", False),
    ("a..!", False), ("؟", True), ("as it is!\"\"\"\"\"\"\"", True), ("as it is!\"\"\"\"\"\"\"\"", False),
])
def test_sentences(text: str, ends: bool) -> None:
    assert is_sentence(text) is ends


@pytest.mark.parametrize(("text", "may"), [
    ("Share it", True), ("Share it.", True), ("Shared it", False), ("Share this", False), ("Share", False), ("Share, it", True), ("Share: it", True), ("» Share it", True), ("*Share* it", True),
    ("Home", True), ("Home.", True), ("Home again", False), ("Home 7", True), ("Home 7.", False), ("Home share it", True), ("Home share it.", False), ("Home share x", True),
    ("7 views", True), ("7 days", False), ("1 1", False), ("2010 ago", True), ("Facebook", True), ("Facebook now", True), ("Facebook now.", False),
    ("go far home", True), ("go far away", False), ("all rights", True), ("all wrongs", False),
    ("a  b", True), ("a\tb", True), ("a/b", True), ("a|b", True), ("a>b", True), ("a·b", True), ("a – b", False), ("a  b.", False), ("a | b!", False),
    ("返回", True), ("返回。", True), ("返", False), ("回", False), ("Don’t sell", True), ("don't sell", True), ("don't buy", False), ("'Home'", True), ("Top-up", True), ("Top (up)", True),
    ("", False), ("…", False), ("É", False),
])
def test_the_gate(text: str, may: bool) -> None:
    if text:
        assert may_be_label(text, WORDS) is may


@pytest.mark.parametrize(("text", "may"), [
    ("all rights " + "x" * 400, True), ("share it " + "x" * 400, False), ("go home " + "x" * 400, False), ("a | b " + "x" * 294, True), ("a | b " + "x" * 295, False),
    ("share it " + "x" * 291, True), ("go " + "x" * 292 + " home", True), ("go " + "x" * 293 + " home", False), ("home " + "7" * 295, True), ("home " + "7" * 296, False),
    ("facebook " + "x" * 291, True), ("facebook " + "x" * 292, False),
])
def test_a_long_line_is_no_row_and_only_its_beginning_is_compared(text: str, may: bool) -> None:
    assert may_be_label(text, WORDS) is may
