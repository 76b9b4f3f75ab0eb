"""What the index rules need to know of the disk, gathered once; the rules themselves are pure."""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpuslint.config.file import INDEX
from corpuslint.config.settings import Config
from corpuslint.index.entries import Index
from corpuslint.inputs import git
from corpuslint.inputs.exclude import GitIgnore, excluded
from corpuslint.inputs.files import absolute, name_of, open_regular, text_of

_CHUNK = 1 << 20
_NO_DOCUMENTS = frozenset({INDEX, "Thumbs.db", "desktop.ini"})
_NO_FOLDERS = frozenset({"__pycache__"})


@dataclass(frozen=True)
class IndexFacts:
    """`present` holds the paths, relative to the index, of the files that may be documents: all but hidden ones,
    README files and what belongs to an index in a folder below. `digests` gives the sha256 of those whose content
    matters; `tracked` what git knows (None: the folder was asked, not git)."""

    index: Index
    required: tuple[str, ...]
    defaults: Mapping[str, str]
    present: tuple[str, ...]
    digests: Mapping[str, str]
    tracked: frozenset[str] | None
    left_out: frozenset[str]
    """Of those that are present and not listed, what the configuration excludes and what git ignores."""
    is_project: bool
    """Whether the configuration stands in the index's folder, among files that are no documents."""

    def printed(self, name: str) -> str:
        """The printed path of a file of the corpus."""
        return posixpath.join(posixpath.dirname(self.index.document.path), name)


def facts_of(index: Index, config: Config) -> IndexFacts:
    """Ask git which files there are where a hook runs (untracked files stay on disk meanwhile), else the folder."""
    tracked = git.tracked(index.folder) if os.environ.get("PRE_COMMIT") else None
    present = tuple(sorted(listable(index.folder, tracked)))
    unlisted = set(present).difference(entry.name for entry in index.entries)
    return IndexFacts(
        index, config.index.required, config.index.defaults, present, _digests(index, present, config.max_file_size),
        tracked, left_out(index.folder, unlisted, config, tracked), config.path is not None and config.path.parent == absolute(index.folder),
    )


def listable(folder: Path, tracked: Iterable[str] | None = None) -> Iterator[str]:
    """The files below the folder that an index of it should list, relative to it; of the tracked ones, if given."""
    names = list(_walk(folder) if tracked is None else tracked)
    nested = {posixpath.dirname(name) for name in names if "/" in name and posixpath.basename(name) == INDEX}
    for name in names:
        parts = name.split("/")
        above = ("/".join(parts[:n]) for n in range(1, len(parts)))
        if not any(map(_is_ignored, parts)) and not nested.intersection(above) and (folder / name_of(name)).is_file():
            yield name


def left_out(folder: Path, names: Iterable[str], config: Config, tracked: Iterable[str] | None = None) -> frozenset[str]:
    """Of the files below the folder those that the configuration excludes, and, where git was not asked, those that it ignores."""
    if not (names := list(names)):
        return frozenset()
    excludes, shown = excluded(config), config.relative(folder)
    ignored = GitIgnore(folder) if tracked is None else None
    return frozenset(
        name for name in names
        if excludes(posixpath.join(shown, name), False) or (ignored and ignored.names_below(name_of(name)))
    )


def _is_ignored(part: str) -> bool:
    return part.startswith(".") or part in _NO_DOCUMENTS or part in _NO_FOLDERS or part.partition(".")[0] == "README"


def _walk(folder: Path) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _NO_FOLDERS]
        below = os.path.relpath(parent, folder).replace(os.sep, "/")
        yield from (text_of(name if below == "." else f"{below}/{name}") for name in files)


def _digests(index: Index, present: Iterable[str], limit: int) -> dict[str, str]:
    """The sha256 of files whose row tells one, and of files of one size, which may be copies."""
    files = {name: index.folder / name_of(name) for name in present}
    files |= {entry.name: entry.file for entry in index.entries if entry.file is not None}
    stated = {entry.name for entry in index.entries if "sha256" in entry.metadata}
    wanted = (name for names in _of_one_size(files, limit) for name in names if len(names) > 1 or name in stated)
    return {name: found for name in wanted if (found := _sha256(files[name]))}


def _of_one_size(files: Mapping[str, Path], limit: int) -> list[list[str]]:
    """The names of the files that are there and not over the limit, those of the same size together."""
    by_size: dict[int, list[str]] = defaultdict(list)
    for name, file in files.items():
        with suppress(OSError):
            by_size[file.stat().st_size].append(name)
    return [names for size, names in by_size.items() if size <= limit]


def _sha256(file: Path) -> str | None:
    """None for what cannot be read: that is a failure of reading the document, and told there."""
    digest = hashlib.sha256()
    try:
        with open_regular(file) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()
