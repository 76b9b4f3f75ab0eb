"""The rule mojibake, end to end: what it must leave alone, any text, any bytes, and its time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.checkers.mojibake.checker import check
from corpuslint.document import Document
from corpuslint.text.decoding import decode
from tests.checkers.mojibake.texts import CHINESE, CZECH, FRENCH, GREEK, JAPANESE, RULE, RUSSIAN, TURKISH, found


@pytest.mark.parametrize("text", [CZECH, RUSSIAN, TURKISH, FRENCH, GREEK, CHINESE, JAPANESE])
def test_sound_text_is_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffA byte order mark at the start of a file is its own business.",
        "Use `â€™` to show it.",
        "```\ncafÃ©\n```",
        'print("\\u2019".encode("utf-8"))',
        "https://example.org/?q=caf%C3%A9&amp;x=1",
        "C:\\users\\new\\u2\\x1 and x=20, =2B, 1+2-3, +abc-",
        "ﷺ and ﷲ",
        "a\u00adny\u00adthing 10 000 €",
        "┌──┬──┐\n│ a │ é │\n└──┴──┘",
        "<p>Fish &amp; chips</p><p>and</p><b>tea</b>",
    ],
)
def test_what_is_right_is_silent(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet=st.characters(), max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_spans_lie_inside(text: str) -> None:
    last = 0
    for place in sorted(place for finding in found(text) for place in finding.places or (finding.span,)):
        assert last <= place.start < place.end <= len(text)
        last = place.end


@given(st.binary(max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read(data: bytes) -> None:
    found(decode(data).text)


@pytest.mark.parametrize("unit", ["Ã", "Ã©", "â€", "&amp;", "=C3", "\\x", "?", "? ", "\ufffd", "锟", "鈥", "т", "+A", "%E2", "\udc80", "─"])
@pytest.mark.slow
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        sum(1 for _ in check(Document.from_text(text, metadata={"language": "en"}), RULE))
        return time.process_time() - start

    seconds(2_000)
    small, large = seconds(20_000), seconds(80_000)
    assert large < 8 * small + 0.3
