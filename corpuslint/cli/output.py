"""What the command writes, and how: colour, encodings, files, errors. Every text passes the sanitiser."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from corpuslint.sanitize import line, visible


def want_colour(choice: str, stream: TextIO) -> bool:
    """`--color`, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then whether a terminal reads (no-color.org)."""
    if choice != "auto":
        return choice == "always"
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def write(lines: Iterable[str], path: Path | None = None, *, utf8: bool = False) -> None:
    """Print the lines, or write them whole to the file. `utf8`: whatever the locale (JSON is UTF-8).

    Raises OSError where the result cannot be written, BrokenPipeError where nobody reads it.
    """
    if path is not None:
        from corpuslint.files import write_atomic

        write_atomic(path, "".join(f"{text}\n" for text in lines).encode("utf-8", "backslashreplace"))
        return
    encoding = "utf-8" if utf8 else sys.stdout.encoding or "utf-8"
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    for text in lines:
        if buffer is None:
            sys.stdout.write(f"{text}\n")
        else:
            buffer.write(f"{text}\n".encode(encoding, "backslashreplace"))


def note(text: str) -> None:
    """A line on standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"{line(text)}\n".encode(encoding, "backslashreplace").decode(encoding))


def fail(message: str, code: int, *, before: str = "") -> int:
    """Say on standard error what is wrong, in one line; the exit code."""
    try:
        sys.stderr.write(before)
        note(f"error: {visible(message)}")
    except OSError:  # standard error is closed: the exit code is all that is left
        pass
    return code


def flush() -> None:
    """Write what is buffered now, so that a full disk is an error and not a lost line."""
    sys.stdout.flush()


def os_reason(error: OSError) -> str:
    """`name: what went wrong`, without the path of this machine in it."""
    if error.filename:
        return f"{Path(os.fsdecode(error.filename)).name}: {error.strerror}"
    return error.strerror or str(error).rpartition(os.sep)[2]
