"""One legacy code page read as another."""

from __future__ import annotations

import pytest

from corpuslint.checkers.mojibake.codecs import Swap
from corpuslint.checkers.mojibake.stretches import Stretch
from corpuslint.checkers.mojibake.swaps import _gain_of, convert, per_character, read_line, tells
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.mojibake.words import natural
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


def stretches(line: str, language: str, read: str, true: str) -> list[tuple[int, int, str, bool]]:
    found = read_line(line, language, Swap(read, true))
    return [(s.start, s.end, s.repair, s.lossy) for s in found.stretches] if found else []


def test_what_a_swap_changes_is_cut_to_what_differs() -> None:
    assert stretches("Každé ráno pøijel vlak pøesnì", "cs", "cp1252", "cp1250") == [(12, 13, "ř", False), (24, 25, "ř", False), (28, 29, "ě", False)]
    assert stretches("áøá ráno pøijel vlak pøesnì", "cs", "cp1252", "cp1250")[0] == (1, 2, "ř", False)
    assert stretches("Každé ráno", "cs", "cp1252", "cp1250") == []


def test_what_is_lost_leaves_its_run_as_it_is() -> None:
    line = misread(RUSSIAN, "cp1251", "cp1252")
    assert len(stretches(line[:20] + "\ufffd" + line[21:], "ru", "cp1252", "cp1251")) == 11


def test_east_asian_bytes_are_read_from_the_first_to_the_last() -> None:
    line = misread(CHINESE, "gb18030", "latin-1")
    assert stretches(f"x {line} y", "zh", "latin-1", "gb18030") == [(2, 61, f"{CHINESE} ", False)]
    assert stretches(line[:-1], "zh", "latin-1", "gb18030") == [(0, 57, f"{CHINESE[:-1]}\ufffd", True)]
    line = misread(JAPANESE, "euc_jp", "latin-1")
    assert stretches(f"x {line} y", "ja", "latin-1", "euc_jp") == [(2, 66, JAPANESE, False)]
    line = "ƒeƒXƒgp"  # テスト, the last letter of which has an ASCII byte
    assert convert(line, Swap("cp1252", "cp932")) == "テストp"


@pytest.mark.parametrize(
    ("text", "read", "true", "meant"),
    [
        ("ø", "cp1252", "cp1250", "ř"), ("â", "cp1252", "cp437", "Γ"), ("É", "cp1252", "cp437", None), ("É╬", "cp1252", "cp437", "╔╬"), ("漢", "cp932", "cp1251", "Љї"),
        ("漢", "cp1252", "cp932", None), ("é\ufffd", "latin-1", "big5hkscs", "\ufffd\x00"), ("ÃÃÃÃ!ÃÃÃ!", "latin-1", "gb18030", "妹妹!妹\ufffd!"),
    ],
)
def test_a_text_as_it_was_meant(text: str, read: str, true: str, meant: str | None) -> None:
    assert convert(text, Swap(read, true)) == meant


def test_truncated_text_may_have_an_invalid_end_but_no_more() -> None:
    sound = CHINESE.encode("gb18030").decode("latin-1")
    assert convert(f"{sound[:-1]}", Swap("latin-1", "gb18030")) is not None
    assert convert("Ã!Ã!Ã!", Swap("latin-1", "gb18030")) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("а", "a"), ("µ", "ц"), ("“", "”"), ("ª", "“"), ("·", "Ч"),  # a look-alike, signs
        ("漢 é", "x b"),  # characters by themselves
        ("aé", "aж"), ("aé", "a\u05bc"),  # scripts that clash, a mark adrift
    ],
)
def test_what_is_no_gain(before: str, after: str) -> None:
    assert _gain_of(before, after, "en", 9.0, 0.0) == 0.0


def test_a_gain_is_what_the_words_cost_less() -> None:
    before, after = "pøesnì a", "přesně a"
    gain = natural("cs", "pøesnì") - natural("cs", "přesně")
    assert _gain_of(before, after, "cs", 1.1, 0.0) == pytest.approx(gain)
    assert _gain_of(before, after, "cs", 1.1, gain) == pytest.approx(gain)
    assert _gain_of(before, after, "cs", 1.1, gain + 0.01) == 0.0
    assert _gain_of(before, after, "cs", 0.1, 0.0) == 0.0
    assert _gain_of(after, before, "cs", 1.1, 0.0) == 0.0


def test_each_changed_character_must_gain() -> None:
    assert per_character("cs", "é") == WEIGHTS.per_character
    assert per_character("xx", "éabc") == WEIGHTS.per_character_unknown
    assert per_character("xx", "éa") == WEIGHTS.per_character_unknown
    assert per_character("xx", "éèa") == WEIGHTS.per_character


@pytest.mark.parametrize(
    ("line", "start", "end", "repair", "told"),
    [
        ("sch”n", 3, 4, "ö", True), ("sch” n", 3, 4, "ö", False), ("sch µn", 4, 5, "ц", False), ("a µ b", 2, 3, "ц", False), ("70 дБ", 3, 5, "дЮ", False),
        ("70 дБx", 3, 5, "дЮ", True), ("70 дБВГ", 3, 7, "дЮВГ", True), ("sch”n", 3, 4, "“", False), ("x ø y", 2, 3, "ř", False), ("pøe", 1, 2, "ř", True),
        ("x Ãº y", 2, 4, "řš", False), ("x Ãx y", 2, 3, "ř", True),
    ],
)
def test_what_sound_texts_have_tells_nothing(line: str, start: int, end: int, repair: str, told: bool) -> None:
    assert tells([(line, Stretch(start, end, repair, ()))]) is told


def test_one_change_that_tells_is_enough() -> None:
    assert tells([("a µ b", Stretch(2, 3, "ц", ())), ("pøe", Stretch(1, 2, "ř", ()))])
