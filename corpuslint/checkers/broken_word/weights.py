"""The evidence weights of the rule: what `benchmarks/sensitivity.py` turns, and nothing that a card's user would.

Zipf values are log10 of occurrences in 10^9 words; odds and gains are powers of ten; lengths are code points.
`dev` is the rule's development set (1,090 labelled cases), `dev/4` every fourth case of it: what a weight moves that is 20 %
smaller or larger. `Without it` tells what ten sets of texts (6,216) have else.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import NamedTuple


class Weights(NamedTuple):
    """A mapping gives values by the length of a word: the key is the greatest length that its value is for."""

    # Words of a language
    short: int = 4
    """Code points up to which chance alone makes one word of another, so that more is asked; dev/4: -20 % loses 4 right,
    finds 1 more, 1 of another extent, +20 % loses 7 right, finds 1 more."""
    unlisted: float = 1.0
    """Zipf value of a word that no list has: names are never all listed; dev/4: -20 % nothing, +20 % 1 of another extent."""
    rare: float = 2.7
    """Zipf value below which a word outside the dictionary may be a damaged one; dev/4: -20 % loses 2 right, +20 % loses
    1 right."""
    frequent: float = 3.0
    """Zipf value from which a word is one that damage may have made strange, or a quotation from English; dev/4:
    -20 % loses 1 right, +20 % finds 1 more."""
    common: float = 2.5
    """Zipf value from which a word raises no question, in a language without a second dictionary; dev: -20 % nothing,
    +20 % finds 2 more."""
    common_curated: float = 1.5
    """The same for one in the dictionary; dev: nothing."""
    common_outside: float = 3.6
    """The same for one that the dictionary lacks: `ofthe` is frequent; dev/4: -20 % loses 1 right, +20 % nothing."""
    common_short_curated: float = 4.0
    """The same for a short one in the dictionary: fragments are among the short 'words' of any web corpus; dev/4:
    -20 % nothing, +20 % finds 3 more."""
    common_short: float = 4.7
    """The same for a short one outside of it; dev/4: -20 % loses 2 right, +20 % nothing."""
    common_surely: float = 5.0
    """Zipf value from which a short word is not held against more frequent ones; dev/4: -20 % loses 51 right, 1
    unlabelled less, +20 % nothing."""
    acronym: int = 5
    """Greatest length of capitals that raise no question within a mixed word; dev: nothing; without it 33 more on ten
    sets, most of them wrong."""
    older_words: float = 0.01
    """Share of older spellings that makes a text archaic; dev: -20 % nothing, +20 % finds 4 more."""
    older_rare: float = 4.0
    """Zipf value from which a spelling is of today; dev: -20 % finds 4 more, 2 wrong, 1 unlabelled, 1 of another extent,
    +20 % nothing."""
    older_modern: float = 4.5
    """Zipf value of the modern form from which a rare spelling is an older one; dev/4: -20 % loses 3 right, 3 wrong
    less, +20 % nothing."""
    identifiers: int = 3
    """Different names of programs that make a text technical; dev: -20 % loses 4 right, +20 % nothing."""

    # The whole text
    proof: int = 3
    """Finds of a kind that let weaker evidence do for more of the kind; dev/4: -20 % finds 3 more, +20 % loses 1 right."""
    sure: int = 8
    """Greatest length of a repair that counts no more where it stands among strange words; dev: nothing; without it
    Indonesian is cut (`atas`, `sangat`)."""
    name: float = 2.0
    """Zipf value from which a word with a capital is taken for a name; dev: nothing; without it a name is cut
    (`Bethan`)."""
    term_merged: int = 2
    """Places from which what looks like words run together is a term, where it stands in all of them; dev/4: -20 % loses
    20 right, 2 wrong less, 1 of another extent, +20 % nothing."""
    term: int = 3
    """The same for a word that looks misread or cut; dev/4: -20 % loses 2 right, +20 % nothing."""

    # Misread words
    short_zipf: float = 6.0
    """Zipf value of a word that a short known one may stand for (`tho`); dev/4: -20 % finds 4 more, +20 % loses 39 right,
    2 wrong less, 1 unlabelled less."""
    short_gap: float = 2.2
    """By how much it is more frequent than that one; dev/4: -20 % finds 3 more, 5 wrong, +20 % loses 10 right, 1
    unlabelled less."""
    short_gap_proof: float = 2.7
    """The same where this is to prove that the text was recognised; dev/4: -20 % nothing, +20 % loses 11 right, 1 wrong
    less."""
    silent_e: float = 4.5
    """Zipf value of a word to which older spelling added an e; dev: nothing; without it `seene` was `scene`."""
    recognised: int = 2
    """Confusions that prove a text to be a recogniser's; dev/4: -20 % finds 10 more, 12 wrong, 4 of another extent,
    +20 % loses 32 right, 2 wrong less."""
    recognised_share: float = 0.01
    """The same as a share of its words; dev/4: -20 % nothing, +20 % loses 2 right."""
    loose_zipf: Mapping[float, float] = {6: 4.0, inf: 3.0}
    """Zipf value of what stood there, in a recogniser's text; dev/4: ≤ 6 -20 % 1 of another extent, +20 % loses 1 right, 3
    of another extent; else -20 % nothing, +20 % 2 of another extent."""
    loose_gap: Mapping[float, float] = {3: 3.5, inf: 2.0}
    """By how much it is more frequent than what is read; dev/4: ≤ 3 -20 % nothing, +20 % loses 8 right; else -20 % nothing,
    +20 % loses 1 right, 1 of another extent."""
    misread_short_zipf: float = 6.3
    """Zipf value of what stood there, for a short word in any text; dev/4: -20 % nothing, +20 % loses 1 right."""
    misread_short_gap: float = 4.5
    """By how much it is more frequent than what is read; dev/4: -20 % finds 1 more, +20 % nothing."""
    misread_zipf: Mapping[float, float] = {4: 5.5, 5: 4.0, inf: 3.2}
    """The same for words of four letters and more; dev/4: ≤ 4 -20 % 1 of another extent, +20 % loses 3 right; ≤ 5 -20 % 1 of
    another extent, +20 % nothing; else -20 % nothing, +20 % 1 of another extent."""
    misread_gap: float = 2.0
    """By how much it is more frequent than what is read; dev: -20 % nothing, +20 % loses 1 right."""
    weak_zipf: float = 4.0
    """The same where one thin stroke more or less makes the word, which chance does too; dev: nothing; without it Czech
    `těšiti` was `těšili`."""
    weak_least: int = 6
    """Least length of such a word; dev: -20 % finds 2 more, 2 wrong, +20 % nothing."""
    weak_long: int = 8
    """Length from which such a word needs no more than others; dev: -20 % nothing, +20 % loses 2 right."""
    capitals_zipf: Mapping[float, float] = {4: 4.8, inf: 3.5}
    """Zipf value of a word whose capitals were small letters of their shape (`shaU`); dev/4: else -20 % 1 of another
    extent, +20 % loses 1 right; ≤ 4 -20 % nothing, +20 % loses 7 right."""
    name_zipf: Mapping[float, float] = {5: 6.0, inf: 4.5}
    """Zipf value of what a word with a capital was; dev/4: ≤ 5 -20 % finds 1 more, +20 % loses 3 right; else -20 % finds 1
    more, 1 wrong, +20 % loses 3 right."""
    name_recognised: float = 1.0
    """How much less will do in a recogniser's text; dev/4: -20 % loses 4 right, +20 % nothing."""
    name_short: int = 5
    """Length up to which letters of like body alone make no other word of it; dev/4: -20 % nothing, +20 % loses 1 right."""
    name_gap: float = 5.0
    """By how much it is more frequent than a known name; dev/4: -20 % finds 1 more, +20 % nothing."""
    name_rare: float = 1.5
    """Zipf value below which a name outside the dictionary counts as unknown in a recogniser's text; dev/4:
    -20 % nothing, +20 % finds 1 more."""

    # Lost letters
    near: int = 80
    """Code points to either side of a word, within which one that writes diacritics has some; dev: nothing."""
    lost_letters: int = 3
    """Letters that a word may have lost; dev/4: -20 % loses 2 right, +20 % nothing."""
    cut_rare: float = 1.5
    """Zipf value below which a word within a line is no word; dev/4: -20 % loses 2 right, 1 wrong less, 1 unlabelled
    less, +20 % finds 1 more."""
    cut_silent_e: float = 3.0
    """Zipf value of a word to which older spelling added an e; dev/4: -20 % nothing, +20 % finds 1 more."""
    cut_zipf: float = 2.7
    """Zipf value of the whole word, where another one at the same edge of the lines was cut; dev/4: -20 % nothing,
    +20 % loses 2 right."""
    cut_gap: float = 1.5
    """By how much it is more frequent than what is left of it; dev: nothing; without it `ugo` is a part of `hugo`."""
    cut_sure_zipf: Mapping[float, float] = {5: 4.5, 7: 3.5, inf: 3.0}
    """Zipf value of the whole word, where it is the only witness; dev/4: ≤ 5 -20 % nothing, +20 % loses 3 right; ≤ 7
    -20 % finds 2 more, 1 wrong, +20 % loses 1 right, 1 unlabelled less; else -20 % nothing, +20 % loses 2 right."""
    cut_sure_gap: float = 3.0
    """By how much it is more frequent than what is left of it; dev/4: -20 % finds 1 more, +20 % loses 5 right."""

    # Signs and lost ligatures
    stray_odds: float = 3.0
    """Powers of ten against a stray sign; 1.0 more against an apostrophe; dev: -20 % finds 1 more, +20 % 1 unlabelled
    less."""
    sign_zipf: Mapping[float, float] = {4: 6.0, inf: 4.5}
    """Zipf value of a word in which a sign was a letter, by its letters but that; dev/4: ≤ 4 -20 % nothing, +20 % loses 1
    right; else -20 % nothing, +20 % loses 1 right."""
    ligature_zipf: Mapping[float, float] = {3: 5.5, 5: 4.0, inf: 3.0}
    """Zipf value of a word that lost a ligature, by its letters without it; dev/4: ≤ 3 -20 % finds 2 more, +20 % loses 1
    right; ≤ 5 -20 % nothing, +20 % loses 1 right; else -20 % finds 1 more, 1 of another extent, +20 % loses 3 right."""
    ligature_gap: float = 2.5
    """By how much it is more frequent than what is left of it; dev: -20 % nothing, +20 % loses 1 right."""
    ligature_odds: float = 5.0
    """Powers of ten against a space in place of a ligature; dev/4: -20 % nothing, +20 % loses 1 right."""
    ligature_front: int = 4
    """Greatest length of a run before such a space that is itself no strange one; dev: nothing."""
    ligature_spaced: float = 2.7
    """Zipf value of a word whose ligature stands between two spaces; dev: nothing."""
    ligature_control: float = 2.5
    """Zipf value of a word with a ligature in place of a control character; dev: nothing; at 3.0 a dash before `Do` is
    no `fi`."""
    telling: int = 4
    """Length from which a word of two scripts is one that no list has, rather than a unit or a variable; dev: nothing."""

    # Words cut in pieces
    split_odds: float = 5.0
    """Powers of ten against a word cut in pieces; dev/4: -20 % finds 2 more, 2 wrong, 1 unlabelled, +20 % loses 1 right."""
    split_odds_relaxed: float = 2.5
    """The same in a text with more of them, and before the ending of a writer; dev: nothing."""
    split_zipf: float = 2.7
    """Zipf value of the joined word; dev/4: -20 % nothing, +20 % loses 1 right."""
    split_zipf_short: float = 4.8
    """The same for a short one; dev: -20 % nothing, +20 % loses 1 right."""
    split_zipf_relaxed: float = 2.0
    """The same in a text with more of them; dev: -20 % loses 1 right, 1 of another extent, +20 % loses 3 right, 7 of
    another extent."""
    split_many: float = 0.7
    """How much less will do where the word was cut more than once; dev: -20 % 1 of another extent, +20 % nothing."""
    split_piece: int = 4
    """Greatest length of a piece, but for one of them; dev: -20 % loses 2 right, +20 % 1 of another extent."""

    # Words run together
    merged_known: float = 3.5
    """Zipf value from which a word is one word; dev: -20 % loses 1 right, +20 % nothing."""
    merged_short: int = 12
    """Length up to which a function word must begin or end what was run together; dev/4: -20 % nothing, +20 % 1 of
    another extent."""
    merged_row: int = 24
    """Length from which one of three letters and more must stand in it: keys and genes are long, too; dev/4: -20 % loses
    1 right, +20 % nothing."""
    merged_strange: float = 2.0
    """Powers of ten by which a word is rarer that no list has; dev/4: -20 % nothing, +20 % finds 3 more."""
    merged_letter: float = 0.85
    """The same for each of its letters; dev/4: -20 % loses 3 right, 1 wrong less, +20 % finds 6 more."""
    merged_long: int = 12
    """Length from which a letter makes it ten times rarer still; dev/4: -20 % finds 2 more, +20 % loses 1 right."""
    merged_junk: float = 2.5
    """Powers of ten by which a word that only the frequency list has is likelier to be an error itself; dev:
    -20 % nothing, +20 % 1 wrong."""
    merged_space: float = 1.7
    """Powers of ten against a lost space; dev/4: -20 % finds 1 more, +20 % loses 1 right."""
    merged_spaces: float = 0.4
    """The same for each, because they come together; dev/4: -20 % finds 1 more, +20 % nothing."""
    merged_unlisted: float = 3.0
    """Powers of ten against a piece that no list has; dev/4: -20 % nothing, +20 % loses 1 right."""
    merged_gain: float = -0.2
    """Powers of ten by which the pieces are likelier than one word; dev: nothing."""
    merged_gain_relaxed: float = -1.0
    """The same in a text with more of them, and with a function word among the pieces; dev/4: -20 % nothing, +20 % finds
    1 more."""
    merged_piece: Mapping[float, float] = {1: 6.2, 3: 5.0, inf: 4.0}
    """Zipf value of a piece by its length: rare short 'words' are fragments; dev/4: ≤ 1 -20 % loses 1 right, +20 % finds 1
    more; ≤ 3 -20 % finds 1 more, +20 % nothing; else -20 % finds 1 more, +20 % loses 1 right."""
    merged_piece_curated: float = 2.5
    """The same for one of four letters and more in the dictionary; dev: nothing; without it `packaging` is `pack aging`
    within long rows."""
    phrase_long: int = 16
    """Length from which no word of some languages is so much like a row of words; dev: -20 % nothing, +20 % loses 4
    right."""
    phrase_gain: float = 8.0
    """Powers of ten by which it must be that; dev/4: -20 % finds 1 more, +20 % nothing."""
    phrase_content: int = 5
    """Least length of each of two words that are none of the function words; 1 less in a text with more of them; dev/4:
    -20 % loses 3 right, finds 1 more, +20 % 1 wrong less."""
    phrase_content_zipf: float = 4.0
    """Zipf value of each; dev/4: -20 % finds 4 more, +20 % loses 4 right, 1 wrong less, 1 of another extent."""
    phrase_compound: int = 12
    """Length up to which they may be a compound; dev/4: -20 % nothing, +20 % 1 of another extent."""
    phrase_functions: Mapping[float, float] = {4: 2.5, inf: 3.5}
    """Zipf value below which two function words are no word, by the length of both; dev: ≤ 4 -20 % loses 1 right,
    +20 % nothing; else -20 % loses 1 right, +20 % nothing."""
    phrase_name: int = 6
    """Least length of two function words that begin with a capital; dev/4: -20 % nothing, +20 % loses 1 right."""
    glued_zipf: float = 3.3
    """Zipf value of the word beside a function word; dev/4: -20 % nothing, +20 % loses 3 right."""
    glued_to_short: int = 5
    """Least length of the word beside a function word of one or two letters, which are in many names; dev: -20 % finds 1
    more, +20 % nothing."""
    glued_to_short_zipf: float = 3.5
    """Zipf value of it; dev: -20 % finds 2 more, +20 % loses 1 right."""
    phrase_pieces: int = 4
    """Pieces up to which two must be function words; dev/4: -20 % finds 1 more, +20 % nothing."""
    sentence_end: float = 2.5
    """Zipf value of a word before a full stop without a space behind it; dev: -20 % nothing, +20 % loses 1 right."""
    sentence_start: float = 4.0
    """Zipf value of a word behind it; dev/4: -20 % 1 unlabelled, +20 % nothing."""
    sentence_start_sure: float = 6.0
    """The same without a full stop, behind a capital, or in a technical text; dev/4: -20 % finds 4 more, +20 % loses 4
    right."""
    sentence_end_bare: float = 3.3
    """Zipf value of the last word of a sentence without a full stop; dev: -20 % nothing, +20 % loses 3 right."""
    sentence_one: float = 2.0
    """Zipf value from which the two are one word; dev: -20 % nothing, +20 % 1 of another extent."""

    # Hyphens
    hyphen_line_end: float = 1.5
    """Powers of ten by which a compound with a hyphen is likelier than its parts side by side, and damage rarer: at a
    line's end; dev: -20 % finds 4 more, 1 unlabelled, +20 % loses 3 right."""
    hyphen_space: float = 2.5
    """The same before a space; dev: nothing."""
    hyphen_inside: float = 4.5
    """The same within a word; dev/4: -20 % finds 1 more, +20 % loses 1 right, 1 unlabelled less."""
    hyphen_words: float = 3.5
    """Zipf value from which both sides of a hyphen within a line are words; dev: -20 % loses 20 of 2,199, +20 % finds 2 more, without it 5 more."""
    hyphen_prefix: float = 3.0
    """The same again behind a prefix; dev/4: -20 % nothing, +20 % loses 1 right."""
    hyphen_known: float = 2.0
    """Zipf value from which a word is one; that of one of the dictionary at least; dev: -20 % loses 2 right, +20 % finds
    1 more, 2 wrong, 1 unlabelled."""
    hyphen_here: float = 3.0
    """Zipf value of a word that the document has elsewhere; dev: nothing."""
    hyphen_relaxed_line_end: float = 1.5
    """How much less will do where another hyphen at a line's end is damage for certain; dev: -20 % loses 3 right,
    +20 % finds 1 more, 1 unlabelled."""
    hyphen_relaxed: float = 2.0
    """The same elsewhere; dev/4: -20 % loses 1 right, 1 unlabelled less, +20 % nothing."""
    hyphen_setting: int = 2
    """Such hyphens that show a text to be set with hyphens at line ends; dev: -20 % 1 of another extent, +20 % nothing."""

    # Doubled words, page breaks
    repeat_zipf: float = 5.5
    """Zipf value of a short word that stands twice by a slip: rarer ones make a word so (`tom tom`); dev/4:
    -20 % nothing, +20 % loses 1 right."""
    repeat_long: int = 10
    """Least length of a word that is none of the listed ones, in a language that lists its slips; dev/4: -20 % nothing,
    +20 % loses 1 right."""
    heading: float = 3.5
    """Zipf value from which a lone word before a page break was not cut (`Invest`); dev/4: -20 % loses 1 right,
    +20 % nothing."""
    heading_amid: float = 5.5
    """The same where the text goes on in the middle of a sentence; dev/4: -20 % loses 2 right, +20 % nothing."""

    # Chinese
    han_pair: float = 4.0
    """Zipf value of a pair of characters that stands for itself; dev: nothing."""
    han_short: float = 3.0
    """Zipf value of a word of three: names written by sound (斯皮思) are so long, and differ by one character; dev:
    nothing."""
    han_particle: float = 6.73
    """Zipf value from which a character is a particle or a pronoun; dev: -20 % loses 1 right, +20 % nothing."""
    han_odds: float = 3.0
    """Powers of ten against a misreading; dev: nothing."""
    han_unlisted: float = 1.0
    """Zipf value of a character that is no word; dev: nothing."""

    contraction: float = 4.5
    """Zipf value of a word with an apostrophe (`don't`) that stands in two pieces; dev: nothing."""
    split_common: float = 5.5
    """Zipf value of pieces that are common words each."""
    repeat_line: int = 80
    """Code points to either side in which the other words of the line are counted."""
    repeat_beside: int = 2
    """Words beside a doubled one on its line; labels of buttons have one or two."""
    running_share: float = 0.2
    """Share of the words of a language's most frequent ones that makes lines of one word running text."""
    capitals: int = 200
    """Capitals of a text that is judged in small letters."""
    capitals_share: float = 0.75
    """Their share of the letters, at least."""
    guesses: int = 2
    """Different damaged words of a document from which a guess is told as one."""
    running: int = 3
    """Words before the repeated ones on the last line of a page: a heading or a label has none, running text a line of them."""


WEIGHTS = Weights()


def by_length(table: Mapping[float, float], length: int) -> float:
    """The value for words of a length."""
    for most, value in table.items():
        if length <= most:
            return value
    raise KeyError(length)
