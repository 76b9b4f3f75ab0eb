"""Every record of a damaged file still comes out, and what is wrong is named with its line."""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.document import Document
from corpuslint.finding import Failure
from corpuslint.readers import READERS, Keys, is_records, read_records, read_text

LIMIT = 1000
KEYS = Keys()


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def zstd_compress(data: bytes) -> bytes:
    pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.compress(data)


COMPRESSED = [(".jsonl.gz", gzip.compress), (".jsonl.zst", zstd_compress)]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Document | Failure]]:
    def run(data: bytes, suffix: str = ".jsonl", keys: Keys = KEYS, limit: int = LIMIT, expansion: int = 200) -> list[Document | Failure]:
        path = tmp_path / f"shard{suffix}"
        path.write_bytes(data)
        return list(read_records(path, "shard", keys, limit, expansion=expansion))

    return run


def shown(records: list[Document | Failure]) -> list[object]:
    return [(r.record, r.text) if isinstance(r, Document) else (r.line, r.message) for r in records]


def test_the_reader_is_chosen_by_the_end_of_the_name() -> None:
    assert all(is_records(f"x/A{suffix.upper()}") for suffix in READERS)
    assert not any(is_records(name) for name in ("jsonl", "a.json", "a.txt", "a.gz", "a.jsonl/b.md", "a.txt.gz"))


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\r\n\xff")
    document = read_text(tmp_path / "a.txt", "seeds/a.txt", {"language": "en"}, 4)
    assert isinstance(document, Document)
    assert (document.text, document.path, document.id, document.record) == ("a\r\n\udcff", "seeds/a.txt", "seeds/a.txt", None)
    assert document.metadata == {"language": "en"}


def test_what_cannot_be_read_is_a_failure_without_the_absolute_path(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"12345")
    os.mkfifo(tmp_path / "fifo.jsonl")
    expected = {
        "absent": "No such file or directory",
        "long": "5 bytes, more than the limit of 4 (max-file-size)",
        ".": "a directory, not a regular file",
        "fifo.jsonl": "a FIFO, not a regular file",
    }
    assert {name: read_text(tmp_path / name, name, {}, 4) for name in expected} == {
        name: Failure(name, message) for name, message in expected.items()
    }
    assert list(read_records(tmp_path / "fifo.jsonl", "x", KEYS, LIMIT)) == [Failure("x", "a FIFO, not a regular file")]
    assert list(read_records(tmp_path / "no.jsonl", "x", KEYS, LIMIT)) == [Failure("x", "No such file or directory")]


def test_a_record_becomes_a_document(read: Callable[..., list[Any]]) -> None:
    meta = {"language": "en", "words": 12, "score": 1.50, "tags": ["a"], "ok": True, "none": None}
    (document,) = read(lines({"id": "r1", "text": "Hello", "meta": meta, "url": "ignored"}))
    assert (document.id, document.record, document.path) == ("r1", "r1", "shard")
    assert (document.text, document.metadata) == ("Hello", {"language": "en", "words": "12", "score": "1.5"})
    assert document.digest == Document.from_text("Hello").digest


def test_keys_are_configurable(read: Callable[..., list[Any]]) -> None:
    data = lines({"doc": 3, "content": "x", "about": {"a": "b"}, "text": 1, "id": "no", "meta": 2})
    (document,) = read(data, keys=Keys("doc", "content", "about"))
    assert (document.record, document.text, document.metadata) == ("3", "x", {"a": "b"})


@pytest.mark.parametrize(
    ("written", "record"),
    [('"a"', "a"), ("7", "7"), ("1.50", "1.50"), ("1" * 5000, "1" * 5000), ("null", "2"), ('""', ""), ("NaN", "NaN")],
)
def test_an_id_is_a_string_a_number_or_the_line(read: Callable[..., list[Any]], written: str, record: str) -> None:
    (document,) = read(b'\n{"text": "x", "id": ' + written.encode() + b"}", limit=9000)
    assert (document.record, type(document.record)) == (record, str)


def test_equal_ids_are_kept(read: Callable[..., list[Any]]) -> None:
    assert shown(read(lines({"id": 1, "text": "a"}, {"id": 1, "text": "b"}))) == [("1", "a"), ("1", "b")]


BROKEN = {
    b'{"text": nope}': "the line is not JSON: Expecting value at column 10",
    b"3": "the record is no object",
    b'{"id": 1}': "the record has no 'text': [jsonl] text names the key of the text",
    b'{"text": null}': "the record has no 'text': it is null",
    b'{"text": 5}': "'text' is no string: [jsonl] text names the key of the text",
    b'{"text": "a", "id": true}': "'id' is neither a string nor a number: [jsonl] id names the key of the id",
    b'{"text": "\xff"}': "the line is not UTF-8 at byte 11",
    b'{"text": "\xed\xa0\x80"}': "the line is not UTF-8 at byte 11",
    b"[" * 200_000: "the line is nested too deeply",
    b'{"text": "' + b"a" * 300_000 + b'"}': "the line has more than 250000 bytes (max-file-size)",
    b"\0": "the line is not JSON: Expecting value at column 1",
}


