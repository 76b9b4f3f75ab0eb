"""Words without their ligature: each threshold has a word at either side."""

from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word.ligatures import find_spaced_ligature, lost_ligature_in
from tests.checkers.broken_word.made import made_prose, made_words


@pytest.mark.parametrize(("run", "zipfs", "curated", "expected"), [
    ("conict", {"conflict": 2.96}, (), ""),
    ("conict", {"conflict": 3.0}, (), "conflict"),
    ("conict", {"conflict": 5.0, "conict": 2.48}, (), "conflict"),
    ("conict", {"conflict": 5.0, "conict": 2.52}, (), ""),
    ("conict", {"conflict": 6.0, "conict": 2.68}, (), "conflict"),
    ("conict", {"conflict": 6.0, "conict": 2.72}, (), ""),
    ("conict", {"conflict": 6.0}, ("conict",), ""),
    ("gures", {"figures": 3.96}, (), ""),
    ("gures", {"figures": 4.0}, (), "figures"),
    ("nal", {"final": 5.48}, (), ""),
    ("nal", {"final": 5.52}, (), "final"),
    ("gure", {"figure": 4.0}, (), "figure"),
    ("oce", {"office": 6.0}, (), "office"),
    ("al", {"final": 6.0, "afl": 7.0}, (), ""),
    ("Conict", {"conflict": 6.0}, (), ""),
    ("con-ict", {"conflict": 6.0}, (), ""),
])
def test_a_lost_ligature(run: str, zipfs: dict[str, float], curated: tuple[str, ...], expected: str) -> None:
    found = [(b.kind, b.start, b.end, b.repair) for b in lost_ligature_in(made_words(zipfs, curated), f"({run}).")]
    assert found == ([("ligature", 1, 1 + len(run), expected)] if expected else [])


def test_an_english_word_lacks_none() -> None:
    assert list(lost_ligature_in(made_words({"becausfle": 6.0, "fibecause": 6.0}, language="fr"), "because")) == []


COMMON = {"the": 7.0, "house": 6.0}


def spaced(text: str, zipfs: dict[str, float]) -> list[tuple[str, str]]:
    return [(text[b.start : b.end], b.repair) for b in find_spaced_ligature(made_prose(text, {**COMMON, **zipfs}))]


@pytest.mark.parametrize(("text", "zipfs", "expected"), [
    ("the o cial house", {"official": 3.0}, [("o cial", "official")]),
    ("the o cial house", {"official": 2.96}, []),
    ("the o cial house", {"official": 4.0, "o": 5.0, "cial": 3.0}, []),
    ("the o cial house", {"official": 4.04, "o": 5.0, "cial": 3.0}, [("o cial", "official")]),
    ("the (o cial) house", {"official": 5.0}, [("o cial", "official")]),
    ("the o) cial house", {"official": 5.0}, []),
    ("the o (cial house", {"official": 5.0}, []),
    ("the o\ncial house", {"official": 5.0}, []),
    ("the o  cial house", {"official": 5.0}, []),
    ("the o Cial house", {"official": 5.0}, []),
    ("the o-x cial house", {"official": 5.0}, []),
    ("cial house", {"official": 5.0}, []),
    ("cial o", {"official": 5.0}, []),
    # the word before an odd one is known and short, or odd itself
    ("the know cial house", {"know": 6.0, "knowficial": 6.0}, [("know cial", "knowficial")]),
    ("the knows cial house", {"knows": 6.0, "knowsficial": 6.0}, []),
    ("the scienti c house", {"scientific": 5.0, "c": 6.0}, [("scienti c", "scientific")]),
    ("the Scienti c house", {"scientific": 5.0, "c": 6.0}, [("Scienti c", "Scientific")]),
    ("the Scienti house", {"scientifihouse": 7.0, "scientiffhouse": 7.0}, []),
    ("the scienti 5c house", {"scientific": 5.0}, []),
    # a ligature that stands alone
    ("the di ff er house", {"differ": 2.72}, [("di ff er", "differ")]),
    ("the di ff er house", {"differ": 2.68}, []),
    ("the di ff Er house", {"differ": 5.0}, []),
    ("the di ff  er house", {"differ": 5.0}, []),
    ("the di ff 5er house", {"differ": 5.0}, []),
    ("the di ff", {"diffiff": 5.0}, [("di ff", "diffiff")]),
])
def test_a_space_for_a_ligature(text: str, zipfs: dict[str, float], expected: list[tuple[str, str]]) -> None:
    assert list(dict.fromkeys(spaced(text, zipfs))) == expected
