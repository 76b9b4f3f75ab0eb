"""Passages repeated at a page break."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.layout import find_page_dup
from corpuslint.document import Document
from tests.checkers.broken_word.made import made_words


def found(text: str, zipfs: dict[str, float] | None = None, curated: tuple[str, ...] = (), *, lexicon: bool = True) -> list[str]:
    text = f"It is a book {text}"
    lexicon_of_it = made_words(zipfs or {}, curated).lexicon if lexicon else None
    assert all(b.kind == "page-dup" and b.repair == "" for b in find_page_dup(Document.from_text(text), lexicon_of_it))
    return [text[b.start : b.end] for b in find_page_dup(Document.from_text(text), lexicon_of_it)]


@pytest.mark.parametrize(("text", "expected"), [
    ("of peace and just\n\n\npeace and justice for all", ["peace and just\n\n\npeace and justice"]),
    ("of peace and just \t\r\n \n peace and justice for all", ["peace and just \t\r\n \n peace and justice"]),
    ("of Peace and, just\n\nPEACE; and justice for all", ["Peace and, just\n\nPEACE; and justice"]),
    ("of peace and justice\n\npeace and justice for all", []),
    ("of peace and just.\n\npeace and justice for all", []),
    ("of peace and just\n\n(peace and justice) for all", []),
    ("of peace and just\npeace and justice for all", []),
    ("of peace or just\n\npeace and justice for all", []),
    ("of peace and just\n\npeace and injustice for all", []),
    ("and just\n\nand justice for all", ["and just\n\nand justice"]),
    ("\n\nand justice for all", []),
    ("\nTruth and just\n\nTruth and justice for all", []),
    ("just\n\n", []),
    ("and " + "j" * 40 + "\n\nand " + "j" * 41, ["and " + "j" * 40 + "\n\nand " + "j" * 41]),
    ("de l'eau et just\n\nl'eau et justice", ["l'eau et just\n\nl'eau et justice"]),
])
def test_more_than_one_word(text: str, expected: list[str]) -> None:
    assert found(text) == found(text, lexicon=False) == expected


@pytest.mark.parametrize(("text", "zipfs", "curated", "expected"), [
    ("of just\n\nJustice for all", {"just": 3.48}, (), True), ("of just\n\nJustice for all", {"just": 3.52}, (), False),
    ("of just\n\nJustice for all", {}, ("just",), False),
    ("of just\n\njustice for all", {"just": 5.48}, (), True), ("of just\n\njustice for all", {"just": 5.52}, (), False),
    ("of just\n\njustice for all", {}, ("just",), True), ("of j\n\njustice for all", {}, (), False), ("of ju\n\njustice for all", {}, (), True),
    ("of J\n\nJustice for all", {}, (), False), ("of Ju\n\nJustice for all", {}, (), True),
])
def test_a_lone_word(text: str, zipfs: dict[str, float], curated: tuple[str, ...], expected: bool) -> None:
    assert found(text, zipfs, curated) == ([text[3:].removesuffix(" for all")] if expected else [])
    assert found(text, zipfs, curated, lexicon=False) == []


def test_the_reach() -> None:
    row = " ".join(f"w{at:02}" for at in range(24))
    assert found(f"of {row} just\n\n{row} justice") == [f"{row} just\n\n{row} justice"]
    assert found(f"of w99 {row} just\n\nw99 {row} justice") == []
    for length, expected in ((380, True), (395, False)):
        far = "x" * length
        assert bool(found(f"of {far} just\n\n{far} justices")) is expected