def test_a_broken_line_is_named_and_takes_no_other_with_it(read: Callable[..., list[Any]]) -> None:
    good = b'{"text": "good"}\r\n'
    records = read(good + b"".join(line + b"\n" + good for line in BROKEN), limit=250_000)
    numbers = range(2, 2 * len(BROKEN) + 1, 2)
    assert sorted((r for r in records if isinstance(r, Failure)), key=lambda failure: failure.line or 0) == [
        Failure("shard", message, line=n) for n, message in zip(numbers, BROKEN.values(), strict=True)
    ]
    assert [r.record for r in records if isinstance(r, Document)] == [str(n) for n in range(1, 2 * len(BROKEN) + 2, 2)]


def test_marks_blank_lines_and_line_ends_are_no_faults(read: Callable[..., list[Any]]) -> None:
    data = b'\xef\xbb\xbf{"text": "a"}\r\n\n  \r\n{"text": "b\\ud800 \xe2\x80\xa8"}'
    assert shown(read(data)) == [("1", "a"), ("4", "b\ud800 \u2028")]
    assert read(b"") == []
    assert shown(read("\ufeff{}".encode("utf-16-le"))) == [(1, "the file is UTF-16; JSON Lines are UTF-8")]


def test_a_line_may_have_as_many_bytes_as_the_limit(read: Callable[..., list[Any]]) -> None:
    line = b'{"text": "1234567890"}'
    assert shown(read(line, limit=len(line))) == [("1", "1234567890")]
    assert shown(read(line + b"\n", limit=len(line))) == [("1", "1234567890")]
    assert shown(read(line + b"\n", limit=len(line) - 1)) == [(1, f"the line has more than {len(line) - 1} bytes (max-file-size)")]


def test_failures_of_one_file_are_counted_when_they_are_many(read: Callable[..., list[Any]]) -> None:
    records = read(b"x\n" * 2500 + b'{"text": "good"}\n')
    assert len(records) == 1002
    assert shown(records)[-2:] == [("2501", "good"), (None, "1500 more failures in this file")]


def test_records_that_do_not_fit_the_keys_are_told_once(read: Callable[..., list[Any]]) -> None:
    """Where one record has its text elsewhere, all may: the failure counts them, and says which key to set."""
    data = lines(*({"url": "https://example.org", "content": f"text {n}"} for n in range(3000)), {"text": "good"}, {"text": 1}, [], [], {"text": []})
    assert shown(read(data)) == [
        ("3001", "good"),
        (1, "the record has no 'text': is it 'content'? Then set [jsonl] text = \"content\" (3,000 records: 1, 2, 3, 4, 5 …)"),
        (3002, "'text' is no string: [jsonl] text names the key of the text (2 records: 3002, 3005)"),
        (3003, "the record is no object (2 records: 3003, 3004)"),
    ]


@pytest.mark.parametrize(("record", "likely"), [
    ({"content": "x"}, "content"), ({"url": "x", "raw_content": "x", "body": "x"}, "raw_content"), ({"Body": "x"}, "Body"),
    ({"html_body": "x", "n": 1}, "html_body"), ({"page-content": "x"}, "page-content"), ({"content": 1, "body": ["x"]}, None),
    ({"title": "x"}, None), ({"id": "x", "meta": "y"}, None), ({}, None), ({f"text{'x' * 100}": "x"}, None), ({"\u202etext": "x"}, "\u202etext"),
])
def test_the_field_that_probably_holds_the_text_is_named(
    read: Callable[..., list[Any]], record: dict[str, object], likely: str | None
) -> None:
    ((line, message),) = shown(read(lines(record)))
    assert line == 1
    assert message == "the record has no 'text': " + (
        f"is it '{likely}'? Then set [jsonl] text = \"{likely}\"" if likely else "[jsonl] text names the key of the text"
    )


def test_misfits_without_end_are_bounded(read: Callable[..., list[Any]]) -> None:
    records = read(lines(*({f"text{n}": "x"} for n in range(2500))))
    assert len(records) == 2001
    assert records[-1].message == "500 more failures in this file"


@pytest.mark.parametrize(("suffix", "compress"), COMPRESSED)
def test_compressed_lines_are_read(read: Callable[..., list[Any]], suffix: str, compress: Callable[[bytes], bytes]) -> None:
    data = lines(*({"text": f"text {n}"} for n in range(300)))
    parts = compress(data[:1000]) + compress(data[1000:])
    assert shown(read(parts, suffix)) == [(str(n + 1), f"text {n}") for n in range(300)]
    assert read(compress(b""), suffix) == []


