"""What a folder holds for a run, and what is passed over in it, each with its reason."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
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


class Found(NamedTuple):
    """A file: the folder as it was walked, the name in it, what it is called in outputs, where it really is, and why
    it is no document."""

    parent: str
    name: str
    shown: str
    real: str
    why: str

    @property
    def file(self) -> Path:
        return Path(self.parent, self.name)


class Walk:
    """The files below a folder, sorted. `passed` counts the folders that are not entered, by reason, and `failures`
    names those that cannot be read; both are complete when the walk is."""

    def __init__(self, folder: Path, config: Config, excluded: Names) -> None:
        self.passed: Counter[str] = Counter()
        self.failures: list[Failure] = []
        self._folder, self._config, self._excluded = folder, config, excluded

    def __iter__(self) -> Iterator[Found]:
        inside = os.path.realpath(self._folder)
        ignored = GitIgnore(self._folder)
        for parent, folders, names in os.walk(self._folder, onerror=self._unreadable):
            shown = self._shown(parent)
            real = f"{inside}{parent[len(str(self._folder)) :]}"
            with os.scandir(parent) as entries:
                links = {entry.name for entry in entries if entry.is_symlink()}
            wanted = []
            for name in sorted(folders):
                why = self._why_no_folder(f"{parent}/{name}", name, f"{shown}{text_of(name)}", linked=name in links)
                if not why and ignored.names(real, name, is_folder=True):
                    why = IGNORED
                if why:
                    self.passed[why] += 1
                else:
                    wanted.append(name)
            folders[:] = wanted
            indexed = INDEX in names
            for name in sorted(names):
                why = self._why_no_document(name, f"{shown}{text_of(name)}", indexed=indexed)
                if not why and name in links and not Path(os.path.realpath(f"{parent}/{name}")).is_relative_to(inside):
                    why = "link out of the folder"  # resolve() raises on a loop
                if not why and ignored.names(real, name, is_folder=False):
                    why = IGNORED
                place = f"{real}{os.sep}{name}"
                yield Found(parent, name, f"{shown}{text_of(name)}", os.path.realpath(place) if name in links else place, why)

    def _shown(self, parent: str) -> str:
        shown = self._config.relative(Path(parent))
        return "" if shown == "." else f"{shown}/"

    def _why_no_folder(self, path: str, name: str, shown: str, *, linked: bool) -> str:
        if name.startswith("."):
            return "hidden"
        if linked:
            return "link to a folder"
        if name in _TOOLS or os.path.exists(f"{path}/{_ENVIRONMENT}"):  # noqa: PTH110 (for each of many: no Path)
            return "of a tool"
        return EXCLUDED if self._excluded(shown, True) else ""

    def _why_no_document(self, name: str, shown: str, *, indexed: bool) -> str:
        if name.startswith("."):
            return "hidden"
        if name != INDEX and not is_document_name(name, indexed=indexed):
            return "README" if name.upper().startswith("README") else "not text"
        return EXCLUDED if self._excluded(shown, False) else ""

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
