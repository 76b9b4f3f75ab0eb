"""Reading an index: its entries and what is known of them, what is never opened, what git and the disk say."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.card import load_folder
from corpuslint.config.file import find_index
from corpuslint.config.settings import Config, load_config
from corpuslint.data import builtin_folder
from corpuslint.errors import UsageError
from corpuslint.finding import Finding
from corpuslint.index import checks
from corpuslint.index.checks import check_index
from corpuslint.index.entries import Index, changed_entries, entry_for, read_index

RULES = load_folder(builtin_folder())
posix = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX file type")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "seeds").mkdir()
    return tmp_path / "seeds"


def make(corpus: Path, *rows: str, columns: str = "path", files: Mapping[str, bytes | str] = {}) -> tuple[Index, Config]:
    lines = [f"| {columns} |", f"|{' - |' * (columns.count('|') + 1)}", *(f"| {row} |" for row in rows)]
    (corpus / "INDEX.md").write_text("\n".join(lines) + "\n", "utf-8", newline="")
    for name, content in files.items():
        (corpus / name).parent.mkdir(parents=True, exist_ok=True)
        (corpus / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    config = load_config(corpus)
    return read_index(corpus / "INDEX.md", config), config


def check(index: Index, config: Config) -> list[tuple[str, str, str, int]]:
    findings, failures = check_index(index, RULES, config)
    assert failures == []
    return [(f.path, f.rule, f.kind, f.start.line) for f in findings]


@contextmanager
def opened() -> Iterator[list[str]]:
    """The paths that are opened within the block: an audit hook cannot be removed, so it looks at a switch."""
    _SEEN.clear()
    _AUDIT["on"] = True
    try:
        yield _SEEN
    finally:
        _AUDIT["on"] = False


_SEEN: list[str] = []
_AUDIT = {"on": False}


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _AUDIT["on"] and event in ("open", "os.listdir", "os.scandir"):
        _SEEN.append(os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes | os.PathLike) else str(arguments[0]))


sys.addaudithook(_hook)


def test_entries_know_their_row_and_the_defaults(corpus: Path) -> None:
    (corpus.parent / "corpuslint.toml").write_text('[index]\ndefaults = { language = "en", license = "MIT" }\n')
    index, _ = make(corpus, "[A](b/a.txt) | Trade | | fr", "c.txt | | withdrawn |", columns="Path | Title | status | language",
                    files={"b/a.txt": "x"})
    first, second = index.entries
    assert (first.document, first.name, first.line) == ("seeds/b/a.txt", "b/a.txt", 3)
    assert first.metadata == {"title": "Trade", "language": "fr", "license": "MIT"}
    assert first.file == corpus / "b" / "a.txt"
    assert (second.exists, second.active, second.metadata["language"]) == (False, False, "en")
    assert index.active == (first,)
    assert index.document.path == "seeds/INDEX.md"
    assert len({first, second}) == 2


def test_the_entry_of_a_file(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, _ = make(corpus, "a.txt", "caf\u00e9.txt", files={"a.txt": "x", "caf\u00e9.txt": "y", "b.txt": "z"})
    monkeypatch.chdir(corpus)
    for path in (corpus / "a.txt", Path("a.txt"), corpus / "x" / ".." / "a.txt"):
        entry = entry_for(index, path)
        assert entry is not None
        assert entry.name == "a.txt"
    assert entry_for(index, corpus / "cafe\u0301.txt") is index.entries[1]
    assert entry_for(index, corpus / "b.txt") is None
    assert entry_for(index, corpus.parent / "a.txt") is None


def test_an_index_is_found_up_to_the_git_root(corpus: Path) -> None:
    make(corpus)
    (corpus / "a" / "b").mkdir(parents=True)
    assert find_index(corpus / "a" / "b") == corpus / "INDEX.md"
    assert find_index(corpus.parent) is None
    (corpus / "a" / ".git").mkdir()
    assert find_index(corpus / "a" / "b") is None


def test_no_index_is_a_usage_error_and_a_damaged_one_a_failure(corpus: Path) -> None:
    config = load_config(corpus)
    with pytest.raises(UsageError, match=r"no index at seeds/INDEX\.md"):
        read_index(corpus / "INDEX.md", config)
    (corpus / "INDEX.md").mkdir()
    index = read_index(corpus / "INDEX.md", config)
    assert index.entries == ()
    _, (failure,) = check_index(index, RULES, config)
    assert (failure.path, failure.message) == ("seeds/INDEX.md", "a directory, not a regular file")


@pytest.mark.parametrize(("written", "kind"), [
    ("../x", "outside"), ("/etc/passwd", "absolute"), ("a/../../x", "outside"), ("C:\\x", "drive"), ("C:x", "drive"), ("..\\x", "backslash"),
    ("a\x00b", "control"), ("a\u202etxt.exe", "control"), ("CON", "reserved"), ("con.txt", "reserved"), ("a/LPT1.tar.gz", "reserved"), ("ab:c", "not-portable"),
    ("file:///etc/passwd", "url"), ("[x](%2e%2e/x)", "outside"), ("~/x", "absolute"), ("a.", "not-portable"), ("[x](a%20)", "not-portable"),
    ("x" * 5000, "too-long"), ("é" * 200, "too-long"), ("[x](/etc/passwd)", "absolute"), ("javascript:alert(1)", "url"), ("..", "outside"),
    ("//host/x", "absolute"), (".", "not-regular"), ("a/..", "not-regular"),
])
def test_an_unsafe_path_is_told_and_never_opened(written: str, kind: str, corpus: Path) -> None:
    (corpus.parent / "x").write_text("secret")
    with opened() as seen:
        index, config = make(corpus, written)
        (entry,) = index.entries
        found = check(index, config)
    assert (entry.file, entry.unsafe and entry.unsafe.kind) == (None, kind)
    assert found == [("seeds/INDEX.md", "unsafe-path", kind, 3)]
    own = {str(corpus), str(corpus / "INDEX.md")}
    assert {path for path in seen if path.startswith(str(corpus.parent)) or path in ("/etc/passwd", "/x")} <= own


@posix
def test_links_and_devices_are_told_and_never_opened(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = corpus.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (corpus / "inside.txt").write_text("text")
    links = {"out": outside / "secret.txt", "loop": corpus / "loop", "lost": corpus / "nothing", "good": corpus / "inside.txt",
             "folder": outside, "zero": Path("/dev/zero")}
    for name, target in links.items():
        (corpus / name).symlink_to(target)
    os.mkfifo(corpus / "fifo")
    monkeypatch.chdir(corpus)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        with opened() as seen:
            rows = ["out", "loop", "lost", "good", "folder/secret.txt", "zero", "fifo", "socket"]
            index, config = make(corpus, *rows, columns="path", files={})
            findings, failures = check_index(index, RULES, config)
    kinds = {f.match: f.kind for f in findings if f.rule == "unsafe-path"}
    assert kinds == {"out": "link-out", "loop": "dangling-link", "lost": "dangling-link", "folder/secret.txt": "link-out",
                     "zero": "link-out", "fifo": "not-regular", "socket": "not-regular"}
    assert failures == []
    assert [entry.name for entry in index.entries if entry.file] == ["good"]
    assert not [path for path in seen if "secret" in path or "fifo" in path or "/dev" in path]


def test_a_link_as_the_corpus_folder_is_no_way_out(corpus: Path) -> None:
    make(corpus, "a.txt", files={"a.txt": "x"})
    link = corpus.parent / "link"
    link.symlink_to(corpus)
    index = read_index(link / "INDEX.md", load_config(corpus))
    assert index.entries[0].unsafe is None
    assert entry_for(index, corpus / "a.txt") is index.entries[0]


def test_every_problem_has_the_line_of_its_row(corpus: Path) -> None:
    index, config = make(
        corpus, "a.txt | 2023-13-01", "a.txt | | more", "gone.txt | unknown", "../x |", columns="path | date",
        files={"a.txt": "x", "b.txt": "y", "conftest.py": "", "c/copy.txt": "x", "README.md": "about"},
    )
    assert check(index, config) == [
        ("seeds/INDEX.md", "invalid-metadata", "bad-date", 3),
        ("seeds/INDEX.md", "duplicate-document", "same-path", 4),
        ("seeds/INDEX.md", "index-syntax", "many-cells", 4),
        ("seeds/INDEX.md", "missing-document", "missing", 5),
        ("seeds/INDEX.md", "unsafe-path", "outside", 6),
        ("seeds/b.txt", "unlisted-document", "unlisted", 1),
        ("seeds/c/copy.txt", "duplicate-document", "same-content", 1),
        ("seeds/c/copy.txt", "unlisted-document", "unlisted", 1),
        ("seeds/conftest.py", "unsafe-path", "code-in-corpus", 1),
    ]


def test_a_fingerprint_does_not_know_the_neighbours(corpus: Path) -> None:
    def marks(*rows: str) -> dict[str, str]:
        index, config = make(corpus, *rows, columns="path | language", files={"a.txt": "x", "b.txt": "y"})
        return {f.match: f.fingerprint for f in check_index(index, RULES, config)[0] if f.rule == "invalid-metadata"}

    assert marks("a.txt | kz")["kz"] == marks("b.txt | ua", "a.txt | kz")["kz"]
    same = marks("a.txt | kz", "b.txt | ua")
    assert len(set(same.values())) == 2


def test_a_checker_that_crashes_takes_no_other_finding_along(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> Iterator[Finding]:
        raise ValueError("no")

    monkeypatch.setattr(checks, "INDEX_CHECKERS", {**checks.INDEX_CHECKERS, "hash-mismatch": crash})
    index, config = make(corpus, "gone.txt")
    findings, failures = check_index(index, RULES, config)
    assert [f.rule for f in findings] == ["missing-document"]
    assert [f.rule for f in failures] == ["hash-mismatch"]
    assert failures[0].message.startswith("checker crashed: ValueError: no (test_entries.py:")


def test_a_good_index_costs_no_import_of_jsonschema_or_a_parser(corpus: Path) -> None:
    make(corpus, "a.txt | 2023 | en", columns="path | date | language", files={"a.txt": "x"})
    code = """
