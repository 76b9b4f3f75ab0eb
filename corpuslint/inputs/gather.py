"""From the paths of a command line to the documents of a run, streamed, and to what the run covers whole."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from corpuslint.config.file import INDEX
from corpuslint.config.settings import Config
from corpuslint.document import Document
from corpuslint.errors import UsageError
from corpuslint.finding import Failure, Passed
from corpuslint.inputs.exclude import Names, allowing, excluded
from corpuslint.inputs.files import text_of
from corpuslint.inputs.walk import EXCLUDED, Walk, WalkedFile
from corpuslint.inputs.work import WITHDRAWN, Rows, Source, Work, is_index, of_entries, read_index, size_of
from corpuslint.lazy import lazy
from corpuslint.readers import Keys, is_records, read_records, read_text
from corpuslint.readers.text import passed

if TYPE_CHECKING:
    from corpuslint.index.entries import Entry, Index

_of_changed: Callable[[Sequence[Path], Config, Rows], Work] = lazy("corpuslint.inputs.changed:of_changed")

STDIN = Path("-")



def gather(paths: Sequence[Path], config: Config, *, changed_only: bool = False, stdin_name: str | None = None) -> Work:
    """The work that the paths name, or the configured index where none is named.

    Raises UsageError for a path that does not exist.
    """
    rows = Rows(config)
    if changed_only:
        return _of_changed(paths, config, rows)
    if not paths:
        return _of_index(configured_index(config), config)
    files = [path for path in paths if path != STDIN]
    for path in files:
        if not os.path.lexists(path):
            raise UsageError(f"no such file or folder: {text_of(str(path))}")
    names = excluded(config)
    work = _merged([_of_path(path, config, rows, names) for path in files])
    if len(files) == len(paths):
        return work
    name = text_of(stdin_name or str(STDIN))
    return replace(work, stdin=name, named={**work.named, name: frozenset({name})})


def documents(
    work: Work, config: Config, progress: Callable[[int], None] | None = None
) -> Iterator[Document | Failure | Passed]:
    """Read the work, in order, one document in memory at a time; `progress` is told the bytes done so far."""
    keys = Keys(config.jsonl_id, config.jsonl_text, config.jsonl_meta)
    done = 0
    yield from work.failures
    if work.stdin is not None:
        yield _of_stdin(work.stdin, config.max_file_size)
    for source in work.sources:
        if is_records(source.file.name):
            base = done
            report = None if progress is None else (lambda n, base=base: progress(base + n))
            yield from read_records(
                source.file, source.name, keys, config.max_file_size, report, expansion=config.max_expansion
            )
        else:
            limit, by_hand = config.max_file_size, source.name in work.named
            yield read_text(source.file, source.name, source.metadata, limit, by_hand=by_hand)
        if progress is not None:
            done += size_of(source.file)
            progress(done)


def configured_index(config: Config) -> Index:
    """The index of the configuration. Raises UsageError where it is not there."""
    if not config.index.path.is_file():
        raise config.no_index()
    return read_index(config.index.path, config)


def _of_path(path: Path, config: Config, rows: Rows, names: Names) -> Work:
    name = config.relative(path)
    if path.is_dir():
        if config.force_exclude and names(name, True):
            return Work(passed={EXCLUDED: 1})
        work = _of_folder(path, config, rows, allowing(names, config.exclude, name))
    elif config.force_exclude and names(name, False):
        return Work(passed={EXCLUDED: 1})
    elif is_index(path, config):
        work = _of_index(read_index(path, config), config)
    elif is_records(path.name):
        work = Work((Source(path, name, {}),), whole=True, covered=frozenset({name}))
    else:
        work = Work((Source(path, name, rows.of(path)),))
    return replace(work, named={name: frozenset(source.name for source in work.sources)})


def _of_index(index: Index, config: Config) -> Work:
    names = {entry.document for entry in index.entries} | {index.document.path}
    return replace(of_entries(index.entries, excluded(config)), indexes=(index,), whole=True, covered=frozenset(names))


def _of_folder(folder: Path, config: Config, rows: Rows, names: Names) -> Work:
    """Every text and record file below the folder, and what an index there lists; the indexes themselves, too."""
    walk = Walk(folder, config, names)
    files = list(walk)
    indexes = tuple(read_index(file.path, config) for file in files if file.name == INDEX and not file.why)
    entries = list(chain.from_iterable(index.entries for index in indexes))
    of_index = of_entries(entries, names)
    sources, left_out = _told_apart(files, entries, of_index, rows)
    # What is excluded the walk finds itself, listed or not.
    left_out += walk.passed + Counter({WITHDRAWN: of_index.passed.get(WITHDRAWN, 0)})
    covered = frozenset(source.name for source in sources) | {index.document.path for index in indexes}
    return Work(tuple(sources), indexes, True, covered, passed=left_out, failures=tuple(walk.failures))


def _told_apart(
    files: Iterable[WalkedFile], entries: Iterable[Entry], of_index: Work, rows: Rows
) -> tuple[list[Source], Counter[str]]:
    """What is read of a folder, in the order of the walk, then what its indexes list elsewhere; and what is left out, by reason."""
    listed = {os.path.realpath(entry.file) for entry in entries if entry.file is not None}
    wanted = {os.path.realpath(source.file): source for source in of_index.sources}
    sources: list[Source] = []
    left_out: Counter[str] = Counter()
    seen: set[str] = set()
    for file in files:
        is_listed = file.real in listed
        if file.real in wanted:
            sources.append(wanted.pop(file.real))
        elif why := _why_not(file, is_listed=is_listed, is_seen=file.real in seen):
            left_out[why] += 1
        elif not is_listed and file.name != INDEX:
            path = file.path
            sources.append(Source(path, file.shown, rows.of(path, file.parent)))
        seen.add(file.real)
    return [*sources, *wanted.values()], left_out


def _why_not(file: WalkedFile, *, is_listed: bool, is_seen: bool) -> str:
    """Why a file is not read, and counted; what an index lists is the index's to tell."""
    if is_listed:
        return EXCLUDED if file.why == EXCLUDED else ""
    return file.why or ("link to another" if is_seen else "")


