"""Files at the border: read without blocking on what is no file, write whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 16
_UTF8_NAMES = os.name == "nt" or sys.getfilesystemencoding() == "utf-8"


class NotRegular(OSError):  # noqa: N818 (named for what the path is)
    """A directory, device, FIFO or socket stands where a file is wanted."""


class TooLarge(OSError):  # noqa: N818 (the same)
    """The file has more bytes than the limit."""


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading; links are followed, and a FIFO is refused instead of waited for.

    Raises NotRegular, or another OSError where it cannot be opened.
    """
    return os.fdopen(_open(path)[0], "rb")


def _open(path: Path) -> tuple[int, int]:
    """The descriptor of a regular file, and its size."""
    want_regular(os.stat(path).st_mode, path)  # noqa: PTH116 (half the time); before the open, which some devices feel
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        state = os.fstat(handle)
        want_regular(state.st_mode, path)  # again: the path may name another file by now
    except OSError:
        os.close(handle)
        raise
    return handle, state.st_size


def absolute(path: Path) -> Path:
    """The path from the root, without `..`, and with its links as they are (`Path.resolve` follows them)."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (see above)


def text_of(name: str) -> str:
    """The name of a file as people write it: its bytes are UTF-8, whatever the locale takes them for."""
    return name if _UTF8_NAMES or name.isascii() else os.fsencode(name).decode("utf-8", "surrogateescape")


def name_of(text: str) -> str:
    """What the system calls the file that people write so; the opposite of `text_of`."""
    return text if _UTF8_NAMES or text.isascii() else os.fsdecode(text.encode("utf-8", "surrogateescape"))


def read_regular(path: Path, limit: int) -> bytes:
    """All bytes of a regular file of at most `limit` bytes.

    Raises as `open_regular`, and TooLarge. Never holds more than `limit` + 1 bytes, also of a file that
    grows meanwhile.
    """
    handle, size = _open(path)
    try:
        data = b"" if size > limit else _read(handle, size, limit)
    finally:
        os.close(handle)
    if max(len(data), size) > limit:
        raise TooLarge(f"{path}: {max(len(data), size)} bytes, more than the limit of {limit}")
    return data


def _read(handle: int, size: int, limit: int) -> bytes:
    """What is there, up to one byte more than the limit; not asked for at once, which would set so much aside for each file."""
    data = os.read(handle, size + 1)
    while len(data) <= limit and (more := os.read(handle, min(limit + 1 - len(data), _CHUNK))):
        data += more
    return data


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one process at a time read, change and write the file; waits for the others.

    The lock is on the folder, so that no lock file is left behind, and ends with the process. Where the
    system has no such lock (Windows, some network shares) the block runs without.
    """
    try:
        import fcntl

        handle = os.open(Path(os.path.realpath(path)).parent, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def want_regular(mode: int, path: Path) -> None:
    """Raises NotRegular, which says what stands there instead."""
    if not stat.S_ISREG(mode):
        names = {stat.S_IFDIR: "a directory", stat.S_IFIFO: "a FIFO", stat.S_IFSOCK: "a socket"}
        raise NotRegular(f"{path}: {names.get(stat.S_IFMT(mode), 'a device')}, not a regular file")
