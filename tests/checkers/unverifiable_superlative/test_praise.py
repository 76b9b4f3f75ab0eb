"""Praise, fame, absolutes and attributions to nobody: where they begin and end, and what they weigh."""

from __future__ import annotations

import pytest

from corpuslint.checkers.unverifiable_superlative.grammar import Claim
from corpuslint.checkers.unverifiable_superlative.praise import attribution, fame, praise, stressed, utmost
from tests.checkers.unverifiable_superlative.language import claim, hit, language


def weighed(text: str, found: Claim | None) -> tuple[str, int] | None:
    return None if found is None else (text[found.start : found.end], found.points)


@pytest.mark.parametrize(("text", "tag", "found"), [
    ("a superb team", "peacock", ("superb team", 2)),
    ("a superb", "peacock", ("superb", 2)),
    ("superb and gifted teams", "peacock", ("superb and gifted teams", 3)),
    ("superb and gifted", "peacock", ("superb and gifted", 3)),
    ("superb and nice teams", "peacock", ("superb", 2)),
    ("superb rule", "peacock", ("superb rule", 1)),
    ("superb old rule", "peacock", ("superb old rule", 1)),
    ("superb 82 things", "peacock", ("superb 82 things", 1)),
    ("superb 3-2 win", "peacock", ("superb 3-2 win", 2)),
    ("superb 3–2 win", "peacock", ("superb 3", 2)),
    ("a very superb team", "peacock", ("very superb team", 3)),
    ("a more superb team", "peacock", None),
    ("a gifted and superb team", "peacock", ("gifted and superb team", 3)),
    ("a large and superb team", "peacock", ("superb team", 2)),
    ("gifted and superb team", "peacock", ("superb team", 2)),
    ("very superb team", "peacock", ("superb team", 2)),
    ("a very-superb team", "peacock", ("superb team", 2)),
    ("a superb view", "weak s", ("superb view", 2)),
    ("a superb old view", "weak sa", ("superb old view", 2)),
    ("a superb team", "weak sa", ("superb team", 2)),
    ("a superb team", "weak s", ("superb team", 1)),
    ("a superb view", "weak", ("superb view", 1)),
    ("a superb b c d e view", "weak s", ("superb b c d e view", 2)),
    ("a superb b c d e f g view", "weak s", ("superb b c d e f g", 1)),
    ("a superb b of view", "weak s", ("superb b", 1)),
    ("a superb b and view", "weak s", ("superb b and view", 2)),
    (f"superb {'abcdefghijklmno ' * 3}abcdef view", "weak s", (f"superb {'abcdefghijklmno ' * 3}abcdef view", 2)),
    (f"superb {'abcdefghijklmno ' * 3}abcdefg view", "weak s", (f"superb {'abcdefghijklmno ' * 3}abcdefg vie", 1)),
])
def test_praise(text: str, tag: str, found: tuple[str, int] | None) -> None:
    assert weighed(text, praise(text, hit(text, "superb", tag), language())) == found


@pytest.mark.parametrize(("text", "tag", "found"), [
    ("杰作是", "peacock", ("杰作", 2)), ("杰作是", "weak", ("杰作", 1)), ("杰作的诗人，", "peacock", ("杰作的诗人", 2)),
])
def test_praise_without_spaces(text: str, tag: str, found: tuple[str, int]) -> None:
    assert weighed(text, praise(text, hit(text, "杰作", tag), language("zh"))) == found


@pytest.mark.parametrize(("text", "found"), [
    ("truly gifted poets of old", ("truly gifted poets", 2)), ("truly gifted", ("truly gifted", 2)), ("truly nice poets", None),
    ("truly old", None), ("truly", None),
])
def test_an_intensifier_and_its_evaluation(text: str, found: tuple[str, int] | None) -> None:
    assert weighed(text, stressed(text, hit(text, "truly", "very"), language())) == found


@pytest.mark.parametrize(("text", "found"), [
    ("honoured in all the world today", ("honoured in all the world", 2)), ("honoured in town", None), ("honoured", None),
    ("world honoured", None),
])
def test_fame_needs_the_world(text: str, found: tuple[str, int] | None) -> None:
    assert weighed(text, fame(text, hit(text, "honoured", "fame"), language())) == found


@pytest.mark.parametrize(("tag", "points"), [("absolute", 2), ("absolute weak", 1)])
def test_absolutes(tag: str, points: int) -> None:
    assert utmost(hit("it is unique", "unique", tag)) == Claim(6, 12, "absolute", points, 6)


FAR = " ".join(["abcdefghi"] * 20)


@pytest.mark.parametrize(("text", "match", "points", "found"), [
    ("widely seen as the best town", "the best town", 2, ("widely seen as the best town", 3)),
    ("widely seen as the best town", "the best town", 1, ("widely seen as the best town", 2)),
    ("widely seen as the best town", "the best town", 0, ("widely seen as the best town", 2)),
    ("widely seen as the best town", "as the best town", 2, ("widely seen as the best town", 3)),
    ("widely seen as the best town", "n as the best town", 2, ("widely seen as the best town", 3)),
    ("widely seen as the best town", "en as the best town", 2, None),
    (f"widely seen as {FAR[:94]} the best town", "the best town", 2, (f"widely seen as {FAR[:94]} the best town", 3)),
    (f"widely seen as {FAR[:109]} the best town", "the best town", 2, None),
    (f"widely seen as {FAR[:34]} the best town", "the best town", 1, (f"widely seen as {FAR[:34]} the best town", 2)),
    (f"widely seen as {FAR[:49]} the best town", "the best town", 1, None),
    ("widely seen as skill and the best town", "the best town", 2, ("widely seen as skill", 2)),
    ("widely seen as the best town and skill", "the best town", 2, ("widely seen as the best town", 3)),
    ("the best town widely seen as old", "the best town", 2, None),
])
def test_an_attribution_passes_a_claim_on(text: str, match: str, points: int, found: tuple[str, int] | None) -> None:
    made = attribution(text, hit(text, "widely seen as", "weasel"), [claim(text, match)._replace(points=points)], language())
    assert weighed(text, made) == found
    assert made is None or made.kind == "attribution"


def test_an_attribution_may_pass_on_a_noun_alone() -> None:
    text = "widely seen as old skill"
    assert weighed(text, attribution(text, hit(text, "widely seen as", "weasel"), [], language())) == (text, 2)
    assert attribution(text[:-6], hit(text, "widely seen as", "weasel"), [], language()) is None
