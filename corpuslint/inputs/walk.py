"""What a folder holds for a run, and what is passed over in it, each with its reason."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.config.file import INDEX
from corpuslint.finding import Failure
from corpuslint.inputs.exclude import GitIgnore, Names
from corpuslint.inputs.files import text_of
from corpuslint.readers import is_records

if TYPE_CHECKING:
    from corpuslint.config.settings import Config

EXCLUDED, IGNORED = "excluded", "ignored by git"
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".rst", ".asc", ".org", ""})
"""What a folder is searched for, beside record files; a file named on the command line is read whatever its name."""
_TOOLS = frozenset({"node_modules", "site-packages", "__pycache__", "__pypackages__"})
"""Folders that programs fill with other people's texts."""
_ENVIRONMENT = "pyvenv.cfg"
"""In a virtual environment, whatever the folder is called."""


class WalkedFile(NamedTuple):
    """A file: the folder as it was walked, the name in it, what it is called in outputs, where it really is, and why
    it is no document."""

    parent: str
    name: str
    shown: str
    real: str
    why: str

    @property
    def path(self) -> Path:
        return Path(self.parent, self.name)


class _Folder(NamedTuple):
    """A folder on the way: as it is walked, the beginning of its names in outputs, where it really is, the links in it."""

    parent: str
    shown: str
    real: str
    links: frozenset[str]


class Walk:
    """The files below a folder, sorted. `passed` counts the folders that are not entered, by reason, and `failures`
    names those that cannot be read; both are complete when the walk is."""

    def __init__(self, folder: Path, config: Config, excluded: Names) -> None:
        self.passed: Counter[str] = Counter()
        self.failures: list[Failure] = []
        self._folder, self._config, self._excluded = folder, config, excluded
        self._inside = os.path.realpath(folder)
        self._ignored = GitIgnore(folder)

    def __iter__(self) -> Iterator[WalkedFile]:
        for parent, folders, names in os.walk(self._folder, onerror=self._unreadable):
            with os.scandir(parent) as entries:
                links = frozenset(entry.name for entry in entries if entry.is_symlink())
            folder = _Folder(parent, self._shown(parent), f"{self._inside}{parent[len(str(self._folder)) :]}", links)
            folders[:] = self._entered(folder, sorted(folders))
            indexed = INDEX in names
            for name in sorted(names):
                shown, place = f"{folder.shown}{text_of(name)}", f"{folder.real}{os.sep}{name}"
                why = self._why_no_document(folder, name, shown, indexed=indexed)
                yield WalkedFile(parent, name, shown, os.path.realpath(place) if name in links else place, why)

    def _entered(self, folder: _Folder, names: Iterable[str]) -> list[str]:
        """Those of the folders in the folder that the walk enters; the others are counted."""
        entered = []
        for name in names:
            if why := self._why_not_entered(folder, name):
                self.passed[why] += 1
            else:
                entered.append(name)
        return entered

    def _shown(self, parent: str) -> str:
        shown = self._config.relative(Path(parent))
        return "" if shown == "." else f"{shown}/"

    def _why_not_entered(self, folder: _Folder, name: str) -> str:
        if name.startswith("."):
            return "hidden"
        if name in folder.links:
            return "link to a folder"
        if name in _TOOLS or os.path.exists(f"{folder.parent}/{name}/{_ENVIRONMENT}"):  # noqa: PTH110 (for each of many: no Path)
            return "of a tool"
        if self._excluded(f"{folder.shown}{text_of(name)}", True):
            return EXCLUDED
        return IGNORED if self._ignored.names(folder.real, name, is_folder=True) else ""

    def _why_no_document(self, folder: _Folder, name: str, shown: str, *, indexed: bool) -> str:
        if name.startswith("."):
            return "hidden"
        if name != INDEX and not is_document_name(name, indexed=indexed):
            return "README" if name.upper().startswith("README") else "not text"
        if self._excluded(shown, False):
            return EXCLUDED
        if name in folder.links and not self._is_inside(f"{folder.parent}/{name}"):
            return "link out of the folder"
        return IGNORED if self._ignored.names(folder.real, name, is_folder=False) else ""

    def _is_inside(self, path: str) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self._inside)  # Path.resolve() raises on a loop

    def _unreadable(self, error: OSError) -> None:
        path = Path(os.fsdecode(error.filename))
        self.failures.append(Failure(self._config.relative(path), error.strerror or str(error)))


def is_document_name(name: str, *, indexed: bool) -> bool:
    """Whether a file of this name is taken for a document where nobody names it.

    A README beside an index tells of the corpus and is none of its documents.
    """
    if indexed and name.upper().startswith("README"):
        return False
    return os.path.splitext(name)[1].lower() in TEXT_SUFFIXES or is_records(name)  # noqa: PTH122 (no Path for each)
