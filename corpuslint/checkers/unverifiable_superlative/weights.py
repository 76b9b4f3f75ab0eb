"""What the judgement of a claim weighs: points, and how far a word reaches.

Each number was turned by 20 % (an integer by one at least) with benchmarks/sensitivity.py on unverifiable-superlative/dev,
real/labels and real/docs: 852 findings, 282 of them expected and 31 wrong, 539 in texts without labels ("other").
"""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    enough: int = 2
    """Points that make a finding, unless the sentence excuses it; 1 adds 9 right and 175 wrong, 3 loses 183 right."""
    strong: int = 2
    """Points of an evaluation; 1 loses 160 right, 3 adds 9 wrong."""
    weak: int = 1
    """Points of a weak evaluation (important, beautiful); 0 loses 26 right, 2 adds 9 right and 166 wrong."""
    joined: int = 1
    """Points for a second evaluation beside it; 0 loses 1 right and 3 wrong, 2 adds 1 wrong."""
    stressed: int = 1
    """Points for an intensifier; 0 loses 4 right and 1 wrong, 2 adds 6 other."""
    company: int = 1
    """Points for a noun of the field that weak praise goes with ("beautiful views"); 0 loses 10 right, 7 wrong, 2 nothing."""
    figure: int = 1
    """Points off for praise of a fact or a number; 0 adds 3 wrong, 2 nothing."""
    extreme: int = 2
    """Points for the widest scope ("ever"); 1 loses 1 other, 3 nothing."""
    place: int = 1
    """Points for a wide scope ("in the country"); 0 loses 7 right, 2 adds 1 other."""
    measured: int = 2
    """Points off for a noun that is measured ("best result"); 1 adds and 3 loses 1 other."""
    technical: int = 1
    """Points off for a technical noun ("best way to"); 0 adds 4 wrong, 2 loses 1 other."""
    nounless: int = 1
    """Points off for a superlative without a noun and a scope; 0 adds 3 wrong, 2 nothing."""
    partitive: int = 1
    """Points off for a weak "one of the" without a scope; 0 adds 4 other, 2 nothing."""
    passed_on: int = 1
    """Points for an attribution to nobody; 0 loses 1 right, 2 nothing."""

    praise_clause: int = 60
    """Code points of the clause behind a word of praise; either way two findings end elsewhere."""
    noun_phrase: int = 6
    """Words of the noun behind an evaluation; -20 % adds 1 other and cuts 3, +20 % nothing."""
    company_words: int = 6
    """Words behind weak praise among which its noun stands; either way two findings end elsewhere."""
    scope_words: int = 11
    """Words behind a superlative in which its scope is looked for; -20 % cuts one finding, +20 % nothing."""
    place_words: int = 3
    """Words behind a preposition among which a place or a name stands; 2 loses 1 right, 4 adds 1 other."""
    unspaced_gap: int = 3
    """Code points from a scope to a superlative in languages without spaces ("世界上最"); either way nothing, an example
    of the card needs it."""
    attribution_reach: int = 110
    """Code points behind an attribution to nobody in which its claim is looked for; -20 % nothing, +20 % one more kind."""
    attribution_weak: int = 50
    """The same for a weak claim; -20 % nothing, +20 % one more kind."""

    shared_article: int = 4
    """Code points that an attribution and its claim share, an article ("considered the"); either way nothing, with the
    whole attribution shared 3 findings of broken-word/dev and missing-date/dev change their kind."""

    start: int = 2
    """Code points into a sentence that still are its start (a quotation mark, a bracket); 1 loses 1 right and 1 wrong
    for names and adds 1 wrong for questions, 3 nothing."""
    beside: int = 12
    """Code points between a cue and what it belongs to (a word and its mention, a figure and its unit, a source and
    nobody); -20 % and +20 % nothing, 99 loses 2 right and adds 1 wrong."""
    not_reach: int = 60
    """Code points from a negation to the claim; -20 % and +20 % nothing, without end it takes 1 other."""
    modal_reach: int = 7
    """Code points from a claim to a negation behind it; -20 % and +20 % nothing, 1 adds 3 other, 99 loses 2 right."""
    aim_reach: int = 50
    """Code points from an aim to the claim; -20 % adds 1 other, +20 % nothing."""
    asked_reach: int = 40
    """Code points from a question word to the claim; -20 % adds 1 right and 2 other, +20 % nothing."""
    about: int = 3
    """Words of aesthetics that make a text a treatise on it; 2 loses 10 right, 4 nothing."""
    measured_reach: int = 70
    """Code points between a figure and the claim; -20 % and +20 % nothing, 20 adds 1 wrong, without end it loses one
    finding of embedded-spam/dev."""
    judged_reach: int = 60
    """Code points between a verb of judgement and the claim; -20 % and +20 % nothing, 12 adds 4 wrong, without end it
    loses 2 right."""
    trail_reach: int = 45
    """Code points from a comma to the verb of a source that trails; -20 % adds 1 other, +20 % nothing."""
    trail_rest: int = 90
    """Code points behind that verb up to the sentence's end; -20 % and +20 % nothing, without end it loses 6 findings
    on boilerplate/dev and real/spam."""
    subject_words: int = 6
    """Words before a verb of saying among which its subject stands; 5 loses 1 right, 7 nothing."""
    verb_words: int = 2
    """Words before a verb of saying that belong to it; 1 loses 1 other, 3 nothing."""

    dense: int = 4
    """Claims that make a text one of praise; see `dense_words`."""
    dense_words: int = 70
    """Words to each claim of a text of praise, at most."""
    spoken_words: int = 60
    """Words to each "I" or "my" of a text in which single persons talk, at most."""
    cited: int = 2
    """Mentions of "et al." that make a text a scholarly one."""
    line_end: int = 12
    """Code points at a line's end in which a stop and closing marks are looked for."""
    praised_twice: int = 3
    """Points of a claim that is strong and joined or stressed: "brilliant and immortal"."""
    score_reach: int = 40
    """Code points behind a claim in which a number in brackets is its score; measured on reports of benchmarks alone, four findings."""


WEIGHTS = Weights()
