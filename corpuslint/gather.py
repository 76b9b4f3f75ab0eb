"""From the paths of a command line to the documents of a run, streamed, and to what the run covers whole."""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.config import Config
from corpuslint.config_file import INDEX, find_index
from corpuslint.document import Document
from corpuslint.errors import UsageError
from corpuslint.files import text_of
from corpuslint.finding import Failure
from corpuslint.lazy import lazy
from corpuslint.readers import Keys, is_records, read_records, read_text

if TYPE_CHECKING:
    from corpuslint.index import Entry, Index

# A run on one document needs nothing of it.
read_index: Callable[[Path, Config], Index] = lazy("corpuslint.index:read_index")
_changed_entries: Callable[[Index], Sequence[Entry]] = lazy("corpuslint.index:changed_entries")
_entry_for: Callable[[Index, Path], Entry | None] = lazy("corpuslint.index:entry_for")

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".rst", ".asc", ".org", ""})
"""What a folder is searched for, beside record files; a file named on the command line is read whatever its name."""
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

    @cached_property
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
            raise UsageError(f"no such file or folder: {text_of(str(path))}")
    rows = _Rows(config)
    part = _of_changed if changed_only else _of_path
    work = _merged([part(path, config, rows) for path in files])
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
        if is_records(source.file.name):
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
        raise config.no_index()
    return read_index(config.index.path, config)


def _of_path(path: Path, config: Config, rows: _Rows) -> Work:
    if path.is_dir():
        return _of_folder(path, config, rows)
    if _is_index(path, config):
        return _of_index(read_index(path, config))
    name = config.relative(path)
    if is_records(path.name):
        return Work((Source(path, name, {}),), whole=True, covered=frozenset({name}))
    return Work((Source(path, name, rows.of(path)),))


def _of_changed(path: Path, config: Config, rows: _Rows) -> Work:
    """A changed document, or of a changed index the documents whose rows changed; nothing is judged as a whole."""
    if not _is_index(path, config):
        return Work((Source(path, config.relative(path), rows.of(path)),))
    index = read_index(path, config)
    return Work(tuple(_source(entry) for entry in _changed_entries(index) if entry.active and is_there(entry)))


def _of_index(index: Index) -> Work:
    sources = [_source(entry) for entry in index.active if is_there(entry)]
    names = {entry.document for entry in index.entries} | {index.document.path}
    return Work(tuple(sources), (index,), whole=True, covered=frozenset(names))


def _of_folder(folder: Path, config: Config, rows: _Rows) -> Work:
    """Every text and record file below the folder, with the row of an index that lists it; the indexes themselves, too."""
    files = list(walk(folder))
    indexes = [read_index(Path(parent, name), config) for parent, name in files if name == INDEX]
    listed = {os.path.realpath(e.file): e for index in indexes for e in index.entries if e.file is not None}
    shown: dict[str, str] = {}
    sources = []
    for parent, name in files:
        file = Path(parent, name)
        entry = listed.get(os.path.realpath(file)) if listed else None
        if name == INDEX or (entry is not None and not entry.active):
            continue
        if parent not in shown:
            shown[parent] = posixpath.join(config.relative(Path(parent)), "").removeprefix("./")
        metadata = entry.metadata if entry else rows.of(file)
        sources.append(Source(file, entry.document if entry else f"{shown[parent]}{text_of(name)}", metadata))
    names = {source.name for source in sources} | {index.document.path for index in indexes}
    return Work(tuple(sources), tuple(indexes), whole=True, covered=frozenset(names))


def walk(folder: Path) -> Iterator[tuple[str, str]]:
    """Folder and name of the texts, record files and indexes below, sorted; hidden ones and links out of it are left out.

    A README beside an index tells of the corpus and is none of its documents.
    """
    inside = os.path.realpath(folder)
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        indexed = INDEX in names
        with os.scandir(parent) as entries:
            links = {entry.name for entry in entries if entry.is_symlink()}
        for name in sorted(names):
            wanted = name == INDEX or os.path.splitext(name)[1].lower() in TEXT_SUFFIXES or is_records(name)  # noqa: PTH122 (no Path for each)
            if not wanted or name.startswith(".") or (indexed and name.upper().startswith("README")):
                continue
            if name not in links or Path(os.path.realpath(f"{parent}/{name}")).is_relative_to(inside):  # resolve() raises on a loop
                yield parent, name


def _source(entry: Entry) -> Source:
    assert entry.file is not None
    return Source(entry.file, entry.document, entry.metadata)


class _Rows:
    """What an index that lists a document says of it: the configured one, or one in a folder above; read once."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._read = cache(lambda place: read_index(place, config))
        self._indexes = cache(self._find)

    def of(self, path: Path) -> Mapping[str, str]:
        folder = os.path.dirname(path)  # noqa: PTH120 (for each of many files: no Path)
        found = (_entry_for(index, path) for index in self._indexes(folder))
        return next((entry.metadata for entry in found if entry), {})

    def _find(self, folder: str) -> tuple[Index, ...]:
        places = (self._config.index.path, find_index(Path(folder)))
        real = Path(os.path.realpath(folder))
        above = (place for place in places if place is not None and real.is_relative_to(os.path.realpath(place.parent)))
        return tuple(self._read(place) for place in above if place.is_file())


def _merged(parts: Sequence[Work]) -> Work:
    """All parts as one; what two of them name is read once."""
    sources: dict[str, Source] = {}
    for source in chain.from_iterable(part.sources for part in parts):
        sources.setdefault(source.name, source)
    indexes = {index.path: index for part in parts for index in part.indexes}
    covered = frozenset(chain.from_iterable(part.covered for part in parts))
    return Work(tuple(sources.values()), tuple(indexes.values()), any(part.whole for part in parts), covered)


def _is_index(path: Path, config: Config) -> bool:
    return path.name == INDEX or os.path.realpath(path) == os.path.realpath(config.index.path)


def is_there(entry: Entry) -> bool:
    """Whether something stands where the row points; what is missing or unsafe is for the index rules to say."""
    return entry.file is not None and os.path.lexists(entry.file)


def _size(path: Path) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 (for each of many files: half the time)
    except OSError:
        return 0
