"""The user's folder for caches: used only where nobody else can write, since what it holds decides what is found.

A folder that cannot be trusted is as if there were no cache: all is computed anew, and a note says why.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_FOLDER = 0o700
_FILE = 0o600

_refused: dict[Path, str] = {}
"""Folders that were asked for and are not used, with the reason."""


def cache_folder() -> Path | None:
    """`CORPUSLINT_CACHE_DIR`, else `corpuslint` in the platform's folder for caches; it is made where it is missing.

    None where the user has none, where it cannot be made, or where others than the user can write.
    """
    stated = os.environ.get("CORPUSLINT_CACHE_DIR")
    folder = Path(os.path.abspath(stated)) if stated else _platform_folder()  # noqa: PTH100 (also of a relative path, at once)
    if folder is None:
        return None
    trusted, trouble = _judge(folder)
    if trouble and (stated or not trusted):
        _refused[folder] = trouble
    return None if trouble else folder


def notes() -> Iterator[str]:
    """A line for each folder that was refused since the last call, for the faces to show."""
    while _refused:
        folder, trouble = _refused.popitem()
        yield f"the cache folder {folder} is not used: {trouble}"


def _platform_folder() -> Path | None:
    """The place for it in the user's home; None without one, since `~` in the working directory is nobody's cache."""
    if sys.platform not in ("win32", "darwin") and Path(base := os.environ.get("XDG_CACHE_HOME", "")).is_absolute():
        return Path(base, "corpuslint")  # a relative one is to be ignored, as its specification says
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 (Path.home() raises where there is no home)
    if not home.is_absolute() or not home.is_dir() or os.environ.get("HOME") == "":
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local", "corpuslint", "Cache")
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "corpuslint"
    return home / ".cache" / "corpuslint"


@lru_cache(maxsize=64)
def _judge(folder: Path) -> tuple[bool, str]:
    """Whether nobody but the user (and root) can write there, and why the folder is not used ('' where it is)."""
    try:
        trouble = _distrust(folder)
        if not trouble:
            _make(folder)
            trouble = _distrust(folder)
    except OSError as error:
        return True, error.strerror or str(error)
    return not trouble, trouble


def _distrust(folder: Path) -> str:
    """Why the folder is none that only its user writes in; ''. Raises OSError."""
    if not hasattr(os, "geteuid"):
        return ""  # Windows: the folders of a user's profile are the user's
    user = os.geteuid()
    above = Path(os.path.realpath(folder.parent))
    for parent in (above, *above.parents):
        with suppress(FileNotFoundError):
            state = parent.stat()
            if not stat.S_ISDIR(state.st_mode):
                return f"{parent} is no folder"
            if state.st_mode & stat.S_IWOTH and not state.st_mode & stat.S_ISVTX:
                return f"everybody can write in {parent}"
            if user == 0 and state.st_uid != 0:  # sudo with the home of somebody, who must not find files of root there
                return f"{parent} belongs to another user than root"
    with suppress(FileNotFoundError):
        state = folder.lstat()
        if stat.S_ISLNK(state.st_mode):
            return "it is a link"
        if not stat.S_ISDIR(state.st_mode):
            return "it is no folder"
        if state.st_uid != user:
            return "it belongs to another user"
        if state.st_mode & _OTHERS:
            return f"others can write in it (mode {stat.S_IMODE(state.st_mode):04o}; remove it, for what they wrote may be in it)"
    return ""


def _make(folder: Path) -> None:
    """The folder and those above it that are missing, for the user alone. Raises OSError."""
    if not folder.is_dir():
        if not folder.parent.is_dir():
            _make(folder.parent)
        folder.mkdir(_FOLDER, exist_ok=True)


def open_kept(path: Path, flags: int = os.O_RDONLY) -> int:
    """The descriptor of a file of the cache; raises OSError where it is none that only the user writes."""
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(path, flags, _FILE)
    try:
        state = os.fstat(handle)
        ours = not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & _OTHERS)
        if not stat.S_ISREG(state.st_mode) or not ours:
            raise PermissionError(f"{path}: not a file that only its user writes")
    except OSError:
        os.close(handle)
        raise
    return handle


def keep(path: Path, data: bytes) -> None:
    """Write a file of the cache, whose folder need not be there any more. Raises OSError."""
    from corpuslint.outputs.atomic import write_atomic

    _make(path.parent)
    path.unlink(missing_ok=True)  # damaged or not ours: nothing of it is worth keeping
    write_atomic(path, data, mode=_FILE)


def prepare(path: Path) -> None:
    """Make the empty file that a database will be, for the user alone; its journals take its mode. Raises OSError."""
    _make(path.parent)
    _drop_foreign(path)
    handle = open_kept(path, os.O_RDWR | os.O_CREAT)
    try:
        if hasattr(os, "fchmod") and os.fstat(handle).st_mode & 0o077:
            os.fchmod(handle, _FILE)
    finally:
        os.close(handle)


def _drop_foreign(path: Path) -> None:
    """Remove what stands in the place of a file of ours: a link, a file that others write."""
    try:
        os.close(open_kept(path))
    except OSError:
        path.unlink(missing_ok=True)
