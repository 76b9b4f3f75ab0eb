"""Guesses are told as such where the document has no other damage; what comes in masses is told once."""

from __future__ import annotations

import pytest

from corpuslint.card import builtin_rule
from corpuslint.checkers.broken_word.checker import MASS
from corpuslint.engine import RuleSet, check_text

RULES = RuleSet((builtin_rule("broken-word"),))


def kinds(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(finding.kind, finding.match) for finding in check_text(text, RULES, language=language)]


@pytest.mark.parametrize(("text", "expected"), [
    ("The mayor saw the govemment fall.", [("slip", "govemment")]),
    ("The mayor saw the govemment fall, and the govemment rise.", [("slip", "govemment"), ("slip", "govemment")]),
    ("The mayor saw the govemment fall, and the e1ection come.", [("misread", "govemment"), ("misread", "e1ection")]),
    ("The mayor saw the gov ernment fall, and the e1ection come.", [("split", "gov ernment"), ("misread", "e1ection")]),
    ("A house by theriver stood there.", [("slip", "theriver")]),
    ("This is whatyouneedtoknowaboutthem now.", [("merged", "whatyouneedtoknowaboutthem")]),
    ("The mayor has a propo-sal for us.", [("slip", "propo-sal")]),
    ("The mayor has a propo- sal for us.", [("hyphen", "propo- sal")]),
])
def test_a_guess_needs_company(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize("text", [
    "The first of the many high-tech strateg…", "The first of the many high-tech strateg...",  # a teaser
    "It is one of many arti-\n\nticles of the law.",
    "They live on O'ahu, and Rutger’s farm is old.", 'Yarışması"na katıldı',
])
def test_no_damage(text: str) -> None:
    assert not [kind for kind, _ in kinds(text) if kind in ("truncated", "slip", "split", "stray-punct")]


def test_two_common_words_are_no_pieces() -> None:
    assert kinds("Es war schön, und er ging nach Hause.", "de") == []


@pytest.mark.parametrize(("count", "places"), [(MASS - 1, 0), (MASS, MASS)])
@pytest.mark.parametrize(("word", "repair"), [("the ﬁnal act", "final"), ("the govern\u00adment of it", "government")])
def test_what_comes_in_masses_is_told_once(word: str, repair: str, count: int, places: int) -> None:
    findings = check_text(". ".join([word] * count), RULES, language="en")
    assert (len(findings), len(findings[0].places)) == (1 if places else count, places)
    assert findings[0].fix is not None and {edit.replacement for edit in findings[0].fix.edits} == {repair}
