"""`fix --diff` is a patch: what `git apply` and `patch` make of it is what `fix` writes, byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.cli import main
from corpuslint.finding import Edit
from corpuslint.fixes.fixer import apply_edits
from corpuslint.fixes.patch import patch, quoted
from corpuslint.fixes.places import Edited, composed

CAFE = "The caf\u00c3\u00a9 by the river, and the na\u00c3\u00afve man in it.".encode()
CONTENTS = {
    "plain": b"one\n" + CAFE + b"\nthree\n",
    "no-newline": b"one\n" + CAFE,
    "no-newline-elsewhere": CAFE + b"\n\n\n\n\n\nlast",
    "crlf": b"one\r\n" + CAFE + b"\r\nthree\r\n",
    "mixed": b"one\r\n" + CAFE + b"\nthree\rfour\r\r\n" + CAFE + b"\r",
    "cr": b"one\r" + CAFE + b"\rthree",
    "latin-1": b"caf\xe9 \xff\n" + CAFE + b"\n",
    "bom": b"\xef\xbb\xbf" + CAFE + b"\n",
    "far": CAFE + b"\n" + b"line\n" * 20 + CAFE + b"\n" + b"line\n" * 7 + CAFE + b"\n" + b"line\n" * 6 + CAFE + b"\n",
    "c1": "It\u00e2\u0080\u0099s the man\u00e2\u0080\u0099s caf\u00c3\u00a9, and the na\u00c3\u00afve one.\n".encode(),
    "other-ends": "a\u2028b\x85c\x0b\n".encode().replace(b"\x0b", b"") + CAFE + b"\n",
}
NAMES = ["a.txt", "a b.txt", "sub/a.txt", "-a.txt", 'a"b.txt', "a\\b.txt", "caf\u00e9.txt", "tab\tx.txt", os.fsdecode(b"bad\xff.txt"), "line\nx.txt", " .txt"]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    subprocess.run(["git", "init", "-q", "."], cwd=root, check=True)
    monkeypatch.chdir(root)
    return root


def both(name: str, capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[bytes, bytes]:
    """The patch of a file, which git and `patch` apply as they do, and the repaired bytes."""
    before = Path(name).read_bytes()
    main(["fix", "--diff", *arguments, f"./{name}"])
    data = capfdbinary.readouterr().out
    main(["fix", *arguments, f"./{name}"])
    after = Path(name).read_bytes()
    assert after != before
    commands = [["git", "apply", "--whitespace=nowarn", "-"]]
    if shutil.which("patch"):
        commands.append(["patch", "-p1", "-s"])
    for command in commands:
        Path(name).write_bytes(before)
        done = subprocess.run(command, input=data, check=False, capture_output=True)
        assert (done.returncode, done.stdout) == (0, b""), done.stderr
        assert Path(name).read_bytes() == after, command
    return data, after


@pytest.mark.parametrize("content", CONTENTS)
def test_the_patch_gives_what_fix_writes(content: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("a.txt").write_bytes(CONTENTS[content])
    data, _ = both("a.txt", capfdbinary, "--select", "mojibake")
    assert data.startswith(b"diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -")


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_kind(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_bytes(CONTENTS["plain"])
    both(name, capfdbinary, "--select", "mojibake")


@pytest.mark.parametrize(("name", "written"), [
    ("a/x y.txt", b"a/x y.txt"), ("a/caf\u00e9", "a/caf\u00e9".encode()), ('a/"', b'"a/\\""'), ("a/\\", b'"a/\\\\"'), ("a/\n\x01", b'"a/\\n\\001"'),
    ("a/\u202e", b'"a/\\342\\200\\256"'), (os.fsdecode(b"a/\xff"), b'"a/\\377"'),
])
def test_names_are_quoted_as_git_does(name: str, written: bytes) -> None:
    assert quoted(name) == written


def test_from_a_folder_below_it_is_the_same_patch(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    Path("sub").mkdir()
    Path("sub/a.txt").write_bytes(CONTENTS["plain"])
    main(["fix", "--diff", "sub/a.txt", "--select", "mojibake"])
    data = capfdbinary.readouterr().out
    monkeypatch.chdir(project / "sub")
    main(["fix", "--diff", "a.txt", "--select", "mojibake"])
    assert capfdbinary.readouterr().out == data
    subprocess.run(["git", "apply"], input=data, check=True)
    assert b"caf\xc3\xa9 by" in Path("a.txt").read_bytes()


def test_utf_16_has_no_text_patch(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_bytes(CAFE.decode().encode("utf-16"))
    assert main(["fix", "--diff", "a.txt", "--select", "mojibake"]) == 1
    assert capfd.readouterr() == ("", "a.txt: utf-16-le, which no text patch can show; `fix` repairs it\n")


@pytest.mark.parametrize("hostile", ["\x1b]0;x\x07", "##[error]x", "\n ::add-mask::x", "\r::add-mask::x", "\u202e"])
def test_a_hostile_patch_is_visible_text_and_exact_in_a_file(hostile: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_bytes(CAFE + hostile.encode() + b"\n")
    before = Path("a.txt").read_bytes()
    assert main(["fix", "--diff", "a.txt", "--select", "mojibake"]) == 1
    out, err = capfd.readouterr()
    assert hostile.strip("\n ") not in out.replace(" \\x3a:add", "")
    assert err == "the patch has control characters, shown as escapes here: `-o FILE` writes one that can be applied\n"
    assert main(["fix", "--diff", "a.txt", "--select", "mojibake", "-o", "p"]) == 1
    assert capfd.readouterr() == ("", "")
    subprocess.run(["git", "apply", "p"], check=True)
    assert Path("a.txt").read_bytes() == before.replace("\u00c3\u00a9".encode(), "\u00e9".encode()).replace("\u00c3\u00af".encode(), "\u00ef".encode())


def test_nothing_to_repair_is_nothing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("a.txt").write_bytes(b"Good text.\n")
    assert main(["fix", "--diff", "a.txt"]) == 0
    assert capfdbinary.readouterr() == (b"", b"")


def _applied(before: str, data: bytes) -> str:
    """A strict reader of unified diffs: every line must be where the patch says."""
    old = before.encode().splitlines(keepends=True) if "\r" not in before else []
    new: list[bytes] = []
    at = 0
    lines = data.split(b"\n")[3:-1]
    for number, row in enumerate(lines):
        if row.startswith(b"@@"):
            first, count = (int(part) for part in (row.split()[1][1:] + b",1").split(b",")[:2])
            start = first - (count > 0)
            new += old[at:start]
            at = start
        elif row[:1] in (b" ", b"-", b"+"):
            line = row[1:] + (b"" if lines[number + 1 : number + 2] == [b"\\ No newline at end of file"] else b"\n")
            if row[:1] != b"+":
                assert old[at] == line
                at += 1
            if row[:1] != b"-":
                new.append(line)
    return b"".join([*new, *old[at:]]).decode()


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["a\n", "b\n", "\n", "c"]), max_size=25).map("".join),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5), st.text("xa\n", max_size=4)), min_size=1, max_size=5),
)
def test_any_edits_give_a_patch_that_gives_the_text(before: str, wanted: list[tuple[int, int, str]]) -> None:
    after, places = before, list[Edited]()
    for start, length, replacement in wanted:
        start = min(start, len(after))
        edit = Edit(start, min(len(after), start + length), replacement)
        after = apply_edits(after, [edit])
        places, _ = composed(places, [(edit, True)])
    data = b"".join(patch("a", before, after, places))
    assert (data == b"") == (before == after)
    if data:
        assert _applied(before, data) == after
