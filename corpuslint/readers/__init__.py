"""Readers: a file in, documents and failures out. Nothing that a file holds raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from corpuslint.document import Document
from corpuslint.finding import Failure
from corpuslint.inputs.files import open_regular
from corpuslint.lazy import lazy
from corpuslint.readers.record import Keys, Record, RecordFile, first_failures
from corpuslint.readers.text import read_text, why

__all__ = ["READERS", "Keys", "is_records", "read_records", "read_text"]

Reader = Callable[[BinaryIO, RecordFile], Iterator[Record]]

MAX_EXPANSION = 200
"""Text shrinks three- to tenfold; gzip can do 1,032, Zstandard far more."""
READERS: Mapping[str, Reader] = {
    ".jsonl": lazy("corpuslint.readers.jsonl:read"),
    ".jsonl.gz": lazy("corpuslint.readers.jsonl:read_gzip"),
    ".jsonl.zst": lazy("corpuslint.readers.jsonl:read_zstd"),
    ".ndjson": lazy("corpuslint.readers.jsonl:read"),
    ".ndjson.gz": lazy("corpuslint.readers.jsonl:read_gzip"),
    ".ndjson.zst": lazy("corpuslint.readers.jsonl:read_zstd"),
    ".parquet": lazy("corpuslint.readers.parquet:read"),
}
"""The reader of each kind of file that holds many documents, by the end of its lower-cased name."""


_SUFFIXES = tuple(READERS)


def is_records(name: str) -> bool:
    """Whether a path or file name is that of a file with many documents; the file need not exist."""
    return name.lower().endswith(_SUFFIXES)


def read_records(
    path: Path, name: str, keys: Keys, limit: int, progress: Callable[[int], None] | None = None, *,
    expansion: int = MAX_EXPANSION,
) -> Iterator[Document | Failure]:
    """The documents of a file for which `is_records` holds, in order, streamed.

    `name` is the path that is printed, `limit` the most bytes that one record may have, `expansion` how many times
    its size an archive may hold; `progress` is called with the bytes of the file read so far. A malformed record is a failure with its line (or row) and keeps
    no other from coming out.
    """
    reader = next(reader for suffix, reader in READERS.items() if path.name.lower().endswith(suffix))
    source = RecordFile(name, keys, limit, expansion, progress)
    try:
        with open_regular(path) as file:
            yield from first_failures(reader(file, source), source)
    except OSError as error:
        yield source.failure(why(error, path))
