"""What was judged of each kind, and what follows from it for the cards."""

from __future__ import annotations

import tomllib

import pytest

from corpuslint.card import builtin_rules
from corpuslint.data import shared
from corpuslint.precision import Verdicts, verdicts


@pytest.mark.parametrize(("right", "wrong", "low", "high"), [(10, 0, 0.722, 1.0), (18, 2, 0.699, 0.972), (0, 5, 0.0, 0.434)])
def test_the_interval_is_wilsons(right: int, wrong: int, low: float, high: float) -> None:
    assert Verdicts("web", right, wrong, "2026-12-01").interval == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))


def test_nothing_judged_says_nothing() -> None:
    assert Verdicts("web", 0, 0, "2026-12-01").interval == (0.0, 1.0)


def test_it_is_told_in_one_line() -> None:
    assert str(Verdicts("web", 18, 2, "2026-12-01")) == "web: 18 of 20 right, 0.90 (0.70 to 0.97), 2026-12-01"


def test_the_table_names_kinds_that_are() -> None:
    known = {(rule.id, kind) for rule in builtin_rules() for kind in rule.kinds}
    table = tomllib.loads(shared("tables").text("precision"))
    assert {(rule, kind) for rule, kinds in table.items() for kind in kinds} <= known
    assert all(verdicts(rule) for rule in table)


ENOUGH, HOLDS = 20, 0.9
"""Judged findings from which a kind is measured, and the share of right ones from which it is on: docs/precision.md."""


def test_a_kind_that_was_wrong_too_often_is_in_preview() -> None:
    kinds = [(rule, kind, genres) for rule in builtin_rules() for kind, genres in verdicts(rule.id).items()]
    judged = {(rule.id, kind): (sum(each.right for each in genres), sum(each.judged for each in genres)) for rule, kind, genres in kinds}
    weak = {at for at, (right, count) in judged.items() if count >= ENOUGH and right < HOLDS * count}
    assert weak
    assert weak <= {(rule.id, kind) for rule in builtin_rules() for kind in rule.kinds if rule.kinds[kind].preview}
