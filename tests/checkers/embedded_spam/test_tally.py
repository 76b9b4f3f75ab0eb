"""What the terms of a stretch add up to."""

from __future__ import annotations

import pytest

from corpuslint.checkers.embedded_spam.tally import NOTHING, is_phrase, is_trade_word, points_of, tally, topic_of
from corpuslint.text.hit import Hit


def hit(start: int, term: str, tag: str, language: str = "en") -> Hit:
    return Hit(start, start + len(term), term, tag, "words", language)


@pytest.mark.parametrize(("tag", "points", "phrase", "trade"), [("casino 3", 3, True, False), ("casino 2", 2, False, True), ("shop 1", 1, False, False), ("x 5", 5, False, False)])
def test_a_tag_is_a_topic_and_points(tag: str, points: int, phrase: bool, trade: bool) -> None:
    term = hit(0, "a", tag)
    assert (points_of(term), is_phrase(term), is_trade_word(term), topic_of(term)) == (points, phrase, trade, tag[:-2])


def test_points_share_terms_and_topics() -> None:
    found = tally([hit(0, "free spins now", "casino 3"), hit(20, "loan", "loan 2"), hit(30, "loan", "loan 2"), hit(40, "cheap", "shop 1")], 50, "en")
    assert found == (3 + 1 + 2 + 1, (12 + 4 + 4 + 5) / 50, True, "en", ("free spins now", "loan", "cheap"), ("casino", "loan", "shop"))
    assert tally([], 10, "en") == NOTHING
    assert tally([hit(0, "loan", "loan 3")], 0, "en").cover == 0.0


@pytest.mark.parametrize(("terms", "grounded"), [
    ([("a", "x 3")], True), ([("a", "x 2")], False), ([("a", "x 2"), ("b", "x 2")], True), ([("a", "x 2"), ("a", "x 2")], False), ([("a", "x 1"), ("b", "x 1"), ("c", "x 2")], False),
])
def test_a_phrase_or_two_words_of_trades_ground_it(terms: list[tuple[str, str]], grounded: bool) -> None:
    assert tally([hit(place, *term) for place, term in enumerate(terms)], 10, "en").grounded is grounded


@pytest.mark.parametrize(("terms", "language"), [
    ([("a", "x 3", "de")], "de"), ([("a", "x 2", "de"), ("b", "x 2", "de")], ""), ([("a", "x 2", "de"), ("b", "x 2", "de"), ("c", "x 2", "de")], "de"), ([("a", "x 2", "de"), ("b", "x 2", "de"), ("a", "x 2", "de")], ""),
    ([("a", "x 2", "en")], "en"), ([("a", "x 2", "fr")], "fr"), ([("a", "x 3", "en"), ("a", "x 3", "de")], "en"), ([("a", "x 3", "fr"), ("a", "x 3", "en")], "fr"), ([("a", "x 1", "mul")], "fr"),
    ([("a", "x 3", "en"), ("b", "x 3", "de"), ("c", "x 1", "de")], "de"),
])
def test_the_language_that_sells_most(terms: list[tuple[str, str, str]], language: str) -> None:
    found = tally([hit(2 * place, *term) for place, term in enumerate(terms)], 10, "en" if language == "en" else "fr")
    assert found.language == language


def test_of_terms_that_overlap_the_weightiest_then_the_longest_counts() -> None:
    assert tally([hit(5, "free", "x 2"), hit(5, "free spins", "x 3"), hit(10, "spins", "x 2")], 20, "en").terms == ("free spins",)
    assert tally([hit(5, "free spin", "x 2"), hit(10, "spin now or", "x 2")], 20, "en").terms == ("spin now or",)
    assert tally([hit(5, "free", "x 2"), hit(9, "spin", "x 2")], 20, "en").terms == ("free", "spin")


@pytest.mark.parametrize(("cover", "sells"), [(0.5, 6.0), (1.0, 6.0), (0.25, 6 * 0.5**1.3), (0.0, 0.0)])
def test_what_is_thinly_spread_sells_less(cover: float, sells: float) -> None:
    assert NOTHING._replace(points=6, cover=cover).sells == pytest.approx(sells)
