"""Documents without a text."""

from __future__ import annotations

import pytest

from corpuslint.card import builtin_rule
from corpuslint.checkers.no_content.weights import WEIGHTS
from corpuslint.engine import RuleSet, check_text


def found(rule: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.kind, finding.matches) for finding in check_text(text, RuleSet((builtin_rule(rule),)))]


@pytest.mark.parametrize(("text", "expected"), [
    ("", ["empty"]), (" 1 2 3 ", ["empty"]), ("abc", []),
    ("Please enable JavaScript", ["wall"]), ("Please enable JavaScript " + "to read the whole long text of this page " * 2, []),
    ("word " * 30 + "\nPlease enable JavaScript", ["wall"]), ("word " * 50 + "\nPlease enable JavaScript", []), (" " * 400 + "Yes.", []),
    ("404 Not Found\n\nnginx", ["missing"]), ("页面不存在", ["missing"]),
    ("Forgot password?\nRemember me", ["login"]), ("Remember me\nRemember me", []),
    ("The ferry was late…\nRead more", ["teaser"]), ("The ferry was late.\nRead more", []), ("The ferry was late…\nRead more\n" + "It came at noon. " * 5, []),
    ("Page not found\n" + "word " * WEIGHTS.short, []), ("Page not found\n" + "word " * (WEIGHTS.short - 3), ["missing"]),
])
def test_documents_without_a_text(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in found("no-content", text)] == expected