def _merged(parts: Sequence[Work]) -> Work:
    """All parts as one; what two of them name, be it by a link, is read once."""
    if len(parts) == 1:
        return parts[0]
    sources, alias = _once(chain.from_iterable(part.sources for part in parts))
    return Work(
        sources,
        tuple({index.path: index for part in parts for index in part.indexes}.values()),
        any(part.whole for part in parts),
        frozenset(chain.from_iterable(part.covered for part in parts)),
        passed=sum((Counter(part.passed) for part in parts), Counter()),
        failures=tuple(chain.from_iterable(part.failures for part in parts)),
        named={name: frozenset(map(alias.__getitem__, names)) for part in parts for name, names in part.named.items()},
    )


def _once(sources: Iterable[Source]) -> tuple[tuple[Source, ...], dict[str, str]]:
    """The sources without those that are a file again, and for each name the one under which its file is read."""
    kept: dict[str, Source] = {}
    first: dict[str, str] = {}
    alias: dict[str, str] = {}
    real = _Real()
    for source in sources:
        parent, name = os.path.split(source.file)
        alias[source.name] = first.setdefault(real(parent, name), source.name)
        if alias[source.name] == source.name:
            kept.setdefault(source.name, source)
    return tuple(kept.values()), alias


class _Real:
    """The file that a path names in the end; each folder is asked for once."""

    def __init__(self) -> None:
        self._folder = cache(os.path.realpath)

    def __call__(self, parent: str, name: str) -> str:
        path = f"{self._folder(parent)}{os.sep}{name}"
        return os.path.realpath(path) if os.path.islink(path) else path  # noqa: PTH114 (for each of many files: no Path)


def _of_stdin(name: str, limit: int) -> Document | Failure | Passed:
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        return Failure(name, f"more than the limit of {limit} bytes (max-file-size)")
    return passed(data, name) or Document.from_bytes(data, path=name)
