"""Writing an INDEX.md: rows for documents, proposed from their texts; all that a person wrote stays as it is.

A cell says what the document's front matter states, else what its text lets guess; the column `x-guessed` names the
columns that were guessed. A person who has checked or corrected a cell removes its column from there. An update
renews the hash and fills empty cells, and changes no other: to have a new guess, empty the cell.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

from corpuslint.config.file import INDEX, repository
from corpuslint.config.settings import Config
from corpuslint.document import Document
from corpuslint.errors import UsageError
from corpuslint.finding import NOTHING, Edit
from corpuslint.fixes.fixer import apply_edits
from corpuslint.index.describe import describe
from corpuslint.index.entries import Entry, Index, parse_index, read_index
from corpuslint.index.facts import left_out, listable
from corpuslint.index.front_matter import front_matter
from corpuslint.index.path import resolve
from corpuslint.index.table import Table, new_table, row_text, written, written_path
from corpuslint.inputs.files import absolute, locked, name_of, read_regular
from corpuslint.inputs.walk import is_document_name
from corpuslint.outputs.atomic import write_atomic
from corpuslint.readers import is_records
from corpuslint.readers.text import why

GUESSED = "x-guessed"
COLUMNS = ("path", "title", "author", "date", "source", "language", "license", "sha256", GUESSED)
"""Of a new index."""
_RENEWED = ("sha256", GUESSED)

Action = Literal["added", "updated", "unchanged", "differs", "failed"]


class Change(NamedTuple):
    """What was done for a document (its printed path). `differs`: its row has another sha256, and no update was asked.

    `row` is the line of the table as it now stands, `guessed` the columns that were filled by a guess, `reason` why
    the document of a row that `failed` cannot be read.
    """

    document: str
    action: Action
    row: str
    guessed: tuple[str, ...] = ()
    reason: str = ""


class Proposal(NamedTuple):
    """The cells for a document by column; `guessed` are those that it does not state. `failure`: it cannot be read."""

    cells: Mapping[str, str] = NOTHING
    guessed: frozenset[str] = frozenset()
    failure: str = ""


def add_entries(
    index_path: Path, files: Iterable[Path] | None, config: Config, *, update: bool = False, dry_run: bool = False
) -> list[Change]:
    """List the files, and the documents in folders, in the index, after its last row; with `update`, refresh the rows of those that are listed.

    None: all that are listed, but for those that are withdrawn.
    Raises UsageError where there is no index or table, or a file cannot be listed; OSError where it cannot be written.
    """
    with locked(index_path):
        index = read_index(index_path, config)
        table = _editable(index)
        if files is None:
            proposals = {name: _proposal_of(index, name, config) for name in _listed(index)}
        else:
            proposals = {name: _proposal(document) for name, document in (_read(index, file, config) for file in _files(files, config))}
        text, changes = _edited(index, table, proposals, update=update)
        if text != index.document.text and not dry_run:
            write_atomic(index_path, _encoded(text), within=repository(index_path))
    return changes


def _editable(index: Index) -> Table:
    """The table of an index that can be written back. Raises UsageError."""
    if index.failure or index.table is None:
        reason = index.failure.message if index.failure else "no table with a column 'path'"
        raise UsageError(f"{index.document.path}: {reason}")
    if not index.document.encoding.startswith("utf-8"):
        raise UsageError(f"{index.document.path}: is {index.document.encoding}; save it as UTF-8")
    return index.table


def _listed(index: Index) -> list[str]:
    """The documents of the index, in the order of its rows, but for those that are withdrawn."""
    entries = (entry for entry in index.by_name.values() if entry.metadata.get("status") != "withdrawn")
    return [entry.name for entry in sorted(entries, key=lambda entry: entry.line)]


def init_index(folder: Path, config: Config, *, dry_run: bool = False) -> list[Change]:
    """Write a new INDEX.md for the documents below the folder. Raises UsageError if there is one already."""
    path = folder / INDEX
    if not folder.is_dir():
        raise UsageError(f"{'not a' if folder.exists() else 'no such'} folder: {config.relative(folder)}")
    with locked(path):
        if os.path.lexists(path):
            raise UsageError(f"{config.relative(path)} exists: `corpuslint index add FILE…` lists more documents, `--update` refreshes the rows")
        columns = dict.fromkeys([*COLUMNS, *config.index.required])
        head = [f"# {written(absolute(folder).name) or 'Index'}", "", *new_table([*columns]), ""]
        index = parse_index(path, Document.from_text("\n".join(head), path=config.relative(path)), config)
        assert index.table is not None
        proposals = {name: _proposal_of(index, name, config) for name in _names(folder, config)}
        text, changes = _edited(index, index.table, proposals, update=False)
        if not dry_run:
            write_atomic(path, _encoded(text), within=folder)
    return changes


def _files(paths: Iterable[Path], config: Config) -> Iterator[Path]:
    """The paths, and for a folder the documents in it that an index should list."""
    for path in paths:
        if path.is_dir():
            yield from (path / name_of(name) for name in _names(path, config))
        else:
            yield path


def _names(folder: Path, config: Config) -> list[str]:
    """The documents in the folder that an index should list; where a whole project lies there, only texts and records."""
    found = frozenset(listable(folder))
    if (config.path and config.path.parent == absolute(folder)) or (folder / ".git").exists():
        found = frozenset(name for name in found if "." in posixpath.basename(name) and is_document_name(name, indexed=True))
    return sorted(found - left_out(folder, found, config))


def _read(index: Index, file: Path, config: Config) -> tuple[str, Document]:
    shown, name = config.relative(file), index.name_of(file)
    if name is None:
        if not os.path.lexists(file):
            raise UsageError(f"no such file: {shown}")
        raise UsageError(f"{shown}: not below {config.relative(index.folder)}, the folder of the index")
    if file.name == INDEX:
        raise UsageError(f"{shown}: an index is no document")
    name, path, unsafe, exists = resolve(name, str(index.folder))
    if unsafe or path is None:
        raise UsageError(f"{shown}: cannot be listed, its path is unsafe ({unsafe.kind if unsafe else ''})")
    if not exists:
        raise UsageError(f"no such file: {shown}")
    try:
        return name, Document.from_bytes(read_regular(path, config.max_file_size), path=shown)
    except OSError as error:
        raise UsageError(f"{shown}: cannot be read: {why(error, path)}") from None


def _proposal_of(index: Index, name: str, config: Config) -> Proposal:
    """The proposal for a document that was found; the path alone where it cannot be read: `index check` tells why."""
    try:
        return _proposal(_read(index, index.folder / name_of(name), config)[1])
    except UsageError as error:
        return Proposal(failure=str(error))


def _proposal(document: Document) -> Proposal:
    """A date that the document does not tell stays open: `unknown` is an answer, which a person gives.

    What the records of a file tell, it does not tell of itself.
    """
    if is_records(document.path):
        return Proposal({"sha256": document.digest})
    stated = front_matter(document.text)
    facts = describe(replace(document, metadata=stated))
    guesses = {"title": facts.title, "date": facts.published, "language": facts.language if facts.language != "und" else None}
    guessed = {column: value for column, value in guesses.items() if value and column not in stated}
    return Proposal({**guessed, **stated, "sha256": facts.sha256}, frozenset(guessed))


def _edited(
    index: Index, table: Table, proposals: Mapping[str, Proposal], *, update: bool
) -> tuple[str, list[Change]]:
    """The index's text with the rows in it, and what was done for each document."""
    changes, edits, new = [], [], []
    for name, proposal in proposals.items():
        entry = index.by_name.get(name)
        if entry is None:
            change = _added(index, table, name, proposal)
            new.append(change.row)
        else:
            change, found = _updated(index, table, entry, proposal, update=update)
            edits += found
        changes.append(change)
    text = index.document.text
    last = index.document.lines[(table.rows[-1].line if table.rows else table.header.line + 1) - 1].end
    end = text[table.header.end : table.header.end + 2]
    newline = end if end == "\r\n" else end[:1] or "\n"
    return apply_edits(text[:last], edits) + "".join(f"{newline}{row}" for row in new) + text[last:], changes


