"""Each kind of contradiction, at both sides of its bounds."""

from __future__ import annotations

import pytest

from tests.checkers.dates.texts import conflicts, document, rule


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Tuesday, March 17, 2021", True),
        ("Wednesday, March 17, 2021", False),
        ("Monday, 08/11/2021", False),  # by one of its readings
        ("Saturday, 08/11/2021", True),
        # The Julian calendar, until 1929, and the Gregorian one from 1583 on.
        ("Wednesday, 25 October 1917", False),
        ("Thursday, 25 October 1917", False),
        ("Friday, 25 October 1917", True),
        ("Monday, 31 December 1929", False),
        ("Tuesday, 1 January 1929", False),
        ("Monday, 14 January 1929", False),
        ("Monday, 14 January 1931", True),
        ("Monday, 1 January 1930", True),
        ("Tuesday, 14 January 1930", False),
        ("Monday, 1 January 1582", False),
        ("Monday, 1 January 1583", True),
        ("Monday, 17 March 2060", True),
        ("Monday, 17 March 2061", False),
        # Quoted, or the attribute of what follows.
        ("The invitation for “Tuesday, 17 March 2021” is a joke that no one laughs about in this town or in the next one", False),
        ("It was told that on Tuesday 17 March 2021 farmers met in the hall of the town to talk about the water and the dam", False),
        ("It was told that on Tuesday 17 March 2021 the farmers met in the hall of the town to talk about the water and dam", True),
        ("It was told that on Tuesday 17 March 2021, farmers met in the hall of the town to talk about the water and the dam", True),
        ("Tuesday 17 March 2021 Farmers", True),
    ],
)
def test_weekday(line: str, found: bool) -> None:
    assert ("weekday" in [kind for kind, _ in conflicts(f"{line}\n\n§")]) is found


def test_what_follows_counts_in_english_alone() -> None:
    text = "Es war am Dienstag, dem 17. März 2021 regnerisch, wie man in der Stadt und auf dem Land noch lange erzählen wird, sagte er."
    assert conflicts(text, language="de") == [("weekday", "Dienstag, dem 17. März 2021")]


def test_the_tabular_calendar_may_be_a_day_off() -> None:
    assert conflicts("الأربعاء 14 رمضان 1442\n\n§", language="ar") == []


def test_a_wrong_weekday_tells_the_right_one() -> None:
    text = "Tuesday, March 17, 2021\n\n§"
    from corpuslint.checkers.dates import conflict

    (finding,) = conflict.check(document(text), rule("date-conflict"))
    assert finding.evidence == {"right": "Wednesday", "day": "2021-03-17"}


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Published 31/02/2021\n\n§", "Published 31/02/2021"),
        ("Published 31/02/1800\n\n§", "Published 31/02/1800"),
        ("Published 31/02/1799\n\n§", ""),
        ("Published 31/02/2100\n\n§", "Published 31/02/2100"),
        ("Published 31/02/2101\n\n§", ""),
        ("Published 31.02.21\n\n§", ""),
        ("Updated 31/02/2021\n\n§", "Updated 31/02/2021"),
        ("“31 February 2021\n\n§", ""),
        ("Published 45 March 2021\n\n§", "Published 45 March 2021"),
        ("Published 31 February 2101\n\n§", "Published 31 February 2101"),
        # In a sentence: where the month is named, and only the day is wrong.
        ("§ It was on 31 February 2021.", "31 February 2021"),
        ("§ It was on 31 February 1799.", ""),
        ("§ It was on 32 March 2021.", ""),
        ("§ It was on 31/02/2021.", ""),
        ("§ It was on “31 February 2021”.", ""),
        ("§\n\nComments\n\nJo, 31 February 2021", ""),
    ],
)
def test_impossible(text: str, match: str) -> None:
    assert conflicts(text) == ([("impossible", match)] if match else [])


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Posted on 01.01.1970\n\n§", "Posted on 01.01.1970"),
        ("Posted on 02.01.1970\n\n§", ""),
        ("Dam\n\n1970-01-01\n\n§", "1970-01-01"),
        ("Dam\n\n1 January 1970\n\n§", ""),
        ("Dam\n\n1 January 1970, 00:00\n\n§", "1 January 1970"),
        ("Dam\n\n1 January 1970, 10:00\n\n§", ""),
        ("Dam\n\n30 December 1899\n\n§", "30 December 1899"),
        ("Dam\n\n1 January 1900\n\n§", ""),
        ("Published 1 January 1970\n\n§", "Published 1 January 1970"),
        ("Updated 1 January 1970\n\n§", ""),
        ("Updated 1970-01-01\n\n§", "Updated 1970-01-01"),
        ("§ It was on 1970-01-01.", ""),
        *((f"Dam\n\n{day}\n\n§", day) for day in ("1601-01-01", "1899-12-31", "1900-01-01", "1969-12-31", "1980-01-01")),
    ],
)
def test_placeholder(text: str, match: str) -> None:
    assert conflicts(text) == ([("placeholder", match)] if match else [])


