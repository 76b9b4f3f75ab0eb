"""The labelled cases that anybody can score: they can be read, and what their labels say can be true."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpuslint.card import builtin_rules

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*.jsonl"))
README = (CASES / "README.md").read_text("utf-8")
SCORED = ["boilerplate", "broken-word", "date-conflict", "embedded-spam", "missing-date", "mojibake", "unverifiable-superlative"]


def _cases(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def test_each_rule_that_is_scored_has_its_cases() -> None:
    assert [path.stem for path in FILES] == SCORED
    assert {*SCORED} <= {rule.id for rule in builtin_rules()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labels_are_of_the_rule_and_lie_in_the_text(path: Path) -> None:
    cases = _cases(path)
    assert len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        assert case["scope"] == [path.stem], case["id"]
        assert case["group"] and case["origin"]
        for label in [*case["expect"], *case.get("may", []), *case.get("maybe", [])]:
            assert label["rule"] == path.stem
            whole = label["start"] == label["end"] == 0
            assert whole or 0 <= label["start"] < label["end"] <= len(case["text"]), case["id"]
        assert all(0 <= start < end <= len(case["text"]) for start, end in case.get("ignore", []))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_there_are_cases_with_and_without_the_damage_and_the_readme_counts_them(path: Path) -> None:
    cases = _cases(path)
    damaged = sum(bool(case["expect"]) for case in cases)
    assert 100 <= len(cases) <= 350
    assert min(damaged, len(cases) - damaged) >= 50
    assert f"| `{path.stem}` | {damaged} + {len(cases) - damaged} |" in README


def test_the_readme_names_every_origin_and_all_together_stay_small() -> None:
    origins = {case["origin"] for path in FILES for case in _cases(path)}
    assert [origin for origin in sorted(origins) if f"| `{origin}` |" not in README] == []
    assert sum(path.stat().st_size for path in CASES.iterdir()) < 1_500_000
