"""One run: gather, check, accept, report. The border where pure parts meet files, configuration and workers."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.checkers import INDEX_CHECKERS
from corpuslint.config.settings import Config
from corpuslint.document import Document
from corpuslint.engine import Result, check_corpus
from corpuslint.executors import batches, cores, serial
from corpuslint.finding import Failure, Finding, Passed, Report
from corpuslint.inputs.gather import documents, gather
from corpuslint.inputs.work import Work
from corpuslint.rule import Rule, Summary
from corpuslint.rulebook import RuleBook
from corpuslint.suppress import UNUSED, Judged, accept, load_baseline

if TYPE_CHECKING:
    from corpuslint.cache.results import Cache

NO_RULE = "no rule left for it"
POOL_FROM = 4_000_000
"""Bytes below which starting workers costs more than they bring."""


class Checked(NamedTuple):
    """What one document gave, and the path it is printed with."""

    path: str
    result: Result
    name: tuple[str, str] = ("", "")
    """Path and record."""
    number: int | None = None
    """Where the record stands in its file."""


class Tally:
    """What the documents of a run gave, in order."""

    def __init__(self, passed: Counter[str] | None = None) -> None:
        self.findings: list[Finding] = []
        self.failures: list[Failure] = []
        self.passed: Counter[str] = Counter(passed)
        """What was passed over, by reason."""
        self.read: list[str] = []
        """The paths of the documents, one of many records as often as it has some."""
        self.summaries: list[Mapping[str, Summary]] = []
        self.numbers: dict[tuple[str, str], int] = {}
        """Where each record stands in its file, by path and record."""

    def add(self, item: Checked | Failure | Passed) -> None:
        if isinstance(item, Failure):
            self.failures.append(item)
        elif isinstance(item, Passed):
            self.passed[item.reason] += 1
        else:
            self.read.append(item.path)
            self.findings += item.result.findings
            self.failures += item.result.failures
            self.summaries.append(item.result.summaries)
            if item.number is not None:
                self.numbers.setdefault(item.name, item.number)


Progress = Callable[[int, int], None]
"""Told the bytes done and the bytes in all."""


def check(paths: Sequence[Path], book: RuleBook, progress: Progress | None = None) -> Report:
    """Check the documents that the paths name: each, then what only the whole shows, then what is accepted.

    Raises UsageError for a path that does not exist; everything else is in the report.
    """
    work = gather(paths, book.config, changed_only=book.options.changed_only, stdin_name=book.options.stdin_name)
    return check_work(work, book, progress)


def check_work(work: Work, book: RuleBook, progress: Progress | None = None) -> Report:
    """Check what was gathered."""
    book = replace(book, whole=work.whole)
    tally, judged = Tally(Counter(work.passed)), set[str]()
    cache = open_cache(book)
    for item in results(work, book, cache, progress):
        tally.add(item)
        if isinstance(item, Checked) and item.path not in judged and not _is_idle(item.path, work, book):
            judged.add(item.path)
    if work.whole:
        _check_whole(work, book, tally, cache)
    if cache:
        cache.close()
    idle = sum(path not in judged for path in tally.read)
    tally.passed[NO_RULE] += idle
    report = accepted(tally.findings, tally.failures, len(tally.read) - idle, work, book)
    given = judged | {failure.path for failure in tally.failures}
    empty = tuple(name for name, names in work.named.items() if names.isdisjoint(given))
    return report._replace(passed_over=dict(sorted((+tally.passed).items())), empty=empty)


def _check_whole(work: Work, book: RuleBook, tally: Tally, cache: Cache | None) -> None:
    """Add what only all documents together, and the indexes, show."""
    combine = partial(check_corpus, tally.summaries, book.base, partial(reread, work, book.config, tally.read))
    found, failed = cache.corpus(combine) if cache else combine()
    index_found, index_failed = check_indexes(work, book)
    tally.findings += [*(f._replace(number=tally.numbers.get((f.path, f.record or ""))) for f in found), *index_found]
    tally.failures += [*failed, *index_failed]


def _is_idle(path: str, work: Work, book: RuleBook) -> bool:
    """Whether no rule is left that judges the document, nor one that judges the index in its place."""
    rules = book(path)
    by_index = work.indexes and any(rule.checker in INDEX_CHECKERS for rule in book.base.rules)
    return not (rules.document_rules or rules.corpus_rules or by_index)


def check_index_alone(path: Path, book: RuleBook) -> Report:
    """Check an index without reading a word of its documents. Raises UsageError where it does not exist."""
    from corpuslint.index.entries import read_index

    index = read_index(path, book.config)
    work = Work(indexes=(index,), whole=True, covered=frozenset({index.document.path}))
    findings, failures = check_indexes(work, book)
    rules = [rule for rule in book.base.rules if rule.checker in INDEX_CHECKERS or rule.id == UNUSED]
    return accepted(findings, failures, len(index.entries), work, book, rules)


def accepted(
    findings: Iterable[Finding], failures: Iterable[Failure], count: int, work: Work, book: RuleBook,
    rules: Sequence[Rule] | None = None,
) -> Report:
    """Part the findings into new and accepted ones, and report acceptances that match nothing any more.

    `rules` are those that the run covered: all that are enabled, where it is None.
    """
    failed = sorted(failures, key=lambda f: (f.path, f.line or 0, f.record or "", f.rule or ""))
    whole = work.whole and not failed
    cards = {rule.id: rule for rule in book.base.rules}
    ran = frozenset(cards if rules is None else (rule.id for rule in rules))
    off = {rule.id: rule.off for rule in book.base.rules}
    judged = Judged(work.covered if whole else frozenset(), ran, book.names, off)
    kept, taken, unused = accept(
        sorted(findings, key=Finding.sort_key), book.config, load_baseline(book.config.baseline),
        judged=judged, rule=cards.get(UNUSED),
    )
    return Report(
        tuple(sorted([*kept, *unused], key=Finding.sort_key)), tuple(taken), tuple(failed), count,
    )


def reread(work: Work, config: Config, paths: Sequence[str], wanted: Collection[int]) -> Iterator[tuple[int, Document]]:
    """Read the documents of these places once more; `paths` has the path of each place, in order."""
    first = {path: place for place, path in reversed(list(enumerate(paths)))}
    by_source: dict[str, set[int]] = {}
    for place in wanted:
        by_source.setdefault(paths[place], set()).add(place)
    for source in work.sources:
        if places := by_source.get(source.name):
            again = documents(replace(work, sources=(source,), stdin=None), config)
            counted = enumerate((item for item in again if isinstance(item, Document)), first[source.name])
            until = islice(counted, max(places) - first[source.name] + 1)
            yield from ((place, document) for place, document in until if place in places)


def results(
    work: Work, book: RuleBook, cache: Cache | None = None, progress: Progress | None = None
) -> Iterator[Checked | Failure | Passed]:
    """The result of every document in order, from the cache, this process or a pool; failures of reading in between."""
    total = work.size
    stream = documents(work, book.config, None if progress is None else lambda done: progress(done, total))
    yield from _scheduled(stream, cache, book, _workers(book, total))


def _workers(book: RuleBook, total: int) -> int:
    """How many worker processes are wanted; 0: this process does the work. A bound on memory holds in workers alone."""
    asked = book.options
    jobs = asked.jobs or (cores() if total >= POOL_FROM else 1)
    bounded = asked.document_memory or (book.bounds.megabytes and not asked.jobs)
    return jobs if jobs > 1 or (bounded and not asked.watch) else 0


def check_indexes(work: Work, book: RuleBook) -> tuple[list[Finding], list[Failure]]:
    """What the index rules find in the indexes of the work."""
    from corpuslint.index.checks import check_index

    findings: list[Finding] = []
    failures: list[Failure] = []
    for index in work.indexes:
        found, failed = check_index(index, book.base.rules, book.config)
        findings += found
        failures += failed
    return findings, failures


def open_cache(book: RuleBook) -> Cache | None:
    """The user's cache, where it is wanted."""
    if not book.options.cache:
        return None
    from corpuslint.cache.results import Cache

    return Cache.of(book)