@pytest.mark.parametrize(
    ("text", "retrieved", "found"),
    [
        ("17 March 2021\n\n§", "2021-03-15", ["17 March 2021"]),
        ("17 March 2021\n\n§", "2021-03-16", []),
        ("Published 17 March 2021\nUpdated 19 March 2021\n\n§", "2021-03-17", ["Updated 19 March 2021"]),
        ("17 March 2021\n\n18 May 2021\n\n§", "2021-03-17", ["18 May 2021"]),  # the one that is the text's own
        ("08/11/2022\n\n§", "2022-08-10", []),
        ("08/11/2022\n\n§", "2022-08-09", ["08/11/2022"]),
        ("https://v.example/2021/03/17/dam\n\n§", "2021-01-01", []),
        ("§ It is on 17 March 2022.", "2021-01-01", []),
        ("Published 17 March 2060\n\n§", "", []),
        ("Published 17 March 2061\n\n§", "", ["Published 17 March 2061"]),
        ("Published 17 March 2061\n\n§", "2061-03-17", []),
        ("Published: 9999-12-31\n\n§ On 4 May 2022 the court closed the dam.", "", ["Published: 9999-12-31"]),
    ],
)
def test_future(text: str, retrieved: str, found: list[str]) -> None:
    assert conflicts(text, retrieved=retrieved) == [("future", match) for match in found]


def test_the_nepali_year_is_ahead() -> None:
    assert conflicts("17 March 2077\n\n§", language="ne") == []


@pytest.mark.parametrize("reference", ["9999-12-31", "0001-01-01"])
def test_the_ends_of_the_calendar(reference: str) -> None:
    assert conflicts("§", date=reference, retrieved=reference) == []
    assert [kind for kind, _ in conflicts("17 March 2021\n\n§", date=reference)] == ["index-mismatch"]
    assert [kind for kind, _ in conflicts("17 March 2021\n\n§", retrieved=reference)] == (["future"] if reference < "2021" else [])


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        ("17 March 2021\n\n§", "2021-03-18", []),
        ("17 March 2021\n\n§", "2021-03-19", ["17 March 2021"]),
        ("17 March 2021\n\n§", "2021-03-16", []),
        ("17 March 2021\n\n§", "2021-03-15", ["17 March 2021"]),
        ("17 March 2021\n\n§", "2021-03", []),
        ("1 April 2021\n\n§", "2021-03", []),
        ("2 April 2021\n\n§", "2021-03", ["2 April 2021"]),
        ("27 February 2021\n\n§", "2021-03", ["27 February 2021"]),
        ("31 December 2021\n\n§", "2021-12", []),
        ("2 January 2022\n\n§", "2021-12", ["2 January 2022"]),
        ("17 March 2021\n\n§", "2021-13", []),
        ("1 January 2021\n\n§", "2021", []),
        ("31 December 2021\n\n§", "2021", []),
        ("2 January 2022\n\n§", "2021", ["2 January 2022"]),
        ("17 March 2021\n\n§", "someday", []),
        ("17 March 2021\n\n§", "", []),
        ("08/11/2022\n\n§", "2022-11-09", []),
        ("Updated 17 March 2021\n\n§", "2021-01-01", []),  # an update may come later
        ("Updated 17 March 2021\n\n§", "2021-05-01", ["Updated 17 March 2021"]),
        ("Published 17 March 2021\nUpdated 5 May 2021\n\n§", "2021-05-05", []),
        ("Published 17 March 2021\n\n§\n\nPosted 17 March 2021", "2020-01-01", ["Published 17 March 2021"]),
        ("Dam\n\n17 March 2021\n\nPublished 17 March 2021\n\n§", "2020-01-01", ["17 March 2021", "Published 17 March 2021"]),
    ],
)
def test_index_mismatch(text: str, stated: str, found: list[str]) -> None:
    assert conflicts(text, date=stated) == [("index-mismatch", match) for match in found]


