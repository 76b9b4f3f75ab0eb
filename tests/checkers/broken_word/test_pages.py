"""Damage of whole pages."""

from __future__ import annotations

import pytest

from corpuslint.card import builtin_rule
from corpuslint.checkers.broken_word.pages import in_small_letters, is_in_capitals
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_text

RULES = RuleSet((builtin_rule("broken-word"),))


def test_numbers_of_glyphs_are_one_finding() -> None:
    text = "The de(cid:28)nition of the o(cid:30)(cid:31)ce, and (cid:28) (cid:29) too."
    (finding,) = check_text(text, RULES, language="en")
    assert (finding.kind, finding.matches, finding.fix) == ("glyph-number", ("(cid:28)", "(cid:30)(cid:31)", "(cid:28) (cid:29)"), None)


COLUMN = ["The", "harbour", "was", "closed", "for", "the", "winter", "and", "the", "boats", "lay", "on", "the", "shore", "of", "it"]


@pytest.mark.parametrize(("words", "expected"), [
    (COLUMN, ["word-per-line"]),
    (COLUMN[:14], []),  # too few lines
    (["Harbour", "Boats", "Winter", "Shore"] * 5, []),  # a list
])
def test_running_text_in_a_column(words: list[str], expected: list[str]) -> None:
    text = "A heading of more words\n" + "\n".join(words) + "\nAnd a line of more words"
    found = check_text(text, RULES, language="en")
    assert [(finding.kind, finding.match) for finding in found] == [(kind, "\n".join(words)) for kind in expected]


SENTENCE = "THE COMMITTEE IS OF THE OPINION THAT THE QUESTION IS OF GREAT IMPORTANCE TO ALL WHO LIVE THERE. "


def test_a_text_in_capitals_is_judged_in_small_letters() -> None:
    text = SENTENCE * 4 + "THE GOVEMMENT AND THE FOLLOWlNG MEETING."
    found = check_text(text, RULES, language="en")
    assert [(finding.kind, finding.match) for finding in found] == [("misread", "GOVEMMENT"), ("misread", "FOLLOWlNG")]
    assert [finding.fix.edits[0].replacement for finding in found if finding.fix] == ["GOVERNMENT", "FOLLOWING"]


def test_a_heading_in_capitals_is_not() -> None:
    assert not is_in_capitals(Document.from_text(SENTENCE + SENTENCE.lower() * 3))
    assert is_in_capitals(Document.from_text("A" * WEIGHTS.capitals)) and not is_in_capitals(Document.from_text("A" * (WEIGHTS.capitals - 1)))


def test_places_stay_where_they_are() -> None:
    document = Document.from_text("İSTANBUL ẞ")
    assert len(in_small_letters(document).text) == len(document.text)
