"""What all readers of records share: the keys of a record, and the document that it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from corpuslint.document import Document
from corpuslint.finding import Failure

MAX_FAILURES = 1000
"""Malformed records of one file that are named; what is over is counted, so that memory stays bounded."""


class Keys(NamedTuple):
    """The names of a record's fields."""

    id: str = "id"
    text: str = "text"
    meta: str = "meta"


class Source(NamedTuple):
    """What a reader is told beside the open file.

    `name` is the path that is printed, `limit` the most bytes that one record may have, and `progress` is
    called with the bytes of the file (compressed, where it is) that have been read so far.
    """

    name: str
    keys: Keys
    limit: int
    progress: Callable[[int], None] | None = None

    def failure(self, message: str, line: int | None = None) -> Failure:
        return Failure(self.name, message, line=line)


class Number(str):
    """A number of a JSON text, kept as it is written: no rounding, no limit of digits, and no mistaking it for text."""

    __slots__ = ()


def to_document(fields: object, line: int, source: Source) -> Document | Failure:
    """The document of one record; `line` (from 1) names a record without an id.

    Of the metadata only strings, numbers and dates are kept; metadata that is no object counts as none.
    """
    if not isinstance(fields, dict):
        return source.failure("the record is no object", line)
    text = fields.get(source.keys.text)
    if text is None:
        return source.failure(f"the record has no '{source.keys.text}'", line)
    if not isinstance(text, str) or isinstance(text, Number):
        return source.failure(f"'{source.keys.text}' is no string", line)
    given = fields.get(source.keys.id)
    record = str(line) if given is None else _plain(given)
    if record is None:
        return source.failure(f"'{source.keys.id}' is neither a string nor a number", line)
    return Document.from_text(
        text, id=record, path=source.name, record=record, metadata=_metadata(fields.get(source.keys.meta))
    )


def _metadata(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        return {}
    return {str(key): plain for key, item in value.items() if (plain := _plain(item)) is not None}


def _plain(value: object) -> str | None:
    """A string, number or date as a string; None for anything else."""
    if isinstance(value, str):
        return str(value)  # a Number becomes an ordinary string
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return str(value.isoformat()) if hasattr(value, "isoformat") else None


def capped(records: Iterator[Document | Failure], source: Source) -> Iterator[Document | Failure]:
    """All documents, and the first failures; the last item counts the failures left out."""
    failures = 0
    for record in records:
        failures += isinstance(record, Failure)
        if failures <= MAX_FAILURES or isinstance(record, Document):
            yield record
    if failures > MAX_FAILURES:
        yield source.failure(f"{failures - MAX_FAILURES} more failures in this file")
