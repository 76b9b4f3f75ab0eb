"""The engine: documents and rules in, findings and failures out. Pure: no clock, no files, no globals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from corpuslint.checkers import CORPUS_CHECKERS, DOCUMENT_CHECKERS
from corpuslint.document import Document, Span
from corpuslint.finding import Failure, Finding, number_equals
from corpuslint.rule import Reread, Rule, Summary
from corpuslint.text.scanner import Scanner
from corpuslint.text.spans import overlaps

SCAN = "lexicons of all rules"
MAX_FINDINGS = 1000
"""Findings of one rule in one document; what is over is counted in the last one, so that memory stays bounded."""


Watch = Callable[[str], AbstractContextManager[None]]
"""Told what the engine does next, for as long as it does it; the clock is the caller's."""


@dataclass(frozen=True)
class RuleSet:
    """The enabled rules, compiled once per process."""

    rules: tuple[Rule, ...]
    watch: Watch | None = field(default=None, compare=False)

    @cached_property
    def scanner(self) -> Scanner:
        return Scanner(self.rules)

    @cached_property
    def document_rules(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.checker in DOCUMENT_CHECKERS)

    @cached_property
    def yielding(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The kinds that leave a place to other rules, by rule and kind."""
        return {(rule.id, name): kind.yields for rule in self.document_rules for name, kind in rule.kinds.items() if kind.yields}

    @cached_property
    def corpus_rules(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.checker in CORPUS_CHECKERS)


class Result(NamedTuple):
    """What one document gave: sorted findings, failures, and its summaries by corpus rule."""

    findings: list[Finding]
    failures: list[Failure]
    summaries: Mapping[str, Summary]


def check_document(document: Document, rules: RuleSet, most: int = MAX_FINDINGS) -> Result:
    """Run every document rule; a checker that crashes is a failure and takes no other rule's findings with it.

    `most` findings of a rule are kept. Raises MemoryError, which is the document's matter and no rule's.
    """
    document = replace(document, scan=rules.scanner.scan)
    findings: list[Finding] = []
    failures: list[Failure] = []
    summaries: dict[str, Summary] = {}
    if rules.watch:
        with rules.watch(SCAN), suppress(Exception):  # each rule that needs the hits will fail by itself
            document.hits("")
    for rule in rules.document_rules:
        try:
            with _watched(rules, rule.id):
                findings += capped(_wanted(DOCUMENT_CHECKERS[rule.checker](document, rule), rule), rule, most)
        except MemoryError:
            raise  # no bug of the checker's: its caller knows the bound, and names the document
        except Exception as error:  # noqa: BLE001, RUF100 (any bug of a checker becomes a value here)
            failures.append(crash(document, rule, error))
    for rule in rules.corpus_rules:
        try:
            with _watched(rules, rule.id):
                summaries[rule.id] = CORPUS_CHECKERS[rule.checker].summarize(document, rule)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001, RUF100 (the same)
            failures.append(crash(document, rule, error))
    return Result(numbered(_owned(findings, rules)), failures, summaries)


def _wanted(findings: Iterable[Finding], rule: Rule) -> Iterable[Finding]:
    """Those of the kinds that are on."""
    return (finding for finding in findings if finding.kind not in rule.off) if rule.off else findings


def _owned(findings: list[Finding], rules: RuleSet) -> list[Finding]:
    """The findings without those whose kind leaves the place to another rule that has found something there."""
    if not any((f.rule, f.kind) in rules.yielding for f in findings):
        return findings
    taken: dict[str, list[Span]] = {}
    for finding in findings:
        taken.setdefault(finding.rule, []).extend(finding.spans)
    for spans in taken.values():
        spans.sort()

    def is_taken(finding: Finding) -> bool:
        winners = rules.yielding.get((finding.rule, finding.kind), ())
        return any(  # places of one rule are disjoint
            rule in taken and all(overlaps(taken[rule], *place) for place in finding.spans) for rule in winners
        )

    return [finding for finding in findings if not is_taken(finding)]


def _watched(rules: RuleSet, name: str) -> AbstractContextManager[None]:
    return rules.watch(name) if rules.watch else nullcontext()


def check_corpus(
    results: Sequence[Mapping[str, Summary]], rules: RuleSet, reread: Reread = lambda _wanted: ()
) -> tuple[list[Finding], list[Failure]]:
    """Reduce the summaries of all documents, in their order; `reread` gives some of the documents once more."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    for rule in rules.corpus_rules:
        summaries = [result.get(rule.id) for result in results]
        try:
            findings += _wanted(CORPUS_CHECKERS[rule.checker].combine(summaries, rule, reread), rule)
        except Exception as error:  # noqa: BLE001, RUF100 (the same)
            failures.append(Failure("", f"{type(error).__name__}: {error}", rule=rule.id))
    return numbered(findings), failures


def check_text(text: str, rules: RuleSet, /, **metadata: str) -> list[Finding]:
    """Findings of one text; raises RuntimeError where a checker failed."""
    result = check_document(Document.from_text(text, metadata=metadata), rules)
    if result.failures:
        raise RuntimeError(result.failures[0].message)
    return result.findings


def capped(findings: Iterable[Finding], rule: Rule, most: int = MAX_FINDINGS) -> list[Finding]:
    """The first findings of the rule in each document; the last one tells how many more there are."""
    found: list[Finding] = []
    counts: Counter[str] = Counter()
    last: dict[str, int] = {}
    for finding in findings:
        counts[finding.document] += 1
        if counts[finding.document] <= most:
            last[finding.document] = len(found)
            found.append(finding)
    for document, count in counts.items():
        if count > most:
            shown = found[last[document]]
            more = f"{shown.message} (and {count - most} more of {rule.id} in this document)"
            found[last[document]] = shown._replace(message=more)
    return found


def numbered(findings: Iterable[Finding]) -> list[Finding]:
    """The findings sorted, with a fingerprint of its own for each of a document."""
    by_document = groupby(sorted(findings, key=Finding.sort_key), lambda finding: finding.document)
    return [finding for _, group in by_document for finding in number_equals(group)]


def crash(document: Document, rule: Rule, error: Exception) -> Failure:
    """A checker's exception as the failure that it is."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{_below_checkers(frame.filename)}:{frame.lineno}"
    return Failure(document.path, f"checker crashed: {type(error).__name__}: {error} ({place})", document.record, rule.id)


def _below_checkers(file: str) -> str:
    """A checker's file with its room, since many are called alike; the name alone of any other."""
    *folders, name = file.replace("\\", "/").split("/")
    return f"{folders[-1]}/{name}" if "checkers" in folders[-2:-1] else name


def select(rules: Iterable[Rule], ids: Iterable[str]) -> RuleSet:
    """The rules of these ids, compiled."""
    wanted = set(ids)
    return RuleSet(tuple(rule for rule in rules if rule.id in wanted))
