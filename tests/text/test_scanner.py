from __future__ import annotations

import pytest

from corpuslint.finding import Severity
from corpuslint.rule import Rule
from corpuslint.text import scanner as module
from corpuslint.text.scanner import Scanner


@pytest.fixture(autouse=True, params=[0, 6], ids=["all entries", "those present"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test for both ways to find entries: with the automaton of all, and with one of those that stand in the text."""
    monkeypatch.setattr(module, "_FEW", request.param)


def _rule(*terms: str) -> Rule:
    return Rule("a-rule", "existence", Severity.WARNING, "", "", {}, terms=terms)


def _found(text: str, *terms: str) -> list[str]:
    hits = Scanner([_rule(*terms)]).scan(text).get("a-rule", ())
    return [text[hit.start : hit.end] for hit in hits]


def test_an_entry_is_whole_words() -> None:
    assert _found("a slot, two slots, a backslot", "slot") == ["slot"]


def test_a_star_stands_for_the_rest_of_a_word() -> None:
    assert _found("казино, казинодағы, озказино", "казин*") == ["казин", "казин"]
    assert _found("온라인카지노 카지노 카지노에서", "*카지노") == ["카지노", "카지노"]


def test_unspaced_scripts_have_no_word_edges() -> None:
    assert _found("在线赌场网站", "赌场") == ["赌场"]


def test_entries_with_letters_beyond_ascii_and_with_other_signs_are_found() -> None:
    assert _found("we’ve seen a café, and a cafe", "we’ve", "café", "cafe") == ["we’ve", "café", "cafe"]
    assert _found("İSTANBUL ve Ankara".lower().replace("i̇", "İ"), "ankara") == ["ankara"]


def test_one_entry_of_two_lexicons_is_found_for_both() -> None:
    scanner = Scanner([_rule("slot"), _rule("slot")])
    assert [(hit.start, hit.end) for hit in scanner.scan("a slot")["a-rule"]] == [(2, 6), (2, 6)]
