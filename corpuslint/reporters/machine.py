"""JSON for programs: one object a finding (`json-lines`), or one object for the run (`json`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from corpuslint.finding import Report
from corpuslint.outputs.sanitize import dump_json
from corpuslint.reporters.view import View


def json_lines(report: Report, view: View) -> Iterator[str]:
    """Findings only, one a line; failures go to standard error."""
    yield from (dump_json(record) for record in _records(report, view))


def json(report: Report, view: View) -> Iterator[str]:
    """`{"findings": […], "failures": […], "summary": {…}}`, one finding a line so that a diff reads."""
    yield "{"
    yield from _list("findings", _records(report, view))
    yield from _list("failures", [failure.as_record() for failure in report.failures])
    yield f'"summary": {dump_json(summary(report))}'
    yield "}"


def summary(report: Report) -> dict[str, Any]:
    """Counts by severity and rule; the same keys whatever was found."""
    severities = Counter(str(finding.severity) for finding in report.findings)
    rules = Counter(finding.rule for finding in report.findings)
    return {
        "documents": report.documents,
        "passed_over": dict(report.passed_over),
        "findings": len(report.findings),
        "accepted": len(report.accepted),
        "failures": len(report.failures),
        "fixable": sum(f.fix is not None and f.fix.safety != "display" for f in report.findings),
        "severities": {name: severities[name] for name in ("error", "warning", "info")},
        "rules": dict(sorted(rules.items())),
    }


def _records(report: Report, view: View) -> list[dict[str, Any]]:
    found = [(finding, None) for finding in report.findings]
    accepted = [(a.finding, a) for a in report.accepted] if view.show_accepted else []
    records = []
    for finding, acceptance in sorted([*found, *accepted], key=lambda pair: pair[0].sort_key()):
        record = finding.as_record()
        if acceptance:
            record["accepted"] = {"reason": acceptance.reason, "source": acceptance.source}
        records.append(record)
    return records


def _list(name: str, records: list[dict[str, Any]]) -> Iterator[str]:
    if not records:
        yield f'"{name}": [],'
        return
    yield f'"{name}": ['
    for record in records[:-1]:
        yield dump_json(record) + ","
    yield dump_json(records[-1])
    yield "],"
