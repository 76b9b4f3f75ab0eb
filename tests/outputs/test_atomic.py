"""What belongs to a file stays with it; a writer that is killed at any step leaves the old file or the new one."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from corpuslint.outputs import atomic
from corpuslint.outputs.atomic import Changed, write_atomic

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX owners, links, locks and signals")

# For each step a child runs `write_atomic` and gets a signal before or after its nth call of a function of `os`; then
# another child writes another file. Printed: how the first ended, what the file holds, the names before and after the second.
_AT = """
import json, os, signal, sys
from pathlib import Path
from corpuslint.outputs import atomic
from corpuslint.outputs.atomic import write_atomic

name, when = getattr(signal, sys.argv[1]), sys.argv[2]

def child(work):
    pid = os.fork()
    if not pid:
        try:
            work()
        except SystemExit as end:
            os._exit(end.code)
        os._exit(0)
    return os.waitpid(pid, 0)[1]

def stopped(step):
    count = 0

    def watched(function):
        def call(*arguments, **named):
            nonlocal count
            count += 1
            done = function(*arguments, **named) if when == "after" else None
            if count == step:
                os.kill(os.getpid(), name)
            return done if when == "after" else function(*arguments, **named)
        return call

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for each in ("open", "fstat", "write", "chmod", "fsync", "replace", "close"):
        setattr(os, each, watched(getattr(os, each)))
    write_atomic(Path("a.txt"), b"new text")

for step in range(1, 12):
    Path("a.txt").write_bytes(b"old text")
    code = os.waitstatus_to_exitcode(child(lambda: stopped(step)))
    held, left = Path("a.txt").read_text(), sorted(os.listdir())
    child(lambda: write_atomic(Path("b.txt"), b"x"))
    print(json.dumps([code, held, left, sorted(os.listdir())]))
    os.unlink("b.txt")
