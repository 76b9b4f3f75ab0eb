"""Reading never blocks; writing is whole or not at all."""

from __future__ import annotations

import os
import socket
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from corpuslint.inputs.files import NotRegular, TooLarge, locked, read_regular
from corpuslint.outputs.atomic import write_atomic

posix = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX file type or mode")


def test_reads_bytes_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a\r\n\0\xff")
    assert read_regular(tmp_path / "a", 5) == b"a\r\n\0\xff"


def test_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"123456")
    with pytest.raises(TooLarge, match="6 bytes, more than the limit of 5"):
        read_regular(tmp_path / "a", 5)


def test_a_file_that_says_zero_bytes_and_gives_more_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "growing"
    path.write_bytes(b"x" * 100)
    honest = os.fstat
    monkeypatch.setattr(os, "fstat", lambda handle: os.stat_result([honest(handle).st_mode, *[0] * 9]))
    with pytest.raises(TooLarge):
        read_regular(path, 5)


@posix
def test_what_is_no_file_is_refused_without_blocking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("fifo")
    Path("loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        for name in ("fifo", "socket", "/dev/zero", "."):
            with pytest.raises(NotRegular):
                read_regular(Path(name), 10)
    for name in ("loop", "absent"):
        with pytest.raises(OSError, match=name):
            read_regular(Path(name), 10)


@posix
def test_a_link_and_the_mode_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link", "target"]


@posix
def test_a_link_is_not_followed_out_of_the_folder_that_is_given(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "out").symlink_to(tmp_path / "target")
    (inside / "in").symlink_to(inside / "target")
    with pytest.raises(PermissionError, match="a link out of its repository"):
        write_atomic(inside / "out", b"new", within=inside)
    write_atomic(inside / "in", b"new", within=inside)
    assert not (tmp_path / "target").exists()
    assert (inside / "target").read_bytes() == b"new"


@posix
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_atomic(tmp_path / ("n" * 255), b"")
    finally:
        os.umask(old)
    assert (tmp_path / ("n" * 255)).stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_crash_leaves_the_old_file_and_nothing_else(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_read_only_file_or_a_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(PermissionError):
        write_atomic(path, b"new")
    with pytest.raises(NotRegular):
        write_atomic(tmp_path, b"new")


def _append(path: Path, count: int) -> None:
    for _ in range(count):
        with locked(path):
            write_atomic(path, path.read_bytes() + b"x")


@posix
@pytest.mark.slow
def test_no_write_is_lost_under_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    workers = [get_context("spawn").Process(target=_append, args=(path, 20)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert path.read_bytes() == b"x" * 40
