"""Quotation marks and what ends a sentence, to be put into sets and into the classes of regular expressions.

Who needs some of them alone, or more, composes them and says why.
"""

from __future__ import annotations

from collections.abc import Mapping

STRAIGHT = "\"'"
OPENING = "“„‘‚«‹「『"
"""What opens a quotation somewhere; “, ‘, « and ‹ close one elsewhere."""
CLOSING = "”’»›」』“‘"
"""What closes one somewhere; the last two, and in few languages » and ›, open one elsewhere."""
SINGLE = "'‘’‚"
"""Apostrophes as well, and accents that were typed so."""
QUOTES = f"{STRAIGHT}{OPENING}”’»›」』‟"
PAIRS: Mapping[str, str] = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "《": "》", "‹": "›", "‟": "”", "〈": "〉", '"': '"',
}
"""What opens a quotation of some words, titles included, and what may close it; the usual one first."""

STOPS = ".!?…"
"""End a sentence where a space or the text's end follows."""
EAST_ASIAN_STOPS = "。！？"
OTHER_STOPS = "।۔؟"
"""Of Devanagari and other Indic scripts, of Urdu and Arabic."""
UNSPACED_STOPS = EAST_ASIAN_STOPS + OTHER_STOPS
"""End a sentence whatever follows."""
BEHIND_STOP = r"\"'”’»)\]"
"""What may stand between a stop and the space; in a class of a regular expression."""
