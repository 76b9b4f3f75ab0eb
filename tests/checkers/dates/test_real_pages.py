"""What dates are on real pages: the first words of a text, ends of wrapped sentences, rows of tables."""

from __future__ import annotations

import pytest

from corpuslint.checkers.dates.publication import published
from corpuslint.document import Document


def day(text: str) -> str | None:
    found = published(Document.from_text(text))
    return found.iso if found else None


LINE = "The committee met again and heard what the members had to say of the new bridge and its costs, and so on.\n"


@pytest.mark.parametrize(("text", "expected"), [
    ("November 15  2007 Harbour Board Secures the New Bridge. " + LINE, "2007-11-15"),  # the comma is lost
    ("Sexta-feira, 28 de julho de 2017. Boa noite! Aqui estão as primeiras notícias da noite para você que acabou de chegar.", "2017-07-28"),
    ("5 May 1990 was a warm day for the town, and all who lived there went down to the harbour to see the boats come in.", None),
    ("MILLTOWN, FL - (NewsHarbour) - September 09, 2024 - Aronsen Holding opens a new yard in the south of the town and hires eighty.", "2024-09-09"),
])
def test_a_text_that_begins_with_its_date(text: str, expected: str | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("They must repay what was withheld as soon as they can, but not later\nthan March 31, 2011.\n\n" + LINE, None),
    ("New rules for taxes\nMarch 31, 2011\n\n" + LINE, "2011-03-31"),
])
def test_the_end_of_a_wrapped_sentence_is_no_date_line(text: str, expected: str | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(("row", "expected"), [
    ("MILLER JOHN 27.083.460 20-27083460-5 09/10/2013 CASH 10.000,00", None),
    ("by John Miller 19/10/2013 10:04", "2013-10-19"),
])
def test_a_row_of_a_table_has_figures(row: str, expected: str | None) -> None:
    assert day(f"{row}\n\n{LINE}") == expected


def test_a_date_amid_the_rows_of_a_list_is_one_of_them() -> None:
    rows = [f"{number}/10/2012    60.00" for number in range(13, 19)]
    text = LINE + "\n".join([*rows, "Paid by Miller 19/10/2012", *[row.replace("2012", "2013") for row in rows]]) + "\n"
    assert day(text) is None


@pytest.mark.parametrize("line", ["By Tom Miller@tomm Oct 31, 2016, 12:09pm EDT", "January 17, 2017 at 6:08 PM ET by Cora Miller", "2 May 2019 | by Cora Miller"])
def test_a_date_beside_its_author(line: str) -> None:
    assert day(f"The harbour\n\n{line}\n\n{LINE}") is not None
