"""The scripts that CONTRIBUTING names, and the data that they derived."""

from __future__ import annotations

import lzma
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHONS = runpy.run_path(str(ROOT / "scripts/pythons.py"))


def test_the_claimed_pythons_are_those_of_the_classifiers() -> None:
    assert PYTHONS["claimed"]() == ["3.11", "3.12", "3.13"]


def test_a_python_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["pythons.py", "--only", "3.999"])
    assert PYTHONS["main"]() == 1
    assert capsys.readouterr().out == "3.999 missing\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shim is a shell script")
def test_a_shim_that_names_no_python_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As pyenv leaves one for each version that is installed and not chosen."""
    version = "{}.{}".format(*sys.version_info[:2])
    shim = tmp_path / "shims" / f"python{version}"
    real = tmp_path / "root" / "versions" / f"{version}.1" / "bin" / "python"
    for path, target in ((shim, "exit 127"), (real, f'exec "{sys.executable}" "$@"')):
        path.parent.mkdir(parents=True)
        path.write_text(f"#!/bin/sh\n{target}\n", "utf-8")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{shim.parent}:/usr/bin:/bin" if not Path(f"/usr/bin/python{version}").exists() else str(shim.parent))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "root"))
    assert PYTHONS["find"](version) == real


@pytest.mark.slow
def test_the_frequencies_that_ship_are_sorted_and_state_their_licence() -> None:
    lines = lzma.decompress((ROOT / "corpuslint/frequencies/zh.txt.xz").read_bytes()).decode().splitlines()
    header = [line for line in lines if line.startswith("#")]
    words = [line.split("\t") for line in lines[len(header) :]]
    assert "Licence: MIT" in header[2] and "jieba 0.42.1" in header[1]
    assert (ROOT / "corpuslint/frequencies/jieba.LICENSE").read_text("utf-8").startswith("The MIT License")
    keys = [word.encode() for word, _ in words]
    assert keys == sorted(set(keys)) and len(keys) == 349_045
    assert all(0 <= int(code) < 256 for _, code in words)


def test_the_table_of_precision_is_that_of_what_was_judged() -> None:
    script = [sys.executable, str(ROOT / "scripts/record_precision.py"), "--check"]
    assert subprocess.run(script, check=False).returncode == 0
