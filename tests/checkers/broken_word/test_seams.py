"""Seams of a page: what was glued, what stands apart, what was lost throughout."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.seams import find_seams
from tests.checkers.broken_word.made import made_prose

ZIPFS = {"contact": 5.0, "details": 5.0, "menu": 4.0, "photos": 3.92, "the": 7.7, "hale": 3.52, "whale": 3.52, "tbe": 3.0, "don't": 6.0, "we've": 4.52, "he's": 4.48}


def found(text: str, zipfs: dict[str, float] | None = None) -> list[tuple[str, str, str]]:
    prose = made_prose(text, {**ZIPFS, **(zipfs or {})})
    return [(b.kind, text[b.start : b.end], b.repair) for b in find_seams(prose)]


GLUED = ("glued", "DetailsMenu", "Details Menu")
YEAR = ("glued", "3, 2021By", "3, 2021 By")


@pytest.mark.parametrize(("text", "expected"), [
    ("Menu\nDetailsMenu by\nMarch 3, 2021By us", [GLUED, YEAR]),
    ("Menu\n(DetailsMenu) by\nMarch 3, 2021By us", [GLUED, YEAR]),
    ("Menu\nDetailsMenu by", []),
    ("March 3, 2021By us", []),
    ("March 3, 2021By us\nMay 4 2021By us", [YEAR, ("glued", "4 2021By", "4 2021 By")]),
    ("March 3, 2021By us\nMarch 3, 2021By us", []),
    ("DetailsMenu by\nMarch 3, 2021By us", []),
    ("Menu DetailsMenu or DetailsMenu\nMarch 3, 2021By us", []),
    ("Menu DetailsPhotos\nMarch 3, 2021By us", []),
    ("Photos DetailsPhotos\nMarch 3, 2021By us", [("glued", "DetailsPhotos", "Details Photos"), YEAR]),
    ("Menu @DetailsMenu\nMarch 3, 2021By us", []),
    ("Menu DetailsMenu() `let x = 1`\nMarch 3, 2021By us", []),
])
def test_labels_and_years(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("zipf", "expected"), [(1.96, [GLUED, YEAR]), (2.0, [])])
def test_a_word_that_is_known_in_one_piece(zipf: float, expected: list[tuple[str, str, str]]) -> None:
    assert found("Menu\nDetailsMenu by\nMarch 3, 2021By us", {"detailsmenu": zipf}) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("T he boat", [("drop-capital", "T he", "The")]), ("T\nhe boat", [("drop-capital", "T\nhe", "The")]),
    ("a\n\n  T he boat", [("drop-capital", "T he", "The")]), ("See T he boat", []), ("T\n\nhe boat", []), ("T he.", []),
    ("W hale song", [("drop-capital", "W hale", "Whale")]), ("T bo or", []), ("T bee or", []), ("A the boat", []),
])
def test_an_initial(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_the_rest_is_no_likelier_a_word() -> None:
    assert found("W hale song", {"whale": 3.48}) == [] and found("W hale song", {"whale": 2.96, "hale": 2.0}) == []
    assert found("W hale song", {"whale": 3.0, "hale": 2.0}) != []


@pytest.mark.parametrize(("text", "expected"), [
    ("I don t see what we ve done", ["don t", "we ve"]), ("I don t, and they don t", []), ("I don t think he s here", []),
    ("I don t and don't we ve", ["don t", "we ve"]), ("I don tell we ve", []),
])
def test_apostrophes(text: str, expected: list[str]) -> None:
    assert [match for kind, match, _ in found(text) if kind == "lost-apostrophe"] == expected
