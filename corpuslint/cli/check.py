"""`corpuslint check`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpuslint.cli import options, output
from corpuslint.finding import Report, Severity

if TYPE_CHECKING:
    from corpuslint.config.settings import Config
    from corpuslint.rule import Rule

_MACHINE = frozenset({"json", "json-lines", "sarif"})
_SILENT = frozenset({"json-lines", "github", "sarif"})
"""Formats with no place for what was passed over."""
_PROGRESS_FROM = 4_000_000


@click.command(short_help="Check documents.")
@options.paths
@options.report
@options.run
@click.option("--changed-only", is_flag=True, help="What a hook calls: the given documents, and for a changed INDEX.md those whose rows changed.")
@click.option("--profile", is_flag=True, help="Show on standard error how long each rule took; one worker, no cache.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the text of standard input (path `-`).")
def check(
    paths: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...], preview: bool | None, config: Path | None, jobs: int,
    no_cache: bool, document_timeout: float | None, document_memory: int | None,
    today: str, exclude: tuple[str, ...], force_exclude: bool, changed_only: bool, profile: bool,
    stdin_filename: str | None, **shown: object,
) -> int:
    """Check documents: files, folders, an INDEX.md, JSONL or Parquet files, `-` for standard input.

    With no PATH, the documents of the configured index.
    """
    settings = options.configuration(config).excluding(exclude, force=force_exclude)
    work = None
    if changed_only:
        from corpuslint.inputs.gather import gather

        work = gather(paths, settings, changed_only=True)
        if not work.sources:  # nearly every commit: no rule need be loaded to say so
            return show(Report(passed_over=work.passed), settings, (), **shown)  # type: ignore[arg-type]
    from corpuslint.rulebook import Options, rule_book
    from corpuslint.run import check as check_paths
    from corpuslint.run import check_work

    asked = Options(
        select, ignore, jobs, not no_cache, changed_only, today, stdin_filename,
        document_timeout=document_timeout, document_memory=document_memory, preview=preview,
    )
    watched: Counter[str] = Counter()
    if profile:
        asked = asked._replace(jobs=1, cache=False, watch=partial(_watch, watched))
    book = rule_book(settings, asked)
    with _progress(str(shown["output_format"])) as progress:
        report = check_work(work, book, progress) if work else check_paths(paths, book, progress)
    for row in _profile(watched):
        output.note(row)
    return show(report, settings, book.base.rules, **shown)  # type: ignore[arg-type]


def show(
    report: Report, config: Config, rules: tuple[Rule, ...], *, output_format: str, output_file: Path | None,
    fail_on: Severity | str | None, statistics: bool, show_accepted: bool, colour: str,
) -> int:
    """Print the report; the exit code."""
    from corpuslint.reporters import REPORTERS
    from corpuslint.reporters.text import failure_line, passed_over, unchecked
    from corpuslint.reporters.view import View

    coloured = output_file is None and output.want_colour(colour, sys.stdout)
    lines = REPORTERS[output_format](report, View(coloured, show_accepted, rules, *output.paper(output_file)))
    output.write(lines, output_file, utf8=output_format in _MACHINE)
    if statistics:
        for row in _statistics(report):
            if output_format in _MACHINE:
                output.note(row)
            else:
                output.write([row])
    for failure in report.failures:
        output.note(failure_line(failure))
    for warning in unchecked(report):
        output.note(warning)
    if report.documents and report.passed_over and output_format in _SILENT:
        output.note(f"passed over {passed_over(report)}")
    if fail_on is None:
        return report.exit_code(config.fail_on)
    return report.exit_code(fail_on if isinstance(fail_on, Severity) else None)


def _statistics(report: Report) -> Iterator[str]:
    counts = Counter((finding.rule, finding.kind) for finding in report.findings)
    width = len(str(max(counts.values(), default=0)))
    for (rule, kind), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>{width}}  {rule} ({kind})"


@contextmanager
def _watch(spent: Counter[str], name: str) -> Iterator[None]:
    """Add the processor time of what is done meanwhile, in nanoseconds."""
    import time

    started = time.process_time_ns()
    try:
        yield
    finally:
        spent[name] += time.process_time_ns() - started


def _profile(watched: Counter[str]) -> Iterator[str]:
    whole = max(1, watched.total())
    for name, spent in watched.most_common():
        yield f"{spent / 1e9:8.2f} s  {100 * spent / whole:3.0f} %  {name}"


@contextmanager
def _progress(output_format: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar with the rate on standard error, where a person watches and the work is long."""
    if not sys.stderr.isatty() or output_format in _MACHINE:
        yield None
        return
    import time

    started = time.monotonic()
    bar = click.progressbar(length=1, label="checking", file=sys.stderr, item_show_func=lambda rate: rate)
    entered = False

    def tick(done: int, total: int) -> None:
        nonlocal entered
        if total < _PROGRESS_FROM:
            return
        if not entered:
            bar.length = total
            bar.__enter__()
            entered = True
        rate = done / 1e6 / max(time.monotonic() - started, 1e-3)
        bar.update(done - bar.pos, f"{rate:.1f} MB/s")

    try:
        yield tick
    finally:
        if entered:
            bar.__exit__(None, None, None)
