"""What the pytest plugin collects: the documents of the index, the checks of the index itself, rule examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from _pytest._code.code import ReprFileLocation, TerminalRepr

from corpuslint.card import examples_of, load_rule
from corpuslint.checkers import CORPUS_CHECKERS, DOCUMENT_CHECKERS
from corpuslint.config.settings import Config, load_config
from corpuslint.data import builtin_folder
from corpuslint.engine import Result, check_corpus
from corpuslint.finding import Accepted, Failure, Finding, Passed, Report, Severity
from corpuslint.index.entries import Entry, Index, read_index
from corpuslint.inputs.exclude import excluded
from corpuslint.inputs.gather import gather
from corpuslint.inputs.walk import EXCLUDED
from corpuslint.inputs.work import Source, Work, is_there
from corpuslint.lazy import regex
from corpuslint.outputs.sanitize import visible
from corpuslint.reporters.text import describe, failure_line
from corpuslint.rule import Example, Rule
from corpuslint.rulebook import Options, RuleBook, rule_book
from corpuslint.run import Checked, Tally, accepted, check_indexes, open_cache, reread, results
from corpuslint.suppress import load_baseline

if TYPE_CHECKING:
    from _pytest._io import TerminalWriter

    from corpuslint.cache.results import Cache

MANY_ITEMS = 5000
"""Above this one item a document: pytest spends about a millisecond on each item, more than the lint itself."""
# What pytest itself reads in a node id, control characters, and the escape's own sign.
_SPECIAL = regex(r"[\[\]%\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|::")


def escape(name: str) -> str:
    """A name that can stand in a node id and be selected by it: percent-encoded where pytest would split."""
    return _SPECIAL.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "surrogateescape")), name)


@dataclass(frozen=True)
class Project:
    """The configured project: its rules, its corpus folder (None where that is the whole project), its index."""

    book: RuleBook
    index: Path | None
    corpus: Path | None
    rule_folders: tuple[Path, ...]

    @classmethod
    def load(cls, root: Path) -> Project:
        """Raises UsageError for what the command would not start with: a wrong configuration, rule file, baseline or index."""
        config = load_config(root)
        index = config.index.path if config.index.path.is_file() else None
        if index is None and config.index.named:
            raise config.no_index()
        load_baseline(config.baseline)
        corpus = index.parent if index and index.parent != root else None
        own = [builtin_folder()] if builtin_folder().is_relative_to(root) else []
        return cls(rule_book(config, Options(cache=True)), index, corpus, (*own, *config.rule_folders))

    @property
    def config(self) -> Config:
        return self.book.config

    @property
    def collected(self) -> tuple[Path, ...]:
        """What is collected whatever `testpaths` says."""
        return (*([self.index] if self.index else []), *self.rule_folders)

    def notes(self) -> Iterator[str]:
        """What a person may take for checked and is not."""
        if self.config.note:
            yield visible(self.config.note)
        if self.index is None:
            yield f"nothing is checked: no index at {visible(self.config.relative(self.config.index.path))}"

    def is_corpus(self, path: Path) -> bool:
        return self.corpus is not None and path.is_relative_to(self.corpus)

    def collector(self, path: Path, parent: pytest.Collector) -> pytest.File | None:
        """Our collector for this file, if it is one of ours."""
        if path == self.index:
            return IndexFile.from_parent(parent, path=path, project=self)
        if path.suffix == ".toml" and path.parent in self.rule_folders:
            return RuleFile.from_parent(parent, path=path)
        return None


class LintError(Exception):
    """What an item shows instead of a traceback."""


class LintRepr(TerminalRepr):
    """The text in full for the terminal, its first line alone for the summary and for JUnit's `message`."""

    def __init__(self, text: str, path: Path, line: int) -> None:
        self.text = text
        # Without it pytest repeats the whole text in the summary wherever `CI` is set.
        self.reprcrash = ReprFileLocation(str(path), line, text.partition("\n")[0])

    def toterminal(self, tw: TerminalWriter) -> None:
        tw.line(self.text)


