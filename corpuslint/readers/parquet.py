"""Parquet: one record a row, read in small batches of the three columns that matter."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, BinaryIO

from corpuslint.readers.record import Bomb, Meter, Record, RecordFile, text_key, to_document

_ROW = 12
"""Bytes that a row has in any case: as a line of JSON, `{"text":""}`."""
_BATCH = 8
"""Rows held at a time: as fast as more, and documents at the limit (a dictionary makes many of one) fit into memory."""


def read(file: BinaryIO, source: RecordFile) -> Iterator[Record]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield source.failure("Parquet needs an extra: pip install 'pytest-corpuslint[parquet]'")
        return
    row = 0
    try:
        # Neither read ahead nor threads: the first holds whole row groups, the second outlive a fork badly.
        table = pq.ParquetFile(file, pre_buffer=False, buffer_size=1 << 16)
        columns = [key for key in source.keys if key in table.schema_arrow.names]
        if source.keys.text not in columns:
            strings = dict.fromkeys((field.name for field in table.schema_arrow if _is_string(pa, field.type)), "")
            yield source.failure(f"the table has no column '{source.keys.text}': {text_key(strings, source.keys)}")
            return
        size, rows = os.fstat(file.fileno()).st_size, table.metadata.num_rows
        meter = Meter(source.expansion, lambda: size)
        Meter(source.expansion, lambda: size).add(_ROW * rows)
        for batch in table.iter_batches(_BATCH, columns=columns, use_threads=False):
            for fields in _rows(batch):
                meter.add(_size(fields))
                row += 1
                yield _record(fields, row, source)
            if source.progress:
                source.progress(size * row // rows)
    except (Bomb, pa.ArrowException, OSError, ValueError) as error:
        yield source.failure(f"the table is damaged: {error}", row + 1)


def _size(fields: dict[str, object] | str) -> int:
    """Code points of a row's strings: no more than its bytes."""
    values = fields.values() if isinstance(fields, dict) else ()
    return sum(len(value) for value in values if isinstance(value, str))


def _is_string(pa: Any, kind: Any) -> bool:
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _rows(batch: Any) -> Iterator[dict[str, object] | str]:
    """The batch's rows as dictionaries; what is wrong with it in place of a row that does not decode."""
    try:
        yield from batch.to_pylist()
    except UnicodeDecodeError:  # one bad string would take the others of its batch with it
        for at in range(batch.num_rows):
            try:
                yield batch.slice(at, 1).to_pylist()[0]
            except UnicodeDecodeError:
                yield "the record is not UTF-8"


def _record(fields: dict[str, object] | str, row: int, source: RecordFile) -> Record:
    if isinstance(fields, str):
        return source.failure(fields, row)
    text = fields.get(source.keys.text)
    # A code point is at least one byte, so that most texts need no encoding to be measured.
    if isinstance(text, str) and 4 * len(text) > source.limit < len(text.encode("utf-8")):
        return source.failure(f"'{source.keys.text}' has more than {source.limit} bytes (max-file-size)", row)
    return to_document(fields, row, source)
