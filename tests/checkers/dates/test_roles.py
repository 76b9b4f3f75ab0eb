"""What each date is for: by its label, by the line it stands in, by the lines around it."""

from __future__ import annotations

import pytest

from corpuslint.checkers.dates.publication import dates_of
from tests.checkers.dates.texts import PROSE, document, roles

D = "17 March 2021"


def role(text: str, **metadata: str) -> str:
    """The role of the first 17 March 2021."""
    return next(name for match, name in roles(text, **metadata) if D in match)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # Right before the date, or a few words before it.
        (f"Published {D}", "published"),
        (f"Published by Jo Park in Water {D}", "byline"),
        (f"Published aa bb cc dd ee {D}", "published"),
        (f"Published aa bb cc dd ee ff {D}", "other"),
        (f"Published. Then it was {D}", "standalone"),
        (f"Published | {D}", "standalone"),
        (f"Updated: {D}", "updated"),
        (f"As of {D}", "other"),
        (f"Accessed {D}", "other"),
        # Two labels: the first one may govern both.
        (f"Editor's note (added {D})", "updated"),
        (f"Privacy policy last updated {D}", "other"),
        (f"Privacy policy: some more, updated {D}", "updated"),
        (f"Published, updated {D}", "updated"),
        # Behind the date.
        (f"{D} published", "published"),
        (f"{D} aa bb published", "published"),
        (f"{D} aa bb cc dd published.", "published"),
        (f"{D} aa bb cc dd ee published.", "other"),
        (f"{D} aa bb cc dd published by", "published"),
        (f"{D} aa bb cc dd ee published by", "other"),
        (f"{D} aa | published", "standalone"),
        (f"By Jo {D} published", "published"),
        (f"Accessed {D} published", "other"),
        (f"{D} updated.", "updated"),
    ],
)
def test_labels_in_the_line(line: str, expected: str) -> None:
    assert role(f"Title\n\n{line}\n\n§") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"发布 {D}", "published"),
        (f"发布 ab {D}", "standalone"),  # no word may stand between
        (f"出生\n{D}", "other"),
        (f"出生 ab\n{D}", "standalone"),
        (f"发布\n{D}", "published"),
        (f"{D}出生", "other"),
        (f"{D} ab 出生", "standalone"),
        (f"{D} 发布", "standalone"),  # too short to stand behind its date
        (f"{D} 发布时间", "published"),
    ],
)
def test_labels_without_spaces(text: str, expected: str) -> None:
    assert role(f"水库\n\n{text}\n\n§", language="zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Published\n{D}", "published"),
        (f"Published:\n• {D}", "published"),
        (f"Published\nx {D}", "standalone"),
        (f"Published here\n{D}", "standalone"),
        (f"Updated\n\n{D}", "updated"),
        (f"Today\n{D}", "standalone"),
        (f"Birthday\n{D}", "other"),
        (f"Birthday Jo\n{D}", "other"),
        (f"Birthday Jo Park\n{D}", "standalone"),
        (f"Published\n{D} updated", "published"),
        (f"Old\n{D} updated", "updated"),
    ],
)
def test_labels_above(text: str, expected: str) -> None:
    assert role(f"Title\n\n{text}\n\n§") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Dam\n\n{D} (18 March 2021)\n\n§", ["standalone", "other"]),  # the same day in another calendar
        (f"Dam\n\n(18 March 2021)\n\n{D}\n\n§", ["standalone", "standalone"]),
        (f"Dam\n\nhttps://v.example/2021/03/17/ {D}\n\n§", ["published", "other", "other"]),
        (f"Dam\n\n{D} - 18 March 2021\n\n§", ["other", "other"]),
        (f"Dam\n\n{D} until 18 March 2021\n\n§", ["other", "other"]),
        (f"Dam\n\n{D} - {D}\n\n§", ["standalone", "other"]),
        (f"Dam\n\n12. - {D}\n\n§", ["other"]),
        (f"Dam\n\n2-{D}\n\n§", ["other"]),
        (f"Dam\n\n{D}~\n\n§", ["other"]),
        (f"Dam\n\n{D} ～\n\n§", ["other"]),
        (f"Dam\n\nJo {D} Reply\n\n§", ["listed"]),
        (f"Dam\n\n§\n\nComments\n\n{D}", ["listed"]),
        (f"Dam\n\n§\n\nComments\n\nPublished {D}", ["listed"]),
        (f"Dam\n\n§\n\nRelated articles\n\n{D}", ["listed"]),
        (f"Dam\n\n§\n\nRelated articles\n\nPublished {D}", ["published"]),
        (f"Dam\n\n§\n\nRelated articles\n\n{D} {D}", ["standalone", "standalone"]),
        (f"Dam\n\n§\n\nRelated articles\n\nA new dam is needed on {D}.", ["other"]),
    ],
)
def test_what_is_not_the_texts_own(text: str, expected: list[str]) -> None:
    assert [name for _, name in roles(text)] == expected


