"""What single characters tell."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.unicode import find_characters
from corpuslint.document import Document
from corpuslint.text.characters import unusual
from tests.checkers.broken_word.made import made_words


def found(text: str, zipfs: dict[str, float] | None = None, language: str = "en") -> list[tuple[str, str, str]]:
    document = Document.from_text(text, metadata={"language": language})
    lexicon = None if zipfs is None else made_words(zipfs).lexicon
    return [(b.kind, text[b.start : b.end], b.repair) for b in find_characters(document, lexicon, unusual(text))]


@pytest.mark.parametrize(("text", "expected"), [
    ("a minis\u200bter b", [("invisible", "minis\u200bter", "minister")]),
    ("a minis\u200b\ufeffter b", [("invisible", "minis\u200b\ufeffter", "minister")]),
    ("a minis\u00adter b", [("hyphen", "minis\u00adter", "minister")]),
    ("a \u00adter b", [("hyphen", "\u00adter", "ter")]),
    ("a \u00ad\u00adminis\u00adter b", [("hyphen", "\u00ad\u00adminis\u00adter", "minister")]),
    ("a minis\u00ad\u200bter b", [("invisible", "minis\u00ad\u200bter", "minister")]),
    ("a minis\u00ad\r\n ter b", [("hyphen", "minis\u00ad\r\n ter", "minister")]),
    ("a \u200bb", []), ("a b\u200b c", []), ("\u4eba\u200b\u4eba", []), ("a", []),
    ("pa\u00c3\u00ads", []), ("pa\u00c2\u00ads", [("hyphen", "pa\u00c2\u00ads", "pa\u00c2s")]), ("pa\u00d1\u00ads", []),
    ("pa\u00d2\u00ads", [("hyphen", "pa\u00d2\u00ads", "pa\u00d2s")]), ("pa\u00c3s \u00adb", [("hyphen", "\u00adb", "b")]),
    ("pa\u00c3\u200b\u00ads", [("invisible", "pa\u00c3\u200b\u00ads", "pa\u00c3s")]),
])
def test_what_cannot_be_seen(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "zipfs", "expected"), [
    ("a Pr\u0435sident b", None, "President"),
    ("a \u0420r\u0435sident b", None, "President"),
    ("a \u0430nd b", None, "and"),
    ("a \u0430nd\u0435 b", None, "ande"),
    ("a \u03bfnd b", None, ""),
    ("a \u03bfnd b", {"ond": 3.0}, "ond"),
    ("a \u03bfnde b", None, "onde"),
    ("a \u03bfn b", {"on": 3.0}, ""),
    ("a \u03b1nde b", None, ""),
    ("a i\u041f\u0430\u0434 b", None, ""),
    ("a 5\u039cmol b", {"mmol": 3.0}, ""),
    ("a \u039cmol b", {"mmol": 3.0}, ""),
    ("a \u0440\u043e\u0441a b", {"\u0440\u043e\u0441\u0430": 3.0, "poca": 0.0}, "\u0440\u043e\u0441\u0430"),
    ("a \u0440\u043e\u0441a b", {"poca": 3.0}, "poca"),
    ("a \u0440\u043e\u0441a b", {}, ""),
    ("a x\u0440\u043e\u0441a5 b", {"xpoca": 3.0}, ""),
])
def test_letters_of_two_scripts(text: str, zipfs: dict[str, float] | None, expected: str) -> None:
    assert [repair for kind, _, repair in found(text, zipfs) if kind == "homoglyph"] == ([expected] if expected else [])


@pytest.mark.parametrize(("text", "zipfs", "expected"), [
    ("a \ufb01nal b", None, [("\ufb01nal", "final")]),
    ("a o\ufb03ce b", None, [("o\ufb03ce", "office")]),
    ("a o\ufb00\ufb01ce b", None, [("o\ufb00\ufb01ce", "offfice")]),
    ("a \ufb01 b", None, []),
    ("a \ufb00 \ufb01 b", None, []),
    ("a P\ufb01 zer b", {"pfizer": 4.0, "pfi": 5.0, "zer": 3.96}, [("P\ufb01 zer", "Pfizer")]),
    ("a P\ufb01 zer b", {"pfizer": 4.0, "pfi": 4.0, "zer": 4.0}, [("P\ufb01", "Pfi")]),
    ("a P\ufb01 zer b", None, [("P\ufb01", "Pfi")]),
    ("a P\ufb01nal zer b", {"pfinalzer": 7.0}, [("P\ufb01nal", "Pfinal")]),
    ("a P\ufb01 ze\ufb02 b", {"pfizefl": 7.0}, [("P\ufb01 ze\ufb02", "Pfizefl"), ("ze\ufb02", "zefl")]),
])
def test_a_typographic_ligature(text: str, zipfs: dict[str, float] | None, expected: list[tuple[str, str]]) -> None:
    assert [(match, repair) for kind, match, repair in found(text, zipfs) if kind == "ligature-letter"] == expected


@pytest.mark.parametrize(("text", "zipfs", "expected"), [
    ("a con\x00ict b", {"conflict": 2.52}, "conflict"), ("a con\x00ict b", {"conflict": 2.48}, ""), ("a con\x00ict b", None, ""),
    ("a Con\ufffdict b", {"conflict": 4.0}, "Conflict"), ("a \x00c b", {"ffc": 7.0}, ""), ("a \x00ce b", {"ffce": 7.0}, "ffce"), ("a ce\x00 b", {"ceff": 7.0}, "ceff"),
    ("a \x00 b", {"ff": 7.0}, ""), ("a con\x00ict b", {"conflict": 4.0, "confiict": 5.0}, "confiict"),
])
def test_a_control_character_for_a_ligature(text: str, zipfs: dict[str, float] | None, expected: str) -> None:
    assert [repair for kind, _, repair in found(text, zipfs) if kind == "ligature"] == ([expected] if expected else [])
