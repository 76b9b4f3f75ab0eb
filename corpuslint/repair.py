"""Repair files: read, fix, and write back only what was read, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpuslint.config_file import repository
from corpuslint.document import Document
from corpuslint.executors.bounds import check_bounded
from corpuslint.files import read_regular, write_atomic
from corpuslint.finding import Failure, Finding, Safety
from corpuslint.fixer import encode, fix_text
from corpuslint.gather import Source, gather
from corpuslint.readers import is_records
from corpuslint.readers.text import passed, why
from corpuslint.run import RuleBook
from corpuslint.suppress import Judged, accept, load_baseline


class Repair(NamedTuple):
    """A document before and after, and the findings whose fixes were applied."""

    path: str
    before: str
    after: str
    applied: tuple[Finding, ...]

    def diff(self) -> Iterator[str]:
        """A unified diff, without line ends."""
        from difflib import unified_diff

        lines = unified_diff(self.before.split("\n"), self.after.split("\n"), self.path, self.path, lineterm="", n=1)
        yield from lines


def repair(
    paths: Sequence[Path], book: RuleBook, allowed: Sequence[Safety], *, write: bool
) -> tuple[list[Repair], list[Failure]]:
    """Repair every text that the paths name; records are left as they are. Raises UsageError."""
    repairs: list[Repair] = []
    failures: list[Failure] = []
    for source in gather(paths, book.config).sources:
        if is_records(source.file.name):
            continue
        outcome = _repair(source, book, allowed, write=write)
        if isinstance(outcome, Failure):
            failures.append(outcome)
        elif outcome is not None:
            repairs.append(outcome)
    return repairs, failures


def _repair(source: Source, book: RuleBook, allowed: Sequence[Safety], *, write: bool) -> Repair | Failure | None:
    limit = book.config.max_file_size
    try:
        data = read_regular(source.file, limit)
    except OSError as error:
        return Failure(source.name, why(error, source.file))
    if passed(data, source.name):
        return None
    document = Document.from_bytes(data, path=source.name, metadata=source.metadata)
    fixed = fix_text(document.text, lambda text: _open_findings(text, document, book), allowed)
    if fixed.text == document.text:
        return None
    new = encode(fixed.text, document, data)
    if new is None:
        return Failure(source.name, f"not repaired: the text cannot be written back as {document.encoding} without loss")
    if write:
        try:
            if read_regular(source.file, limit) != data:
                return Failure(source.name, "not repaired: the file changed while it was checked")
            write_atomic(source.file, new, within=repository(source.file))
        except OSError as error:
            return Failure(source.name, f"not repaired: {why(error, source.file)}")
    return Repair(source.name, document.text, fixed.text, fixed.applied)


def _open_findings(text: str, document: Document, book: RuleBook) -> list[Finding]:
    """The findings of the text as it is now that nobody has accepted."""
    now = Document.from_text(text, id=document.id, path=document.path, metadata=document.metadata)
    findings = check_bounded(now, book, book.bounds.alone).findings
    return accept(findings, book.config, load_baseline(book.config.baseline), judged=Judged())[0]
