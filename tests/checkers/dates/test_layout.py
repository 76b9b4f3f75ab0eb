"""Lines with dates, their labels and words; where the main text begins; headings above a date."""

from __future__ import annotations

import pytest

from corpuslint.checkers.dates.finder import find
from corpuslint.checkers.dates.layout import Layout, begins_line
from tests.checkers.dates.texts import PROSE

LONG = "x" * 120
DAY = "17 March 2021"


def layout(text: str, language: str = "en") -> Layout:
    return Layout(text, text.lower(), find(text, language), language)


@pytest.mark.parametrize(
    ("text", "words", "separated", "twice"),
    [
        (DAY, 0, False, False),
        (f"By Jo Park, {DAY}", 3, False, False),
        (f"Published: {DAY}", 0, False, False),  # labels are no words
        (f"Retrieved {DAY}", 1, False, False),
        (f"{DAY} at 10:15 am, 5 min read", 0, False, False),  # nor are times
        (f"a b cd {DAY}", 1, False, False),
        (f"Jo Park | {DAY}", 2, True, False),
        (f"Jo Park - {DAY}", 2, True, False),
        (f"Jo-Park {DAY}", 2, False, False),
        (f"{DAY} {DAY}", 0, False, True),
        (f"{DAY} 18 March 2021", 0, False, False),
        (f"{DAY}{'.' * 24}{DAY}", 0, False, True),
        (f"{DAY}{'.' * 25}{DAY}", 0, False, False),
        (f"{DAY}\n{DAY}", 0, False, False),
        (f"一二三四五六 {DAY}", 3, False, False),  # a word of letters, and two for three characters each
        (f"一二三四五 {DAY}", 2, False, False),
    ],
)
def test_line(text: str, words: int, separated: bool, twice: bool) -> None:
    line = layout(text).lines[0]
    assert (line.words, line.separated, line.twice) == (words, separated, twice)


def test_a_line_of_200_code_points_is_read_whole() -> None:
    for size, words in ((200, 1), (201, 201)):
        line = layout(f"{'x' * (size - 14)} {DAY}").lines[0]
        assert (line.end - line.start, line.words) == (size, words)


def test_prose_has_more_than_fourteen_words() -> None:
    assert [layout(f"{'word ' * count}{DAY}").lines[0].prose for count in (14, 15)] == [False, True]


def test_dates_of_one_line_share_it() -> None:
    lines = layout(f"a\n{DAY}, 18 March 2021\n19 March 2021\n\n20 March 2021").lines
    assert [(line.start, line.end) for line in lines] == [(2, 30), (2, 30), (31, 44), (46, 59)]


@pytest.mark.parametrize("pad", ["", "x" * 200])
def test_labels_near_a_date(pad: str) -> None:
    text = f"Published {DAY} updated 18 March 2021 posted {pad}"
    page = layout(text)
    assert [hit.term for hit in page.near(0, 64, 40)] == ["published", "updated", "posted"]
    assert [hit.term for hit in page.near(1, 64, 40)] == ["updated", "posted"]
    assert page.near(1, 7, 40)[0].start == text.index("posted")
    assert [hit.term for hit in page.near(0, 10, 8)] == ["published", "updated"]
    assert [hit.term for hit in page.near(0, 9, 8)] == ["updated"]
    assert all(text[hit.start : hit.end].lower() == hit.term for index in (0, 1) for hit in page.near(index, 64, 40))


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("Published\n", ["published"]),
        ("Published\n\n", ["published"]),
        ("Published\n\n\n", []),
        ("x\nPublished\n", ["published"]),
        (f"x\n{'Published'.rjust(40)}\n", ["published"]),
        (f"x\n{'Published'.rjust(41)}\n", []),
        ("Published".rjust(40) + "\n", ["published"]),
        ("Published".rjust(41) + "\n", []),
        ("Published" + " " * 199 + "\n", ["published"]),
        ("\n", []),
    ],
)
def test_labels_above(above: str, found: list[str]) -> None:
    start, end, hits = layout(above + DAY).hits_above(len(above))
    assert [hit.term for hit in hits] == found
    assert (above[start:end].strip() == "Published") is bool(found)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        (DAY, len(DAY)),
        (f"{DAY}\n" + "a\n" * 100, 120),
        (f"{DAY}\n{LONG}", 14),
        (f"{DAY}\n{LONG[1:]}", 120),
        (f"{DAY}\n{LONG[1:]}\n{'y' * 130}", 14 + 120),
        # Half of the long lines' text must be near.
        (f"{DAY}\n{LONG}\n{'a' * 4000}\n{LONG * 3}", 14),
        (f"{DAY}\n{LONG}\n{'short' * 20}\n" + "short\n" * 700 + f"{LONG * 2}", 14 + 121 + 101 + 4200),
        (f"{DAY}\n{LONG}\n{'short' * 20}\n" + "short\n" * 700 + f"{LONG}", 14),
        # Cells of a table are no prose.
        (f"{DAY}\n| {LONG} |", 14),
        (f"{DAY}\n{LONG[60:]} | {LONG[60:]}\n{'y' * 130}", 14 + 124),
        (f"{DAY}\n{LONG[60:]} • {LONG[60:]}\n{'y' * 130}", 14 + 124),
        (f"{DAY}\n{'水' * 50}", 14),
        (f"{DAY}\n{'水' * 49}\n{'水' * 50}", 14 + 50),
        (f"{DAY}\n{'水' * 49}a\n{'水' * 50}", 14 + 51),
    ],
)
def test_where_the_main_text_begins(text: str, anchor: int) -> None:
    assert layout(text).anchor == anchor


