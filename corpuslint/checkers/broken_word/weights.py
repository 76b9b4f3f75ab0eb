"""The evidence weights of the rule: what `benchmarks/sensitivity.py` turns, and nothing that a card's user would.

Zipf values are log10 of occurrences in 10^9 words; odds and gains are powers of ten; lengths are code points.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import NamedTuple


class Weights(NamedTuple):
    """A mapping gives values by the length of a word: the key is the greatest length that its value is for."""

    # Words of a language
    short: int = 4
    """Code points up to which chance alone makes one word of another, so that more is asked."""
    unlisted: float = 1.0
    """Zipf value of a word that no list has: names are never all listed."""
    rare: float = 2.7
    """Zipf value below which a word outside the dictionary may be a damaged one."""
    frequent: float = 3.0
    """Zipf value from which a word is one that damage may have made strange, or a quotation from English."""
    common: float = 2.5
    """Zipf value from which a word raises no question, in a language without a second dictionary."""
    common_curated: float = 1.5
    """The same for one in the dictionary."""
    common_outside: float = 3.6
    """The same for one that the dictionary lacks: `ofthe` is frequent."""
    common_short_curated: float = 4.0
    """The same for a short one in the dictionary: fragments are among the short 'words' of any web corpus."""
    common_short: float = 4.7
    """The same for a short one outside of it."""
    common_surely: float = 5.0
    """Zipf value from which a short word is not held against more frequent ones."""
    acronym: int = 5
    """Greatest length of capitals that raise no question within a mixed word."""
    older_words: float = 0.01
    """Share of older spellings that makes a text archaic."""
    older_rare: float = 4.0
    """Zipf value from which a spelling is of today."""
    older_modern: float = 4.5
    """Zipf value of the modern form from which a rare spelling is an older one."""
    identifiers: int = 3
    """Different names of programs that make a text technical."""

    # The whole text
    proof: int = 3
    """Finds of a kind that let weaker evidence do for more of the kind."""
    sure: int = 8
    """Greatest length of a repair that counts no more where it stands among strange words."""
    name: float = 2.0
    """Zipf value from which a word with a capital is taken for a name."""
    term_merged: int = 2
    """Places from which what looks like words run together is a term, where it stands in all of them."""
    term: int = 3
    """The same for a word that looks misread or cut."""

    # Misread words
    short_zipf: float = 6.0
    """Zipf value of a word that a short known one may stand for (`tho`)."""
    short_gap: float = 2.2
    """By how much it is more frequent than that one."""
    short_gap_proof: float = 2.7
    """The same where this is to prove that the text was recognised."""
    silent_e: float = 4.5
    """Zipf value of a word to which older spelling added an e."""
    recognised: int = 2
    """Confusions that prove a text to be a recogniser's."""
    recognised_share: float = 0.01
    """The same as a share of its words."""
    loose_zipf: Mapping[float, float] = {6: 4.0, inf: 3.0}
    """Zipf value of what stood there, in a recogniser's text."""
    loose_gap: Mapping[float, float] = {3: 3.5, inf: 2.0}
    """By how much it is more frequent than what is read."""
    misread_short_zipf: float = 6.3
    """Zipf value of what stood there, for a short word in any text."""
    misread_short_gap: float = 4.5
    """By how much it is more frequent than what is read."""
    misread_zipf: Mapping[float, float] = {4: 5.5, 5: 4.0, inf: 3.2}
    """The same for words of four letters and more."""
    misread_gap: float = 2.0
    """By how much it is more frequent than what is read."""
    weak_zipf: float = 4.0
    """The same where one thin stroke more or less makes the word, which chance does too."""
    weak_least: int = 6
    """Least length of such a word."""
    weak_long: int = 8
    """Length from which such a word needs no more than others."""
    capitals_zipf: Mapping[float, float] = {4: 4.8, inf: 3.5}
    """Zipf value of a word whose capitals were small letters of their shape (`shaU`)."""
    name_zipf: Mapping[float, float] = {5: 6.0, inf: 4.5}
    """Zipf value of what a word with a capital was."""
    name_recognised: float = 1.0
    """How much less will do in a recogniser's text."""
    name_short: int = 5
    """Length up to which letters of like body alone make no other word of it."""
    name_gap: float = 5.0
    """By how much it is more frequent than a known name."""
    name_rare: float = 1.5
    """Zipf value below which a name outside the dictionary counts as unknown in a recogniser's text."""

    # Lost letters
    near: int = 80
    """Code points to either side of a word, within which one that writes diacritics has some."""
    lost_letters: int = 3
    """Letters that a word may have lost."""
    cut_rare: float = 1.5
    """Zipf value below which a word within a line is no word."""
    cut_silent_e: float = 3.0
    """Zipf value of a word to which older spelling added an e."""
    cut_zipf: float = 2.7
    """Zipf value of the whole word, where another one at the same edge of the lines was cut."""
    cut_gap: float = 1.5
    """By how much it is more frequent than what is left of it."""
    cut_sure_zipf: Mapping[float, float] = {5: 4.5, 7: 3.5, inf: 3.0}
    """Zipf value of the whole word, where it is the only witness."""
    cut_sure_gap: float = 3.0
    """By how much it is more frequent than what is left of it."""

    # Signs and lost ligatures
    stray_odds: float = 3.0
    """Powers of ten against a stray sign; 1.0 more against an apostrophe."""
    sign_zipf: Mapping[float, float] = {4: 6.0, inf: 4.5}
    """Zipf value of a word in which a sign was a letter, by its letters but that."""
    ligature_zipf: Mapping[float, float] = {3: 5.5, 5: 4.0, inf: 3.0}
    """Zipf value of a word that lost a ligature, by its letters without it."""
    ligature_gap: float = 2.5
    """By how much it is more frequent than what is left of it."""
    ligature_odds: float = 5.0
    """Powers of ten against a space in place of a ligature."""
    ligature_front: int = 4
    """Greatest length of a run before such a space that is itself no strange one."""
    ligature_spaced: float = 2.7
    """Zipf value of a word whose ligature stands between two spaces."""
    ligature_control: float = 2.5
    """Zipf value of a word with a ligature in place of a control character."""
    telling: int = 4
    """Length from which a word of two scripts is one that no list has, rather than a unit or a variable."""

    # Words cut in pieces
    split_odds: float = 5.0
    """Powers of ten against a word cut in pieces."""
    split_odds_relaxed: float = 2.5
    """The same in a text with more of them, and before the ending of a writer."""
    split_zipf: float = 2.7
    """Zipf value of the joined word."""
    split_zipf_short: float = 4.8
    """The same for a short one."""
    split_zipf_relaxed: float = 2.0
    """The same in a text with more of them."""
    split_many: float = 0.7
    """How much less will do where the word was cut more than once."""
    split_piece: int = 4
    """Greatest length of a piece, but for one of them."""

    # Words run together
    merged_known: float = 3.5
    """Zipf value from which a word is one word."""
    merged_short: int = 12
    """Length up to which a function word must begin or end what was run together."""
    merged_row: int = 24
    """Length from which one of three letters and more must stand in it: keys and genes are long, too."""
    merged_strange: float = 2.0
    """Powers of ten by which a word is rarer that no list has."""
    merged_letter: float = 0.85
    """The same for each of its letters."""
    merged_long: int = 12
    """Length from which a letter makes it ten times rarer still."""
    merged_junk: float = 2.5
    """Powers of ten by which a word that only the frequency list has is likelier to be an error itself."""
    merged_space: float = 1.7
    """Powers of ten against a lost space."""
    merged_spaces: float = 0.4
    """The same for each, because they come together."""
    merged_unlisted: float = 3.0
    """Powers of ten against a piece that no list has."""
    merged_gain: float = -0.2
    """Powers of ten by which the pieces are likelier than one word."""
    merged_gain_relaxed: float = -1.0
    """The same in a text with more of them, and with a function word among the pieces."""
    merged_piece: Mapping[float, float] = {1: 6.2, 3: 5.0, inf: 4.0}
    """Zipf value of a piece by its length: rare short 'words' are fragments."""
    merged_piece_curated: float = 2.5
    """The same for one of four letters and more in the dictionary."""
    phrase_long: int = 16
    """Length from which no word of some languages is so much like a row of words."""
    phrase_gain: float = 8.0
    """Powers of ten by which it must be that."""
    phrase_content: int = 5
    """Least length of each of two words that are none of the function words; 1 less in a text with more of them."""
    phrase_content_zipf: float = 4.0
    """Zipf value of each."""
    phrase_compound: int = 12
    """Length up to which they may be a compound."""
    phrase_functions: Mapping[float, float] = {4: 2.5, inf: 3.5}
    """Zipf value below which two function words are no word, by the length of both."""
    phrase_name: int = 6
    """Least length of two function words that begin with a capital."""
    glued_zipf: float = 3.3
    """Zipf value of the word beside a function word."""
    glued_to_short: int = 5
    """Least length of the word beside a function word of one or two letters, which are in many names."""
    glued_to_short_zipf: float = 3.5
    """Zipf value of it."""
    phrase_pieces: int = 4
    """Pieces up to which two must be function words."""
    sentence_end: float = 2.5
    """Zipf value of a word before a full stop without a space behind it."""
    sentence_start: float = 4.0
    """Zipf value of a word behind it."""
    sentence_start_sure: float = 6.0
    """The same without a full stop, behind a capital, or in a technical text."""
    sentence_end_bare: float = 3.3
    """Zipf value of the last word of a sentence without a full stop."""
    sentence_one: float = 2.0
    """Zipf value from which the two are one word."""

    # Hyphens
    hyphen_line_end: float = 1.5
    """Powers of ten by which a compound with a hyphen is likelier than its parts side by side, and damage rarer: at a line's end."""
    hyphen_space: float = 2.5
    """The same before a space."""
    hyphen_inside: float = 4.5
    """The same within a word."""
    hyphen_prefix: float = 3.0
    """The same again behind a prefix."""
    hyphen_known: float = 2.0
    """Zipf value from which a word is one; that of one of the dictionary at least."""
    hyphen_here: float = 3.0
    """Zipf value of a word that the document has elsewhere."""
    hyphen_relaxed_line_end: float = 1.5
    """How much less will do where another hyphen at a line's end is damage for certain."""
    hyphen_relaxed: float = 2.0
    """The same elsewhere."""
    hyphen_setting: int = 2
    """Such hyphens that show a text to be set with hyphens at line ends."""

    # Doubled words, page breaks
    repeat_zipf: float = 5.5
    """Zipf value of a short word that stands twice by a slip: rarer ones make a word so (`tom tom`)."""
    repeat_long: int = 10
    """Least length of a word that is none of the listed ones, in a language that lists its slips."""
    heading: float = 3.5
    """Zipf value from which a lone word before a page break was not cut (`Invest`)."""
    heading_amid: float = 5.5
    """The same where the text goes on in the middle of a sentence."""

    # Chinese
    han_pair: float = 4.0
    """Zipf value of a pair of characters that stands for itself."""
    han_short: float = 3.0
    """Zipf value of a word of three: names written by sound (斯皮思) are so long, and differ by one character."""
    han_particle: float = 6.73
    """Zipf value from which a character is a particle or a pronoun."""
    han_odds: float = 3.0
    """Powers of ten against a misreading."""
    han_unlisted: float = 1.0
    """Zipf value of a character that is no word."""


WEIGHTS = Weights()


def by_length(table: Mapping[float, float], length: int) -> float:
    """The value for words of a length."""
    for most, value in table.items():
        if length <= most:
            return value
    raise KeyError(length)
