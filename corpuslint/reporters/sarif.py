"""SARIF 2.1.0 (OASIS), as GitHub code scanning and editors read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from corpuslint.document import Span
from corpuslint.finding import Accepted, Finding, Report, Severity
from corpuslint.outputs.sanitize import dump_json, visible
from corpuslint.reporters.view import Place, View
from corpuslint.rule import Rule
from corpuslint.version import __version__

PROJECT = "https://github.com/OWNER/corpuslint"
MAX_RESULTS = 5000
"""GitHub keeps the 5,000 most severe results of a run and refuses more than 25,000."""
MAX_RELATED = 100
"""Further places of one result; viewers list them all."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(report: Report, view: View) -> Iterator[str]:
    """The whole log as one JSON object."""
    rules = {rule.id: index for index, rule in enumerate(view.rules)}
    pairs: list[tuple[Finding, Accepted | None]] = [(finding, None) for finding in report.findings]
    if view.show_accepted:
        pairs += [(accepted.finding, accepted) for accepted in report.accepted]
    pairs.sort(key=lambda pair: (-pair[0].severity, pair[0].sort_key()))
    notes = [_notification(f.message, f.path) for f in report.failures]
    if len(pairs) > MAX_RESULTS:
        notes.append(_notification(f"{len(pairs) - MAX_RESULTS} results of lower severity were left out"))
    run = {
        "tool": {"driver": {
            "name": "corpuslint", "semanticVersion": __version__, "informationUri": PROJECT, "rules": [_rule(rule) for rule in view.rules],
        }},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder of the configuration."}}},
        "invocations": [{"executionSuccessful": not report.failures, "toolExecutionNotifications": notes}],
        "results": [_result(finding, accepted, rules) for finding, accepted in pairs[:MAX_RESULTS]],
    }
    yield dump_json({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
    }, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "helpUri": f"{PROJECT}/blob/main/rules/{rule.id}.toml",
        "help": {"text": rule.rationale, "markdown": rule.rationale},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, accepted: Accepted | None, rules: dict[str, int]) -> dict[str, Any]:
    place = Place.of(finding)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(place.within + finding.message)},
        "locations": [{"physicalLocation": _location(finding, place)}],
        "partialFingerprints": {"corpuslint/v2": finding.fingerprint, "primaryLocationLineHash": _line_hash(finding)},
        "properties": {"kind": finding.kind, "record": finding.record, "evidence": dict(finding.evidence)},
    }
    if finding.places and finding.record is None:
        result["relatedLocations"] = [_related(finding, place) for place in finding.places[1 : 1 + MAX_RELATED]]
    if finding.rule in rules:
        result["ruleIndex"] = rules[finding.rule]
    if accepted:
        result["suppressions"] = [{"kind": "external", "justification": visible(accepted.reason)}]
    if finding.fix and finding.fix.safety != "display" and finding.record is None:
        result["fixes"] = [_fix(finding)]
    return result


def _line_hash(finding: Finding) -> str:
    """The key by which GitHub tells that an alert is the same as before, in its form: 16 digits, and a number for repeats."""
    return f"{finding.fingerprint[:16]}:1"


def _location(finding: Finding, place: Place) -> dict[str, Any]:
    start, end = finding.start, finding.end
    region = {"startLine": place.line}
    if finding.record is None:  # the columns of a record's text are not those of its file
        region |= {"startColumn": start.column}
        if not finding.places:  # else the line of the first place: what lies between it and the last is not meant
            region |= {"endLine": end.line, "endColumn": end.column}
    return {"artifactLocation": _artifact(finding), "region": region}


def _related(finding: Finding, place: Span) -> dict[str, Any]:
    region = {"charOffset": place.start, "charLength": place.end - place.start}
    return {"physicalLocation": {"artifactLocation": _artifact(finding), "region": region}}


def _artifact(finding: Finding) -> dict[str, str]:
    uri = quote(finding.path.encode("utf-8", "surrogateescape"), safe="/")
    return {"uri": uri, "uriBaseId": "SRCROOT"}


def _fix(finding: Finding) -> dict[str, Any]:
    assert finding.fix
    replacements = [
        {"deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
         "insertedContent": {"text": edit.replacement}}
        for edit in finding.fix.edits
    ]
    change = {"artifactLocation": _artifact(finding), "replacements": replacements}
    return {"description": {"text": visible(finding.fix.title)}, "artifactChanges": [change]}


def _notification(message: str, path: str = "") -> dict[str, Any]:
    note: dict[str, Any] = {"level": "error" if path else "note", "message": {"text": visible(message)}}
    if path:
        uri = quote(path.encode("utf-8", "surrogateescape"), safe="/")
        note["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": "SRCROOT"}}}]
    return note
