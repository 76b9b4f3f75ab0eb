from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpuslint.cache import compiled as module
from corpuslint.cache.compiled import Shape, compiled, has_shape


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
    assert [compiled("words", [source], make, [str]) for _ in range(3)] == [["one", "two"]] * 3
    assert len(calls) == 1

    source.write_text("one\nsix\n", "utf-8")
    os.utime(source, ns=(1, 1))
    assert compiled("words", [source], make, [str]) == ["one", "six"]
    assert len(calls) == 2


CHANGES: dict[str, Callable[[Path, Path], object]] = {
    "in place": lambda source, other: source.write_bytes(other.read_bytes()),
    "copied": lambda source, other: shutil.copyfile(other, source),
    "moved": lambda source, other: other.replace(source),
    "folder": lambda source, other: (source.parent.rename(f"{source.parent}-2"), other.parent.rename(source.parent)),
    "link": lambda source, other: (source.unlink(), source.symlink_to(other)),
    "what the link names": lambda source, other: (
        source.rename(f"{source}-2"), source.symlink_to(f"{source}-2"), Path(f"{source}-2").write_bytes(other.read_bytes())
    ),
}


@pytest.mark.parametrize("settled", [True, False])
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_keeps_size_and_time_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, settled: bool) -> None:
    """As `cp -p`, `rsync -t` and `touch -r` leave it: at once, and when the files are old."""
    monkeypatch.setattr(module, "_SETTLED", -(10**18) if settled else module._SETTLED)
    for place, text in (("a", "one two"), ("b", "one six")):
        (folder / place).mkdir()
        (folder / place / "words.txt").write_text(text, "utf-8")
        os.utime(folder / place / "words.txt", (1, 1))
    source, other = folder / "a" / "words.txt", folder / "b" / "words.txt"
    make = _reader(source, [])
    assert compiled("words", [source], make, [str]) == ["one", "two"]
    time.sleep(0.02)  # the clock of the file system ticks a hundred times a second and more
    CHANGES[name](source, other)
    os.utime(source, (1, 1))
    assert source.stat().st_size == 7
    assert compiled("words", [source], make, [str]) == ["one", "six"]


def test_two_changes_of_one_instant_are_told_apart_by_the_content(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = source.stat()
    with monkeypatch.context() as patch:
        patch.setattr(module.os, "stat", lambda _: state)
        before = module._key([source])
        source.write_text("one\nsix\n", "utf-8")
        after = module._key([source])
    assert before != after


@pytest.mark.parametrize("damage", [b"", b"[", b"00000000\n[]", b"\xff\xfe", b"[]"])
def test_a_damaged_file_is_made_again(source: Path, damage: bytes) -> None:
    make = _reader(source, calls := [])
    compiled("words", [source], make, [str])
    (file,) = (source.parent / "cache").iterdir()
    file.write_bytes(damage)
    assert compiled("words", [source], make, [str]) == ["one", "two"]
    assert compiled("words", [source], make, [str]) == ["one", "two"]
    assert len(calls) == 2


def test_no_folder_can_be_made(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(source / "below a file"))
    make = _reader(source, calls := [])
    assert [compiled("words", [source], make, [str]) for _ in range(2)] == [["one", "two"]] * 2
    assert len(calls) == 2


def test_a_source_that_is_gone_is_a_change(source: Path) -> None:
    assert compiled("words", [source], lambda: 1, int) == 1
    source.unlink()
    assert compiled("words", [source], lambda: 2, int) == 2


def test_old_files_of_a_name_are_dropped_and_nothing_else_is_left(source: Path) -> None:
    for number in range(20):
        os.utime(source, (number, number))
        compiled("words", [source], lambda: number, int)  # noqa: B023 (called at once)
    files = sorted((source.parent / "cache").iterdir(), key=os.path.getmtime)
    assert len(files) == 8
    assert json.loads(files[-1].read_bytes().partition(b"\n")[2]) == 19


@pytest.mark.parametrize("value", [None, 5, "one", {}, [1], [None], [["one"]], {"one": "two"}, "[" * 100_000])
def test_a_value_of_another_shape_is_made_again(source: Path, value: object) -> None:
    make = _reader(source, calls := [])
    compiled("words", [source], make, [str])
    (file,) = (source.parent / "cache").iterdir()
    data = value.encode() if isinstance(value, str) and len(value) > 9 else json.dumps(value).encode()
    file.write_bytes(module._checksum(file.name, data) + b"\n" + data)
    assert compiled("words", [source], make, [str]) == ["one", "two"]
    assert len(calls) == 2


def test_a_file_under_the_name_of_another_is_made_again(source: Path) -> None:
    assert compiled("nouns", [source], lambda: ["other"], [str]) == ["other"]
    assert compiled("words", [source], lambda: ["one"], [str]) == ["one"]
    nouns, words = sorted((source.parent / "cache").iterdir())
    words.write_bytes(nouns.read_bytes())
    assert compiled("words", [source], lambda: ["one"], [str]) == ["one"]


def test_every_damaged_byte_is_seen(source: Path) -> None:
    make = _reader(source, [])
    compiled("words", [source], make, [str])
    (file,) = (source.parent / "cache").iterdir()
    data = file.read_bytes()
    for at in range(len(data)):
        for changed in (data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], data[:at], data[:at] + b"\0" + data[at + 1 :]):
            file.write_bytes(changed)
            assert compiled("words", [source], make, [str]) == ["one", "two"]


SHAPES: list[tuple[Shape, object, object]] = [
    (str, "a", 1), (int, 1, True), ([str], [], [1]), ([str], ["a"], {"a": "b"}), ((str, int), ["a", 1], ["a"]),
    ((str, int), ["a", 1], ["a", 1, 1]), ({str: int}, {"a": 1}, {"a": "b"}), ({str: [(str, str)]}, {"a": [["b", "c"]]}, {"a": ["bc"]}),
    ({str: str}, {}, []), ((dict, dict), [{}, {}], [{}, 1]),
]


@pytest.mark.parametrize(("shape", "good", "bad"), SHAPES)
def test_shapes(shape: Shape, good: object, bad: object) -> None:
    assert has_shape(good, shape)
    assert not has_shape(bad, shape)
    assert not has_shape(None, shape)
