"""GitHub workflow commands, so that findings show beside the changed lines of a pull request.

Escapes as in GitHub's own toolkit (actions/toolkit, command.ts), the file name included.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.finding import Finding, Report, Severity
from corpuslint.outputs.sanitize import visible
from corpuslint.reporters.view import Place, View

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report, view: View) -> Iterator[str]:  # noqa: ARG001 (the reporter's signature)
    """One command a finding, and one a failure."""
    for finding in report.findings:
        yield _annotation(finding)
    for failure in report.failures:
        place = f"file={_property(failure.path)}," if failure.path else ""
        line = f"line={failure.line}," if failure.line else ""
        yield f"::error {place}{line}title=corpuslint (failure)::{_data(failure.message)}"


def _annotation(finding: Finding) -> str:
    start, end = finding.start, finding.end
    place = Place.of(finding)
    where = f"file={_property(finding.path)},line={place.line}"
    if finding.record is None:
        where += f",col={start.column}"
        if end.offset > start.offset and not finding.places:
            where += f",endLine={end.line},endColumn={end.column}"
    title = _property(f"corpuslint ({finding.rule})")
    return f"::{_COMMANDS[finding.severity]} {where},title={title}::{_data(place.within + finding.message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
