"""The one registry: the name that a rule's card gives, and the code it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Rule

DocumentChecker = Callable[[Document, Rule], Iterator[Finding]]
Summary = Any
"""What a corpus checker keeps of one document: picklable, small, and its own affair."""


class CorpusChecker(NamedTuple):
    """Map, then reduce: `combine` sees the summaries in document order."""

    summarize: Callable[[Document, Rule], Summary]
    combine: Callable[[Sequence[Summary], Rule], Iterator[Finding]]


def _lazy(module: str, function: str) -> DocumentChecker:
    """Import a checker's module when a document first needs it, so that `--version` and one rule stay cheap."""

    def check(document: Document, rule: Rule) -> Iterator[Finding]:
        from importlib import import_module

        found: Iterator[Finding] = getattr(import_module(f"corpuslint.checkers.{module}"), function)(document, rule)
        return found

    return check


DOCUMENT_CHECKERS: Mapping[str, DocumentChecker] = {
    "broken-word": _lazy("words", "check"),
    "claims": _lazy("claims", "check"),
    "date-conflict": _lazy("dates", "check_conflict"),
    "encoding": _lazy("encoding", "check"),
    "existence": _lazy("existence", "check"),
    "missing-date": _lazy("dates", "check_missing"),
    "residue": _lazy("residue", "check"),
    "spam": _lazy("spam", "check"),
}

CORPUS_CHECKERS: Mapping[str, CorpusChecker] = {}
