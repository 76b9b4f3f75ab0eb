"""Decoding is total, positions are those of an editor, views stay inside the text."""

from __future__ import annotations

import codecs

from hypothesis import given
from hypothesis import strategies as st

from corpuslint.document import Document, Position, Span
from corpuslint.text.decoding import decode


def test_bytes_that_do_not_decode_become_surrogates() -> None:
    assert decode(b"a\xffb") == ("a\udcffb", "utf-8")


def test_utf_16_announces_itself_by_mark_or_by_its_nuls() -> None:
    assert decode(codecs.BOM_UTF16_LE + "héllo".encode("utf-16-le")) == ("héllo", "utf-16-le")
    assert decode("plain text".encode("utf-16-be")) == ("plain text", "utf-16-be")


def test_a_utf_8_mark_stays_in_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"a") == ("\ufeffa", "utf-8-sig")


def test_only_newlines_end_a_line() -> None:
    document = Document.from_text("a\u0085b\u2028c\r\nd\re\nf")
    assert document.position(7) == Position(2, 1, 7)
    assert [document.text[a:b] for a, b in document.lines] == ["a\u0085b\u2028c", "d", "e", "f"]
    assert document.newline == "mixed"


def test_lower_keeps_the_length() -> None:
    assert Document.from_text("İSTANBUL").lower == "İstanbul"


def test_masks_cover_code_and_addresses() -> None:
    document = Document.from_text("see `x` and https://example.org/a b")
    assert document.masks == (Span(4, 7), Span(12, 33))
    assert document.is_masked(13, 14)
    assert not document.is_masked(0, 3)


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Mr. Khalid spoke on Nov. 8. He left."
    sentences = [Document.from_text(text).sentence_at(at) for at in range(len(text))]
    assert [text[a:b] for a, b in dict.fromkeys(sentences)] == ["Mr. Khalid spoke on Nov. 8.", "He left."]


@given(st.binary(max_size=300))
def test_any_bytes_decode_and_every_view_lies_inside_the_text(data: bytes) -> None:
    document = Document.from_bytes(data, path="x")
    size = len(document.text)
    spans = [*document.lines, *map(document.sentence_at, range(size)), *document.masks]
    assert all(0 <= start <= end <= size for start, end in spans)
    assert all(document.text[w.start : w.end] == w.text for w in document.words)
    assert len(document.lower) == size
