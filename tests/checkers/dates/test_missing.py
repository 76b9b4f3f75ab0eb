"""`missing-date`: one finding about the whole document, or none."""

from __future__ import annotations

import pytest

from tests.checkers.dates.texts import missed


@pytest.mark.parametrize("stated", ["2021-03-17", "17.03.2021", "20210317", "Wed, 17 Mar 2021 10:15:00 +0600", "2021-03-17T04:42:00Z"])
def test_metadata_date(stated: str) -> None:
    assert missed("§", date=stated) == []


@pytest.mark.parametrize("stated", ["", "unknown", "n/a", "2021", "2021-03", "0000-00-00", "None", "2021-13-45"])
def test_unusable_metadata_date(stated: str) -> None:
    assert len(missed("§", date=stated)) == 1


def test_the_path_of_the_source_is_a_date() -> None:
    assert missed("§", source="https://valley.example/2021/03/17/dam") == []
    assert len(missed("§", source="https://valley.example/dam-20210")) == 1


@pytest.mark.parametrize(("stated", "kind"), [("unknown", "unknown"), (" Unknown ", "unknown"), ("", "undated"), ("unknown day", "undated")])
def test_unknown_is_an_answer(stated: str, kind: str) -> None:
    (finding,) = missed("§", date=stated)
    assert (finding.kind, finding.span, finding.severity.name) == (kind, (0, 0), "INFO" if kind == "unknown" else "WARNING")


def test_a_date_in_the_text_is_enough() -> None:
    assert missed("17 March 2021\n\n§", date="unknown") == []


@pytest.mark.parametrize("line", ["1\\. November 2023", "Erik Muster  1\\. November 2023", "6\\. Dezember 2022 von Erika Muster"])
def test_a_day_that_markdown_keeps_from_being_a_list(line: str) -> None:
    assert missed(f"# Der Titel\n\n{line}\n\nDer Text beginnt hier und geht noch weiter.") == []
