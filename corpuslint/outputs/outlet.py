"""Where a person sends a report with `-o`: a file is replaced whole; a pipe, a terminal or a device gets the bytes."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

from corpuslint.lazy import regex

_DESCRIPTOR = regex(r"(?:/dev/fd|/proc/(?:self|thread-self)/fd)/([0-9]+)")
_STANDARD = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_READER_WAIT = 10
"""Seconds to wait for somebody to read a FIFO: two commands that a shell starts together, not for ever."""
_PAUSE = 0.05


def put(path: Path, data: bytes) -> None:
    """Write the bytes to what the path names. Raises OSError, which names the path."""
    try:
        handle = _open(path)
        if handle is None:
            from corpuslint.outputs.atomic import write_atomic

            write_atomic(path, data)
            return
        with os.fdopen(handle, "wb", buffering=0) as file:
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) or 0 :]
    except OSError as error:
        if error.filename is None and error.strerror:
            error.filename = str(path)
        raise


def _open(path: Path) -> int | None:
    """A descriptor to write to; None where a file is, or can come to be."""
    name = os.path.abspath(path)  # noqa: PTH100 (`resolve` follows the link that /dev/stdout is)
    if name in _STANDARD:
        return os.dup(_STANDARD[name])
    if number := _DESCRIPTOR.fullmatch(name):
        return os.dup(int(number[1]))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return _open_fifo(path) if stat.S_ISFIFO(mode) else os.open(path, os.O_WRONLY)


def _open_fifo(path: Path) -> int:
    until = time.monotonic() + _READER_WAIT
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() > until:
                raise OSError(errno.ENXIO, "nobody reads this FIFO", str(path)) from None
            time.sleep(_PAUSE)
        else:
            os.set_blocking(handle, True)
            return handle
