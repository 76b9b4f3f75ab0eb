"""What a hook's `--changed-only` checks of the files that changed, and what it passes over before the engine is there."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from corpuslint.cli import main
from tests.projects import CLEAN, DAMAGED, own_cache, write

ROWS = "| path | date |\n| --- | --- |\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, committed, with an index at `corpus/`, another below `more/`, and files that are in neither."""
    root = tmp_path / "project"
    own_cache(tmp_path / "cache", monkeypatch)
    for name in [name for name in os.environ if name.startswith("GIT_") or name == "PRE_COMMIT"]:
        monkeypatch.delenv(name)
    write(root, {
        "corpuslint.toml": "rule-folders = ['house']\nexclude = ['corpus/raw/']\n[index]\npath = 'corpus/INDEX.md'\n", "house/.keep": "",
        "corpus/INDEX.md": f"{ROWS}| a.txt | 2022-11-08 |\n| b.txt | 2022-11-08 |\n| old.txt | 2022-11-08 |\n| raw/c.txt | |\n| page.html | |\n",
        "corpus/a.txt": CLEAN, "corpus/b.txt": DAMAGED, "corpus/raw/c.txt": DAMAGED, "corpus/page.html": DAMAGED, "corpus/README.md": DAMAGED,
        "corpus/new.txt": DAMAGED, "corpus/new.png": DAMAGED, "corpus/.hidden.txt": DAMAGED,
        "corpus/x.jsonl": json.dumps({"text": DAMAGED}) + "\n",
        "more/INDEX.md": f"{ROWS}| d.txt | 2022-11-08 |\n", "more/d.txt": DAMAGED, "docs/INDEX.md": "# No table\n", "docs/e.txt": DAMAGED,
        "notes.txt": DAMAGED, "pyproject.toml": "[project]\nname = 'x'\n", "data.jsonl": json.dumps({"text": DAMAGED}) + "\n",
    })
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "start")
    monkeypatch.chdir(root)
    return root


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def changed(capfd: pytest.CaptureFixture[str], *paths: str) -> tuple[int, list[str], dict[str, int]]:
    """Exit code, the documents with mojibake, and what was passed over."""
    capfd.readouterr()
    code = main(["check", "--changed-only", "--select", "mojibake", "--output-format", "json", "--jobs", "1", *paths])
    shown = json.loads(capfd.readouterr().out)
    return code, sorted({finding["path"] for finding in shown["findings"]}), shown["summary"]["passed_over"]


@pytest.mark.parametrize(("path", "found", "why"), [
    ("corpus/b.txt", ["corpus/b.txt"], None), ("corpus/page.html", ["corpus/page.html"], None), ("more/d.txt", ["more/d.txt"], None),
    ("corpus/new.txt", ["corpus/new.txt"], None), ("corpus/x.jsonl", ["corpus/x.jsonl"], None),
    ("corpus/README.md", [], "of no corpus"), ("corpus/new.png", [], "of no corpus"), ("corpus/.hidden.txt", [], "of no corpus"),
    ("docs/e.txt", [], "of no corpus"), ("notes.txt", [], "of no corpus"), ("pyproject.toml", [], "of no corpus"), ("data.jsonl", [], "of no corpus"),
    ("corpus/raw/c.txt", [], "excluded"), ("corpus/gone.txt", [], "deleted"), ("corpus", [], "folder"), ("corpuslint.toml", [], "of no corpus"),
])
def test_only_documents_of_a_corpus_are_checked(
    project: Path, capfd: pytest.CaptureFixture[str], path: str, found: list[str], why: str | None
) -> None:
    for given in (path, str(project / path)):
        assert changed(capfd, given) == (int(bool(found)), found, {why: 1} if why else {})


