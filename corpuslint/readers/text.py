"""One file, one document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from corpuslint.document import Document
from corpuslint.finding import Failure, Passed
from corpuslint.inputs.files import TooLarge, open_regular, read_regular
from corpuslint.text.decoding import decode

_HEAD = 8192
"""Bytes in which a binary file has a NUL; git looks at as many."""
_FORMATS = {b"\x1f\x8b": "archive", b"PK\x03\x04": "archive", b"\x28\xb5\x2f\xfd": "archive", b"\xfd7zXZ": "archive", b"%PDF-": "binary"}
"""How files begin that may have no NUL in their head."""


def read_text(
    path: Path, name: str, metadata: Mapping[str, str], limit: int, *, by_hand: bool = True
) -> Document | Failure | Passed:
    """The document in a file of at most `limit` bytes; `name` is the path that is printed.

    A larger one is a failure, but for a binary file that nobody named.
    """
    try:
        data = read_regular(path, limit)
    except TooLarge as error:
        return (None if by_hand else passed(_head(path), name)) or Failure(name, why(error, path))
    except OSError as error:
        return Failure(name, why(error, path))
    return passed(data, name) or Document.from_bytes(data, path=name, metadata=metadata)


def passed(data: bytes, name: str) -> Passed | None:
    """Why a file that begins so is no text: a NUL early on that no UTF-16 or UTF-32 explains, or the mark of a format."""
    head = data[:_HEAD]
    found = next((kind for mark, kind in _FORMATS.items() if head.startswith(mark)), None)
    if found is None and b"\0" in head and decode(head).encoding.startswith("utf-8"):
        found = "binary"
    return Passed(name, found) if found else None


def _head(path: Path) -> bytes:
    try:
        with open_regular(path) as file:
            return file.read(_HEAD)
    except OSError:
        return b""


def why(error: OSError, path: Path) -> str:
    """The reason without the path, which may be absolute and stands beside it anyway; of a limit, the key that sets it."""
    reason = error.strerror or str(error).removeprefix(f"{path}: ")
    return f"{reason} (max-file-size)" if isinstance(error, TooLarge) else reason
