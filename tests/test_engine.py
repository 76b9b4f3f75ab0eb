"""The engine: a checker's bug is a failure that names its place."""

from __future__ import annotations

from typing import Any

import pytest

from corpuslint import engine
from corpuslint.card import builtin_rule
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document


@pytest.mark.parametrize(("file", "place"), [
    ("/site-packages/corpuslint/checkers/broken_word/checker.py", "broken_word/checker.py:2"),
    (r"C:\site-packages\corpuslint\checkers\dates\conflict.py", "dates/conflict.py:2"),
    ("/site-packages/corpuslint/checkers/existence.py", "existence.py:2"),
    ("/site-packages/corpuslint/document.py", "document.py:2"),
])
def test_a_crash_names_the_room_of_a_checker(file: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names: dict[str, Any] = {}
    exec(compile("def check(*_):\n    raise ValueError('no')\n", file, "exec"), names)
    rule = builtin_rule("mojibake")
    monkeypatch.setattr(engine, "DOCUMENT_CHECKERS", {rule.checker: names["check"]})
    (failure,) = check_document(Document.from_text("text"), RuleSet((rule,))).failures
    assert failure.message == f"checker crashed: ValueError: no ({place})"
