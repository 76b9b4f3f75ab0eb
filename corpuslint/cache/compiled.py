"""What is derived from data files, which change more seldom than they are read: kept in the user's folder for caches."""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from corpuslint.cache.folder import cache_folder, keep, open_kept
from corpuslint.version import __version__

MALFORMED = (AttributeError, LookupError, TypeError, ValueError, RecursionError)
"""What a value of another shape than the expected one raises where it is read."""
_KEPT = 8
"""Files of one name that are kept: those of other versions and checkouts."""
_SETTLED = 2_000_000_000
"""Nanoseconds after which each later change of a file has another time: no clock of a file system is coarser."""
_CHUNK = 1 << 20

Shape = Any
"""How a JSON value is built: `str`; `[str]`, a list of any length; `(str, int)`, a list of two; `{str: int}`."""


def compiled(name: str, sources: Iterable[str | Path], make: Callable[[], Any], shape: Shape) -> Any:
    """The JSON value that `make` derives from the sources, from the cache as long as no source changed.

    The module of `make` is one of the sources. A damaged file, one with a value of another shape, and a folder that
    cannot be used are as if there were no cache.
    """
    folder = cache_folder()
    if folder is None:
        return make()
    key = _key([sys.modules[make.__module__].__file__ or "", *sources])
    path = folder / f"{name}-{key:08x}.json"
    with suppress(OSError, *MALFORMED):
        checksum, _, data = _read(path).partition(b"\n")
        if checksum == _checksum(path.name, data) and has_shape(value := json.loads(data), shape):
            return value
    value = make()
    with suppress(OSError):
        data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        keep(path, b"\n".join((_checksum(path.name, data), data)))
        for old in sorted(folder.glob(f"{name}-????????.json"), key=os.path.getmtime)[:-_KEPT]:
            old.unlink()
    return value


def has_shape(value: Any, shape: Shape) -> bool:
    """Whether a JSON value is built so."""
    if isinstance(shape, type):
        return type(value) is shape
    if isinstance(shape, tuple):
        return type(value) is list and len(value) == len(shape) and all(map(has_shape, value, shape))
    if isinstance(shape, list):
        return type(value) is list and _all(value, shape[0])
    ((_, inner),) = shape.items()  # the keys of JSON are texts
    return type(value) is dict and _all(value.values(), inner)


def _all(values: Iterable[Any], shape: Shape) -> bool:
    if isinstance(shape, type):  # of the tens of thousands of entries of a word list, at the speed of C
        return set(map(type, values)) <= {shape}
    return all(has_shape(value, shape) for value in values)


def _read(path: Path) -> bytes:
    with os.fdopen(open_kept(path), "rb") as file:
        return file.read()


def _key(sources: Iterable[str | Path]) -> int:
    """Of what tells one state of a file from another without reading it.

    The time of the last change of size, content or place cannot be set, as that of the content can (`cp -p`,
    `rsync -t`, `touch -r`). Where it is too recent to tell two changes apart, the content is read.
    """
    settled = time.time_ns() - _SETTLED
    facts: list[object] = [__version__, sys.version_info[:2]]
    for source in sources:
        facts.append(str(source))
        with suppress(OSError):
            state = os.stat(source)  # noqa: PTH116 (half the time of Path.stat, for hundreds of files)
            facts += (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
            if state.st_ctime_ns > settled or sys.platform == "win32":  # where it is the time of creation
                facts.append(_content(source))
    return zlib.crc32(repr(facts).encode("utf-8", "surrogatepass"))


def _content(path: str | Path) -> int:
    checksum = 0
    with open(path, "rb") as file:  # noqa: PTH123 (a name as it is)
        for chunk in _chunks(file.read):
            checksum = zlib.crc32(chunk, checksum)
    return checksum


def _chunks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(_CHUNK):
        yield chunk


def _checksum(name: str, data: bytes) -> bytes:
    """Of the name too, so that no file is taken for another."""
    return b"%08x" % zlib.crc32(data, zlib.crc32(name.encode()))
