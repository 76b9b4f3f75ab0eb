"""What a start may import: a hook runs at every commit, and each of these would be felt."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import own_cache

HEAVY = {
    "asyncio", "charset_normalizer", "concurrent.futures", "difflib", "email", "ftfy", "html.entities", "importlib.metadata", "jinja2", "jsonschema",
    "logging", "markdown_it", "multiprocessing", "numpy", "pyarrow", "pytest", "random", "rich", "secrets", "simplemma", "sqlite3",
    "subprocess", "tempfile", "tomllib", "unittest", "wordfreq", "xml", "yaml",
}
_LIST = """
import json, sys
from corpuslint.cli import main
code = main(sys.argv[1:])
sys.stderr.write(json.dumps([code, sorted(sys.modules)]))
"""


def _modules(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", _LIST, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True
    )
    code, modules = json.loads(done.stderr)
    return code, set(modules)


def _ours(modules: set[str]) -> set[str]:
    return {name for name in modules if name.startswith("corpuslint.")}


def test_the_version_needs_next_to_nothing(tmp_path: Path) -> None:
    code, modules = _modules(tmp_path, "--version")
    assert code == 0
    assert not HEAVY & modules
    assert _ours(modules) == {
        "corpuslint.cli", "corpuslint.cli.output", "corpuslint.errors", "corpuslint.lazy", "corpuslint.outputs", "corpuslint.outputs.sanitize",
        "corpuslint.signals", "corpuslint.version",
    }


@pytest.mark.parametrize("text", ["The bridge was opened on 9 November 2022.\n", "A caf\u00c3\u00a9 by the river, 9 November 2022.\n"])
def test_one_document_needs_no_heavy_module(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    _modules(tmp_path, "check", "--no-cache", "a.txt")  # the first run compiles what later ones read
    code, modules = _modules(tmp_path, "check", "--no-cache", "a.txt")
    assert code == ("\u00c3" in text)
    assert not (HEAVY - {"ftfy"} if "\u00c3" in text else HEAVY) & modules
    assert not {"corpuslint.index.entries", "corpuslint.cache.results", "corpuslint.fixes.fixer", "corpuslint.inputs.git", "corpuslint.schemas"} & modules


def test_a_document_that_was_checked_needs_no_checker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_cache(tmp_path / "cache", monkeypatch)
    (tmp_path / "a.txt").write_text("A caf\u00c3\u00a9 by the river, 9 November 2022.\n", "utf-8")
    assert _modules(tmp_path, "check", "a.txt")[0] == 1
    code, modules = _modules(tmp_path, "check", "a.txt")
    assert code == 1
    assert not (HEAVY - {"sqlite3"}) & modules
    assert not {name for name in _ours(modules) if name.startswith(("corpuslint.checkers.", "corpuslint.text.frequencies", "corpuslint.text.language"))}
    assert "ahocorasick_rs" not in modules
