"""The data that rules read, by content: word lists and tables, from their files, or from what a pickle brought.

Nothing else opens a file of `rules/`. `WordLists` are told apart by being the object that they are, so that what is made of
those of a card is kept by `functools.cache`.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

_SHARED = ("dates", "mojibake", "tables")
"""Folders of ours that code reads for more than one rule."""


class Entry(NamedTuple):
    """A lexicon entry; `tag` is what stands behind a tab, for a checker that wants classes of entries."""

    term: str
    tag: str


Lexicon = tuple[Entry, ...]
ListName = tuple[str, str]
"""A list's name and its language, '' where it has none: `terms.de.txt`, `letters.txt`."""


class MissingData(Exception):  # noqa: N818 (named for what is wrong)
    """A word list that was there when its card was loaded, or that ships with the package, cannot be read."""


class _Carried(NamedTuple):
    """The contents of all lists in order, as a pickle brings them, and what told the state of each file where it was made."""

    states: tuple[tuple[int, ...], ...]
    sizes: tuple[int, ...]
    packed: bytes
    digest: str


class WordLists:
    """The lists that belong to a card: read when they are asked for, and of the same content wherever they are sent."""

    def __init__(self, name: str, files: Mapping[ListName, Path], carried: _Carried | None = None) -> None:
        """`name` is that of the card, or of the folder that has none."""
        self.name = name
        self._files = files
        self._carried = carried
        self._lines: dict[ListName, Sequence[str]] = {}
        self._entries: dict[ListName, Lexicon] = {}

    def __iter__(self) -> Iterator[ListName]:
        return iter(self._files)

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __repr__(self) -> str:
        return f"WordLists({self.name})"

    @property
    def paths(self) -> Collection[Path]:
        return self._files.values()

    def languages(self, *names: str) -> frozenset[str]:
        """The languages that one of these lists exists in."""
        return frozenset(language for name, language in self if name in names)

    def text(self, name: str, language: str = "") -> str:
        """The whole content. Raises MissingData."""
        return self._content((name, language)).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")

    def lines(self, name: str, language: str = "") -> Sequence[str]:
        """The entries as they stand there, each with its tag; `#` begins a comment line. Raises MissingData."""
        key = name, language
        if key not in self._lines:
            self._lines[key] = [line for line in self.text(name, language).split("\n") if line and line[0] != "#"]
        return self._lines[key]

    def entries(self, name: str, language: str = "") -> Lexicon:
        """One entry a line, a tab before its tag; none where there is no such list. Raises MissingData."""
        key = name, language
        if key not in self:
            return ()
        if key not in self._entries:
            self._entries[key] = tuple(Entry(*line.partition("\t")[::2]) for line in self.lines(name, language))
        return self._entries[key]

    def sources(self, *names: str, language: str | None = None) -> list[str]:
        """What tells one content of these lists (all, where none is named) from another, for `compiled`."""
        wanted = [key for key in self if (not names or key[0] in names) and language in (None, key[1])]
        if self._unpacked is None:
            return [str(self._files[key]) for key in wanted]
        return [f"{self._files[key].name} {zlib.crc32(self._unpacked[key]):08x} {len(self._unpacked[key])}" for key in wanted]

    @property
    def digest(self) -> str:
        """Of the names and contents, and of no place or time."""
        return self._carried.digest if self._carried else _digest(self, map(self._content, self))

    def __reduce__(self) -> tuple[object, ...]:
        return _received, (self.name, dict(self._files), self._carried or self._packed)

    @cached_property
    def _packed(self) -> _Carried:
        """Made once for all workers of a process."""
        contents = [self._content(key) for key in self]
        states = tuple(_state(path) or () for path in self._files.values())
        return _Carried(states, tuple(map(len, contents)), zlib.compress(b"".join(contents), 1), _digest(self, contents))

    @cached_property
    def _unpacked(self) -> Mapping[ListName, bytes] | None:
        """What a pickle brought, where the files are not those that it was made of; None where they are. Raises MissingData."""
        if self._carried is None or self._carried.states == tuple(map(_state, self._files.values())):
            return None
        return self._unpack(self._carried)

    def _unpack(self, carried: _Carried) -> Mapping[ListName, bytes]:
        data, contents, at = zlib.decompress(carried.packed), {}, 0
        for key, size in zip(self, carried.sizes, strict=True):
            contents[key] = data[at : at + size]
            at += size
        if _digest(self, contents.values()) != carried.digest:
            raise MissingData(f"the word lists of {self.name} arrived damaged")
        return contents

    def _content(self, key: ListName) -> bytes:
        if self._unpacked is None:
            try:
                return self._files[key].read_bytes()
            except OSError:
                if self._carried is None:
                    file = self._files[key]
                    raise MissingData(f"the word list {file.parent.name}/{file.name} is not there any more") from None
                self._unpacked = self._unpack(self._carried)  # the files went away meanwhile
        return self._unpacked[key]


