"""What git knows, asked from the top of the repository: there a hook's environment (GIT_DIR, GIT_INDEX_FILE) holds."""

from __future__ import annotations

from pathlib import Path

from corpuslint.config.file import git_root
from corpuslint.inputs.files import absolute, text_of

_NO_TRANSPORT = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0"}
"""The configuration of a repository may name commands: none of them is run, and nothing is fetched."""


def tracked(folder: Path) -> frozenset[str] | None:
    """The paths of git's index below the folder, relative to it, with `/`; None where git cannot tell."""
    prefix = _below(folder)
    listed = None if prefix is None else _run(folder, "ls-files", "-z", "--cached", "--", prefix or ".")
    if listed is None or prefix is None:
        return None
    start = len(text_of(prefix)) + 1 if prefix else 0
    return frozenset(name.decode("utf-8", "surrogateescape")[start:] for name in listed.split(b"\0") if name)


def show_head(file: Path) -> bytes | None:
    """The file as it was last committed; None where it was not, or there is no git."""
    name = _below(file)
    return None if name is None else _run(file.parent, "show", f"HEAD:{name}")


def _below(path: Path) -> str | None:
    """The path relative to the top of its repository, '' for the top itself; None outside of any."""
    root = git_root(path)
    if root is None:
        return None
    name = absolute(path).relative_to(root).as_posix()
    return "" if name == "." else name


def _run(folder: Path, *arguments: str) -> bytes | None:
    import os
    import subprocess  # seldom needed, and as long to import as all of this package's own start

    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "--literal-pathspecs", *arguments], cwd=git_root(folder),
            env={**os.environ, **_NO_TRANSPORT}, capture_output=True, timeout=60, check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
