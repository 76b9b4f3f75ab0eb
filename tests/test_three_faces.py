"""One document, never seen before: the command, pytest and the commit hook report the same findings at the same places."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.repositories import commit, make, run

DOCUMENT = """Facebook Twitter WhatsApp

Harbour bridge reopens after repairs

Published on Monday, 9 November 2022

The bridge over the harbour was opened again on the day before the market, and the gov ernment paid for the repairs. The
mayor’s speech was short. â€œWe kept our word,â€\x9d she said.

It is the most beautiful bridge in the whole world, and everyone on the quay agreed that the work was done in time.

Share this article
"""
_CONCISE = re.compile(r"^(seeds/\S+:\d+:\d+): \w+\[([\w-]+)\]", re.MULTILINE)
_FULL = re.compile(r"^(?:\w+\[([\w-]+)\] .*\n)\s*--> (seeds/\S+:\d+:\d+)$", re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize("ci", ["", "true"])
def test_command_pytest_and_hook_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ci: str) -> None:
    monkeypatch.setenv("CI", ci)
    root = tmp_path / "repository"
    make(root, monkeypatch)
    (root / "pyproject.toml").write_text("[tool.corpuslint]\n", "utf-8")
    (root / "seeds/INDEX.md").write_text("| path |\n| --- |\n", "utf-8")
    assert commit(root)[0] == 0

    (root / "seeds/bridge.txt").write_text(DOCUMENT, "utf-8")
    added = run(root, sys.executable, "-m", "corpuslint", "index", "add", "seeds/bridge.txt")
    assert added.stdout == "seeds/bridge.txt: added\n"
    by_command = _CONCISE.findall(run(root, sys.executable, "-m", "corpuslint", "check", "--output-format", "concise").stdout)
    by_pytest = _FULL.findall(run(root, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider").stdout)
    code, shown = commit(root)

    assert code == 1
    assert {rule for _, rule in by_command} == {"boilerplate", "broken-word", "date-conflict", "mojibake", "unverifiable-superlative"}
    assert sorted((place, rule) for rule, place in by_pytest) == sorted(by_command)
    assert sorted((place, rule) for rule, place in _FULL.findall(shown)) == sorted(by_command)