def test_lines_to_the_main_text() -> None:
    page = layout(f"{DAY}\n\nJo\n{PROSE}\n\n{DAY}\n")
    assert [page.lines_to_anchor(item.start) for item in page.found] == [3, -2]
    assert page.lines_to_anchor(page.anchor) == 0
    far = layout(f"{DAY}{chr(10) * 7000}{PROSE}{chr(10) * 7000}{DAY}")
    assert [far.lines_to_anchor(item.start) for item in far.found] == [6000, -6000 + len(PROSE)]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        (f"{PROSE}\nComments\n{DAY}", "com"),
        (f"{PROSE}\n{PROSE}\nComments\n{PROSE}\n{DAY}", "com"),
        (f"{PROSE}\nRelated articles\n{DAY}", "rel"),
        (f"{PROSE}\nRelated articles\nOld\nNews\n{DAY}", "rel"),
        (f"{PROSE}\nRelated articles\n{PROSE}\n{DAY}", ""),  # a long line ends the list
        (f"{PROSE}\nComments\nRelated articles\n{DAY}", "rel"),
        (f"{PROSE}\nComments\nRelated articles\n{PROSE}\n{DAY}", "com"),
        (f"{PROSE}\nRelated articles\nComments\n{DAY}", "com"),
        (f"Related articles\n{PROSE}\n{DAY}", ""),  # in the head
        (f"Comments\n{DAY}\n{PROSE}", ""),
        (f"Comments\n{DAY}", "com"),
        (f"Comments (3)\n{DAY}", ""),  # a count
        (f"Related articles\n{DAY}", ""),
        (f"{PROSE}\n{DAY}", ""),
        (f"{PROSE}\nComments\n{'a' + chr(10) * 1988}{DAY}", "com"),
        (f"{PROSE}\nComments\n{'a' + chr(10) * 2000}{DAY}", ""),  # too far above the first date
    ],
)
def test_section(text: str, section: str) -> None:
    assert layout(text).section(text.rindex(DAY)) == section


def test_sections_are_told_for_one_date_after_the_other() -> None:
    text = f"{PROSE}\n{DAY}\nRelated articles\n{DAY}\nOld\n{DAY}\n{PROSE}\n{DAY}\nComments\n{DAY}"
    page = layout(text)
    assert [page.section(item.start) for item in page.found] == ["", "rel", "rel", "", "com"]


def test_begins_line() -> None:
    text = f"a\n • {DAY}"
    line = layout(text).lines[0]
    assert begins_line(text, line, 5)
    assert not begins_line(text, line, 6)
    for count, begins in ((39, True), (40, False)):
        text = f"{'-' * count}{DAY}"
        assert begins_line(text, layout(text).lines[0], count) is begins
