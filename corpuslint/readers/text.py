"""One file, one document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from corpuslint.document import Document
from corpuslint.files import read_regular
from corpuslint.finding import Failure


def read_text(path: Path, name: str, metadata: Mapping[str, str], limit: int) -> Document | Failure:
    """The document in a file of at most `limit` bytes; `name` is the path that is printed."""
    try:
        data = read_regular(path, limit)
    except OSError as error:
        return Failure(name, why(error, path))
    return Document.from_bytes(data, path=name, metadata=metadata)


def why(error: OSError, path: Path) -> str:
    """The reason without the path, which may be absolute and stands beside it anyway."""
    return error.strerror or str(error).removeprefix(f"{path}: ")
