"""Repair files: read, fix, and write back only what was read, whole or not at all; then the hashes in the index."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple

from corpuslint.config.file import git_root, repository
from corpuslint.config.settings import Config
from corpuslint.document import Document, Span
from corpuslint.errors import UsageError
from corpuslint.executors.bounds import check_bounded
from corpuslint.finding import Failure, Finding, Report, Safety
from corpuslint.fixes.fixer import Fixed, encode, fix_text
from corpuslint.fixes.places import Edited
from corpuslint.index.entries import Index
from corpuslint.index.hash import Rehashed, renew_hashes
from corpuslint.inputs.files import read_regular, text_of
from corpuslint.inputs.gather import gather
from corpuslint.inputs.work import Rows, Source, Work
from corpuslint.outputs.atomic import write_atomic
from corpuslint.readers import is_records
from corpuslint.readers.text import passed, why
from corpuslint.rulebook import RuleBook
from corpuslint.run import accepted
from corpuslint.suppress import Judged, accept, load_baseline

MAX_FIXES = 50_000
"""Findings of one rule that one round can fix; so many at once that a text full of them needs few rounds."""

_LOSS = "not repaired: the text cannot be written back as {} without loss"


class _Unchecked(Exception):  # noqa: N818 (named for what it says of the text)
    """A text could not be checked: what a fix did to it is not known."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


class Repair(NamedTuple):
    """A file before and after, where it changed, the findings whose fixes were made, and those whose were not."""

    path: str
    file: Path
    before: str
    after: str
    places: tuple[Edited, ...]
    applied: tuple[Finding, ...] = ()
    withheld: tuple[Finding, ...] = ()
    encoding: str = "utf-8"

    @property
    def changed(self) -> bool:
        return self.before != self.after

    def patch(self) -> Iterator[bytes] | None:
        """A patch of the file in its repository, else in the working folder; None for a file that is no UTF-8."""
        if not self.encoding.startswith("utf-8"):
            return None
        from corpuslint.fixes.patch import patch

        real = Path(os.path.realpath(self.file))
        top = os.path.realpath(git_root(real.parent) or Path.cwd())
        name = real.relative_to(top).as_posix() if real.is_relative_to(top) else self.path
        return patch(name, self.before, self.after, self.places)


class Repairs(NamedTuple):
    """What a run repaired, also in indexes; what it could not; records, which are read only; rows that stay wrong."""

    repairs: list[Repair]
    failures: list[Failure]
    records: list[str]
    stale: list[Path]


def repair(paths: Sequence[Path], book: RuleBook, allowed: Sequence[Safety], *, write: bool) -> Repairs:
    """Repair every text that the paths name, and renew its hash in the index; records are left as they are.

    Raises UsageError.
    """
    work = gather(paths, book.config)
    done = Repairs([], [], [source.name for source in work.sources if is_records(source.file.name)], [])
    hashes: dict[str, tuple[str, str]] = {}
    try:
        for source in work.sources:
            if not is_records(source.file.name):
                outcome = _repair(source, book, allowed, hashes, write=write)
                if isinstance(outcome, Failure):
                    done.failures.append(outcome)
                elif outcome is not None:
                    done.repairs.append(outcome)
    finally:  # also where somebody stops the run: what is written is written
        _renew(work, book.config, hashes, done, write=write)
    return done


def repair_stream(stream: BinaryIO, name: str, book: RuleBook, allowed: Sequence[Safety]) -> tuple[Repairs, Report, bytes]:
    """Repair the text that the stream holds: what was done, the report of what is left, and the bytes to hand on."""
    limit, done = book.config.max_file_size, Repairs([], [], [], [])
    book = replace(book, whole=False)
    data = stream.read(limit + 1)
    if len(data) > limit:
        failure = Failure(name, f"more than the limit of {limit} bytes (max-file-size)")
        return done, Report(failures=(failure,)), b""
    if no_text := passed(data, name):
        return done, Report(passed_over={no_text.reason: 1}, empty=(name,)), data
    document = Document.from_bytes(data, path=name)
    outcome = repair_data(data, document, book, allowed)
    left = data
    if isinstance(outcome, Failure):
        done.failures.append(outcome)
    else:
        fixed, left = outcome
        if left != data or fixed.withheld:
            done.repairs.append(_outcome(Source(Path(name), name, {}), document, fixed))
    result = check_bounded(Document.from_bytes(left, path=name), book, book.bounds.alone)
    work = Work(stdin=name, named={name: frozenset({name})})
    return done, accepted(result.findings, result.failures, 1, work, book), left


