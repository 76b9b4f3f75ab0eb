"""What a date is for by the place where it stands."""

from __future__ import annotations

import pytest

from tests.checkers.dates.texts import PROSE, roles

D = "17 March 2021"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Datelines: a place, the date, a dash.
        (f"VALLEY CITY, {D} (AP) — §", "dateline"),
        (f"Valley City, {D} – §", "dateline"),
        (f"Valley city, {D} – §", "body"),
        (f"Valley City, {D}. §", "body"),
        (f"{D} – §", "dateline"),
        (f"* {D} – §", "dateline"),
        (f"{D}: §", "dateline"),
        (f"{D} it was – §", "body"),
        (f"Aa Bb Cc Dd Ee Ff, {D} – §", "dateline"),
        (f"Aa Bb Cc Dd Ee Ff Gg, {D} – §", "dateline"),
        (f"Aa Bb Cc Dd Ee Ff Gg Hh, {D} – §", "body"),
        (f"(aa bb {D}) §", "dateline"),
        (f"aa bb {D}) §", "body"),
        (f"(新华社北京{D}电) §", "dateline"),
        (f"{'水' * 15} {D} – §", "dateline"),
        (f"{'水' * 16} {D} – §", "body"),
        (f"({'水' * 14},{D}电) §", "dateline"),
        (f"({'水' * 15},{D}电) §", "body"),
        (f"“Valley, {D} – §", "body"),
        (f"> Valley, {D} – §", "body"),
        # A label with which the sentence begins.
        (f"Published {D} | §", "published"),
        (f"Published {D} §", "body"),
        (f"• Published {D} | §", "published"),
        (f"It was published {D} | §", "body"),
        (f"Updated {D}, §", "updated"),
        (f"Today ({D}) §", "published"),
        (f"It is today ({D}) §", "published"),
        (f"Today, {D} §", "published"),
        (f"It is today, {D} §", "body"),
        (f"Today {D} §", "body"),
        # A heading behind the date.
        (f"Above.\n{D} {'Aa ' * 24}", "lead"), (f"{D} {'Aa ' * 24}", "dateline"),
        (f"Above.\n{D} {'Aa ' * 25}", "body"), (f"{D} {'Aa ' * 25}", "dateline"),
        (f"Above.\n{D} {'Aa ' * 20}.", "body"), (f"{D} {'aa ' * 20}.", "body"),
        (f"Above.\n{D} {'Aa ' * 20}:", "body"), (f"{D} {'aa ' * 20}:", "body"),
        (f"x {D} {'Aa ' * 20}", "body"),
        (f"It fell on {D} to a third of its volume, the water board said, and farmers have been told to expect less.", "body"),
    ],
)
def test_in_a_sentence(text: str, expected: str) -> None:
    assert [name for _, name in roles(text)] == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # Another's.
        (f"River Watch (@riverwatch) {D}", "other"),
        (f"@riverwatch {D}", "standalone"),
        ("Jo Park Kim Lee Water Farming Rain Dams | 17/3/21", "byline"),
        ("Jo Park Kim Lee Water Farming Rain Dams Aa | 17/3/21", "other"),
        (f"Lee, K. Water. {D}; 12", "other"),
        (f"{D}, 10.00–13.00, Town hall", "other"),
        (f"{D}, 10:00", "standalone"),
        # Alone in its column.
        (f"{D}     PRICE ONE PENNY TODAY AND NEVER MORE THAN THAT", "standalone"),
        (f"{D}\tPRICE ONE PENNY TODAY AND NEVER MORE THAN THAT", "standalone"),
        (f"{D}  PRICE ONE PENNY TODAY AND NEVER MORE THAN THAT", "lead"),
        (f"VALLEY POST {D}     PRICE ONE PENNY TODAY AND NEVER MORE", "other"),
        # Quoted, or in a sentence.
        (f"\"Rain {D}", "other"),
        (f"\"Rain\" {D}", "standalone"),
        (f"“Rain {D}", "other"),
        (f"“Rain” {D}", "standalone"),
        (f"„Rain“ {D}", "standalone"),
        (f"„Rain {D}", "other"),
        (f"«Rain {D}", "other"),
        (f"> Rain {D}", "other"),
        (f"It fell {D} in the old town.", "other"),
        (f"It fell {D}.", "standalone"),
        (f"{D} 大桥通车了。", "other"),
        (f"Water {D} has gone.", "other"),
        (f"Jo Park Kim {D} has gone.", "other"),
        # Alone, or nearly.
        (D, "standalone"),
        (f"Jo Park Kim {D}", "standalone"),
        (f"Jo Park Kim Lee {D}", "byline"),
        # A byline: after 'by', between marks, after a comma, twice; names, and nothing behind the date.
        (f"By Jo Park and the board {D} in this whole town", "byline"),
        (f"Jo Park and the whole water board | {D} | in this town", "byline"),
        (f"Jo Park of Water Board, {D} in this whole town", "byline"),
        (f"Jo Park and the water board, {D} in this whole town", "other"),
        (f"Jo and the Water Board {D} {D} in this town", "byline"),
        (f"Aa Bb Cc Dd Ee Ff Gg {D}", "byline"),
        (f"Aa Bb Cc Dd Ee Ff Gg {D} Hh", "other"),
        (f"Aa Bb Cc Dd Ee Ff {D} Gg", "byline"),
        (f"Aa Bb Cc Dd Ee {D} Ff Gg", "other"),
        (f"Aa Bb Cc Dd Ee Ff Gg Hh {D}", "other"),
        (f"Aa Bb Cc Dd Ee ff {D}", "byline"),
        (f"Aa Bb Cc Dd ee ff {D}", "other"),
        # Before a heading or names.
        (f"{D} Jo Park Water, Weather, Farming", "lead"),
        (f"x {D} Jo Park Water, Weather, Farming", "lead"),
        (f"ab {D} Jo Park Water, Weather, Farming", "other"),
        (f"{D} Jo Park and all of Water", "other"),
        (f"{D} Jo Park, the Weather and Farming", "lead"),
        (f"{D} Jo Park Water Weather Farming:", "other"),
        (f"{D} Jo Park Water Weather Farming.", "other"),
    ],
)
def test_in_a_short_line(line: str, expected: str) -> None:
    assert roles(f"Dam\n\n{line}\n\n§")[0][1] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Aa Bb Cc Dd Ee Ff Gg Hh {D}", "title"),
        (f"Aa Bb Cc Dd Ee Ff Gg Hh Ii {D}", "other"),
        (f"{D} Aa Bb Cc Dd Ee Ff Gg Hh", "title"),
        (f"{D} Aa Bb Cc Dd Ee Ff Gg Hh Ii", "lead"),
        (f"Aa bb cc {D} dd ee", "other"),
    ],
)
def test_in_the_first_line(line: str, expected: str) -> None:
    assert roles(f"\n {line}\n\n{PROSE}") == [(D, expected)]
