"""A locale that is not UTF-8: names are bytes, an index is UTF-8, and both mean the same files as elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpuslint.cli import main
from tests.projects import write

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}


def run(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "corpuslint", *arguments], cwd=folder, capture_output=True, check=False,
        env={**os.environ, **environment},
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def corpus(project: Path) -> Path:
    write(project, {
        "corpuslint.toml": "[index]\npath = 'körper/INDEX.md'\n", "körper/été 漢.txt": "Published 8 November 2022\n\nThe cafÃ© of the town.\n",
        "körper/INDEX.md": "| path | title |\n| --- | --- |\n| été 漢.txt | T |\n| fehlt-ß.txt | T |\n",
    })
    return project


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")


@pytest.mark.parametrize("arguments", [(".",), ("--changed-only", "körper/été 漢.txt", "körper/INDEX.md")])
def test_an_ascii_locale_finds_what_utf_8_finds(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(corpus)
    assert main(["check", "--output-format", "json-lines", "--no-cache", *arguments]) == 1
    wanted, told = capfd.readouterr()
    assert '"path": "körper/été 漢.txt"' in wanted
    assert run(corpus, "check", "--output-format", "json-lines", "--no-cache", *arguments, **ASCII) == (1, wanted, told)


def test_an_index_is_made_the_same(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus)
    index = corpus / "körper/INDEX.md"
    index.unlink()
    assert main(["index", "init", "körper"]) == 0
    made = index.read_bytes()
    assert "| été 漢.txt |".encode() in made
    index.unlink()
    assert run(corpus, "index", "init", "körper", **ASCII)[0] == 0
    assert index.read_bytes() == made
    assert run(corpus, "index", "check", **ASCII)[0] == 0
