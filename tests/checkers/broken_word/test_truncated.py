"""Words that lost letters: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.truncated import find_truncated
from tests.checkers.broken_word.made import made_prose


def found(text: str, zipfs: dict[str, float], curated: tuple[str, ...] = (), language: str = "en", *, large: bool = True) -> list[tuple[str, str]]:
    prose = made_prose(text, {"house": 6.0, **zipfs}, ("house", *curated), language, large=large)
    return [(text[b.start : b.end], b.repair) for b in find_truncated(prose)]


@pytest.mark.parametrize(("word", "zipfs", "curated", "expected"), [
    ("budge", {"budget": 4.48}, (), ""),
    ("budge", {"budget": 4.52}, (), "budget"),
    ("budge", {"budget": 6.0}, ("budge",), ""),
    ("budge", {"budget": 6.0, "budge": 1.48}, (), "budget"),
    ("budge", {"budget": 6.0, "budge": 1.52}, (), ""),
    ("budge", {"budget": 6.0, "budg": 2.96}, (), "budget"),
    ("budge", {"budget": 6.0, "budg": 3.0}, (), ""),
    ("budg", {"budget": 4.52}, (), "budget"),
    ("bud", {"budget": 6.0}, (), ""),
    ("udget", {"budget": 4.52}, (), "budget"),
    ("noteworth", {"noteworthy": 2.96}, (), ""),
    ("noteworth", {"noteworthy": 3.0}, (), "noteworthy"),
    ("noteworth", {"noteworthy": 4.0, "noteworth": 1.0}, (), "noteworthy"),
    ("noteworth", {"noteworthy": 4.0, "noteworth": 1.04}, (), ""),
    ("notewor", {"noteworth": 3.48}, (), ""),
    ("notewor", {"noteworth": 3.52}, (), "noteworth"),
    ("notewort", {"noteworth": 3.0}, (), "noteworth"),
    ("notewo", {"noteworth": 3.52}, (), "noteworth"),
    ("notew", {"notewort": 3.52}, (), ""),
])
def test_within_a_line(word: str, zipfs: dict[str, float], curated: tuple[str, ...], expected: str) -> None:
    assert found(f"house {word} house", zipfs, curated) == ([(word, expected)] if expected else [])


@pytest.mark.parametrize(("text", "zipfs", "expected"), [
    # two at the same edge
    ("house budge\nhouse minist\nhouse", {"budget": 2.72, "minister": 2.72}, [("budge", "budget"), ("minist", "minister")]),
    ("house budge\nhouse minist", {"budget": 2.72, "minister": 2.72}, [("budge", "budget"), ("minist", "minister")]),
    ("house budge\nhouse minist\nhouse", {"budget": 2.68, "minister": 2.72}, []),
    ("udget house\ninister house", {"budget": 2.72, "minister": 2.72}, [("udget", "budget"), ("inister", "minister")]),
    ("udget house\nhouse minist\nhouse", {"budget": 2.72, "minister": 2.72}, []),
    ("house minist\nhouse bud\nhouse", {"budget": 2.72, "minister": 2.72}, [("minist", "minister"), ("bud", "budget")]),
    ("house minist\nhouse bu\nhouse", {"budget": 2.72, "minister": 2.72}, []),
    ("house budge\nhouse minist\nhouse", {"budget": 4.0, "budge": 2.52, "minister": 2.72}, []),
    ("house budge\nhouse minist\nhouse", {"budget": 4.0, "budge": 2.48, "minister": 2.72}, [("budge", "budget"), ("minist", "minister")]),
    ("house budge\nhouse minist\nhouse", {"budget": 6.0, "budge": 3.0, "minister": 2.72}, []),
    # one that is certain by itself
    ("house budge\nhouse", {"budget": 3.48}, []),
    ("house budge\nhouse", {"budget": 3.52}, [("budge", "budget")]),
    ("house budg\nhouse", {"budget": 4.48}, []),
    ("house budg\nhouse", {"budget": 4.52}, [("budg", "budget")]),
    ("house bud\nhouse", {"budget": 6.0}, []),
    ("house budge\nhouse", {"budget": 6.0, "budge": 1.52}, []),
])
def test_at_the_edges_of_lines(text: str, zipfs: dict[str, float], expected: list[tuple[str, str]]) -> None:
    assert sorted(set(found(text, zipfs)), key=lambda item: text.index(item[0])) == expected


@pytest.mark.parametrize(("before", "behind", "expected"), [
    ("", "", False), ("é ", "", True), ("é  ", "", False), ("", "é", True), ("", " é", False),
])
def test_a_language_written_without_its_diacritics(before: str, behind: str, expected: bool) -> None:
    text = f"{before}{'house ' * 13}budge {'house ' * 13}{behind}"
    assert found(text, {"budget": 6.0, "é": 6.0}, large=False) == ([("budge", "budget")] if expected else [])
    assert found(text, {"budget": 6.0, "é": 6.0}) == [("budge", "budget")]


def test_an_english_word_elsewhere_is_no_cut_one() -> None:
    assert found("house becaus house", {"becausa": 6.0}, language="fr") == [("becaus", "becausa")]
    assert found("house because house", {"becausea": 6.0}, language="fr") == []
