"""Days in addresses, and which addresses are the text's own."""

from __future__ import annotations

from datetime import date

import pytest

from corpuslint.checkers.dates.addresses import in_address, own_addresses, path_day
from corpuslint.checkers.dates.finder import find


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://v.example/2021/03/17/dam", date(2021, 3, 17)),
        ("https://v.example/2021/3/7", date(2021, 3, 7)),
        ("https://v.example/dam-2021-03-17", date(2021, 3, 17)),
        ("https://v.example/dam_20210317.html", date(2021, 3, 17)),
        ("https://v.example/?d=2021_03_17", date(2021, 3, 17)),
        ("https://v.example/2021/02/30/dam", None),
        ("https://v.example/2021/03-17", None),
        ("https://v.example/202103171", None),
        ("https://v.example/1821/03/17", None),
        ("", None),
    ],
)
def test_path_day(address: str, day: date | None) -> None:
    assert path_day(address) == day


PATH = "https://v.example/2021/03/17/dam"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (PATH, True),
        (f"Source: {PATH}", True),
        (f"<{PATH}>", True),
        (f"Quelle: {PATH}", True),
        (f"See {PATH}", False),
        ("\n" * 6 + PATH, True),  # alone in the seventh line
        ("\n" * 7 + PATH, False),
        ("\n" * 60 + f"Source: {PATH}", True),
        ("Source:" + " " * 5 + PATH, False),
        ("- " * 20 + PATH, True),
        ("- " * 23 + PATH, False),
        ("Source: https://v.example/2021/02/30/dam", False),
        ("Source: https://v.example/dam", False),
    ],
)
def test_own_addresses(text: str, own: bool) -> None:
    found = [(text[item.first : item.last], item.start, item.day, item.style) for item in own_addresses(text)]
    assert found == ([("2021/03/17", text.index("2021"), date(2021, 3, 17), "numeric")] if own else [])


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("https://v.example/2021/03/17/dam", True),
        ("see (https://v.example/2021/03/17/dam)", True),
        ("see\twww.v.example/2021/03/17/dam", True),
        ("url=https://v.example/2021/03/17/dam", True),
        ("see https://v.example\n2021/03/17", False),
        ("see 2021/03/17", False),
        ("2021/03/17", False),
        ("https://v.example/17-March-2021", False),
    ],
)
def test_in_address(text: str, inside: bool) -> None:
    (item,) = find(text, "en")
    assert in_address(text, item) is inside