def _digest(names: Iterable[ListName], contents: Iterable[bytes]) -> str:
    whole = hashlib.blake2b(digest_size=20)
    for (name, language), content in zip(names, contents, strict=True):
        whole.update(f"{name}.{language}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        whole.update(content)
    return whole.hexdigest()


def _state(path: Path) -> tuple[int, ...] | None:
    """What tells one state of a file from another, and from a file of another machine, without reading it."""
    try:
        state = os.stat(path)  # noqa: PTH116 (half the time of Path.stat, for hundreds of files)
    except OSError:
        return None
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


_known: dict[tuple[str | Path, ...], dict[str, WordLists]] = {}
"""Lists that were received, by name, files and digest: what is made of them is made once in a process."""


def _received(name: str, files: dict[ListName, Path], carried: _Carried) -> WordLists:
    return _known.setdefault((name, *files.values()), {}).setdefault(carried.digest, WordLists(name, files, carried))


@cache
def beside(card: Path) -> WordLists:
    """The lists that belong to a card: `<card>/<name>.<language>.txt`.

    Cards of one's own may have them in `lexicons/` too, as `<card>.<language>.txt` (the name is `terms`) or
    `<card>.<name>.<language>.txt`.
    """
    found: dict[ListName, Path] = {}
    folder, prefix = card.parent / "lexicons", f"{card.stem}."
    for file in _names(folder):
        if file.startswith(prefix):
            name, _, language = file.removeprefix(prefix).removesuffix(".txt").rpartition(".")
            found[name or "terms", language] = folder / file
    return WordLists(card.stem, found | _lists_in(card.with_suffix("")))


def _lists_in(folder: Path) -> dict[ListName, Path]:
    found: dict[ListName, Path] = {}
    for file in _names(folder):
        name, dot, language = file.rpartition(".")[0].rpartition(".")
        found[(name, language) if dot else (language, "")] = folder / file
    return found


@cache
def _names(folder: Path) -> Sequence[str]:
    names = os.listdir(folder) if folder.is_dir() else ()  # noqa: PTH208 (names: a path for each of hundreds takes long)
    return sorted(name for name in names if name.endswith((".txt", ".toml")))


NO_LISTS = WordLists("", {})
"""Of a rule that no file declares."""
_shared: dict[str, WordLists] = {}


def shared(name: str) -> WordLists:
    """The lists of a folder of ours that more than one rule reads. Raises MissingData where it is not there."""
    if name not in _shared:
        _shared[name] = lists = WordLists(name, _lists_in(builtin_folder() / name))
        if not tuple(lists):
            del _shared[name]
            raise MissingData(f"the folder {name} that ships with corpuslint is not there")
    return _shared[name]


def all_shared() -> Mapping[str, WordLists]:
    """Of every folder that code reads for more than one rule. Raises MissingData."""
    return {name: shared(name) for name in _SHARED}


def receive_shared(lists: Mapping[str, WordLists]) -> None:
    """Take what another process sent for those that this one has not got."""
    for name, brought in lists.items():
        try:
            shared(name)
        except MissingData:
            _shared[name] = brought


def builtin_folder() -> Path:
    """The rules that ship with the package: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    shipped = package / "_rules"
    # Beside an installed package stands a stranger's `rules/`, if any: only our own checkout counts.
    return shipped if shipped.is_dir() or not (package.parent / "pyproject.toml").is_file() else package.parent / "rules"
