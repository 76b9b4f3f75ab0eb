"""Superlatives: where they begin and end, and what they weigh."""

from __future__ import annotations

import pytest

from corpuslint.checkers.unverifiable_superlative.superlative import comparison, superlative
from tests.checkers.unverifiable_superlative.language import hit, language

SPANISH = "la: det, stop | de: stop, prep, of | una: numeral | las: det, stop | país: place"


def weighed(text: str, word: str, tag: str = "best", code: str = "en", entries: str = "") -> tuple[str, int] | None:
    found = superlative(text, text.lower(), hit(text, word, tag), language(code, entries))
    return None if found is None else (text[found.start : found.end], found.points)


@pytest.mark.parametrize(("text", "match", "points"), [
    ("see the finest apples", "the finest apples", 2),
    ("see the finest", "the finest", 1),
    ("see the finest of all", "the finest of all", 4),
    ("see the finest result", "the finest result", 0),
    ("see the finest result of all", "the finest result of all", 2),
    ("see the finest way", "the finest way", 1),
    ("see the finest way home", "the finest way home", 1),
    ("see the very finest way", "the very finest way", 3),
    ("see very the finest way", "the finest way", 3),
    ("see the very finest apples", "the very finest apples", 3),
    ("see the two finest apples", "the two finest apples", 2),
    ("see the largest and finest apples", "the largest and finest apples", 3),
    ("see one of the finest apples", "one of the finest apples", 2),
    ("one of the finest apples", "one of the finest apples", 2),
    ("see very one of the finest way", "one of the finest way", 3),
    ("see some of the finest apples", "the finest apples", 2),
    ("see one in the finest apples", "the finest apples", 2),
    ("among the finest apples", "among the finest apples", 2),
    ("see the finest and gifted apples", "the finest and gifted apples", 3),
    ("see the finest, gifted apples", "the finest, gifted apples", 3),
    ("see the finest and most gifted apples", "the finest and most gifted apples", 3),
    ("see the country's finest apples", "the country's finest apples", 3),
    ("see Old Kenya's finest apples", "Old Kenya's finest apples", 2),
    ("see the Old Kenya's finest apples", "the Old Kenya's finest apples", 2),
    ("in, Rome Kenya's finest apples", "Kenya's finest apples", 2),
    ("see old Kenya's finest apples", "Kenya's finest apples", 2),
])
def test_a_claim_begins_with_what_leads_in_its_superlative(text: str, match: str, points: int) -> None:
    assert weighed(text, "finest") == (match, points)


@pytest.mark.parametrize("text", [
    "see finest apples", "see big finest apples", "see the big finest apples", "see the second finest apples", "finest",
    "see the second two finest apples", "see the finest of the three", "see the finest of these apples", "see the finest of them",
    "see the finest of those",
])
def test_no_determiner_a_rank_and_a_group_in_sight_are_no_claim(text: str) -> None:
    assert weighed(text, "finest") is None


@pytest.mark.parametrize(("text", "match", "points"), [
    ("see the finest apples in Kenya", "the finest apples in Kenya", 3),
    ("see the finest apples in the old town", "the finest apples in the old town", 3),
    ("see the finest apples in the big old town", "the finest apples", 2),
    ("see the finest apples in a big old Town", "the finest apples", 2),
    ("see the finest apples in March", "the finest apples", 2),
    ("see the finest apples in the land", "the finest apples", 2),
    ("see the finest apples in rows on town", "the finest apples in rows on town", 3),
    ("see the finest apples that in town", "the finest apples", 2),
    ("see the finest apples ever", "the finest apples ever", 2),
    ("see the finest apples of old on earth", "the finest apples of old on earth", 4),
    ("see the finest apples not in town", "the finest apples not in town", 3),
    ("see the finest apples both in town", "the finest apples both in town", 3),
    ("see the finest apples of, in town", "the finest apples", 2),
    ("see the finest apples of a b c d e f g h i on earth", "the finest apples", 2),
    ("see the finest apples of a b c d e f g h on earth", "the finest apples of a b c d e f g h on earth", 4),
    ("see the finest apples of the four", "the finest apples", 2),
    ("see the finest b c d e f g h i", "the finest b c d e f g", 2),
    ("see the finest a b", "the finest", 1),
])
def test_how_far_a_superlative_reaches(text: str, match: str, points: int) -> None:
    assert weighed(text, "finest") == (match, points)


@pytest.mark.parametrize(("text", "found"), [
    ("the most gifted team", ("the most gifted team", 2)),
    ("the most gifted", ("the most gifted", 2)),
    ("the most gifted result", ("the most gifted result", 2)),
    ("the most beautiful team", ("the most beautiful team", 1)),
    ("the most beautiful", ("the most beautiful", 0)),
    ("the most beautiful way", ("the most beautiful way", 0)),
    ("the most beautiful result", ("the most beautiful result", -1)),
    ("the most beautiful and gifted result", ("the most beautiful and gifted result", 3)),
    ("one of the most beautiful teams", ("one of the most beautiful teams", 0)),
    ("one of the most beautiful teams in town", ("one of the most beautiful teams in town", 2)),
    ("the most glorious team", ("the most glorious team", 1)),
    ("the most deeply gifted team", ("the most deeply gifted team", 2)),
    ("the most deeply", ("the most deeply", 0)),
    ("the most common team", None),
    ("the most pewter team", None),
    ("the most", None),
    ("the most large poet", ("the most large poet", 2)),
    ("the most large tower", None),
    ("the most large tower poet", ("the most large tower poet", 2)),
    ("the most large and gifted tower", ("the most large and gifted tower", 3)),
])
def test_most_weighs_its_adjective(text: str, found: tuple[str, int] | None) -> None:
    assert weighed(text, "most", "most") == found


