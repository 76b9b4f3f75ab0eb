"""`corpuslint index`: check the table, add documents to it, make one."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpuslint.cli import Group, options, output
from corpuslint.errors import UsageError

if TYPE_CHECKING:
    from corpuslint.config.settings import Config
    from corpuslint.index.edit import Change

_WORDS = {
    "added": "added", "updated": "updated", "unchanged": "already listed",
    "differs": "listed with another sha256: `corpuslint index add --update {file}` refreshes the row",
}

_dry_run = click.option("--dry-run", is_flag=True, help="Show the rows, and write nothing.")


@click.group(cls=Group, short_help="Check the index, add documents, make one.")
def index() -> None:
    """Keep INDEX.md, the table of the documents: make one, add documents, check it.

    \b
    corpuslint index init texts          a new texts/INDEX.md for the documents that are there
    corpuslint index add texts/new.txt   one more row, proposed from the text
    corpuslint index add --update        new hashes of documents that were changed on purpose
    """


@index.command(short_help="Check the index alone: no word of its documents is read.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@options.config
@options.report
def check(path: Path | None, config: Path | None, **shown: object) -> int:
    """Check a whole index: syntax, cells, missing, unlisted and doubled documents, hashes, unsafe paths.

    PATH is an INDEX.md or its folder; with none, the configured index.
    """
    from corpuslint.cli.check import show
    from corpuslint.config.file import INDEX
    from corpuslint.rulebook import rule_book
    from corpuslint.run import check_index_alone

    settings = options.configuration(config)
    book = rule_book(settings)
    place = settings.index.path if path is None else path / INDEX if path.is_dir() else path
    report = check_index_alone(place, book)
    return show(report, settings, book.base.rules, **shown)  # type: ignore[arg-type]


@index.command(short_help="List documents, or refresh their rows.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@options.config
@click.option("--update", is_flag=True, help="Refresh the rows of documents that are listed (with no FILE: of all): the hash, and empty cells.")
@_dry_run
def add(files: tuple[Path, ...], config: Path | None, update: bool, dry_run: bool) -> int:
    """List documents, or those in a folder that are not listed yet: their hash, what their front matter states, and what the text lets guess.

    The column x-guessed names what was guessed (title, date, language): take a column out of it when you have
    checked the cell. What is filled is never overwritten, but for the hash.

    Exit code 1 where a listed document has changed and no --update was given.
    """
    from corpuslint.index.edit import add_entries

    if not files and not update:
        raise UsageError("no FILE given: name the documents to list, or refresh all rows with `corpuslint index add --update`")
    settings = options.configuration(config)
    place = _index_of(files[0], settings) if files else _own_index(settings)
    return _show(add_entries(place, files or None, settings, update=update, dry_run=dry_run), dry_run=dry_run)


@index.command(short_help="Make an index of the documents that are there.")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@options.config
@_dry_run
def init(folder: Path | None, config: Path | None, dry_run: bool) -> int:
    """Write an INDEX.md for the documents that are in FOLDER, and tell the configuration that makes it the project's.

    With no FOLDER, that of the configured index (default: seeds).
    """
    from corpuslint.config.file import INDEX
    from corpuslint.index.adoption import advice
    from corpuslint.index.edit import init_index
    from corpuslint.outputs.sanitize import line, visible
    from corpuslint.reporters.text import plural

    settings = options.configuration(config)
    place = (folder or settings.index.path.parent) / INDEX
    changes = init_index(place.parent, settings, dry_run=dry_run)
    code = _show(changes, dry_run=dry_run)
    if not dry_run:
        output.write([line(f"{visible(settings.relative(place))}: {plural(len(changes), 'document')} listed.")])
        output.write(line(visible(text)) for text in advice(place, settings, Path.cwd()))
    return code


def _index_of(file: Path, settings: Config) -> Path:
    """The configured index where the file lies below its folder, else the nearest one above the file."""
    from corpuslint.config.file import find_index
    from corpuslint.inputs.files import absolute

    configured = settings.index.path
    if configured.is_file() and absolute(file).is_relative_to(absolute(configured.parent)):
        return configured
    return find_index(absolute(file).parent) or configured


def _own_index(settings: Config) -> Path:
    """The configured index, else the nearest one above the working folder."""
    from corpuslint.config.file import find_index

    return settings.index.path if settings.index.path.is_file() else find_index(Path.cwd()) or settings.index.path


def _show(changes: Sequence[Change], *, dry_run: bool) -> int:
    from corpuslint.outputs.sanitize import line, visible

    output.write(line(visible(change.row if dry_run else _told(change))) for change in changes if change.action != "failed")
    failed = [change for change in changes if change.action == "failed"]
    for change in failed:
        output.note(f"failure: {visible(change.reason)}")
    return 3 if failed else int(any(change.action == "differs" for change in changes))


def _told(change: Change) -> str:
    guessed = f" (guessed: {', '.join(change.guessed)})" if change.guessed else ""
    return f"{change.document}: {_WORDS[change.action].format(file=shlex.quote(change.document))}{guessed}"