@pytest.mark.parametrize(("suffix", "compress"), COMPRESSED)
def test_a_damaged_archive_gives_what_stands_before_the_damage(
    read: Callable[..., list[Any]], suffix: str, compress: Callable[[bytes], bytes]
) -> None:
    data = compress(lines(*({"text": f"{n} {n * 7919 % 10007} {n * 104729 % 1000003}"} for n in range(20_000))))
    *documents, failure = read(data[: len(data) // 2], suffix)
    assert len(documents) > 5000
    assert [d.record for d in documents] == [str(n + 1) for n in range(len(documents))]
    assert failure.message.startswith("the archive is damaged: ")
    assert failure.line == len(documents) + 1
    (failure,) = read(lines({"text": "plain"}), suffix)
    assert failure.message.startswith("the archive is damaged: ")


@pytest.mark.parametrize(("suffix", "compress"), COMPRESSED)
@pytest.mark.parametrize("filling", [b"\n", b"a"])
@pytest.mark.slow
def test_a_bomb_is_refused(
    read: Callable[..., list[Any]], monkeypatch: pytest.MonkeyPatch, suffix: str, compress: Callable[[bytes], bytes],
    filling: bytes,
) -> None:
    data = compress(b'{"text": "good"}\n' + filling * 1_500_000)
    (failure,) = read(data, suffix)
    assert failure.message == "the archive is damaged: it expands more than 200-fold (max-expansion)"
    monkeypatch.setattr("corpuslint.readers.jsonl._MEASURED", 0)  # as where it is large
    first, *_, last = read(data, suffix)
    assert first.text == "good"
    assert last.message == "the archive is damaged: it expands more than 200-fold (max-expansion)"


@pytest.mark.parametrize(("suffix", "compress"), COMPRESSED)
@pytest.mark.slow
def test_a_bomb_of_documents_is_refused(
    read: Callable[..., list[Any]], monkeypatch: pytest.MonkeyPatch, suffix: str, compress: Callable[[bytes], bytes]
) -> None:
    data = '{"text":"Ã©"}\n'.encode() * 150_000
    (failure,) = read(compress(data), suffix)  # none of its documents is checked before
    assert (failure.message, failure.line) == ("the archive is damaged: it expands more than 200-fold (max-expansion)", None)
    monkeypatch.setattr("corpuslint.readers.jsonl._MEASURED", 0)  # as where it is large
    *documents, last = read(compress(data), suffix)
    assert 200 * len(compress(data)) / 16 < len(documents) + 10 < 120_000
    assert last.message == "the archive is damaged: it expands more than 200-fold (max-expansion)"
    assert last.line == len(documents) + 1
    assert len(read(compress(data), suffix, expansion=1_000_000)) == 150_000


@pytest.mark.parametrize(("suffix", "compress"), COMPRESSED)
@pytest.mark.slow
def test_many_documents_are_no_bomb(read: Callable[..., list[Any]], suffix: str, compress: Callable[[bytes], bytes]) -> None:
    assert len(read(compress(b'{"text": "good"}\n' * 20_000), suffix)) == 20_000
    records = ({"id": n, "text": f"The vote {n * 7919 % 10007} was held on Sunday, and many came."} for n in range(40_000))
    assert len(read(compress(lines(*records)), suffix)) == 40_000


@pytest.mark.parametrize(("suffix", "compress"), COMPRESSED)
@pytest.mark.parametrize("tail", [b"garbage", b"\0" * 100 + b"x", b"\x1f\x8b\x08"])
def test_what_follows_an_archive_is_told(
    read: Callable[..., list[Any]], suffix: str, compress: Callable[[bytes], bytes], tail: bytes
) -> None:
    document, failure = read(compress(b'{"text": "good"}\n') + tail, suffix)
    assert (document.text, failure.line) == ("good", 2)
    assert failure.message.startswith("the archive is damaged: ")


def test_progress_tells_the_bytes_read_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(os.urandom(100_000).hex().encode() + lines(*({"text": "a"} for _ in range(999)))))
    told: list[int] = []
    list(read_records(path, "a", KEYS, LIMIT, told.append))
    assert told == sorted(told)
    assert told[-1] == path.stat().st_size


@given(st.lists(st.one_of(st.binary(max_size=30), st.just(b'{"text": "a"}'))), st.booleans())
def test_any_bytes_give_documents_and_failures(tmp_path_factory: pytest.TempPathFactory, parts: list[bytes], zipped: bool) -> None:
    data = b"\n".join(parts)
    path = tmp_path_factory.getbasetemp() / ("any.jsonl.gz" if zipped else "any.jsonl")
    path.write_bytes(zlib.compress(data, wbits=31)[:-1] if zipped else data)
    good = data.removeprefix(b"\xef\xbb\xbf").split(b"\n").count(b'{"text": "a"}')
    records = list(read_records(path, "any", KEYS, LIMIT))
    if not zipped and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert sum(isinstance(r, Document) for r in records) >= good
