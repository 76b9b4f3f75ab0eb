"""Run the tests on every Python that the package claims and this machine has, each in an environment of its own.

Run: python scripts/pythons.py [--only 3.13] [ARGUMENTS OF PYTEST ...]

Looks for `python3.11` and its like on PATH, then among the versions of pyenv; the environments stay in `.pythons/` for
the next run. Prints a line for each version, also for those that are missing; the exit code is 1 where one failed or
none was there.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ROOT / ".pythons"
_CLAIM = re.compile(r"Programming Language :: Python :: (3\.\d+)")


def claimed() -> list[str]:
    """The versions of the classifiers, as `3.13`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [match[1] for classifier in project["classifiers"] if (match := _CLAIM.fullmatch(classifier))]


def pyenv_versions() -> Path | None:
    """The folder where pyenv keeps its versions."""
    root = os.environ.get("PYENV_ROOT")
    if not root and (pyenv := shutil.which("pyenv")):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=False).stdout.strip()
    folder = Path(root or "~/.pyenv").expanduser() / "versions"
    return folder if folder.is_dir() else None


def candidates(version: str) -> Iterator[Path]:
    """Programs that may be this Python; a shim of pyenv may be none."""
    names = [f"python{version}", f"python{version}.exe"]
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        yield from (Path(folder, name) for name in names)
    if versions := pyenv_versions():
        yield from sorted(versions.glob(f"{version}.*/bin/python"), reverse=True)


def find(version: str) -> Path | None:
    """A Python of this version that starts and can make environments."""
    ask = "import sys, ensurepip, venv; print('%d.%d' % sys.version_info[:2])"
    for path in candidates(version):
        if path.is_file() and os.access(path, os.X_OK):
            said = subprocess.run([path, "-c", ask], capture_output=True, text=True, check=False).stdout.strip()
            if said == version:
                return path
    return None


def environment(version: str, python: Path) -> Path:
    """The Python of an environment that has the package and what its tests need."""
    folder = ENVIRONMENTS / version
    inside = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not inside.exists():
        subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
    subprocess.run([inside, "-m", "pip", "install", "-q", "-e", ".[dev]"], cwd=ROOT, check=True)
    return inside


def tested(version: str, arguments: list[str]) -> str:
    """One word for how it went, and where the Python is."""
    python = find(version)
    if python is None:
        return "missing"
    try:
        inside = environment(version, python)
    except subprocess.CalledProcessError as error:
        return f"failed: no environment (exit code {error.returncode})  {python}"
    code = subprocess.run([inside, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments], cwd=ROOT, check=False).returncode
    return f"{'failed: exit code ' + str(code) if code else 'passed'}  {python}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", action="append", metavar="VERSION", help="this version alone; may be given again")
    options, arguments = parser.parse_known_args()
    results = {version: tested(version, arguments) for version in options.only or claimed()}
    for version, result in results.items():
        print(f"{version:5} {result}")
    return int(any(result.startswith("failed") for result in results.values()) or set(results.values()) == {"missing"})


if __name__ == "__main__":
    raise SystemExit(main())
