"""Where templates end in a line."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate.matching import Networks, ends
from corpuslint.checkers.boilerplate.templates import parse
from corpuslint.checkers.boilerplate.tokens import tokenize
from tests.checkers.boilerplate.samples import NETWORKS


def reached(source: str, line: str, start: int = 0, *, closed: bool = False) -> set[int]:
    return ends(parse(source), tokenize(line), {start}, NETWORKS, closed=closed)


@pytest.mark.parametrize(("source", "line", "ends"), [
    ("share [this] (on|via) {network}", "Share on Truth Social", {4}),
    ("share [this] (on|via) {network}", "Share this via", set()),
    ("share it", "Share it now", {2}),
    ("share it", "Share", set()),
    ("share it", "Share, it", {3}),
    ("share : it", "Share: it", {3}),
    ("share : it", "Share it", set()),
    ("editor : {rest}", "Editor Jane Miller", set()),
    ("share [:] it", "Share it", {2}),
    ("share [:] it", "Share: it", {3}),
    ("share (:|via) it", "Share, : it", {4}),
    ("leave (a|your) comment", "leave comment", set()),
    ("leave (a|your) comment", "leave, your comment", {4}),
    ("a [b] [c]", "a b c", {1, 2, 3}),
    ("a (b|b c)", "a b c", {2, 3}),
    ("a ([b] c|d)", "a c", {2}),
])
def test_words_and_groups(source: str, line: str, ends: set[int]) -> None:
    assert reached(source, line) == ends


@pytest.mark.parametrize(("source", "line", "ends"), [
    ("{n} comments", "226 COMMENTS", {2}), ("{n}", "5k", {1}), ("{n}", "12m", {1}), ("{n}", "5x", {1}), ("{n}", "k", set()), ("{n}", "x5k", set()), ("{n}", ", 5", {2}), ("a {n}", "a", set()),
    ("{n}", "٥", {1}),
    ("{year}", "1899", {1}), ("{year}", "2199", {1}), ("{year}", "1799", set()), ("{year}", "2200", set()), ("{year}", "99", set()),
    ("{year}", "2010–2021", {1, 3}), ("{year}", "2010, 2012", {1, 3}), ("{year}", "2010 2012", {1, 2}), ("{year}", "2010 > 12", {1}), ("{year}", "२०२१", {1}),
    ("© {year} {rest}", "(c) 2010–2021 Valley Courier", {6}),
    ("{network}", "Truth Social Plus", {2, 3}), ("{network}", "Truth", set()), ("{network}", "Facebook", {1}),
    ("on {rest}", "on", {1}), ("on {rest}", "on and on", {3}),
    ("on {any} off", "on off", {2}), ("on {any} off", "on a b c d e f g h off", {10}), ("on {any} off", "on a b c d e f g h i off", set()),
    ("on {any} off", "on a | b off", set()), ("{any}", ", a", {0, 2}),
    ("on {any} 止", "on" + "字" * 24 + "止", {26}), ("on {any} 止", "on" + "字" * 25 + "止", set()),
    ("on {any} off", "on " + "ข" * 24 + " off", {26}),
    ("by {name}", "by Ada B C D F G", {2, 3, 4, 5, 6, 7}), ("by {name}", "by Ada B C D F G H", {2, 3, 4, 5, 6, 7}),
    ("by {name}", "by ada", set()), ("by {name}", "by Ada | B", {2}), ("by {name}", "by 7 Days", {2, 3}), ("by {name}", "by", set()),
    ("more from {name}", "More from Friends of the Earth", {3, 6}), ("more from {name}", "More from the older houses", set()),
    ("{name}", "字" * 18, set(range(1, 19))), ("{name}", "字" * 19, set(range(1, 19))),
])
def test_slots(source: str, line: str, ends: set[int]) -> None:
    assert reached(source, line) == ends


@pytest.mark.parametrize(("source", "ends"), [
    ("a {rest}", {1}), ("a {any} c", set()), ("a {name}", set()), ("a b {rest}", {2}), ("a [b] {rest}", {1, 2}), ("a (b {rest}|c)", {2}), ("a ({any}|b)", {2}),
])
def test_what_is_followed_by_others_has_no_slots_of_words(source: str, ends: set[int]) -> None:
    assert reached(source, "a b c d", closed=True) == ends


def test_from_a_later_token() -> None:
    assert reached("b c", "a b c", 1) == {3}
    assert reached("{rest}", "a b c", 1) == {3}
    assert ends(parse("a"), tokenize("a a b"), {0, 1}, NETWORKS) == {1, 2}


def test_names_of_networks() -> None:
    assert NETWORKS.by_head == {"facebook": [["facebook"]], "truth": [["truth", "social"], ["truth", "social", "plus"]]}
    assert NETWORKS.end(["on", "truth", "social", "plus"], 1) == 4
    assert NETWORKS.end(["truth", "social", "club"], 0) == 2
    assert NETWORKS.end(["truth", "club"], 0) == 0
    assert NETWORKS.end(["club"], 0) == 0
    assert Networks.of(["A > B"]).by_head == {"a": [["a", "b"]]}
