"""Where a key of a TOML file stands: `tomllib` gives values without places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpuslint.lazy import regex

KeyPath = tuple[str | int, ...]

_KEY = r"""(?:[\w-]+|"(?:[^"\\]|\\.)*+"|'[^']*+')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = regex(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_ASSIGNMENT = regex(rf"[ \t]*({_DOTTED})[ \t]*=")
_QUOTES = regex(r'"""|' r"'''")


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line, from 1, of the key or of the nearest table around it (inline tables are one place); 1 if none is.

    `path` is a sequence of keys; the tables of an array of tables are counted by integers.
    """
    best, line = 0, 1
    for number, found in _places(text):
        depth = _common(found, path)
        if depth == len(found) and depth > best:
            best, line = depth, number
    return line


def error_line(text: str, error: Exception) -> int:
    """The line that a message of `tomllib` tells; the last one if it tells none."""
    place = re.search(r"line (\d+)", str(error))
    return int(place[1]) if place else text.rstrip().count("\n") + 1


def _common(found: KeyPath, path: Sequence[str | int]) -> int:
    return next((i for i, (a, b) in enumerate(zip(found, path, strict=False)) if a != b), min(len(found), len(path)))


def _places(text: str) -> Iterator[tuple[int, KeyPath]]:
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    inside = False  # a multi-line string, where nothing is a key
    for number, line in enumerate(re.split(r"\r?\n", text), 1):
        if not inside and (header := _HEADER.match(line)):
            table = _resolve(_keys(header[2]), counts, new=header[1] == "[[")
            yield number, table
        elif not inside and (assignment := _ASSIGNMENT.match(line)):
            yield number, (*table, *_keys(assignment[1]))
        inside ^= len(_QUOTES.findall(line)) % 2 == 1


def _resolve(keys: KeyPath, counts: dict[KeyPath, int], *, new: bool) -> KeyPath:
    """The header's path with the numbers of the arrays of tables that it passes through."""
    path: KeyPath = ()
    for position, key in enumerate(keys, 1):
        path = (*path, key)
        if new and position == len(keys):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _keys(dotted: str) -> KeyPath:
    return tuple(key[1:-1] if key[0] in "\"'" else key for key in re.findall(_KEY, dotted))
