"""A repair as a patch that `git apply` and `patch -p1` take: the bytes of the lines as they are."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.fixes.places import Edited
from corpuslint.lazy import regex

_CONTEXT = 3
"""Lines before and after a change, as everywhere."""
_QUOTED = {7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
_PLAIN = regex(r'[^"\\]*')


class _Lines(NamedTuple):
    """Lines that changed, half open, from 0: those of the text before, and those of the text after."""

    start: int
    end: int
    new_start: int
    new_end: int


def patch(name: str, before: str, after: str, places: Sequence[Edited]) -> Iterator[bytes]:
    """The patch, line by line with its ends; `name` is the path from the folder in which it is to be applied."""
    old, new = _split(before), _split(after)
    a, b = (quoted(f"{side}/{name}") for side in "ab")
    hunks = list(_hunks(list(_changed(old, new, places))))
    if not hunks:
        return
    tab = b"\t" if " " in name else b""  # where a name ends, for programs that look for a date behind it
    yield b"diff --git %b %b\n--- %b%b\n+++ %b%b\n" % (a, b, a, tab if a[:1] != b'"' else b"", b, tab if b[:1] != b'"' else b"")
    for hunk in hunks:
        yield from _written(hunk, old, new)


def quoted(name: str) -> bytes:
    """The name as git writes it: in quotation marks, with octal bytes, where anything in it is not plainly visible."""
    if name.isprintable() and _PLAIN.fullmatch(name):
        return name.encode()
    escaped = "".join(_QUOTED.get(byte) or (chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}") for byte in os.fsencode(name))
    return f'"{escaped}"'.encode()


def _split(text: str) -> list[str]:
    """The lines with their ends. Only a line feed ends one here, as for git."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _changed(old: list[str], new: list[str], places: Sequence[Edited]) -> Iterator[_Lines]:
    """The stretches of lines that places touch, without what is equal at their ends."""
    line, new_line = _starts(old), _starts(new)
    held: _Lines | None = None
    for place in places:
        was, is_now = place.before, place.now
        lines = _Lines(
            bisect_right(line, was.start) - 1, min(bisect_right(line, was.end), len(old)),
            bisect_right(new_line, is_now.start) - 1, min(bisect_right(new_line, is_now.end), len(new)),
        )
        if held and (lines.start < held.end or lines.new_start < held.new_end):
            held = _Lines(held.start, max(held.end, lines.end), held.new_start, max(held.new_end, lines.new_end))
        else:
            if held:
                yield from _narrowed(held, old, new)
            held = lines
    if held:
        yield from _narrowed(held, old, new)


def _starts(lines: list[str]) -> list[int]:
    """Where each line begins, and where another would."""
    starts, at = [0], 0
    for line in lines:
        at += len(line)
        if line.endswith("\n"):
            starts.append(at)
    return starts


def _narrowed(lines: _Lines, old: list[str], new: list[str]) -> Iterator[_Lines]:
    start, end, new_start, new_end = lines
    start, new_start = min(start, len(old)), min(new_start, len(new))
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    if start < end or new_start < new_end:
        yield _Lines(start, end, new_start, new_end)


def _hunks(changes: list[_Lines]) -> Iterator[list[_Lines]]:
    """Changes whose contexts meet are one hunk."""
    hunk: list[_Lines] = []
    for change in changes:
        if hunk and change.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _written(hunk: list[_Lines], old: list[str], new: list[str]) -> Iterator[bytes]:
    first, last = hunk[0], hunk[-1]
    lead = min(_CONTEXT, first.start)
    trail = min(_CONTEXT, len(old) - last.end)
    yield b"@@ -%b +%b @@\n" % (
        _range(first.start - lead, last.end + trail), _range(first.new_start - lead, last.new_end + trail)
    )
    at = first.start - lead
    for change in hunk:
        yield from _marked(b" ", old[at : change.start])
        yield from _marked(b"-", old[change.start : change.end])
        yield from _marked(b"+", new[change.new_start : change.new_end])
        at = change.end
    yield from _marked(b" ", old[at : last.end + trail])


def _marked(sign: bytes, lines: Sequence[str]) -> Iterator[bytes]:
    for line in lines:
        data = sign + line.encode("utf-8", "surrogateescape")
        yield data if line.endswith("\n") else data + b"\n\\ No newline at end of file\n"


def _range(start: int, end: int) -> bytes:
    """Lines from 1 and how many; of none, the line before."""
    count = end - start
    return b"%d" % (start + 1) if count == 1 else b"%d,%d" % (start + (count > 0), count)
