"""The one registry: the name that a rule's card gives, and the code it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.lazy import lazy
from corpuslint.rule import Reread, Rule, Summary

if TYPE_CHECKING:
    from corpuslint.index.facts import IndexFacts

DocumentChecker = Callable[[Document, Rule], Iterator[Finding]]
IndexChecker = Callable[["IndexFacts", Rule], Iterator[Finding]]


class CorpusChecker(NamedTuple):
    """Map, then reduce: `combine` sees the summaries in document order, None where a document has none."""

    summarize: Callable[[Document, Rule], Summary]
    combine: Callable[[Sequence[Summary | None], Rule, Reread], Iterator[Finding]]


DOCUMENT_CHECKERS: Mapping[str, DocumentChecker] = {
    "broken-word": lazy("corpuslint.checkers.broken_word.checker:check"),
    "unverifiable-superlative": lazy("corpuslint.checkers.unverifiable_superlative.checker:check"),
    "date-conflict": lazy("corpuslint.checkers.dates.conflict:check"),
    "mojibake": lazy("corpuslint.checkers.mojibake.checker:check"),
    "existence": lazy("corpuslint.checkers.existence:check"),
    "missing-date": lazy("corpuslint.checkers.dates.missing:check"),
    "boilerplate": lazy("corpuslint.checkers.boilerplate.checker:check"),
    "embedded-spam": lazy("corpuslint.checkers.embedded_spam.checker:check"),
    "markup-remnant": lazy("corpuslint.checkers.markup_remnant.checker:check"),
    "no-content": lazy("corpuslint.checkers.no_content.checker:check"),
    "placeholder": lazy("corpuslint.checkers.placeholder.checker:check"),
    "repeated-passage": lazy("corpuslint.checkers.repeated_passage.checker:check"),
    "personal-data": lazy("corpuslint.checkers.personal_data.checker:check"),
    "wrong-language": lazy("corpuslint.checkers.wrong_language.checker:check"),
}

CORPUS_CHECKERS: Mapping[str, CorpusChecker] = {
    "near-duplicate": CorpusChecker(lazy("corpuslint.checkers.near_duplicate.checker:summarize"), lazy("corpuslint.checkers.near_duplicate.checker:combine")),
}

INDEX_CHECKERS: Mapping[str, IndexChecker] = {
    "duplicate-document": lazy("corpuslint.checkers.index:check_duplicate"),
    "hash-mismatch": lazy("corpuslint.checkers.index:check_hash"),
    "index-syntax": lazy("corpuslint.checkers.index:check_syntax"),
    "invalid-metadata": lazy("corpuslint.checkers.index:check_metadata"),
    "missing-document": lazy("corpuslint.checkers.index:check_missing"),
    "unlisted-document": lazy("corpuslint.checkers.index:check_unlisted"),
    "unsafe-path": lazy("corpuslint.checkers.index:check_path"),
}
