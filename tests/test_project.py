"""Whose configuration counts, what it may name, and where its paths lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpuslint.cli import main
from corpuslint.config.file import find_index
from corpuslint.config.settings import load_config
from corpuslint.errors import UsageError

ROWS = "| path |\n| --- |\n| a.txt |\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The top of a repository, as the working folder; beside it stands what it must not reach."""
    root = tmp_path / "project"
    (root / ".git").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    monkeypatch.chdir(root)
    return root


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def message(start: Path, explicit: Path | None = None) -> str:
    with pytest.raises(UsageError) as caught:
        load_config(start, explicit)
    return str(caught.value)


@pytest.mark.parametrize(("text", "wrong"), [
    ("[tool]\ncorpuslint = 3\n", "pyproject.toml:2: 'tool.corpuslint' wants a table, not 3"),
    ("[tool]\ncorpuslint = []\n", "pyproject.toml:2: 'tool.corpuslint' wants a table, not []"),
    ("[tool]\ncorpuslint = ''\n", "pyproject.toml:2: 'tool.corpuslint' wants a table, not ''"),
    ("# corpuslint\ntool = 1\n", "pyproject.toml:2: 'tool' wants a table, not 1"),
    ("[[tool.corpuslint]]\nselect = ['x']\n", "pyproject.toml:1: 'tool.corpuslint' wants a table, not [{'select': ['x']}]"),
])
def test_what_should_be_a_table_is_named_with_its_line(project: Path, text: str, wrong: str) -> None:
    write(project / "pyproject.toml", text)
    assert message(project) == wrong


def test_an_empty_table_is_the_nearest_configuration(project: Path) -> None:
    write(project / "corpuslint.toml", "fail-on = 'never'\n")
    write(project / "sub/pyproject.toml", "[tool.corpuslint]\n")
    config = load_config(project / "sub")
    assert (config.root, config.fail_on is None) == (project / "sub", False)


@pytest.mark.parametrize(("line", "key"), [
    ("baseline = '../accepted.json'", "baseline"), ("baseline = 'link/accepted.json'", "baseline"),
    ("index.path = '../outside/INDEX.md'", "index.path"), ("index.path = '/etc/INDEX.md'", "index.path"),
    ("index.path = 'link/INDEX.md'", "index.path"), ("rule-folders = ['../outside']", "rule-folders"),
    ("rule-folders = ['link']", "rule-folders"), ('baseline = "a\\u0000b"', "baseline"),
])
def test_a_configuration_that_was_found_names_nothing_outside_of_its_project(project: Path, line: str, key: str) -> None:
    (project / "link").symlink_to("../outside")
    file = write(project / "corpuslint.toml", f"fail-on = 'error'\n{line}\n")
    told = message(project)
    assert told.startswith(f"corpuslint.toml:2: '{key}' names '")
    assert told.endswith(", which leaves the project; `--config corpuslint.toml` allows it")
    load_config(project, file)


def test_a_folder_beside_is_within_the_project_where_git_says_so(project: Path) -> None:
    write(project / "corpus/INDEX.md", ROWS)
    write(project / "tools/corpuslint.toml", "[index]\npath = '../corpus/INDEX.md'\n")
    assert load_config(project / "tools").index.path.samefile(project / "corpus/INDEX.md")


def test_paths_of_a_named_configuration_are_those_of_the_project(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project / "seeds/INDEX.md", ROWS)
    write(project / "seeds/a.txt", "Published 8 November 2022\n\nThe cafÃ© of the town.\n")
    (project / "house").mkdir()
    write(project / "ci/x.toml", "rule-folders = ['house']\nbaseline = 'ci/accepted.json'\n[[suppress]]\nrule = 'mojibake'\ndocument = 'seeds/a.txt'\nreason = 'r'\n")
    config = load_config(project / "seeds", project / "ci/x.toml")
    assert (config.root, config.index.path) == (project, project / "seeds/INDEX.md")
    assert (config.rule_folders, config.baseline) == ((project / "house",), project / "ci/accepted.json")
    assert main(["check", "--config", "ci/x.toml"]) == 0
    assert "1 accepted" in capfd.readouterr().out
    write(project / "ci/x.toml", "fail-on = 'error'\n")
    assert main(["check", "--config", "ci/x.toml", "--output-format", "concise"]) == 1
    assert capfd.readouterr().out.startswith("seeds/a.txt:3:8: error[mojibake]")