def test_the_path_of_the_source_is_no_date_of_the_index() -> None:
    assert conflicts("17 March 2021\n\n§", source="https://v.example/2019/01/12/dam") == []


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        ("October 2020\n\n§", "2021-03-17", "October 2020"),
        ("October, 2020\n\n§", "2021-03-17", "October, 2020"),
        ("octubre de 2020\n\n§", "2021-03-17", "octubre de 2020"),
        ("March 2021\n\n§", "2021-03-17", ""),
        ("March 2021\n\n§", "2021-03", ""),
        ("March 2021\n\n§", "2021", ""),
        ("Room 2020\n\n§", "2021-03-17", ""),
        ("October 2020 in the town\n\n§", "2021-03-17", ""),
        ("October 2020\n\n§", "", ""),
        ("October 2020\n\n§", "unknown", ""),
        (f"{'a' * 587}\nOctober 2020\n", "2021-03-17", "October 2020"),
        (f"{'a' * 588}\nOctober 2020\n", "2021-03-17", ""),
        ("October 2020\nMay 2020\n\n§", "2021-03-17", "October 2020"),
        ("October 2020\n\n§ It was on 31 May 1999.", "2021-03-17", "October 2020"),
        ("17 March 2021\n\nOctober 2020\n\n§", "2021-03-17", ""),
    ],
)
def test_month_mismatch(text: str, stated: str, found: str) -> None:
    assert conflicts(text, date=stated) == ([("index-mismatch", found)] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Published: 17 March 2021\nUpdated: 15 March 2021\n\n§", True),
        ("Published: 17 March 2021\nUpdated: 16 March 2021\n\n§", False),
        ("Updated: 15 March 2021\nPublished: 17 March 2021\n\n§", True),
        ("Published: 08/11/2022\nUpdated: 9 August 2022\n\n§", True),
        ("Published: 08/11/2022\nUpdated: 10 August 2022\n\n§", False),
        ("Published: 17 March 2021\nUpdated: 01/02/2021\n\n§", False),
        ("Updated: 17 March 2021\nUpdated: 3 January 2021\n\n§", False),
        (f"Published: 17 March 2021{chr(10) * 216}Updated: 3 January 2021\n\n§", True),
        (f"Published: 17 March 2021{chr(10) * 217}Updated: 3 January 2021\n\n§", False),
    ],
)
def test_order(text: str, found: bool) -> None:
    kinds = [kind for kind, _ in conflicts(text)]
    assert kinds == (["updated-before-published"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Published 17 March 2021\n\n§\n\nFirst published: 3 May 2021", "First published: 3 May 2021"),
        ("Published 17 March 2021\n\n§\n\nFirst published: 3 January 2021", ""),
        ("First published: 3 January 2021\nPublished 17 March 2021\n\n§", ""),
        ("First published: 3 May 2021\nPublished 17 March 2021\n\n§", "Published 17 March 2021"),
        ("Published 17 March 2021\n\n§\n\nPosted 19 March 2021", "Posted 19 March 2021"),
        ("Published 17 March 2021\n\n§\n\nPosted 18 March 2021", ""),
        ("Published 17 March 2021\n\n§\n\nPublished 3 May 2021", ""),
        ("Published 17 March 2021\n\n§\n\nStand: 3 May 2021", ""),
        ("Published 17 March 2021\n\n§\n\nPosted 3 May 2021\n\n§\n\nAdded 4 May 2021", "Posted 3 May 2021"),
        ("Published 17 March 2021\n\n§\n\nPosted 3 May 2021\n\n§\n\nAdded 4 May 2021\n\n§\n\nFirst published 5 May 2021", "Posted 3 May 2021"),
        ("Source: https://v.example/2019/01/12/dam\n\nJo Park, 17 March 2021\n\n§", "17 March 2021"),
        ("Source: https://v.example/2019/01/12/dam\n\nPublished 17 March 2021\n\n§", "Published 17 March 2021"),
        ("Source: https://v.example/2019/01/12/dam\n\nPublished 17 March 2021\n\n§\n\nPublished 4 May 2021", ""),
        ("Source: https://v.example/2021/03/16/dam\n\n17 March 2021\n\n§", ""),
        ("Jo Park, 17 March 2021\n\n§\n\nSource: https://v.example/2019/01/12/dam", "2019/01/12"),
        ("Source: https://v.example/2019/01/12/dam\n\n§\n\n§\n\n17 March 2021", ""),  # too far from where the text begins
        ("Source: https://v.example/2019/01/12/dam\n\n08/11/2022\n\n§", "08/11/2022"),
        ("Source: https://v.example/2022/11/08/dam\n\n08/11/2022\n\n§", ""),
    ],
)
def test_two_dates(text: str, found: str) -> None:
    assert [match for kind, match in conflicts(text) if kind == "two-dates"] == ([found] if found else [])


def test_of_two_that_overlap_the_plainer_one_is_told() -> None:
    text = "Tuesday, 17 March 2021\n\n§"
    assert conflicts(text, date="2020-01-01") == [("weekday", "Tuesday, 17 March 2021")]


def test_a_paper_is_revised_before_it_is_published() -> None:
    history = "(Received 7 August 2024; revised 19 December 2024; accepted 27 February 2025; published 17 March 2025)"
    assert conflicts(f"Stars\n{history}\n\n§") == []
    assert [kind for kind, _ in conflicts(f"Stars\n{history.removeprefix('(Received 7 August 2024; ')}\n\n§")] == ["updated-before-published"]
