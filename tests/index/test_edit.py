"""`index add` and `index init`: what a person wrote stays byte for byte, a row is written once, and never half."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.card import load_folder
from corpuslint.config.settings import load_config
from corpuslint.data import builtin_folder
from corpuslint.errors import UsageError
from corpuslint.index.checks import check_index
from corpuslint.index.edit import add_entries, init_index
from corpuslint.index.entries import read_index

HEAD = "| path | title | date | language | sha256 |\n| --- | --- | --- | --- | --- |\n"
NEWS = "The river rose in the night\n\n8 November 2022\n\nThe river rose in the night, and the town was cut off from the road.\n"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "seeds").mkdir()
    return tmp_path / "seeds"


def add(corpus: Path, index: str, files: Mapping[str, str], *names: str, update: bool = False) -> tuple[str, list[str]]:
    """The index's text after adding, newlines as they are, and the actions."""
    (corpus / "INDEX.md").write_bytes(index.encode("utf-8", "surrogateescape"))
    for name, text in files.items():
        (corpus / name).parent.mkdir(parents=True, exist_ok=True)
        (corpus / name).write_bytes(text.encode())
    changes = add_entries(corpus / "INDEX.md", [corpus / name for name in names or files], load_config(corpus), update=update)
    return (corpus / "INDEX.md").read_bytes().decode("utf-8", "surrogateescape"), [change.action for change in changes]


def test_a_row_is_proposed_from_the_text(corpus: Path) -> None:
    text, actions = add(corpus, f"# Seeds\n\n{HEAD}\nMore.\n", {"a.txt": NEWS})
    row = f"| a.txt | The river rose in the night | 2022-11-08 | en | {sha(NEWS)} |\n"
    assert (text, actions) == (f"# Seeds\n\n{HEAD}{row}\nMore.\n", ["added"])


def test_what_the_text_does_not_tell_stays_open(corpus: Path) -> None:
    """`unknown` is an answer, and only a person gives it."""
    text, _ = add(corpus, HEAD, {"a.txt": "x"})
    assert text == f"{HEAD}| a.txt |  |  |  | {sha('x')} |\n"


GUESSING = "| path | title | date | language | license | x-guessed |\n|-|-|-|-|-|-|\n"
STATED = f"---\ntitle: The flood\nlicense: MIT\n---\n\n{NEWS}"


def test_a_guess_is_called_a_guess(corpus: Path) -> None:
    text, _ = add(corpus, GUESSING, {"a.txt": NEWS, "b.txt": STATED, "c.txt": "x"})
    assert text == (
        f"{GUESSING}| a.txt | The river rose in the night | 2022-11-08 | en |  | title date language |\n"
        "| b.txt | The flood | 2022-11-08 | en | MIT | date language |\n| c.txt |  |  |  |  |  |\n"
    )


@pytest.mark.parametrize(("before", "after"), [
    ("| a.txt | Mine | 2020 | en |  | title language |", None), ("| a.txt | Mine | 2020 | en |  |  |", None),
    ("| a.txt | Mine | | | | language |", "| a.txt | Mine | 2022-11-08 | en | | language date |"),
    ("| a.txt | Mine | | | | |", "| a.txt | Mine | 2022-11-08 | en | | date language |"),
    ("| a.txt | Mine", "| a.txt | Mine | 2022-11-08 | en |  | date language |"),
    ("| a.txt | Mine | 2020 | | | `checked by Ann` |", "| a.txt | Mine | 2020 | en | | checked by Ann language |"),
])
def test_an_update_changes_no_cell_that_is_filled_and_calls_what_it_fills_a_guess(before: str, after: str | None, corpus: Path) -> None:
    text, actions = add(corpus, f"{GUESSING}{before}\n", {"a.txt": NEWS}, update=True)
    assert (text, actions) == (f"{GUESSING}{after or before}\n", ["updated" if after else "unchanged"])
    assert add(corpus, text, {"a.txt": NEWS}, update=True) == (text, ["unchanged"])


