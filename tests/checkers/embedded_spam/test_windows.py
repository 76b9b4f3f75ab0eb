"""Where a stretch begins and ends."""

from __future__ import annotations

import pytest

from corpuslint.checkers.embedded_spam.windows import between_sentences, clusters, run_of_script
from corpuslint.document import Span
from corpuslint.text.hit import Hit


def hit(start: int, end: int, points: int = 3, language: str = "en") -> Hit:
    return Hit(start, end, "x" * (end - start), f"casino {points}", "phrases", language)


@pytest.mark.parametrize(("hits", "spans"), [
    ([], []), ([hit(0, 5)], [(0, 5)]), ([hit(0, 5, 2)], []), ([hit(0, 5), hit(19, 25, 2)], [(0, 25)]), ([hit(0, 5), hit(20, 25, 2)], [(0, 5)]), ([hit(0, 5), hit(20, 25)], [(0, 5), (20, 25)]),
    ([hit(0, 30), hit(2, 5, 1), hit(44, 50, 1)], [(0, 50)]), ([hit(0, 5), hit(6, 9, 2, "de")], [(0, 5)]), ([hit(0, 5), hit(6, 9, 2, "mul")], [(0, 9)]), ([hit(0, 5), hit(6, 9, 3, "de")], [(0, 5), (6, 9)]),
    ([hit(0, 5, 3, "mul"), hit(6, 9, 3, "de"), hit(10, 12, 3, "en"), hit(13, 15, 2, "en")], [(0, 15)]),
])
def test_terms_that_stand_close_together(hits: list[Hit], spans: list[tuple[int, int]]) -> None:
    assert [(cluster[0].start, max(hit.end for hit in cluster)) for cluster in clusters(hits)] == spans


def test_a_bounded_number_of_them() -> None:
    assert len(clusters([hit(30 * place, 30 * place + 5) for place in range(201)])) == 200


@pytest.mark.parametrize(("text", "words", "expected"), [
    ("It rained. buy pills now The town slept.", "buy pills", "buy pills now"), ("It rained. Buy pills now The town slept.", "Buy pills", None), ("a" * 60 + " buy pills", "buy pills", None),
    ("buy pills The town slept.", "buy pills", "buy pills"), ("So. " + "a" * 38 + " buy pills", "buy pills", None), ("So. " + "a" * 37 + " buy pills", "buy pills", "a" * 37 + " buy pills"), ("He said. So it was. buy pills", "buy pills", "buy pills"),
    ("It rained. buy pills a b c d e f The town.", "buy pills", "buy pills a b c d e f"), ("It rained. buy pills a b c d e f g The town.", "buy pills", None),
])
def test_between_two_sentences(text: str, words: str, expected: str | None) -> None:
    start = text.index(words)
    span = between_sentences(text, Span(0, len(text)), start, start + len(words))
    assert (span and text[slice(*span)]) == expected


def test_the_words_of_one_script() -> None:
    mixed = "said 카지노 추천 today"
    assert run_of_script(mixed, Span(0, len(mixed)), 5, 8, "HANGUL") == Span(5, 11)
    assert run_of_script(mixed, Span(0, len(mixed)), 9, 11, "HANGUL") == Span(5, 11)
    assert run_of_script(mixed, Span(0, len(mixed)), 5, 8, "ETHIOPIC") == Span(5, 8)
    assert run_of_script(mixed, Span(0, len(mixed)), 3, 8, "HANGUL") == Span(3, 8)
    two = "카지노 many words of another 추천 x"
    assert run_of_script(two, Span(0, len(two)), 0, 3, "HANGUL") == Span(0, 3)
