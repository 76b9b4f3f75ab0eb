"""The wheel holds the rules and runs where nothing of the checkout is near."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_holds_every_rule_file_and_module(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(["git", "ls-files", "rules", "corpuslint"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    wanted = {name.replace("rules/", "corpuslint/_rules/", 1) if name.startswith("rules/") else name for name in tracked}
    assert sorted(wanted - held) == []
    assert sorted(name for name in held - wanted if ".dist-info/" not in name) == []


@pytest.mark.slow
def test_an_installed_wheel_runs_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([str(scripts / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", str(wheel)], check=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    # A stranger's rules/ beside the installed package is not ours.
    (elsewhere / "rules").mkdir()
    (elsewhere / "a.txt").write_text("Published 8 November 2022\n\nThe cafÃ© was closed on the day of the vote.\n", encoding="utf-8")
    command = [str(scripts / "corpuslint"), "check", "a.txt", "--output-format", "json-lines"]
    done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, encoding="utf-8", check=False)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (1, "")
    assert [(f["rule"], f["start"]["offset"], f["match"]) for f in found] == [("mojibake", 34, "Ã©")]
