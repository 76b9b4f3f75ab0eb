"""The command from outside: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpuslint.cli import main
from tests.projects import CLEAN, DAMAGED, DATED

pytestmark = pytest.mark.usefixtures("project")
AT = DAMAGED.index("Ã©")


@pytest.fixture
def corpus(project: Path) -> Path:
    """An index of a clean and a damaged document."""
    seeds = project / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text(CLEAN, "utf-8")
    (seeds / "b.txt").write_text(DAMAGED, "utf-8")
    (seeds / "INDEX.md").write_text("| path | date |\n| --- | --- |\n| a.txt | 2022-11-08 |\n| b.txt | 2022-11-08 |\n", "utf-8")
    return project


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    shown = capfd.readouterr()
    return code, shown.out, shown.err


def records(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_clean_documents_are_exit_code_0(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "a.txt").write_text(CLEAN, "utf-8")
    assert run(capfd, "check", "a.txt") == (0, "No findings in 1 document.\n", "")


def test_a_finding_shows_place_reason_and_repair(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    code, out, err = run(capfd, "check", "b.txt")
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert lines[0].startswith("error[mojibake] ")
    assert lines[1:5] == [
        " --> b.txt:3:31",
        "  |",
        "3 | The vote was held near the cafÃ© of the town.",
        "  |                               ^^",
    ]


def test_the_configured_index_is_checked_where_no_path_is_given(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "check", "--output-format", "concise")
    assert (code, err) == (1, "")
    assert [line.split(" ")[0:2] for line in out.splitlines()[:-1]] == [["seeds/b.txt:3:31:", "error[mojibake]"]]
    assert out.splitlines()[-1].startswith("Found 1 finding (1 error) in 2 documents.")


@pytest.mark.parametrize("arguments", [["seeds"], ["seeds/INDEX.md"], ["seeds/a.txt", "seeds/b.txt"], ["seeds", "seeds/b.txt"]])
def test_folder_index_and_files_give_the_same_findings(corpus: Path, capfd: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    _, out, _ = run(capfd, "check", "--output-format", "json-lines", *arguments)
    assert [(r["path"], r["rule"], r["start"]) for r in records(out)] == [
        ("seeds/b.txt", "mojibake", {"line": 3, "column": 31, "offset": AT}),
    ]


def test_a_document_is_read_with_its_row(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (corpus / "seeds/INDEX.md").write_text("| path | date |\n| --- | --- |\n| a.txt | 2021-01-01 |\n", "utf-8")
    _, out, _ = run(capfd, "check", "--output-format", "json-lines", "seeds/a.txt")
    assert [(r["rule"], r["path"]) for r in records(out)] == [("date-conflict", "seeds/a.txt")]


def test_records_are_named(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": "x", "text": CLEAN}, {"id": 7, "text": DAMAGED, "meta": {"language": "en"}, "other": 1}]
    (project / "r.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, out, _ = run(capfd, "check", "r.jsonl", "--output-format", "json-lines")
    assert code == 1
    assert [(r["path"], r["record"], r["start"]["offset"]) for r in records(out)] == [("r.jsonl", "7", AT)]  # type: ignore[index]
    _, out, _ = run(capfd, "check", "r.jsonl", "--output-format", "concise")
    assert out.startswith("r.jsonl#7:3:31: error[mojibake]")


def test_a_malformed_record_is_a_failure_and_the_rest_is_checked(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "r.jsonl").write_text('{"id": "x"\n' + json.dumps({"id": "y", "text": DAMAGED}) + "\n", "utf-8")
    code, out, err = run(capfd, "check", "r.jsonl", "--output-format", "json-lines")
    assert code == 3
    assert [r["record"] for r in records(out)] == ["y"]
    assert err.startswith("r.jsonl:1: failure ")
    assert len(err.splitlines()) == 1


def test_standard_input_has_a_name(project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    for name in (None, "seen.txt"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DAMAGED.encode())))
        more = ["--stdin-filename", name] if name else []
        code, out, _ = run(capfd, "check", "-", "--output-format", "concise", *more)
        assert code == 1
        assert out.startswith(f"{name or '-'}:3:31: ")


@pytest.mark.parametrize(("arguments", "message"), [
    (["check", "missing.txt"], "error: no such file or folder: missing.txt"),
    (["check"], "error: no path given, and no index at seeds/INDEX.md: name files, or make one with `corpuslint index init`"),
    (["check", ".", "--select", "mojibak"], "error: unknown rule 'mojibak' (did you mean 'mojibake'?)"),
    (["check", ".", "--today", "soon"], "error: --today wants a date as YYYY-MM-DD, not 'soon'"),
    (["rules", "show", "boilerplat"], "error: unknown rule 'boilerplat' (did you mean 'boilerplate'?)"),
    (["baseline", "update", "--reason", " "], "error: --reason wants a reason: say why these findings are accepted"),
])
def test_wrong_usage_is_one_line_and_exit_code_2(
    project: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(capfd, *arguments) == (2, "", f"{message}\n")


def test_an_unknown_option_is_exit_code_2(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "check", "--colour")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith("error: No such option")


def test_an_unknown_key_of_the_configuration_is_named_with_its_line(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "corpuslint.toml").write_text("# ours\nselct = []\n", "utf-8")
    code, _, err = run(capfd, "check", ".")
    assert (code, err) == (2, "error: corpuslint.toml:2: unknown key 'selct' (did you mean 'select'?)\n")


@pytest.mark.parametrize(("arguments", "code"), [
    ([], 1), (["--fail-on", "error"], 1), (["--fail-on", "never"], 0), (["--ignore", "mojibake"], 0),
    (["--select", "boilerplate,missing-date"], 0), (["--select", "boilerplate", "--select", "mojibake"], 1),
])
def test_fail_on_and_selection_decide_the_exit_code(
    project: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    assert run(capfd, "check", "b.txt", *arguments)[0] == code


def test_a_severity_of_the_configuration_counts(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    (project / "corpuslint.toml").write_text('severity = {mojibake = "info"}\n', "utf-8")
    code, out, _ = run(capfd, "check", "b.txt", "--output-format", "json-lines")
    assert (code, records(out)[0]["severity"]) == (0, "info")


def test_the_report_goes_to_a_file(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    assert run(capfd, "check", "b.txt", "--output-format", "json", "--output-file", "out.json") == (1, "", "")
    assert json.loads((project / "out.json").read_text("utf-8"))["summary"]["findings"] == 1


def test_a_report_that_cannot_be_written_is_a_failure(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    (project / "folder").mkdir()
    code, _, err = run(capfd, "check", "b.txt", "--output-file", "folder")
    assert code == 3
    assert err.startswith("error: ")
    assert str(project) not in err


def test_one_worker_or_two_give_the_same_bytes(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for n in range(70):
        (corpus / f"seeds/{n}.txt").write_text(DAMAGED.replace("town", f"town {n}"), "utf-8")
    shown = {run(capfd, "check", "seeds", "--no-cache", "--output-format", "json", "--jobs", jobs)[1] for jobs in ("1", "2")}
    assert len(shown) == 1


def test_a_cached_run_gives_the_same_bytes(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first = run(capfd, "check", "seeds", "--no-cache")
    assert run(capfd, "check", "seeds") == first
    assert run(capfd, "check", "seeds") == first


@pytest.mark.parametrize(("environment", "arguments", "coloured"), [
    ({}, [], False), ({"FORCE_COLOR": "1"}, [], True), ({"FORCE_COLOR": "0"}, [], False), ({"CLICOLOR_FORCE": "1"}, [], True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False), ({"NO_COLOR": ""}, ["--color", "always"], True),
    ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
])
def test_colour_is_asked_for(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str], arguments: list[str], coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    assert ("\x1b[" in run(capfd, "check", "b.txt", *arguments)[1]) is coloured


def test_statistics_count_by_rule_and_kind(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    _, out, _ = run(capfd, "check", "b.txt", "--statistics", "--output-format", "concise")
    assert out.splitlines()[-1].startswith("1  mojibake (")


def test_fix_repairs_what_is_safe_and_nothing_else(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = project / "b.txt"
    path.write_bytes(DAMAGED.replace("\n", "\r\n").encode() + b"\xff\r\n")
    path.chmod(0o640)
    code, out, _ = run(capfd, "fix", "b.txt", "--select", "mojibake")
    assert path.read_bytes() == DAMAGED.replace("Ã©", "é").replace("\n", "\r\n").encode() + b"\xff\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert (code, out.splitlines()[0]) == (1, "b.txt: 1 fix applied")  # the byte that does not decode is left
    before = path.read_bytes()
    run(capfd, "fix", "b.txt", "--select", "mojibake")
    assert path.read_bytes() == before


def test_fix_diff_changes_nothing(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    code, out, _ = run(capfd, "fix", "b.txt", "--diff")
    assert code == 1
    assert out.splitlines()[6:8] == ["-The vote was held near the cafÃ© of the town.", "+The vote was held near the café of the town."]
    assert (project / "b.txt").read_text("utf-8") == DAMAGED


def test_inspect_tells_what_a_document_says(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "inspect", "seeds/a.txt", "--output-format", "json-lines")
    (record,) = records(out)
    assert code == 0
    assert sorted(record) == [
        "encoding", "language", "newline", "path", "published", "published_in_address", "published_span", "record", "sha256", "title", "words",
    ]
    assert (record["published"], record["language"], record["newline"], record["record"]) == ("2022-11-08", "en", "lf", None)


def test_a_baseline_accepts_and_prunes(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "baseline", "update", "--reason", "as it came")[0] == 0
    code, out, _ = run(capfd, "check")
    assert (code, out) == (0, "No findings in 2 documents. 1 accepted (--show-accepted shows them).\n")
    code, out, _ = run(capfd, "check", "--show-accepted", "--output-format", "concise")
    assert code == 0
    assert out.splitlines()[0].endswith("(accepted: as it came)")
    (corpus / "seeds/b.txt").write_text(DAMAGED.replace("Ã©", "é"), "utf-8")
    code, out, _ = run(capfd, "check", "--output-format", "json-lines")
    assert (code, [(r["rule"], r["path"]) for r in records(out)]) == (1, [("unused-acceptance", "corpuslint-baseline.json")])
    assert run(capfd, "check", "seeds/b.txt")[0] == 0  # not judged where only some documents are checked
    assert run(capfd, "baseline", "prune")[0] == 0
    assert run(capfd, "check")[0] == 0


def test_rules_are_listed_and_explained(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "rules")
    assert code == 0
    assert "mojibake" in [line.split()[0] for line in out.splitlines()]
    code, out, _ = run(capfd, "rules", "show", "mojibake")
    assert code == 0
    assert out.startswith("mojibake (error): ")
    assert "Kinds" in out.splitlines()


def test_a_rule_of_ones_own_is_checked_and_used(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "house").mkdir()
    (project / "corpuslint.toml").write_text('rule-folders = ["house"]\n', "utf-8")
    (project / "house/our-term.toml").write_text(
        'id = "our-term"\nchecker = "existence"\nseverity = "warning"\nsummary = "A term we avoid"\nrationale = "House style."\n'
        'terms = ["synergy"]\npatterns = [\'(a+)+z\']\n[kinds.term]\nmessage = "we do not say \'{match}\'"\n'
        '[[bad]]\ntext = "More Synergy here"\nfinds = ["Synergy"]\n[[good]]\ntext = "More work"\nwhy = "plain"\n', "utf-8",
    )
    (project / "a.txt").write_text(f"{DATED}All synergy {'a' * 5000}.\n", "utf-8")
    assert run(capfd, "rules", "check", "house") == (0, "2 examples of 1 rules: all hold.\n", "")
    code, out, _ = run(capfd, "check", "a.txt", "--select", "our-term", "--output-format", "concise")
    assert (code, out.splitlines()[0]) == (1, "a.txt:3:5: warning[our-term] we do not say 'synergy'")
    card = (project / "house/our-term.toml").read_text("utf-8")
    (project / "house/our-term.toml").write_text(card.replace("summary", "sumary"), "utf-8")
    code, _, err = run(capfd, "check", "a.txt")
    assert (code, err) == (2, "error: house/our-term.toml:4: unknown key 'sumary' (did you mean 'summary'?)\n")
    (project / "house/our-term.toml").write_text(card.replace("(a+)+z", "(?<=a)b"), "utf-8")
    code, _, err = run(capfd, "check", "a.txt")
    assert code == 2
    assert err.startswith("error: house/our-term.toml:7: pattern '(?<=a)b' cannot be used: ")
    (project / "house/our-term.toml").write_text(card.replace('"existence"', '"existense"'), "utf-8")
    code, _, err = run(capfd, "check", "a.txt")
    assert code == 2
    assert err.startswith("error: house/our-term.toml:2: unknown checker 'existense' (did you mean 'existence'?)")


def test_help_and_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "--version")[:2] == (0, "corpuslint 0.1.0\n")
    code, out, _ = run(capfd, "--help")
    assert code == 0
    assert "check" in out
    assert run(capfd, "check", "--help")[0] == 0


def test_a_folder_brings_the_indexes_below_it(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (corpus / "seeds/c.txt").write_text(CLEAN.replace("Sunday", "the third Sunday"), "utf-8")
    (corpus / "seeds/README.md").write_text("These are seeds.\n", "utf-8")
    _, out, _ = run(capfd, "check", ".", "--output-format", "json-lines")
    assert [(r["path"], r["rule"]) for r in records(out)] == [("seeds/b.txt", "mojibake"), ("seeds/c.txt", "unlisted-document")]


def test_a_file_named_twice_is_read_once(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    _, out, _ = run(capfd, "check", "b.txt", "./b.txt", str(project / "b.txt"), ".", "--output-format", "json-lines")
    assert [r["path"] for r in records(out)] == ["b.txt"]


def test_profile_shows_the_time_of_each_rule(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "b.txt").write_text(DAMAGED, "utf-8")
    plain = run(capfd, "check", "b.txt", "--select", "mojibake,missing-date")
    code, out, err = run(capfd, "check", "b.txt", "--select", "mojibake,missing-date", "--profile")
    assert (code, out) == plain[:2]
    assert sorted(row.split("%  ")[1] for row in err.splitlines()) == ["lexicons of all rules", "missing-date", "mojibake"]
    shares = [int(row.split()[2]) for row in err.splitlines()]
    assert shares == sorted(shares, reverse=True)
    assert 98 <= sum(shares) <= 102
