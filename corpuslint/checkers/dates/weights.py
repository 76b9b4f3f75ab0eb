"""What decides whether a date is found, what it is for, and whether it contradicts another: one number a field.

What -20 % and +20 % do was counted with `benchmarks/sensitivity.py dates` on the labelled set missing-date/dev (right, wrong)
and on a thousand documents with dates of all development sets: documents in which a finding changes, and in which the
publication date does. `tests` means that no set moves, and the tests of the part hold both sides of the number.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Reach(NamedTuple):
    """Words between a date and its verb where the verb stands before or behind it, and between an auxiliary and its participle."""

    before: int
    behind: int
    participle: int


class Weights(NamedTuple):
    """Lengths are code points unless said otherwise."""

    # A date is found.
    short_name: int = 4
    """Of a name that is another language's only with a capital; -20 %: 1 date, +20 %: 7 findings, 8 dates."""
    shortest_stem: int = 4
    """Of a month's name before a case ending; tests."""
    latest_number: int = 45
    """What can be meant as a day of a month, and is none; -20 %: 5 findings, +20 % nothing."""
    short_year_turn: int = 50
    """The first two digits of a year that are of the last century; -20 %: 1 date, +20 %: 1 finding."""
    short_buddhist_year_turn: int = 40
    """The first two digits that are of the Buddhist era; tests."""

    # A label or a heading.
    short_label: int = 5
    """Of a label that counts in its own language alone; -20 %: 4 findings, +20 %: 2."""
    heading_words: int = 4
    """Words of a heading; -20 %: 1 finding, +20 % nothing."""
    words_behind_heading: int = 3
    """Words of the same line behind it; tests; without it, dates of one document change their role."""
    unspaced_behind_heading: int = 4
    """The same in scripts without spaces; tests."""

    figures: int = 2
    """Figures beside a date that make its line the row of a table."""

    rows: int = 8
    """Dates of a list from which what stands amid them is one of its rows."""

    # A line, and where the main text begins.
    prose_words: int = 14
    """Words beside its dates that a line of no prose has at most; dev: +20 % 2 wrong; -20 %: 6 findings, +20 %: 7."""
    unspaced_a_word: int = 3
    """Characters of a script without spaces that count as a word; -20 %: 1 finding, +20 %: 1 finding, 10 dates."""
    twice_gap: int = 25
    """Between the two times that a day stands in a line (published and modified); -20 % nothing, +20 %: 1 finding."""
    line_above: int = 40
    """Of a line that is but the label of the date below it; tests."""
    lines_above: int = 2
    """Line ends between the two; -20 %: 1 finding, 3 dates, +20 % nothing."""
    long_line: int = 120
    """Of a line of the main text; -20 %: 2 findings, 6 dates, +20 %: 2 findings, 6 dates."""
    long_unspaced_line: int = 50
    """The same in scripts without spaces; -20 % nothing, +20 %: 1 date."""
    main_text: int = 4000
    """Below a long line, in which `main_share` of all long lines' text stands where it begins the main text; +20 %: 1 date."""
    main_share: float = 0.5
    """A share; +20 %: 1 date."""
    no_main_text: int = 120
    """Where the main text of a text without long lines is taken to begin; tests."""
    labelled_address: int = 50
    """Between the beginning of a line and that of an address with its label before it; tests."""
    opening_lines: int = 7
    """Lines that open a text, in which an address that stands alone is its own; tests."""

    # The label that governs a date.
    before: int = 64
    """Between the beginning of a label and the date behind it; dev: -20 % 2 wrong; -20 %: 5 findings, +20 % nothing."""
    behind: int = 40
    """Between the date and the end of a label behind it; tests."""
    words_before: int = 5
    """Words between a label and the date behind it; tests."""
    words_behind: int = 4
    """Words between a date and the label behind it; a quarter of it: 2 dates."""

    # Which of the candidates is the date of publication.
    scores: Mapping[str, float] = MappingProxyType({
        "published": 100.0, "byline": 62.0, "dateline": 62.0, "standalone": 50.0, "title": 45.0, "lead": 40.0, "updated": 20.0,
    })
    """Points of each role; -20 %: byline 3 findings, 7 dates, dateline 2 dates, standalone (dev: 1 right lost) 1 finding;
    +20 %: byline 2 dates, standalone 1 finding, 5 dates, lead 1 date; of the others the order counts alone."""
    tabular: float = 5.0
    """Points less for a day of the tabular Islamic calendar; without it 1 date, and more beside a Gregorian day: tests."""
    page_head: float = 12.0
    """Points less for today's date in a page's head; +20 %: 1 date."""
    page_head_lines: int = 3
    """Lines above the main text from which a page's head reaches up; -20 %: 1 date."""
    below_anchor: int = 8
    """Lines that a date below the beginning of the main text counts as farther; without it 2 dates."""
    farthest: int = 60
    """Lines beyond which all are as far; tests."""
    line: float = 0.5
    """Points less for each line between a date and the beginning of the main text; -20 %: 2 dates."""
    head: int = 1200
    """In which a date before a heading is the text's own; tests; without it 1 finding and 4 roles."""

    # A date of a list.
    listed: int = 3
    """Days at the same edge of neighbouring lines; dev: -20 % 1 right lost, 1 wrong; 9 findings, +20 %: 5 findings."""
    list_reach: int = 4
    """Dates before and behind that are looked at; -20 %: 1 finding."""
    list_gap: int = 160
    """Between one of them and the next; -20 %: 1 finding, 1 date."""
    list_lines: int = 4
    """Line ends between one of them and the next; +20 %: 1 finding."""
    edge_marks: int = 3
    """Before a date, of which no letter makes it begin its line; tests."""

    # A date by its place.
    dash_alone: int = 4
    """To the end of the dash behind a date that begins its line; -20 %: 2 findings, 3 dates."""
    lead_words: int = 24
    """Words of a heading behind a date; -20 %: 1 finding, 1 date."""
    place_unspaced: int = 16
    """Of a dateline's place in a script without spaces; tests; without it 1 finding."""
    short_style_words: int = 8
    """Words of a line in which 17/3/21 is the text's own date; tests; without it 2 findings."""
    standalone_words: int = 3
    """Words of a line that is but a date; dev: -20 % 1 wrong; -20 %: 2 findings, 31 dates, +20 %: 22 dates."""
    title_words: int = 8
    """Words of a title with a date; tests."""
    byline_words: int = 7
    """Words of a byline that nothing else tells; tests."""
    plain_share: float = 1 / 3
    """Words without a capital behind the date, as a share of a heading's; -20 %: 1 finding."""

    # A contradiction.
    near: int = 240
    """Between a publication and its update; tests; without it 3 findings in texts whose digits were turned."""
    month_line: int = 600
    """In which a line that is a month and a year is the text's date; tests."""
    own_score: float = 45.0
    """Points of a date without a label that a day in the text's own address is held against; dev: +20 % 1 right lost."""

    # An event that is told as past.
    most_events: int = 2
    """Days after the publication; a life or a history tells more; tests."""
    verb: Reach = Reach(6, 14, 3)
    """Words; tests."""
    verb_second: Reach = Reach(2, 3, 14)
    """The same in the main clauses of most Germanic languages; tests."""
    few_words: int = 3
    """Words before a date whose verb stands behind it; tests."""
    shortest_inflected: int = 4
    """Of a word whose ending tells a tense; tests."""


WEIGHTS = Weights()