@pytest.mark.parametrize(("text", "found"), [
    ("the greatest poet", ("the greatest poet", 2)), ("the greatest tower", None), ("poet the greatest tower", ("the greatest tower", 2)),
    ("poet one of the greatest tower", None), ("the greatest and gifted tower", None), ("the greatest old poet tower", None), ("the greatest poet tower", ("the greatest poet tower", 2)),
])
def test_greatest_is_said_of_people(text: str, found: tuple[str, int] | None) -> None:
    assert weighed(text, "greatest", "best v") == found


@pytest.mark.parametrize(("text", "found"), [
    ("the nicest team", ("the nicest team", 1)), ("the nicest, gifted team", ("the nicest, gifted team", 3)),
    ("one of the nicest teams", ("one of the nicest teams", 0)), ("one of the nicest teams in town", ("one of the nicest teams in town", 2)),
])
def test_weak_superlatives(text: str, found: tuple[str, int]) -> None:
    assert weighed(text, "nicest", "best weak") == found


def test_a_noun_may_stand_before_the_superlative() -> None:
    assert weighed("ve la casa mejor de Lima", "mejor", code="es", entries=SPANISH) == ("la casa mejor de Lima", 3)
    assert weighed("ve una de las casas mejor", "mejor", code="es", entries=SPANISH) == ("una de las casas mejor", 1)
    assert weighed("see la casa mejor", "mejor", code="en", entries=SPANISH) is None


def test_a_language_without_articles_needs_none() -> None:
    assert weighed("вот лучшая работа", "лучшая", code="ru", entries="в: prep, stop | второй: ordinal") == ("лучшая работа", 2)
    assert weighed("второй лучшая работа", "лучшая", code="ru", entries="в: prep, stop | второй: ordinal") is None


@pytest.mark.parametrize(("text", "gradable", "scoped"), [
    ("the most popular team", True, False), ("the most gifted team", False, False), ("the most gifted team in town", False, True),
    ("the town's most gifted team", False, True),
])
def test_what_is_said_of_a_claim(text: str, gradable: bool, scoped: bool) -> None:
    found = superlative(text, text, hit(text, "most", "most"), language())
    assert found is not None
    assert (found.gradable, found.scoped, found.kind, found.at) == (gradable, scoped, "superlative", text.index("most"))


@pytest.mark.parametrize(("text", "tag", "found"), [
    ("no lake on earth is more beautiful", "more", ("no lake on earth is more beautiful", 2)),
    ("no lake on earth is more", "more", None),
    ("no lake on earth is more common", "more", None),
    ("no lake in town is more beautiful", "more", None),
    ("nowhere is more beautiful", "more", ("nowhere is more beautiful", 2)),
    ("no lake on earth is more beautiful than this", "more", None),
    ("and no lake on earth is more beautiful", "more", ("no lake on earth is more beautiful", 2)),
    ("see: no lake on earth is more beautiful", "more", ("no lake on earth is more beautiful", 2)),
    ("see no: lake on earth is more beautiful", "more", None),
    ("lakes on earth are more beautiful", "more", None),
    ("no lake on earth is finer", "more best", ("no lake on earth is finer", 2)),
    ("no lake on earth is finer than this", "more best", None),
    ("no lake is finer ever", "more best", None),
])
def test_a_comparison_that_nothing_reaches(text: str, tag: str, found: tuple[str, int] | None) -> None:
    got = comparison(text, hit(text, "finer" if "finer" in text else "more", tag), language())
    assert (None if got is None else (text[got.start : got.end], got.points)) == found
    assert got is None or (got.scoped and got.kind == "superlative")


@pytest.mark.parametrize(("text", "tag", "match", "points", "gradable", "scoped"), [
    ("他是最美的诗人。", "best", "最美的诗人", 2, True, False),
    ("他是最美的诗人。", "best weak", "最美的诗人", 1, True, False),
    ("世界上最美的湖", "best", "世界上最美的湖", 4, True, True),
    ("全国最美的湖", "best", "全国最美的湖", 3, True, True),
    ("全国很多最美的湖", "best", "全国很多最美的湖", 3, True, True),
    ("全国有很多最美的湖", "best", "最美的湖", 2, True, False),
    ("世界上有很多最美的湖", "best", "最美的湖", 4, True, False),
    ("最美的成绩", "best", "最美的成绩", 0, True, False),
    ("最美。", "best", "最美", 2, True, False),
])
def test_a_superlative_of_a_language_without_spaces(
    text: str, tag: str, match: str, points: int, gradable: bool, scoped: bool
) -> None:
    found = superlative(text, text, hit(text, "最美", tag), language("zh"))
    assert found is not None
    assert (text[found.start : found.end], found.points, found.gradable, found.scoped) == (match, points, gradable, scoped)
