"""Apply fixes: never a byte that an edit does not name, never a file that changed meanwhile."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from corpuslint.document import Document
from corpuslint.finding import Edit, Finding, Fix, Safety

ROUNDS = 10
"""A repair can uncover the next one (text decoded wrongly twice); more rounds than this means that fixes fight."""

_MARKS = {
    "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE,
}


class Fixed(NamedTuple):
    """The text after all rounds, and the fixes that made it, in order."""

    text: str
    applied: tuple[Finding, ...]


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits, which must not overlap."""
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*parts, text[at:]])


def choose(findings: Iterable[Finding], allowed: Sequence[Safety]) -> list[Finding]:
    """The findings whose fixes can be applied together: of overlapping ones the first."""
    chosen: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or fix.safety not in allowed or _clashes(fix, taken):
            continue
        chosen.append(finding)
        taken += [(edit.start, edit.end) for edit in fix.edits]
    return chosen


def fix_text(text: str, check: Callable[[str], list[Finding]], allowed: Sequence[Safety]) -> Fixed:
    """Check and repair until nothing is left to repair, at most `ROUNDS` times."""
    applied: list[Finding] = []
    for _ in range(ROUNDS):
        chosen = choose(check(text), allowed)
        changed = apply_edits(text, {edit for finding in chosen if finding.fix for edit in finding.fix.edits})
        if changed == text:
            break
        text = changed
        applied += chosen
    return Fixed(text, tuple(applied))


def encode(text: str, document: Document, data: bytes) -> bytes | None:
    """The bytes of the repaired text in the file's own encoding; None where they cannot be given without loss.

    `data` is the file as it was read: what it holds must come back from its own text byte for byte first.
    """
    encoding = "utf-8" if document.encoding == "utf-8-sig" else document.encoding
    mark = _MARKS.get(encoding, b"")
    mark = mark if data.startswith(mark) else b""
    errors = "surrogateescape" if encoding == "utf-8" else "strict"
    try:
        if mark + document.text.encode(encoding, errors) != data:
            return None
        return mark + text.encode(encoding, errors)
    except UnicodeEncodeError:
        return None


def _clashes(fix: Fix, taken: list[tuple[int, int]]) -> bool:
    return any(
        (edit.start < end and start < edit.end) or edit.start == start
        for edit in fix.edits
        for start, end in taken
    )