"""


def _names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def _stopped(name: str, when: str) -> list[tuple[int, str, list[str], list[str]]]:
    done = subprocess.run([sys.executable, "-c", _AT, name, when], check=True, capture_output=True, text=True)
    return [json.loads(row) for row in done.stdout.splitlines()]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(atomic, "_swept", set())
    Path("a.txt").write_bytes(b"old text")
    return tmp_path


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_killed_writer_leaves_the_old_file_or_the_new_one_and_the_next_one_cleans_up(when: str) -> None:
    rows = _stopped("SIGKILL", when)
    assert {held for _, held, _, _ in rows} == {"old text", "new text"}
    assert any(len(left) == 2 for _, _, left, _ in rows)
    assert all(names == ["a.txt", "b.txt"] for _, _, _, names in rows)
    assert [code for code, *_ in rows].count(-signal.SIGKILL) >= 8


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_writer_that_is_ended_takes_its_temporary_file_with_it(when: str) -> None:
    rows = _stopped("SIGTERM", when)
    assert {held for _, held, _, _ in rows} == {"old text", "new text"}
    left = [names for _, _, names, _ in rows if names != ["a.txt"]]
    assert len(left) <= 1  # between the call that makes the file and the name for it there is no room for a handler
    assert [code for code, *_ in rows].count(143) >= 8


def test_what_another_writer_is_at_work_on_stays(folder: Path) -> None:
    with atomic._temporary(folder / "a.txt", 0o600) as (_, temporary):
        assert temporary.name.startswith(".a.txt.corpuslint-")
        write_atomic(Path("b.txt"), b"x")
        assert temporary.exists()
    temporary.write_bytes(b"")  # nobody holds it now
    write_atomic(Path("b.txt"), b"once for each folder in a process")
    assert temporary.exists()
    atomic._swept.clear()
    write_atomic(Path("b.txt"), b"y")
    assert not temporary.exists()


def test_a_temporary_file_that_was_taken_for_left_behind_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest, taken = atomic._lock, []

    def lock(handle: int, *, stale: bool = True) -> bool:
        if not taken:
            taken.extend(folder.glob(".a.txt.*"))
            taken[0].unlink()
        return honest(handle, stale=stale)

    monkeypatch.setattr(atomic, "_lock", lock)
    write_atomic(Path("a.txt"), b"new")
    assert (len(taken), Path("a.txt").read_bytes(), _names()) == (1, b"new", ["a.txt"])


@pytest.mark.parametrize("name", [".x.corpuslint-0123456789ab.tmp.txt", "x.corpuslint-0123456789ab.tmp", ".corpuslint-0123456789ab.tmp"])
def test_only_what_has_our_name_is_removed(name: str) -> None:
    Path(name).write_bytes(b"mine")
    write_atomic(Path("a.txt"), b"new")
    assert Path(name).exists()


def test_what_has_our_name_and_is_no_file_stays() -> None:
    os.mkfifo(".x.corpuslint-0123456789ab.tmp")
    Path(".y.corpuslint-0123456789ab.tmp").symlink_to("a.txt")
    write_atomic(Path("a.txt"), b"new")
    assert {".x.corpuslint-0123456789ab.tmp", ".y.corpuslint-0123456789ab.tmp"} < set(_names())


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o4755, 0o440 | 0o200])
def test_the_mode_stays(mode: int) -> None:
    Path("a.txt").chmod(mode)
    write_atomic(Path("a.txt"), b"new")
    assert stat.S_IMODE(Path("a.txt").stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_owner_and_group_stay() -> None:
    os.chown("a.txt", 1234, 4321)
    Path("a.txt").chmod(0o2750)
    write_atomic(Path("a.txt"), b"new")
    state = Path("a.txt").stat()
    assert (state.st_uid, state.st_gid, stat.S_IMODE(state.st_mode)) == (1234, 4321, 0o2750)


def test_a_file_whose_owner_cannot_be_kept_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = os.fstat

    def other(handle: int) -> os.stat_result:
        return os.stat_result([*honest(handle)[:4], 4242, *honest(handle)[5:]])

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fstat", other)
    monkeypatch.setattr(os, "chown", refuse)
    with pytest.raises(PermissionError, match="its owner and group cannot be kept"):
        write_atomic(Path("a.txt"), b"new")
    assert (Path("a.txt").read_bytes(), _names()) == (b"old text", ["a.txt"])


def _attributes() -> bool:
    try:
        os.setxattr(__file__, "user.corpuslint", b"")
        os.removexattr(__file__, "user.corpuslint")
    except (AttributeError, OSError):
        return False
    return True


needs_attributes = pytest.mark.skipif(not _attributes(), reason="the file system has no extended attributes")


@needs_attributes
def test_extended_attributes_stay() -> None:
    os.setxattr("a.txt", "user.origin", b"a crawl")
    write_atomic(Path("a.txt"), b"new")
    assert (os.listxattr("a.txt"), os.getxattr("a.txt", "user.origin")) == (["user.origin"], b"a crawl")


@needs_attributes
@pytest.mark.parametrize(("name", "refused"), [("user.origin", True), ("security.label", False)])
def test_an_attribute_that_cannot_be_kept(name: str, refused: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    os.setxattr("a.txt", "user.origin", b"x")
    monkeypatch.setattr(os, "listxattr", lambda path: [name] if isinstance(path, Path) else [])
    monkeypatch.setattr(os, "getxattr", lambda *_: b"x")
    monkeypatch.setattr(os, "setxattr", refuse)
    if refused:
        with pytest.raises(PermissionError, match=r"its attribute user\.origin cannot be kept"):
            write_atomic(Path("a.txt"), b"new")
    else:
        write_atomic(Path("a.txt"), b"new")
    assert Path("a.txt").read_bytes() == (b"old text" if refused else b"new")


def _acl(*entries: tuple[int, int, int]) -> bytes:
    """A POSIX access list as the kernel stores it: version 2; tag, permissions and id of each entry."""
    return b"\2\0\0\0" + b"".join(tag.to_bytes(2, "little") + bits.to_bytes(2, "little") + who.to_bytes(4, "little") for tag, bits, who in entries)


@needs_attributes
def test_access_lists_stay_and_those_of_the_folder_are_not_inherited(folder: Path) -> None:
    nobody = 0xFFFFFFFF
    own = _acl((1, 6, nobody), (2, 4, 1234), (4, 4, nobody), (0x10, 4, nobody), (0x20, 0, nobody))
    try:
        os.setxattr("a.txt", "system.posix_acl_access", own)
    except OSError:
        pytest.skip("no access lists here")
    Path("plain.txt").write_bytes(b"old")
    Path("plain.txt").chmod(0o640)
    os.setxattr(folder, "system.posix_acl_default", own)
    for name in ("a.txt", "plain.txt"):
        write_atomic(Path(name), b"new")
    assert os.getxattr("a.txt", "system.posix_acl_access") == own
    assert os.listxattr("plain.txt") == []
    assert stat.S_IMODE(Path("plain.txt").stat().st_mode) == 0o640


def test_a_file_with_a_twin_is_refused() -> None:
    os.link("a.txt", "twin.txt")
    with pytest.raises(OSError, match="has 2 hard links, of which only one would change") as caught:
        write_atomic(Path("a.txt"), b"new")
    assert caught.value.errno == errno.EMLINK
    assert Path("twin.txt").read_bytes() == Path("a.txt").read_bytes() == b"old text"


def test_a_file_that_changed_meanwhile_is_refused() -> None:
    for stood in (b"", b"old", b"old text!", b"OLD TEXT"):
        with pytest.raises(Changed, match="changed while it was checked"):
            write_atomic(Path("a.txt"), b"new", instead_of=stood)
    assert _names() == ["a.txt"]
    write_atomic(Path("a.txt"), b"new", instead_of=b"old text")
    assert Path("a.txt").read_bytes() == b"new"
    with pytest.raises(Changed):
        write_atomic(Path("gone.txt"), b"new", instead_of=b"")


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no such folder"):
        write_atomic(Path("absent/a.txt"), b"x")


def test_long_names_of_letters_with_many_bytes() -> None:
    name = "\u044f" * 125 + ".txt"
    write_atomic(Path(name), b"x")
    write_atomic(Path(name), b"y")
    assert _names() == ["a.txt", name]
