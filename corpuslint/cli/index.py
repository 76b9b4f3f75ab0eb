"""`corpuslint index`: check the table, add documents to it, make one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpuslint.cli import Group, options, output

if TYPE_CHECKING:
    from corpuslint.config import Config
    from corpuslint.index_edit import Change

_WORDS = {
    "added": "added", "updated": "updated", "unchanged": "already listed",
    "differs": "listed with another sha256; --update refreshes the row",
}

@click.group(cls=Group, short_help="Check the index, add documents, make one.")
def index() -> None:
    """Keep seeds/INDEX.md: check it, add documents, make a new one."""


@index.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@options.config
@options.report
def check(path: Path | None, config: Path | None, **shown: object) -> int:
    """Check the whole index: syntax, cells, missing, unlisted and doubled documents, hashes, unsafe paths."""
    from corpuslint.cli.check import show
    from corpuslint.run import check_index_alone, rule_book

    settings = options.configuration(config)
    book = rule_book(settings)
    report = check_index_alone(path or settings.index.path, book)
    return show(report, settings, book.base.rules, **shown)  # type: ignore[arg-type]


_dry_run = click.option("--dry-run", is_flag=True, help="Show the rows, and write nothing.")


@index.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.config
@click.option("--update", is_flag=True, help="Refresh the rows of documents that are listed: the hash, and empty cells.")
@_dry_run
def add(files: tuple[Path, ...], config: Path | None, update: bool, dry_run: bool) -> int:
    """List documents: their hash, and the title, date and language that the text tells.

    Exit code 1 where a listed document has changed and no --update was given.
    """
    from corpuslint.index_edit import add_entries

    settings = options.configuration(config)
    found = add_entries(_index_of(files[0], settings), files, settings, update=update, dry_run=dry_run)
    return _show(found, dry_run=dry_run)


@index.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@options.config
@_dry_run
def init(folder: Path | None, config: Path | None, dry_run: bool) -> int:
    """Write an INDEX.md for the documents that are in FOLDER (default: that of the configured index)."""
    from corpuslint.index_edit import init_index

    settings = options.configuration(config)
    return _show(init_index(folder or settings.index.path.parent, settings, dry_run=dry_run), dry_run=dry_run)


def _index_of(file: Path, settings: Config) -> Path:
    """The configured index where the file lies below its folder, else the nearest one above the file."""
    from corpuslint.config_file import find_index
    from corpuslint.files import absolute

    configured = settings.index.path
    if configured.is_file() and absolute(file).is_relative_to(absolute(configured.parent)):
        return configured
    return find_index(absolute(file).parent) or configured


def _show(changes: Sequence[Change], *, dry_run: bool) -> int:
    from corpuslint.sanitize import line, visible

    rows = (f"{visible(change.document)}: {_WORDS[change.action]}" for change in changes)
    output.write(line(visible(change.row) if dry_run else row) for change, row in zip(changes, rows, strict=True))
    return int(any(change.action == "differs" for change in changes))
