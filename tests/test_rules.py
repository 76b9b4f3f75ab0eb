"""Invariants over all rule cards that ship; what holds for each alone, its examples too, are items of their own (`rules/mojibake.toml::bad-0`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.card import examples_of, load_folder
from corpuslint.card_check import folder_problems
from corpuslint.checkers import DOCUMENT_CHECKERS
from corpuslint.data import builtin_folder
from corpuslint.examples import run
from corpuslint.rule import Example, Rule

ROOT = Path(__file__).parent.parent
RULES = load_folder(builtin_folder())
EXAMPLES = [(rule, example, f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(examples_of(rule))]
DOCUMENT_RULES = [rule for rule in RULES if rule.checker in DOCUMENT_CHECKERS]
# A text of a line or two states no date, and needs none.
SHORT_TEXT_RULES = {"missing-date"}


@pytest.mark.parametrize("example", [pytest.param(e, id=name) for _, e, name in EXAMPLES if e.status == "good" and e.text])
def test_no_other_rule_fires_on_a_good_example(example: Example) -> None:
    found = {rule.id: [f.match for f in run(rule, example)] for rule in DOCUMENT_RULES if rule.id not in SHORT_TEXT_RULES}
    assert {rule: matches for rule, matches in found.items() if matches} == {}


def test_the_folder_holds_no_list_that_nothing_reads_and_what_cards_share_is_in_order() -> None:
    assert list(map(str, folder_problems(builtin_folder()))) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.lists], ids=lambda rule: rule.id)
def test_the_code_reads_every_list_of_a_card(rule: Rule) -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "corpuslint/checkers").rglob("*.py"))
    assert [name for name in {name for name, _ in rule.lists} - {*rule.scan} if f'"{name}"' not in code] == []


def test_the_code_reads_every_tag_of_the_words() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "corpuslint/checkers/broken_word").glob("*.py"))
    (rule,) = (rule for rule in RULES if rule.id == "broken-word")
    tags = {tag for language in rule.languages("words") for entry in rule.lexicon(language, "words") for tag in entry.tag.split(",")}
    assert [tag for tag in sorted(tags) if f'"{tag}"' not in code] == []
