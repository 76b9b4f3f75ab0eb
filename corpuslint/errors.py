"""What a person did wrong: one clear line and exit code 2."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


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


def nearest(name: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """' (did you mean …?)', or '' where nothing is near."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1)
    return f" (did you mean '{close[0]}'?)" if close else f" (known: {', '.join(sorted(known))})" if known else ""
