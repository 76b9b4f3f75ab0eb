"""The evidence of the rule, in numbers: costs in nats (-ln of a probability), shares, and counts that decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Weights(NamedTuple):
    """Each with its unit, and what 20 % less and 20 % more of it do to 958 findings in 573 short texts of the development set.

    Where nothing is said, neither does anything there; from `alone` on it is not measured yet.
    """

    # A letter in a word of a language: letters.py

    outside: float = 8.5
    """nats: a letter of the language's script that the language does not have; -20 %: right -6, shape -1 +1, +20 %: shape -3 +1"""
    other_script: float = 11.0
    """nats: a letter of another script, but for plain Latin ones; -20 %: right -2, +20 %: nothing"""
    latin_within: float = 6.0
    """nats: a plain Latin letter in a language of another script"""
    unheard_of: float = 25.0
    """nats: a letter that no language has"""
    formula: float = 6.0
    """nats: a Greek letter of formulas and units, where no letter of the language stands before it"""
    word_end: float = 0.5
    """nats: the end of a word behind a symbol"""
    drawn_on: float = 1.5
    """nats: one more line or shade of a drawing; -20 %: nothing, +20 %: right +1"""
    capital_within: float = 3.5
    """nats: a capital behind a small letter, or a small letter behind two capitals; -20 %: right -1, +20 %: nothing"""

    # A symbol: symbols.py

    punctuation: Mapping[str, float] = {
        ".,-'\":;()!?": 2.0, "“”‘’–—…«»": 3.0, "„/&%[]+#*@=_": 4.5, "、。，「」！？：；（）・ー《》『』【】～…　": 4.0, "؛؟ـ،।۔": 3.0,
        "\u00a0": 1.0, "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0654ʼʻʹ": 3.5, "°€£•√∂∑∏∫≤≥≠≈∞": 5.0, "©®™§½¿¡": 6.0,
        "\u200c\u200d\u00ad\u200e\u200f\u202a\u202b\u202c\ufeff": 3.0,
    }
    """nats: signs that texts are full of, by their frequency"""
    beside: float = 4.0
    """nats: one right before or after a letter, where it does not belong; -20 %: right -1, +20 %: right -1 +1"""
    digit: float = 2.5
    """nats: 0 to 9"""
    other_digit: float = 9.0
    """nats: digits of other scripts, and raised ones"""
    no_character: float = 13.0
    """nats: what no text has: controls, private use, nothing assigned, U+FFFD; -20 %: nothing, +20 %: right -2, shape -1 +1"""
    ascii_symbol: float = 5.0
    """nats: the other signs of ASCII"""
    usual_symbol: float = 8.0
    """nats: symbols and signs that a code page or a keyboard has, and emoji; -20 %: nothing, +20 %: right -1 +5"""
    rare_symbol: float = 12.0
    """nats: all others; -20 %: nothing, +20 %: right -1"""

    # A character among ideographs: ideographs.py

    script_clash: float = 5.0
    """nats: a letter of a small script right beside an ideograph"""
    rank_start: int = 10
    """ranks: added to that of a frequent character, so that the very first do not come for nothing"""
    rank: float = 6.0
    """factor of the rank, of which the logarithm is the cost"""
    first_level: float = 10.0
    """nats: a character of the first level of the national set (GB 2312, JIS X 0208, KS X 1001)"""
    second_level: float = 12.0
    """nats: one of its second level"""
    big5_first: float = 9.5
    """nats: in Chinese, one of the first level of Big5 alone"""
    big5_second: float = 12.5
    """nats: in Chinese, one of the second level of Big5 alone"""
    no_level: float = 14.0
    """nats: one of none of these"""
    hanja: float = 11.0
    """nats: an ideograph in Korean; -20 %: right -1, shape -4 +3, +20 %: nothing"""
    latin_among: float = 3.0
    """nats: a plain Latin letter; -20 %: right -1, +20 %: nothing"""
    space_among: float = 1.0
    """nats: a space"""
    kana: float = 4.5
    """nats: kana in Japanese"""
    half_width: float = 5.0
    """nats: half-width katakana in Japanese"""
    full_width: float = 7.0
    """nats: full-width digits and Latin letters"""
    face: float = 9.0
    """nats: a letter of another script that faces are drawn with"""
    letter_among: float = 12.0
    """nats: any other letter, kana in the other two among them"""

    # A word: words.py

    switch: float = 4.0
    """nats: a word of a language that is not the document's, one in about fifty; -20 %: shape -2 +2, +20 %: nothing"""
    switch_east_asian: float = 1.0
    """nats: the same from one East Asian language to another"""
    fluent: float = 2.6
    """nats a letter that hardly any word of any language goes below: no better language is looked for"""
    odd: float = 6.0
    """nats: a pair of letters at which its word is looked at; -20 %: nothing, +20 %: right -3"""
    odd_ideograph: float = 9.9
    """nats: the same in East Asian languages"""
    lone_symbol: float = 3.0
    """nats: a symbol that is a word of its own, beside its own cost"""
    drawing: float = 4.0
    """nats: a word of several symbols, beside their own costs"""
    drawn_symbol: float = 6.0
    """nats: any other symbol of several, at most, but for those that no text has"""
    sound: float = 6.0
    """nats that a sound word may cost beside those of its letters; -20 %: right +1, +20 %: right -4"""
    sound_letter: float = 3.1
    """nats that a letter of a small alphabet may cost in a sound word; -20 %: right +7, shape -2 +2, +20 %: right -28"""
    sound_sign: float = 4.0
    """nats: a sign there; -20 %: nothing, +20 %: right -1"""
    sound_syllable: float = 3.6
    """nats: a letter of a large alphabet or of syllables, Thai to Korean; -20 %: right +1, +20 %: nothing"""
    sound_kana: float = 5.0
    """nats: kana and full-width letters"""
    sound_ideograph: float = 8.0
    """nats: an ideograph; -20 %: nothing, +20 %: right -1, shape -3 +2"""
    fitting_size: int = 40
    """code points of sound words by which a text tells its language; -20 %: nothing, +20 %: right -1"""
    fits: float = 2.75
    """nats a letter that they cost in that language, at most; -20 %: right -1, +20 %: nothing"""
    fits_better: float = 0.2
    """nats a letter that they gain over the language that was thought"""
    unknown_letter: float = 3.0
    """nats a letter that they cost in a language without a table; -20 %: right -1, +20 %: nothing"""

    # UTF-8 read as something else: utf8.py

    utf8_prior: float = 7.0
    """nats that a line's stretches must gain together: about one line in a thousand is damaged at all; -20 %: right +2, +20 %: right -1"""
    utf8_proved: float = 2.0
    """nats: the same where other lines of the document prove the code page"""
    each: float = -3.0
    """nats that a word of such a line must gain: short words and symbols say nothing, and may even lose"""
    each_lossy: float = 1.0
    """nats: the same where bytes are lost; -20 %: nothing, +20 %: shape -1 +1"""
    lost: float = 10.0
    """nats: a character that cannot be had any more; what it stands for is taken out of the text, so no less"""
    layer: float = 4.0
    """nats that one more layer must gain, and what it gains where the code page of the last was at work again; -20 %: shape -1 +1, +20 %: nothing"""
    rare_page: float = 3.0
    """nats: a code page that text is seldom read as"""
    uncommon_page: float = 2.0
    """nats: any but the two commonest, where two explain a line"""
    sound_word: int = 4
    """letters from which sound case tells a word from leads that stand together by chance"""
    multi_share: float = 0.7
    """share of the bytes beyond ASCII in a stretch read as an East Asian code page that make UTF-8; -20 %: right +1, shape -8 +7, +20 %: shape -11 +7"""
    explained: float = 0.5
    """share of a line's oddity that a reading must gain, or else a swap of code pages is tried as well; -20 %: nothing, +20 %: shape -6 +1"""

    # One legacy code page read as another: swaps.py

    swap_prior: float = 13.0
    """nats that a line must gain: among some hundred hypotheses the best one gains a few by chance"""
    swap_prior_own: float = 9.0
    """nats: the same where the language was written in that code page"""
    swap_prior_unknown: float = 25.0
    """nats: the same where the language has no table: its own letters look odd, whatever they are"""
    confirmed: float = 6.0
    """nats: the same on a line that is not odd by itself, once the swap explains another"""
    witnessed: float = 1.0
    """nats: the same where words of the language bear witness to the swap"""
    per_character: float = 1.2
    """nats that each changed character must gain on average"""
    per_character_unknown: float = 3.0
    """nats: the same where the language has no table, unless the text is foreign letters all over"""
    least_letter: float = 2.0
    """nats a letter that no word goes below"""
    first: float = 0.5
    """share of the prior that the odd words alone must gain"""
    sound_share: float = 1.1
    """of what sound words cost at most, that those of a swap may cost; -20 %: shape -4 +3, +20 %: shape -2 +2"""
    sound_share_multi: float = 1.25
    """the same for East Asian code pages; -20 %: nothing, +20 %: shape -3 +2"""
    fitting: float = 0.8
    """share of the characters that must become letters of a language of the code page"""
    shown_share: float = 0.9
    """share of them that the code page must have that the text was read as; -20 %: nothing, +20 %: right -62, shape -1 +1"""
    dense: float = 0.25
    """share of a line beyond ASCII from which it may be of any language"""
    invalid: float = 0.05
    """share of the characters that may be no text in the true code page, which truncated texts reach"""

    # Words as witnesses: witness.py

    frequent: float = 3.0
    """Zipf value of a word that can bear witness"""
    frequent_gap: float = 1.5
    """Zipf values that it must lie over what stands there"""
    alone: float = 4.0
    """Zipf value of one that needs no second"""
    alone_letters: int = 5
    """letters of it, at least"""

    # The document: checker.py, file.py, leftovers.py, lost.py

    many_odd: float = 0.2
    """share of odd words from which the language may be another"""
    rare_encoding: float = 6.0
    """nats that an encoding must gain over the usual one of its script"""
    enough_tags: int = 3
    """closing tags of a page's source, in which entities are right"""
    code_before: int = 120
    """code points before an escape in which source code shows, on its line"""
    code_after: int = 60
    """the same behind it"""
    address_before: int = 200
    """code points before a percent escape in which the beginning of an address shows"""
    query_before: int = 100
    """the same before a question mark"""
    marked_words: int = 3
    """words of question marks in a row that were words, two of different lengths among them"""
    marked_word: int = 4
    """question marks of the longest of them"""
    marked_letters: int = 10
    """question marks of all of them"""

    swapped_letters: int = 4
    """Letters of a document that a swap of code pages makes of others, from which it is more than a slip."""

    swapped_places: int = 2
    """Places in which they stand: one word with letters of two scripts is a name, or a slip of the keyboard."""
    swapped_row: int = 16
    """Letters of a single place that are no word: scripts without spaces have a sentence there."""


WEIGHTS = Weights()