def repair_data(data: bytes, document: Document, book: RuleBook, allowed: Sequence[Safety]) -> tuple[Fixed, bytes] | Failure:
    """The repaired text and its bytes; a failure where it cannot be checked, or written in the encoding of `data`."""
    baseline = load_baseline(book.config.baseline)

    @lru_cache(maxsize=2)
    def judged(text: str) -> tuple[list[Finding], list[Span]]:
        now = replace(document, text=text)
        result = check_bounded(now, book, book.bounds.alone, most=MAX_FIXES)
        if unchecked := next((failure for failure in result.failures if failure.rule is None), None):
            raise _Unchecked(unchecked)
        found = result.findings
        kept, accepted, _ = accept(found, book.config, baseline, judged=Judged())
        return kept, [span for each in accepted for span in each.finding.spans if span != (0, 0)]

    try:
        keep = judged(document.text)[1]
        fixed = fix_text(document.text, lambda text: judged(text)[0], allowed, keep)
    except _Unchecked as error:
        return error.failure
    new = data if fixed.text == document.text else encode(fixed.text, document, data)
    return Failure(document.path, _LOSS.format(document.encoding)) if new is None else (fixed, new)


def _repair(
    source: Source, book: RuleBook, allowed: Sequence[Safety], hashes: dict[str, tuple[str, str]], *, write: bool
) -> Repair | Failure | None:
    try:
        data = read_regular(source.file, book.config.max_file_size)
    except OSError as error:
        return Failure(source.name, why(error, source.file))
    if passed(data, source.name):
        return None
    document = Document.from_bytes(data, path=source.name, metadata=source.metadata)
    outcome = repair_data(data, document, book, allowed)
    if isinstance(outcome, Failure):
        return outcome
    fixed, new = outcome
    if new != data:
        if write:
            try:
                write_atomic(source.file, new, within=repository(source.file), instead_of=data)
            except OSError as error:
                return Failure(source.name, f"not repaired: {why(error, source.file)}")
        hashes[os.path.realpath(source.file)] = document.digest, hashlib.sha256(new).hexdigest()
    elif not fixed.withheld:
        return None
    return _outcome(source, document, fixed)


def _outcome(source: Source, document: Document, fixed: Fixed) -> Repair:
    return Repair(
        source.name, source.file, document.text, fixed.text, fixed.places, fixed.applied, fixed.withheld, document.encoding
    )


def _renew(work: Work, config: Config, hashes: Mapping[str, tuple[str, str]], done: Repairs, *, write: bool) -> None:
    """The new hashes in every index that lists one of the repaired files (by where it really is)."""
    if not hashes:
        return
    for index in _indexes_above(hashes, work, config):
        listed = {os.path.realpath(entry.file) for entry in index.entries if entry.file and "sha256" in entry.cells}
        if listed.isdisjoint(hashes):
            continue
        try:
            found: Rehashed = renew_hashes(index.path, hashes, config, write=write)
        except (OSError, UsageError) as error:
            reason = why(error, index.path) if isinstance(error, OSError) else str(error)
            done.failures.append(Failure(index.document.path, f"hashes not renewed: {reason}"))
            done.stale.extend(Path(file) for file in hashes if file in listed)
            continue
        if found.before != found.after:
            done.repairs.append(Repair(index.document.path, index.path, found.before, found.after, found.places))
        done.stale.extend(found.stale)


def _indexes_above(files: Iterable[str], work: Work, config: Config) -> Iterable[Index]:
    """The indexes of the work, and those in whose folders the files lie, each once whatever links lead to it."""
    rows = Rows(config)
    above = chain.from_iterable(rows.indexes(Path(file)) for file in files)
    by_path = {index.path: index for index in (*work.indexes, *above)}
    return {os.path.realpath(path): index for path, index in by_path.items()}.values()


def shown_command(files: Sequence[Path]) -> str:
    """The command that renews the rows of these files, for a shell in the working folder."""
    import shlex

    names = (text_of(os.path.relpath(file)) for file in files)
    return f"corpuslint index add --update {shlex.join(name if name[:1] != '-' else f'./{name}' for name in names)}"
