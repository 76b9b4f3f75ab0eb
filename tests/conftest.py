"""No test judges the clock: on a machine that is busy, an example takes as long as it takes. None leaves notes to the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from corpuslint.cache import folder as cache_folder
from tests.projects import enter, own_cache

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def told_notes() -> Iterator[None]:
    """A cache folder that one test refused is no note of another's."""
    yield
    list(cache_folder.notes())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project as the working folder: the search for a configuration ends here, and so does the cache."""
    own_cache(tmp_path / "cache", monkeypatch)
    return enter(tmp_path / "project", monkeypatch)
