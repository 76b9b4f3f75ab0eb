"""What each format prints of one report: snapshots short enough to be read."""

from __future__ import annotations

import json

from corpuslint.document import Document
from corpuslint.finding import Accepted, Edit, Failure, Finding, Fix, Report, Severity
from corpuslint.reporters import REPORTERS
from corpuslint.reporters.view import View
from corpuslint.rule import Kind, Rule

RULE = Rule("broken-word", "words", Severity.WARNING, "Words in pieces", "Why.", {"split": Kind("'{match}' is one word, '{repair}'")})
TEXT = "first line\nkept back warded, 漢字 bad\x1b[31m ##[x]\n"


def finding(start: int, end: int, *, path: str = "seeds/a.txt", record: str | None = None) -> Finding:
    document = Document.from_text(TEXT, id="a", path=path, record=record)
    fix = Fix("write 'backwarded'", (Edit(start, end, "backwarded"),), "unsafe")
    return RULE.found(document, "split", start, end, fix, repair="backwarded")


def shown(name: str, report: Report, view: View = View()) -> list[str]:  # noqa: B008 (frozen)
    return list(REPORTERS[name](report, view))


REPORT = Report((finding(16, 27),), (Accepted(finding(32, 35), "known", "baseline"),), (Failure("b.txt", "unreadable", line=3),), 2)


def test_full_shows_place_reason_and_repair() -> None:
    assert shown("full", REPORT) == [
        "warning[broken-word] 'back warded' is one word, 'backwarded'",
        " --> seeds/a.txt:2:6",
        "  |",
        "2 | kept back warded, 漢字 bad\\x1b[31m ##\\x5bx]",
        "  |      ^^^^^^^^^^^",
        "  = fix (unsafe): write 'backwarded'",
        "",
        "Found 1 finding (1 warning) in 2 documents. 1 accepted (--show-accepted shows them). "
        "1 failure: not everything was checked.",
    ]


def test_carets_stand_under_wide_characters_and_escapes() -> None:
    lines = shown("full", Report((finding(29, 36),), documents=1))
    assert lines[3:5] == ["2 | kept back warded, 漢字 bad\\x1b[31m ##\\x5bx]", "  |                   ^^^^^^^^^^^^"]


def test_concise_is_one_line_a_finding() -> None:
    assert shown("concise", REPORT, View(show_accepted=True))[:2] == [
        "seeds/a.txt:2:6: warning[broken-word] 'back warded' is one word, 'backwarded'",
        "seeds/a.txt:2:22: warning[broken-word] 'bad' is one word, 'backwarded' (accepted: known)",
    ]


def test_a_path_cannot_begin_a_workflow_command() -> None:
    assert shown("concise", Report((finding(0, 5, path="::error::x"),), documents=1))[0].startswith("\\x3a:error::x:1:1: ")


def test_json_lines_holds_the_contract() -> None:
    record = finding(16, 27, path="x.jsonl", record="r1")
    (text,) = shown("json-lines", Report((record,), documents=1))
    assert json.loads(text) == {
        "rule": "broken-word", "kind": "split", "severity": "warning", "path": "x.jsonl", "record": "r1",
        "start": {"line": 2, "column": 6, "offset": 16}, "end": {"line": 2, "column": 17, "offset": 27},
        "message": "'back warded' is one word, 'backwarded'", "match": "back warded", "evidence": {"repair": "backwarded"},
        "fix": {"title": "write 'backwarded'", "safety": "unsafe", "edits": [{"start": 16, "end": 27, "replacement": "backwarded"}]},
        "fingerprint": record.fingerprint,
    }


def test_json_is_one_object_with_the_failures_and_a_summary() -> None:
    whole = json.loads("\n".join(shown("json", REPORT, View(show_accepted=True))))
    assert [(f["start"]["offset"], f.get("accepted")) for f in whole["findings"]] == [
        (16, None), (32, {"reason": "known", "source": "baseline"}),
    ]
    assert whole["failures"] == [{"path": "b.txt", "record": None, "rule": None, "line": 3, "message": "unreadable"}]
    assert whole["summary"] == {
        "documents": 2, "passed_over": {}, "findings": 1, "accepted": 1, "failures": 1, "fixable": 1,
        "severities": {"error": 0, "warning": 1, "info": 0}, "rules": {"broken-word": 1},
    }
    assert json.loads("\n".join(shown("json", Report())))["findings"] == []


def test_github_escapes_what_the_runner_reads() -> None:
    report = Report((finding(16, 27, path="a,b:%\n.txt"),), (), (Failure("c", "50%"),), 1)
    assert shown("github", report) == [
        "::warning file=a%2Cb%3A%25\\n.txt,line=2,col=6,endLine=2,endColumn=17,title=corpuslint (broken-word)::"
        "'back warded' is one word, 'backwarded'",
        "::error file=c,title=corpuslint (failure)::50%25",
    ]


def test_sarif_names_rule_place_fix_and_failure() -> None:
    log = json.loads("\n".join(shown("sarif", REPORT, View(show_accepted=True, rules=(RULE,)))))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"], run["tool"]["driver"]["rules"][0]["id"]) == ("2.1.0", "unicodeCodePoints", "broken-word")
    first, second = run["results"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "seeds/a.txt", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 17},
    }
    assert first["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"charOffset": 16, "charLength": 11}, "insertedContent": {"text": "backwarded"}},
    ]
    assert second["suppressions"] == [{"kind": "external", "justification": "known"}]
    assert run["invocations"][0]["executionSuccessful"] is False
