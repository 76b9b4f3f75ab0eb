"""GitHub workflow commands, so that findings show beside the changed lines of a pull request.

Escapes as in GitHub's own toolkit (actions/toolkit, command.ts), the file name included.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.finding import Finding, Report, Severity
from corpuslint.reporters import View
from corpuslint.sanitize import visible

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
    place = f"file={_property(finding.path)},line={start.line},col={start.column}"
    if finding.record is None and end.offset > start.offset:
        place += f",endLine={end.line},endColumn={end.column}"
    title = _property(f"corpuslint ({finding.rule})")
    record = f"{finding.record}: " if finding.record is not None else ""
    return f"::{_COMMANDS[finding.severity]} {place},title={title}::{_data(record + finding.message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
