"""Bytes as text: total, and without moving anything."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_SAMPLE, _SHORTEST = 4096, 4
"""Bytes that are looked at, and that are needed."""
_NULS, _NO_NULS = 0.4, 0.05
"""Shares of bytes that are NUL: more, where half of the text is ASCII; less, where some stand in the text itself."""


class Decoded(NamedTuple):
    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode any bytes: UTF-8 with `surrogateescape`, UTF-16 and UTF-32 where they announce themselves.

    Never raises. A UTF-8 byte order mark stays in the text as U+FEFF, so that offsets are those of the
    file; `encoding` tells what was read ("utf-8", "utf-8-sig", "utf-16-le", …).
    """
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8-sig")
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    encoding = _unmarked_utf16(data[:_SAMPLE])
    return Decoded(data.decode(encoding, "replace"), encoding) if encoding else Decoded(data.decode("utf-8", "surrogateescape"), "utf-8")


def _unmarked_utf16(sample: bytes) -> str:
    """The encoding of a text that does not announce it, else '': ASCII in UTF-16 has a NUL in every second byte and none in the others."""
    if len(sample) < _SHORTEST or b"\0" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > _NULS * half and even < _NO_NULS * half:
        return "utf-16-le"
    return "utf-16-be" if even > _NULS * half and odd < _NO_NULS * half else ""
