"""One process: each batch is done when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpuslint.document import Document
from corpuslint.engine import Result
from corpuslint.executors import RuleSets, check_batch


def run(stream: Iterable[list[Document]], rulesets: RuleSets) -> Iterator[list[Result]]:
    """Results of each batch, in order."""
    for batch in stream:
        yield check_batch(batch, rulesets)
