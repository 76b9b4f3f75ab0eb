"""One sanitiser for everything that is printed or written: no document text reaches a terminal, a CI log or a
report as anything but visible text.

What is made visible: control characters (C0, C1, DEL), bidi and other format characters that hide or reorder text,
line and paragraph separators, lone surrogates (bytes that did not decode), and the workflow commands of CI runners
(`##[` anywhere; `::` where a line begins).
"""

from __future__ import annotations

import json
import re
from itertools import pairwise

from corpuslint.lazy import regex

# Format characters (Cf) that hide, join or reorder what a reader sees, with U+2028 and U+2029, which some programs
# take for line ends. ZWNJ and ZWJ stand in honest Persian, Hindi and emoji; they are kept.
_HIDDEN = (
    r"\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u206a-\u206f\ufeff\ufff9-\ufffb"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_UNSAFE = regex(rf"[\x00-\x1f\x7f-\x9f{_HIDDEN}\ud800-\udfff]|(?<=##)\[")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_COMMAND = regex(r"^(\s*):(?=:)", re.MULTILINE)


def visible(text: str) -> str:
    """The text on one line, with everything unsafe as a visible escape (`\\n`, `\\x1b`, `\\u202e`)."""
    if text.isprintable() and "##[" not in text:
        return text
    return _UNSAFE.sub(_escape, text)


def visible_parts(text: str, *cuts: int) -> tuple[str, ...]:
    """The pieces of one line between the cuts, made visible as what they are: parts of it (`##`, and `[` behind a cut)."""
    return tuple(_between(text, start, end) for start, end in pairwise((0, *cuts, len(text))))


def _between(text: str, start: int, end: int) -> str:
    pieces, at = [], start
    for match in _UNSAFE.finditer(text, start, end):  # with these bounds it sees what stands before the first
        pieces += [text[at : match.start()], _escape(match)]
        at = match.end()
    return "".join([*pieces, text[at:end]])


def line(text: str) -> str:
    """A whole output line that holds visible text: it begins no workflow command."""
    return _COMMAND.sub(r"\1\\x3a", text) if "::" in text else text


def dump_json(value: object, *, indent: int | None = None) -> str:
    """JSON in which unsafe characters are `\\uXXXX`: it parses back to the same value and shows nothing else."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if indent is None:
        return _UNSAFE.sub(_json_escape, text)
    return "\n".join(_UNSAFE.sub(_json_escape, part) for part in text.split("\n"))


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SHORT:
        return _SHORT[char]
    point = ord(char)
    if 0xDC80 <= point <= 0xDCFF:  # surrogateescape: the byte that did not decode
        return f"\\x{point - 0xDC00:02x}"
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _json_escape(match: re.Match[str]) -> str:
    point = ord(match[0])
    if point < 0x10000:
        return f"\\u{point:04x}"
    point -= 0x10000
    return f"\\u{0xD800 + (point >> 10):04x}\\u{0xDC00 + (point & 0x3FF):04x}"
