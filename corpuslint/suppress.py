"""Accepted findings: suppressions, which a person writes, and the baseline, which the machine writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Judged(NamedTuple):
    """What a run covered whole: printed paths of documents (and of the index), and rule ids."""

    documents: frozenset[str]
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suppression:
    """A `[[suppress]]` table: the rule, a glob of documents, the matched text (None: any), and why."""

    rule: str
    document: str
    match: str | None
    reason: str
    line: int = 1
