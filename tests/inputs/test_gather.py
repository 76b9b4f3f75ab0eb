"""What a run covers, what it passes over and says so, and that nothing checked is not green."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from corpuslint.cli import main
from corpuslint.config.settings import load_config
from corpuslint.inputs.gather import gather
from tests.projects import CLEAN, DAMAGED, write

TABLE = "| path |\n| --- |\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"


def check(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], dict[str, int], str]:
    """Exit code, paths with findings, what was passed over, and standard error."""
    capfd.readouterr()
    code = main(["check", "--output-format", "json", "--no-cache", "--jobs", "1", *arguments])
    shown = capfd.readouterr()
    whole = json.loads(shown.out or "{}")
    found = sorted({finding["path"] for finding in whole.get("findings", [])})
    return code, found, whole.get("summary", {}).get("passed_over", {}), shown.err


def names(*paths: str) -> list[str]:
    """The documents that the paths give."""
    return [source.name for source in gather([Path(path) for path in paths], load_config(Path.cwd())).sources]


def archive() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.txt", DAMAGED)
    return packed.getvalue()


BINARIES = {
    "nul.txt": (b"text\0text \xc3\x83\xc2\xa9\n" * 20, "binary"),
    "late.txt": (b"a" * 8000 + b"\0" + b"b" * 8000, "binary"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(9) + os.urandom(3000), "binary"),
    "image.png": (PNG, "binary"),
    "paper.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "binary"),
    "text.gz": (gzip.compress(DAMAGED.encode(), mtime=1_700_000_000), "archive"),
    "text.txt": (gzip.compress(DAMAGED.encode(), mtime=1_700_000_000), "archive"),
    "text.zip": (archive(), "archive"),
    "text.zst": (b"\x28\xb5\x2f\xfd\x04\x58\x01\x02", "archive"),
    "text.xz": (b"\xfd7zXZ\0\0\x04", "archive"),
}


@pytest.mark.parametrize("name", BINARIES)
def test_a_file_that_is_no_text_is_passed_over_and_named_by_hand_it_is_wrong_usage(
    project: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    content, why = BINARIES[name]
    write(project, {name: content, "good.txt": CLEAN})
    assert check(capfd, name) == (2, [], {why: 1}, f"warning: nothing was checked: 1 file passed over (1 {why})\n")
    code, found, passed, error = check(capfd, "good.txt", name)
    assert (code, found, passed, error) == (2, [], {why: 1}, f"warning: no document was found in {name}\n")
    assert main(["fix", name]) == 2
    assert (project / name).read_bytes() == content
    assert main(["inspect", name]) == 2


@pytest.mark.parametrize("content", [
    "\ufeffThe vote was held.\n".encode("utf-16-le"), "\ufeffThe vote.\n".encode("utf-32-be"), "The vote was held.\n".encode("utf-16-be"),
    b"a" * 8192 + b"\0", b"", b"\xff\xfe\xfd\n", b"\x1b[0m\x01\n",
])
def test_what_may_be_text_is_checked(project: Path, capfd: pytest.CaptureFixture[str], content: bytes) -> None:
    write(project, {"a.txt": content})
    code, _, passed, error = check(capfd, "a.txt")
    assert (code in (0, 1), passed, error) == (True, {}, "")


def test_all_that_a_folder_leaves_out_is_counted(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {
        "c/a.txt": CLEAN, "c/b.txt": DAMAGED, "c/x.png": PNG, "c/nul.txt": b"\0", "c/page.html": "<p>", "c/.hidden.txt": DAMAGED,
        "c/.git/a.txt": DAMAGED, "c/node_modules/a.txt": DAMAGED, "c/__pycache__/a.txt": DAMAGED, "c/env/pyvenv.cfg": "",
        "c/env/lib/a.txt": DAMAGED, "c/out.txt": DAMAGED, "c/deep/out.txt": DAMAGED, "outside.txt": DAMAGED,
    })
    (project / "c/link.txt").symlink_to("../outside.txt")
    (project / "c/twin.txt").symlink_to("b.txt")
    (project / "c/round").symlink_to(".")
    code, found, passed, error = check(capfd, "c", "--exclude", "out.txt")
    assert (code, found, error) == (1, ["c/b.txt"], "")
    assert passed == {
        "binary": 1, "excluded": 2, "hidden": 2, "link out of the folder": 1, "link to a folder": 1, "link to another": 1,
        "not text": 2, "of a tool": 3,
    }
    assert main(["check", "c", "--exclude", "out.txt", "--output-format", "concise"]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == (
        "Found 1 finding (1 error) in 2 documents. 1 fixable with `corpuslint fix`. Passed over 13 files (3 of a tool, "
        "2 excluded, 2 hidden, 2 not text, 1 binary, 1 link out of the folder, 1 link to a folder, 1 link to another)."
    )
    for output_format in ("json-lines", "github", "sarif"):
        main(["check", "c", "--exclude", "out.txt", "--output-format", output_format])
        assert capfd.readouterr().err.startswith("passed over 13 files (3 of a tool, ")


@pytest.mark.parametrize(("files", "arguments", "message"), [
    ({"c/x.png": PNG, "c/page.html": "<p>", "c/out.txt": CLEAN}, ["c", "--exclude", "out.txt"],
     "3 files passed over (2 not text, 1 excluded)"),
    ({"c/nul.txt": b"\0", "c/b.md": b"\0"}, ["c"], "2 files passed over (2 binary)"),
    ({"c/INDEX.md": TABLE}, ["c"], "no document was found"),
    ({"c/INDEX.md": TABLE}, ["c/INDEX.md"], "no document was found"),
    ({"c/INDEX.md": "| path | status |\n| --- | --- |\n| a.txt | withdrawn |\n| b.txt | quarantined |\n", "c/a.txt": CLEAN, "c/b.txt": CLEAN},
     ["c/INDEX.md"], "2 files passed over (2 withdrawn or in quarantine)"),
    ({"a.jsonl": ""}, ["a.jsonl"], "no document was found"),
    ({"a.jsonl": "\n\n"}, ["a.jsonl"], "no document was found"),
    ({"a.jsonl.gz": gzip.compress(b"")}, ["a.jsonl.gz"], "no document was found"),
    ({"a.txt": DAMAGED}, ["a.txt", "--select", "near-duplicate"], "1 file passed over (1 no rule left for it)"),
    ({"a.txt": DAMAGED}, ["a.txt", "--select", "hash-mismatch"], "1 file passed over (1 no rule left for it)"),
    ({"corpuslint.toml": "[[per-document]]\npaths = ['*.txt']\nselect = ['mojibake']\nignore = ['mojibake']\n", "a.txt": DAMAGED},
     ["a.txt"], "1 file passed over (1 no rule left for it)"),
])
def test_nothing_checked_is_not_green(
    project: Path, capfd: pytest.CaptureFixture[str], files: dict[str, str | bytes], arguments: list[str], message: str
) -> None:
    write(project, files)
    code, found, _, error = check(capfd, *arguments)
    assert (code, found, error) == (2, [], f"warning: nothing was checked: {message}\n")


def test_an_empty_folder_is_wrong_usage_and_an_empty_configured_index_is_told(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "c").mkdir()
    assert check(capfd, "c")[0] == 2
    write(project, {"seeds/INDEX.md": TABLE})
    assert check(capfd) == (0, [], {}, "warning: nothing was checked: no document was found\n")


def test_contradicting_rules_are_wrong_usage(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {"a.txt": DAMAGED})
    for arguments in (["a.txt"], ["."], ["--changed-only", "a.txt"]):
        code, _, _, error = check(capfd, *arguments, "--select", "mojibake,missing-date", "--ignore", "missing-date,mojibake")
        assert (code, error) == (2, "error: nothing was checked: --select and --ignore leave no rule\n")


def test_findings_and_failures_come_before_what_gave_nothing(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {"b.txt": DAMAGED, "nul": b"\0", "bad.jsonl": "{", "c/INDEX.md": f"{TABLE}| gone.txt |\n"})
    assert check(capfd, "b.txt", "nul")[0] == 1
    assert check(capfd, "b.txt", "nul", "--fail-on", "never")[0] == 2
    assert check(capfd, "b.txt", "nul", "bad.jsonl")[0] == 3
    assert check(capfd, "bad.jsonl")[0] == 3
    assert check(capfd, "c/INDEX.md")[0] == 1


def test_standard_input_that_is_no_text_is_told(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for data, code in ((PNG, 2), (b"", 1), (b"x" * 2000, 3)):
        write(project, {"corpuslint.toml": "max-file-size = 1000\n"})
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert check(capfd, "-")[0] == code


def test_exclude_of_the_configuration_and_of_the_command_add_up(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {
        "corpuslint.toml": "exclude = ['/c/raw/', '*.bak.txt', '!keep.bak.txt']\n", "c/a.txt": DAMAGED, "c/raw/b.txt": DAMAGED,
        "c/raw/keep.bak.txt": DAMAGED, "c/x.bak.txt": DAMAGED, "c/keep.bak.txt": DAMAGED, "c/deep/c/raw/d.txt": DAMAGED, "c/e.md": DAMAGED,
    })
    assert check(capfd, "c")[1:3] == (["c/a.txt", "c/deep/c/raw/d.txt", "c/e.md", "c/keep.bak.txt"], {"excluded": 2})
    assert check(capfd, "c", "--exclude", "*.md", "--exclude", "deep")[1:3] == (["c/a.txt", "c/keep.bak.txt"], {"excluded": 4})


def test_what_is_named_itself_is_checked_though_excluded_but_for_force(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {"corpuslint.toml": "exclude = ['raw/', '*.bak.txt']\n", "raw/a.txt": DAMAGED, "raw/b.bak.txt": DAMAGED})
    assert check(capfd, "raw/a.txt")[1] == ["raw/a.txt"]
    assert check(capfd, "raw")[1:3] == (["raw/a.txt"], {"excluded": 1})
    nothing = "warning: nothing was checked: 1 file passed over (1 excluded)\n"
    assert check(capfd, "raw/a.txt", "--force-exclude") == (0, [], {"excluded": 1}, nothing)
    assert check(capfd, "raw", "--force-exclude") == (0, [], {"excluded": 1}, nothing)


def test_exclude_holds_for_the_rows_of_an_index(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {
        "corpuslint.toml": "exclude = ['seeds/raw/']\n", "seeds/INDEX.md": f"{TABLE}| a.txt |\n| raw/b.txt |\n",
        "seeds/a.txt": CLEAN, "seeds/raw/b.txt": DAMAGED, "seeds/raw/unlisted.txt": DAMAGED,
    })
    for arguments in ([], ["seeds"], ["seeds/INDEX.md"]):
        assert check(capfd, *arguments) == (0, [], {"excluded": 1}, ""), arguments


@pytest.mark.parametrize("pattern", ["!", "[z-a]", "a\\"])
def test_a_pattern_that_is_none_is_wrong_usage(project: Path, capfd: pytest.CaptureFixture[str], pattern: str) -> None:
    write(project, {"corpuslint.toml": f"# ours\nexclude = ['x', '{pattern}']\n", "a.txt": CLEAN})
    assert check(capfd, ".")[::3] == (2, f"error: corpuslint.toml:2: exclude: {pattern!r} is no pattern of a .gitignore\n")
    (project / "corpuslint.toml").unlink()
    assert check(capfd, ".", "--exclude", pattern)[::3] == (2, f"error: exclude: {pattern!r} is no pattern of a .gitignore\n")


def test_no_pattern_and_no_name_makes_it_slow(project: Path) -> None:
    write(project, {".gitignore": "*a" * 40 + "b\n", "a" * 200: CLEAN, "corpuslint.toml": f"exclude = ['{'*a' * 40}b']\n"})
    assert names(".") == ["a" * 200]


def test_gitignore_is_obeyed_in_a_work_tree(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {
        ".gitignore": "# build\n/build/\n*.log.txt\n!keep.log.txt\n", ".git/info/exclude": "private.txt\r\n", "sub/.gitignore": "/top.txt\n!x.log.txt\n",
        "build/a.txt": DAMAGED, "a.txt": DAMAGED, "x.log.txt": DAMAGED, "keep.log.txt": DAMAGED, "private.txt": DAMAGED,
        "sub/top.txt": DAMAGED, "sub/x.log.txt": DAMAGED, "sub/y.log.txt": DAMAGED, "sub/deep/top.txt": DAMAGED, "sub/build/b.txt": DAMAGED,
        "nested/.git/HEAD": "", "nested/x.log.txt": DAMAGED,
    })
    wanted = ["a.txt", "keep.log.txt", "nested/x.log.txt", "sub/build/b.txt", "sub/deep/top.txt", "sub/x.log.txt"]
    code, found, passed, _ = check(capfd, ".")
    assert (code, found, passed["ignored by git"]) == (1, wanted, 5)
    assert check(capfd, "sub")[1] == ["sub/build/b.txt", "sub/deep/top.txt", "sub/x.log.txt"]
    assert check(capfd, "build")[1] == ["build/a.txt"]  # named itself
    assert check(capfd, "build/a.txt", "private.txt")[1] == ["build/a.txt", "private.txt"]


def test_without_git_a_gitignore_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {".gitignore": "*.txt\n", "a.txt": CLEAN})
    monkeypatch.chdir(tmp_path)
    assert names(".") == ["a.txt"]


def test_the_excludes_of_a_linked_work_tree_are_those_of_the_repository(project: Path) -> None:
    write(project, {
        ".git/worktrees/other/commondir": "../..\n", ".git/info/exclude": "private.txt\n",
        "other/.git": f"gitdir: {project}/.git/worktrees/other\n", "other/private.txt": CLEAN, "other/a.txt": CLEAN,
    })
    assert names("other") == ["other/a.txt"]


def test_what_an_index_lists_is_taken_whatever_it_is_called(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {
        ".gitignore": "c.txt\n", "seeds/INDEX.md": f"{TABLE}| page.html |\n| .h/b.txt |\n| c.txt |\n| a.txt |\n",
        "seeds/page.html": DAMAGED, "seeds/.h/b.txt": DAMAGED, "seeds/c.txt": DAMAGED, "seeds/a.txt": CLEAN, "seeds/README.txt": "x\n",
    })
    for arguments in (["seeds"], ["."], ["seeds/INDEX.md"]):
        assert check(capfd, *arguments, "--select", "mojibake")[1] == ["seeds/.h/b.txt", "seeds/c.txt", "seeds/page.html"]


def test_one_file_by_two_names_is_read_once(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(project, {"c/b.txt": DAMAGED, "c/x.txt/a.txt": CLEAN, "c/new\nline.txt": DAMAGED})
    (project / "link.txt").symlink_to("c/b.txt")
    (project / "again").symlink_to("c")
    assert names("c/b.txt", "link.txt", "again/b.txt", "./c/../c/b.txt", "c") == ["c/b.txt", "c/new\nline.txt", "c/x.txt/a.txt"]
    assert check(capfd, "c/b.txt", "link.txt")[:2] == (1, ["c/b.txt"])
    assert names("c", "again") == ["c/b.txt", "c/new\nline.txt", "c/x.txt/a.txt"]


def test_a_folder_that_cannot_be_read_is_a_failure(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, {"c/a.txt": CLEAN, "c/closed/b.txt": DAMAGED})
    scan = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    code, found, _, error = check(capfd, "c")
    assert (code, found, error) == (3, [], "c/closed: failure Permission denied\n")


@pytest.mark.parametrize("times", [2000, pytest.param(50_000, marks=pytest.mark.slow)])
def test_names_are_gathered_however_many(project: Path, times: int) -> None:
    write(project, {"c/a.txt": CLEAN, "c/b.txt": CLEAN})
    assert names(*["c/a.txt", "c/b.txt"] * times) == ["c/a.txt", "c/b.txt"]
