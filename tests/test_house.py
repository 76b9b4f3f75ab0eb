"""What keeps the house in order: one name for a rule's card, checker, room, word lists and tests; no knots, no bare numbers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from radon.complexity import cc_visit

from corpuslint.card import builtin_rules
from corpuslint.checkers import CORPUS_CHECKERS, DOCUMENT_CHECKERS
from corpuslint.rule import Rule

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "corpuslint"
MAX_COMPLEXITY = 12
MAX_BARE_NUMBERS = 10
"""Numbers other than 0 to 3 in the functions of all checkers: what weighs stands in `weights.py`, a bound or a fact has a name."""
MAX_FILES = 130
"""Of one folder under `rules/`."""
KNOTS: frozenset[str] = frozenset()
"""Functions over the bound, as `path:name`: a list that only gets shorter."""
CHECKED = [rule for rule in builtin_rules() if rule.checker in {**DOCUMENT_CHECKERS, **CORPUS_CHECKERS}]
SHARED_ROOMS = {"missing-date": "dates", "date-conflict": "dates"}


def functions() -> Iterator[tuple[str, int]]:
    """Every function and method of the package, with its cyclomatic complexity."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for block in cc_visit(path.read_text("utf-8")):
            if not hasattr(block, "methods"):  # the methods of a class are told beside it
                yield f"{path.relative_to(PACKAGE).as_posix()}:{block.name}", block.complexity


def bare_numbers(path: Path) -> Iterator[ast.Constant]:
    """The numbers in the bodies of a file's functions; a decorator, which bounds a memo, is not in one."""
    functions = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    within = (node for function in functions for statement in function.body for node in ast.walk(statement))
    yield from {node for node in within if isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value not in range(4)}


def test_functions_are_no_knots() -> None:
    assert {name for name, complexity in functions() if complexity > MAX_COMPLEXITY} == KNOTS


def test_numbers_have_names() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}: {node.value}"
        for path in sorted((PACKAGE / "checkers").rglob("*.py")) for node in bare_numbers(path)
    ]
    assert len(found) <= MAX_BARE_NUMBERS, "\n".join(found)


def test_no_folder_of_rules_is_a_heap() -> None:
    folders = [path for path in (ROOT / "rules").rglob("*") if path.is_dir()]
    assert {path.name: count for path in folders if (count := len(list(path.iterdir()))) > MAX_FILES} == {}


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.id)
def test_a_rule_has_one_name(rule: Rule) -> None:
    room = SHARED_ROOMS.get(rule.id, rule.id.replace("-", "_"))
    assert rule.checker == rule.id
    assert (PACKAGE / "checkers" / room / "weights.py").is_file()
    assert list((ROOT / "tests" / "checkers" / room).glob("test_*.py")) != []
    young = all(kind.preview for kind in rule.kinds.values())  # to be judged on real documents first
    assert young or rule.checker in CORPUS_CHECKERS or (ROOT / "tests" / "cases" / f"{rule.id}.jsonl").is_file()


def test_a_word_list_belongs_to_a_rule() -> None:
    """Its folder is named as a card; what two rules or more read is in their room's, or in `tables`."""
    folders = {path.name for path in (ROOT / "rules").iterdir() if path.is_dir()}
    assert folders - {rule.id for rule in builtin_rules()} == {"tables", *SHARED_ROOMS.values()}