def _added(index: Index, table: Table, name: str, proposal: Proposal) -> Change:
    """A row for a document that the index does not list; its path is a link where that of the last row is one."""
    guessed = tuple(column for column in table.columns if column in proposal.guessed)
    values = {key: written(value) for key, value in {**proposal.cells, GUESSED: " ".join(guessed)}.items()}
    values["path"] = written_path(name, link=bool(index.entries) and index.entries[-1].cells["path"].raw.startswith("["))
    return Change(_printed(index, name), "added", row_text([values.get(column, "") for column in table.columns]), guessed)


def _updated(
    index: Index, table: Table, entry: Entry, proposal: Proposal, *, update: bool
) -> tuple[Change, list[Edit]]:
    """What becomes of a row, and the edits of the index's text that make it so."""
    row = index.document.text[entry.row.start : entry.row.end]
    guessed = _filled(entry, table, proposal) if update else ()
    found = _refresh(entry, table, row, _with_guesses(entry, proposal, guessed)) if update else []
    edits = [Edit(e.start + entry.row.start, e.end + entry.row.start, e.replacement) for e in found]
    return _change(entry, row, found, proposal)._replace(guessed=guessed), edits


def _printed(index: Index, name: str) -> str:
    return f"{index.document.path.removesuffix(index.path.name)}{name}"


