"""A new index, from nothing to green: what `index init` prints is all that a newcomer must do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpuslint.cli import main
from tests.projects import CLEAN, DAMAGED, write

FIND = "For a bare `corpuslint check`, pytest and the hooks to find it, "


@pytest.fixture
def project(project: Path) -> Path:
    write(project, {"corpus/a.txt": CLEAN, "corpus/b.txt": DAMAGED, "tests/test_own.py": "def test_own(): pass\n"})
    return project


def init(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    capfd.readouterr()
    code = main(["index", "init", *arguments])
    shown = capfd.readouterr()
    assert shown.err == ""
    return code, shown.out.splitlines()


def follow(root: Path, said: list[str]) -> str:
    """Do what was printed: the lines behind the empty one go to the end of the file that the line before it names."""
    at = said.index("")
    assert said[at - 1].startswith(FIND)
    file = said[at - 1].split(" ")[-1].removesuffix(":")
    with (root / file).open("a", encoding="utf-8") as config:
        config.write("\n" + "\n".join(said[at + 1 :]) + "\n")
    return file


@pytest.mark.parametrize(("name", "text", "file"), [
    (None, "", "corpuslint.toml"), ("pyproject.toml", "[project]\nname = 'x'\n", "pyproject.toml"),
    ("pyproject.toml", "[tool.corpuslint]\n", "pyproject.toml"), ("pyproject.toml", "[tool.corpuslint]\nignore = ['boilerplate']\n", "pyproject.toml"),
    ("corpuslint.toml", "ignore = ['boilerplate']\n", "corpuslint.toml"),
])
def test_check_and_pytest_find_the_new_index(
    name: str | None, text: str, file: str, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    if name:
        (project / name).write_text(text, "utf-8")
    assert main(["check"]) == 2
    code, said = init(capfd, "corpus")
    assert (code, said[:3]) == (0, [
        "corpus/a.txt: added (guessed: date, language)", "corpus/b.txt: added (guessed: date, language)",
        "corpus/INDEX.md: 2 documents listed.",
    ])
    assert said[3] == f"{FIND}{'add to' if (project / file).exists() else 'write'} {file}:"
    assert follow(project, said) == file
    assert main(["check", "--output-format", "concise"]) == 1
    assert capfd.readouterr().out.startswith("corpus/b.txt:3:31: error[mojibake]")
    if not text:  # once: a whole run of pytest takes a second
        tested = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"], capture_output=True, text=True, encoding="utf-8", check=False)
        assert tested.returncode == 1
        assert "FAILED corpus/INDEX.md::b.txt::mojibake" in tested.stdout
    assert init(capfd, "--dry-run", "tests")[0] == 0
    assert main(["index", "init", "corpus"]) == 2
    assert capfd.readouterr().err == (
        "error: corpus/INDEX.md exists: `corpuslint index add FILE…` lists more documents, `--update` refreshes the rows\n"
    )


def test_an_index_that_is_configured_already_needs_no_advice(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "corpuslint.toml").write_text('[index]\npath = "corpus/INDEX.md"\n', "utf-8")
    assert init(capfd)[1][-1] == "corpus/INDEX.md: 2 documents listed."


def test_the_default_place_is_found_by_check_but_not_by_pytest(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "corpus").rename(project / "seeds")
    assert init(capfd)[1][-4:] == [
        "`corpuslint check` and the hooks find it here; for pytest to collect it, write corpuslint.toml:", "", "[index]",
        'path = "seeds/INDEX.md"',
    ]
    assert main(["check"]) == 1


def test_a_second_index_leaves_the_first_configured(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "pyproject.toml").write_text('[tool.corpuslint]\n\n[tool.corpuslint.index]\npath = "tests/INDEX.md"\n', "utf-8")
    (project / "tests/INDEX.md").write_text("| path |\n| --- |\n", "utf-8")
    assert init(capfd, "corpus")[1][3:] == [
        "The configured index is tests/INDEX.md; `corpuslint check corpus/INDEX.md` checks this one.",
        f"{FIND}set under [tool.corpuslint.index], line 3 of pyproject.toml:", "", 'path = "corpus/INDEX.md"',
    ]


def test_from_a_folder_below_the_path_is_that_from_the_configuration(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "pyproject.toml").write_text("", "utf-8")
    monkeypatch.chdir(project / "tests")
    (project / "tests/texts").mkdir()
    assert init(capfd, "texts")[1][-4:] == [f"{FIND}add to pyproject.toml:", "", "[tool.corpuslint.index]", 'path = "tests/texts/INDEX.md"']


def test_rows_are_added_and_refreshed(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "corpuslint.toml").write_text('[index]\npath = "corpus/INDEX.md"\n', "utf-8")
    init(capfd)
    (project / "corpus/b.txt").write_text(CLEAN.replace("Sunday", "Monday"), "utf-8")
    (project / "corpus/c d.txt").write_text("x", "utf-8")
    assert main(["index", "check", "--output-format", "concise"]) == 1
    said = capfd.readouterr().out
    assert "if that is meant, `corpuslint index add --update corpus/b.txt`\n" in said
    assert "no row of INDEX.md lists this document: `corpuslint index add 'corpus/c d.txt'`, or delete it\n" in said
    assert main(["index", "add"]) == 2
    assert capfd.readouterr().err == (
        "error: no FILE given: name the documents to list, or refresh all rows with `corpuslint index add --update`\n"
    )
    assert main(["index", "add", "corpus/b.txt"]) == 1
    assert capfd.readouterr().out == (
        "corpus/b.txt: listed with another sha256: `corpuslint index add --update corpus/b.txt` refreshes the row\n"
    )
    assert main(["index", "add", "--update"]) == 0
    assert capfd.readouterr().out == "corpus/a.txt: already listed\ncorpus/b.txt: updated\n"
    assert main(["index", "add", "corpus/c d.txt"]) == 0
    assert main(["index", "check"]) == 0
    assert main(["index", "check", "corpus"]) == 0
    (project / "corpus/a.txt").unlink()
    capfd.readouterr()
    assert main(["index", "add", "--update"]) == 3
    assert capfd.readouterr()[:] == ("corpus/b.txt: already listed\ncorpus/c d.txt: already listed\n", "failure: no such file: corpus/a.txt\n")
