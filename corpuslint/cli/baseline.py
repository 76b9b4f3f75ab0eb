"""`corpuslint baseline`: accept what is found now, and drop what is found no more."""

from __future__ import annotations

from pathlib import Path

import click

from corpuslint.cli import Group, options, output
from corpuslint.errors import UsageError


@click.group(cls=Group, short_help="Accept findings, each with a reason.")
def baseline() -> None:
    """Keep the file of accepted findings: each with a reason, found again by its fingerprint.

    \b
    corpuslint baseline update --reason "as it came from the archive"
    corpuslint baseline prune            after documents were repaired
    """


@baseline.command(short_help="Accept what is found now.")
@options.paths
@options.rules
@options.config
@click.option("--reason", default="", show_default=False, help="Why these findings are accepted (required); kept with each new entry.")
def update(paths: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...], preview: bool | None, config: Path | None, reason: str) -> int:
    """Accept what is found now in the documents of PATHS (default: the configured index)."""
    from corpuslint.baseline import update_baseline
    from corpuslint.reporters.text import failure_line
    from corpuslint.rulebook import Options, rule_book
    from corpuslint.run import check
    from corpuslint.suppress import UNUSED

    if not reason.strip():
        raise UsageError("--reason wants a reason: say why these findings are accepted")
    settings = options.configuration(config)
    report = check(paths, rule_book(settings, Options(select, ignore, preview=preview)))
    output.write([update_baseline(settings.baseline, [f for f in report.findings if f.rule != UNUSED], reason, report.accepted)])
    for failure in report.failures:
        output.note(failure_line(failure))
    return 3 if report.failures else 0


@baseline.command(short_help="Drop the entries that match nothing any more.")
@options.config
def prune(config: Path | None) -> int:
    """Drop the entries that match nothing any more in the configured index."""
    from corpuslint.baseline import prune_baseline
    from corpuslint.reporters.text import failure_line
    from corpuslint.rulebook import rule_book
    from corpuslint.run import check

    settings = options.configuration(config)
    report = check((), rule_book(settings))
    if report.failures:
        for failure in report.failures:
            output.note(failure_line(failure))
        return 3  # what could not be checked may still need its entries
    output.write([prune_baseline(settings.baseline, report.findings)])
    return 0
