"""Stretches that one template covers."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate.items import is_network, item, items_at
from corpuslint.checkers.boilerplate.tokens import tokenize
from tests.checkers.boilerplate.samples import vocabulary

WORDS = vocabulary(
    "share it\tshare", "share {any}\trelated edge", "home\tnavigation", "(menu|log in)\tnavigation", "more [news]\trelated", "copyright {rest}\tcopyright", "read on {rest}\trelated",
    "sort by date\ttools run", "sort by {any}\ttools topic", "[请] 返 回\tnavigation", "[请] 返 回 首 页\tnavigation", "{any} reserved\tcopyright",
)


def read(line: str, *, cut: bool = False, floating: bool = False) -> tuple[str, int] | None:
    label = item(tokenize(line), WORDS, cut=cut, floating=floating)
    return (label.kind, int(label.certainty)) if label else None


@pytest.mark.parametrize(("line", "label"), [
    ("Share it", ("share", 4)), ("Share it,", ("share", 4)), ("Share this", ("related", 3)), ("Share it now", ("related", 3)), ("Home", ("navigation", 4)), ("Home again", None),
    ("Menu", ("navigation", 3)), ("Log in", ("navigation", 4)), ("More", ("related", 3)), ("More news", ("related", 4)), ("Sort by date", ("tools", 2)), ("Sort by name", ("tools", 1)),
    ("返回", ("navigation", 3)), ("请返回", ("navigation", 3)), ("返回首页", ("navigation", 4)),
    ("Facebook", ("share", 3)), ("Truth Social,", ("share", 3)), ("Truth", None), ("Facebook now", None), ("x", None), ("x reserved", None),
    ("Read on " + "x " * 8, ("related", 4)), ("Read on " + "x " * 9, None), ("Copyright " + "x " * 90, ("copyright", 4)),
])
def test_one_item(line: str, label: tuple[str, int] | None) -> None:
    assert read(line) == label


def test_of_a_line_that_was_cut_off_only_an_open_end_is_known() -> None:
    assert read("Copyright x", cut=True) == ("copyright", 4)
    assert read("Share it", cut=True) is None


def test_any_words_may_come_first_where_a_clue_stands_in_the_line() -> None:
    assert read("x reserved", floating=True) == ("copyright", 4)
    assert read("x reserved y", floating=True) is None


def test_the_first_of_equal_templates_counts() -> None:
    words = vocabulary("a b\tshare", "a {any}\trelated")
    label = item(tokenize("a b"), words)
    assert label is not None
    assert label.kind == "share"


@pytest.mark.parametrize(("line", "network"), [("Facebook", True), ("Facebook:", True), ("Truth Social Plus", True), ("Facebook x", False), ("x Facebook", False)])
def test_names_of_networks(line: str, network: bool) -> None:
    assert is_network(tokenize(line), WORDS) is network


@pytest.mark.parametrize(("line", "at", "ends"), [
    ("home home", 0, [(1, "navigation")]), ("home home", 1, [(2, "navigation")]), ("share it home", 0, [(2, "share")]), ("truth social plus home", 0, [(3, "share")]),
    ("x home", 0, []), ("x home", 1, [(2, "navigation")]), ("facebook home", 0, [(1, "share")]), ("sort by date home", 0, [(3, "tools")]),
])
def test_items_that_others_follow(line: str, at: int, ends: list[tuple[int, str]]) -> None:
    assert [(end, label.kind) for end, label in items_at(tokenize(line), at, WORDS)] == ends


def test_an_item_is_no_empty_one() -> None:
    words = vocabulary("[a] [b]\tshare", "home\tnavigation")
    assert [end for end, _ in items_at(tokenize("a home"), 0, words)] == [1]
