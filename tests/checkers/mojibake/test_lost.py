"""Letters that are gone, and characters that no text has."""

from __future__ import annotations

import pytest

from corpuslint.finding import Finding
from tests.checkers.mojibake.texts import found


def told(text: str, **metadata: str) -> list[tuple[str, str, str | None]]:
    """Kind, match and repair."""
    return [(f.kind, f.match, repair(f)) for f in found(text, **metadata)]


def repair(finding: Finding) -> str | None:
    return finding.fix.edits[0].replacement if finding.fix else None


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("a \ufffd b", "\ufffd"), ("mang\ufffd\ufffd", "\ufffd\ufffd"), ("l\ufffd?t", "\ufffd?"), ("l\ufffd? t", "\ufffd"), ("U+FFFD: mang\ufffd", "\ufffd"),
        ("U+FFFD: \ufffdmange", "\ufffd"), ("U+FFFD \ufffd\ufffd", "\ufffd\ufffd"),
    ],
)
def test_the_replacement_character(text: str, match: str) -> None:
    assert told(text) == [("replacement", match, None)]


def test_a_text_may_show_the_replacement_character_that_it_names() -> None:
    assert told("The replacement character (U+FFFD) is \ufffd here.") == []


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("说 锟斤拷锟斤拷 了", "锟斤拷锟斤拷"), ("烫烫烫", "烫烫烫"), ("屯屯屯屯", "屯屯屯屯"), ("锟界拷", "锟界拷"), ("说 斤拷锟斤拷", "斤拷锟斤拷"),
    ],
)
def test_what_was_replaced_and_misread(text: str, match: str) -> None:
    assert told(text) == [("kunjinkao", match, None)]


@pytest.mark.parametrize("text", ["烫烫", "屯屯屯", "一斤拷问"])
def test_words_of_these_characters(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "match", "repaired"),
    [
        ("\uf0b7 one", "\uf0b7", "•"), ("\uf041\uf062", "\uf041\uf062", "Ab"), ("\uf020x", "\uf020", " "), ("\uf07ex", "\uf07e", "~"), ("\uf07fx", "\uf07f", None),
        ("\uf01fx", "\uf01f", None), ("\uf0b2", "\uf0b2", "“"), ("\uf0b7\ue000", "\uf0b7\ue000", None), ("\U000f0000", "\U000f0000", None),
        ("\uf06e one", "\uf06e", None),  # a bullet of Wingdings
    ],
)
def test_private_use(text: str, match: str, repaired: str | None) -> None:
    assert told(text)[0] == ("private-use", match, repaired)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("of\ufb01ce", [("presentation-form", "\ufb01", "fi")]), ("\ufb02oor", [("presentation-form", "\ufb02", "fl")]), ("\ufb01 \ufb02", []),
        ("\ufef3\ufee0", [("presentation-form", "\ufef3\ufee0", "يل")]), ("\ufef3", []), ("ﷺ", []),
    ],
)
def test_glyph_forms(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "match", "repaired"),
    [
        ("a\x00 b", "\x00", ""), ("a \x00b", "\x00", ""), ("a\x00b", "\x00", None), ("\x01\x02", "\x01\x02", ""), ("1\x7f2", "\x7f", ""), ("\x08", "\x08", ""),
        ("\x0b", "\x0b", ""), ("\x0e", "\x0e", ""), ("\x1f", "\x1f", ""),
    ],
)
def test_controls(text: str, match: str, repaired: str | None) -> None:
    assert told(text) == [("control", match, repaired)]


@pytest.mark.parametrize("text", ["a\tb", "a\nb", "a\r\nb", "a\fb"])
def test_white_space_is_no_control(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["a\ud800b", "a\udd00b", "a\ufdd0b", "\uffff"])
def test_what_is_no_character(text: str) -> None:
    assert [kind for kind, _, _ in told(text)] == ["undecodable"]


@pytest.mark.parametrize(
    ("text", "safeties"), [("a\x92s and \x95 one", ["unsafe"]), ("\x95 one\n\x95 two", ["display", "display"]), ("caf\x92 \x95", ["unsafe"])]
)
def test_controls_of_cp1252_may_be_put_right_where_one_touches_a_letter(text: str, safeties: list[str]) -> None:
    assert [f.fix.safety for f in found(text) if f.fix and f.kind == "c1-control"] == safeties


def test_a_byte_that_the_code_page_leaves_empty_has_no_repair() -> None:
    assert told("a\x8fb")[0] == ("c1-control", "\x8f", None)
