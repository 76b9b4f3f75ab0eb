"""What a date is for, the publication date of a text, and the two rules that ask for it."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.card import load_rule
from corpuslint.checkers.dates import conflict
from corpuslint.checkers.dates import missing as missing_date
from corpuslint.checkers.dates.publication import published
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Rule

PROSE = (
    "The reservoir above the town has fallen to a third of its volume, the water board said, and farmers have been told "
    "to expect shorter hours of irrigation next month."
)


@cache
def rule(name: str) -> Rule:
    return load_rule(builtin_folder() / f"{name}.toml")


def document(text: str, **metadata: str) -> Document:
    return Document.from_text(text.replace("§", PROSE), metadata={"language": "en", **metadata})


def conflicts(text: str, **metadata: str) -> list[tuple[str, str]]:
    return [(f.kind, f.match) for f in conflict.check(document(text, **metadata), rule("date-conflict"))]


def missing(text: str, **metadata: str) -> list[Finding]:
    return list(missing_date.check(document(text, **metadata), rule("missing-date")))


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
    assert missing(text) == []


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
    (finding,) = missing(text)
    assert (finding.kind, finding.span) == ("undated", (0, 0))


@pytest.mark.parametrize("stated", ["2021-03-17", "17.03.2021", "20210317", "Wed, 17 Mar 2021 10:15:00 +0600", "2021-03-17T04:42:00Z"])
def test_metadata_date(stated: str) -> None:
    assert missing("§", date=stated) == []


@pytest.mark.parametrize("stated", ["", "unknown", "n/a", "2021", "2021-03", "0000-00-00", "None", "2021-13-45"])
def test_unusable_metadata_date(stated: str) -> None:
    assert len(missing("§", date=stated)) == 1


def test_the_path_of_the_source_is_a_date() -> None:
    assert missing("§", source="https://valley.example/2021/03/17/dam") == []
    assert len(missing("§", source="https://valley.example/dam-20210")) == 1


def test_metadata_decide_an_ambiguous_date() -> None:
    dated = published(document("08/11/2022\n\n§", date="2022-11-08"))
    assert dated is not None
    assert dated.iso == "2022-11-08"


@pytest.mark.parametrize(
    ("text", "metadata", "expected"),
    [
        ("Tuesday, March 17, 2021\n\n§", {}, [("weekday", "Tuesday, March 17, 2021")]),
        ("Published 31/02/2021\n\n§", {}, [("impossible", "Published 31/02/2021")]),
        ("Date: 2021-13-45\n\n§", {}, [("impossible", "Date: 2021-13-45")]),
        ("Posted on 01.01.1970 00:00\n\n§", {}, [("placeholder", "Posted on 01.01.1970")]),
        ("1 January 0001\n\n§", {}, [("placeholder", "1 January 0001")]),
        ("17 March 2121\n\n§", {}, [("future", "17 March 2121")]),
        ("17 March 2021\n\n§", {"retrieved": "2021-03-15"}, [("future", "17 March 2021")]),
        ("17 March 2021\n\n§", {"date": "2020-03-17"}, [("index-mismatch", "17 March 2021")]),
        ("17 March 2021\n\n§", {"date": "2020"}, [("index-mismatch", "17 March 2021")]),
        ("October 2020\n\n§", {"date": "2021-03-17"}, [("index-mismatch", "October 2020")]),
        (
            "Published: 17 March 2021\nUpdated: 3 January 2021\n\n§", {},
            [("updated-before-published", "Updated: 3 January 2021")],
        ),
        ("Published 17 March 2021\n\n§\n\nFirst published: 3 May 2021", {}, [("two-dates", "First published: 3 May 2021")]),
        ("Source: https://v.example/2019/01/12/dam\n\n17 March 2021\n\n§", {}, [("two-dates", "17 March 2021")]),
        ("17 March 2021\n\n§ On 4 May 2022 the court closed the dam.", {}, [("before-event", "4 May 2022")]),
        ("17. März 2021\n\nAm 4. Mai 2022 wurde die Brücke eröffnet.", {"language": "de"}, [("before-event", "4. Mai 2022")]),
        ("2021年3月17日\n\n大桥于2022年5月4日通车了。", {"language": "zh"}, [("before-event", "2022年5月4日")]),
    ],
)
def test_conflict(text: str, metadata: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert conflicts(text, **metadata) == expected


@pytest.mark.parametrize(
    ("text", "metadata"),
    [
        ("Wednesday, March 17, 2021\n\n§", {}),
        ("17 March 2021\n\nThe palace fell in the night of Wednesday, 25 October 1917.", {}),
        ("17 March 2021\n\nOn Tuesday, 17 March 2021 figures were revised.", {}),
        ("17 March 2021\n\nThe novel opens on Friday, 3 June 2089 in a harbour.", {}),
        ("17 March 2021\n\n§", {"date": "2021-03-18T02:50:00Z"}),
        ("17 March 2021\n\n§", {"date": "2021"}),
        ("17 March 2021\n\n§", {"date": "unknown"}),
        ("08/11/2022\n\n§", {"date": "2022-11-08"}),
        ("New York, January 1, 1970\n\n§", {}),
        ("Published 17 March 2021 | Updated 10 May 2022\n\nThe bridge was approved on 4 May 2022.", {}),
        ("17 March 2021\n\nThe bridge will be opened on 4 May 2022.", {}),
        ("17 March 2021\n\nThe tender, which closes on 4 May 2022, had attracted four bidders.", {}),
        ("17 March 2021\n\nThose who were born before 4 May 2022 need a form.", {}),
        ("First published: 12 January 2019\nPublished: 17 March 2021\n\n§", {}),
        ("Posted on 17 March 2021\n\n§\n\nPosted on 12 January 2019\n\n§", {}),
        ("17 March 2021\n\n§", {"retrieved": "2021-03-17"}),
    ],
)
def test_no_conflict(text: str, metadata: dict[str, str]) -> None:
    assert conflicts(text, **metadata) == []


def test_an_events_weekday_shows_another_year() -> None:
    text = "The Harbour Post, Wednesday, March 17, 2021\n\nOn November 3, voters went to the polls, and Ina Holm won in Sunday’s election."
    found = list(conflict.check(document(text), rule("date-conflict")))
    assert [(f.kind, f.match) for f in found] == [
        ("render-date", "Wednesday, March 17, 2021"), ("event-weekday", "Sunday’s election"),
    ]
    for part in ("'Sunday’s election'", "'November 3'", "Tuesday", "2020", "line 1", "'Wednesday, March 17, 2021'"):
        assert part in found[1].message


def test_the_parameter_is_the_reference_day() -> None:
    strict = rule("date-conflict").with_parameters({"today": "2021-03-01"})
    assert [f.kind for f in conflict.check(document("17 March 2021\n\n§"), strict)] == ["future"]


def test_without_data_for_the_language_numbers_still_count() -> None:
    doc = Document.from_text(f"2021-03-17\n\n{PROSE}", metadata={"language": "qaa"})
    dated = published(doc)
    assert dated is not None
    assert dated.iso == "2021-03-17"


@given(st.text(alphabet=st.sampled_from("0123456789 ./-:\nPublishedUpat年月日٣ 月Mar|()@\udc80\u0000"), max_size=200))
@settings(max_examples=150)
def test_any_text(text: str) -> None:
    doc = Document.from_text(text)
    for finding in (*missing_date.check(doc, rule("missing-date")), *conflict.check(doc, rule("date-conflict"))):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    if dated := published(doc):
        assert 0 <= dated.span.start < dated.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 50_000, "17 March 2021 " * 5_000, "a" * 400_000, "2021-03-17\n" * 5_000, "Published " * 40_000, " | " * 100_000,
        "On June 9, " * 20_000 + "in Sunday's election", "://" + "/2021" * 40_000, "年" * 400_000, "1.1.1." * 20_000,
    ],
    ids=["digits", "dates", "letters", "lines", "labels", "bars", "events", "address", "years", "points"],
)
def test_cost_is_linear(text: str) -> None:
    before = time.process_time()
    doc = Document.from_text(text, metadata={"language": "en"})
    list(missing_date.check(doc, rule("missing-date")))
    for _, _ in zip(range(100), conflict.check(doc, rule("date-conflict")), strict=False):
        pass
    assert time.process_time() - before < 6
