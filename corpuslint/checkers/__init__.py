"""The one registry: the name that a rule's card gives, and the code it stands for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Rule

if TYPE_CHECKING:
    from corpuslint.index_facts import IndexFacts

DocumentChecker = Callable[[Document, Rule], Iterator[Finding]]
IndexChecker = Callable[["IndexFacts", Rule], Iterator[Finding]]
Summary = Any
"""What a corpus checker keeps of one document: JSON values (a tuple may come back as a list), small, its own affair."""
Reread = Callable[[Collection[int]], Iterable[tuple[int, Document]]]
"""Gives the documents of these places in the sequence of summaries once more, in ascending order; one that is gone is
left out."""


class CorpusChecker(NamedTuple):
    """Map, then reduce: `combine` sees the summaries in document order, None where a document has none."""

    summarize: Callable[[Document, Rule], Summary]
    combine: Callable[[Sequence[Summary | None], Rule, Reread], Iterator[Finding]]


def _lazy(module: str, function: str) -> Callable[..., Any]:
    """Import a checker's module when it is first needed, so that `--version` and one rule stay cheap."""

    def check(*args: Any) -> Any:
        from importlib import import_module

        return getattr(import_module(f"corpuslint.checkers.{module}"), function)(*args)

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

CORPUS_CHECKERS: Mapping[str, CorpusChecker] = {
    "duplicates": CorpusChecker(_lazy("duplicates", "summarize"), _lazy("duplicates", "combine")),
}

INDEX_CHECKERS: Mapping[str, IndexChecker] = {
    "duplicate-document": _lazy("index", "check_duplicate"),
    "hash-mismatch": _lazy("index", "check_hash"),
    "index-syntax": _lazy("index", "check_syntax"),
    "invalid-metadata": _lazy("index", "check_metadata"),
    "missing-document": _lazy("index", "check_missing"),
    "unlisted-document": _lazy("index", "check_unlisted"),
    "unsafe-path": _lazy("index", "check_path"),
}
