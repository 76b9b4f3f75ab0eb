"""corpuslint: a linter for text corpora.

`check(paths)` gives the report of a run under the nearest configuration, `check_text(text)` the findings of one text
under the built-in rules. Everything that a report holds is a plain, frozen value.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from corpuslint.document import Document
    from corpuslint.engine import RuleSet
    from corpuslint.errors import UsageError
    from corpuslint.finding import Finding, Report
    from corpuslint.version import __version__

__all__ = ["Document", "Finding", "Report", "UsageError", "__version__", "check", "check_text"]
_HOMES = {"Document": "document", "Finding": "finding", "Report": "finding", "UsageError": "errors", "__version__": "version"}


def check(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (), start: str | os.PathLike[str] | None = None) -> Report:
    """Check a file, folder, index or record file, or several; with none, the configured index.

    The configuration is looked for from `start` (default: the current folder) upwards, and the paths that the
    report names are relative to its folder. Raises `UsageError` for a wrong path, configuration or rule file,
    TypeError for what is no path.
    """
    from pathlib import Path

    from corpuslint.config.settings import load_config
    from corpuslint.rulebook import rule_book
    from corpuslint.run import check as check_paths

    wanted = list(_paths(paths))
    config = load_config(Path.cwd() if start is None else _path(start))
    return check_paths(wanted, rule_book(config))


def check_text(text: str, /, **metadata: str) -> list[Finding]:
    """Findings of one text under all built-in rules, but for kinds in preview; `metadata` as in an index row (`language="de"`, `date="2022-11-08"`).

    No configuration is read, and nothing is accepted: the same text gives the same findings everywhere. Raises
    TypeError where the text or a value is no string, RuntimeError where a checker crashed.
    """
    from corpuslint.engine import check_text as check_one

    for name, value in (("text", text), *metadata.items()):
        if not isinstance(value, str):
            raise TypeError(f"{name} wants a string, not {type(value).__name__}")
    return check_one(text, _builtin(), **metadata)


@lru_cache(maxsize=1)  # `cache` is the name of a module here
def _builtin() -> RuleSet:
    from corpuslint.card import builtin_rules
    from corpuslint.engine import RuleSet

    settled = (rule.with_kinds({name for name, kind in rule.kinds.items() if not kind.preview}) for rule in builtin_rules())
    return RuleSet(tuple(rule for rule in settled if len(rule.off) < len(rule.kinds)))


def _paths(given: object) -> Iterator[Path]:
    if isinstance(given, str | os.PathLike):
        yield _path(given)
    elif isinstance(given, Iterable) and not isinstance(given, bytes | bytearray):
        yield from map(_path, given)
    else:
        raise TypeError(f"paths wants a path or paths, not {type(given).__name__}")


def _path(given: object) -> Path:
    from pathlib import Path

    if not isinstance(given, str | os.PathLike):
        raise TypeError(f"a path is a string or an os.PathLike, not {type(given).__name__}")
    name = os.fspath(given)
    if not name:
        from corpuslint.errors import UsageError

        raise UsageError("a path is empty")
    return Path(os.fsdecode(name))


def __getattr__(name: str) -> object:
    """The types and the version on first use: importing the package costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'corpuslint' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"corpuslint.{_HOMES[name]}"), name)
