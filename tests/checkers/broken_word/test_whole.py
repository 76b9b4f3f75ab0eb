"""What the detectors find together: what counts first, what a whole text proves, and what is a term or a name of a program."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word import checker
from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.checker import (
    _find_relaxed,
    _find_split,
    _inside_runs,
    _is_identifier,
    _is_sure,
    _is_term,
    _look_inside,
    _within,
)
from tests.checkers.broken_word.made import made_prose, made_words
from tests.checkers.broken_word.test_checker import check, seen

COMMON = {"of": 7.4, "the": 7.7, "house": 6.0, "government": 5.0, "document": 5.0, "conflict": 5.0}


def within(run: str, zipfs: dict[str, float] | None = None) -> list[tuple[str, str]]:
    return [(b.kind, b.repair) for b in _within(made_words({**COMMON, **(zipfs or {})}), run)]


@pytest.mark.parametrize(("run", "zipfs", "expected"), [
    ("ofthe", {}, [("merged", "of the")]),
    ("govemment", {}, [("misread", "government")]),
    ("conict", {}, [("ligature", "conflict")]),
    ("con,flict", {}, [("stray-punct", "conflict")]),
    ("(ofthe)-govemment", {}, [("merged", "of the"), ("misread", "government")]),
    ("ofthe/x", {}, []), ("ofthe\\x", {}, []), ("ofthe_x", {}, []), ("ofthe@x", {}, []), ("con,flict/", {}, [("stray-punct", "conflict")]),
    ("Docurnent", {"docurnent": 1.96, "document": 7.0}, [("misread", "document")]),
    ("Docurnent", {"docurnent": 2.0, "document": 7.04}, []),
    ("govemment", {"govemment": 2.0, "government": 7.04}, [("misread", "government")]),
    ("Docurnent-", {"docurnent": 2.0, "document": 7.04}, [("misread", "document")]),
])
def test_within_a_run(run: str, zipfs: dict[str, float], expected: list[tuple[str, str]]) -> None:
    assert within(run, zipfs) == expected


@pytest.mark.parametrize(("kind", "repair", "sure"), [("merged", "of the mn", True), ("merged", "of the m", False), ("stray-punct", "political", True), ("misread", "government", False)])
def test_what_counts_among_strange_words(kind: str, repair: str, sure: bool) -> None:
    assert _is_sure(Broken(kind, 0, 1, repair)) is sure


def test_strange_words_around_are_another_language() -> None:
    def runs(text: str) -> list[str]:
        return [b.repair for b in _inside_runs(made_prose(text, COMMON))]

    assert runs("xq govemment vz") == [] and runs("the govemment vz") == ["government"] and runs("xq govemment the") == ["government"]
    assert runs("xq ofthe vz") == [] and runs("xq ofthehouse vz") == ["of the house"]


@pytest.mark.parametrize(("kind", "word", "repair", "count", "term"), [
    ("merged", "inodehouse", "inode house", 1, False), ("merged", "inodehouse", "inode house", 2, True), ("misread", "inode", "incde", 2, False), ("misread", "inode", "incde", 3, True),
    ("garbled", "inode", "", 3, False), ("truncated", "inode", "inodes", 3, True), ("split", "inode", "inodes", 3, False), ("merged", "ofthe", "of the", 3, False),
    ("merged", "ofthehouse", "of the house", 2, True), ("stray-punct", "inode", "inodes", 5, False),
])
def test_what_comes_again_is_a_term(kind: str, word: str, repair: str, count: int, term: bool) -> None:
    prose = made_prose(f"({word}), " * count, {})
    assert _is_term(prose, Broken(kind, 1, 1 + len(word), repair)) is term


def test_a_part_of_a_run_is_no_term() -> None:
    prose = made_prose("a-inode b-inode c-inode", {})
    assert not _is_term(prose, Broken("misread", 2, 7, "incde"))


@pytest.mark.parametrize(("kind", "repair", "identifier"), [
    ("misread", "accessor", True), ("merged", "is open", True), ("merged", "of the", False), ("merged", "Of The", False), ("merged", "is open now", False),
    ("stray-punct", "is open", False),
])
def test_a_name_in_a_program(kind: str, repair: str, identifier: bool) -> None:
    assert _is_identifier(made_prose("", {}), Broken(kind, 0, 1, repair)) is identifier


@pytest.mark.parametrize(("technical", "expected"), [("", ["government", "of the", "the house"]), ("`code` ", ["of the"])])
def test_a_technical_text_has_less_damage(technical: str, expected: list[str]) -> None:
    prose = made_prose(f"{technical}the govemment the ofthe the thehouse the", COMMON)
    assert [b.repair for b in _inside_runs(prose)] == expected


@pytest.mark.parametrize(("count", "found"), [(2, 2), (3, 7)])
def test_words_cut_in_pieces_prove_more(count: int, found: int) -> None:
    text = "the gov ernment " * count + "the hou sexq the"
    assert len(list(_find_split(made_prose(text, {**COMMON, "housexq": 2.2})))) == found


@pytest.mark.parametrize(("merged", "misread", "expected"), [
    (2, 0, []), (3, 0, ["town river"]), (0, 1, []), (0, 2, ["the"]), (3, 2, ["town river", "the"]),
])
def test_what_a_text_has_shown_proves_more(merged: int, misread: int, expected: list[str]) -> None:
    zipfs = {**COMMON, "town": 5.0, "river": 5.0, "the": 6.4, "tho": 4.2}
    words = ["ofthe"] * merged + ["govemment", "docurnent"][:misread]
    text = " ".join(words) + " the townriver the tho the"
    prose = made_prose(text, zipfs)
    ends = [(text.index(word), len(word)) for word in dict.fromkeys(words)]
    strict = [Broken("merged", 0, 5)] * merged + [Broken("misread", at, at + length) for at, length in ends[bool(merged):]]
    assert [b.repair for b in _find_relaxed(prose, strict) if b.repair in ("town river", "the")] == expected


def test_the_same_word_misread_twice_proves_it_once() -> None:
    text = "govemment Govemment the tho the"
    prose = made_prose(text, {**COMMON, "the": 6.4, "tho": 4.2})
    assert list(_find_relaxed(prose, [Broken("misread", 0, 9), Broken("misread", 10, 19)])) == []


def test_the_first_of_overlapping_finds_counts() -> None:
    assert seen("the pro-\nduced b, the the house") == [("hyphen", "pro-\nduced", "produced"), ("repeat", "the the", "the")]
    assert seen("It was a o\ufb03 cial visit ofthe house.") == [("ligature-letter", "o\ufb03 cial", "official"), ("slip", "ofthe", "of the")]


@pytest.mark.parametrize(("text", "safety"), [
    ("Parlia\u200bment: the end", "safe"), ("Parlia\u200cment: the end", "unsafe"), ("pARlia\u200bment: the end", "unsafe"), ("PARLIA\u200bMENT: the end", "safe"),
    ("parlia\u200bment: the end", "safe"), ("The Pr\u0435sident left.", "safe"), ("The \u0410ct of war", "unsafe"), ("The P\u0430rk was old.", "safe"), ("The \ufb01nal act.", "safe"),
    ("The gov ernment left.", "unsafe"), ("The govemment left.", "display"),
])
def test_what_is_certain(text: str, safety: str) -> None:
    assert [f.fix.safety for f in check(text) if f.fix] == [safety]


def test_a_file_in_another_encoding_has_no_words() -> None:
    assert seen("\udce9\udce8\udcea\udceb\udcec " * 30 + "ofthe people") == []


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "_MAX_KNOWN", 1)
    words = made_words(COMMON)
    assert [b.repair for b in _look_inside(words, "ofthe")] == ["of the"]
    assert _look_inside(words, "house") == () and set(checker._known(*words.key)) == {"ofthe", "house"}
    assert _look_inside(words, "the") == () and set(checker._known(*words.key)) == {"the"}
