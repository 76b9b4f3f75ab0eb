"""`date-conflict`: what contradicts the calendar, the rest of the document, or its metadata."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.checkers.dates import conflict, missing
from corpuslint.checkers.dates.publication import published
from corpuslint.document import Document
from tests.checkers.dates.texts import conflicts, document, rule


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


@given(st.text(alphabet=st.sampled_from("0123456789 ./-:\nPublishedUpat年月日٣ 月Mar|()@\udc80\u0000"), max_size=200))
@settings(max_examples=150)
def test_any_text(text: str) -> None:
    doc = Document.from_text(text)
    for finding in (*missing.check(doc, rule("missing-date")), *conflict.check(doc, rule("date-conflict"))):
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
@pytest.mark.slow
def test_cost_is_linear(text: str) -> None:
    before = time.process_time()
    doc = Document.from_text(text, metadata={"language": "en"})
    list(missing.check(doc, rule("missing-date")))
    for _, _ in zip(range(100), conflict.check(doc, rule("date-conflict")), strict=False):
        pass
    assert time.process_time() - before < 6
