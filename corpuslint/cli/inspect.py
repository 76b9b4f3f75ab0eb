"""`corpuslint inspect`: what a document says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from corpuslint.cli import options, output
from corpuslint.document import Document
from corpuslint.finding import Failure, Passed, Report

_NAMES = ("title", "published", "language", "words", "encoding", "newline", "sha256")


@click.command(short_help="Tell what documents say of themselves.")
@options.paths
@click.option("--output-format", type=click.Choice(["full", "json-lines"]), default="full", show_default=True, help="How it is shown.")
@options.output_file
@options.config
def inspect(paths: tuple[Path, ...], output_format: str, output_file: Path | None, config: Path | None) -> int:
    """Tell the title, publication date, language, words, encoding and hash of documents."""
    from corpuslint.inputs.gather import documents, gather
    from corpuslint.reporters.text import failure_line, unchecked

    settings = options.configuration(config)
    failures: list[Failure] = []
    passed: Counter[str] = Counter()
    count = 0

    def lines() -> Iterator[str]:
        nonlocal count
        work = gather(paths, settings)
        passed.update(work.passed)
        for item in documents(work, settings):
            if isinstance(item, Failure):
                failures.append(item)
            elif isinstance(item, Passed):
                passed[item.reason] += 1
            else:
                count += 1
                yield from _full(item) if output_format == "full" else _json(item)

    output.write(lines(), output_file, utf8=output_format == "json-lines")
    for failure in failures:
        output.note(failure_line(failure))
    report = Report(documents=count, passed_over=dict(sorted(passed.items())))
    for warning in unchecked(report):
        output.note(warning)
    return 3 if failures else 0 if count or not paths else 2


def _record(document: Document) -> dict[str, Any]:
    from corpuslint.index.describe import describe

    return {"path": document.path, "record": document.record, **describe(document)._asdict()}


def _json(document: Document) -> Iterator[str]:
    from corpuslint.outputs.sanitize import dump_json

    yield dump_json(_record(document))


def _full(document: Document) -> Iterator[str]:
    from corpuslint.outputs.sanitize import line, visible

    record = _record(document)
    yield line(visible(document.path if document.record is None else f"{document.path}#{document.record}"))
    for name in _NAMES:
        value = record[name]
        yield f"  {name:<9}  {'unknown' if value is None else visible(str(value))}"
