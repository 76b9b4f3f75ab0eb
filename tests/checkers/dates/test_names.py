"""Names of months and weekdays, in the document's language or in most."""

from __future__ import annotations

import pytest

from corpuslint.checkers.dates.names import ends_weekday, fold_name, lookup


def test_names_are_folded() -> None:
    assert fold_name("Févr.") == "fevr"
    assert fold_name("KASIM") == fold_name("kasım")
    assert fold_name("Jul\u00adi") == "juli"


@pytest.mark.parametrize(
    ("word", "kinds", "language", "expected"),
    [
        ("Nov.", "m", "en", "m11"),
        ("nov", "m", "en", "m11"),
        ("November", "d", "en", ""),
        ("Monday", "d", "en", "d1"),
        ("Monday", "mph", "en", ""),
        ("ثور", "p", "fa", "p2"),
        ("رمضان", "h", "ar", "h9"),
        ("listopada", "m", "pl", "m11"),
        ("listopada", "m", "hr", "m10"),
        ("mai", "m", "de", "m5"),
        ("mai", "m", "en", ""),  # a short word without a capital, of another language
        ("Mai", "m", "en", "m5"),
        ("mai", "m", "und", "m5"),
        ("mayo", "m", "en", ""),
        ("marzo", "m", "en", "m3"),  # a longer one counts
        ("май", "m", "en", "m5"),  # no ASCII
        ("Mayısta", "m", "tr", "m5"),  # case endings, in languages that have them
        ("Mayısta", "m", "en", ""),
        ("наурызында", "m", "kk", "m3"),
        ("martxoaren", "m", "eu", "m3"),
        ("Ekimde", "m", "tr", "m10"),
        ("Marx", "m", "tr", ""),  # no shorter stem than four letters
        ("xyz", "mphd", "en", ""),
    ],
)
def test_lookup(word: str, kinds: str, language: str, expected: str) -> None:
    name = lookup(word, kinds, language)
    assert (f"{name.kind}{name.number}" if name else "") == expected


@pytest.mark.parametrize(
    ("word", "ends"),
    [("Monday", True), ("feira", True), ("Ba", True), ("Tag", False), ("พุธที่", True), ("ที่", False), ("ก็ที่", False), ("monที่", False)],
)
def test_ends_weekday(word: str, ends: bool) -> None:
    assert ends_weekday(word) is ends
