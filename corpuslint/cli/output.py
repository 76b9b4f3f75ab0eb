"""What the command writes, and how: colour, encodings, files, errors. Every text passes the sanitiser."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from corpuslint.outputs.sanitize import line, visible

_MAX_ERROR = 800
"""Code points of an error that a person reads; the longest of our own, an unknown rule with the names of all, has half."""
_COLUMNS = 100


def want_colour(choice: str, stream: TextIO | None) -> bool:
    """`--color`, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then whether a terminal reads (no-color.org); None: closed."""
    if choice != "auto":
        return choice == "always"
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return stream is not None and stream.isatty() and environment.get("TERM") != "dumb"


def paper(path: Path | None = None) -> tuple[int, str]:
    """Columns and encoding of what the report is written on: those of the terminal or of COLUMNS.

    In files, and in pipes that tell no width, lines are as long on every machine.
    """
    if path is not None or sys.stdout is None:
        return _COLUMNS, "utf-8"
    encoding = sys.stdout.encoding or "utf-8"
    if (stated := os.environ.get("COLUMNS", "")).isdecimal() and int(stated[:6]) > 0:
        return int(stated[:6]), encoding
    try:
        return (os.get_terminal_size(sys.stdout.fileno()).columns or _COLUMNS) if sys.stdout.isatty() else _COLUMNS, encoding
    except (OSError, ValueError):
        return _COLUMNS, encoding


def write(lines: Iterable[str], path: Path | None = None, *, utf8: bool = False) -> None:
    """Print the lines, or write them to the file. `utf8`: whatever the locale (JSON is UTF-8).

    Raises OSError where the result cannot be written, BrokenPipeError where nobody reads it.
    """
    if path is not None:
        from corpuslint.outputs.outlet import put

        flush()  # the file may be standard output by another name
        put(path, "".join(f"{text}\n" for text in lines).encode("utf-8", "backslashreplace"))
        return
    out = _stdout()
    _print(lines, out, "utf-8" if utf8 else out.encoding or "utf-8")


def tell(lines: Iterable[str]) -> None:
    """Print the lines on standard error, where standard output is a document's own."""
    _print(lines, sys.stderr, sys.stderr.encoding or "utf-8")


def write_bytes(data: bytes) -> None:
    """The bytes as they are, to standard output."""
    out = _stdout()
    out.flush()
    out.buffer.write(data)


def _stdout() -> TextIO:
    """Raises OSError where a shell has closed it."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    return sys.stdout


def _print(lines: Iterable[str], stream: TextIO, encoding: str) -> None:
    stream.flush()
    buffer = getattr(stream, "buffer", None)
    for text in lines:
        if buffer is None:
            stream.write(f"{text}\n")
        else:
            buffer.write(f"{text}\n".encode(encoding, "backslashreplace"))
    if stream is sys.stderr and buffer is not None:
        buffer.flush()


def note(text: str) -> None:
    """A line on standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"{line(text)}\n".encode(encoding, "backslashreplace").decode(encoding))


def fail(message: str, code: int, *, before: str = "") -> int:
    """Say on standard error what is wrong, in one line; the exit code."""
    try:
        sys.stderr.write(before)
        note(f"error: {visible(_short(message))}")
    except OSError:  # standard error is closed: the exit code is all that is left
        pass
    return code


def _short(message: str) -> str:
    """The message without its middle where something long was named in it: what is wrong stands at both ends."""
    return message if len(message) <= _MAX_ERROR else f"{message[: _MAX_ERROR // 2]} … {message[-_MAX_ERROR // 2 :]}"


def flush() -> None:
    """Write what is buffered now, so that a full disk is an error and not a lost line."""
    if sys.stdout is not None:
        sys.stdout.flush()


def os_reason(error: OSError) -> str:
    """`name: what went wrong`, without the path of this machine in it."""
    if error.filename:
        return f"{Path(os.fsdecode(error.filename)).name}: {error.strerror}"
    return error.strerror or str(error).rpartition(os.sep)[2]
