"""Nothing that a document holds reaches a terminal, a log or a report unseen, and JSON loses nothing by it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.outputs.sanitize import dump_json, line, visible

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)  # lone surrogates included


@pytest.mark.parametrize(("text", "shown"), [
    ("a\x1b[31mb", "a\\x1b[31mb"),
    ("a\x9b31mb", "a\\x9b31mb"),
    ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
    ("abc\u202edef", "abc\\u202edef"),
    ("a\u2028b", "a\\u2028b"),
    ("a\udcffb", "a\\xffb"),
    ("a\ud800b", "a\\ud800b"),
    ("a\U000e0041b", "a\\U000e0041b"),
    ("x ##[error]y", "x ##\\x5berror]y"),
    ("می‌خواهم", "می‌خواهم"),
    ("é ß 漢 🙂", "é ß 漢 🙂"),
])
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_line_begins_no_workflow_command() -> None:
    assert line("::error::x") == "\\x3a:error::x"
    assert line("  ::add-mask::x") == "  \\x3a:add-mask::x"
    assert line("a ::error::x") == "a ::error::x"


@given(ANY)
def test_visible_text_is_one_line_of_printable_characters(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert "##[" not in shown
    assert visible(shown) == shown
    shown.encode()


@given(st.dictionaries(ANY, st.one_of(ANY, st.lists(ANY), st.none(), st.integers()), max_size=4), st.sampled_from([None, 2]))
def test_json_is_clean_and_gives_the_same_value_back(value: dict[str, object], indent: int | None) -> None:
    text = dump_json(value, indent=indent)
    assert json.loads(text) == json.loads(json.dumps(value))
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text if c != "\n")
    assert "##[" not in text
    text.encode()