def test_nothing_left_is_green_and_told(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--changed-only", "notes.txt", "pyproject.toml"]) == 0
    shown = capfd.readouterr()
    assert shown.out == "No findings in 0 documents.\n"
    assert shown.err == "warning: nothing was checked: 2 files passed over (2 of no corpus)\n"
    assert main(["check", "--changed-only"]) == 0


def test_where_nothing_is_left_nothing_of_the_engine_is_imported(project: Path) -> None:
    code = (
        "import sys; from corpuslint.cli import main; code = main(['check', '--changed-only', 'notes.txt', 'pyproject.toml', 'docs/e.txt']); "
        "print(code, sorted({'corpuslint.engine', 'corpuslint.run', 'corpuslint.checkers', 'markdown_it', 'jsonschema', 'subprocess'} & set(sys.modules)))"
    )
    (project / "corpuslint.toml").write_text("[index]\npath = 'corpus/INDEX.md'\n", "utf-8")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"


def test_a_row_that_changed_brings_its_document_alone(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    index = project / "corpus/INDEX.md"
    index.write_text(index.read_text("utf-8").replace("| b.txt | 2022-11-08 |", "| b.txt | 2022-11-09 |"), "utf-8")
    assert changed(capfd, "corpus/INDEX.md")[:2] == (1, ["corpus/b.txt"])
    index.write_text(index.read_text("utf-8").replace("| date |", "| date | status |").replace("| --- | --- |", "| --- | --- | --- |")
                     .replace("2022-11-09 |", "2022-11-09 | withdrawn |"), "utf-8")
    assert changed(capfd, "corpus/INDEX.md", "corpus/b.txt")[1] == ["corpus/page.html"]
    assert changed(capfd, "corpus/b.txt") == (0, [], {"withdrawn or in quarantine": 1})
    assert changed(capfd, "docs/INDEX.md", "more/INDEX.md")[:2] == (0, [])


@pytest.mark.parametrize(("name", "text"), [
    ("corpuslint.toml", "exclude = ['corpus/raw/']\nrule-folders = ['house']\n[index]\npath = 'corpus/INDEX.md'\ndefaults = {language = 'en'}\n"),
    ("house/lexicons/own.en.txt", "x\n"), ("corpuslint-baseline.json", '{"version": 1, "accepted": []}'),
])
def test_what_concerns_all_documents_brings_them(project: Path, capfd: pytest.CaptureFixture[str], name: str, text: str) -> None:
    write(project, {name: text})
    assert changed(capfd, name)[1] == ["corpus/b.txt", "corpus/page.html"]


def test_another_key_of_pyproject_concerns_none(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    table = "[tool.corpuslint]\nexclude = ['corpus/raw/']\nindex.path = 'corpus/INDEX.md'\n"
    (project / "corpuslint.toml").unlink()
    write(project, {"pyproject.toml": table})
    assert changed(capfd, "pyproject.toml")[1] == ["corpus/b.txt", "corpus/page.html"]
    git(project, "add", "-A")
    git(project, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "more")
    write(project, {"pyproject.toml": f"# more\n[project]\nname = 'y'\n{table}"})
    assert changed(capfd, "pyproject.toml")[1] == []


def test_an_index_at_the_top_covers_its_rows_alone(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {"corpuslint.toml": "[index]\npath = 'INDEX.md'\n", "INDEX.md": f"{ROWS}| data.jsonl | |\n"})
    assert changed(capfd, "notes.txt", "data.jsonl", "more/d.txt")[1] == ["data.jsonl", "more/d.txt"]


def test_without_any_index_what_is_given_is_checked_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"a.txt": DAMAGED, "x.toml": DAMAGED, "b.jsonl": json.dumps({"text": DAMAGED})})
    monkeypatch.chdir(tmp_path)
    assert changed(capfd, "a.txt", "x.toml", "b.jsonl") == (1, ["a.txt", "b.jsonl"], {"of no corpus": 1})


def test_several_indexes_and_none_at_the_default_place(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "corpuslint.toml").unlink()
    found = changed(capfd, "corpus/b.txt", "more/d.txt", "notes.txt", "docs/e.txt")
    assert found == (1, ["corpus/b.txt", "more/d.txt"], {"of no corpus": 2})


def test_an_index_that_is_named_and_not_there_is_wrong_usage(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {"corpuslint.toml": "[index]\npath = 'corpsu/INDEX.md'\n"})
    capfd.readouterr()
    assert main(["check", "--changed-only", "notes.txt"]) == 2
    assert capfd.readouterr().err.startswith("error: corpuslint.toml:2: no index at corpsu/INDEX.md: ")


def test_a_hostile_repository_runs_no_command(project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    mark = project / "executed"
    command = f"touch {shlex.quote(str(mark))}"
    script = project / "evil.sh"
    script.write_text(f"#!/bin/sh\n{command}\n", "utf-8")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "core.hooksPath", "diff.external"):
        git(project, "config", key, str(script))
    monkeypatch.setenv("PRE_COMMIT", "1")
    index = project / "corpus/INDEX.md"
    index.write_text(index.read_text("utf-8") + "| new.txt | |\n", "utf-8")
    changed(capfd, "corpus/INDEX.md")
    main(["check"])
    main(["check", "."])
    assert not mark.exists()
