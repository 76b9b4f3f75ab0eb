"""Edits are applied together or not at all, and a file's other bytes come back as they were."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.document import Document, Position, Span
from corpuslint.finding import Edit, Finding, Fix, Safety, Severity
from corpuslint.fixes.fixer import Fixed, apply_edits, choose, encode, fix_text
from corpuslint.fixes.places import Edited, before, composed, now


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


def test_of_fixes_that_fight_none_is_made() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(0, 1, "b" if text[0] == "a" else "a"), *([finding(2, 3, "z")] if text[2] == "c" else [])]

    fixed = fix_text("a-c", check, ("safe",))
    assert (fixed.text, [f.span for f in fixed.applied]) == ("a-z", [(2, 3)])
    assert [f.span for f in fixed.withheld] == [(0, 1)]
    assert fix_text(fixed.text, check, ("safe",)).text == fixed.text
    assert fix_text("", lambda _: [], ("safe",)) == Fixed("", ())


def test_a_fix_without_end_is_not_made() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(0, 0, "x")]

    assert fix_text("a", check, ("safe",))[:2] == ("a", ())


def test_a_fix_that_makes_a_finding_is_not_made() -> None:
    def check(text: str) -> list[Finding]:
        found = [finding(at, at + 1, "") for at, char in enumerate(text) if char == "*"]
        at = text.find("bad")
        return found + ([finding(at, at + 3, "x", "display")] if at >= 0 else [])

    fixed = fix_text("b*ad go*od b*d", check, ("safe",))
    assert (fixed.text, len(fixed.applied), [f.span for f in fixed.withheld]) == ("b*ad good bd", 2, [(1, 2)])
    assert fix_text(fixed.text, check, ("safe",)).text == fixed.text
    assert fix_text("bad b*d", check, ("safe",)).text == "bad bd"  # it was there before


def test_what_only_a_repaired_text_says_is_its_own() -> None:
    def check(text: str, safety: Safety) -> list[Finding]:
        found = [finding(at, at + 1, "", safety) for at, char in enumerate(text) if char == "*"]
        at = text.find("bad")
        return found + ([finding(at, at + 3, "x", "display")._replace(rule="embedded-spam")] if at >= 0 else [])

    assert fix_text("b*ad", lambda text: check(text, "safe"), ("safe",)).text == "bad"
    assert fix_text("b*ad", lambda text: check(text, "unsafe"), ("safe", "unsafe")).text == "b*ad"


def test_a_fix_in_an_accepted_place_is_never_made_also_where_an_edit_moved_it() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(at, at + 1, "++" if text[0] == "*" else "") for at, char in enumerate(text) if char == "*"]

    fixed = fix_text("*a*b*", check, ("safe",), [Span(2, 3)])
    assert fixed.text == "++a*b++"
    assert [f.span for f in fixed.applied] == [(0, 1), (4, 5)]
    assert fixed.withheld == ()


def test_an_edit_that_would_wake_an_accepted_finding_is_not_made() -> None:
    def check(text: str) -> list[Finding]:
        found = [finding(at, at + 1, "") for at, char in enumerate(text) if char == "*"]
        return found + ([finding(2, 3, "", "display")] if text[0] != "*" else [])

    assert fix_text(f"*ax{'y' * 50}*", check, ("safe",), [Span(2, 3)]).text == f"*ax{'y' * 50}"


def test_bytes_that_do_not_decode_are_not_brought_together() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(at, at + 1, "") for at, char in enumerate(text) if char == "*"]

    assert fix_text("\udcc3*\udca9 a*b", check, ("safe",)).text == "\udcc3*\udca9 ab"


def test_more_fixes_than_one_round_finds() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(at, at + 1, "") for at, char in enumerate(text) if char == "*"][:1000]

    assert fix_text("a*" * 4_000, check, ("safe",)).text == "a" * 4_000


@given(st.text("ab*", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4), st.text("xy", max_size=3)), max_size=6))
def test_places_lead_from_the_text_as_it_was_to_the_text_as_it_is(text: str, wanted: list[tuple[int, int, str]]) -> None:
    places: list[Edited] = []
    after = text
    for start, length, replacement in wanted:
        start = min(start, len(after))
        edit = Edit(start, min(len(after), start + length), replacement)
        after = apply_edits(after, [edit])
        places, _ = composed(places, [(edit, True)])
    rebuilt = apply_edits(text, [Edit(*place.before, after[place.now.start : place.now.end]) for place in places])
    assert rebuilt == after
    for place in places:
        assert now(place.before, places) == place.now or place.before.start == place.before.end
        assert before(place.now, places) == place.before or place.now.start == place.now.end


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
