"""Whole lines of a text, by their number from 0; `lines` are the spans of all, without their ends."""

from __future__ import annotations

from collections.abc import Sequence

Lines = Sequence[tuple[int, int]]


def is_blank(text: str, lines: Lines, at: int) -> bool:
    start, end = lines[at]
    return not text[start:end].strip()


def next_line(text: str, lines: Lines, at: int, *, past_blanks: bool) -> int:
    """The line after that one; `past_blanks`: the first of the following that is not blank. It may be beyond the last."""
    at += 1
    while past_blanks and at < len(lines) and is_blank(text, lines, at):
        at += 1
    return at


def start_of(text: str, lines: Lines, at: int) -> int:
    """Where the line begins; beyond the last one, the text's end."""
    return lines[at][0] if at < len(lines) else len(text)
