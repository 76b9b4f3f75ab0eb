"""`corpuslint fix`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpuslint.cli import options, output
from corpuslint.errors import UsageError
from corpuslint.lazy import regex

if TYPE_CHECKING:
    from corpuslint.finding import Failure, Finding, Report, Safety
    from corpuslint.fixes.repair import Repair, Repairs
    from corpuslint.rulebook import RuleBook

_STDIN = Path("-")
_FOR_PEOPLE = frozenset({"full", "concise"})
_HOSTILE = regex("##\\[|(?:^|[\r\n])\\s*::|[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What makes a patch visible text: controls of terminals, what turns the direction of writing, and what a CI runner
obeys (it cuts white space off, and ends a line at a lone \\r, too). C1 stands in every text that was decoded wrongly."""
_Write = Callable[[Iterable[str]], None]


@click.command(short_help="Repair documents, then check what is left.")
@options.paths
@options.report
@options.run
@click.option("--unsafe-fixes", is_flag=True, help="Apply repairs that remove or guess, too: injected text, lines of the web page.")
@click.option("--diff", is_flag=True, help="Show a patch of what would change, and change nothing; exit code 1 where something would.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the text of standard input (path `-`).")
def fix(
    paths: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...], preview: bool | None, config: Path | None, jobs: int,
    no_cache: bool, document_timeout: float | None, document_memory: int | None, today: str, exclude: tuple[str, ...],
    force_exclude: bool, unsafe_fixes: bool, diff: bool, stdin_filename: str | None, **shown: object,
) -> int:
    """Repair documents, then check what is left.

    Safe repairs lose nothing and have one reading. No byte that a repair does not name is changed, and
    accepted findings are left alone. A repair that would itself be found fault with is withheld. The hash in
    INDEX.md is renewed where it was right. Records of JSONL and Parquet files are read only.

    With the path `-` the repaired text goes to standard output, and all else to standard error.
    """
    from corpuslint.fixes.repair import repair
    from corpuslint.rulebook import Options, rule_book
    from corpuslint.run import check

    settings = options.configuration(config).excluding(exclude, force=force_exclude)
    asked = Options(select, ignore, jobs, not no_cache, today=today, document_timeout=document_timeout, document_memory=document_memory, preview=preview)
    book = rule_book(settings, asked)
    allowed: tuple[Safety, ...] = ("safe", "unsafe") if unsafe_fixes else ("safe",)
    if _STDIN in paths:
        if len(paths) > 1:
            raise UsageError("`fix -` repairs standard input alone: name files in a run of their own")
        return _filter(stdin_filename, book, allowed, diff=diff, shown=shown)
    done = repair(paths, book, allowed, write=not diff)
    if _is_of_records_alone(done, paths):
        raise UsageError(f"{_first(done.records)}: records are read only; `fix` repairs text files, `check` shows what is wrong")
    if diff:
        _tell(done)
        return _end_with_diff(done, shown)
    _say(done.repairs, output.write if shown["output_format"] in _FOR_PEOPLE else output.tell)
    report = check(paths, book)
    _tell(done._replace(failures=_not_told(done, report)))
    code = _show(report, book, shown)
    return 3 if done.failures else code


def _is_of_records_alone(done: Repairs, paths: Sequence[Path]) -> bool:
    """Whether a person asked for repairs of record files and of nothing else."""
    return bool(done.records) and not done.repairs and not done.failures and {*paths} == {*_record_files(paths)}


def _not_told(done: Repairs, report: Report) -> list[Failure]:
    """The failures of the repair that the report does not tell, too."""
    known = {(failure.path, failure.message) for failure in report.failures}
    return [each for each in done.failures if (each.path, each.message) not in known]


def _end_with_diff(done: Repairs, shown: dict[str, object]) -> int:
    """Show the patch of all changes; the exit code."""
    changes = [each for each in done.repairs if each.changed]
    _show_diff(changes, None if shown["output_file"] is None else Path(str(shown["output_file"])))
    return 3 if done.failures else int(bool(changes))