def rows(*numbers: int, gap: str = "\n", before: str = "", behind: str = "") -> str:
    return gap.join(f"{before}{number} March 2021{behind}" for number in numbers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rows(1, 2, 3), ["listed"] * 3),
        (rows(1, 2), ["standalone"] * 2),
        (rows(1, 2, 2), ["standalone"] * 3),  # of different days
        (rows(1, 2, 3, gap="\n" * 4), ["listed"] * 3),
        (rows(1, 2, 3, gap="\n" * 5), ["standalone"] * 3),
        (rows(1, 2, 3, gap="\n" + "." * 158 + "\n"), ["listed"] * 3),
        (rows(1, 2, 3, gap="\n" + "." * 159 + "\n"), ["standalone"] * 3),
        (rows(1, 2, 3, gap=" | "), ["standalone"] * 3),
        (rows(1, 2, 3, before="Published "), ["published"] * 3),
        (f"{rows(1, 2)}\nJo {rows(3)} Park", ["standalone"] * 3),
        (f"{rows(1)}\nJo {rows(3)} Park\n{rows(2)}\n{rows(4)}", ["listed", "standalone", "listed", "listed"]),
        (rows(1, 2, 3, before="• "), ["listed"] * 3),
        (rows(1, 2, 3, before="abc "), ["listed"] * 3),
        (rows(1, 2, 3, before="abc ", behind=" abc"), ["standalone"] * 3),
    ],
)
def test_dates_at_the_same_edge_of_lines_are_a_list(text: str, expected: list[str]) -> None:
    assert [name for _, name in roles(f"Dam\n\n{text}\n\n§")] == expected


def scores(text: str) -> list[float]:
    return [found.score for found in dates_of(document(text)).roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://v.example/2021/03/17/dam", [100.0, 0.0]),
        (f"Dam\n\n{D}\n\n§", [50.0]),  # alone
        ("Dam\n\n30 February 2021\n\n§", [0.0]),
        (f"Dam\n\nPublished {D}\nUpdated {D}\n\n§", [98.5, 19.0]),
        (f"Dam\n\nPublished {D}\nUpdated 30 February 2021\n\n§", [98.5, 0.0]),
        (f"§\n\n{D}\nUpdated {D}", [45.0, 14.5]),  # eight lines away, and two
        (f"{D}{chr(10) * 70}Published {D}\n\n§", [20.0, 99.0]),  # no more than sixty lines count
        (f"§{chr(10) * 70}Updated {D}{chr(10) * 70}Updated {D}", [1.0, 1.0]),
        (f"Wednesday, {D}\nHome\nNews\nJo, {D}\n\n§", [35.5, 49.0]),  # today's date in a page's head
        (f"Wednesday, {D}\nHome\nJo, {D}\n\n§", [36.0, 49.0]),
        (f"Wednesday, {D}\nJo, {D}\n\n§", [48.5, 49.0]),
    ],
)
def test_scores(text: str, expected: list[float]) -> None:
    assert scores(text) == expected


def test_a_tabular_day_counts_less() -> None:
    doc = document("Dam\n\n14 رمضان 1442\n17 March 2021\n\n§", language="ar")
    assert [(found.found.calendar, found.score) for found in dates_of(doc).roles] == [("h", 43.5), ("m", 49.0)]


def test_where_a_label_begins_and_what_it_is() -> None:
    text = f"Dam\n\nFirst published: {D}\nAs of {D}\nPublished {D}\nAccessed {D}\n{D}\n{D} updated\n\n§"
    found = dates_of(document(text)).roles
    assert [(text[role.start : role.found.last], role.label) for role in found] == [
        (f"First published: {D}", "first"), (f"As of {D}", "as of"), (f"Published {D}", "published"), (f"Accessed {D}", "acc"), (D, ""), (D, "updated"),
    ]


@pytest.mark.parametrize(
    ("offset", "expected"), [(1200, "lead"), (1201, "other")],
)
def test_a_date_before_a_heading_stands_in_the_head(offset: int, expected: str) -> None:
    line = f"{D} Jo Park Water Weather Farming Rain Dams"
    text = "Dam\n" + "a" * (offset - 6) + "\n\n" + line
    assert role(text) == expected


def test_the_head_reaches_to_the_main_text() -> None:
    line = f"{D} Jo Park Water Weather Farming Rain Dams"
    head = "Dam\n" * 400
    assert role(f"{head}{line}\n{PROSE}") == "lead"
    assert role(f"{head}{line}\n") == "other"