import sys
from pathlib import Path
from corpuslint.config.settings import load_config
from corpuslint.index.checks import check_index
from corpuslint.index.entries import read_index
from corpuslint.card import builtin_rules
config = load_config(Path())
check_index(read_index(config.index.path, config), builtin_rules(), config)
sys.exit(bool({"jsonschema", "markdown_it"} & set(sys.modules)))
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=corpus.parent, check=False).returncode == 0


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["|", "\\", "`", "-", " ", "a", "\n", "\r\n", "path", "| path |\n|-|\n", "../", "[x](", ")", "\x00", "\ud800",
                                 "\udcff", "<!--", "%2e", "é", "\ufeff", "2023", "http://a"]), max_size=30))
def test_any_index_is_read_and_checked(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "INDEX.md").write_bytes("".join(parts).encode("utf-8", "surrogatepass"))
    config = load_config(corpus)
    index = read_index(corpus / "INDEX.md", config)
    findings, failures = check_index(index, RULES, config)
    assert failures == []
    size = len(index.document.text)
    assert all(0 <= f.start.offset <= f.end.offset <= size for f in findings)


@pytest.fixture
def git(corpus: Path) -> Callable[..., str]:
    (corpus.parent / ".git").rmdir()

    def run(*arguments: str) -> str:
        settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", *settings, *arguments]
        return subprocess.run(command, cwd=corpus.parent, check=True, capture_output=True, text=True).stdout

    run("init", "-q")
    return run


