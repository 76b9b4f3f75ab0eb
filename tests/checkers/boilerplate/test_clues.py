"""Set phrases that add up."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate.clues import read_clues
from corpuslint.text.hit import Hit

TAGS = {"cookies": "cookie 2", "consent": "cookie 1", "settings": "cookie 1", "reserved": "copyright 3", "©": "copyright 1", "privacy": "legal 2", "device": "cookie"}


def read(body: str, start: int = 0) -> str | None:
    hits = sorted(
        Hit(at + start, at + start + len(term), term, tag, "clues", "en")
        for term, tag in TAGS.items() for at in range(len(body)) if body.startswith(term, at)
    )
    label = read_clues(body, start, hits)
    assert label is None or label.certainty == 4
    return label and label.kind


@pytest.mark.parametrize(("body", "kind"), [
    ("we use cookies", "cookie"), ("consent settings", None), ("consent", None), ("consent cookies", "cookie"), ("cookies, privacy, consent", "cookie"), ("privacy, cookies", "legal"),
    ("no phrase", None), ("device cookies", "cookie"), ("reserved", "copyright"), ("© 2020 reserved", "copyright"),
])
def test_points_of_one_kind_add_up(body: str, kind: str | None) -> None:
    assert read(body) == kind


def test_a_phrase_counts_once() -> None:
    assert read("x" * 120 + " cookies cookies cookies") is None
    assert read("x" * 120 + " cookies consent") == "cookie"


@pytest.mark.parametrize(("phrases", "length", "kind"), [
    ("cookies", 120, "cookie"), ("cookies", 121, None), ("cookies consent", 240, "cookie"), ("cookies consent", 241, None), ("cookies consent settings", 241, "cookie"),
])
def test_a_longer_line_needs_more(phrases: str, length: int, kind: str | None) -> None:
    assert read(phrases.ljust(length - 1) + "x") == kind


@pytest.mark.parametrize("body", [
    "“cookies” x", "'our cookies x", "'cookies x", "cookies x”", "cookies x?", "1. cookies", "(2) cookies", "12) cookies", "(a) cookies", "say “cookies” now", "say \"our cookies now\" x", "say „our cookies now“ x",
    "say «our cookies now» x", "say 「our cookies」x", "say \"cookies now", "‘cookies x",
])
def test_what_is_quoted_or_numbered_does_not_count(body: str) -> None:
    assert read(body) is None


@pytest.mark.parametrize("body", ["1234. cookies", "a) cookies", "say “no” to cookies", "say \"no\" to our cookies now, \"yes\" x", "cookies", "“cookies x"[1:]])
def test_what_is_not_does(body: str) -> None:
    assert read(body) == "cookie"


def test_a_sign_within_a_mis_decoded_word_is_none() -> None:
    assert read("cafÃ© and settings, x © x, cookies") == "cookie"
    tags = [Hit(4, 5, "©", "copyright 3", "clues", "en")]
    assert read_clues("cafÃ© x", 0, tags) is None
    assert read_clues("caf7© x", 0, [tags[0]]) == ("copyright", 4)


@pytest.mark.parametrize(("body", "kind"), [
    ("We use cookies. One.", "cookie"), ("We use cookies. One. Two.", None), ("We use cookies. One. Two. Your privacy.", None), ("We use cookies. One. Two. More cookies. Three.", "cookie"),
    ("We use cookies. One. Two. Three. More cookies. Four.", None), ("Your consent. One. Two cookies.", None), ("Our cookies。One。Two", None), ("Our cookies。One", "cookie"), ("Cookies.com cookies 3.5 x", "cookie"),
])
def test_enough_sentences_must_hold_a_strong_one(body: str, kind: str | None) -> None:
    assert read(body) == kind


def test_places_are_those_of_the_document() -> None:
    assert read("say “our cookies now” x", start=500) is None
    assert read("We use cookies. One.", start=500) == "cookie"
    assert read("One. Two. Three. We use cookies, cookies.", start=20) is None


def test_a_phrase_without_points_has_one() -> None:
    hits = [Hit(0, 3, "use", "cookie", "clues", "en"), Hit(4, 7, "our", "cookie 1", "clues", "en")]
    assert read_clues("use our x", 0, hits) == ("cookie", 4)
    assert read_clues("use x", 0, hits[:1]) is None
