"""How a new index is found by a bare `corpuslint check`, by pytest and by the hooks: the lines that the configuration lacks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from corpuslint.config.file import git_root, upwards
from corpuslint.config.settings import Config
from corpuslint.inputs.files import absolute


def advice(index: Path, config: Config, start: Path) -> Iterator[str]:
    """What to write where, ready to be pasted; nothing where a configuration names the index already.

    `start` is the folder from which configurations are looked for.
    """
    configured = os.path.realpath(config.index.path) == os.path.realpath(index)
    if configured and config.path is not None:
        return
    shown, file = config.relative(index), config.path or _file(start)
    base = config.root if config.path else file.parent
    path = Path(os.path.relpath(os.path.realpath(index), os.path.realpath(base))).as_posix()
    if path.startswith("../"):
        yield f"It lies outside the project of {config.relative(file)}: check it with `corpuslint check {shown}`."
        return
    if not configured and config.index.path.is_file():
        yield f"The configured index is {config.relative(config.index.path)}; `corpuslint check {shown}` checks this one."
    if configured:
        yield f"`corpuslint check` and the hooks find it here; for pytest to collect it, {_does(file, config)} {config.relative(file)}:"
    else:
        yield f"For a bare `corpuslint check`, pytest and the hooks to find it, {_does(file, config)} {config.relative(file)}:"
    yield ""
    if _line(config) is None:
        yield _table(file)
    yield f'path = "{_escaped(path)}"'


def _table(file: Path) -> str:
    return "[tool.corpuslint.index]" if file.name == "pyproject.toml" else "[index]"


def _line(config: Config) -> int | None:
    """The line of the configuration's table of the index, if it has one."""
    return config.file.line("index") if config.file and "index" in config.file.table else None


def _does(file: Path, config: Config) -> str:
    """What a person does to the file."""
    if (line := _line(config)) is not None:
        return f"set under {_table(file)}, line {line} of"
    return "add to" if file.exists() else "write"


def _file(start: Path) -> Path:
    """Where a configuration belongs that is not there yet: the nearest pyproject.toml of the project, else our own file."""
    root = git_root(start)
    folders = list(upwards(start)) if root else [absolute(start)]
    found = (folder / "pyproject.toml" for folder in folders if (folder / "pyproject.toml").is_file())
    return next(found, (root or absolute(start)) / "corpuslint.toml")


def _escaped(path: str) -> str:
    return path.replace("\\", "\\\\").replace('"', '\\"')
