"""The noisy channel, and what is missing at an edge."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.channel import Channel, complete, misread_short, nearest
from tests.checkers.broken_word.made import made_words


@pytest.mark.parametrize(("word", "channel", "stood", "weak"), [
    ("govemment", "narrow", "", False),
    ("govemment", "usual", "government", False),
    ("docurnent", "narrow", "document", False),
    ("e1ection", "narrow", "election", False),
    ("3lect10n", "usual", "", False),
    ("e1ect10n", "usual", "", False),
    ("wi11", "usual", "will", False),
    ("tlie", "narrow", "the", False),
    ("olcl", "usual", "old", False),
    ("havu", "usual", "", False),
    ("ths", "usual", "", False),
    ("ths", "loose", "the", False),
    ("tne", "usual", "", False),
    ("wby", "usual", "why", False),
    ("nnder", "usual", "under", True),
])
def test_what_stood_there(word: str, channel: Channel, stood: str, weak: bool) -> None:
    zipfs = {"government": 5.0, "document": 5.0, "election": 5.0, "the": 7.0, "old": 6.0, "will": 6.0, "why": 6.0, "under": 6.0}
    best, zipf, chance = nearest(made_words(zipfs).lexicon, word, channel)
    assert (best, zipf) == ((stood, zipfs[stood]) if stood else ("", 0.0))
    assert chance is weak


def test_the_most_frequent_one_stood_there() -> None:
    assert nearest(made_words({"sense": 5.0, "senso": 3.0}).lexicon, "sensc", "usual") == ("sense", 5.0, False)


@pytest.mark.parametrize(("own", "other", "expected"), [
    (0.0, 5.96, ""), (0.0, 6.0, "the"), (3.8, 6.0, "the"), (3.84, 6.0, ""), (5.2, 7.4, "the"), (5.24, 7.4, ""),
])
def test_a_short_word_that_stands_for_another(own: float, other: float, expected: str) -> None:
    assert misread_short(made_words({"tho": own, "the": other}).lexicon, "tho") == expected


def test_the_gap_of_a_short_word_is_given() -> None:
    lexicon = made_words({"tho": 4.0, "the": 6.6}).lexicon
    assert misread_short(lexicon, "tho", 2.56) == "the"
    assert misread_short(lexicon, "tho", 2.64) == ""


def test_a_word_that_no_list_has_counts_as_a_rare_one() -> None:
    lexicon = made_words({"the": 6.0}).lexicon
    assert misread_short(lexicon, "tho", 5.0) == "the"
    assert misread_short(lexicon, "tho", 5.04) == ""


@pytest.mark.parametrize(("word", "edge", "expected"), [
    ("budge", "", ("budget", 5.0)),
    ("bud", "", ("budget", 5.0)),
    ("bu", "", ("", 0.0)),
    ("budget", "", ("", 0.0)),
    ("udget", "", ("budget", 5.0)),
    ("udget", "left", ("budget", 5.0)),
    ("udget", "right", ("", 0.0)),
    ("budge", "left", ("", 0.0)),
    ("budge", "right", ("budget", 5.0)),
])
def test_what_was_cut(word: str, edge: str, expected: tuple[str, float]) -> None:
    assert complete(made_words({"budget": 5.0}).lexicon, word, edge) == expected


def test_the_most_frequent_whole_word() -> None:
    assert complete(made_words({"budget": 4.0, "budgets": 5.0}).lexicon, "budge") == ("budgets", 5.0)
