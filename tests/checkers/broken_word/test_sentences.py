"""Sentences without a space between: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.sentences import find_glued
from tests.checkers.broken_word.made import made_prose


def found(text: str, zipfs: dict[str, float], curated: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(text[b.start : b.end], b.repair) for b in find_glued(made_prose(text, zipfs, curated))]


@pytest.mark.parametrize(("text", "zipfs", "curated", "expected"), [
    ("high.The", {"high": 2.52, "the": 4.0}, (), "high. The"),
    ("high.The", {"high": 2.48, "the": 4.0}, (), ""),
    ("high.The", {"the": 4.0}, ("high",), "high. The"),
    ("high.The", {"high": 5.0, "the": 3.96}, (), ""),
    ("High.The", {"high": 5.0, "the": 5.96}, (), ""),
    ("High.The", {"high": 5.0, "the": 6.0}, (), "High. The"),
    ("high?The", {"high": 5.0, "the": 4.0}, (), "high? The"),
    ("high!The", {"high": 5.0, "the": 4.0}, (), "high! The"),
    ("high.Com", {"high": 5.0, "com": 6.0}, (), ""),
    ("high.A", {"high": 5.0, "a": 6.0}, (), "high. A"),
    ("high.B", {"high": 5.0, "b": 6.0}, (), ""),
    ("high.Xqvz", {"high": 5.0}, (), ""),
    ("www.high.The", {"high": 5.0, "the": 6.0}, (), ""),
    ("high.The(", {"high": 5.0, "the": 6.0}, (), ""),
    ("HIGH.THE", {"high": 5.0, "the": 6.0}, (), ""),
    ("highThe", {"high": 3.28, "the": 6.0}, (), ""),
    ("highThe", {"high": 3.32, "the": 6.0}, (), "high The"),
    ("highThe", {"high": 5.0, "the": 5.96}, (), ""),
    ("highThe", {"high": 5.0, "the": 6.0, "highthe": 1.96}, (), "high The"),
    ("highThe", {"high": 5.0, "the": 6.0, "highthe": 2.0}, (), ""),
    ("HighThe", {"high": 5.0, "the": 6.0}, (), ""),
    ("hiThe", {"hi": 5.0, "the": 6.0}, (), ""),
    ("hitThe", {"hit": 5.0, "the": 6.0}, (), "hit The"),
    ("highA", {"high": 5.0, "a": 6.0}, (), "high A"),
    ("highB", {"high": 5.0, "b": 6.0}, (), ""),
])
def test_two_sentences(text: str, zipfs: dict[str, float], curated: tuple[str, ...], expected: str) -> None:
    assert found(f"{text}", zipfs, curated) == ([(text, expected)] if expected else [])


@pytest.mark.parametrize(("text", "expected"), [
    ("high.Xqvz Xqvz", ["high. Xqvz"]), ("high.Xqv Xqv", []), ("highXqvz Xqvz", ["high Xqvz"]), ("highXqv Xqv", []), ("High.Xqvz Xqvz", []),
])
def test_a_name_that_stands_elsewhere_begins_a_sentence(text: str, expected: list[str]) -> None:
    assert [repair for _, repair in found(text, {"high": 5.0})] == expected


@pytest.mark.parametrize(("text", "expected"), [("highThe", ["high The"]), ("highThe highThe", []), ("highThe, (highThe)", [])])
def test_what_stands_more_than_once_is_a_name(text: str, expected: list[str]) -> None:
    assert [repair for _, repair in found(text, {"high": 5.0, "the": 6.0})] == expected


@pytest.mark.parametrize(("run", "zipf", "expected"), [("high.The", 5.96, []), ("high.The", 6.0, ["high. The"]), ("highThe", 7.0, [])])
def test_a_technical_text(run: str, zipf: float, expected: list[str]) -> None:
    assert [repair for _, repair in found(f"`code` {run}", {"high": 5.0, "the": zipf})] == expected


def test_the_place_within_a_run() -> None:
    assert found("a (high.The) end", {"high": 5.0, "the": 6.0, "end": 6.0}) == [("high.The", "high. The")]
