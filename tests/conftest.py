"""No test judges the clock: on a machine that is busy, an example takes as long as it takes."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