class Item(pytest.Item):
    """An item that fails with a text; other plugins find the attributes that they take for granted."""

    obj = None
    funcargs: dict[str, Any] = {}  # noqa: RUF012 (pytest's own items have it mutable)
    fixturenames: tuple[str, ...] = ()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings; never raises, since that would end the whole session."""
        if isinstance(excinfo.value, LintError):
            path, line, _ = self.reportinfo()
            return LintRepr(str(excinfo.value), Path(path), (line or 0) + 1)
        try:
            return super().repr_failure(excinfo, style)
        except Exception:  # noqa: BLE001, RUF100 (see above)
            return visible(repr(excinfo.value))


class IndexFile(pytest.File):
    """`seeds/INDEX.md`: an item for each rule and document, and for each rule of the index and the corpus."""

    def __init__(self, *, project: Project, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.project = project
        self._results: dict[str, Checked | Failure | Passed] = {}
        self._excluded = excluded(project.config)

    @cached_property
    def index(self) -> Index:
        return read_index(self.path, self.project.config)

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        yield IndexChecks.from_parent(self, name="index")
        per_document = self._one_item_a_document()
        seen: dict[str, int] = {}
        for entry in self.index.active:
            count = seen[entry.name] = seen.get(entry.name, 0) + 1
            name = escape(entry.name) if count == 1 else f"{escape(entry.name)}#{count}"
            kind = DocumentItem if per_document else DocumentCollector
            yield kind.from_parent(self, name=name, entry=entry)

    def report(self, entry: Entry) -> Report:
        """All rules at once for one document, accepted findings parted off."""
        return _report([self._result(entry)], Work(), self.project.book)

    @cached_property
    def whole(self) -> Report:
        """The report of the corpus rules, the index rules and the acceptances, over all documents."""
        book = self.project.book
        work = gather((self.path,), book.config)
        wanted = {source.name for source in work.sources}
        entries = {entry.name: entry for entry in reversed(self.index.active) if entry.document in wanted}
        done = [self._result(entry) for entry in reversed(entries.values())]
        checked = [item for item in done if isinstance(item, Checked)]
        again = partial(reread, work, book.config, [item.path for item in checked])
        found, failed = check_corpus([item.result.summaries for item in checked], book.base, again)
        index_found, index_failed = check_indexes(work, book)
        everything = Checked("", Result([*found, *index_found], [*failed, *index_failed], {}))
        return _report([*done, everything], work, book)

    @cached_property
    def _cache(self) -> Cache | None:
        return open_cache(self.project.book)

    def _result(self, entry: Entry) -> Checked | Failure | Passed:
        if self._excluded(entry.document, False):
            return Passed(entry.document, EXCLUDED)
        if entry.name not in self._results:
            assert entry.file is not None
            work = Work((Source(entry.file, entry.document, entry.metadata),))
            self._results[entry.name] = next(results(work, self.project.book, self._cache))
        return self._results[entry.name]

    def _one_item_a_document(self) -> bool:
        wanted = self.config.getini("corpuslint_granularity")
        rules = len(self.project.book.base.document_rules)
        return wanted == "document" or (wanted == "auto" and len(self.index.active) * rules > MANY_ITEMS)


class DocumentCollector(pytest.Collector):
    """One document of the index; its items share one lint."""

    parent: IndexFile

    def __init__(self, *, entry: Entry, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.entry = entry

    def collect(self) -> Iterator[pytest.Item]:
        for rule in self.parent.project.book(self.entry.document).document_rules:
            yield RuleItem.from_parent(self, name=rule.id, rules=(rule.id,), entry=self.entry)

    @cached_property
    def report(self) -> Report:
        return self.parent.report(self.entry)


class IndexChecks(pytest.Collector):
    """What only the whole index shows."""

    parent: IndexFile

    def collect(self) -> Iterator[pytest.Item]:
        for rule in self.parent.project.book.base.rules:
            if rule.checker not in DOCUMENT_CHECKERS or rule.checker in CORPUS_CHECKERS:
                yield RuleItem.from_parent(self, name=rule.id, rules=(rule.id,), entry=None)

    @property
    def report(self) -> Report:
        return self.parent.whole


class RuleItem(Item):
    """One rule on one document (or on the index): passes, fails with the findings, or is xfailed as accepted."""

    def __init__(self, *, rules: Sequence[str], entry: Entry | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rules = frozenset(rules)
        self.entry = entry
        document = entry.document if entry else ""
        self.add_marker(pytest.mark.corpuslint(rule=self.name, document=document))
        self.user_properties += [("document", visible(document)), ("rule", self.name)]

    def lint(self) -> Report:
        report: Report = self.parent.report  # type: ignore[union-attr]
        return report

    def runtest(self) -> None:
        _skip_missing(self.entry)
        report = self.lint()
        if self.entry is not None and report.passed_over:
            pytest.skip(f"passed over: {', '.join(report.passed_over)}")
        _judge(self, report, self.rules, _fail_on(self))

    def reportinfo(self) -> tuple[Path, int, str]:
        line = self.entry.line - 1 if self.entry else 0
        # Not the end of the node id: pytest would take it for a Python name, and its dots for separators.
        return self.path, line, f"{self.name} in {self.entry.document if self.entry else self.path.name}"


class DocumentItem(RuleItem):
    """One document, all rules: for corpora so large that pytest's own cost per item matters."""

    parent: IndexFile

    def __init__(self, *, entry: Entry, parent: IndexFile, **kwargs: Any) -> None:
        rules = [rule.id for rule in parent.project.book(entry.document).document_rules]
        super().__init__(rules=rules, entry=entry, parent=parent, **kwargs)

    def lint(self) -> Report:
        assert self.entry is not None
        return self.parent.report(self.entry)


