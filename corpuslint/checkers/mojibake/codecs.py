"""The code pages that text is written in and misread as, and the conversion between any two of them.

Decoding is Python's own; bytes that a code page leaves open stand for the C1 control of the same number, as every browser
(WHATWG Encoding) and ftfy's `sloppy-` codecs read them. Those are 14 of these 39 tables, and the same; to import them takes
0.2 s of each run on a text that is not English, so the tests alone do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

SINGLE: Mapping[str, str] = {
    "cp1252": "cp1252", "latin-1": "ISO-8859-1", "cp1250": "cp1250", "iso8859-2": "ISO-8859-2", "cp1251": "cp1251",
    "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "cp866": "cp866", "mac-roman": "Mac Roman", "mac-cyrillic": "Mac Cyrillic",
    "mac-latin2": "Mac Central European", "iso8859-5": "ISO-8859-5", "cp437": "cp437", "cp850": "cp850", "cp852": "cp852",
    "cp1253": "cp1253", "iso8859-7": "ISO-8859-7", "cp1254": "cp1254", "cp1255": "cp1255", "iso8859-8": "ISO-8859-8",
    "cp1256": "cp1256", "iso8859-6": "ISO-8859-6", "cp1257": "cp1257", "iso8859-13": "ISO-8859-13", "cp1258": "cp1258",
    "iso8859-3": "ISO-8859-3", "iso8859-4": "ISO-8859-4", "iso8859-9": "ISO-8859-9", "iso8859-10": "ISO-8859-10",
    "iso8859-15": "ISO-8859-15", "iso8859-16": "ISO-8859-16", "cp874": "TIS-620", "kz1048": "KZ-1048", "cp737": "cp737",
    "cp775": "cp775", "cp855": "cp855", "cp857": "cp857", "mac-greek": "Mac Greek", "mac-turkish": "Mac Turkish",
}
"""Python's name of a single-byte code page, and the name that people know it by."""
MULTI: Mapping[str, str] = {
    "gb18030": "GBK", "cp932": "Shift-JIS", "big5hkscs": "Big5", "cp949": "EUC-KR", "euc_jp": "EUC-JP",
}

BYTES = 0x100
HIGH = range(0x80, BYTES)
"""The bytes beyond ASCII."""
_C1 = range(0x80, 0xA0)


class Swap(NamedTuple):
    """A code page read as another."""

    read: str
    true: str


def shown(codec: str) -> str:
    return SINGLE.get(codec) or MULTI.get(codec) or codec.upper()


@cache
def table(codec: str) -> str:
    """The characters of bytes 0 to 255."""
    return "".join(_character(codec, byte) for byte in range(BYTES))


def _character(codec: str, byte: int) -> str:
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


@cache
def encoder(codec: str) -> Mapping[int, int]:
    """Code point to byte (as `str.translate` wants it), for bytes 128 and up; C1 controls stand for themselves."""
    own = {ord(table(codec)[byte]): byte for byte in HIGH}
    # A text read as cp1252 by one program and as ISO-8859-1 by the next mixes both readings of bytes 80 to 9F.
    return {**{byte: byte for byte in _C1}, **own} if codec.startswith("cp125") else own


@cache
def decoder(codec: str) -> Mapping[int, str]:
    """Byte to character, for bytes 128 and up."""
    return {byte: table(codec)[byte] for byte in HIGH}


def decoded(data: bytes, codec: str) -> str:
    """The text that the bytes are in a single-byte code page."""
    return data.decode("latin-1").translate(decoder(codec))


@cache
def swap(read: str, true: str) -> Mapping[int, str]:
    """Code point as read to the character that was meant, where they differ; both are single-byte."""
    meant = table(true)
    return {point: meant[byte] for point, byte in encoder(read).items() if chr(point) != meant[byte]}


def to_bytes(text: str, read: str) -> bytes | None:
    """The bytes that `read` made this text of; None where it cannot have."""
    if read in MULTI:
        try:
            data = text.encode(read)
        except UnicodeEncodeError:
            return None
        # What needs four bytes in GB 18030 is not in GBK, and nobody reads GBK as that.
        return data if read != "gb18030" or len(data) <= 2 * len(text) - sum(map(str.isascii, text)) else None
    points = encoder(read)
    try:
        return text.translate(points).encode("latin-1")
    except UnicodeEncodeError:
        return None


@cache
def characters(codec: str) -> frozenset[str]:
    """The non-ASCII characters that a single-byte code page can show."""
    return frozenset(map(chr, encoder(codec)))


@cache
def interesting() -> frozenset[str]:
    """All characters of all single-byte code pages: a text without them is misread in none of these."""
    return frozenset().union(*(characters(codec) for codec in SINGLE))


def char_class(codec: str, low: int, high: int) -> str:
    """A regex class of the characters that the code page reads bytes `low` to `high` as."""
    return "[" + "".join(re.escape(chr(point)) for point, byte in encoder(codec).items() if low <= byte <= high) + "]"
