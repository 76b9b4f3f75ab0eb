"""What many tests begin with: a text without a fault and one with a fault, a project of its own, a cache of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from corpuslint.cache.folder import cache_folder
from corpuslint.text.frequencies import open_lexicon

DATED = "Published 8 November 2022\n\n"
CLEAN = f"{DATED}The vote was held on Sunday, and many people came to it.\n"
DAMAGED = f"{DATED}The vote was held near the cafÃ© of the town.\n"


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def enter(root: Path, monkeypatch: pytest.MonkeyPatch, files: Mapping[str, str | bytes] = {}) -> Path:
    """Make the top of a repository, where every search for a configuration ends, and work there as nobody's hook."""
    (root / ".git").mkdir(parents=True, exist_ok=True)
    write(root, files)
    monkeypatch.chdir(root)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)
    return root


def own_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No result is known there; what a new process would derive for seconds, it finds: it is no test's subject but of those of it."""
    lend(folder)
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(folder))


def lend(folder: Path) -> None:
    """Put what the user's cache holds of compiled word lists into another one, and the English list in any case."""
    open_lexicon("en")
    ours = cache_folder()
    if ours is None or ours == folder:
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in [*ours.glob("*.lexicon"), *ours.glob("*.json")]:
        with suppress(FileNotFoundError, FileExistsError):  # of two runs at once
            _link(path, folder / path.name)


def _link(path: Path, to: Path) -> None:
    try:
        os.link(path, to)
    except FileExistsError:
        raise
    except OSError:  # another disk
        shutil.copy2(path, to)
