"""Terms and patterns of a card of one's own: each match once, none that is empty or masked."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.card import load_rule
from corpuslint.checkers.existence import compile_pattern
from corpuslint.engine import RuleSet, check_text

CARD = """
id = "house-words"
checker = "existence"
severity = "warning"
summary = "words of the house"
rationale = "because"
terms = ["old mill"]
patterns = ['[0-9]+ ?kg', 'x*', 'old']

[kinds.term]
message = "'{match}'"

[kinds.pattern]
message = "'{match}'"

[[bad]]
text = "the old mill"
finds = ["old mill"]

[[good]]
text = "the mill"
why = "no such word"
"""


@pytest.fixture
def found(tmp_path: Path) -> RuleSet:
    path = tmp_path / "house-words.toml"
    path.write_text(CARD, "utf-8")
    return RuleSet((load_rule(path),))


@pytest.mark.parametrize(("text", "matches"), [
    ("12 kg, 3kg", [("pattern", "12 kg"), ("pattern", "3kg")]), ("xx", [("pattern", "xx")]), ("nothing here", []),
    ("the old mill", [("pattern", "old"), ("term", "old mill")]), ("see `12 kg` there", []), ("\ud800 12 kg", [("pattern", "12 kg")]),
])
def test_terms_and_patterns(found: RuleSet, text: str, matches: list[tuple[str, str]]) -> None:
    assert sorted((f.kind, f.match) for f in check_text(text, found, language="en")) == matches


def test_a_pattern_that_re2_refuses_finds_nothing_and_says_why() -> None:
    pattern = compile_pattern("(?=a)")
    assert list(pattern.finditer("aaa")) == []
    assert "invalid" in pattern.problem
    assert [match.span() for match in compile_pattern("a+").finditer("baa a")] == [(1, 3), (4, 5)]
    assert not compile_pattern("a+").problem
