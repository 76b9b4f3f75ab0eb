"""The code pages, and what turns one into another."""

from __future__ import annotations

import re

import pytest

from corpuslint.checkers.mojibake.codecs import (
    MULTI,
    SINGLE,
    char_class,
    characters,
    decoded,
    decoder,
    encoder,
    interesting,
    shown,
    swap,
    table,
    to_bytes,
)


@pytest.mark.parametrize("codec", SINGLE)
def test_a_code_page_has_a_character_for_each_byte(codec: str) -> None:
    assert len(table(codec)) == 256
    assert table(codec)[:128] == bytes(range(128)).decode("ascii")
    assert decoded(bytes(range(256)), codec) == table(codec)
    assert min(encoder(codec).values()) >= 0x80
    assert sorted(decoder(codec)) == list(range(0x80, 0x100))


def test_tables_are_those_of_the_sloppy_codecs_of_ftfy() -> None:
    import ftfy.bad_codecs

    ftfy.bad_codecs.ok()
    high = bytes(range(0x80, 0x100))
    for page in (*(f"cp125{digit}" for digit in range(9)), "cp874", "iso8859-3", "iso8859-6", "iso8859-7", "iso8859-8"):
        name = page.replace("cp125", "windows-125").replace("iso8859", "iso-8859")
        assert decoded(high, page) == high.decode(f"sloppy-{name}"), page


def test_a_hole_is_the_control_of_its_number() -> None:
    assert table("cp1252")[0x81] == "\x81"
    assert table("cp1252")[0x80] == "€"
    assert encoder("cp1252")[0x81] == 0x81


def test_both_readings_of_the_bytes_of_controls_are_known_of_windows_pages_alone() -> None:
    assert encoder("cp1250")[0x80] == encoder("cp1250")[ord("€")] == 0x80
    assert 0x80 not in encoder("koi8-r")
    assert encoder("cp1250")[0x9F] == 0x9F
    assert encoder("cp1250")[0xA0] == 0xA0


def test_a_swap_names_what_it_changes() -> None:
    changes = swap("cp1252", "cp1250")
    assert changes[ord("ø")] == "ř"
    assert ord("á") not in changes
    assert all(chr(point) != meant for point, meant in changes.items())


@pytest.mark.parametrize(
    ("text", "codec", "data"),
    [
        ("café", "cp1252", b"caf\xe9"), ("č", "cp1252", None), ("č", "cp1250", b"\xe8"), ("鈥", "gb18030", b"\xe2\x80"), ("é", "big5hkscs", b"\x88\x6d"),
        ("a鈥b", "gb18030", b"a\xe2\x80b"), ("ü", "cp932", None), ("\U0001f600", "gb18030", None), ("aé", "gb18030", b"a\xa8\xa6"), ("ñ", "gb18030", None),
    ],
)
def test_the_bytes_that_a_text_was_made_of(text: str, codec: str, data: bytes | None) -> None:
    assert to_bytes(text, codec) == data


def test_names_are_those_that_people_know() -> None:
    assert [shown(codec) for codec in ("latin-1", "gb18030", "utf-16")] == ["ISO-8859-1", "GBK", "UTF-16"]
    assert not SINGLE.keys() & MULTI.keys()


def test_characters_of_code_pages() -> None:
    assert "é" in characters("cp1252")
    assert "a" not in characters("cp1252")
    assert {"é", "ж", "ψ", "░"} <= interesting()
    assert "漢" not in interesting()


def test_a_class_holds_what_the_bytes_are_read_as() -> None:
    pattern = re.compile(char_class("cp1252", 0xC2, 0xC3))
    assert pattern.findall("ÁÂÃÄ") == ["Â", "Ã"]
    assert re.compile(char_class("cp1252", 0x80, 0x80)).findall("€\x80\x81") == ["€", "\x80"]
