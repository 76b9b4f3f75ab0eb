"""The data that rules read: the word lists that belong to a card, and the folder of those that ship with the package."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    """A lexicon entry; `tag` is what stands behind a tab, for a checker that wants classes of entries."""

    term: str
    tag: str


Lexicon = tuple[Entry, ...]


@cache
def read_lexicon(path: Path) -> Lexicon:
    """Read one entry a line; `#` begins a comment line, a tab separates an entry from its tag."""
    return tuple(Entry(*line.partition("\t")[::2]) for line in lexicon_lines(path))


@cache
def lexicon_lines(path: Path) -> Sequence[str]:
    """The entries of a lexicon file as they stand there, each with its tag."""
    lines = path.read_text("utf-8").split("\n")  # universal newlines: no \r is left
    return [line for line in lines if line and line[0] != "#"]


def lexicon_of(card: Path, language: str, name: str) -> Lexicon:
    """The entries of one lexicon of a card; empty if there is none."""
    path = lexicon_files(card).get((name, language))
    return read_lexicon(path) if path else ()


@cache
def lexicon_files(card: Path) -> Mapping[tuple[str, str], Path]:
    """The lexicons that belong to a card, by name and language: `<card>/<name>.<language>.txt`.

    Cards of one's own may have them in `lexicons/` too, as `<card>.<language>.txt` (the name is `terms`) or
    `<card>.<name>.<language>.txt`.
    """
    if not card.name:
        return {}  # a rule that no file declares
    found, shared, own = {}, card.parent / "lexicons", card.with_suffix("")
    for folder, prefix in ((shared, f"{card.stem}."), (own, "")):
        for file in _names(folder):
            name, _, language = file.removeprefix(prefix).removesuffix(".txt").rpartition(".")
            if file.startswith(prefix) and (name or prefix):
                found[name or "terms", language] = folder / file
    return found


@cache
def _names(folder: Path) -> Sequence[str]:
    names = os.listdir(folder) if folder.is_dir() else ()  # noqa: PTH208 (names: a path for each of hundreds takes long)
    return sorted(name for name in names if name.endswith(".txt"))


def builtin_folder() -> Path:
    """The rules that ship with the package: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    shipped = package / "_rules"
    # Beside an installed package stands a stranger's `rules/`, if any: only our own checkout counts.
    return shipped if shipped.is_dir() or not (package.parent / "pyproject.toml").is_file() else package.parent / "rules"


def lexicon_problems(path: Path) -> Iterator[str]:
    """What is wrong with a lexicon file: not NFC, unsorted, double, or without provenance in its header."""
    import unicodedata

    text = path.read_text("utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    if not text.startswith("#"):
        yield "has no provenance header"
    if unicodedata.normalize("NFC", text) != text:
        yield "is not NFC"
    if lines != sorted(lines):
        yield f"is not sorted at {next(b for a, b in zip(lines, sorted(lines), strict=True) if a != b)!r}"
    terms = [line.partition("\t")[0] for line in lines]
    if len(set(terms)) != len(terms):
        yield f"has {next(t for t in terms if terms.count(t) > 1)!r} twice"
