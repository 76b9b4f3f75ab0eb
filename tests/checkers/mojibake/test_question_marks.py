"""Question marks where letters were, and those that people write."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.question_marks import question_marks
from corpuslint.document import Document


def marks(text: str, **metadata: str) -> list[tuple[int, int]]:
    return [(damage.start, damage.end) for damage in question_marks(Document.from_text(text, metadata=metadata))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("?????? ?? ?????????, ?? ????.", [(0, 28)]), ("???? ??? ???", [(0, 12)]), ("???? ???? ????", []), ("??? ??? ??? ??", []), ("???? ???????", []),
        ("???? ?? ???", []), ("???? ??? ??", []), ("????? ??? ??", [(0, 12)]), ("what ???? ??? ???", [(5, 17)]), ("what???? ??? ???", []),
        ("????????????", [(0, 12)]), ("???????????", []), ("x????????????", []), ("(????????????)", [(1, 13)]),
        ("???? ?? ??? x ??", []), ("???? «??» ????", [(0, 14)]), ("???? ----- ?? ????", []),
    ],
)
def test_words_of_question_marks(text: str, spans: list[tuple[int, int]]) -> None:
    assert marks(text) == spans


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        ("Er f?hrt nach Hause.", "de", [(4, 5)]), ("Er f?hrt nach Hause.", "en", []), ("She f?nd the d?r there.", "en", [(5, 6), (14, 15)]),
        ("It?s late, they said.", "en", [(2, 3)]), ("It?s late and we don?t go.", "en", [(2, 3), (20, 21)]), ("It?s late.", "xx", []),
        ("F?HRT", "de", []), ("f?Hrt", "de", []), ("f?1", "de", []), ("f?\u00fcr", "de", [(1, 2)]), ("f?r\u00fc", "de", []), ("ก?ข", "de", []),
        ("Er f??hrt.", "de", [(4, 6)]), ("a?b=1", "de", []), ("a?b", "de", [(1, 2)]), ("see x.org/a?bc", "de", []), ("see a/b f?r", "de", [(9, 10)]),
        ("see a/b\tf?r", "de", [(9, 10)]), ("see a/b\nf?r", "de", [(9, 10)]), ("/" + "a" * 98 + "?b", "de", []), ("/" + "a" * 100 + "?b", "de", [(101, 102)]),
    ],
)
def test_letters_within_words(text: str, language: str, spans: list[tuple[int, int]]) -> None:
    assert marks(text, language=language) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("He said ?come in,? and ?stay.?", [(8, 9), (17, 18), (23, 24), (29, 30)]), ("He said ?come in,? and left.", [(8, 9), (17, 18)]),
        ("He said ?come in.", []), ("He said ?come and ?stay.", [(8, 9), (18, 19)]), ("the ?version and ?version beside version", [(4, 5), (17, 18)]),
        ("the ?version beside version and ?x", []), ("the ?version, version, version and ?mode, mode, mode", []), ("Really? ?Yes", []),
        ("??come ??in", [(0, 2), (7, 9)]), ("???come ???in", []), ("x?come y?in", [(1, 2), (8, 9)]), ("?5 ?6", []), ("?ก ?ข", []),
    ],
)
def test_quotation_marks(text: str, spans: list[tuple[int, int]]) -> None:
    assert marks(text, language="en") == spans


def test_a_mark_within_a_word_and_one_before_a_word_are_two() -> None:
    assert marks("She f?nd ?come", language="xx") == [(5, 6), (9, 10)]
    assert marks("She f?nd ?come", language="en") == []
