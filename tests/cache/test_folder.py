"""The cache is used only where nobody but its user can write; where it is not, nothing but the time and a note differs."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpuslint.cache.folder import _judge, cache_folder, keep, notes, open_kept, prepare
from tests.projects import DAMAGED, lend

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no owners of files")
as_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="only root can give a folder away")
STRANGER = 12_345


@pytest.fixture(autouse=True)
def _own_umask() -> object:
    before = os.umask(0o022)
    yield
    os.umask(before)
    list(notes())


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def _ask(monkeypatch: pytest.MonkeyPatch, stated: str | Path) -> tuple[Path | None, list[str]]:
    _judge.cache_clear()
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", os.fspath(stated))
    return cache_folder(), [note.partition(" is not used: ")[2] for note in notes()]


def _check(folder: Path, **environment: str) -> tuple[int, str, str]:
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    (folder / "a.txt").write_text(DAMAGED, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "corpuslint", "check", "--select", "mojibake", "--output-format", "concise", "a.txt"], cwd=folder, check=False,
        env={**os.environ, **environment}, capture_output=True, text=True, encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


def _stranger(folder: Path) -> None:
    os.chown(folder, STRANGER, STRANGER)


@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_what_is_made_is_for_the_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int) -> None:
    os.umask(umask)
    folder = tmp_path / "above" / "cache"
    assert _ask(monkeypatch, folder) == (folder, [])
    assert (_mode(folder.parent), _mode(folder)) == (0o700, 0o700)
    keep(folder / "a.json", b"a")
    prepare(folder / "results.sqlite3")
    assert {_mode(path) for path in folder.iterdir()} == {0o600}
    connection = sqlite3.connect(folder / "results.sqlite3", isolation_level=None)
    connection.executescript("CREATE TABLE t (x); BEGIN; INSERT INTO t VALUES (zeroblob(9000000))")
    assert {_mode(path) for path in folder.iterdir()} == {0o600}
    connection.close()


@pytest.mark.slow
def test_a_whole_run_leaves_files_for_the_user_alone(tmp_path: Path) -> None:
    os.umask(0)
    assert _check(tmp_path / "project", CORPUSLINT_CACHE_DIR=str(tmp_path / "cache"))[0] == 1
    files = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert {"results.sqlite3"} < {path.name for path in files}
    assert {_mode(path) for path in files} == {0o600}


TROUBLES: dict[str, tuple[Callable[[Path], object], str]] = {
    "group": (lambda folder: folder.chmod(0o770), "others can write in it (mode 0770; remove it, for what they wrote may be in it)"),
    "world": (lambda folder: folder.chmod(0o702), "others can write in it (mode 0702; remove it, for what they wrote may be in it)"),
    "sticky": (lambda folder: folder.chmod(0o1777), "others can write in it (mode 1777; remove it, for what they wrote may be in it)"),
    "link": (lambda folder: folder.rename(f"{folder}-2").symlink_to.__self__ and folder.symlink_to(f"{folder}-2"), "it is a link"),
    "dangling": (lambda folder: (folder.rmdir(), folder.symlink_to(f"{folder}-2")), "it is a link"),
    "file": (lambda folder: (folder.rmdir(), folder.write_bytes(b"")), "it is no folder"),
    "fifo": (lambda folder: (folder.rmdir(), os.mkfifo(folder)), "it is no folder"),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_a_folder_that_others_can_write_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    folder = tmp_path / "cache"
    folder.mkdir(0o700)
    change, trouble = TROUBLES[name]
    change(folder)
    assert _ask(monkeypatch, folder) == (None, [trouble])
    assert _ask(monkeypatch, f"{folder}/") == (None, [trouble])


def test_a_folder_whose_parent_everybody_can_write_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = tmp_path / "shared"
    (shared / "mine").mkdir(parents=True)
    shared.chmod(0o777)
    for folder in (shared / "cache", shared / "mine", shared / "mine" / "deep" / "cache"):
        assert _ask(monkeypatch, folder) == (None, [f"everybody can write in {shared}"])
    assert not (shared / "cache").exists()
    shared.chmod(0o1777)
    assert _ask(monkeypatch, shared / "cache") == (shared / "cache", [])


def test_links_above_the_folder_are_followed_and_what_they_name_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "scratch" / "user").mkdir(parents=True)
    (tmp_path / "home").symlink_to(tmp_path / "scratch" / "user")
    assert _ask(monkeypatch, tmp_path / "home" / "cache") == (tmp_path / "home" / "cache", [])
    (tmp_path / "scratch").chmod(0o777)
    assert _ask(monkeypatch, tmp_path / "home" / "cache") == (None, [f"everybody can write in {tmp_path / 'scratch'}"])


def test_a_place_that_cannot_be_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert _ask(monkeypatch, tmp_path / "file" / "cache")[0] is None
    assert _ask(monkeypatch, tmp_path / ("x" * 300)) == (None, ["File name too long"])
    assert _ask(monkeypatch, "/proc/none/cache")[0] is None


def test_relative_and_empty_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _ask(monkeypatch, "cache") == (tmp_path / "cache", [])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert _ask(monkeypatch, "") == (tmp_path / "xdg" / "corpuslint", [])
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert _ask(monkeypatch, "") == (tmp_path / ".cache" / "corpuslint", [])
    assert not (tmp_path / "relative").exists()


@pytest.mark.parametrize("home", ["", "relative", "~", "/nonexistent/home"])
def test_without_a_home_there_is_no_cache_and_no_stray_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    assert _ask(monkeypatch, "") == (None, [])
    assert list(tmp_path.iterdir()) == []
    assert not Path("/nonexistent").exists()


def test_a_user_who_is_unknown_to_the_system_has_no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert _ask(monkeypatch, "") == (None, [])
    assert list(tmp_path.iterdir()) == []


@as_root
def test_a_folder_of_another_user_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "home" / "cache"
    folder.mkdir(parents=True, mode=0o700)
    _stranger(folder)
    assert _ask(monkeypatch, folder) == (None, ["it belongs to another user"])
    folder.rmdir()
    _stranger(folder.parent)  # sudo with the home of a user: no file of root's is left there
    assert _ask(monkeypatch, folder) == (None, [f"{folder.parent} belongs to another user than root"])
    assert not folder.exists()


@pytest.mark.slow
def test_a_planted_result_changes_nothing(tmp_path: Path) -> None:
    folder, project = tmp_path / "cache", tmp_path / "project"
    lend(folder)
    fresh = _check(project, CORPUSLINT_CACHE_DIR=str(folder))
    assert (fresh[0], fresh[2]) == (1, "")
    from corpuslint.cache.results import _checksum

    with sqlite3.connect(folder / "results.sqlite3") as connection:
        for key, value in connection.execute("SELECT key, value FROM results").fetchall():
            empty = b"[]\n{}" if b"\n" in value else b"[]"
            connection.execute("UPDATE results SET value = ? WHERE key = ?", (_checksum(key, empty) + empty, key))
    connection.close()
    assert _check(project, CORPUSLINT_CACHE_DIR=str(folder))[0] == 0  # what a stranger could do
    folder.chmod(0o777)
    note = f"note: the cache folder {folder} is not used: others can write in it (mode 0777; remove it, for what they wrote may be in it)\n"
    assert _check(project, CORPUSLINT_CACHE_DIR=str(folder)) == (1, fresh[1], note)


def test_the_note_is_one_line_whatever_the_name(tmp_path: Path) -> None:
    folder = tmp_path / "a\n::error::b\x1b[31m"
    folder.write_bytes(b"")
    command = [sys.executable, "-m", "corpuslint", "rules"]
    environment = {**os.environ, "CORPUSLINT_CACHE_DIR": str(folder)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n"), "\x1b" in done.stderr) == (0, 1, False)
    assert done.stderr.startswith("note: the cache folder ") and done.stderr.endswith(" is not used: it is no folder\n")


@pytest.mark.parametrize("mode", [0o666, 0o620])
def test_a_file_that_others_can_write_is_replaced(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "results.sqlite3"
    path.write_bytes(b"theirs")
    path.chmod(mode)
    with pytest.raises(PermissionError):
        open_kept(path)
    prepare(path)
    assert (path.read_bytes(), _mode(path)) == (b"", 0o600)
    path.chmod(mode)
    keep(path, b"ours")
    assert (path.read_bytes(), _mode(path)) == (b"ours", 0o600)


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"precious")
    for make in (lambda: keep(link, b"ours"), lambda: prepare(link)):
        link.symlink_to(target)
        with pytest.raises(OSError):  # noqa: PT011, RUF100 (ELOOP, or EMLINK on some systems)
            open_kept(link)
        make()
        assert (target.read_bytes(), link.is_symlink()) == (b"precious", False)
        link.unlink()


def test_a_file_for_which_its_owner_wants_less_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"x")
    path.chmod(0o644)
    os.close(open_kept(path))
    prepare(path)
    assert _mode(path) == 0o600


RULE = """
id = "house-words"
checker = "existence"
severity = "warning"
summary = "s"
rationale = "r"
scan = ["terms"]
[kinds.term]
message = "we do not say '{match}'"
"""


@pytest.mark.parametrize("options", [[], pytest.param(["--no-cache"], marks=pytest.mark.slow)])
@pytest.mark.slow
def test_a_word_list_of_the_user_that_changed_with_its_size_and_time_kept_is_seen(tmp_path: Path, options: list[str]) -> None:
    """Also where it is a link, and where its whole folder is another by now."""
    for folder, word in (("house", "vote"), ("second", "town"), ("third", "near")):
        (tmp_path / folder / "lexicons").mkdir(parents=True)
        (tmp_path / folder / "house-words.toml").write_text(RULE, "utf-8")
        (tmp_path / folder / f"{word}.words").write_text(f"# made up\n{word}\n", "utf-8")
        os.utime(tmp_path / folder / f"{word}.words", (10**9, 10**9))
        (tmp_path / folder / "lexicons" / "house-words.mul.txt").symlink_to(f"../{word}.words")
    lend(tmp_path / "cache")
    (tmp_path / ".git").mkdir()
    (tmp_path / "corpuslint.toml").write_text('rule-folders = ["house"]\n', "utf-8")
    (tmp_path / "a.txt").write_text(DAMAGED, "utf-8")
    command = [sys.executable, "-m", "corpuslint", "check", *options, "--select", "house-words", "--output-format", "json-lines", "a.txt"]
    environment = {**os.environ, "CORPUSLINT_CACHE_DIR": str(tmp_path / "cache")}

    def found() -> list[str]:
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.stderr == ""
        return [json.loads(line)["match"] for line in done.stdout.splitlines()]

    assert [found(), found()] == [["vote"], ["vote"]]
    words = tmp_path / "house" / "vote.words"
    words.write_text("# made up\nheld\n", "utf-8")
    os.utime(words, (10**9, 10**9))
    assert found() == ["held"]
    (tmp_path / "house" / "lexicons" / "house-words.mul.txt").unlink()
    (tmp_path / "house" / "lexicons" / "house-words.mul.txt").symlink_to(tmp_path / "second" / "town.words")
    assert found() == ["town"]
    (tmp_path / "house").rename(tmp_path / "first")
    (tmp_path / "third").rename(tmp_path / "house")
    assert found() == ["near"]
