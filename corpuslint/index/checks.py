"""What the index rules find: facts gathered at the border, then pure checks."""

from __future__ import annotations

from collections.abc import Sequence

from corpuslint.checkers import INDEX_CHECKERS
from corpuslint.config.settings import Config
from corpuslint.engine import capped, crash, numbered
from corpuslint.finding import Failure, Finding
from corpuslint.index.entries import Index
from corpuslint.index.facts import facts_of
from corpuslint.rule import Rule


def check_index(index: Index, rules: Sequence[Rule], config: Config) -> tuple[list[Finding], list[Failure]]:
    """Run the index rules among `rules`; a checker that crashes is a failure and takes no other's findings with it."""
    wanted = [rule for rule in rules if rule.checker in INDEX_CHECKERS]
    if index.failure or not wanted:
        return [], [index.failure] if index.failure else []
    facts = facts_of(index, config)
    findings: list[Finding] = []
    failures: list[Failure] = []
    for rule in wanted:
        try:
            findings += capped(INDEX_CHECKERS[rule.checker](facts, rule), rule)
        except Exception as error:  # noqa: BLE001, RUF100 (any bug of a checker becomes a value here)
            failures.append(crash(index.document, rule, error))
    return numbered(findings), failures