def _scheduled(
    stream: Iterator[Document | Failure | Passed], cache: Cache | None, book: RuleBook, jobs: int
) -> Iterator[Checked | Failure | Passed]:
    """Send the documents that the cache does not know to the executor, and put everything back in order.

    `pending` holds, in order, what is done already (a failure, what is passed over, a cached result) and the documents under work.
    """
    pending: deque[Checked | Failure | Passed | Document] = deque()

    def unknown() -> Iterator[Document]:
        for item in stream:
            known = cache.get(item) if cache and isinstance(item, Document) else None
            pending.append(_checked(item, known) if known and isinstance(item, Document) else item)
            if known is None and isinstance(item, Document):
                yield item

    if jobs:
        from corpuslint.executors import processes

        done = processes.run(batches(unknown()), book, jobs, book.bounds)
    else:
        done = serial.run(batches(unknown()), book, book.bounds)
    for result in chain.from_iterable(done):
        yield from _before(pending)
        document = pending.popleft()
        assert isinstance(document, Document)
        if cache and not result.failures:
            cache.put(document, result)
        yield _checked(document, result)
    yield from _before(pending)


def _checked(document: Document, result: Result) -> Checked:
    """The result, with the place of a record in its file in each finding: no checker and no cache knows of it."""
    if document.number is not None and result.findings:
        result = result._replace(findings=[finding._replace(number=document.number) for finding in result.findings])
    return Checked(document.path, result, (document.path, document.record or ""), document.number)


def _before(pending: deque[Checked | Failure | Passed | Document]) -> Iterator[Checked | Failure | Passed]:
    """What needs no work and stands before the next document that does."""
    while pending and not isinstance(pending[0], Document):
        yield pending.popleft()  # type: ignore[misc]
