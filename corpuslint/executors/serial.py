"""One process: each batch is done when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpuslint.document import Document
from corpuslint.engine import Result
from corpuslint.executors.bounds import NONE, Bounds, RuleSets, check_bounded


def run(stream: Iterable[list[Document]], rulesets: RuleSets, bounds: Bounds = NONE) -> Iterator[list[Result]]:
    """Results of each batch, in order."""
    for batch in stream:
        yield [check_bounded(document, rulesets, bounds.alone) for document in batch]
