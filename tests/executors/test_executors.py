"""An executor only schedules: the same results come out in the same order, whoever did the work."""

from __future__ import annotations

import os
from dataclasses import dataclass

from corpuslint.document import Document
from corpuslint.engine import RuleSet
from corpuslint.executors import batches, processes, serial
from corpuslint.finding import Severity
from corpuslint.rule import Kind, Rule


@dataclass(frozen=True)
class Rules:
    """A rule that finds the word 'bad'; a document named 'poison' ends its process."""

    def __call__(self, path: str) -> RuleSet:
        if path == "poison":
            os._exit(1)
        return RuleSet((Rule("bad-word", "existence", Severity.ERROR, "s", "r", {"term": Kind("{match}")}, terms=("bad",)),))


def stream(*names: str) -> list[list[Document]]:
    return [[Document.from_text(f"{name} is bad", id=name)] for name in names]


def spans(results: list[list[object]]) -> list[list[tuple[int, int]]]:
    return [[tuple(f.span) for r in batch for f in r.findings] for batch in results]  # type: ignore[attr-defined]


def test_results_come_in_order_from_one_process_or_many() -> None:
    names = [f"document-{n}" for n in range(20)]
    alone = list(serial.run(stream(*names), Rules()))
    assert spans(alone) == [[(len(name) + 4, len(name) + 7)] for name in names]  # type: ignore[arg-type]
    assert list(processes.run(stream(*names), Rules(), 2)) == alone


def test_a_document_that_kills_its_worker_is_named_and_the_rest_is_checked() -> None:
    results = [r for batch in processes.run(stream("a", "poison", "b", "c"), Rules(), 2) for r in batch]
    assert [[f.path for f in r.failures] for r in results] == [[], ["poison"], [], []]
    assert [len(r.findings) for r in results] == [1, 0, 1, 1]


def test_batches_are_cut_by_count_and_by_size() -> None:
    small = [Document.from_text("x", id=str(n)) for n in range(130)]
    assert [len(batch) for batch in batches(small)] == [64, 64, 2]
    large = [Document.from_text("x" * 600_000, id=str(n)) for n in range(3)]
    assert [len(batch) for batch in batches(large)] == [2, 1]
