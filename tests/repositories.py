"""Temporary git repositories with the hooks that this project offers, run by this environment."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

MANIFEST = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty repository in which a commit runs the hooks of the manifest, in place of an installed copy of them."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(root.parent / "home"))
    for name in [name for name in os.environ if name.startswith(("GIT_", "PYTEST_")) or name == "PRE_COMMIT"]:
        monkeypatch.delenv(name)
    (root / "seeds").mkdir(parents=True)
    hooks = yaml.safe_load(MANIFEST.read_text("utf-8"))
    for hook in hooks:
        hook |= {"language": "unsupported", "entry": f"{shlex.quote(sys.executable)} -m {hook['entry']}"}
    (root / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}), "utf-8")
    run(root, "git", "init", "-q")
    run(root, "git", "config", "user.email", "a@example.org")
    run(root, "git", "config", "user.name", "A")
    run(root, sys.executable, "-m", "pre_commit", "install")


def commit(root: Path) -> tuple[int, str]:
    """Commit all that is there: exit code, and what was shown."""
    run(root, "git", "add", "-A")
    done = run(root, "git", "commit", "-m", "change")
    return done.returncode, done.stdout + done.stderr
