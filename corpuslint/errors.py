"""What a person did wrong: one clear line and exit code 2."""

from __future__ import annotations

import os
from pathlib import Path


class UsageError(Exception):
    """A wrong option, path, configuration or rule file; `str()` is the one line that is shown."""


class RuleFileError(UsageError):
    """A rule file that cannot be used; the line starts with `path:line:` where a line is known."""


def shown(path: Path) -> str:
    """The path as seen from the working folder: no absolute path goes into an output."""
    from corpuslint.inputs.files import text_of

    try:
        return text_of(Path(os.path.relpath(path)).as_posix())
    except ValueError:  # another drive
        return path.name
