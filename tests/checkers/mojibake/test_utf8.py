"""UTF-8 read as something else: it is given back, and the finding says what was read as what."""

from __future__ import annotations

import pytest

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
