"""Sentences around a place."""

from __future__ import annotations

import pytest

from corpuslint.text.sentences import sentence_at
from corpuslint.text.spans import Span


@pytest.mark.parametrize(("text", "expected"), [
    ("Mr. Khalid spoke on Nov. 8. He left.", ["Mr. Khalid spoke on Nov. 8.", "He left."]),
    ("It rose to approx. five. (Art. 3 of p. 8) U.S. Steel fell.", ["It rose to approx. five.", "(Art. 3 of p. 8) U.S. Steel fell."]),
    ("“It is late!” he said. ‘So?’ … and left", ["“It is late!”", "he said.", "‘So?’", "… and left"]),
    ("In 1. place he won. then he left.", ["In 1. place he won. then he left."]),
    ("他走了。「好！」他说｡ 走", ["他走了。", "「好！」", "他说｡", "走"]),
    ("वह गया। वह आया॥ क्या؟ نعم۔ لا", ["वह गया।", "वह आया॥ क्या؟", "نعم۔", "لا"]),
    ("A title\nThe first line\nand the second", ["A title", "The first line\nand the second"]),
    ("A title\r\nThe first\rThe second\n \nThe third", ["A title", "The first", "The second", "The third"]),
    (f"{'a' * 44}\nB", ["a" * 44, "B"]),
    (f"{'a' * 45}\nB", [f"{'a' * 45}\nB"]),
    (f"{'a' * 110}\nB", [f"{'a' * 110}\nB"]),
    (f"{'a' * 111}\nB", ["a" * 111, "B"]),
])
def test_the_sentences_of_a_text(text: str, expected: list[str]) -> None:
    found = dict.fromkeys(sentence_at(text, at, 800) for at in range(len(text)) if not text[at].isspace())
    assert [text[start:end] for start, end in found] == expected


def test_no_more_is_read_than_the_reach() -> None:
    text = "word " * 400
    assert sentence_at(text, 1000, 50) == Span(950, 1049)