class RuleFile(pytest.File):
    """A rule card: each of its examples is an item."""

    def collect(self) -> Iterator[pytest.Item]:
        from corpuslint.card_check import numbered
        from corpuslint.errors import RuleFileError

        try:
            rule = load_rule(self.path)
            examples = examples_of(rule)
        except RuleFileError as error:
            yield BrokenCard.from_parent(self, name="card", message=str(error))
            return
        yield CardItem.from_parent(self, name="card", rule=rule)
        for name, example in numbered(examples):
            yield ExampleItem.from_parent(self, name=name, rule=rule, example=example)


class BrokenCard(Item):
    """A rule file that cannot be used: a failing item, not an error that ends the collection."""

    def __init__(self, *, message: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.message = message

    def runtest(self) -> None:
        raise LintError(visible(self.message))


class CardItem(Item):
    """What is wrong with a card beside its examples: too few of them, a kind that none shows, its word lists."""

    def __init__(self, *, rule: Rule, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rule = rule
        self.add_marker(pytest.mark.corpuslint(rule=rule.id, document=""))

    def runtest(self) -> None:
        from corpuslint.card_check import card_problems

        if found := list(card_problems(self.rule)):
            raise LintError("\n".join(visible(str(problem)) for problem in found))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"{self.name} of {self.rule.id}"


class ExampleItem(Item):
    """One example of a card; a `todo` is a known failure, strictly."""

    def __init__(self, *, rule: Rule, example: Example, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rule, self.example = rule, example
        self.add_marker(pytest.mark.corpuslint(rule=rule.id, document=""))
        if example.status == "todo":
            self.add_marker(pytest.mark.xfail(strict=True, reason=example.why))

    def runtest(self) -> None:
        from corpuslint.examples import problems

        if found := list(problems(self.rule, self.example)):
            raise LintError("\n".join(visible(problem) for problem in found))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.example.line - 1, f"{self.name} of {self.rule.id}"


def _report(done: Iterable[Checked | Failure | Passed], work: Work, book: RuleBook) -> Report:
    tally = Tally()
    for item in done:
        tally.add(item)
    return accepted(tally.findings, tally.failures, len(tally.read), work, book)._replace(passed_over=tally.passed)


def _fail_on(item: pytest.Item) -> Severity | None:
    parent = item.getparent(IndexFile)
    assert parent is not None
    return parent.project.config.fail_on


def _skip_missing(entry: Entry | None) -> None:
    if entry is not None and not is_there(entry):
        pytest.skip("cannot be read: see the items of the index")


def _judge(item: RuleItem, report: Report, rules: frozenset[str], fail_on: Severity | None) -> None:
    """Fail for failures and findings, xfail for accepted ones; what is below `fail-on` is only shown."""
    report = _only(report, rules)
    item.user_properties += [("fingerprint", f.fingerprint) for f in report.findings]
    bad = fail_on is not None and any(f.severity >= fail_on for f in report.findings)
    if report.failures or bad:
        raise LintError("\n".join([*map(failure_line, report.failures), *_blocks(report.findings)]))
    if report.findings:
        item.add_report_section("call", "corpuslint", "\n".join(_blocks(report.findings)))
    if report.accepted:
        pytest.xfail(_reasons(report.accepted))


def _only(report: Report, rules: frozenset[str]) -> Report:
    """What the report says of these rules; a failure that is no rule's stays."""
    return report._replace(
        findings=tuple(f for f in report.findings if f.rule in rules),
        failures=tuple(f for f in report.failures if f.rule is None or f.rule in rules),
        accepted=tuple(a for a in report.accepted if a.finding.rule in rules),
    )


def _blocks(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        yield from describe(finding)


def _reasons(taken: Sequence[Accepted]) -> str:
    reasons = "; ".join(dict.fromkeys(visible(a.reason) for a in taken))
    return f"{len(taken)} accepted: {reasons}"
