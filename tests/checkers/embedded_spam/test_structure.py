"""The shape of a stretch, one feature at a time."""

from __future__ import annotations

import pytest

from corpuslint.checkers.embedded_spam.structure import shape


@pytest.mark.parametrize(("text", "words"), [("one two-three 4", 2), ("", 0), ("在线赌场平台", 2), ("在线赌场平", 1)])
def test_units_of_a_stretch(text: str, words: int) -> None:
    assert shape(text, "en").words == words


@pytest.mark.parametrize(("text", "ended", "titled"), [("Buy.", True, True), ("buy!", False, False), (" buy. ", True, False), ("В", False, True)])
def test_how_it_begins_and_ends(text: str, ended: bool, titled: bool) -> None:
    form = shape(text, "en")
    assert (form.ended, form.titled) == (ended, titled)


@pytest.mark.parametrize(("text", "contact"), [("@abcd", True), ("@abc", False), ("1234567890", True), ("123456789", False), ("a.xyz", True), ("a.b", False)])
def test_a_contact(text: str, contact: bool) -> None:
    assert shape(text, "en").contact is contact
