"""Finding and reading the file that holds the configuration, and saying where in it something is wrong."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from corpuslint.config.toml_lines import KeyPath, error_line, line_of
from corpuslint.errors import UsageError, shown
from corpuslint.inputs.files import absolute, read_regular

INDEX = "INDEX.md"
_MAX_BYTES = 1_000_000
_TABLE = ("tool", "corpuslint")


class ConfigFile(NamedTuple):
    """A file's text and our table in it; `prefix` holds the keys that lead to the table."""

    path: Path
    text: str
    prefix: KeyPath
    table: dict[str, Any]

    def line(self, *keys: str | int) -> int:
        return line_of(self.text, (*self.prefix, *keys))

    def error(self, keys: KeyPath, message: str) -> UsageError:
        return UsageError(f"{shown(self.path)}:{self.line(*keys)}: {message}")


class Found(NamedTuple):
    """The configuration that counts for a folder; `note` tells of a nearer one that is not used, and how it would be."""

    file: ConfigFile | None = None
    note: str = ""


def find(start: Path) -> Found:
    """The nearest `corpuslint.toml` or pyproject.toml with `[tool.corpuslint]`, from `start` up to the git root.

    Raises UsageError (`path:line: …`) where it is not TOML.
    """
    note = ""
    for folder in upwards(start):
        for path in (folder / "corpuslint.toml", folder / "pyproject.toml"):
            if not path.is_file() or (path.name == "pyproject.toml" and b"corpuslint" not in _bytes(path)):
                continue
            if not _is_foreign(path, start):
                if (file := _read(path)) is not None:
                    return Found(file, note)
            elif not note:
                note = (
                    f"{shown(path)} is not used: others may have put it there, outside of any repository of yours; "
                    f"`--config {shown(path)}` uses it"
                )
    return Found(None, note)


def read(path: Path) -> ConfigFile:
    """The configuration in a file that was named. Raises UsageError, also where it holds none."""
    file = _read(absolute(path))
    if file is None:
        raise UsageError(f"{shown(path)}: no [tool.corpuslint] in it")
    return file


def _read(path: Path) -> ConfigFile | None:
    """None for a pyproject.toml without a table of ours."""
    import tomllib

    text = _text(path)
    try:
        table: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{shown(path)}:{error_line(text, error)}: not valid TOML: {error}") from None
    if path.name != "pyproject.toml":
        return ConfigFile(path, text, (), table)
    for depth, key in enumerate(_TABLE, 1):
        if key not in table:
            return None
        table = table[key]
        if not isinstance(table, dict):
            line = line_of(text, _TABLE[:depth])
            raise UsageError(f"{shown(path)}:{line}: '{'.'.join(_TABLE[:depth])}' wants a table, not {table!r}")
    return ConfigFile(path, text, _TABLE, table)


def _is_foreign(path: Path, start: Path) -> bool:
    """Whether somebody else may have put the file above the folder where we work, to be taken for ours.

    A repository of ours vouches for all that is in it. Outside of one, a file counts that belongs to us, to root or to
    the owner of the folder where we work, and, above that folder, does not lie where everybody may write.
    """
    if not hasattr(os, "geteuid"):
        return False
    here = folder_of(start)
    try:
        ours = {os.geteuid(), 0, here.stat().st_uid}
        root = git_root(start)
        if root is not None and (root / ".git").lstat().st_uid in ours:
            return False
        belongs = {path.lstat().st_uid, path.stat().st_uid} <= ours
        open_to_all = bool(path.parent.stat().st_mode & stat.S_IWOTH)
    except OSError:
        return True
    return (open_to_all and not belongs) if path.parent == here else (open_to_all or not belongs)


def upwards(start: Path) -> Iterator[Path]:
    """The folder of `start` and those above it, up to the git root where there is one."""
    root = git_root(start)
    for folder in (folder_of(start), *folder_of(start).parents):
        yield folder
        if folder == root:
            return


def find_index(start: Path) -> Path | None:
    """The nearest INDEX.md in the folder of `start` or above it, up to the git root."""
    places = (folder / INDEX for folder in upwards(start))
    return next((place for place in places if place.is_file() and not _is_foreign(place, start)), None)


def git_root(start: Path) -> Path | None:
    folder = folder_of(start)
    return next((f for f in (folder, *folder.parents) if (f / ".git").exists()), None)


def repository(path: Path) -> Path:
    """The git root above the path, else its folder: beyond it no link is followed to write."""
    return git_root(path.parent) or folder_of(path.parent)


def folder_of(start: Path) -> Path:
    path = absolute(start)
    return path if path.is_dir() else path.parent


def _bytes(path: Path) -> bytes:
    try:
        return read_regular(path, _MAX_BYTES)
    except OSError as error:
        reason = error.strerror or str(error).removeprefix(f"{path}: ")
        raise UsageError(f"{shown(path)}: cannot be read: {reason}") from None


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{shown(path)}:{line}: not valid UTF-8") from None
