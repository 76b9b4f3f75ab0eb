"""Files at the border: read without blocking on what is no file, write whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 16
_STALE = 3600
"""Seconds after which a temporary file belongs to a writer that was killed."""
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
    _want_regular(os.stat(path).st_mode, path)  # noqa: PTH116 (half the time); before the open, which some devices feel
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        state = os.fstat(handle)
        _want_regular(state.st_mode, path)  # again: the path may name another file by now
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


def write_atomic(path: Path, data: bytes, *, within: Path | None = None) -> None:
    """Put `data` at the path so that a reader, or a crash at any step, sees the old file or the new one.

    A link is followed, but not out of the folder `within` where one is given, and stays a link; the mode of an
    existing file is kept, and a file that is not writable is refused although its folder would allow the
    exchange. A hard link is parted from its twins. Raises NotRegular where a directory or device stands,
    OSError where writing fails.
    """
    target = Path(os.path.realpath(path))
    if within is not None and not target.is_relative_to(os.path.realpath(within)):
        raise PermissionError(f"{path}: a link out of its repository")
    mode = _mode_to_keep(target)
    prefix = f".corpuslint-{zlib.crc32(os.fsencode(target.name)):08x}-"
    _drop_stale(target.parent, prefix)
    temporary = target.parent / f"{prefix}{os.urandom(6).hex()}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            if mode is not None:
                temporary.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


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


def _want_regular(mode: int, path: Path) -> None:
    if not stat.S_ISREG(mode):
        names = {stat.S_IFDIR: "a directory", stat.S_IFIFO: "a FIFO", stat.S_IFSOCK: "a socket"}
        raise NotRegular(f"{path}: {names.get(stat.S_IFMT(mode), 'a device')}, not a regular file")


def _mode_to_keep(target: Path) -> int | None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    _want_regular(mode, target)
    if not os.access(target, os.W_OK):
        raise PermissionError(f"{target}: not writable")
    return stat.S_IMODE(mode)


def _drop_stale(folder: Path, prefix: str) -> None:
    """Remove what a killed writer of the same file left."""
    with suppress(OSError):
        for left in folder.glob(f"{prefix}*.tmp"):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folder; the exchange itself has happened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
