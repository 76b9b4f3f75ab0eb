"""The publication date that a text states, and that its metadata give."""

from __future__ import annotations

from datetime import date

import pytest

from corpuslint.checkers.dates.publication import metadata_date, published
from corpuslint.document import Document
from tests.checkers.dates.texts import PROSE, document, missed


@pytest.mark.parametrize(
    ("text", "role", "match"),
    [
        ("Dam\n\nPublished 17 March 2021 | Updated 18 March 2021\n\n§", "published", "17 March 2021"),
        ("Dam\n\nUpdated 18 March 2021, 09:00 | Published 17 March 2021\n\n§", "published", "17 March 2021"),
        ("Dam\n\nPublished\n\n17 March 2021\n\n§", "published", "17 March 2021"),
        ("Dam\n\nBy Jo Park and Kim Lee | 17 March 2021\n\n§", "byline", "17 March 2021"),
        ("Dam\n\n17 March 2021 Jo Park Water, Weather, Farming\n\n§", "lead", "17 March 2021"),
        ("Dam\n\nMarch 17, 2021 | 10:15 AM\n\n§", "standalone", "March 17, 2021"),
        ("THE VALLEY POST\nWEDNESDAY, MARCH 17, 2021.          PRICE ONE PENNY.\n\n§", "standalone", "WEDNESDAY, MARCH 17, 2021"),
        ("Dam\n\nDate:2021-03-17\n\n§", "published", "2021-03-17"),
        ("Morning briefing – 17 March 2021\n\n§", "standalone", "17 March 2021"),
        ("VALLEY CITY, March 17, 2021 (AP) — §", "dateline", "March 17, 2021"),
        ("17 March 2021 – §", "dateline", "17 March 2021"),
        ("Dam\n\n§\n\nLast updated: 17 March 2021", "updated", "17 March 2021"),
        ("Source: https://valley.example/2021/03/17/dam\n\n§", "published", "2021/03/17"),
        ("Wednesday, March 17, 2021\nHome\nNews\nSport\nMenu\n\nDam\n\nMarch 16, 2021\n\n§", "standalone", "March 16, 2021"),
    ],
)
def test_published(text: str, role: str, match: str) -> None:
    doc = document(text)
    dated = published(doc)
    assert dated is not None
    assert (dated.role, doc.text[dated.span.start : dated.span.end]) == (role, match)
    assert dated.iso == ("2021-03-16" if "16" in match else "2021-03-17")
    assert missed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dam\n\n§ It was opened on 12 January 1969.",
        "Dam\n\nThe dam on 12 January 2021. Photo: Jo Park\n\n§",
        "Fair\n\nSaturday, 17 April 2021, 10.00–13.00, Town hall\n\n§",
        "Fête\n\nDimanche 18 avril 2021, de 8 h à 17 h\n\n§",
        "Dam\n\nWhen: Saturday, 17 April 2021\nWhere: Town hall\n\n§",
        "Dam\n\n§\n\nComments\n\nAl\n19 March 2021 at 10:15\nWow.",
        "Dam\n\n§\n\nRelated articles\n\nOld dam breaks\n12 January 2019",
        "Dam\n\n§\n\n“Still brown.” — River Watch (@riverwatch) March 17, 2021",
        "Dam\n\n§\n\nPrivacy policy last updated 17 March 2020",
        "Dam\n\n§\n\nReferences\n\nLee, K. Water. Accessed 18 March 2021.",
        "Dam\n\nMarch 17\n\n§",
        "Dam\n\nPublished: | Updated:\n\n§",
        "Dam\n\n§\n\n© 2021 The Valley Post",
        "Dam\n\n§\n\nSee https://other.example/2019/05/04/farmers for more.",
        "§ Figures as of 30 June 2021.",
        "Festival\n\n17 April 2021 – 20 April 2021\n\n§",
        "",
    ],
)
def test_not_published(text: str) -> None:
    assert published(document(text)) is None
    (finding,) = missed(text)
    assert (finding.kind, finding.span) == ("undated", (0, 0))


def test_metadata_decide_an_ambiguous_date() -> None:
    dated = published(document("08/11/2022\n\n§", date="2022-11-08"))
    assert dated is not None
    assert dated.iso == "2022-11-08"


def test_without_data_for_the_language_numbers_still_count() -> None:
    doc = Document.from_text(f"2021-03-17\n\n{PROSE}", metadata={"language": "qaa"})
    dated = published(doc)
    assert dated is not None
    assert dated.iso == "2021-03-17"


def test_any_sure_date_of_the_text_decides_an_ambiguous_one() -> None:
    for text, iso in (("08/11/2022\n\n§ It fell on 8 November 2022.", "2022-11-08"), ("08/11/2022\n\n§ It fell on 9 November 2022.", "2022-08-11")):
        dated = published(document(text))
        assert dated is not None
        assert dated.iso == iso


def test_the_span_holds_the_weekday() -> None:
    dated = published(document("Wednesday, 17 March 2021\n\n§"))
    assert dated is not None
    assert dated.span == (0, 24)


@pytest.mark.parametrize(
    ("stated", "source", "day"),
    [
        ("20210317", "", date(2021, 3, 17)), (" 20210317T101500Z ", "", date(2021, 3, 17)), ("202103171", "", None), ("18210317", "", None),
        ("17 March 2021", "", date(2021, 3, 17)), ("2021-02-30 or 17 March 2021", "", date(2021, 3, 17)), ("March 2021", "", None),
        ("", "https://v.example/2021/03/17/", date(2021, 3, 17)), ("18 March 2021", "https://v.example/2021/03/17/", date(2021, 3, 18)),
    ],
)
def test_the_day_that_the_metadata_give(stated: str, source: str, day: date | None) -> None:
    assert metadata_date(document("§", date=stated, source=source)) == day
