"""What is derived from data files, which change more seldom than they are read: kept in the user's folder for caches."""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from corpuslint import __version__
from corpuslint.files import write_atomic

_KEPT = 8
"""Files of one name that are kept: those of other versions and checkouts."""


def compiled(name: str, sources: Iterable[str | Path], make: Callable[[], Any]) -> Any:
    """The JSON value that `make` derives from the sources, from the cache as long as no source changed.

    A source has changed when its path, size or time has, as for the compiled files of Python itself; the module of
    `make` is one of them. A damaged file and a folder that cannot be written are as if there were no cache.
    """
    key = _key([sys.modules[make.__module__].__file__ or "", *sources])
    path = cache_folder() / f"{name}-{key:08x}.json"
    with suppress(OSError, ValueError):
        checksum, _, data = path.read_bytes().partition(b"\n")
        if checksum == _checksum(data):
            return json.loads(data)
    value = make()
    with suppress(OSError):
        data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        keep(path, b"\n".join((_checksum(data), data)))
        for old in sorted(path.parent.glob(f"{name}-????????.json"), key=os.path.getmtime)[:-_KEPT]:
            old.unlink()
    return value


def _key(sources: Iterable[str | Path]) -> int:
    facts: list[object] = [__version__]
    for source in sources:
        facts.append(str(source))
        with suppress(OSError):
            state = os.stat(source)  # noqa: PTH116 (half the time of Path.stat, for hundreds of files)
            facts += (state.st_size, state.st_mtime_ns)
    return zlib.crc32(repr(facts).encode("utf-8", "surrogatepass"))


def _checksum(data: bytes) -> bytes:
    return b"%08x" % zlib.crc32(data)


def keep(path: Path, data: bytes) -> None:
    """Write a file of the cache, whose folder need not be there yet. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, data)


def cache_folder() -> Path:
    """`CORPUSLINT_CACHE_DIR`, else `corpuslint` in the platform's folder for caches."""
    if stated := os.environ.get("CORPUSLINT_CACHE_DIR"):
        return Path(stated)
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 (Path.home() raises where there is no home)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "corpuslint" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "corpuslint"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "corpuslint"
