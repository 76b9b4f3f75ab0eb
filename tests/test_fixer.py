"""Edits are applied together or not at all, and a file's other bytes come back as they were."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.document import Document, Position
from corpuslint.finding import Edit, Finding, Fix, Safety, Severity
from corpuslint.fixer import Fixed, apply_edits, choose, encode, fix_text


def finding(start: int, end: int, replacement: str, safety: Safety = "safe") -> Finding:
    fix = Fix("repair", (Edit(start, end, replacement),), safety)
    return Finding("mojibake", "k", Severity.ERROR, "d", None, Position(1, start + 1, start), Position(1, end + 1, end), "m", "x", fix=fix)


def test_edits_are_applied_by_their_old_offsets() -> None:
    assert apply_edits("abcdef", [Edit(4, 5, "E!"), Edit(0, 1, ""), Edit(2, 2, "-")]) == "b-cdE!f"


def test_of_overlapping_fixes_the_first_is_taken() -> None:
    first, second, third = finding(0, 4, "x"), finding(3, 6, "y"), finding(6, 7, "z")
    assert choose([first, second, third], ("safe",)) == [first, third]


def test_only_allowed_safeties_are_applied() -> None:
    found = [finding(0, 1, "x", "unsafe"), finding(2, 3, "y", "display")]
    assert choose(found, ("safe",)) == []
    assert choose(found, ("safe", "unsafe")) == found[:1]


def test_fixing_goes_on_until_nothing_is_left() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(0, 2, "a")] if text.startswith("aa") else []

    assert fix_text("aaaab", check, ("safe",)).text == "ab"


def test_fixes_that_fight_end() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(0, 1, "b" if text[0] == "a" else "a")]

    assert len(fix_text("a", check, ("safe",)).applied) == 10
    assert fix_text("", lambda _: [], ("safe",)) == Fixed("", ())


@pytest.mark.parametrize("data", [
    b"plain\r\ntext\xff\r", codecs.BOM_UTF8 + b"a", codecs.BOM_UTF16_LE + "h\u00e9".encode("utf-16-le"),
    "plain text of utf-16".encode("utf-16-be"), codecs.BOM_UTF32_LE + "a".encode("utf-32-le"),
])
def test_what_no_edit_names_comes_back_byte_for_byte(data: bytes) -> None:
    document = Document.from_bytes(data, path="x")
    assert encode(document.text, document, data) == data


def test_a_text_that_was_read_with_loss_is_not_written() -> None:
    data = codecs.BOM_UTF16_LE + b"a\x00\x00\xd8"  # ends in half a surrogate pair
    assert encode("fixed", Document.from_bytes(data, path="x"), data) is None


@given(st.binary(max_size=200))
def test_encoding_is_the_inverse_of_decoding_or_refused(data: bytes) -> None:
    document = Document.from_bytes(data, path="x")
    assert encode(document.text, document, data) in (data, None)
