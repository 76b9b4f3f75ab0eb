"""Globs over documents' paths: `*` and `?` stay within a folder, `**` crosses folders."""

from __future__ import annotations

from fnmatch import fnmatchcase


def matches(pattern: str, path: str) -> bool:
    """Whether the glob names the path (POSIX, relative to the configuration's folder).

    A pattern without a slash is tried on the file's name alone; one that ends in a slash names all
    below the folder. Cost is linear in pattern and path: no pattern can make it hang.
    """
    if "/" not in pattern:
        return fnmatchcase(path.rsplit("/", 1)[-1], pattern)
    parts = path.split("/")
    reached = {0}
    for wanted in (f"{pattern}**" if pattern.endswith("/") else pattern).split("/"):
        if wanted == "**":
            reached = set(range(min(reached), len(parts) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], wanted)}
        if not reached:
            return False
    return len(parts) in reached


def literal_folder(pattern: str) -> str | None:
    """The folder below which all that the glob names must lie, with a slash at its end ('': anywhere).

    None for a path that is spelt out.
    """
    if "/" in pattern and not pattern.endswith("/") and not any(char in pattern for char in "*?["):
        return None
    parts = pattern.split("/")
    fixed = next((n for n, part in enumerate(parts) if any(char in part for char in "*?[")), len(parts) - 1)
    return "".join(f"{part}/" for part in parts[:fixed])
