"""UTF-8 sequences as a code page shows them: whole ones, cut ones, leads alone; and the code pages that show some in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from corpuslint.checkers.mojibake.codecs import SINGLE, char_class, encoder, table
from corpuslint.lazy import regex

CONTINUATION = (0x80, 0xBF)
_LEAD_2, _LEAD_3, _LEAD_4 = (0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)
"""Bytes of UTF-8: the first and the last that can follow a lead, and that lead a sequence of two, three and four."""
GRAVE = 0xC3
"""The lead of `à` (C3 A0), whose second byte is often taken for a space."""
_QUOTE = (0xE2, 0x80)
"""With these begin curly quotes and dashes."""
LONE_CODECS = ("cp1252", "latin-1", "cp1250", "cp1254", "mac-roman")
_LONE = sum(1 << bit for bit, codec in enumerate(SINGLE) if codec in LONE_CODECS)
_HIGH_AND_NEXT = regex(r"[^\x00-\x7f]+.?", re.DOTALL)


@cache
def units(codec: str) -> re.Pattern[str]:
    """Stretches of whole UTF-8 sequences as the code page shows them."""
    t = char_class(codec, *CONTINUATION)
    return re.compile(f"(?:{char_class(codec, *_LEAD_2)}{t}|{char_class(codec, *_LEAD_3)}{t}{t}|{char_class(codec, *_LEAD_4)}{t}{t}{t})+")


@cache
def curly(codec: str) -> re.Pattern[str]:
    """The two bytes with which curly quotes and dashes begin."""
    return re.compile("".join(char_class(codec, byte, byte) for byte in _QUOTE))


@cache
def lossy_units(codec: str) -> re.Pattern[str]:
    """A sequence whose last character became `?` or U+FFFD, or fell away (that only after E2 80: quotes, dashes)."""
    t = char_class(codec, *CONTINUATION)
    return re.compile(
        f"(?P<curly>{curly(codec).pattern}(?:[?\ufffd]|(?!{t})))|{char_class(codec, *_LEAD_3)}{t}[?\ufffd]"
        f"|(?P<grave>{char_class(codec, GRAVE, GRAVE)}[?\ufffd])|{char_class(codec, *_LEAD_2)}[?\ufffd]"
    )


@cache
def lone_leads(codec: str) -> re.Pattern[str]:
    """Leads whose second character is a space now, or nothing: C3 was `à` then, most likely, E2 80 an apostrophe."""
    t, grave, quote = char_class(codec, *CONTINUATION), char_class(codec, GRAVE, GRAVE), char_class(codec, _QUOTE[0], _QUOTE[0])
    return re.compile(f"(?P<grave>{grave})(?: (?= ))?(?!{t})|{quote}(?!{t})")


@cache
def _roles() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """For each character the code pages (as bits, in the order of SINGLE) where it is a lead, and a continuation."""
    leads: dict[str, int] = {}
    trails: dict[str, int] = {}
    for bit, codec in enumerate(SINGLE):
        for point, byte in encoder(codec).items():
            if byte <= CONTINUATION[1]:
                trails[chr(point)] = trails.get(chr(point), 0) | 1 << bit
            elif _LEAD_2[0] <= byte <= _LEAD_4[1]:
                leads[chr(point)] = leads.get(chr(point), 0) | 1 << bit
    return leads, trails


@cache
def _graves() -> Mapping[str, int]:
    """For each character the code pages that read byte C3 as it, of those where it is taken for an `à` when it stands alone."""
    found: dict[str, int] = {}
    for bit, codec in enumerate(SINGLE):
        if codec in LONE_CODECS:
            char = table(codec)[GRAVE]
            found[char] = found.get(char, 0) | 1 << bit
    return found


def showing(text: str, line: str | None = None) -> list[str]:
    """The single-byte code pages in which a lead stands right before a continuation, or alone at the end of a word.

    Of them those in which a stretch of the line can begin, which takes a continuation, or else C3 at the end of a word.
    """
    leads, trails = _roles()
    found = 0
    for a, b in _pairs(text):
        found |= leads.get(a, 0) & (trails.get(b, 0) if b not in " ?\ufffd" else _LONE)
    if found and line is not None:
        graves, begun = _graves(), 0
        for a, b in _pairs(line):
            begun |= leads.get(a, 0) & trails.get(b, 0) if b != " " else graves.get(a, 0)
        found &= begun
    return [codec for bit, codec in enumerate(SINGLE) if found >> bit & 1] if found else []


def _pairs(text: str) -> set[tuple[str, str]]:
    """The different pairs of a character beyond ASCII and the one behind it, a space behind the last of the text."""
    return {pair for run in _HIGH_AND_NEXT.findall(f"{text} ") for pair in pairwise(run)}
