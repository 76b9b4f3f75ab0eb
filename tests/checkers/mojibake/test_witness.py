"""A swap that the words of the language bear witness to."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake import witness


def test_no_lexicon_is_opened_where_no_word_is_in_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness, "open_lexicon", lambda _language: pytest.fail("opened"))
    assert witness.witnessed("egy\u00a0szó", frozenset("\u00a0ó"), "hu") == []
