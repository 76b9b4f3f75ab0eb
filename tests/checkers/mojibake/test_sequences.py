"""UTF-8 sequences as a code page shows them."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.codecs import SINGLE
from corpuslint.checkers.mojibake.sequences import curly, lone_leads, lossy_units, showing, units


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp1251", "mac-roman", "cp437"])
@pytest.mark.parametrize("meant", ["é", "ж", "߿", "ࠀ", "’", "漢", "😍", "\U0010ffff", "é’漢😍"])
def test_whole_sequences(meant: str, codec: str) -> None:
    from corpuslint.checkers.mojibake.codecs import decoded

    shown = decoded(meant.encode(), codec)
    assert [match[0] for match in units(codec).finditer(f"x{shown}x")] == [shown]


@pytest.mark.parametrize("text", ["Ã", "©", "â€", "ð\x9f\x98", "À©", "Á©", "õ\x9f\x98\x8d", "café"])
def test_what_is_no_whole_sequence(text: str) -> None:
    assert units("cp1252").search(text) is None


@pytest.mark.parametrize(
    ("text", "match", "group"),
    [
        ("â€?", "â€?", "curly"), ("â€\ufffd", "â€\ufffd", "curly"), ("â€x", "â€", "curly"), ("â€", "â€", "curly"), ("Ã?", "Ã?", "grave"), ("Ã\ufffd", "Ã\ufffd", "grave"),
        ("Â?", "Â?", None), ("ß?", "ß?", None), ("à¤?", "à¤?", None), ("ï¤\ufffd", "ï¤\ufffd", None),
    ],
)
def test_sequences_whose_end_is_lost(text: str, match: str, group: str | None) -> None:
    found = lossy_units("cp1252").search(f"a {text}")
    assert found is not None
    assert (found[0], found.lastgroup) == (match, group)


@pytest.mark.parametrize("text", ["â€™", "Ãx", "À?", "ð?", "à?", "Ã©"])
def test_what_has_not_lost_its_end(text: str) -> None:
    assert lossy_units("cp1252").search(text) is None


@pytest.mark.parametrize(("text", "match", "grave"), [("Ã x", "Ã", True), ("Ã  x", "Ã ", True), ("Ãx", "Ã", True), ("â x", "â", False)])
def test_leads_alone(text: str, match: str, grave: bool) -> None:
    found = lone_leads("cp1252").search(text)
    assert found is not None
    assert (found[0], found["grave"] is not None) == (match, grave)


def test_a_lead_before_its_second_byte_is_not_alone() -> None:
    assert lone_leads("cp1252").search("Ã© â€™") is None
    assert curly("cp1252").search("â€") is not None
    assert curly("cp1252").search("â‚¬") is None


@pytest.mark.parametrize(
    ("text", "line", "codecs"),
    [
        ("plain", None, []), ("¡Hola!", None, []), ("Ã", "Ã", ["cp1252", "latin-1", "cp1254"]), ("cafÃ", "cafÃ x", ["cp1252", "latin-1", "cp1254"]),
        ("cafÃ©", "x", []), ("Гв", "Гв", []),
    ],
)
def test_the_code_pages_that_show_a_sequence(text: str, line: str | None, codecs: list[str]) -> None:
    found = showing(text, line)
    assert found == [codec for codec in SINGLE if codec in found]
    assert [codec for codec in found if codec in ("cp1252", "latin-1", "cp1254", "cp1251", "koi8-r")] == codecs
