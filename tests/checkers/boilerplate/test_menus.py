"""Lines that are rows of items."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate.menus import menu, side_by_side
from corpuslint.checkers.boilerplate.tokens import tokenize
from tests.checkers.boilerplate.samples import vocabulary

WORDS = vocabulary(
    "home\tnavigation edge", "help\tnavigation edge", "log in\tsign-in", "jobs\tmasthead edge", "comments\tcomments run", "news\tnavigation topic", "sports\tnavigation topic",
    "print\tshare topic", "world\tnavigation topic", "arts\tnavigation topic", "books\tnavigation topic", "news sports\trelated topic",
)


def read(line: str) -> tuple[str, int] | None:
    label = menu(tokenize(line), WORDS)
    return (label.kind, int(label.certainty)) if label else None


@pytest.mark.parametrize(("line", "label"), [
    ("Home | Help", ("navigation", 4)),  # two menu words are all there is
    ("Home | Help | News", ("navigation", 3)),
    ("Home | Log in | News", ("sign-in", 4)),  # one that nothing else says
    ("Home | Help | Jobs", ("navigation", 4)),  # three menu words
    ("Jobs | Help | Jobs", ("masthead", 4)),
    ("Home | Comments", ("navigation", 4)),
    ("Comments | News", ("comments", 2)),
    ("Home | News", ("navigation", 2)),
    ("News | Sports", ("navigation", 2)),
    ("News | Sports | World", ("navigation", 3)),
    ("Home | Sports | World", ("navigation", 3)),
    ("Home | Sports | World | Arts", ("navigation", 4)),
    ("News | Sports | World | Arts", ("navigation", 3)),
    ("News | Sports | World | Arts | Books", ("navigation", 4)),
    ("Facebook | Truth Social", ("share", 4)),
    ("Facebook | News", ("share", 2)),
    ("Facebook | News | Sports", ("share", 3)),
    ("Home | x", None), ("x | Home", None), ("Home | x | y", None), ("x | Home | Help", ("navigation", 3)), ("x | News | Sports", ("navigation", 3)), ("x | News", None),
    ("News | Sports | x", ("navigation", 3)), ("Home | Help | x | y", None), ("x | y | Home | Help", None), ("Home | x | Help | y | Jobs", ("navigation", 3)),
    ("x | Home | y | Help | Jobs", ("navigation", 3)), ("x | y | Home | Help | Jobs | z", None), ("x | y | z | Home", None),
    ("Home", None), ("Home Help", ("navigation", 3)), ("Home News", ("navigation", 1)), ("News Sports", None), ("Log in Home", ("sign-in", 4)), ("Home x", None),
    ("Home Help | x", None), (", > Home > x", None), ("Home Help | News", ("navigation", 4)), ("Home Help | News | Arts", ("navigation", 4)), ("News Arts | World", ("navigation", 3)),
    ("News Home", ("navigation", 1)), ("Home | , | Help", ("navigation", 3)), ("| Home | Help |", ("navigation", 4)), ("Home, Help", None),
    ("News | Log in,", ("sign-in", 2)), (": Home | Help", None),
])
def test_rows(line: str, label: tuple[str, int] | None) -> None:
    assert read(line) == label


@pytest.mark.parametrize(("line", "label"), [
    ("Home > x > y", ("navigation", 4)), ("Home > x", ("navigation", 4)), ("News > x > y", None), ("News > Sports > y", ("navigation", 4)), ("News > Sports", ("navigation", 2)),
    ("Home / x", None), ("Home / x / y", None), ("Home / News / y", ("navigation", 4)), ("Home » x", ("navigation", 4)), ("Home → x", ("navigation", 4)), ("x > Home > y", None),
    ("Home > x | y", None), ("Home x > y", None), ("Home Help > y", ("navigation", 4)), ("News x > Sports > y", None), ("News > x > Sports", ("navigation", 3)),
])
def test_breadcrumbs(line: str, label: tuple[str, int] | None) -> None:
    assert read(line) == label


@pytest.mark.parametrize(("line", "label"), [
    ("Home Help", ("navigation", 3)), ("Home Help Jobs", ("navigation", 4)), ("Home", None), ("News Sports World", ("related", 1)), ("News Sports World Arts", ("navigation", 3)),
    ("Facebook Truth Social", ("share", 4)), ("Truth Social Plus Facebook", ("share", 4)), ("Facebook News", ("share", 1)), ("Print Facebook", ("share", 1)), ("Home x Help", None), ("Home Help x", None), ("x Home", None), ("Home News World Arts", ("navigation", 4)),
    ("Arts News Sports", ("navigation", 1)), ("Home Help,", ("navigation", 3)), ("Log in Log in", ("sign-in", 4)),
])
def test_items_side_by_side(line: str, label: tuple[str, int] | None) -> None:
    found = side_by_side(tokenize(line), WORDS)
    assert ((found.kind, int(found.certainty)) if found else None) == label


def test_the_fewest_items_are_set_side_by_side() -> None:
    words = vocabulary("a\tshare topic", "b\tshare topic", "c d\tshare topic", "a b c\trelated topic", "d\tshare topic")
    assert side_by_side(tokenize("a b c d"), words) == ("related", 1)


def test_the_kind_is_that_of_most_of_the_surest_items() -> None:
    assert read("Jobs | Home | Help") == ("navigation", 4)
    assert read("Log in | Home | Help") == ("sign-in", 4)
