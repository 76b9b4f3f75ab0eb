"""Which paths of an index may be opened. What is decided on the name alone is decided before the disk is asked."""

from __future__ import annotations

import os
import posixpath
import re
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpuslint.inputs.files import name_of
from corpuslint.lazy import regex


class Unsafe(NamedTuple):
    """Why a path is not opened: a kind of the rule `unsafe-path`, and what to show of it."""

    kind: str
    detail: str = ""


class Resolved(NamedTuple):
    """`name` is normalised, in the form that the disk has; `file` is None where it must not be opened."""

    name: str
    file: Path | None
    unsafe: Unsafe | None
    exists: bool


_URL = regex(r"[A-Za-z][A-Za-z0-9+.-]+://|(?:data|file|https?|javascript|mailto):", re.IGNORECASE)
_DRIVE = regex(r"[A-Za-z]:")
# Beside C0 and C1 those that turn the direction of writing: a name then reads otherwise than it ends.
_CONTROL = regex(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: a clone on Windows cannot hold these.
_RESERVED = regex(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$)(?:\..*)?", re.IGNORECASE | re.DOTALL)
_FORBIDDEN = regex(r'[<>:"|?*]')
_MAX_PATH = 240
"""Code points; with the folder of a checkout before it, Windows stops at 260."""
_MAX_PART = 255
"""Bytes; what most file systems allow a name to have."""


def resolve(written: str, folder: str, real: Callable[[str], str] = os.path.realpath) -> Resolved:
    """The file that a row names, relative to the index's folder. For many rows `real` may remember its answers."""
    if unsafe := unsafe_name(written):
        return Resolved(written, None, unsafe, exists=False)
    name = posixpath.normpath(written)
    forms = (name,) if name.isascii() else dict.fromkeys((name, nfc(name), unicodedata.normalize("NFD", name)))
    for form in forms:
        place = os.path.join(folder, name_of(form))  # noqa: PTH118 (no Path is made before it is known to be needed)
        try:
            mode = os.lstat(place).st_mode
        except (OSError, ValueError):  # ValueError: a lone surrogate, which no name has
            continue
        unsafe = _unsafe_file(place, mode, real(folder), real)
        return Resolved(form, None if unsafe else Path(place), unsafe, exists=True)
    return Resolved(name, Path(folder, name_of(name)), None, exists=False)


def nfc(name: str) -> str:
    """The name as most systems write it; macOS takes apart what can be composed."""
    return unicodedata.normalize("NFC", name)


def unsafe_name(written: str) -> Unsafe | None:
    """What is wrong with a path as it is written; None if it stays within the folder on every system."""
    if control := _CONTROL.search(written):
        return Unsafe("control", f"U+{ord(control[0]):04X}")
    if len(written) > _MAX_PATH or any(len(part.encode("utf-8", "surrogatepass")) > _MAX_PART for part in written.split("/")):
        return Unsafe("too-long", str(len(written)))
    if _DRIVE.match(written):
        return Unsafe("drive", written[:2])
    if "\\" in written:
        return Unsafe("backslash")
    if written.startswith(("/", "~")):
        return Unsafe("absolute")
    if _URL.match(written):
        return Unsafe("url")
    if posixpath.normpath(written).split("/")[0] == "..":
        return Unsafe("outside")
    return next((unsafe for part in written.split("/") if (unsafe := _unsafe_part(part))), None)


def _unsafe_part(part: str) -> Unsafe | None:
    if _RESERVED.fullmatch(part):
        return Unsafe("reserved", part)
    if char := _FORBIDDEN.search(part):
        return Unsafe("not-portable", char[0])
    if part.strip(".") and part != part.rstrip(". "):
        return Unsafe("not-portable", part[-1])
    return None


def _unsafe_file(place: str, mode: int, corpus: str, real: Callable[[str], str]) -> Unsafe | None:
    """What is wrong with what stands there: no regular file, or a link (of the file or a folder) out of the corpus."""
    target = os.path.realpath(place) if stat.S_ISLNK(mode) else real(os.path.dirname(place))  # noqa: PTH120 (as above)
    if target != corpus and not target.startswith(os.path.join(corpus, "")):  # noqa: PTH118 (the same)
        return Unsafe("link-out")
    if stat.S_ISLNK(mode):
        try:
            mode = os.stat(place).st_mode  # noqa: PTH116 (the same)
        except OSError:
            return Unsafe("dangling-link")
    return None if stat.S_ISREG(mode) else Unsafe("not-regular", _type(mode))


def _type(mode: int) -> str:
    names = {stat.S_IFDIR: "directory", stat.S_IFIFO: "FIFO", stat.S_IFSOCK: "socket"}
    return names.get(stat.S_IFMT(mode), "device")
