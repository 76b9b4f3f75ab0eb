"""The checks of an index against itself and against its folder: pure functions of facts that are gathered before."""

from __future__ import annotations

import re
import shlex
from collections import defaultdict
from collections.abc import Iterator

from corpuslint.document import Document, Span
from corpuslint.errors import nearest
from corpuslint.finding import EvidenceValue, Finding, Fix, fingerprint
from corpuslint.index.entries import Entry
from corpuslint.index.facts import IndexFacts
from corpuslint.index.path import nfc
from corpuslint.index.table import Cell, Row
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.schemas import load, problems
from corpuslint.schemas.formats import FORMATS

_OWN_COLUMN = regex(r"x-[a-z0-9-]+")
_CODE = regex(r"(?:.*/)?(?:[^/]+\.(?:py|pyc|pyd|pyw|pth|so)|pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml)", re.IGNORECASE)
_KIND = {
    "date": "bad-date", "language": "bad-language", "license": "bad-license", "retrieved": "bad-date", "sha256": "bad-hash",
    "source": "bad-url", "status": "bad-status",
}


def check_syntax(facts: IndexFacts, rule: Rule) -> Iterator[Finding]:
    """No table, rows with a wrong number of cells or no path, a column twice, a second table."""
    index, table = facts.index, facts.index.table
    if table is None:
        yield rule.found(index.document, "no-table", 0, 0)
        return
    for cell in _repeated(table.header.cells):
        yield _found(facts, rule, "double-column", table.header, cell)
    for row in table.rows:
        yield from _row_syntax(facts, rule, row, len(table.columns), table.columns.index("path"))
    for other in index.others:
        yield _found(facts, rule, "second-table", other.header, other.header, line=table.header.line)


def _row_syntax(facts: IndexFacts, rule: Rule, row: Row, columns: int, path: int) -> Iterator[Finding]:
    count = len(row.cells)
    if count > columns:
        surplus = Span(row.cells[columns].start, max(row.cells[-1].end, row.cells[columns].start))
        yield _found(facts, rule, "many-cells", row, surplus, cells=count, columns=columns)
    elif count < columns:
        yield _found(facts, rule, "few-cells", row, row, cells=count, columns=columns)
    if path < count and not row.cells[path].text:
        yield _found(facts, rule, "no-path", row, row)


def check_metadata(facts: IndexFacts, rule: Rule) -> Iterator[Finding]:
    """Columns that nobody knows, cells that are not what their column wants, and what is required and not there."""
    table = facts.index.table
    if table is None:
        return
    known = load("index-row")["properties"]
    for cell, column in zip(table.header.cells, table.columns, strict=True):
        if column not in known and not _OWN_COLUMN.fullmatch(column):
            yield _found(facts, rule, "unknown-column", table.header, cell, hint=nearest(column, known))
    for column in facts.required:
        if column not in table.columns and column not in facts.defaults:
            yield _found(facts, rule, "missing-column", table.header, table.header, column=column)
    for entry in facts.index.entries:
        yield from _entry_metadata(facts, rule, entry, table.columns)


def _entry_metadata(facts: IndexFacts, rule: Rule, entry: Entry, columns: tuple[str, ...]) -> Iterator[Finding]:
    cells, known = entry.cells, load("index-row")["properties"]
    values = {column: cell.text for column, cell in cells.items() if column in known}
    for column in dict.fromkeys(str(problem.path[0]) for problem in problems("index-row", values, FORMATS)):
        value = values[column]
        kind = "too-long" if len(value) > known[column].get("maxLength", len(value)) else _KIND.get(column, "too-long")
        yield _found(facts, rule, kind, entry.row, cells[column], column=column, hint=_hint(column, value))
    for column in facts.required:
        if column in columns and column not in entry.metadata:
            yield _found(facts, rule, "missing-value", entry.row, cells["path"], column=column)
    date, retrieved = values.get("date", ""), values.get("retrieved", "")
    if date[:1].isdigit() and retrieved and retrieved < date[: len(retrieved)]:
        yield _found(facts, rule, "date-order", entry.row, cells["retrieved"], date=date)


def _hint(column: str, value: str) -> str:
    """What was probably meant, ready to stand in a message; '' where nothing suggests itself."""
    guess = {"language": value.replace("_", "-"), "license": re.sub(r"[\s-]+", "-", value)}.get(column, value.lower())
    is_better = guess != value and not any(problems("index-row", {"path": "-", column: guess}, FORMATS))
    return f" (did you mean '{guess}'?)" if is_better else ""


def check_missing(facts: IndexFacts, rule: Rule) -> Iterator[Finding]:
    """Rows whose document is not there, or, while a hook runs, not known to git."""
    known = None if facts.tracked is None else {nfc(name) for name in facts.tracked}
    for entry in facts.index.entries:
        if entry.file is None or entry.metadata.get("status") == "withdrawn":
            continue
        if not entry.exists:
            yield _found(facts, rule, "missing", entry.row, entry.cells["path"])
        elif known is not None and nfc(entry.name) not in known:
            yield _found(facts, rule, "untracked", entry.row, entry.cells["path"], file=_word(entry.document))


