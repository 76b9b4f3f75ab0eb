"""From the paths of a command line to the documents of a run, streamed, and to what the run covers whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, reduce
from pathlib import Path
from typing import NamedTuple

from corpuslint.config import Config
from corpuslint.document import Document
from corpuslint.errors import UsageError
from corpuslint.finding import Failure
from corpuslint.index import Entry, Index, changed_entries, entry_for, find_index, read_index
from corpuslint.readers import Keys, is_records, read_records, read_text

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".rst", ".asc", ".org", ""})
"""What a folder is searched for, beside record files; a file named on the command line is read whatever its name."""
INDEX = "INDEX.md"
STDIN = Path("-")


class Source(NamedTuple):
    """A file to read: where it is, what it is called, and what the index knows of it."""

    file: Path
    name: str
    metadata: Mapping[str, str]


@dataclass(frozen=True)
class Work:
    """All that one run reads. `whole` names what it covers completely: there corpus rules are judged."""

    sources: tuple[Source, ...] = ()
    indexes: tuple[Index, ...] = ()
    whole: bool = False
    covered: frozenset[str] = field(default_factory=frozenset)
    stdin: str | None = None
    """What to call the text of standard input, where it is read."""

    @property
    def size(self) -> int:
        """Bytes on disk; 0 for what cannot be asked."""
        return sum(_size(source.file) for source in self.sources)


def gather(paths: Sequence[Path], config: Config, *, changed_only: bool = False, stdin_name: str | None = None) -> Work:
    """The work that the paths name, or the configured index where none is named.

    Raises UsageError for a path that does not exist.
    """
    if not paths and not changed_only:
        return _of_index(_configured_index(config))
    files = [path for path in paths if path != STDIN]
    for path in files:
        if not os.path.lexists(path):
            raise UsageError(f"no such file or folder: {path}")
    rows = _Rows(config)
    part = _of_changed if changed_only else _of_path
    work = reduce(_merge, (part(path, config, rows) for path in files), Work())
    return work if len(files) == len(paths) else replace(work, stdin=stdin_name or str(STDIN))


def documents(
    work: Work, config: Config, progress: Callable[[int], None] | None = None
) -> Iterator[Document | Failure]:
    """Read the work, in order, one document in memory at a time; `progress` is told the bytes done so far."""
    keys = Keys(config.jsonl_id, config.jsonl_text, config.jsonl_meta)
    done = 0
    if work.stdin is not None:
        yield Document.from_bytes(sys.stdin.buffer.read(), path=work.stdin)
    for source in work.sources:
        if is_records(source.file):
            base = done
            report = None if progress is None else (lambda n, base=base: progress(base + n))
            yield from read_records(source.file, source.name, keys, config.max_file_size, report)
        else:
            yield read_text(source.file, source.name, source.metadata, config.max_file_size)
        if progress is not None:
            done += _size(source.file)
            progress(done)


def _configured_index(config: Config) -> Index:
    if not config.index.path.is_file():
        shown = config.relative(config.index.path)
        raise UsageError(f"no path given, and no index at {shown}: name files, or make one with `corpuslint index init`")
    return read_index(config.index.path, config)


def _of_path(path: Path, config: Config, rows: _Rows) -> Work:
    if path.is_dir():
        return _of_folder(path, config, rows)
    if _is_index(path, config):
        return _of_index(read_index(path, config))
    name = config.relative(path)
    if is_records(path):
        return Work((Source(path, name, {}),), whole=True, covered=frozenset({name}))
    return Work((Source(path, name, rows.of(path)),))


def _of_changed(path: Path, config: Config, rows: _Rows) -> Work:
    """A changed document, or of a changed index the documents whose rows changed; nothing is judged as a whole."""
    if not _is_index(path, config):
        return Work((Source(path, config.relative(path), rows.of(path)),))
    index = read_index(path, config)
    return Work(tuple(_source(entry) for entry in changed_entries(index) if entry.active and is_there(entry)))


def _of_index(index: Index) -> Work:
    sources = [_source(entry) for entry in index.active if is_there(entry)]
    names = {entry.document for entry in index.entries} | {index.document.path}
    return Work(tuple(sources), (index,), whole=True, covered=frozenset(names))


def _of_folder(folder: Path, config: Config, rows: _Rows) -> Work:
    indexes = [read_index(folder / INDEX, config)] if (folder / INDEX).is_file() else []
    listed = {os.path.realpath(e.file): e for index in indexes for e in index.entries if e.file is not None}
    sources = []
    for file in walk(folder):
        entry = listed.get(os.path.realpath(file)) if listed else None
        if entry is not None and not entry.active:
            continue
        metadata = entry.metadata if entry else {} if indexes else rows.of(file)
        sources.append(Source(file, entry.document if entry else config.relative(file), metadata))
    names = {source.name for source in sources} | {index.document.path for index in indexes}
    return Work(tuple(sources), tuple(indexes), whole=True, covered=frozenset(names))


def walk(folder: Path) -> Iterator[Path]:
    """Texts and record files under the folder, sorted; hidden ones, links out of it and an index are left out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            suffix = path.suffix.lower()
            if name.startswith(".") or name == INDEX or not (suffix in TEXT_SUFFIXES or is_records(path)):
                continue
            if not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
                yield path


def _source(entry: Entry) -> Source:
    assert entry.file is not None
    return Source(entry.file, entry.document, entry.metadata)


class _Rows:
    """What an index that lists a document says of it: the configured one, or one in a folder above; read once."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._read = cache(lambda place: read_index(place, config))
        self._above = cache(find_index)

    def of(self, path: Path) -> Mapping[str, str]:
        for place in (self.config.index.path, self._above(path.parent)):
            if place is not None and place.is_file() and (entry := entry_for(self._read(place), path)):
                return entry.metadata
        return {}


def _merge(a: Work, b: Work) -> Work:
    known = {source.name for source in a.sources}
    more = tuple(source for source in b.sources if source.name not in known)
    paths = {index.path for index in a.indexes}
    indexes = a.indexes + tuple(index for index in b.indexes if index.path not in paths)
    return Work(a.sources + more, indexes, a.whole or b.whole, a.covered | b.covered)


def _is_index(path: Path, config: Config) -> bool:
    return path.name == INDEX or os.path.realpath(path) == os.path.realpath(config.index.path)


def is_there(entry: Entry) -> bool:
    """Whether something stands where the row points; what is missing or unsafe is for the index rules to say."""
    return entry.file is not None and os.path.lexists(entry.file)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
