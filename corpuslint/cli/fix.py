"""`corpuslint fix`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corpuslint.cli import options, output


@click.command(short_help="Repair documents, then check what is left.")
@options.paths
@options.report
@options.run
@click.option("--unsafe-fixes", is_flag=True, help="Apply repairs that remove or guess, too: injected text, residue of the page.")
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing; exit code 1 where something would.")
def fix(
    paths: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...], config: Path | None, jobs: int,
    no_cache: bool, document_timeout: float | None, document_memory: int | None,
    today: str, exclude: tuple[str, ...], force_exclude: bool, unsafe_fixes: bool, diff: bool, **shown: object,
) -> int:
    """Repair documents, then check what is left.

    Safe repairs lose nothing and have one reading. No byte that a repair does not name is changed, and
    accepted findings are left alone. Records of JSONL and Parquet files are read only.
    """
    from corpuslint.cli.check import show
    from corpuslint.repair import repair
    from corpuslint.reporters.text import failure_line, plural
    from corpuslint.run import Options, check, rule_book
    from corpuslint.sanitize import line, visible

    settings = options.configuration(config).excluding(exclude, force=force_exclude)
    asked = Options(select, ignore, jobs, not no_cache, today=today, document_timeout=document_timeout, document_memory=document_memory)
    book = rule_book(settings, asked)
    repairs, failures = repair(paths, book, ("safe", "unsafe") if unsafe_fixes else ("safe",), write=not diff)
    for failure in failures:
        output.note(failure_line(failure))
    if diff:
        output.write(line(visible(row)) for each in repairs for row in each.diff())
        return 3 if failures else int(bool(repairs))
    for each in repairs:
        sys.stdout.write(line(f"{visible(each.path)}: {plural(len(each.applied), 'fix').replace('fixs', 'fixes')} applied\n"))
    code = show(check(paths, book), settings, book.base.rules, **shown)  # type: ignore[arg-type]
    return 3 if failures else code
