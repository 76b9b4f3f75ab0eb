"""What stands where a text should."""

from __future__ import annotations

import pytest

from corpuslint.card import builtin_rule
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document, check_text


def found(rule: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.kind, finding.matches) for finding in check_text(text, RuleSet((builtin_rule(rule),)))]


@pytest.mark.parametrize(("path", "count"), [("a.md", 0), ("a.HTML", 0), ("a.txt", 1)])
def test_a_file_of_markup_has_it(path: str, count: int) -> None:
    result = check_document(Document.from_text("One<br/>two", id=path), RuleSet((builtin_rule("markup-remnant"),)))
    assert len(result.findings) == count


def test_tags_can_be_taken_out() -> None:
    (finding,) = check_text("One <b>two</b>.", RuleSet((builtin_rule("markup-remnant"),)))
    assert finding.fix is not None and finding.fix.safety == "unsafe"
    assert [(edit.start, edit.end, edit.replacement) for edit in finding.fix.edits] == [(4, 7, ""), (10, 14, "")]


@pytest.mark.parametrize(("text", "expected"), [
    ("At [email\u00a0protected] or [email protected]", [("address", ("[email\u00a0protected]", "[email protected]"))]),
    ("The <UNK> of [REDACTED] and |||IP_ADDRESS|||", [("anonymised", ("<UNK>", "[REDACTED]", "|||IP_ADDRESS|||"))]),
    ("Text\nTODO: more\nThe todo list", [("unfinished", ("TODO:",))]),
    ("TODO EL MUNDO\nTODO\nTODO:", []), ("TBD\nTBD Media\nFIXME: x", [("unfinished", ("TBD", "FIXME:"))]),
    ("The list TODO says so", []),
    ("Size: NaN\nBy: null pointer", [("value", ("NaN",))]),
    ("Title\n\nAs an AI language model, I cannot say.", [("assistant", ("As an AI language model",))]),
    ("It said that as an AI language model it cannot say.", []),
    ("I cannot fulfil this request.", [("assistant", ("I cannot fulfil this request",))]),
    ("I cannot fulfil my duties. I'm sorry, but I cannot stay. More is to be announced soon.", []),
    ('"As an AI language model"', []),
    ("OpenAI trained it. As an AI language model, it cannot say.", []),
    ("lorem ipsum dolor sit amet", [("filler", ("lorem ipsum dolor sit amet",))]),
])
def test_placeholders(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found("placeholder", text) == expected
