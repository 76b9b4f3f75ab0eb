"""One line as a whole."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate import lines
from corpuslint.checkers.boilerplate.lines import read_label
from tests.checkers.boilerplate.samples import vocabulary

ENTRIES = (
    "share it\tshare", "home\tnavigation edge", "help\tnavigation edge", "log in\tsign-in", "news\tnavigation topic", "sports\tnavigation topic", "comments\tcomments run",
    "home help log\tlegal edge", "copyright {rest}\tcopyright", "{any} rights reserved\tcopyright", "home news\ttools run",
)
WORDS = vocabulary(*ENTRIES)


def read(text: str, *, floating: bool = False) -> tuple[str, int] | None:
    label = read_label(text, WORDS, floating=floating)
    return (label.kind, int(label.certainty)) if label else None


@pytest.mark.parametrize(("text", "label"), [
    ("Share it", ("share", 4)), ("Share it.", ("share", 4)), ("» Share it", ("share", 4)), ("[Share it](https://a.example/)", ("share", 4)),
    ("Home", ("navigation", 3)), ("Home.", None), ("Home!", None), ("Home…", ("navigation", 3)), ("Comments", ("comments", 2)), ("News", ("navigation", 1)),
    ("Home Help", ("navigation", 3)), ("Home Help.", None), ("Home | Help", ("navigation", 4)), ("Home | Help.", None), ("Home  Help", ("navigation", 4)), ("Home\tHelp", ("navigation", 4)), ("Home\t\tHelp", ("navigation", 4)),
    ("Home help log", ("legal", 3)), ("Home | Help | Log", ("legal", 3)), ("Home News", ("tools", 2)), ("Home | News", ("tools", 2)),
    ("• • •", None), ("| Home", ("navigation", 3)), ("Nothing of it", None), ("Home > x", ("navigation", 4)),
])
def test_labels(text: str, label: tuple[str, int] | None) -> None:
    assert read(text) == label


@pytest.mark.parametrize("text", ["\"Share it", "“Share it", "'Share it", "— Share it", "– Share it", "- Share it.", "- Share it!", "- Share it…", "> Share it.", "> Share it?", "« Share it »", "‹Share it›", "『Share it』"])
def test_what_is_said_is_no_label(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["- Share it", "> Share it", "» Share it", "-Share it.", "—Share it"])
def test_what_is_listed_may_be_one(text: str) -> None:
    assert read(text) == ("share", 4)


def test_any_words_may_come_first_in_a_short_line_with_a_clue() -> None:
    assert read("All rights reserved") is None
    assert read("All rights reserved", floating=True) == ("copyright", 4)
    assert read("All rights reserved.", floating=True) == ("copyright", 4)
    assert read(f"{'x' * 144} rights reserved", floating=True) == ("copyright", 4)
    assert read(f"{'x' * 145} rights reserved", floating=True) is None
    assert read("Home Help", floating=True) == ("navigation", 3)


def test_of_a_long_line_the_beginning_is_compared() -> None:
    assert read("copyright " + "x" * 1490) == ("copyright", 4)
    assert read("copyright " + "x" * 1491) is None
    assert read("home | " * 42 + "help||") == ("navigation", 4)
    assert read("home | " * 42 + "help|||") is None


def test_labels_of_short_lines_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    words = vocabulary(*ENTRIES)
    read_label("Share it", words, floating=False)
    read_label("Share it", words, floating=True)
    read_label("Home | " * 8 + "Help", words, floating=False)
    assert set(words.read) == {("Share it", False), ("Share it", True), ("Home | " * 8 + "Help", False)}
    read_label("Home | " * 8 + " Help", words, floating=False)
    assert len(words.read) == 3
    monkeypatch.setattr(lines, "MAX_MEMO", 3)
    read_label("Home", words, floating=False)
    assert set(words.read) == {("Home", False)}
