"""JSON Lines, plain or compressed: one record a line, streamed in constant memory."""

from __future__ import annotations

import codecs
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import BinaryIO, Protocol

from corpuslint.readers.record import Bomb, Meter, Number, Record, RecordFile, to_document

_CHUNK = 1 << 16
_MEASURED = 1 << 24
"""Bytes of an archive up to which it is unpacked once before it is read, in a hundredth of the time that its check takes."""

_DECODER = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number)


def read(file: BinaryIO, source: RecordFile) -> Iterator[Record]:
    return _records(file, file, source, ())


def read_gzip(file: BinaryIO, source: RecordFile) -> Iterator[Record]:
    import gzip
    import zlib

    damage = (EOFError, gzip.BadGzipFile, zlib.error)
    yield from _unpacked(lambda: gzip.GzipFile(fileobj=file), file, source, damage)


def read_zstd(file: BinaryIO, source: RecordFile) -> Iterator[Record]:
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError:
        yield source.failure("Zstandard needs an extra: pip install 'pytest-corpuslint[zstd]'")
        return
    yield from _unpacked(lambda: zstd.ZstdFile(file), file, source, (EOFError, zstd.ZstdError))


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


def _unpacked(
    unpack: Callable[[], AbstractContextManager[_Stream]], file: BinaryIO, source: RecordFile, damage: tuple[type[Exception], ...]
) -> Iterator[Record]:
    """The records of an archive; a small one that is a bomb gives none, as its records would be checked for minutes first."""
    if os.fstat(file.fileno()).st_size <= _MEASURED:
        try:
            with unpack() as stream:
                _measure(stream, Meter(source.expansion, file.tell))
        except Bomb as error:
            yield source.failure(f"the archive is damaged: {error}")
            return
        except damage:
            pass  # told where it begins, behind the records before it
        file.seek(0)
    with unpack() as stream:
        yield from _records(stream, file, source, (Bomb, *damage))


def _measure(stream: _Stream, meter: Meter) -> None:
    while chunk := stream.read(_CHUNK):
        meter.add(len(chunk))


def _records(
    stream: _Stream, file: BinaryIO, source: RecordFile, damage: tuple[type[Exception], ...]
) -> Iterator[Record]:
    """`stream` gives the lines, `file` the position in what is on disk; `damage` is what broken compression raises."""
    number, meter = 0, Meter(source.expansion, file.tell)
    try:
        for number, line in enumerate(_lines(stream, source.limit, meter), 1):
            if number == 1:
                if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                    yield source.failure("the file is UTF-16; JSON Lines are UTF-8", 1)
                    return
                line = line.removeprefix(codecs.BOM_UTF8)
            if len(line) > source.limit and not line.endswith(b"\n"):
                yield source.failure(f"the line has more than {source.limit} bytes (max-file-size)", number)
            elif line.strip():
                yield _record(line, number, source)
            if source.progress:
                source.progress(file.tell())
    except damage as error:
        yield source.failure(f"the archive is damaged: {error}", number + 1)


def _lines(stream: _Stream, limit: int, meter: Meter) -> Iterator[bytes]:
    """Lines with their ends; one of more than `limit` bytes is given as its first `limit` + 1 bytes only."""
    while line := stream.readline(limit + 1):
        meter.add(len(line))
        yield line
        while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
            meter.add(len(line))


def _record(line: bytes, number: int, source: RecordFile) -> Record:
    try:
        fields = _DECODER.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return source.failure(f"the line is not UTF-8 at byte {error.start + 1}", number)
    except json.JSONDecodeError as error:
        return source.failure(f"the line is not JSON: {error.msg} at column {error.colno}", number)
    except RecursionError:
        return source.failure("the line is nested too deeply", number)
    return to_document(fields, number, source)
