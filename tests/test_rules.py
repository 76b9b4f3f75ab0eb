"""Invariants over every rule card that ships: its examples hold, and it is as complete as its readers expect."""

from __future__ import annotations

import pytest

from corpuslint.card import examples_of, load_folder
from corpuslint.checkers import CORPUS_CHECKERS, DOCUMENT_CHECKERS
from corpuslint.data import builtin_folder, lexicon_problems
from corpuslint.examples import problems, run
from corpuslint.rule import Example, Rule

RULES = load_folder(builtin_folder())
EXAMPLES = [(rule, example, f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(examples_of(rule))]
DOCUMENT_RULES = [rule for rule in RULES if rule.checker in DOCUMENT_CHECKERS]
# A text of a line or two states no date, and needs none.
SHORT_TEXT_RULES = {"missing-date"}


@pytest.mark.parametrize(("rule", "example"), [
    pytest.param(rule, example, id=name, marks=[pytest.mark.xfail(strict=True, reason=example.why)] if example.status == "todo" else [])
    for rule, example, name in EXAMPLES
])
def test_examples_hold(rule: Rule, example: Example) -> None:
    assert list(problems(rule, example)) == []


@pytest.mark.parametrize("example", [pytest.param(e, id=name) for _, e, name in EXAMPLES if e.status == "good" and e.text])
def test_no_other_rule_fires_on_a_good_example(example: Example) -> None:
    found = {rule.id: [f.match for f in run(rule, example)] for rule in DOCUMENT_RULES if rule.id not in SHORT_TEXT_RULES}
    assert {rule: matches for rule, matches in found.items() if matches} == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_card_has_enough_examples_and_reasons(rule: Rule) -> None:
    examples = examples_of(rule)
    good = [e for e in examples if e.status == "good"]
    assert len([e for e in examples if e.status == "bad"]) >= 5
    assert len(good) >= 8
    assert all(e.why for e in good)
    assert all(e.why and e.finds is not None for e in examples if e.status == "todo")
    keys = [(e.text, e.documents, tuple(e.files.items()), tuple(e.meta.items())) for e in examples]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("rule", [r for r in RULES if r.checker in {**DOCUMENT_CHECKERS, **CORPUS_CHECKERS}], ids=lambda r: r.id)
def test_every_kind_is_shown_by_an_example(rule: Rule) -> None:
    shown = {f.kind for e in examples_of(rule) if e.status == "bad" for f in run(rule, e)}
    switched_off = {name for name, value in rule.parameters.items() if value is False}
    assert sorted(set(rule.kinds) - shown - switched_off) == []


@pytest.mark.parametrize("path", sorted(builtin_folder().glob("*/*.*.txt")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_lexicons_are_sorted_unique_nfc_and_say_where_they_are_from(path: object) -> None:
    assert list(lexicon_problems(path)) == []  # type: ignore[arg-type]