def check_unlisted(facts: IndexFacts, rule: Rule) -> Iterator[Finding]:
    """Files of the corpus that no row names. Where a whole project lies around the index, only files of listed kinds."""
    listed = {nfc(entry.name) for entry in facts.index.entries}
    kinds = {_suffix(entry.name) for entry in facts.index.entries}
    for name in facts.present:
        if name in facts.left_out or nfc(name) in listed:
            continue
        if _suffix(name) in kinds if facts.is_project else not _CODE.fullmatch(name):
            yield _found_file(facts, rule, "unlisted", name, file=_word(facts.printed(name)))


def check_duplicate(facts: IndexFacts, rule: Rule) -> Iterator[Finding]:
    """Two rows of one path, paths that a system without case takes for one, files of the same content."""
    first: dict[str, Entry] = {}
    for entry in facts.index.entries:
        other = first.setdefault(nfc(entry.name).casefold(), entry)
        if other is not entry:
            kind = "same-path" if nfc(entry.name) == nfc(other.name) else "case-collision"
            cell = entry.cells["path"]
            yield _found(facts, rule, kind, entry.row, cell, other=other.name, line=other.line)
    yield from _same_content(facts, rule)


def _same_content(facts: IndexFacts, rule: Rule) -> Iterator[Finding]:
    """Every file of a content but the first, listed ones before others; told at its row where it has one."""
    entries = {entry.name: entry for entry in reversed(facts.index.entries)}
    copies: dict[str, list[str]] = defaultdict(list)
    for name in _compared(facts):
        if digest := facts.digests.get(name):
            copies[digest].append(name)
    for original, *others in copies.values():
        for name in others:
            if entry := entries.get(name):
                yield _found(facts, rule, "same-content", entry.row, entry.cells["path"], other=original)
            else:
                yield _found_file(facts, rule, "same-content", name, other=original)


def _compared(facts: IndexFacts) -> Iterator[str]:
    """Names of the files whose contents are compared: those of active rows, and in a folder of texts alone the others."""
    listed = dict.fromkeys(entry.name for entry in facts.index.entries)
    ignored = {entry.name for entry in facts.index.entries if not entry.active}
    yield from (name for name in listed if name not in ignored)
    if not facts.is_project:
        yield from (name for name in facts.present if name not in listed and name not in facts.left_out)


def check_hash(facts: IndexFacts, rule: Rule) -> Iterator[Finding]:
    """Documents that have changed since their row was written."""
    for entry in facts.index.entries:
        actual, stated = facts.digests.get(entry.name), entry.cells.get("sha256")
        if actual and stated and stated.text.lower() != actual and entry.metadata.get("status") != "withdrawn":
            yield _found(facts, rule, "changed", entry.row, stated, name=entry.name, actual=actual, file=_word(entry.document))


def check_path(facts: IndexFacts, rule: Rule) -> Iterator[Finding]:
    """Paths that are not opened, and code that a test runner in the corpus would execute."""
    for entry in facts.index.entries:
        if entry.unsafe:
            yield _found(facts, rule, entry.unsafe.kind, entry.row, entry.cells["path"], detail=entry.unsafe.detail)
    if not facts.is_project:
        for name in facts.present:
            if _CODE.fullmatch(name):
                yield _found_file(facts, rule, "code-in-corpus", name)


def _word(path: str) -> str:
    """The path as one word of a command line."""
    return shlex.quote(f"./{path}" if path.startswith("-") else path)


def _suffix(name: str) -> str:
    return name.rsplit("/", 1)[-1].rpartition(".")[2].lower()


def _repeated(cells: tuple[Cell, ...]) -> Iterator[Cell]:
    seen: set[str] = set()
    for cell in cells:
        name = cell.text.lower()
        if name in seen:
            yield cell
        seen.add(name)


def _found(
    facts: IndexFacts, rule: Rule, kind: str, row: Row, place: Cell | Row | Span, fix: Fix | None = None,
    **evidence: EvidenceValue,
) -> Finding:
    """A finding in the index. Its fingerprint knows the row alone, so that a new neighbour changes nothing."""
    document = facts.index.document
    finding = rule.found(document, kind, place.start, place.end, fix, **evidence)
    line = Document.from_text(document.text[row.start : row.end])
    span = Span(place.start - row.start, place.end - row.start)
    return finding._replace(fingerprint=fingerprint(line, rule.id, kind, span))


def _found_file(facts: IndexFacts, rule: Rule, kind: str, name: str, **evidence: EvidenceValue) -> Finding:
    """A finding about a whole file of the corpus, which has not been read."""
    path = facts.printed(name)
    return rule.found(Document(path, "", path), kind, 0, 0, None, **evidence)
