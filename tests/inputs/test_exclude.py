"""Ignore files are read as git itself reads them."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.config.settings import load_config
from corpuslint.inputs.gather import gather

FILES = ("a.txt", "b.txt", "x/a.txt", "x/b c.txt", "x/y/a.txt", "x/y/z.md", "build/a.txt", "build/x/b.md", "a#.txt", "été.txt")
PATTERNS = st.sampled_from([
    "*.txt", "a.txt", "/a.txt", "x/", "/x/", "x", "!x/", "!a.txt", "!*.txt", "x/*", "!x/y", "**/a.txt", "x/**", "!x/y/", "**/y", "y/z.md",
    "/*", "!/x", "[ab].txt", "[!a].txt", "a\\#.txt", "#a", "a.txt ", "b\\ c.txt", "b c.txt", "*", "été.txt", "?.txt", "build", "!build/x/", "", "!", "[a",
])


@settings(max_examples=40, deadline=None)
@given(st.lists(PATTERNS, max_size=5), st.lists(PATTERNS, max_size=3), st.lists(PATTERNS, max_size=2))
def test_a_walk_finds_what_git_would_take(
    tmp_path_factory: pytest.TempPathFactory, top: list[str], below: list[str], shared: list[str]
) -> None:
    root = tmp_path_factory.mktemp("project")
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", "utf-8")
    subprocess.run(["git", "init", "-q", "."], cwd=root, check=True)
    (root / ".gitignore").write_text("\n".join(top), "utf-8")
    (root / "x/.gitignore").write_text("\r\n".join(below), "utf-8")
    (root / ".git/info/exclude").write_text("\n".join(shared), "utf-8")
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=", "ls-files", "-coz", "--exclude-standard"], cwd=root, check=True, capture_output=True
    )
    wanted = sorted(name for name in listed.stdout.decode("utf-8").split("\0") if name in FILES)
    assert sorted(source.name for source in gather([root], load_config(root)).sources) == wanted