def test_a_named_configuration_keeps_the_index_of_the_project(project: Path) -> None:
    write(project / "corpuslint.toml", "[index]\npath = 'corpus/INDEX.md'\n")
    write(project / "ci/x.toml", "[index]\nrequired = ['title']\n")
    index = load_config(project, project / "ci/x.toml").index
    assert (index.path, index.required) == (project / "corpus/INDEX.md", ("title",))
    write(project / "ci/x.toml", "[index]\npath = 'other/INDEX.md'\n")
    assert load_config(project, project / "ci/x.toml").index.path == project / "other/INDEX.md"
    write(project / "sub/pyproject.toml", "[tool.corpuslint]\n")
    write(project / "ci/x.toml", "")
    assert load_config(project / "sub", project / "ci/x.toml").index.path == project / "sub/seeds/INDEX.md"


def test_the_projects_own_configuration_named_is_as_if_it_was_found(project: Path) -> None:
    file = write(project / "sub/corpuslint.toml", "[index]\npath = 'INDEX.md'\n")
    assert load_config(project / "sub", file) == load_config(project / "sub")


def test_without_git_a_named_configuration_serves_the_working_folder(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    file = write(tmp_path / "ci/x.toml", "")
    assert load_config(tmp_path / "work", file).root == tmp_path / "work"


def test_a_named_pyproject_without_our_table_is_wrong_usage(project: Path) -> None:
    file = write(project / "pyproject.toml", "[project]\nname = 'x'\n")
    assert message(project, file) == "pyproject.toml: no [tool.corpuslint] in it"


needs_owners = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners here")


@needs_owners
@pytest.mark.parametrize("name", ["corpuslint.toml", "pyproject.toml"])
def test_a_configuration_above_that_everybody_may_write_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    shared = tmp_path / "shared"
    write(shared / name, "[tool.corpuslint]\nfail-on = 'never'\n" if name == "pyproject.toml" else "fail-on = 'never'\n")
    write(shared / "mine/a.txt", "The cafÃ© of the town.\n")
    write(shared / "INDEX.md", "| path | date |\n| --- | --- |\n| mine/a.txt | 2022-01-01 |\n")
    shared.chmod(0o1777)
    monkeypatch.chdir(shared / "mine")
    assert main(["check", "a.txt", "--output-format", "concise", "--no-cache"]) == 1
    shown = capfd.readouterr()
    assert shown.err == (
        f"note: ../{name} is not used: others may have put it there, outside of any repository of yours; "
        f"`--config ../{name}` uses it\n"
    )
    assert "missing-date" in shown.out  # the index there is not used, either
    assert main(["check", "a.txt", "--config", f"../{name}", "--no-cache"]) == 0
    assert capfd.readouterr().err == ""
    (shared / ".git").mkdir()
    assert load_config(shared / "mine").fail_on is None  # a repository of ours vouches for what is in it


@needs_owners
def test_a_configuration_above_that_belongs_to_another_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "corpuslint.toml", "fail-on = 'never'\n")
    write(tmp_path / "INDEX.md", ROWS)
    (tmp_path / "mine").mkdir()
    assert load_config(tmp_path / "mine").fail_on is None
    assert find_index(tmp_path / "mine") == tmp_path / "INDEX.md"
    owners = os.lstat

    def foreign(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = list(owners(path))
        if path.name in ("corpuslint.toml", "INDEX.md", ".git"):
            found[4] = 54321
        return os.stat_result(found)

    monkeypatch.setattr(Path, "stat", foreign)
    monkeypatch.setattr(Path, "lstat", foreign)
    config = load_config(tmp_path / "mine")
    assert (str(config.fail_on), config.path) == ("warning", None)
    assert config.note.endswith("corpuslint.toml` uses it")
    assert find_index(tmp_path / "mine") is None
    assert load_config(tmp_path).fail_on is None  # in the working folder itself it is asked for
    (tmp_path / ".git").mkdir()
    assert load_config(tmp_path / "mine").path is None  # a repository of another vouches for nothing
