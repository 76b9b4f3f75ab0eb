"""One run: gather, check, accept, report. The border where pure parts meet files, configuration and workers."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint.checkers import CORPUS_CHECKERS, INDEX_CHECKERS, Summary
from corpuslint.config.settings import Config, Settings, check_rule_ids
from corpuslint.document import Document
from corpuslint.engine import Result, RuleSet, Watch, check_corpus
from corpuslint.errors import UsageError
from corpuslint.executors import batches, cores, serial
from corpuslint.executors.bounds import Bounds
from corpuslint.finding import Failure, Finding, Passed, Report
from corpuslint.inputs.gather import Work, documents, gather
from corpuslint.rule import Rule, builtin_rules, load_folder, nearest
from corpuslint.suppress import UNUSED, Judged, accept, load_baseline

if TYPE_CHECKING:
    from corpuslint.cache.results import Cache

NO_RULE = "no rule left for it"
POOL_FROM = 4_000_000
"""Bytes below which starting workers costs more than they bring."""


class Options(NamedTuple):
    """What one call asks for, beside its paths and the configuration. `jobs` 0: as many as there are cores."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 1
    cache: bool = False
    changed_only: bool = False
    today: str = ""
    stdin_name: str | None = None
    watch: Watch | None = None
    """Told what the engine does; it does all in this process then, and asks no cache."""
    document_timeout: float | None = None
    document_memory: int | None = None
    """None: what the configuration says."""


class Checked(NamedTuple):
    """What one document gave, and the path it is printed with."""

    path: str
    result: Result
    name: tuple[str, str] = ("", "")
    """Path and record."""
    number: int | None = None
    """Where the record stands in its file."""


Progress = Callable[[int, int], None]
"""Told the bytes done and the bytes in all."""
DEFAULT = Options()


@dataclass(frozen=True, eq=False)
class RuleBook:
    """All known rules, and which of them apply to a document: picklable, so that every worker compiles its own."""

    cards: tuple[Rule, ...]
    config: Config
    options: Options = DEFAULT
    whole: bool = True
    """Whether corpus rules run too: they say nothing where a run covers a part."""

    def __call__(self, path: str) -> RuleSet:
        """The compiled rules for the document of this path."""
        return self._compiled(self.config.for_document(path)) if self.config.per_document else self.base

    @cached_property
    def base(self) -> RuleSet:
        """The rules where no per-document settings apply."""
        return self._compiled(self.config.settings)

    @property
    def bounds(self) -> Bounds:
        """What the check of one document may take."""
        asked, config = self.options, self.config
        return Bounds(
            config.document_timeout if asked.document_timeout is None else asked.document_timeout,
            config.document_memory if asked.document_memory is None else asked.document_memory,
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The rule's id by each of its names."""
        return {name: rule.id for rule in self.cards for name in (rule.id, *rule.aliases)}

    @cached_property
    def _sets(self) -> dict[Settings, RuleSet]:
        return {}

    def _compiled(self, settings: Settings) -> RuleSet:
        if settings not in self._sets:
            self._sets[settings] = RuleSet(tuple(self._enabled(settings)), self.options.watch)
        return self._sets[settings]

    def _enabled(self, settings: Settings) -> Iterator[Rule]:
        """The rules under these settings; `--select` and `--ignore` have the last word for every document."""
        chosen = {self.names[name] for name in self.options.select or settings.select} or set(self.names.values())
        ignored = {self.names[name] for name in settings.ignore}
        ignored -= {self.names[name] for name in self.options.select}
        ignored |= {self.names[name] for name in self.options.ignore}
        severity = {self.names[name]: level for name, level in settings.severity}
        values = {self.names[name]: given for name, given in settings.parameters_by_rule().items()}
        for rule in self.cards:
            if rule.id in chosen - ignored and (self.whole or rule.checker not in CORPUS_CHECKERS):
                rule = rule.with_parameters(values.get(rule.id, {}))
                if self.options.today and "today" in rule.parameters:
                    rule = rule.with_parameters({"today": self.options.today})
                yield rule.with_severity(severity[rule.id]) if rule.id in severity else rule

    def __getstate__(self) -> dict[str, object]:
        return {"cards": self.cards, "config": self.config, "options": self.options, "whole": self.whole}


def rule_book(config: Config, options: Options = DEFAULT) -> RuleBook:
    """Load every rule card, the user's own too. Raises UsageError for a bad card or an unknown rule."""
    cards = list(builtin_rules())
    for folder in config.rule_folders:
        cards += load_folder(folder)
    known: dict[str, Rule] = {}
    for rule in cards:
        for name in (rule.id, *rule.aliases):
            if name in known:
                raise UsageError(f"{rule.path}: rule '{name}' is also defined in {known[name].path}")
            known[name] = rule
    check_rule_ids(config, known)
    for name in (*options.select, *options.ignore):
        if name not in known:
            raise UsageError(f"unknown rule '{name}'{nearest(name, known)}")
    if options.select and {known[name].id for name in options.select} <= {known[name].id for name in options.ignore}:
        raise UsageError("nothing was checked: --select and --ignore leave no rule")
    return RuleBook(tuple(sorted(cards, key=lambda rule: rule.id)), config, options)


def check(paths: Sequence[Path], book: RuleBook, progress: Progress | None = None) -> Report:
    """Check the documents that the paths name: each, then what only the whole shows, then what is accepted.

    Raises UsageError for a path that does not exist; everything else is in the report.
    """
    work = gather(paths, book.config, changed_only=book.options.changed_only, stdin_name=book.options.stdin_name)
    return check_work(work, book, progress)


def check_work(work: Work, book: RuleBook, progress: Progress | None = None) -> Report:
    """Check what was gathered."""
    book = replace(book, whole=work.whole)
    findings: list[Finding] = []
    failures: list[Failure] = []
    summaries: list[Mapping[str, Summary]] = []
    read: list[str] = []
    numbers: dict[tuple[str, str], int] = {}
    passed = Counter(work.passed)
    judged: set[str] = set()
    cache = open_cache(book)
    for item in results(work, book, cache, progress):
        if isinstance(item, Failure):
            failures.append(item)
            continue
        if isinstance(item, Passed):
            passed[item.reason] += 1
            continue
        read.append(item.path)
        if item.path not in judged and not _is_idle(item.path, work, book):
            judged.add(item.path)
        findings += item.result.findings
        failures += item.result.failures
        summaries.append(item.result.summaries)
        if item.number is not None and work.whole:
            numbers.setdefault(item.name, item.number)
    if work.whole:
        combine = partial(check_corpus, summaries, book.base, partial(reread, work, book.config, read))
        found, failed = cache.corpus(combine) if cache else combine()
        index_found, index_failed = check_indexes(work, book)
        findings += [*(f._replace(number=numbers.get((f.path, f.record or ""))) for f in found), *index_found]
        failures += [*failed, *index_failed]
    if cache:
        cache.close()
    idle = sum(path not in judged for path in read)
    passed[NO_RULE] += idle
    report = accepted(findings, failures, len(read) - idle, work, book)
    given = judged | {failure.path for failure in failures}
    empty = tuple(name for name, names in work.named.items() if names.isdisjoint(given))
    return report._replace(passed_over=dict(sorted((+passed).items())), empty=empty)


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
    judged = Judged(work.covered if whole else frozenset(), ran, book.names)
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
    from corpuslint.index.entries import check_index

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
