"""Events told as past that come after the text, and events whose weekday shows another year."""

from __future__ import annotations

import pytest

from tests.checkers.dates.texts import conflicts

HEAD = "17 March 2021\n\n§"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{HEAD} On 4 May 2022 the court closed the dam.", ["4 May 2022"]),
        (f"{HEAD} On 4 May 2022 the court will close the dam.", []),
        # After all days that the text gives for itself, and the day behind the last of them.
        (f"{HEAD} On 18 March 2021 the court closed the dam.", []),
        (f"{HEAD} On 19 March 2021 the court closed the dam.", ["19 March 2021"]),
        (f"Updated 4 May 2022\n\n{HEAD} On 4 May 2022 the court closed the dam.", []),
        (f"08/11/2021\n\n§ On 8 November 2021 the court closed the dam.", []),  # noqa: F541 (as the others)
        (f"https://v.example/2022/05/04/dam\n\n{HEAD} On 3 May 2022 the court closed the dam.", ["3 May 2022"]),
        # No further than sixty years.
        (f"{HEAD} On 5 May 2081 the court closed the dam.", []),
        (f"{HEAD} On 4 April 2081 the court closed the dam.", ["4 April 2081"]),
        # Not where sources are read, nor where the order of day and month is open.
        (f"{HEAD} The court closed the dam, accessed 4 May 2022.", []),
        (f"{HEAD} On 04/05/2022 the court closed the dam.", []),
        # A life or a history tells many such days.
        (f"{HEAD} On 4 May 2022 it closed the dam. On 5 May 2022 it closed the dam.", ["4 May 2022", "5 May 2022"]),
        (f"{HEAD} On 4 May 2022 it closed the dam. On 5 May 2022 it closed the dam. On 6 May 2022 it closed the dam.", []),
        (f"{HEAD} On 4 May 2022 it closed the dam. On 5 May 2022 it closed the dam. On 5 May 2022 it closed the dam.", ["4 May 2022", "5 May 2022", "5 May 2022"]),
    ],
)
def test_before_event(text: str, found: list[str]) -> None:
    assert [match for kind, match in conflicts(text) if kind == "before-event"] == found


def test_a_language_without_words_is_passed_over() -> None:
    assert conflicts(f"{HEAD} On 4 May 2022 the court closed the dam.", language="qaa") == []


PAPER = "The Harbour Post, Wednesday, March 17, 2021"
TOLD = "voters went to the polls, and Ina Holm won in Sunday’s election."


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{PAPER}\n\nOn November 3, {TOLD}", ["render-date", "event-weekday"]),
        (f"{PAPER}\n\nOn March 14, {TOLD}", []),
        (f"{PAPER}\n\nOn Nov. 3rd, {TOLD}", ["render-date", "event-weekday"]),
        (f"{PAPER}\n\nOn November 3, 2019, {TOLD}", []),
        (f"{PAPER}\n\nOn Nomonth 3, {TOLD}", []),
        (f"{PAPER}\n\nOn February 30, {TOLD}", []),
        (f"{PAPER}\n\nIt was told. On November 3, {TOLD}", ["render-date", "event-weekday"]),
        (f"{PAPER}\n\nIt was told On November 3, {TOLD}", []),
        (f"On November 3, {TOLD}\n\n{PAPER}", ["event-weekday", "render-date"]),
        # The same event, in the same sentence.
        (f"{PAPER}\n\nOn November 3, farmers met, and Ina Holm won in Sunday’s election.", []),
        (f"{PAPER}\n\nOn November 3, {TOLD.replace('election', 'hurry')}", []),
        (f"{PAPER}\n\nOn November 3, voters went to the polls. Ina Holm won in Sunday’s election.", []),
        (f"{PAPER}\n\nOn November 3, voters {'a' * 455} in Sunday’s election.", ["render-date", "event-weekday"]),
        (f"{PAPER}\n\nOn November 3, voters {'a' * 500} in Sunday’s election.", []),
        # A day that has not yet come is that of the year before: 18 March was a Thursday, 19 March 2020 too.
        (f"{PAPER}\n\nOn March 18, {TOLD.replace('Sunday', 'Thursday')}", []),
        (f"{PAPER}\n\nOn March 19, {TOLD.replace('Sunday', 'Thursday')}", []),
        (f"{PAPER}\n\nOn March 19, {TOLD.replace('Sunday', 'Friday')}", ["render-date", "event-weekday"]),
        # The date in a page is doubtful, one that is labelled is not.
        (f"Published March 17, 2021\n\nOn November 3, {TOLD}", ["event-weekday"]),
        (f"a\nb\nc\nd\ne\nf\n{PAPER}\n\nOn November 3, {TOLD}", ["render-date", "event-weekday"]),
    ],
)
def test_event_weekday(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in conflicts(text)] == kinds


def test_the_events_are_told_in_english() -> None:
    assert conflicts(f"{PAPER}\n\nOn November 3, {TOLD}", language="de") == []
