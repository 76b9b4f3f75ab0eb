"""Results of documents that were checked before: keyed by all that a result depends on, in one SQLite file.

Values are JSON behind a checksum, never pickles. Whatever goes wrong, a file that is damaged, locked, read-only
or full, is a miss: the document is checked again, and the result of a run is the same with a cache and without.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import time
import unicodedata
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpuslint.cache.compiled import MALFORMED, compiled
from corpuslint.cache.folder import cache_folder, prepare
from corpuslint.data import WordLists, all_shared
from corpuslint.document import Document, Position, Span
from corpuslint.engine import Result, RuleSet
from corpuslint.finding import Edit, ExcerptLine, Failure, Finding, Fix, Severity
from corpuslint.rule import Summary
from corpuslint.version import __version__

if TYPE_CHECKING:
    from corpuslint.rulebook import RuleBook

_FORMAT = "results 3"
_NAME = "results.sqlite3"
_LIBRARIES = frozenset({
    "ahocorasick-rs", "charset-normalizer", "ftfy", "google-re2", "markdown-it-py", "simplemma", "wordfreq",
})
"""The libraries that decide what is found in a document."""
_WAIT = 2.0
"""Seconds that a run waits for another that is writing."""
_KEEP_DAYS = 30
_BATCH = 4_000_000
"""Bytes of new results after which they are written."""

_BROKEN = (sqlite3.Error, ValueError)
"""What reading and writing raise; the second, where not even the message of a damaged file decodes."""
_AHEAD = 64
"""Rows read at a time where a run asks for them in the order in which an earlier one wrote them."""

_SCHEMA = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"
_NEXT = """SELECT key, day, value FROM results WHERE rowid >= (SELECT rowid FROM results WHERE key = ?)
ORDER BY rowid LIMIT ?"""


class Cache:
    """Results by document. Each document of a run is asked for with `get`, in order, before anything is put."""

    def __init__(self, folder: Path | None, digest_of: Callable[[str], str]) -> None:
        """Without a folder nothing is known. `digest_of` gives the digest of the rules for a document's path; "" stands for the corpus."""
        self._digest_of = digest_of
        self._store = _Store(folder and folder / _NAME)
        self._seen = hashlib.blake2b(digest_of("").encode(), digest_size=20)
        weakref.finalize(self, self._store.close)

    @classmethod
    def of(cls, book: RuleBook) -> Cache:
        """The user's cache, for the rules of this book."""
        known: dict[int, str] = {}

        def digest_of(path: str) -> str:
            rules = book(path) if path else book.base
            if id(rules) not in known:
                known[id(rules)] = ruleset_digest(rules)
            return known[id(rules)]

        return cls(cache_folder(), digest_of)

    def get(self, document: Document) -> Result | None:
        """What this document gave before, all fields of its findings included; None where that is not known."""
        key = self._key(document)
        self._seen.update(key)
        with suppress(*MALFORMED):
            if (value := self._store.get(key)) is not None:
                findings, summaries = value.split(b"\n")
                found = [] if findings == b"[]" else list(map(_finding, json.loads(findings)))
                return Result(found, [], _Later(summaries))
        return None

    def put(self, document: Document, result: Result) -> None:
        """Keep a result; one with failures is not kept, so that the next run tries again."""
        if not result.failures:
            self._put(self._key(document), list(map(_record, result.findings)), dict(result.summaries))

    def corpus(self, check: Callable[[], tuple[list[Finding], list[Failure]]]) -> tuple[list[Finding], list[Failure]]:
        """What `check` found for the very sequence of documents that was asked for, else what it finds now."""
        key = self._seen.digest()
        with suppress(*MALFORMED):
            if (value := self._store.get(key)) is not None:
                return list(map(_finding, json.loads(value))), []
        findings, failures = check()
        if not failures:
            self._put(key, list(map(_record, findings)))
        return findings, failures

    def close(self) -> None:
        """Write what is new; also done when the cache is no longer used."""
        self._store.close()

    def _put(self, key: bytes, *values: object) -> None:
        with suppress(*MALFORMED):
            self._store.put(key, b"\n".join(json.dumps(value, separators=(",", ":")).encode() for value in values))

    def _key(self, document: Document) -> bytes:
        known = (
            document.digest, document.encoding, document.path, document.record, document.id,
            sorted(document.metadata.items()), self._digest_of(document.path),
        )
        return _digest(repr(known))


def ruleset_digest(rules: RuleSet) -> str:
    """Of everything but the document that a result depends on: rules as configured, their data, code and libraries."""
    lists = [*(rule.lists for rule in rules.rules), *all_shared().values()]
    parts = [_FORMAT, _environment(), _data_digest(lists)]
    parts += [repr(rule._replace(path=Path(rule.path.name))) for rule in rules.rules]
    return _digest("\0".join(parts)).hex()


@cache
def _environment() -> str:
    """Our code, Python's and Unicode's version, and those of the libraries that decide what is found."""
    return "\n".join((__version__, _code_digest(), sys.version, unicodedata.unidata_version, *_library_versions()))


