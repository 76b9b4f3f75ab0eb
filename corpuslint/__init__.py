"""corpuslint: a linter for text corpora.

`check(paths)` gives the report of a run, `check_text(text)` the findings of one text; both read the nearest
configuration. Everything that a report holds is a plain, frozen value.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from corpuslint.document import Document
    from corpuslint.finding import Finding, Report

__all__ = ["Document", "Finding", "Report", "__version__", "check", "check_text"]
__version__ = "0.1.0"


def check(paths: Sequence[Path] = (), start: Path | None = None) -> Report:
    """Check files, folders, indexes and record files; with none, the configured index.

    The configuration is looked for from `start` (default: the current folder) upwards. Raises
    `corpuslint.errors.UsageError` for a wrong path, configuration or rule file.
    """
    from pathlib import Path

    from corpuslint.config import load_config
    from corpuslint.run import check as check_paths
    from corpuslint.run import rule_book

    return check_paths(paths, rule_book(load_config(start or Path.cwd())))


def check_text(text: str, **metadata: str) -> list[Finding]:
    """Findings of one text under all built-in rules; `metadata` as in an index row (`language="de"`)."""
    from corpuslint.engine import RuleSet
    from corpuslint.engine import check_text as check_one
    from corpuslint.rule import builtin_rules

    return check_one(text, RuleSet(builtin_rules()), **metadata)


def __getattr__(name: str) -> object:
    """`Document`, `Finding` and `Report` on first use: importing the package costs nothing."""
    if name == "Document":
        from corpuslint.document import Document

        return Document
    if name in ("Finding", "Report"):
        from corpuslint import finding

        return getattr(finding, name)
    raise AttributeError(f"module 'corpuslint' has no attribute '{name}'")
