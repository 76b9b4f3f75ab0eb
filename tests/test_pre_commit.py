"""The hooks, through the real pre-commit: what a commit shows, and what it does not."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.projects import CLEAN, DAMAGED
from tests.repositories import commit, make, run

TABLE = "# Seeds\n\n| path | date |\n| --- | --- |\n"


def write_parquet(path: Path, *texts: str) -> None:
    pq.write_table(pa.table({"id": ["x"] * len(texts), "text": texts}), path)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with one clean document, its index, and the hooks installed."""
    root = tmp_path / "repository"
    make(root, monkeypatch)
    (root / "corpuslint.toml").write_text('[index]\npath = "seeds/INDEX.md"\n', "utf-8")
    (root / "seeds/clean.txt").write_text(CLEAN, "utf-8")
    (root / "seeds/INDEX.md").write_text(f"{TABLE}| clean.txt | 2022-11-08 |\n", "utf-8")
    run(root, "git", "add", "-A")
    run(root, "git", "commit", "-q", "--no-verify", "-m", "start")
    return root


@pytest.mark.slow
def test_a_document_added_with_its_row_is_checked(repository: Path) -> None:
    (repository / "seeds/new.txt").write_text(DAMAGED, "utf-8")
    with (repository / "seeds/INDEX.md").open("a", encoding="utf-8") as index:
        index.write("| new.txt | 2022-11-08 |\n")
    code, shown = commit(repository)
    assert code == 1
    assert "seeds/new.txt:3:31" in shown
    assert "[mojibake]" in shown
    assert "clean.txt:" not in shown
    assert shown.count("seeds/new.txt:3:31") == 1


@pytest.mark.slow
@pytest.mark.parametrize(("name", "text", "place", "rule"), [
    ("seeds/INDEX.md", f"{TABLE}| clean.txt | 2021-11-08 |\n", "seeds/clean.txt:1:", "date-conflict"),
    ("seeds/clean.txt", None, "seeds/INDEX.md:5:", "missing-document"),
], ids=["a row that changed brings its document", "a deletion alone"])
def test_one_change_is_seen_where_it_does_damage(repository: Path, name: str, text: str | None, place: str, rule: str) -> None:
    (repository / name).unlink()
    if text is not None:
        (repository / name).write_text(text, "utf-8")
    code, shown = commit(repository)
    assert (code, place in shown, f"[{rule}]" in shown) == (1, True, True), shown


@pytest.mark.slow
def test_a_document_that_no_row_lists_is_seen_and_an_untracked_one_is_not(repository: Path) -> None:
    (repository / "seeds/draft.txt").write_text(CLEAN, "utf-8")
    (repository / "README.md").write_text("x\n", "utf-8")
    run(repository, "git", "add", "README.md")
    assert run(repository, "git", "commit", "-m", "untracked draft").returncode == 0
    code, shown = commit(repository)
    assert code == 1
    assert "seeds/draft.txt:1:1" in shown
    assert "[unlisted-document]" in shown


@pytest.mark.slow
def test_a_change_elsewhere_passes(repository: Path) -> None:
    for name in ("README.md", "notes.txt", "pyproject.toml"):
        (repository / name).write_text(f"# {DAMAGED}", "utf-8")
    code, shown = commit(repository)
    assert (code, "mojibake" in shown) == (0, False), shown


@pytest.mark.slow
def test_an_index_elsewhere_is_served_with_its_record_files(repository: Path) -> None:
    shutil.move(repository / "seeds", repository / "corpus")
    (repository / "corpuslint.toml").write_text('[index]\npath = "corpus/INDEX.md"\n', "utf-8")
    write_parquet(repository / "corpus/shard.parquet", DAMAGED)
    (repository / "corpus/shard.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "x", "text": DAMAGED}).encode()))
    (repository / "corpus/new.txt").write_text(DAMAGED, "utf-8")
    (repository / "notes.txt").write_text(DAMAGED, "utf-8")
    (repository / "corpus/INDEX.md").write_text(
        f"{TABLE}| clean.txt | 2022-11-08 |\n| new.txt | 2022-11-08 |\n| shard.parquet | |\n| shard.jsonl.gz | |\n", "utf-8",
    )
    code, shown = commit(repository)
    assert code == 1
    places = sorted(set(re.findall(r"--> (\S+):3:31", shown)))
    assert places == ["corpus/new.txt", "corpus/shard.jsonl.gz#x", "corpus/shard.parquet#x"], shown
