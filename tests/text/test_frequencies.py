from __future__ import annotations

import os
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.text import frequencies as lexicon
from corpuslint.text.frequencies import UNKNOWN, Entry, Lexicon, _opened, compile_lexicon, open_lexicon

WORDS = {"the": 7.72, "northeast": 4.04, "north": 5.0, "sunflower": 3.36, "sunday": 5.2, "ofthe": 3.32, "rarity": 1.0}
CURATED = ("the", "north", "sunflower", "rarity", "zygote", "yurt")


@pytest.fixture
def small() -> Lexicon:
    return Lexicon(compile_lexicon(WORDS.items(), CURATED))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(folder))
    _opened.cache_clear()
    yield folder
    _opened.cache_clear()


def test_get(small: Lexicon) -> None:
    assert small.get("the") == Entry(7.72, True)
    assert small.get("ofthe") == Entry(3.32, False)
    assert small.get("zygote") == Entry(0.0, True)
    assert small.get("nowhere") is UNKNOWN
    assert small.zipf("north") == 5.0
    assert small.zipf("zygote") == 0.0


def test_words_of_a_large_dictionary_that_no_list_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_HASHED", 3)
    large = Lexicon(compile_lexicon(WORDS.items(), CURATED))
    assert [large.get(word) for word in ("yurt", "zygote", "the", "yur", "zz", "")] == [
        Entry(0.0, True), Entry(0.0, True), Entry(7.72, True), UNKNOWN, UNKNOWN, UNKNOWN
    ]


def test_beginnings_and_ends_are_those_of_frequent_words(small: Lexicon) -> None:
    assert [word for word, _ in small.starting("sun")] == ["sunday", "sunflower"]
    assert [word for word, _ in small.starting("sun", limit=1)] == ["sunday"]
    assert [word for word, _ in small.ending("th")] == ["north"]
    assert list(small.ending("rity")) == []
    assert list(small.starting("x")) == []


def test_lone_surrogates_and_long_words_are_unknown(small: Lexicon) -> None:
    assert small.get("\udc80") is UNKNOWN
    assert small.zipf("a" * 1000) == 0.0


@given(st.dictionaries(st.text(min_size=1, max_size=12), st.floats(0, 8), max_size=40), st.text(max_size=6))
def test_what_goes_in_comes_out(words: dict[str, float], other: str) -> None:
    packed = Lexicon(compile_lexicon(words.items()))
    for word, zipf in words.items():
        assert packed.zipf(word) == pytest.approx(zipf, abs=0.021)
    assert packed.get(other).known == (packed.zipf(other) > 0)
    assert {word for word, _ in packed.starting(other, 100)} == {
        word for word, zipf in words.items() if zipf >= 2.5 and word.startswith(other)
    }


@pytest.mark.parametrize("data", [b"", b"x" * 200, compile_lexicon(WORDS.items())[:-1], compile_lexicon(WORDS.items()) + b"x"])
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises((ValueError, lexicon.struct_error)):
        Lexicon(data)


def test_compiled_once_and_opened_from_the_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_lexicon("vi")
    assert first is not None and first.zipf("là") > 6
    assert sorted(path.suffix for path in cache.iterdir()) == [".json", ".lexicon"]
    _opened.cache_clear()
    monkeypatch.setattr(lexicon, "_compile_wordfreq", lambda *_: pytest.fail("compiled again"))
    second = open_lexicon("vi")
    assert second is not None and second.get("là") == first.get("là")


def test_what_was_let_go_is_read_again(cache: Path) -> None:
    found = open_lexicon("vi")
    assert found is not None and found.zipf("là") > 6
    found.let_go()
    assert found.zipf("của") > 6
    Lexicon(compile_lexicon([("a", 1.0)])).let_go()  # bytes in memory have nothing to let go


def test_a_damaged_cache_is_written_anew(cache: Path) -> None:
    assert open_lexicon("vi")
    (path,) = cache.glob("*.lexicon")
    path.write_bytes(path.read_bytes()[:1000])
    _opened.cache_clear()
    again = open_lexicon("vi")
    assert again is not None and again.zipf("là") > 6
    assert list(cache.glob("*.lexicon")) == [path]


def test_without_a_place_to_write_it_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(blocked))
    _opened.cache_clear()
    found = open_lexicon("vi")
    _opened.cache_clear()
    assert found is not None and found.zipf("là") > 6
    assert blocked.read_text() == "no folder"


def test_a_language_without_a_list() -> None:
    assert open_lexicon("und") is None
    assert open_lexicon("../../etc") is None


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return Lexicon(lexicon._compile_shipped(lexicon._SHIPPED / "zh.txt.xz"))


@pytest.mark.slow
def test_chinese_ships_with_the_package(chinese: Lexicon) -> None:
    assert chinese.zipf("中国") == 6.32
    assert not chinese.has_dictionary
    assert "共同体" in [word for word, _ in chinese.starting("共同")]


def test_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CORPUSLINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(lexicon.sys, "platform", "linux")
    assert lexicon.cache_folder() == tmp_path / "corpuslint"
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", os.fspath(tmp_path / "own"))
    assert lexicon.cache_folder() == tmp_path / "own"


@pytest.fixture
def written(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a small lexicon in the cache."""
    monkeypatch.setattr(lexicon, "_compile_wordfreq", lambda *_: compile_lexicon(WORDS.items(), CURATED))
    assert open_lexicon("vi")
    (path,) = cache.glob("*.lexicon")
    return path


def _has_all_words() -> bool:
    _opened.cache_clear()
    found = open_lexicon("vi")
    return found is not None and all(found.zipf(word) == zipf for word, zipf in WORDS.items()) and (
        [word for word, _ in found.starting("sun")] == ["sunday", "sunflower"] and found.get("yurt").curated and not found.get("x").known
    )


def test_every_damaged_byte_is_seen(written: Path) -> None:
    data, times = written.read_bytes(), written.stat()
    for at in (*range(lexicon._HEADER.size), *range(lexicon._HEADER.size, len(data), 5), len(data) - 1):
        written.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        os.utime(written, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert _has_all_words()
        assert written.read_bytes() == data


@pytest.mark.parametrize("fill", [b"\0", b"\xff"])
def test_slots_of_zeros_and_slots_that_are_full(written: Path, fill: bytes) -> None:
    data = written.read_bytes()
    slots = lexicon._HEADER.unpack_from(data)[1]
    first = lexicon._HEADER.size
    written.write_bytes(data[:first] + fill * (4 * slots) + data[first + 4 * slots :])
    assert _has_all_words()


@given(st.data())
def test_look_ups_are_total_whatever_the_body_holds(data: st.DataObject) -> None:
    """Also of a body whose checksum was never looked at: no look-up fails, none goes on for ever."""
    good = compile_lexicon(WORDS.items(), CURATED)
    slots, frequent = lexicon._HEADER.unpack_from(good)[1:3]
    first, base = lexicon._HEADER.size, lexicon._HEADER.size + 4 * (slots + 2 * frequent)
    numbers = data.draw(st.lists(st.integers(0, 2**32 - 1) | st.integers(1, len(good)), min_size=slots + 2 * frequent, max_size=slots + 2 * frequent))
    entries = data.draw(st.binary(min_size=len(good) - base - 1, max_size=len(good) - base - 1))
    damaged = Lexicon(good[:first] + array("I", numbers).tobytes() + entries + b"\n")
    for word in (*WORDS, "", "x", "a" * 300, "\udc80"):
        damaged.get(word), damaged.zipf(word)
        list(damaged.starting(word)), list(damaged.ending(word))
