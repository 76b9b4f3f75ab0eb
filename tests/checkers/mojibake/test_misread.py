"""Lines decoded wrongly, in a document: what explains one is believed of the others."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.misread import misread as damages
from corpuslint.document import Document
from tests.checkers.mojibake.texts import CZECH, FRENCH, RUSSIAN, misread


def told(text: str, language: str) -> list[tuple[str, str, str | None, str]]:
    """Kind, match, repair and code page."""
    document = Document.from_text(text, metadata={"language": language})
    found = sorted(damages(document, frozenset(c for c in text if c > "\x7f")), key=lambda damage: damage.start)
    return [(d.kind, text[d.start : d.end], d.repair, d.read) for d in found]


def test_a_line_that_says_little_is_read_as_its_neighbours_are() -> None:
    assert told("a Â· b", "en") == []
    assert told("The cafÃ© is open.\na Â· b", "en") == [("utf8-misread", "Ã©", "é", "cp1252"), ("utf8-misread", "Â·", "·", "cp1252")]


def test_a_swap_is_believed_of_lines_that_are_not_odd() -> None:
    damaged = misread(CZECH, "cp1250", "cp1252")
    assert told("dnes øe", "cs") == []
    assert told(f"{damaged}\ndnes øe", "cs")[-1] == ("legacy-swap", "ø", "ř", "cp1252")


def test_lossy_stretches_have_a_repair_only_where_it_is_sure() -> None:
    assert told("â€œCome in,â€\ufffd she said", "en") == [("utf8-misread", "â€œ", "“", "cp1252"), ("lossy", "â€\ufffd", None, "cp1252")]
    assert told("la cafÃ© e la cittÃ  nuova", "it")[-1] == ("lossy", "Ã ", "à", "cp1252")


def test_layers_make_it_double() -> None:
    damaged = misread(misread("It was the gardener’s.", "utf-8", "cp1252"), "utf-8", "cp1252")
    assert told(damaged, "en") == [("double", "Ã¢â‚¬â„¢", "’", "cp1252, then cp1252")]


def test_each_line_may_have_its_own_code_page() -> None:
    text = f"{misread(FRENCH, 'utf-8', 'cp1252')}\n{misread(RUSSIAN, 'utf-8', 'cp1251')}"
    assert {read for _, _, _, read in told(text, "fr")} == {"cp1252", "cp1251"}


def test_controls_alone_are_told_as_controls() -> None:
    found = told("Er sagte \x84ja\x93 und ging nach Hause, \x84so\x93 war es.", "de")
    assert {kind for kind, _, _, _ in found} <= {"c1-control"}


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CZECH])
def test_sound_lines_are_left_alone(text: str) -> None:
    assert told(text, "en") == []
