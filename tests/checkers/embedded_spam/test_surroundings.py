"""What the document says around an advertisement."""

from __future__ import annotations

import pytest

from corpuslint.checkers.embedded_spam.structure import repeated
from corpuslint.checkers.embedded_spam.surroundings import MAX_SUBJECT, Surroundings
from corpuslint.document import Document, Span


def around(text: str) -> Surroundings:
    return Surroundings(Document("a", text))


@pytest.mark.parametrize(("text", "start"), [("Comments\nx", 8), ("a\n12 Comments (3):\nx", 18), ("a\nComment:\nx", 12), ("a\nComment\nx", 9)])
def test_comments_begin_behind_their_heading(text: str, start: int) -> None:
    assert around(text).comments_start == start


def test_the_body_has_no_white_space_around_it() -> None:
    assert around(" \n a b \n").body == Span(3, 6)


@pytest.mark.parametrize(("text", "other"), [("a" * 91 + "я" * 9, True), ("a" * 90 + "я" * 10, False), ("я" * 10, False)])
def test_a_script_hardly_written_is_another(text: str, other: bool) -> None:
    assert around(text).is_other_script("CYRILLIC") is other


@pytest.mark.parametrize(("text", "words", "subject"), [
    ("loan loan", "loan", True), ("loan", "loan", False), ("bet bet", "bet", False), ("casino casinos", "Casinoland", True), ("casin casin", "casinos", False),
])
def test_a_subject_is_spoken_of_twice(text: str, words: str, subject: bool) -> None:
    assert around(text).is_subject(words) is subject


@pytest.mark.parametrize(("gap", "goes_on"), [(0, True), (MAX_SUBJECT - 4, True), (MAX_SUBJECT - 3, False)])
def test_a_subject_shows_near_by(gap: int, goes_on: bool) -> None:
    for text, start in ((f"xx{'.' * gap}loan", 0), (f"loan{'.' * gap}xx", gap + 4)):
        assert around(text).goes_on_about(["loan"], Span(start, start + 2)) is goes_on


@pytest.mark.parametrize(("words", "count"), [(["free"] * 3, 2), (["fre"] * 3, 0), (["free", "spin"], 0)])
def test_words_said_again(words: list[str], count: int) -> None:
    assert repeated(words) == count
