"""The wheel holds the rules and runs where nothing of the checkout is near."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def _build(target: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    (built,) = folder.iterdir()
    return built


def _tracked(*folders: str) -> set[str]:
    """The files of the repository; those that are there, where these tests run from a source distribution."""
    done = subprocess.run(["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0 and done.stdout:
        return set(done.stdout.split("\n")) - {""}
    found = (path for folder in folders or (".",) for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="what the source distribution lacks, only the repository tells")
def test_the_source_distribution_holds_the_repository(tmp_path: Path) -> None:
    with tarfile.open(_build("sdist", tmp_path / "dist")) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert sorted(held ^ _tracked()) == ["PKG-INFO"]


@pytest.mark.slow
def test_the_wheel_holds_every_rule_file_and_module(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        name.replace("rules/", "corpuslint/_rules/", 1) if name.startswith("rules/") else name for name in _tracked("rules", "corpuslint")
    }
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
