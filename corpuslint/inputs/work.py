"""The work of a run: the files to read, and what their index knows of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.config.file import INDEX, find_index
from corpuslint.config.settings import Config
from corpuslint.finding import Failure
from corpuslint.inputs.exclude import Names
from corpuslint.inputs.walk import EXCLUDED
from corpuslint.lazy import lazy

if TYPE_CHECKING:
    from corpuslint.index.entries import Entry, Index

# A run on one document needs nothing of it.
read_index: Callable[[Path, Config], Index] = lazy("corpuslint.index.entries:read_index")
_entry_for: Callable[[Index, Path], Entry | None] = lazy("corpuslint.index.entries:entry_for")

WITHDRAWN = "withdrawn or in quarantine"


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
    passed: Mapping[str, int] = field(default_factory=dict)
    """What is left out, by reason."""
    failures: tuple[Failure, ...] = ()
    """What could not be looked into."""
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What was named by hand, as printed, and the documents' paths that it stands for."""

    @cached_property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(size_of(source.file) for source in self.sources)


def is_index(path: Path, config: Config) -> bool:
    return path.name == INDEX or os.path.realpath(path) == os.path.realpath(config.index.path)


def is_there(entry: Entry) -> bool:
    """Whether something stands where the row points; what is missing or unsafe is for the index rules to say."""
    return entry.file is not None and os.path.lexists(entry.file)


def of_entries(entries: Iterable[Entry], names: Names) -> Work:
    """The documents of an index that are to be linted, in its order."""
    left_out: Counter[str] = Counter()
    sources: dict[str, Source] = {}
    for entry in entries:
        if entry.file is None or not is_there(entry):
            continue
        if not entry.active:
            left_out[WITHDRAWN] += 1
        elif names(entry.document, False):
            left_out[EXCLUDED] += 1
        else:
            sources.setdefault(entry.document, Source(entry.file, entry.document, entry.metadata))
    return Work(tuple(sources.values()), passed=left_out)


class Rows:
    """What an index that lists a document says of it: the configured one, or one in a folder above; read once."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._read = cache(lambda place: read_index(place, config))
        self._indexes = cache(self._find)

    def of(self, path: Path, folder: str | None = None) -> Mapping[str, str]:
        found = (_entry_for(index, path) for index in self.indexes(path, folder))
        return next((entry.metadata for entry in found if entry), {})

    def indexes(self, path: Path, folder: str | None = None) -> tuple[Index, ...]:
        """The indexes in whose folders the file lies, the configured one first; of many files the folder may be given."""
        return self._indexes(os.path.dirname(path) if folder is None else folder)  # noqa: PTH120 (the same: no Path)

    def _find(self, folder: str) -> tuple[Index, ...]:
        places = dict.fromkeys((self._config.index.path, find_index(Path(folder))))
        real = Path(os.path.realpath(folder))
        above = (place for place in places if place is not None and real.is_relative_to(os.path.realpath(place.parent)))
        return tuple(self._read(place) for place in above if place.is_file())


def size_of(path: Path) -> int:
    """Bytes on disk; 0 for what cannot be asked."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 (for each of many files: half the time)
    except OSError:
        return 0