def test_an_update_of_all_rows_renews_what_changed(corpus: Path) -> None:
    rows = [f"| a.txt | A | 2020 | en | {sha('old')} |", f"| b.txt | B | 2020 | en | {sha('y')} |", f"| gone.txt | | | | {sha('z')} |",
            f"| old.txt | O | 2020 | en | {sha('old')} | withdrawn |", f"| ../x.txt | X | | | {sha('z')} | |"]
    head = "| path | title | date | language | sha256 | status |\n|-|-|-|-|-|-|\n"
    (corpus / "INDEX.md").write_text(head + "\n".join(rows) + "\n")
    for name, text in {"a.txt": "x", "b.txt": "y", "old.txt": "new"}.items():
        (corpus / name).write_text(text)
    changes = add_entries(corpus / "INDEX.md", None, load_config(corpus), update=True)
    assert [(c.document, c.action, c.reason) for c in changes] == [
        ("seeds/a.txt", "updated", ""), ("seeds/b.txt", "unchanged", ""), ("seeds/gone.txt", "failed", "no such file: seeds/gone.txt"),
    ]
    assert (corpus / "INDEX.md").read_text() == head + "\n".join([rows[0].replace(sha("old"), sha("x")), *rows[1:]]) + "\n"


def test_columns_keep_their_order_and_unknown_ones_stay_empty(corpus: Path) -> None:
    text, _ = add(corpus, "sha256|x-shelf|path\n-|-|-\n", {"a.txt": "x"})
    assert text == f"sha256|x-shelf|path\n-|-|-\n| {sha('x')} |  | a.txt |\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("final", [True, False])
def test_newlines_and_the_mark_stay(end: str, final: bool, corpus: Path) -> None:
    lines = ["\ufeff| path |", "| --- |", "| b.txt |"]
    before = end.join(lines) + (end if final else "")
    text, _ = add(corpus, before, {"a.txt": "x"})
    assert text == end.join([*lines, "| a.txt |"]) + (end if final else "")


def test_rows_are_links_where_the_last_one_is(corpus: Path) -> None:
    text, _ = add(corpus, "| path |\n|-|\n| [b](b.txt) |\n", {"a b_c.txt": "x"})
    assert text.endswith("| [a b_c.txt](a%20b_c.txt) |\n")


def test_bytes_that_do_not_decode_stay(corpus: Path) -> None:
    text, _ = add(corpus, "caf\udce9\n\n| path |\n|-|\n", {"a.txt": "x"})
    assert text == "caf\udce9\n\n| path |\n|-|\n| a.txt |\n"


def test_a_folder_stands_for_its_documents(corpus: Path) -> None:
    (corpus.parent / "corpuslint.toml").write_text('exclude = ["*.bak.txt"]\n')
    files = {"b/2.txt": "x", "b/1.txt": "y", "b/.hidden": "z", "b/README.md": "z", "b/c/3.txt": "v", "b/n/INDEX.md": "w", "b/n/4.txt": "u", "b/x.bak.txt": "t"}
    text, actions = add(corpus, f"{HEAD}| b/2.txt | | | | {sha('x')} |\n", files, "b")
    assert text.splitlines()[3:] == [f"| {name} |  |  |  | {sha(files[name])} |" for name in ("b/1.txt", "b/c/3.txt")]
    assert actions == ["added", "unchanged", "added"]


