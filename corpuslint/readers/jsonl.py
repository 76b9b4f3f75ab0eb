"""JSON Lines, plain or compressed: one record a line, streamed in constant memory."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from corpuslint.document import Document
from corpuslint.finding import Failure
from corpuslint.readers.record import Number, Source, to_document

_CHUNK = 1 << 16
_EXPANSION = 200
"""Text shrinks three- to tenfold, the dullest machine-made records some fifty-fold; gzip can do 1,032, Zstandard more."""
_EXPANSION_FLOOR = 1 << 20
"""Compressed bytes below which a high ratio harms nobody."""

_DECODER = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number)


def read(file: BinaryIO, source: Source) -> Iterator[Document | Failure]:
    return _records(file, file, source, ())


def read_gzip(file: BinaryIO, source: Source) -> Iterator[Document | Failure]:
    import gzip
    import zlib

    with gzip.GzipFile(fileobj=file) as stream:
        yield from _records(stream, file, source, (_Expands, EOFError, gzip.BadGzipFile, zlib.error))


def read_zstd(file: BinaryIO, source: Source) -> Iterator[Document | Failure]:
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError:
        yield source.failure("Zstandard needs an extra: pip install 'pytest-corpuslint[zstd]'")
        return
    with zstd.ZstdFile(file) as stream:
        yield from _records(stream, file, source, (_Expands, EOFError, zstd.ZstdError))


class _Stream(Protocol):
    def readline(self, size: int, /) -> bytes: ...


class _Expands(Exception):  # noqa: N818 (what the archive does)
    """The archive grows so much that it was made to harm."""


def _records(
    stream: _Stream, file: BinaryIO, source: Source, damage: tuple[type[Exception], ...]
) -> Iterator[Document | Failure]:
    """`stream` gives the lines, `file` the position in what is on disk; `damage` is what broken compression raises."""
    number = 0
    try:
        for number, line in enumerate(_lines(stream, file, source.limit), 1):
            if number == 1:
                if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                    yield source.failure("the file is UTF-16; JSON Lines are UTF-8", 1)
                    return
                line = line.removeprefix(codecs.BOM_UTF8)
            if len(line) > source.limit and not line.endswith(b"\n"):
                yield source.failure(f"the line has more than {source.limit} bytes", number)
            elif line.strip():
                yield _record(line, number, source)
            if source.progress:
                source.progress(file.tell())
    except damage as error:
        yield source.failure(f"the archive is damaged: {error}", number + 1)


def _lines(stream: _Stream, file: BinaryIO, limit: int) -> Iterator[bytes]:
    """Lines with their ends; one of more than `limit` bytes is given as its first `limit` + 1 bytes only."""
    size = 0
    while line := stream.readline(limit + 1):
        yield line
        size += len(line)
        while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
            size += len(line)
            _want_archive(size, file)
        _want_archive(size, file)


def _want_archive(size: int, file: BinaryIO) -> None:
    """Refuse the bombs that would keep a run busy for hours with nothing."""
    if size > _EXPANSION * _EXPANSION_FLOOR and size > _EXPANSION * file.tell():
        raise _Expands(f"it expands more than {_EXPANSION}-fold")


def _record(line: bytes, number: int, source: Source) -> Document | Failure:
    try:
        fields = _DECODER.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return source.failure(f"the line is not UTF-8 at byte {error.start + 1}", number)
    except json.JSONDecodeError as error:
        return source.failure(f"the line is not JSON: {error.msg} at column {error.colno}", number)
    except RecursionError:
        return source.failure("the line is nested too deeply", number)
    return to_document(fields, number, source)
