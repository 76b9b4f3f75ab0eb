"""What a commit hook checks of the files that changed: the documents of a corpus, and those whose rows changed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpuslint.config.file import INDEX, ConfigFile, git_root
from corpuslint.config.settings import Config
from corpuslint.finding import Passed
from corpuslint.inputs import git
from corpuslint.inputs.exclude import Names, excluded
from corpuslint.inputs.walk import EXCLUDED, is_document_name
from corpuslint.inputs.work import WITHDRAWN, Rows, Source, Work, is_index, of_entries, read_index
from corpuslint.lazy import lazy

if TYPE_CHECKING:
    from corpuslint.index.entries import Entry, Index

_changed_entries: Callable[[Index], Sequence[Entry]] = lazy("corpuslint.index.entries:changed_entries")
_entry_for: Callable[[Index, Path], Entry | None] = lazy("corpuslint.index.entries:entry_for")


def of_changed(paths: Sequence[Path], config: Config, rows: Rows) -> Work:
    """The work that the changed files give; nothing is judged as a whole, and what is in no corpus is passed over.

    Where the configuration, the baseline or a file of a rule folder changed, every document of the index may read
    otherwise than before, and is checked. Raises UsageError where the configured index is not there.
    """
    if config.index.named and not config.index.path.is_file():
        raise config.no_index()
    names = excluded(config)
    parts: list[Work] = []
    if config.index.path.is_file() and any(map(_concerns_all(config), paths)):
        parts.append(of_entries(read_index(config.index.path, config).entries, names))
    parts += (_of_path(path, config, rows, names) for path in paths)
    sources = {source.name: source for source in chain.from_iterable(part.sources for part in parts)}
    return Work(tuple(sources.values()), passed=sum((Counter(part.passed) for part in parts), Counter()))


def _of_path(path: Path, config: Config, rows: Rows, names: Names) -> Work:
    """What one changed file gives: of an index the rows that changed, else the document that it is."""
    name = config.relative(path)
    if not os.path.lexists(path):
        return Work(passed={"deleted": 1})
    if names(name, False):
        return Work(passed={EXCLUDED: 1})
    if is_index(path, config):
        return of_entries(_changed_entries(read_index(path, config)), names)
    source = _document(path, name, config, rows)
    return Work(passed={source.reason: 1}) if isinstance(source, Passed) else Work((source,))


def _document(path: Path, name: str, config: Config, rows: Rows) -> Source | Passed:
    """A file as the document that it is: one that an index lists, else a text or record file in the folder of one."""
    if path.is_dir():
        return Passed(name, "folder")
    indexes = rows.indexes(path)
    for index in indexes:
        if (entry := _entry_for(index, path)) is not None:
            return Source(path, entry.document, entry.metadata) if entry.active else Passed(name, WITHDRAWN)
    return Source(path, name, {}) if _is_document(path, indexes, config) else Passed(name, "of no corpus")


def _is_document(path: Path, indexes: Sequence[Index], config: Config) -> bool:
    """Whether a file that no index lists is a document: below the index of a corpus, or where a project has no index."""
    tops = {os.path.realpath(git_root(config.root) or config.root), os.path.realpath(config.root)}
    corpora = (index for index in indexes if index.table and os.path.realpath(index.folder) not in tops)
    if any(_is_document_below(path, index) for index in corpora):
        return True
    return not indexes and is_document_name(path.name, indexed=False) and not _has_index(config)


def _is_document_below(path: Path, index: Index) -> bool:
    """Whether a walk of the index's folder would take the file; beside the index, a README is none of its documents."""
    name = index.name_of(path)
    if name is None or any(part.startswith(".") for part in name.split("/")):
        return False
    return is_document_name(path.name, indexed=(path.parent / INDEX).exists())


def _has_index(config: Config) -> bool:
    """Whether the project has a corpus anywhere: then what lies outside of it is no document."""
    if config.index.path.is_file():
        return True
    tracked = git.tracked(git_root(config.root) or config.root) or ()
    return any(name.rpartition("/")[2] == INDEX for name in tracked)


def _concerns_all(config: Config) -> Callable[[Path], bool]:
    """Whether a change of the file changes what is found in others."""
    folders = [os.path.realpath(folder) for folder in config.rule_folders]
    baseline, file = os.path.realpath(config.baseline), config.file
    own = os.path.realpath(file.path) if file else ""

    def concerns_all(path: Path) -> bool:
        real = os.path.realpath(path)
        if real == baseline or any(Path(real).is_relative_to(folder) for folder in folders):
            return True
        return file is not None and real == own and file.table != _before(file)

    return concerns_all


def _before(file: ConfigFile) -> dict[str, Any] | None:
    """Our table as it was last committed; None where there was none that can be read."""
    import tomllib

    data = git.show_head(file.path)
    try:
        table: Any = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n")) if data is not None else None
        for key in file.prefix:
            table = table[key]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return table if isinstance(table, dict) else None
