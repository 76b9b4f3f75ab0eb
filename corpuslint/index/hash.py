"""The hashes that an INDEX.md states, renewed for documents that were repaired."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from corpuslint.config.file import repository
from corpuslint.config.settings import Config
from corpuslint.errors import UsageError
from corpuslint.finding import Edit
from corpuslint.fixes.fixer import apply_edits
from corpuslint.fixes.places import Edited, composed
from corpuslint.index.entries import Index, read_index
from corpuslint.inputs.files import locked
from corpuslint.outputs.atomic import write_atomic


class Rehashed(NamedTuple):
    """The index's text before and after, where it changed, and the files whose rows were wrong before and stay so."""

    before: str
    after: str
    places: tuple[Edited, ...]
    stale: tuple[Path, ...]


def renew_hashes(path: Path, hashes: Mapping[str, tuple[str, str]], config: Config, *, write: bool) -> Rehashed:
    """Put new hashes in the place of old ones; `hashes` gives both by the real path of a file.

    A row that had another hash than the old one is left as it is: somebody changed the document before, and that is
    not for a repair to hide. Raises UsageError, or OSError where the index cannot be written.
    """
    with locked(path):
        index = read_index(path, config)
        if index.failure or not index.document.encoding.startswith("utf-8"):
            raise UsageError(index.failure.message if index.failure else f"is {index.document.encoding}; save it as UTF-8")
        text = index.document.text
        edits, stale = _renewals(index, hashes)
        after = apply_edits(text, edits)
        if write and after != text:
            data = after.encode("utf-8", "surrogateescape")
            write_atomic(path, data, within=repository(path), instead_of=text.encode("utf-8", "surrogateescape"))
        return Rehashed(text, after, tuple(composed([], [(edit, True) for edit in edits])[0]), tuple(dict.fromkeys(stale)))


def _renewals(index: Index, hashes: Mapping[str, tuple[str, str]]) -> tuple[list[Edit], list[Path]]:
    """What changes in the cells that state the old hash, and the files whose cells state neither."""
    edits, stale = [], []
    for entry in index.entries:
        cell = entry.cells.get("sha256")
        known = hashes.get(os.path.realpath(entry.file)) if entry.file else None
        if entry.file is None or cell is None or known is None or cell.text.lower() == known[1]:
            continue
        at = index.document.text.find(cell.text, cell.start, cell.start + len(cell.raw))
        if cell.text.lower() == known[0] and at >= 0:
            edits.append(Edit(at, at + len(cell.text), known[1]))
        else:
            stale.append(entry.file)
    return edits, stale
