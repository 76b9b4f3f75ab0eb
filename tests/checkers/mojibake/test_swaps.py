"""One legacy code page read as another."""

from __future__ import annotations

import pytest

from tests.checkers.mojibake.texts import (
    CHINESE,
    CZECH,
    FRENCH,
    GREEK,
    JAPANESE,
    RUSSIAN,
    TURKISH,
    found,
    misread,
    repaired,
)


@pytest.mark.parametrize(
    ("text", "language", "true", "read"),
    [
        (CZECH, "cs", "cp1250", "cp1252"), (CZECH, "cs", "iso8859-2", "latin-1"), (RUSSIAN, "ru", "cp1251", "cp1252"),
        (RUSSIAN, "ru", "koi8-r", "cp1251"), (RUSSIAN, "ru", "cp866", "cp1251"), (RUSSIAN, "ru", "koi8-r", "cp1252"),
        (TURKISH, "tr", "cp1254", "cp1252"), (GREEK, "el", "cp1253", "cp1252"), (FRENCH, "fr", "cp1252", "mac-roman"),
        (CHINESE, "zh", "gb18030", "latin-1"), (JAPANESE, "ja", "cp932", "cp1252"), (JAPANESE, "ja", "euc_jp", "latin-1"),
        (JAPANESE, "ja", "cp932", "gb18030"),
    ],
)
def test_swaps_of_legacy_code_pages_are_given_back(text: str, language: str, true: str, read: str) -> None:
    damaged = misread(text, true, read)
    findings = found(damaged, language=language)
    assert {finding.kind for finding in findings} == {"legacy-swap"}
    assert repaired(damaged, findings) == text
