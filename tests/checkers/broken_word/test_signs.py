"""Signs within words: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.signs import signs_in
from tests.checkers.broken_word.made import made_words


def found(run: str, zipfs: dict[str, float], curated: tuple[str, ...] = (), language: str = "en") -> list[tuple[str, str, str]]:
    return [(b.kind, run[b.start : b.end], b.repair) for b in signs_in(made_words(zipfs, curated, language), run)]


@pytest.mark.parametrize(("run", "zipfs", "expected"), [
    ("poli,tical", {"political": 3.0}, "political"),
    ("poli,tical", {"political": 2.96}, ""),
    ("poli,tical", {"political": 4.0, "poli": 4.0, "tical": 6.0}, ""),
    ("poli,tical", {"political": 4.04, "poli": 4.0, "tical": 6.0}, "political"),
    ("poli'tical", {"political": 5.0, "poli": 4.0, "tical": 6.0}, ""),
    ("poli'tical", {"political": 5.04, "poli": 4.0, "tical": 6.0}, "political"),
    ("poli’tical", {"political": 5.0, "poli": 4.0, "tical": 6.0}, ""),
    ("poli'tical", {"political": 6.0, "poli'tical": 1.0}, ""),
    ("poli,tical", {"political": 6.0, "poli'tical": 1.0}, "political"),
    ("a.bc", {"abc": 7.0}, ""),
    ("ab.cd", {"abcd": 7.0}, ""),
    ("ab.cde", {"abcde": 7.0}, "abcde"),
    ("ab,cd", {"abcd": 7.0}, "abcd"),
    ("a,bc", {"abc": 7.0}, ""),
    ("poli,Tical", {"political": 7.0}, ""),
    ("poli,tical(", {"political": 7.0}, ""),
    ("poli,tical.org", {"political": 7.0}, ""),
    ("poli,tical@org", {"political": 7.0}, ""),
    ("http://poli,tical", {"political": 7.0}, ""),
    ("political", {"political": 7.0}, ""),
])
def test_a_stray_sign(run: str, zipfs: dict[str, float], expected: str) -> None:
    assert found(run, zipfs) == ([("stray-punct", run.strip("("), expected)] if expected else [])


def test_a_sign_that_names_both_genders() -> None:
    assert found("Leser:innen", {"leserinnen": 7.0}, language="de") == []
    assert found("Leser:inne", {"leserinne": 7.0}, language="de") == [("stray-punct", "Leser:inne", "Leserinne")]


@pytest.mark.parametrize(("run", "zipfs", "expected"), [
    ("wh»n", {"when": 5.96}, ""),
    ("wh»n", {"when": 6.0}, "when"),
    ("whi»h", {"which": 6.0}, "which"),
    ("whi»h", {"which": 5.96}, ""),
    ("w»n", {"when": 7.0, "wen": 7.0}, ""),
    ("wi»n", {"wien": 6.0}, "wien"),
    ("becau»e", {"because": 4.48}, ""),
    ("becau»e", {"because": 4.52}, "because"),
    ("wh»N", {"when": 7.0}, ""),
    ("when»where", {"when": 7.0, "wheneehere": 7.0, "whenewhere": 7.0}, ""),
    ("whi»where", {"where": 7.0, "whiewhere": 7.0}, ""),
    ("where»whi", {"where": 7.0, "whereewhi": 7.0}, ""),
])
def test_a_sign_for_a_letter(run: str, zipfs: dict[str, float], expected: str) -> None:
    assert found(run, zipfs) == ([("misread", run, expected)] if expected else [])


@pytest.mark.parametrize(("run", "zipfs", "expected"), [
    ("di!erent", {"different": 2.96}, ""),
    ("di!erent", {"different": 3.0}, "different"),
    ("di!erent", {"different": 5.0, "erent": 2.96}, "different"),
    ("di!erent", {"different": 5.0, "erent": 3.0}, ""),
    ("!nancial", {"financial": 5.0, "nancial": 2.96}, "financial"),
    ("!nancial", {"financial": 5.0, "nancial": 3.0}, ""),
    ("#nal", {"final": 5.0}, ""),
    ("#nals", {"finals": 5.0}, "finals"),
    ("!nal", {"final": 5.0}, "final"),
    ("o#ce", {"office": 5.0}, "office"),
    ("di!Erent", {"different": 5.0}, ""),
    ("di!erent", {"different": 5.0, "diflerent": 6.0}, "diflerent"),
])
def test_a_sign_for_a_ligature(run: str, zipfs: dict[str, float], expected: str) -> None:
    assert [f for f in found(run, zipfs) if f[0] == "ligature"] == ([("ligature", run, expected)] if expected else [])
