"""The lines of a text that look odd."""

from __future__ import annotations

from corpuslint.checkers.mojibake.pieces import MAX_PIECE, MAX_WORD, Piece, lines, many_odd, odd_words, suspicious
from corpuslint.document import Document


def test_lines_beyond_ascii_with_their_offsets() -> None:
    assert list(lines(Document.from_text("a\né b\r\nc\rç"))) == [(2, "é b"), (9, "ç")]


def test_a_long_line_comes_in_pieces_that_end_at_a_space() -> None:
    text = "é" * 999 + " " + "ê" * 900
    assert list(lines(Document.from_text(text))) == [(0, text[:1000]), (1000, text[1000:])]


def test_a_line_of_the_greatest_length_is_whole_and_one_without_a_space_is_cut() -> None:
    text = "é" * MAX_PIECE
    assert list(lines(Document.from_text(text))) == [(0, text)]
    assert [len(piece) for _, piece in lines(Document.from_text(text + "é"))] == [MAX_PIECE, 1]


def test_a_suspicious_line_has_its_odd_words_once() -> None:
    document = Document.from_text("The café was open.\nThe cafÃ© and the cafÃ© and so on.")
    [piece] = suspicious(document, "en")
    assert (piece.start, piece.words) == (19, ("cafÃ©",))
    assert piece.text == document.text[19:]
    assert piece.oddity > 0


def test_a_word_is_told_by_its_beginning() -> None:
    word = "a" * MAX_WORD + "Ã©" * 30
    assert list(suspicious(Document.from_text(word), "en")) == []


def test_many_odd_words_make_the_language_doubtful() -> None:
    assert many_odd([Piece(0, "a b c d", ("a",), 1.0)])
    assert not many_odd([Piece(0, "a b c d e", ("a",), 1.0)])
    assert not many_odd([Piece(0, "a b c d", ("a",), 1.0), Piece(9, "a b c d e", ("a",), 1.0), Piece(9, "a b c d e f g", (), 1.0)])
    assert odd_words([Piece(0, "a b", ("a",), 1.0), Piece(9, "a b", ("a", "b"), 1.0)]) == {"a", "b"}
