"""What a run passes over by its name: the configuration's patterns, and what git ignores.

Both are read as git reads them, and matched by RE2: no pattern can make it slow. git itself is not asked, since the
configuration of a hostile repository can name commands that it runs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpuslint.config.file import git_root
from corpuslint.errors import UsageError
from corpuslint.inputs.files import read_regular, text_of

if TYPE_CHECKING:
    from corpuslint.config.settings import Config

Names = Callable[[str, bool], bool]
"""Whether a path (POSIX, relative) is named by patterns; the flag tells that it is a folder."""
_MAX_BYTES = 100_000
"""Of a file of patterns: a few hundred lines are many."""
_MAX_MEMORY = 1 << 26
"""Of RE2, for a set of patterns; its default is for one."""
_END_OF_FOLDER = "(?P<ps_d>/)"
"""How pathspec marks in its regular expressions the end of a folder that a pattern names."""


def excluded(config: Config) -> Names:
    """What the patterns of the configuration and of the command line name, by printed paths; parents count.

    Raises UsageError for a pattern that is none.
    """
    if not config.exclude:
        return lambda _name, _is_folder: False
    spec = _patterns(config.exclude)
    if spec is None:
        bad = next((pattern for pattern in config.exclude if _patterns((pattern,)) is None), config.exclude[0])
        message = f"exclude: {bad!r} is no pattern of a .gitignore"
        raise config.file.error(("exclude",), message) if config.file and bad in config.file.table.get("exclude", ()) else UsageError(message)
    return _with_parents(spec)


def allowing(names: Names, patterns: Sequence[str], folder: str) -> Names:
    """The same, but for patterns that name the folder itself, or one above it: it was asked for by hand."""
    if not names(folder, True):
        return names
    kept = [pattern for pattern in patterns if not (spec := _patterns((pattern,))) or not _with_parents(spec)(folder, True)]
    spec = _patterns(kept)
    return _with_parents(spec) if spec else lambda _name, _is_folder: False


class GitIgnore:
    """What the `.gitignore` files of a work tree and its `info/exclude` name, for a walk that starts in a folder."""

    def __init__(self, folder: Path) -> None:
        self._start = start = os.path.realpath(folder)
        self._top = str(git_root(Path(start)) or "")
        self._asked = ""
        self._above = cache(self._levels)
        if self._top and self._is_ignored_folder(start):
            self._asked = start
            self._above.cache_clear()

    def names(self, parent: str, name: str, *, is_folder: bool) -> bool:
        """Whether git ignores the entry of a (real) folder that it does not ignore itself."""
        if not self._top:
            return False
        for folder, spec in self._above(parent):
            path = text_of(f"{parent}/{name}"[len(folder) + 1 :])
            if (found := spec.decide(path, is_folder)) is not None:
                return found
        return False

    def names_below(self, path: str) -> bool:
        """Whether git ignores a file below the folder of the start, or a folder on the way to it."""
        parts = path.split("/")
        last = len(parts) - 1
        return any(
            self.names("/".join((self._start, *parts[:n])), part, is_folder=n < last) for n, part in enumerate(parts)
        )

    def _levels(self, folder: str) -> tuple[tuple[str, _Patterns], ...]:
        """The patterns that hold in a folder, the nearest first, with the folder that each is relative to."""
        own = _read(f"{folder}/.gitignore")
        levels = ((folder, own),) if own else ()
        if folder == self._top or os.path.lexists(f"{folder}/.git"):
            shared = _read(f"{_git_folder(folder)}/info/exclude")
            return (*levels, (folder, shared)) if shared else levels
        if folder == self._asked:
            return levels  # named by hand, whatever the patterns above say
        return levels + self._above(os.path.dirname(folder))  # noqa: PTH120 (for each folder of a walk: no Path)

    def _is_ignored_folder(self, folder: str) -> bool:
        parts = folder[len(self._top) + 1 :].split("/") if folder != self._top else []
        parents = ("/".join((self._top, *parts[:n])) for n in range(len(parts)))
        return any(self.names(parent, part, is_folder=True) for parent, part in zip(parents, parts, strict=True))


def _with_parents(spec: _Patterns) -> Names:
    """As git decides: what lies in a folder that is named is named, and no pattern takes it back."""

    @cache
    def folder(name: str) -> bool:
        parent = name.rpartition("/")[0]
        return bool((parent and folder(parent)) or spec.decide(name, True))

    def names(name: str, is_folder: bool) -> bool:
        name = name.removeprefix("./")
        if not name or name == "." or name.startswith("../"):
            return False
        if is_folder:
            return folder(name)
        parent = name.rpartition("/")[0]
        return bool((parent and folder(parent)) or spec.decide(name, False))

    return names


class _Patterns:
    """Patterns as git takes them: each names an entry, not what lies below it, which falls with its folder.

    For pathspec a pattern names what lies below, too, and so would take back more than git does.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        """Raises an error of pathspec or RE2 where one of the lines is no pattern."""
        import re2
        from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

        options = re2.Options()
        options.max_mem, options.log_errors = _MAX_MEMORY, False
        self._set, self._includes = re2.Set.SearchSet(options), []
        for line in lines:
            pattern, include = GitIgnoreSpecPattern.pattern_to_regex(line)
            if pattern is not None:
                pattern = pattern.replace(_END_OF_FOLDER, "/$")
                self._set.Add(f"{pattern}." if pattern.endswith("/") else pattern)
                self._includes.append(bool(include))
        self._set.Compile()

    def decide(self, path: str, is_folder: bool) -> bool | None:
        """What the last pattern that names the entry says; None where none does."""
        path = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # RE2 takes no lone surrogates
        found = self._set.Match(f"{path}/" if is_folder else path) if self._includes else None
        return self._includes[max(found)] if found else None


def _read(path: str) -> _Patterns | None:
    """The patterns of a file; None where there are none. git follows no link to them."""
    if os.path.islink(path):  # noqa: PTH114 (for each folder of a walk: no Path)
        return None
    try:
        lines = read_regular(Path(path), _MAX_BYTES).decode("utf-8-sig", "replace").split("\n")
    except OSError:
        return None
    lines = [line.removesuffix("\r") for line in lines if line.strip() and not line.startswith("#")]
    return (_patterns(lines) or _patterns([line for line in lines if _patterns((line,))])) if lines else None


def _patterns(lines: Sequence[str]) -> _Patterns | None:
    """None where one of them is no pattern."""
    try:
        return _Patterns(lines)
    except Exception:  # noqa: BLE001, RUF100 (its own errors, and RE2's, which have no common base)
        return None


def _git_folder(top: str) -> str:
    """Where git keeps what belongs to all work trees; a linked one has a file in place of the folder."""
    place = Path(top, ".git")
    for _ in range(2):
        pointer, prefix = (place, "gitdir:") if place.is_file() else (place / "commondir", "")
        try:
            line = read_regular(pointer, _MAX_BYTES).decode("utf-8", "surrogateescape").strip()
        except OSError:
            break
        place = Path(place.parent if prefix else place, line.removeprefix(prefix).strip())
    return str(place)
