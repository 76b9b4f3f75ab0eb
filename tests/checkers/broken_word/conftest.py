from __future__ import annotations

import pytest

from corpuslint.checkers.broken_word import checker, prose


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> None:
    """Words are judged anew for each test, which may have a lexicon of its own."""
    prose._judged.cache_clear()
    checker._known.cache_clear()