def test_where_a_whole_project_lies_around_the_index_only_texts_and_records_are_listed(corpus: Path) -> None:
    root = corpus.parent
    for name in ("a.txt", "b.md", "c.jsonl", "setup.py", "LICENSE", "corpuslint.toml", "d.png", "e/f.txt", "e/g.css"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("")
    assert [change.document for change in init_index(root, load_config(root))] == ["a.txt", "b.md", "c.jsonl", "e/f.txt"]


def test_adding_twice_changes_nothing(corpus: Path) -> None:
    text, _ = add(corpus, HEAD, {"a.txt": NEWS, "b.txt": "x"})
    again, actions = add(corpus, text, {}, "a.txt", "b.txt", "a.txt")
    assert (again, actions) == (text, ["unchanged", "unchanged"])


def test_a_changed_document_is_told_and_refreshed_on_request(corpus: Path) -> None:
    row = f"| a.txt | My own title | | | {sha('old')} |\n"
    assert add(corpus, HEAD + row, {"a.txt": NEWS}) == (HEAD + row, ["differs"])
    fresh = f"| a.txt | My own title | 2022-11-08 | en | {sha(NEWS)} |\n"
    assert add(corpus, HEAD + row, {"a.txt": NEWS}, update=True) == (HEAD + fresh, ["updated"])
    assert add(corpus, HEAD + fresh, {"a.txt": NEWS}, update=True) == (HEAD + fresh, ["unchanged"])


@pytest.mark.parametrize(("before", "after"), [
    ("|a.txt||||", "|a.txt| T || en | S |"), ("a.txt", "a.txt | T |  | en | S |"),
    ("| a.txt | X", "| a.txt | X |  | en | S |"), ("| a.txt | X | 2020 | en | S |", "| a.txt | X | 2020 | en | S |"),
    ("| a.txt | | | | `abc` |  ", "| a.txt | T | | en | S |  "),
])
def test_an_update_fills_what_is_empty_or_not_there(before: str, after: str, corpus: Path) -> None:
    text = "The River Rose\n\nThe water came in the night and it was the highest that we have seen in all the years.\n"
    expand = {"S": sha(text), "T": "The River Rose"}

    def full(row: str) -> str:
        return " ".join(expand.get(word, word) for word in row.split(" "))

    after_text, _ = add(corpus, HEAD + full(before) + "\n| c.txt |\n", {"a.txt": text, "b.txt": "x"}, update=True)
    assert after_text.splitlines()[2] == full(after)
    assert after_text.splitlines()[4].startswith("| b.txt |")


def test_a_dry_run_writes_nothing(corpus: Path) -> None:
    (corpus / "INDEX.md").write_text(HEAD)
    (corpus / "a.txt").write_text("x")
    (change,) = add_entries(corpus / "INDEX.md", [corpus / "a.txt"], load_config(corpus), dry_run=True)
    assert (change.document, change.action, change.row) == ("seeds/a.txt", "added", f"| a.txt |  |  |  | {sha('x')} |")
    assert (corpus / "INDEX.md").read_text() == HEAD


@pytest.mark.parametrize(("name", "message"), [
    ("../a.txt", "a.txt: not below seeds, the folder of the index"), ("gone.txt", "no such file: seeds/gone.txt"), ("../gone.txt", "no such file: gone.txt"),
    ("INDEX.md", "an index is no document"), ("fifo", r"its path is unsafe \(not-regular\)"),
    ("con.txt", r"its path is unsafe \(reserved\)"), ("link", r"its path is unsafe \(link-out\)"),
])
def test_what_cannot_be_listed_is_refused_and_nothing_is_written(name: str, message: str, corpus: Path) -> None:
    os.mkfifo(corpus / "fifo")
    (corpus / "link").symlink_to("/etc/passwd")
    for path in (corpus / "con.txt", corpus / "b.txt", corpus.parent / "a.txt"):
        path.write_text("x")
    with pytest.raises(UsageError, match=message):
        add(corpus, HEAD, {}, "b.txt", name)
    assert (corpus / "INDEX.md").read_text() == HEAD


@pytest.mark.parametrize("name", ["s.jsonl", "s.jsonl.gz", "s.parquet"])
def test_nothing_is_guessed_of_a_file_of_records(name: str, corpus: Path) -> None:
    """Its bytes are no text, and what a record tells is not told of the file."""
    (corpus / "INDEX.md").write_text("| path | title | date | language | x-guessed |\n| --- | --- | --- | --- | --- |\n")
    (corpus / name).write_text('{"id": 1, "text": "Published 8 November 2022. The vote was held in the town and people went home."}\n')
    (change,) = add_entries(corpus / "INDEX.md", [corpus / name], load_config(corpus), dry_run=True)
    assert (change.row, change.guessed) == (f"| {name} |  |  |  |  |", ())


@pytest.mark.parametrize(("index", "message"), [("text\n", "no table with a column 'path'"), ("\ufeffx".encode("utf-16"), "no table")])
def test_an_index_without_a_table_is_refused(index: str | bytes, message: str, corpus: Path) -> None:
    (corpus / "INDEX.md").write_bytes(index if isinstance(index, bytes) else index.encode())
    (corpus / "a.txt").write_text("x")
    with pytest.raises(UsageError, match=message):
        add_entries(corpus / "INDEX.md", [corpus / "a.txt"], load_config(corpus))


def test_a_document_over_the_limit_names_the_key_and_no_folder_of_this_machine(corpus: Path) -> None:
    (corpus.parent / "corpuslint.toml").write_text("max-file-size = 300\n")
    with pytest.raises(UsageError) as caught:
        add(corpus, HEAD, {"a.txt": "x" * 301})
    assert str(caught.value) == "seeds/a.txt: cannot be read: 301 bytes, more than the limit of 300 (max-file-size)"
    (corpus / "INDEX.md").write_text(f"{HEAD}{'x' * 300}\n")
    failure = read_index(corpus / "INDEX.md", load_config(corpus)).failure
    assert failure
    assert failure.message == f"{(corpus / 'INDEX.md').stat().st_size} bytes, more than the limit of 300 (max-file-size)"


def test_utf_16_is_refused(corpus: Path) -> None:
    (corpus / "INDEX.md").write_bytes("\ufeff| path |\n|-|\n".encode("utf-16-le"))
    (corpus / "a.txt").write_text("x")
    with pytest.raises(UsageError, match="is utf-16-le; save it as UTF-8"):
        add_entries(corpus / "INDEX.md", [corpus / "a.txt"], load_config(corpus))


def test_a_new_index_lists_what_is_there_and_is_clean(corpus: Path) -> None:
    (corpus.parent / "corpuslint.toml").write_text('[index]\nrequired = ["x-shelf"]\n')
    for name in ("b.txt", "a.txt", "c/d|e.txt", ".hidden", "README.md", "c/f\u202eg.txt"):
        (corpus / name).parent.mkdir(exist_ok=True)
        (corpus / name).write_text(f"{NEWS}{name}")
    config = load_config(corpus)
    changes = init_index(corpus, config)
    assert [change.document for change in changes] == ["seeds/a.txt", "seeds/b.txt", "seeds/c/d|e.txt", "seeds/c/f\u202eg.txt"]
    lines = (corpus / "INDEX.md").read_text("utf-8").split("\n")
    assert lines[0] == "# seeds"
    assert lines[2] == "| path | title | author | date | source | language | license | sha256 | x-guessed | x-shelf |"
    index = read_index(corpus / "INDEX.md", config)
    findings, _ = check_index(index, load_folder(builtin_folder()), config)
    assert {(f.rule, f.kind, f.match) for f in findings} == {
        ("unsafe-path", "not-portable", "c/d&#124;e.txt"), ("unsafe-path", "control", "[c/f\ufffdg.txt](c/f%E2%80%AEg.txt)"),
        *(("invalid-metadata", "missing-value", entry.cells["path"].raw) for entry in index.entries),
    }
    with pytest.raises(UsageError, match=r"seeds/INDEX\.md exists"):
        init_index(corpus, config)


def test_a_new_index_of_nothing_and_of_no_folder(corpus: Path) -> None:
    assert init_index(corpus, load_config(corpus)) == []
    assert read_index(corpus / "INDEX.md", load_config(corpus)).table is not None
    with pytest.raises(UsageError, match="no such folder: nowhere"):
        init_index(corpus.parent / "nowhere", load_config(corpus))


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='/\\<>:"|?*'), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.sets(NAMES, min_size=1, max_size=4), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_whatever_is_added_is_listed(tmp_path_factory: pytest.TempPathFactory, names: set[str], text: str) -> None:
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / ".git").mkdir()
    config = load_config(corpus)
    (corpus / "INDEX.md").write_text(HEAD)
    added = []
    for name in sorted(names):
        try:
            (corpus / name).write_bytes(text.encode())
            added += add_entries(corpus / "INDEX.md", [corpus / name], config)
        except (UsageError, OSError):
            continue
    index = read_index(corpus / "INDEX.md", config)
    assert [entry.document for entry in index.entries] == [change.document for change in added if change.action == "added"]
    assert all(len(entry.row.cells) == 5 and entry.metadata["sha256"] == sha(text) for entry in index.entries)


def _add(corpus: Path, names: list[str]) -> None:
    for name in names:
        add_entries(corpus / "INDEX.md", [corpus / name], load_config(corpus))


@pytest.mark.skipif(sys.platform == "win32", reason="no lock on a folder")
@pytest.mark.slow
def test_two_that_add_at_once_lose_no_row(corpus: Path) -> None:
    (corpus / "INDEX.md").write_text(HEAD)
    names = [f"{n}.txt" for n in range(10)]
    for name in names:
        (corpus / name).write_text(name)
    workers = [get_context("spawn").Process(target=_add, args=(corpus, part)) for part in (names[:5], names[5:])]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(entry.name for entry in read_index(corpus / "INDEX.md", load_config(corpus)).entries) == names
