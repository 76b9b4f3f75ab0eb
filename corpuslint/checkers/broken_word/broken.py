"""What every detector yields."""

from __future__ import annotations

from typing import NamedTuple


class Broken(NamedTuple):
    """A damaged stretch, code points `start` to `end`, and what should stand there ('' where that is not certain)."""

    kind: str
    start: int
    end: int
    repair: str = ""