def _filled(entry: Entry, table: Table, proposal: Proposal) -> tuple[str, ...]:
    """The columns whose cells are empty, or not there, and for which there is a guess."""
    full = {column for column, cell in zip(table.columns, entry.row.cells, strict=False) if cell.raw}
    return tuple(column for column in table.columns if column in proposal.guessed - full)


def _with_guesses(entry: Entry, proposal: Proposal, guessed: Sequence[str]) -> Mapping[str, str]:
    """The cells of the proposal, and that of the column that names the guesses of old and those that come now."""
    before = entry.metadata.get(GUESSED, "").split()
    return {**proposal.cells, GUESSED: " ".join(dict.fromkeys([*before, *guessed]))}


def _refresh(entry: Entry, table: Table, row: str, cells: Mapping[str, str]) -> list[Edit]:
    """What an update changes in the row: its sha256, the list of guesses, and cells that are empty; all else stays."""
    edits: list[Edit] = []
    for column, cell in zip(table.columns, entry.row.cells, strict=False):
        value, at = cells.get(column, ""), cell.start - entry.row.start
        if value and not cell.raw:
            before = "" if row[at - 1].isspace() else " "
            edits.append(Edit(at, at, f"{before}{written(value)} "))
        elif value and column in _RENEWED and cell.text != value:
            edits.append(Edit(at, at + len(cell.raw), written(value)))
    missing = [written(cells.get(column, "")) for column in table.columns[len(entry.row.cells) :]]
    if any(missing):
        closed = "" if row.rstrip().endswith("|") else " |"
        edits.append(Edit(len(row), len(row), closed + "".join(f" {value} |" for value in missing)))
    return edits


def _change(entry: Entry, row: str, edits: Sequence[Edit], proposal: Proposal) -> Change:
    if proposal.failure:
        return Change(entry.document, "failed", row, reason=proposal.failure)
    if edits:
        return Change(entry.document, "updated", apply_edits(row, edits))
    stated = entry.metadata.get("sha256", "").lower()
    return Change(entry.document, "differs" if stated not in ("", proposal.cells.get("sha256")) else "unchanged", row)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
