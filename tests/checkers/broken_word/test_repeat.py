"""Words that stand twice: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.repeat import find_repeat
from tests.checkers.broken_word.made import made_prose


def found(text: str, zipfs: dict[str, float], language: str = "en") -> list[tuple[str, str]]:
    return [(text[b.start : b.end], b.repair) for b in find_repeat(made_prose(text, zipfs, language=language))]


@pytest.mark.parametrize(("text", "zipfs", "expected"), [
    ("to the the end", {"the": 5.52}, "the the"),
    ("to the the end", {"the": 5.48}, ""),
    ("to houses houses end", {"houses": 3.0}, "houses houses"),
    ("to houses houses end", {"houses": 2.96}, ""),
    ("to house house end", {"house": 3.0}, "house house"),
    ("to home home end", {"home": 3.0}, ""),
    ("to Houses houses end", {"houses": 5.0}, ""),
    ("to Houses houses end", {"houses": 5.52}, "Houses houses"),
    ("to houses Houses end", {"houses": 6.0}, ""),
    ("to THE the end", {"the": 7.0}, ""),
    ("to the, the end", {"the": 7.0}, ""),
    ("to the (the end", {"the": 7.0}, ""),
    ("to (the the) end", {"the": 7.0}, ""),
    ("to the-x the-x end", {"the-x": 7.0}, ""),
    ("the the the", {"the": 7.0}, ""),
    ("the to the the to", {"the": 7.0}, "the the"),
    ("to the the the", {"the": 7.0}, ""),
    ("to had had end", {"had": 7.0}, ""),
    ("to the  the end", {"the": 7.0}, "the  the"),
    ("to the\u00a0the end", {"the": 7.0}, "the\u00a0the"),
    ("to the   the end", {"the": 7.0}, ""),
    ("to the\tthe end", {"the": 7.0}, ""),
    ("to the\nthe end", {"the": 7.0}, "the\nthe"),
    ("to the \r\n the end", {"the": 7.0}, "the \r\n the"),
    ("to the\n\nthe end", {"the": 7.0}, ""),
    ("to the\n\u00a0the end", {"the": 7.0}, ""),
    ("the\nthe end", {"the": 7.0}, ""),
    ("to\nthe\nthe end", {"the": 7.0}, ""),
    ("to the\nthe\nend", {"the": 7.0}, ""),
    ("to the\nthe\r\nend", {"the": 7.0}, ""),
    ("to the\nthe", {"the": 7.0}, ""),
    ("the the", {"the": 7.0}, ""), ("end the the", {"the": 7.0}, ""),
    ("to a a end", {"a": 5.52}, "a a"),
    ("to a a end", {"a": 5.48}, ""),
    ("to b b end", {"b": 7.0}, ""),
    ("to a  a end", {"a": 7.0}, ""),
    ("x a a end", {"a": 7.0}, ""),
    ("to a a x", {"a": 7.0}, ""),
    ("to A a end", {"a": 7.0}, ""),
    ("to the the, end", {"the": 7.0}, "the the"),
    ("to I I end", {"i": 7.0}, ""),
    ("to the thesis", {"the": 7.0}, ""),
])
def test_a_slip(text: str, zipfs: dict[str, float], expected: str) -> None:
    assert found(text, zipfs) == ([(expected, expected.split()[0])] if expected else [])


@pytest.mark.parametrize(("word", "zipf", "expected"), [("buna", 0.0, True), ("zaman", 7.0, False), ("zamanlarda", 3.0, True), ("zamanlarda", 2.96, False), ("zamanları", 7.0, False)])
def test_a_language_that_lists_its_slips(word: str, zipf: float, expected: bool) -> None:
    assert found(f"bir {word} {word} bir", {word: zipf}, "tr") == ([(f"{word} {word}", word)] if expected else [])


def test_a_language_without_its_doublings() -> None:
    assert found("at the the end", {"the": 7.0}, "sv") == []


@pytest.mark.parametrize(("text", "kind"), [
    ("to of of end", "repeat"), ("to into into end", "repeat"), ("go a a end", "repeat"), ("to houses houses end", "doubled"),
])
def test_what_nobody_doubles_for_emphasis(text: str, kind: str) -> None:
    zipfs = dict.fromkeys(("of", "into", "a", "houses", "go", "end"), 7.0)
    assert [b.kind for b in find_repeat(made_prose(text, zipfs))] == [kind]