def _show(report: Report, book: RuleBook, shown: dict[str, object]) -> int:
    from corpuslint.cli.check import show

    return show(report, book.config, book.base.rules, **shown)  # type: ignore[arg-type]


def _record_files(paths: Sequence[Path]) -> list[Path]:
    from corpuslint.readers import is_records

    return [path for path in paths if is_records(path.name) and not path.is_dir()]


def _say(repairs: Sequence[Repair], write: _Write) -> None:
    """A line for each file that was repaired, and for each index that was."""
    from corpuslint.outputs.sanitize import line, visible
    from corpuslint.reporters.text import plural

    rows = []
    for each in repairs:
        if each.applied:
            rows.append(line(f"{visible(each.path)}: {plural(len(each.applied), 'fix')} applied"))
        elif each.changed:
            rows.append(line(f"{visible(each.path)}: {plural(len(each.places), 'hash')} renewed"))
    write(rows)


def _tell(done: Repairs) -> None:
    """On standard error: what was not repaired, and why."""
    from corpuslint.fixes.repair import shown_command
    from corpuslint.outputs.sanitize import line, visible
    from corpuslint.reporters.text import failure_line

    for each in done.repairs:
        if each.withheld:
            _tell_withheld(each.path, each.withheld)
    if done.records:
        output.note(f"{_first(done.records)}: records are read only, nothing is repaired there")
    for failure in done.failures:
        output.note(failure_line(failure))
    if done.stale:
        output.note(line(visible(f"the index states another sha256; see what changed, then: {shown_command(done.stale)}")))


def _tell_withheld(path: str, withheld: Sequence[Finding]) -> None:
    from corpuslint.outputs.sanitize import line, visible
    from corpuslint.reporters.text import plural

    rules = ", ".join(sorted({finding.rule for finding in withheld}))
    output.note(line(f"{visible(path)}: {plural(len(withheld), 'fix')} of {rules} withheld: the text would get a new finding"))


def _first(names: Sequence[str]) -> str:
    from corpuslint.outputs.sanitize import line, visible

    return line(visible(names[0]) + (f" and {len(names) - 1:,} more" if len(names) > 1 else ""))


def _show_diff(changes: Sequence[Repair], path: Path | None) -> None:
    """The patch, byte for byte; on a terminal, and where it could do harm in a log, as visible text."""
    from corpuslint.outputs.sanitize import line, visible

    parts: list[bytes] = []
    for each in changes:
        rows = each.patch()
        if rows is None:
            output.note(line(f"{visible(each.path)}: {each.encoding}, which no text patch can show; `fix` repairs it"))
        else:
            parts += rows
    data = b"".join(parts)
    if path is not None:
        from corpuslint.outputs.outlet import put

        output.flush()
        put(path, data)
        return
    text = data.decode("utf-8", "surrogateescape")
    hostile = _HOSTILE.search(text) is not None
    if not hostile and not (sys.stdout is not None and sys.stdout.isatty()):
        output.write_bytes(data)
        return
    if hostile:
        output.note("the patch has control characters, shown as escapes here: `-o FILE` writes one that can be applied")
    output.write(line(visible(row)) for row in text.removesuffix("\n").split("\n") if data)


def _filter(name: str | None, book: RuleBook, allowed: Sequence[Safety], *, diff: bool, shown: dict[str, object]) -> int:
    """Standard input, repaired, to standard output; the report of what is left to standard error."""
    from corpuslint.fixes.repair import repair_stream

    done, report, data = repair_stream(sys.stdin.buffer, name or str(_STDIN), book, allowed)
    _tell(done)
    if diff:
        return _end_with_diff(done, shown)
    output.write_bytes(data)
    output.flush()
    _say(done.repairs, output.tell)
    with redirect_stdout(sys.stderr):
        code = _show(report, book, shown)
    return 3 if done.failures else code