def _library_versions() -> list[str]:
    """Name and version of the libraries, as their folders of metadata tell them: to read the metadata takes 0.1 s."""
    folders = [folder for folder in dict.fromkeys(sys.path) if os.path.isdir(folder)]  # noqa: PTH112 (names, no paths)
    names = [name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info")]  # noqa: PTH208 (the same)
    return sorted(name for name in names if _plain(name.partition("-")[0]) in _LIBRARIES)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _code_digest() -> str:
    """Of the names and contents of our modules, not of places and times: a checkout elsewhere finds what this one has kept."""
    package = Path(__file__).parents[1]
    files = sorted(glob("**/*.py", root_dir=package, recursive=True))  # noqa: PTH207 (names: no path for each of hundreds)

    def digest() -> str:
        whole = hashlib.blake2b(digest_size=20)
        for file in files:
            content = (package / file).read_bytes()
            whole.update(f"{file}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            whole.update(content)
        return whole.hexdigest()

    return str(compiled("code", [f"{package}{os.sep}{file}" for file in files], digest, str))


def _data_digest(lists: Sequence[WordLists]) -> str:
    """Of the contents of the word lists of these rules, in order."""

    def digest() -> str:
        return " ".join(each.digest for each in lists)

    return str(compiled("data", [source for each in lists for source in each.sources()], digest, str))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).digest()


def _record(finding: Finding) -> list[Any]:
    fix = finding.fix
    return [
        finding.rule, finding.kind, int(finding.severity), finding.path, finding.record, finding.start, finding.end,
        finding.message, finding.match, dict(finding.evidence), fix and [fix.title, fix.edits, fix.safety],
        [[line.number, line.text, line.start, line.end] for line in finding.excerpt], finding.fingerprint, finding.places,
    ]


def _finding(record: list[Any]) -> Finding:
    rule, kind, severity, path, name, start, end, message, match, evidence, fix, excerpt, fingerprint, places = record
    return Finding(
        rule, kind, Severity(severity), path, name, Position(*start), Position(*end), message, match, evidence,
        fix and Fix(fix[0], tuple(Edit(*edit) for edit in fix[1]), fix[2]),
        tuple(ExcerptLine(*line) for line in excerpt), fingerprint, places=tuple(Span(*place) for place in places),
    )


class _Later(Mapping[str, Summary]):
    """Summaries that are parsed when one is asked for: they are long, and mostly the whole corpus is known too."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _parsed(self) -> dict[str, Summary]:
        with suppress(*MALFORMED):
            if isinstance(value := json.loads(self._data), dict):
                return value
        return {}

    def __getitem__(self, name: str) -> Summary:
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parsed)

    def __len__(self) -> int:
        return len(self._parsed)


class _Store:
    """Bytes by key. Reads and writes that fail do nothing; after the first failure nothing is tried any more."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._today = int(time.time() // 86_400)
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []
        self._size = 0
        self._ahead: dict[bytes, tuple[int, bytes]] = {}
        self._rows = 1
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection | None:
        if self._path is None:
            return None
        try:
            prepare(self._path)
            connection = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        except (OSError, *_BROKEN):
            return None
        connection.text_factory = bytes  # a damaged page may hold anything
        try:
            connection.execute("PRAGMA synchronous = OFF")  # a torn write is found by the checksums, and no loss
            connection.execute(_SCHEMA)
        except _BROKEN as error:
            connection.close()
            self._drop(error)
            return None
        return connection

    def get(self, key: bytes) -> bytes | None:
        if self._connection is None:
            return None
        if key not in self._ahead:
            self._rows = 1 if self._ahead else min(2 * self._rows, _AHEAD)
            try:
                found = self._connection.execute(_NEXT, (key, self._rows)).fetchall()
            except _BROKEN as error:
                self._give_up(error)
                return None
            self._ahead = {row[0]: row[1:] for row in found}
        day, value = self._ahead.pop(key, (0, None))
        if not isinstance(value, bytes) or value[:8] != _checksum(key, value[8:]):
            return None
        if day != self._today:
            self._used.append(key)
        return value[8:]

    def put(self, key: bytes, value: bytes) -> None:
        if self._connection is not None:
            self._new[key] = _checksum(key, value) + value
            self._size += len(value)
            if self._size > _BATCH:
                self._write()

    def close(self) -> None:
        if self._connection is not None:
            if self._new or self._used:
                self._write(self._today - _KEEP_DAYS)
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _write(self, oldest: int = 0) -> None:
        """What is new, without what was last used before the day `oldest`; other runs see all of it or nothing."""
        assert self._connection is not None
        rows = ((key, self._today, value) for key, value in self._new.items())
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
            self._connection.executemany("UPDATE results SET day = ? WHERE key = ?", ((self._today, key) for key in self._used))
            if oldest:
                self._connection.execute("DELETE FROM results WHERE day < ?", (oldest,))
            self._connection.execute("COMMIT")
        except _BROKEN as error:
            self._give_up(error)
        self._new, self._used, self._size = {}, [], 0

    def _give_up(self, error: Exception) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        self._drop(error)

    def _drop(self, error: Exception) -> None:
        """Remove a file that is no such database; one that is only locked, full or read-only stays."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if self._path and code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            with suppress(OSError):
                self._path.unlink()


def _checksum(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, key=key, digest_size=8).digest()
