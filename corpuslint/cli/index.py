"""`corpuslint index`: check the table, add documents to it, make one."""

from __future__ import annotations

from pathlib import Path

import click

from corpuslint.cli import options


@click.group()
def index() -> None:
    """Keep seeds/INDEX.md: check it, add documents, make a new one."""


@index.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@options.config
@options.report
def check(path: Path | None, config: Path | None, **shown: object) -> int:
    """Check the whole index: syntax, cells, missing, unlisted and doubled documents, hashes, unsafe paths."""
    from corpuslint.cli.check import show
    from corpuslint.config import load_config
    from corpuslint.run import check_index_alone, rule_book

    settings = load_config(Path.cwd(), config)
    book = rule_book(settings)
    report = check_index_alone(path or settings.index.path, book)
    return show(report, settings, book.base.rules, **shown)  # type: ignore[arg-type]
