from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpuslint.compiled import compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def source(folder: Path) -> Path:
    (folder / "words.txt").write_text("one\ntwo\n", "utf-8")
    return folder / "words.txt"


def _reader(source: Path, calls: list[int]) -> Callable[[], list[str]]:
    def make() -> list[str]:
        calls.append(1)
        return source.read_text("utf-8").split()

    return make


def test_a_value_is_made_once_as_long_as_no_source_changes(source: Path) -> None:
    calls: list[int] = []
    make = _reader(source, calls)
    assert [compiled("words", [source], make) for _ in range(3)] == [["one", "two"]] * 3
    assert len(calls) == 1

    source.write_text("one\nsix\n", "utf-8")
    os.utime(source, ns=(1, 1))
    assert compiled("words", [source], make) == ["one", "six"]
    assert len(calls) == 2


@pytest.mark.parametrize("damage", [b"", b"[", b"00000000\n[]", b"\xff\xfe", b"[]"])
def test_a_damaged_file_is_made_again(source: Path, damage: bytes) -> None:
    make = _reader(source, calls := [])
    compiled("words", [source], make)
    (file,) = (source.parent / "cache").iterdir()
    file.write_bytes(damage)
    assert compiled("words", [source], make) == ["one", "two"]
    assert compiled("words", [source], make) == ["one", "two"]
    assert len(calls) == 2


def test_no_folder_can_be_made(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(source / "below a file"))
    make = _reader(source, calls := [])
    assert [compiled("words", [source], make) for _ in range(2)] == [["one", "two"]] * 2
    assert len(calls) == 2


def test_a_source_that_is_gone_is_a_change(source: Path) -> None:
    assert compiled("words", [source], lambda: 1) == 1
    source.unlink()
    assert compiled("words", [source], lambda: 2) == 2


def test_old_files_of_a_name_are_dropped_and_nothing_else_is_left(source: Path) -> None:
    for number in range(20):
        os.utime(source, (number, number))
        compiled("words", [source], lambda: number)  # noqa: B023 (called at once)
    files = sorted((source.parent / "cache").iterdir(), key=os.path.getmtime)
    assert len(files) == 8
    assert json.loads(files[-1].read_bytes().partition(b"\n")[2]) == 19
