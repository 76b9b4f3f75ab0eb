"""Parquet rows become documents; other columns are not read, and a damaged table is a failure."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from corpuslint.document import Document
from corpuslint.finding import Failure
from corpuslint.readers import Keys, read_records

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
KEYS = Keys()


def read(path: Path, keys: Keys = KEYS, limit: int = 1000) -> list[Any]:
    return list(read_records(path, "t", keys, limit))


def write(path: Path, columns: Mapping[str, Any], **options: Any) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


def test_rows_become_documents(tmp_path: Path) -> None:
    meta = [{"date": datetime.date(2024, 5, 1), "language": "fr", "n": 2}, None, {"date": None, "language": "de", "n": None}]
    path = write(tmp_path / "t.parquet", {"id": [10, None, 12], "text": ["a", "b", "c"], "meta": meta, "vector": [[1.0]] * 3})
    documents = read(path)
    assert [(d.record, d.id, d.path, d.text) for d in documents] == [
        ("10", "10", "t", "a"), ("2", "2", "t", "b"), ("12", "12", "t", "c"),
    ]
    assert [d.metadata for d in documents] == [{"date": "2024-05-01", "language": "fr", "n": "2"}, {}, {"language": "de"}]


def test_only_the_text_is_needed_and_keys_are_configurable(tmp_path: Path) -> None:
    path = write(tmp_path / "t.parquet", {"content": pa.array(["a", "a"]).dictionary_encode(), "text": [1, 2]})
    assert [(d.record, d.text) for d in read(path, Keys(text="content"))] == [("1", "a"), ("2", "a")]
    assert read(path) == [Failure("t", "'text' is no string: [jsonl] text names the key of the text (2 records: 1, 2)", line=1)]
    hint = "is it 'content'? Then set [jsonl] text = \"content\""
    assert read(path, Keys(text="body")) == [Failure("t", f"the table has no column 'body': {hint}")]


def test_a_bad_row_takes_no_other_with_it(tmp_path: Path) -> None:
    texts = pa.array([b"a", b"\xff", None, b"e" * 20, b"z"]).view(pa.string())
    assert [r.text if isinstance(r, Document) else (r.line, r.message) for r in read(write(tmp_path / "t.parquet", {"text": texts}), limit=15)] == [
        "a", (2, "the record is not UTF-8"), (4, "'text' has more than 15 bytes (max-file-size)"), "z",
        (3, "the record has no 'text': it is null"),
    ]


def test_a_damaged_table_is_a_failure(tmp_path: Path) -> None:
    path = write(tmp_path / "t.parquet", {"text": [f"{n} {n * 7919 % 10007}" for n in range(5000)]}, compression="zstd")
    data = path.read_bytes()
    for damaged in (b"", b"PAR1", data[:-20], data[: len(data) // 2] + b"\0" * 40 + data[len(data) // 2 + 40 :]):
        path.write_bytes(damaged)
        assert isinstance(read(path)[-1], Failure)


def test_progress_ends_at_the_size_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path / "t.parquet", {"text": ["a"] * 1000}, row_group_size=100)
    told: list[int] = []
    assert len(list(read_records(path, "t", KEYS, 99, told.append))) == 1000
    assert told == sorted(told)
    assert told[-1] == path.stat().st_size


@pytest.mark.parametrize(("suffix", "extra", "modules"), [
    (".parquet", "parquet", {"pyarrow"}), (".jsonl.zst", "zstd", {"backports", "compression"}),
])
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, extra: str, modules: set[str]
) -> None:
    original = builtins.__import__

    def absent(name: str, *args: Any) -> Any:
        if name.split(".")[0] in modules:
            raise ImportError(name)
        return original(name, *args)

    monkeypatch.setattr(builtins, "__import__", absent)
    path = tmp_path / f"t{suffix}"
    path.write_bytes(b"")
    (failure,) = read(path)
    assert f"pip install 'pytest-corpuslint[{extra}]'" in failure.message


@pytest.mark.slow
def test_a_table_that_holds_one_long_text_many_times_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": ["a long text " * 100_000] * 500}), path)
    assert path.stat().st_size < 100_000
    *documents, failure = read_records(path, "a", Keys(), 20_000_000)
    assert len(documents) < 20
    assert failure.message == "the table is damaged: it expands more than 200-fold (max-expansion)"
    assert failure.line == len(documents) + 1


def test_a_table_of_many_empty_texts_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [""] * 1_000_000}), path)
    (failure,) = read_records(path, "a", Keys(), 20_000_000)
    assert failure.message == "the table is damaged: it expands more than 200-fold (max-expansion)"
