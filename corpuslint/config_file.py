"""Finding and reading the file that holds the configuration, and saying where in it something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from corpuslint.errors import UsageError, shown
from corpuslint.files import absolute, read_regular
from corpuslint.toml_lines import KeyPath, error_line, line_of

INDEX = "INDEX.md"
_MAX_BYTES = 1_000_000


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


def find(start: Path, explicit: Path | None) -> ConfigFile | None:
    """The given file, else the nearest `corpuslint.toml` or pyproject.toml with `[tool.corpuslint]`.

    Raises UsageError (`path:line: …`) where it is not TOML.
    """
    if explicit:
        return read(explicit)
    for folder in upwards(start):
        if (folder / "corpuslint.toml").is_file():
            return read(folder / "corpuslint.toml")
        project = folder / "pyproject.toml"
        if project.is_file() and "corpuslint" in _text(project):
            file = read(project)
            if file.table:
                return file
    return None


def read(path: Path) -> ConfigFile:
    path = absolute(path)
    import tomllib

    text = _text(path)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{shown(path)}:{error_line(text, error)}: not valid TOML: {error}") from None
    if path.name != "pyproject.toml":
        return ConfigFile(path, text, (), table)
    tool = table.get("tool", {})
    return ConfigFile(path, text, ("tool", "corpuslint"), tool.get("corpuslint", {}) if isinstance(tool, dict) else {})


def upwards(start: Path) -> Iterator[Path]:
    """The folder of `start` and those above it, up to the git root where there is one."""
    root = git_root(start)
    for folder in (folder_of(start), *folder_of(start).parents):
        yield folder
        if folder == root:
            return


def find_index(start: Path) -> Path | None:
    """The nearest INDEX.md in the folder of `start` or above it, up to the git root."""
    return next((folder / INDEX for folder in upwards(start) if (folder / INDEX).is_file()), None)


def git_root(start: Path) -> Path | None:
    folder = folder_of(start)
    return next((f for f in (folder, *folder.parents) if (f / ".git").exists()), None)


def repository(path: Path) -> Path:
    """The git root above the path, else its folder: beyond it no link is followed to write."""
    return git_root(path.parent) or folder_of(path.parent)


def folder_of(start: Path) -> Path:
    path = absolute(start)
    return path if path.is_dir() else path.parent


def _text(path: Path) -> str:
    try:
        return read_regular(path, _MAX_BYTES).decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise UsageError(f"{shown(path)}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{shown(path)}:{line}: not valid UTF-8") from None
