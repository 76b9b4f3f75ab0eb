"""What a transport left behind: entities, escapes, transport encodings, byte order marks."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.leftovers import residue
from tests.checkers.mojibake.texts import found


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Kind, match and repair."""
    return [(f.kind, f.match, f.fix.edits[0].replacement if f.fix else None) for f in found(text)]


@pytest.mark.parametrize(
    ("text", "kind", "match", "repair"),
    [
        ("A \ufeffB", "bom", "\ufeff", ""),
        ("A ï»¿B", "bom", "ï»¿", ""),
        ("Er sagt, die T&uuml;r ist zu.", "entity", "&uuml;", "ü"),
        ("fish &amp;amp; chips", "entity", "&amp;amp;", "&"),
        ("fish &amp;amp;amp;amp;amp; chips", "entity", "&amp;amp;amp;amp;amp;", None),
        ("Das Haus and#8211; so sagt man.", "entity", "and#8211;", "–"),
        ("It #39;s", "entity", "#39;", "'"),
        ("a&nbsp b", "entity", "&nbsp", "\u00a0"),
        ("T&EACUTE;L&EACUTE;", "entity", "&EACUTE;L&EACUTE;", "ÉLÉ"),
        (r"na\u00efve", "escape", r"\u00ef", "ï"),
        (r"\ud83d\ude0d", "escape", r"\ud83d\ude0d", "😍"),
        (r"a \U0001f60d b", "escape", r"\U0001f60d", "😍"),
        (r"a \u{e9} b", "escape", r"\u{e9}", "é"),
        ("caf%u00e9", "escape", "%u00e9", "é"),
        (r"caf\xc3\xa9 culture", "escape", r"\xc3\xa9", "é"),
        (r"caf\303\251 culture", "escape", r"\303\251", "é"),
        (r"it\x92s", "escape", r"\x92", "’"),
        (r"it\x91s", "escape", r"\x91", "‘"),
        ("caf%C3%A9 culture", "escape", "%C3%A9", "é"),
        ("caf=C3=A9 culture", "quoted-printable", "=C3=A9", "é"),
        ("caf+AOk- culture", "utf7", "+AOk-", "é"),
        ("f+AOkA6g-", "utf7", "+AOkA6g-", "éê"),
        ("+AOkA6gDr-", "utf7", "+AOkA6gDr-", "éêë"),
    ],
)
def test_leftovers(text: str, kind: str, match: str, repair: str | None) -> None:
    expected = [] if repair is None else [(kind, match, repair)]
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "&FLAG; &AND;", "x = &buffer;", r"\ud83d alone", r"\x90", r"\x41\x42", r"\303 alone", r"\U00110000", "100%25%20", "a%C3%28b", "port=80=90", "a=FFb",
        "AOk- ", "1+AOk-", "+AOkA-", "+AOl-", "+Zm8-", "+4E0-", "+AGEA6Q-",
    ],
)
def test_what_is_no_leftover(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("tags", "kinds"), [(2, ["entity"]), (3, [])])
def test_entities_are_right_in_the_source_of_a_page(tags: int, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in told("<p>T&uuml;r" + "</p>" * tags)] == kinds


@pytest.mark.parametrize(("text", "safety"), [("a&nbsp;caf&eacute;", "safe"), ("fish &amp; chips", "unsafe"), ("&lt;b", "unsafe")])
def test_an_entity_of_markup_is_not_simply_undone(text: str, safety: str) -> None:
    assert {damage.safety for damage in residue(text)} == {safety}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (r'print("\u2019")', []), (r"'\u2019' = x", ["escape"]), (r"x = '\u2019'", []), ("curl \\u2019", []), ("a\ncurl x\n\\u2019", ["escape"]),
        ('f("' + "x" * 117 + r"\u2019", []), ('f("' + "x" * 118 + r"\u2019", ["escape"]), (r"\u2019;", []), (r"\u2019" + "x" * 58 + ";", []), (r"\u2019" + "x" * 60 + ";", ["escape"]),
    ],
)
def test_an_escape_in_source_code_is_meant(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in told(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("x.org/caf%C3%A9", []), ("q=caf%C3%A9", []), ("a b: caf%C3%A9", ["escape"]), ("a/b caf%C3%A9", ["escape"]), ("a/b\ncaf%C3%A9", ["escape"]),
        ("/" + "a" * 199 + "%C3%A9", []), ("/" + "a" * 200 + "%C3%A9", ["escape"]), ("q=a:caf%C3%A9", []),
    ],
)
def test_percent_encoding_in_an_address_is_right(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in told(text)] == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gr=FCn", []), ("Gr=FCn und sch=F6n", [("=FC", "ü"), ("=F6", "ö")]), ("Gr=FCN sch=F6N", []), ("=93So=94 sagt man.", [("=93", "“"), ("=94", "”")]), ("delete=FAST a=FAST", []),
        ("Gr=C3=BCn =\nab", [("=C3=BC", "ü"), ("=", "")]), ("Gr=C3=BCn=3D", [("=C3=BC", "ü"), ("=3D", "=")]), ("Gr=C3=BCn=20\n", [("=C3=BC", "ü"), ("=20", " ")]), ("Gr=C3=BCn=20x", [("=C3=BC", "ü")]),
        ("a=96 b a=96 c", [("=96", "–"), ("=96", "–")]), ("a=96 5=965", []), ("Gr=FC=FC=FCn sch=F6=F6=F6n", []), ("=FCber =F6de", [("=FC", "ü"), ("=F6", "ö")]),
    ],
)
def test_quoted_printable(text: str, expected: list[tuple[str, str]]) -> None:
    made = sorted(damage for damage in residue(text) if damage.kind == "quoted-printable")
    assert [(text[damage.start : damage.end], damage.repair) for damage in made] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeffA", []), ("a\n\ufeffB", [("\ufeff", "safe")]), ("a\r\ufeffB", [("\ufeff", "safe")]), ("a\ufeffB", [("\ufeff", "unsafe")]), ("ï»¿A", [("ï»¿", "safe")]),
        ("ÿþA b", [("ÿþ", "unsafe")]), ("þÿA", [("þÿ", "unsafe")]), ("a ÿþ", []), ("锘\ufffdA", [("锘\ufffd", "unsafe")]), ("a\n锘?B", [("锘?", "unsafe")]), ("a锘?B", []),
    ],
)
def test_byte_order_marks(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.match, f.fix.safety) for f in found(text) if f.fix and f.kind == "bom"] == expected


def test_a_mark_that_took_a_letter_with_it_gives_it_back() -> None:
    assert told("\n锘縜ll of them") == [("bom", "锘縜", "a")]
    assert [kind for kind, _, _ in told("x锘縜ll of them")] != ["bom"]
