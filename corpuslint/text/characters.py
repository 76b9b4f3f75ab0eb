"""Which characters a text has beyond the usual ones, and what they are: known before anything is looked for.

Ranges are compared here one by one: an expression with as many takes longer to compile than a document to check.
"""

from __future__ import annotations

from collections.abc import Set

MANY, SHARE = 8, 0.15
"""Undecodable bytes, or their share of all letters, from which on a file is in another encoding, not damaged."""
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))


def unusual(text: str) -> frozenset[str]:
    """The characters that are neither printable ASCII nor a usual white space; a few µs for a page of English.

    Bytes are taken out of UTF-8 at ten times the speed at which characters go into a set.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return frozenset(rest.decode("utf-8", "surrogatepass"))


def has_bytes(chars: Set[str]) -> bool:
    """Whether bytes that are no UTF-8 are among the characters: they stand as lone surrogates."""
    return any("\udc80" <= char <= "\udcff" for char in chars)


def is_foreign(text: str) -> bool:
    """Whether a text with such bytes is, as a whole, in another encoding: many of them, and fewer characters beyond ASCII."""
    bad = sum("\udc80" <= char <= "\udcff" for char in text)
    letters = sum(map(str.isalpha, text))
    good = sum(char > "\x7f" for char in text) - bad
    return bad > good and (bad >= MANY or (bad > 1 and bad >= SHARE * (bad + letters)))


FIRST_UNSPACED = "\u0e00"
"""The first character of the first script that puts no space between words; some later ones do."""


def is_unspaced(char: str) -> bool:
    """Whether the character is of a script, or of the punctuation of one, that puts no space between words; Hangul is not."""
    return char >= FIRST_UNSPACED and (
        char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff"
        or "\u2e80" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"
    )


def is_letterwise(char: str) -> bool:
    """Whether a character says about as much as a word: of an unspaced script, or Hangul."""
    return is_unspaced(char) or "\uac00" <= char <= "\ud7af"


def lower(text: str) -> str:
    """Lower-case without changing the length, so that offsets hold (U+0130 would grow)."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)
