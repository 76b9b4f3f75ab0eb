"""What all readers of records share: the keys of a record, and the document that it becomes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from corpuslint.document import Document
from corpuslint.finding import Failure

MAX_FAILURES = 1000
"""Malformed records of one file that are named; what is over is counted, so that memory stays bounded."""

_HARMLESS = 1 << 20
"""Bytes that an archive may hold in any case: a few equal records compress a thousandfold."""
_SHOWN_LINES = 5
"""Of the misfits of one kind: enough to look at."""
_MAX_KEY = 60
"""Letters of a key that are shown: a longer one is no name."""
_USUAL = ("text", "content", "raw_content", "body", "raw_text", "full_text", "document", "passage", "article", "page_content", "contents", "sentence", "abstract")
"""What the field of the text is called elsewhere, the likeliest first."""


class Keys(NamedTuple):
    """The names of a record's fields."""

    id: str = "id"
    text: str = "text"
    meta: str = "meta"


class RecordFile(NamedTuple):
    """What a reader is told beside the open file.

    `name` is the path that is printed, `limit` the most bytes that one record may have, `expansion` how many times
    its size on disk an archive may hold, and `progress` is called with the bytes of the file (compressed, where it
    is) that have been read so far.
    """

    name: str
    keys: Keys
    limit: int
    expansion: int
    progress: Callable[[int], None] | None = None

    def failure(self, message: str, line: int | None = None) -> Failure:
        return Failure(self.name, message, line=line)


class Bomb(Exception):  # noqa: N818 (named for what the archive is)
    """The archive was made to keep its reader busy."""


class Meter:
    """Refuses an archive that holds very much more than it takes on disk, whether in documents or between them.

    `taken` tells the bytes on disk that have been read.
    """

    def __init__(self, expansion: int, taken: Callable[[], int]) -> None:
        self._expansion, self._taken = expansion, taken
        self._total = 0

    def add(self, size: int) -> None:
        """Count bytes that came out. Raises Bomb."""
        self._total += size
        if self._total > _HARMLESS and self._total > self._expansion * self._taken():
            raise Bomb(f"it expands more than {self._expansion}-fold (max-expansion)")


class Number(str):
    """A number of a JSON text, kept as it is written: no rounding, no limit of digits, and no mistaking it for text."""

    __slots__ = ()


class Misfit(NamedTuple):
    """A record that is well-formed and not what the keys say: in a file where one is so, all may be, so it is told once."""

    message: str
    line: int


Record = Document | Failure | Misfit


def to_document(fields: object, line: int, source: RecordFile) -> Document | Misfit:
    """The document of one record; `line` (from 1) names a record without an id.

    Of the metadata only strings, numbers and dates are kept; metadata that is no object counts as none.
    """
    if not isinstance(fields, dict):
        return Misfit("the record is no object", line)
    text = fields.get(source.keys.text)
    if text is None and source.keys.text in fields:
        return Misfit(f"the record has no '{source.keys.text}': it is null", line)
    if text is None:
        return Misfit(f"the record has no '{source.keys.text}': {text_key(fields, source.keys)}", line)
    if not _is_text(text):
        return Misfit(f"'{source.keys.text}' is no string: {text_key(fields, source.keys)}", line)
    given = fields.get(source.keys.id)
    record = str(line) if given is None else _plain(given)
    if record is None:
        return Misfit(f"'{source.keys.id}' is neither a string nor a number: [jsonl] id names the key of the id", line)
    return Document.from_text(
        text, id=record, path=source.name, record=record, metadata=_metadata(fields.get(source.keys.meta)),
        number=line,
    )


def text_key(fields: Mapping[Any, object], keys: Keys) -> str:
    """How to say where the text is: the setting, and the field that probably holds it."""
    held = [str(name) for name, value in fields.items() if _is_text(value) and name not in keys and len(str(name)) <= _MAX_KEY]
    likely = _likely(held)
    if likely is None:
        return "[jsonl] text names the key of the text"
    return f"is it '{likely}'? Then set [jsonl] text = {json.dumps(likely, ensure_ascii=False)}"


def _likely(names: Sequence[str]) -> str | None:
    """The name that says most surely that it is that of the text: a usual one, else one with such a word in it."""
    usual = {name.lower().replace("-", "_"): name for name in reversed(names)}
    with_word = (name for name in names if any(word in name.lower() for word in _USUAL))
    return next((usual[name] for name in _USUAL if name in usual), None) or next(with_word, None)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Number)


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


def first_failures(records: Iterator[Record], source: RecordFile) -> Iterator[Document | Failure]:
    """All documents, and the first failures; misfits of one kind are one failure, and the last item counts what is left out."""
    failures = 0
    misfits: dict[str, _Misfits] = {}
    for record in records:
        if isinstance(record, Document):
            yield record
        elif isinstance(record, Misfit) and (record.message in misfits or len(misfits) < MAX_FAILURES):
            misfits.setdefault(record.message, _Misfits()).add(record.line)
        else:
            failures += 1
            if failures <= MAX_FAILURES:
                yield record if isinstance(record, Failure) else source.failure(record.message, record.line)
    for message, found in misfits.items():
        yield source.failure(f"{message}{found}", found.lines[0])
    if failures > MAX_FAILURES:
        yield source.failure(f"{failures - MAX_FAILURES} more failures in this file")


class _Misfits:
    """How many there are, and where the first ones stand."""

    def __init__(self) -> None:
        self.count = 0
        self.lines: list[int] = []

    def add(self, line: int) -> None:
        self.count += 1
        if self.count <= _SHOWN_LINES:
            self.lines.append(line)

    def __str__(self) -> str:
        if self.count == 1:
            return ""
        places = ", ".join(map(str, self.lines))
        return f" ({self.count:,} records: {places}{' …' if self.count > len(self.lines) else ''})"
