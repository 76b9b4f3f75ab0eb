"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpuslint.cli import output
from corpuslint.errors import UsageError
from corpuslint.finding import Severity
from corpuslint.outputs.sanitize import visible
from corpuslint.reporters import FORMATS

if TYPE_CHECKING:
    from corpuslint.config.settings import Config

Command = Callable[..., Any]


def configuration(file: Path | None) -> Config:
    """The configuration of the project where the command runs, or the one that `--config` names."""
    from corpuslint.config.settings import load_config

    settings = load_config(Path.cwd(), file)
    if settings.note:
        output.note(f"note: {visible(settings.note)}")
    return settings


def _ids(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    ids = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    if values and not ids:
        raise UsageError("an empty list of rules selects nothing: name rule ids, separated by commas")
    return ids


def rule_ids(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """What a shell offers where a rule is wanted: the ids that go on as the last part of the list does."""
    from corpuslint.config.settings import load_config
    from corpuslint.rulebook import rule_book

    done, comma, part = incomplete.rpartition(",")
    try:
        book = rule_book(load_config(Path.cwd()))
    except UsageError:
        return []
    names = [f"{rule.id}:{kind}" for rule in book.cards for kind in rule.kinds] if ":" in part else sorted(book.names)
    return [f"{done}{comma}{name}" for name in names if name.startswith(part)]


def _severity(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Severity | str | None:
    return value if value in (None, "never") else Severity.parse(value)


def _date(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise UsageError(f"--today wants a date as YYYY-MM-DD, not '{value}'") from None


paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
config = click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="This configuration file in place of the project's own; its paths are the project's, too.")
colour = click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour the output.")
output_file = click.option(
    "--output-file", "-o", type=click.Path(), callback=lambda _ctx, _parameter, value: Path(value) if value and value != "-" else None,
    metavar="FILE", help="Write the report to a file; `-` is standard output.",
)


def rules(function: Command) -> Command:
    """`--select`, `--ignore` and `--preview`."""
    function = click.option(
        "--preview/--no-preview", default=None, help="Whether kinds of rules in preview run, too (see `corpuslint rules show`).",
    )(function)
    for name, text in (("--ignore", "Leave these rules out."), ("--select", "Run only these rules; RULE:KIND is one kind.")):
        function = click.option(
            name, multiple=True, metavar="RULE,…", callback=_ids, shell_complete=rule_ids, help=f"{text} May be repeated."
        )(function)
    return function


def run(function: Command) -> Command:
    """What every command that checks documents takes."""
    for option in (
        click.option("--today", default="", show_default=False, metavar="DATE", callback=_date,
                     help="The day (YYYY-MM-DD) after which a date lies in the future."),
        click.option("--force-exclude", is_flag=True, help="Leave out what is excluded also where it is named one by one."),
        click.option("--exclude", multiple=True, metavar="PATTERN",
                     help="Leave out what the pattern names (as in .gitignore), beside the configuration's `exclude`. A file "
                     "that is named itself is checked all the same, and so is one that git ignores."),
        click.option("--document-memory", type=click.IntRange(min=0), metavar="MB",
                     help="The megabytes that one document may take in a worker process (default: no bound)."),
        click.option("--document-timeout", type=click.FloatRange(min=0), metavar="SECONDS",
                     help="The seconds that the check of one document may take (default: 60); 0: no bound."),
        click.option("--no-cache", is_flag=True, help="Check everything again."),
        click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="Worker processes; 0: as many as pay."),
        config,
        rules,
    ):
        function = option(function)
    return function


def report(function: Command) -> Command:
    """How a report is shown and judged."""
    for option in (
        colour,
        click.option("--show-accepted", is_flag=True, help="Show findings that the baseline or a suppression covers, too."),
        click.option("--statistics", is_flag=True, help="Count the findings of each rule."),
        click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]), callback=_severity,
                     help="The severity from which findings make the exit code 1 (default: warning)."),
        output_file,
        click.option("--output-format", type=click.Choice(FORMATS), default="full", show_default=True, help="How findings are shown."),
    ):
        function = option(function)
    return function
