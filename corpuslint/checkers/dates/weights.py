"""What decides whether a date is found, what it is for, and whether it contradicts another: one number a field."""

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
    """TABLE"""

    short_name: int = 4
    shortest_stem: int = 4
    latest_number: int = 45
    short_year_turn: int = 50
    short_buddhist_year_turn: int = 40

    short_label: int = 5
    heading_words: int = 4
    words_behind_heading: int = 3
    unspaced_behind_heading: int = 4

    prose_words: int = 14
    unspaced_a_word: int = 3
    twice_gap: int = 25
    line_above: int = 40
    lines_above: int = 2
    long_line: int = 120
    long_unspaced_line: int = 50
    main_text: int = 4000
    main_share: float = 0.5
    no_main_text: int = 120
    labelled_address: int = 50
    opening_lines: int = 7

    before: int = 64
    behind: int = 40
    words_before: int = 5
    words_behind: int = 2
    words_behind_at_line_end: int = 4

    scores: Mapping[str, float] = MappingProxyType({
        "published": 100.0, "byline": 62.0, "dateline": 62.0, "standalone": 50.0, "title": 45.0, "lead": 40.0, "updated": 20.0,
    })
    tabular: float = 5.0
    page_head: float = 12.0
    page_head_lines: int = 3
    below_anchor: int = 8
    farthest: int = 60
    line: float = 0.5
    head: int = 1200
    listed: int = 3
    list_reach: int = 4
    list_gap: int = 160
    list_lines: int = 4
    edge_marks: int = 3

    prose_head: int = 70
    dash_alone: int = 4
    lead_words: int = 24
    place_words: int = 6
    place_unspaced: int = 16
    short_style_words: int = 8
    standalone_words: int = 3
    title_words: int = 8
    byline_words: int = 7
    plain_share: float = 1 / 3

    near: int = 240
    month_line: int = 600
    labelled_dates: int = 3
    own_score: float = 45.0

    most_events: int = 2
    verb: Reach = Reach(6, 14, 3)
    verb_second: Reach = Reach(2, 3, 14)
    opening_words: int = 7
    few_words: int = 3
    longest_tense_ending: int = 6
    shortest_inflected: int = 4
    shortest_tense_stem: int = 2
    head_lines: int = 5


WEIGHTS = Weights()
