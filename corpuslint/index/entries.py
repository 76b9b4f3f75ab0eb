"""INDEX.md: the documents of a corpus and what is known of each, read from the table that a person edits."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from corpuslint.config.settings import Config
from corpuslint.document import Document, Span
from corpuslint.errors import UsageError
from corpuslint.finding import Failure
from corpuslint.index.path import Unsafe, nfc, resolve
from corpuslint.index.table import Cell, Row, Table, path_text, source_text, tables
from corpuslint.inputs import git
from corpuslint.inputs.files import read_regular, text_of
from corpuslint.readers.text import why

INACTIVE = frozenset({"quarantined", "withdrawn"})


@dataclass(frozen=True)
class Entry:
    """A row of the index.

    `document` is the printed path, relative to the configuration's folder; `name` the path relative to the
    index, normalised; `metadata` what the row says by column, over the configured defaults; `file` where to
    read it, None where the path is unsafe and must not be opened (`unsafe` says why); `cells` the row's filled
    cells by column.
    """

    document: str
    name: str
    line: int
    metadata: Mapping[str, str] = field(hash=False)
    file: Path | None
    row: Row = field(repr=False)
    cells: Mapping[str, Cell] = field(hash=False, repr=False)
    unsafe: Unsafe | None = None
    exists: bool = True

    @property
    def active(self) -> bool:
        """Whether the document is linted: not one that is withdrawn or in quarantine."""
        return self.metadata.get("status", "") not in INACTIVE


@dataclass(frozen=True)
class Index:
    """An INDEX.md: `document` is its own text, `table` the one with the column `path` (None: there is none)."""

    path: Path
    document: Document
    entries: tuple[Entry, ...] = ()
    table: Table | None = None
    others: tuple[Table, ...] = ()
    """Later tables with a column `path`, which are not read."""
    failure: Failure | None = None

    @property
    def folder(self) -> Path:
        return self.path.parent

    @cached_property
    def active(self) -> tuple[Entry, ...]:
        """The entries whose documents are linted."""
        return tuple(entry for entry in self.entries if entry.active)

    @cached_property
    def by_name(self) -> Mapping[str, Entry]:
        """The first entry of each path that is safe."""
        return {entry.name: entry for entry in reversed(self.entries) if entry.file is not None}

    @cached_property
    def _real_folder(self) -> Path:
        return Path(os.path.realpath(self.folder))

    def name_of(self, file: Path) -> str | None:
        """The file's path relative to the index; None if it lies elsewhere."""
        real = Path(os.path.realpath(file.parent)) / file.name
        return text_of(real.relative_to(self._real_folder).as_posix()) if real.is_relative_to(self._real_folder) else None


def read_index(path: Path, config: Config) -> Index:
    """Read an INDEX.md; what is wrong in it is for `check_index` to say.

    Raises UsageError if it does not exist.
    """
    name = config.relative(path)
    try:
        document = Document.from_bytes(read_regular(path, config.max_file_size), path=name)
    except FileNotFoundError:
        raise UsageError(f"no index at {name}: `corpuslint index init FOLDER` makes one") from None
    except OSError as error:
        return Index(path, Document.from_text("", path=name), failure=Failure(name, why(error, path)))
    return parse_index(path, document, config)


def parse_index(path: Path, document: Document, config: Config) -> Index:
    """The index that the document is, or would be at this path."""
    table, *others = [each for each in tables(document) if "path" in each.columns] or (None,)
    if table is None:
        return Index(path, document)
    return Index(path, document, tuple(_entries(path, table, config)), table, tuple(others))


def _entries(path: Path, table: Table, config: Config) -> Iterator[Entry]:
    folder, real = str(path.parent), cache(os.path.realpath)
    shown = posixpath.dirname(config.relative(path))
    for row in table.rows:
        cells = _cells(table, row)
        if "path" in cells:
            metadata = {column: cell.text for column, cell in cells.items() if column != "path"}
            name, file, unsafe, exists = resolve(cells["path"].text, folder, real)
            yield Entry(
                posixpath.join(shown, name), name, row.line, {**config.index.defaults, **metadata}, file, row, cells,
                unsafe, exists,
            )


def _cells(table: Table, row: Row) -> dict[str, Cell]:
    """The filled cells by column; of a column that stands twice, the first."""
    cells = {column: cell for column, cell in reversed([*zip(table.columns, row.cells, strict=False)]) if cell.raw}
    for column, read in (("path", path_text), ("source", source_text)):
        if column in cells:
            cells[column] = cells[column]._replace(text=read(cells[column].raw))
    return {column: cell for column, cell in cells.items() if cell.text}


def entry_for(index: Index, file: Path) -> Entry | None:
    """The entry that lists the file, if one does."""
    name = index.name_of(file)
    if name is None:
        return None
    return index.by_name.get(name) or index.by_name.get(nfc(name))


def changed_entries(index: Index) -> tuple[Entry, ...]:
    """The entries whose rows differ from those in HEAD; all where HEAD has no such index, or other columns."""
    committed = git.show_head(index.path)
    if committed is None or index.table is None:
        return index.entries
    before = Document.from_bytes(committed, path=index.document.path)
    lines = {_line(before, span) for span in before.lines}
    if _line(index.document, index.table.header) not in lines:
        return index.entries
    return tuple(entry for entry in index.entries if _line(index.document, entry.row) not in lines)


def _line(document: Document, place: Row | Span) -> str:
    return document.text[place.start : place.end].strip("\ufeff \t")