def test_a_hook_asks_git_which_files_there_are(corpus: Path, git: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.txt": "x", "b.txt": "y", "é.txt": "z", "extra.txt": "e"}
    index, config = make(corpus, "a.txt", "b.txt", "é.txt", files=files)
    git("add", "seeds/INDEX.md", "seeds/a.txt", "seeds/é.txt")
    assert check(index, config) == [("seeds/extra.txt", "unlisted-document", "unlisted", 1)]
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert check(index, config) == [("seeds/INDEX.md", "missing-document", "untracked", 4)]
    git("add", "seeds/extra.txt", "seeds/b.txt")
    assert check(index, config) == [("seeds/extra.txt", "unlisted-document", "unlisted", 1)]


def test_a_deleted_document_is_missing_in_a_hook(corpus: Path, git: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    make(corpus, "a.txt", files={"a.txt": "x"})
    git("add", ".")
    git("commit", "-qm", "x")
    git("rm", "-q", "seeds/a.txt")
    monkeypatch.setenv("PRE_COMMIT", "1")
    config = load_config(corpus)
    assert check(read_index(corpus / "INDEX.md", config), config) == [("seeds/INDEX.md", "missing-document", "missing", 3)]


def test_changed_rows_are_those_that_differ_from_head(corpus: Path, git: Callable[..., str]) -> None:
    index, _ = make(corpus, "a.txt | A", "b.txt | B", columns="path | title")
    assert changed_entries(index) == index.entries
    git("add", ".")
    git("commit", "-qm", "x")
    assert changed_entries(index) == ()
    index, _ = make(corpus, "b.txt | B", "a.txt | A!", "c.txt | C", columns="path | title")
    assert [entry.name for entry in changed_entries(index)] == ["a.txt", "c.txt"]
    index, _ = make(corpus, "b.txt | B", columns="path | x-label")
    assert changed_entries(index) == index.entries


def test_git_is_asked_as_a_hook_may_ask_it(corpus: Path, git: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Git hands its hooks paths that hold from the top of the repository."""
    make(corpus, "a.txt", files={"a.txt": "x", "b.txt": "y"})
    git("add", "seeds/INDEX.md", "seeds/a.txt")
    git("commit", "-qm", "x")
    monkeypatch.chdir(corpus.parent)
    monkeypatch.setenv("PRE_COMMIT", "1")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    config = load_config(Path.cwd())
    index = read_index(Path("seeds/INDEX.md"), config)
    assert check(index, config) == []
    assert changed_entries(index) == ()


def test_an_index_at_the_top_of_the_repository(corpus: Path, git: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    make(corpus.parent, "seeds/a.txt", files={"seeds/a.txt": "x", ".hidden": "y", "b.txt": "z"})
    git("add", ".")
    git("commit", "-qm", "x")
    monkeypatch.setenv("PRE_COMMIT", "1")
    config = load_config(corpus.parent)
    index = read_index(corpus.parent / "INDEX.md", config)
    assert check(index, config) == [("b.txt", "unlisted-document", "unlisted", 1)]
    assert changed_entries(index) == ()


def test_findings_in_the_index_are_capped_and_each_file_keeps_its_own(corpus: Path) -> None:
    from corpuslint.engine import MAX_FINDINGS

    files = {f"{n}.txt": str(n) for n in range(3)}
    index, config = make(corpus, *["gone.txt"] * (MAX_FINDINGS + 5), files=files)
    findings, _ = check_index(index, RULES, config)
    missing = [f for f in findings if f.rule == "missing-document"]
    assert len(missing) == MAX_FINDINGS
    assert missing[-1].message.endswith("(and 5 more of missing-document in this document)")
    assert len({f.fingerprint for f in missing}) == MAX_FINDINGS
    assert len({f.fingerprint for f in findings if f.rule == "unlisted-document"}) == 1


def test_without_git_the_disk_is_asked(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_: object, **__: object) -> None:
        raise FileNotFoundError("git")

    monkeypatch.setattr(subprocess, "run", absent)
    monkeypatch.setenv("PRE_COMMIT", "1")
    index, config = make(corpus, "a.txt", files={"a.txt": "x", "b.txt": "y"})
    assert check(index, config) == [("seeds/b.txt", "unlisted-document", "unlisted", 1)]
    assert changed_entries(index) == index.entries


def test_a_file_over_the_limit_is_not_hashed(corpus: Path) -> None:
    (corpus.parent / "corpuslint.toml").write_text("max-file-size = 1000\n")
    index, config = make(corpus, f"a.txt | {'0' * 64}", columns="path | sha256", files={"a.txt": b"x" * 1001})
    assert check(index, config) == []


@pytest.mark.slow
def test_ten_thousand_rows_are_read_in_no_time(corpus: Path) -> None:
    import time

    rows = [f"{n}.txt | A title of some length for number {n} | 2023-03-21 | en" for n in range(10_000)]
    start = time.process_time()
    index, _ = make(corpus, *rows, columns="path | title | date | language")
    assert len(index.entries) == 10_000
    assert time.process_time() - start < 5
