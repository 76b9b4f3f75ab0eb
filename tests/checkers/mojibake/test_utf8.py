"""UTF-8 read as something else: it is given back, and the finding says what was read as what."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.utf8 import MAX_LAYERS, read_line, read_line_as
from tests.checkers.mojibake.texts import CZECH, FRENCH, RUSSIAN, TURKISH, found, misread, repaired


@pytest.mark.parametrize("read", ["cp1252", "latin-1", "cp1250", "cp1251", "cp1254", "mac-roman", "cp437", "cp850", "cp866", "koi8-r"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CZECH, TURKISH], ids=["fr", "ru", "cs", "tr"])
def test_utf8_read_as_a_single_byte_code_page_is_given_back(text: str, read: str) -> None:
    damaged = misread(text, "utf-8", read)
    assert repaired(damaged, found(damaged)) == text


def test_the_finding_says_what_was_read_as_what() -> None:
    [finding] = found("She liked the cafÃ© best.")
    assert (finding.span, finding.kind) == ((17, 19), "utf8-misread")
    assert finding.evidence == {"read": "cp1252", "true": "UTF-8", "repair": "é"}
    assert finding.fix is not None and finding.fix.safety == "safe"


def test_layers_are_named_from_the_inside_out() -> None:
    damaged = misread(misread("It was the gardener’s.", "utf-8", "cp1252"), "utf-8", "cp1251")
    [finding] = found(damaged)
    assert (finding.kind, finding.evidence["read"]) == ("double", "cp1252, then cp1251")
    assert repaired(damaged, [finding]) == "It was the gardener’s."


def read(line: str, language: str) -> list[tuple[int, int, str, tuple[str, ...], bool]] | None:
    reading = read_line(line, [word for word in line.split() if not word.isascii()], language)
    return reading and [tuple(stretch) for stretch in reading.stretches]


W, L = ("cp1252",), ("gb18030",)


@pytest.mark.parametrize(
    ("line", "language", "stretches"),
    [
        ("The cafÃ© is open", "en", [(7, 9, "é", W, False)]),
        ("â€œCome in,â€\ufffd she said", "en", [(0, 3, "“", W, False), (11, 14, "”", W, True)]),
        ("Come in,â€? he said", "en", [(8, 11, "”", W, True)]),
        ("â€ she", "en", [(0, 2, "”", W, True)]),
        ("aâ€b itâ€™s", "en", [(1, 3, "”", W, True), (7, 10, "’", W, False)]),
        ("aâ€b", "en", None),
        ("la cafÃ© citÃ  nuova", "it", [(6, 8, "é", W, False), (12, 14, "à", W, True)]),
        ("cittÃ  e cafÃ©", "it", [(4, 6, "à", W, True), (12, 14, "é", W, False)]),
        ("cittÃ ", "it", [(4, 5, "à", W, True)]),
        ("CittÃ?", "it", None),
        ("cafÃ© cittÃ? x", "it", [(3, 5, "é", W, False), (10, 12, "à", W, True)]),
        ("Nobody knew the gardenerÃ¢â‚¬â„¢s name", "en", [(24, 32, "’", ("cp1252", "cp1252"), False)]),
        ("cafã© culture and more ã©lã¨ve", "fr", [(3, 5, "é", W, True), (23, 25, "é", W, True), (26, 28, "è", W, True)]),
        ("The harbour鈥檚 master", "en", [(11, 13, "’s", L, False)]),
        ("The harbour鈥? master", "en", [(11, 13, "”", L, True)]),
        ("He said 鈥淐ome鈥?and left", "en", [(8, 10, "“C", L, False), (13, 15, "— ", L, True)]),
        ("a鈥攂", "en", [(1, 3, "—b", L, False)]),
        ("menГєs", "es", [(3, 5, "ú", ("cp1251",), False)]),
        ("I love it \u00ed\u00a0\u00bd\u00ed\u00b8\u008d so much.", "en", [(10, 16, "😍", W, False)]),
        ("„Ö“ und „Ä“", "de", None),
        ("CAFÉ™ and", "fr", None),
        ("√π/2", "en", None),
        ("plain", "en", None),
    ],
)
def test_a_line_is_read_by_the_stretch(line: str, language: str, stretches: list[tuple[int, int, str, tuple[str, ...], bool]] | None) -> None:
    assert read(line, language) == stretches


def test_a_proved_code_page_needs_less() -> None:
    line = "Brontë, cafÃ©"
    assert read_line_as("oÃ©", "cp1252", "en") is not None
    assert read_line_as(line, "koi8-r", "en") is None
    assert read_line_as("harbour鈥檚", "gb18030", "en") is not None


@pytest.mark.parametrize("rounds", [1, 2, 3, 4])
def test_layers_are_undone_one_by_one(rounds: int) -> None:
    line = "café"
    for _ in range(rounds):
        line = misread(line, "utf-8", "cp1252")
    assert read(line, "en") == [(3, len(line), "é", W * rounds, False)]


def test_no_more_layers_than_anybody_makes_are_undone() -> None:
    line = "é"
    for _ in range(MAX_LAYERS + 2):
        line = misread(line, "utf-8", "latin-1")
    reading = read_line_as(line, "latin-1", "en")
    assert reading is not None
    assert max(len(stretch.layers) for stretch in reading.stretches) == MAX_LAYERS
