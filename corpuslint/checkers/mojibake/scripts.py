"""Letters of two scripts side by side, and accents on no letter of theirs: what no decoder that was right brings forth."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from corpuslint.lazy import regex
from corpuslint.text.scripts import named

# Runs of letters of one script; what is in no run (IPA, modifier letters, symbols) clashes with nothing.
_SCRIPT_RUN = regex("|".join(f"[{block}]+" for block in (
    "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "Ͱ-Ͽἀ-ῼ", "Ѐ-ԯ", "԰-֏", "\u05c6-\u05f2", "\u0610-\u06ef\u06fa-\u06ff\u0750-\u077f",
    *(f"{chr(start)}-{chr(start + 0x7F)}" for start in range(0x0700, 0x1380, 0x80)),
    "\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff", "\uac00-\ud7a3",
)))
_SHARED = ("COMBINING", "VARIATION")
"""With these begin the names of marks that stand on letters of every script."""


def script_clashes(text: str) -> int:
    """How often letters or digits of two scripts stand side by side."""
    if text.isascii():
        return 0
    ends = {-1}
    found = 0
    for run in _SCRIPT_RUN.finditer(text):
        found += run.start() in ends
        ends = {run.end()}
    return found


def marks_adrift(text: str) -> int:
    """How many accents and vowel signs of a script stand on no letter of it; those that all scripts share stand anywhere."""
    if text.isascii():
        return 0
    return sum(unicodedata.category(c) == "Mn" and not _carries(base, c) for base, c in pairwise(f" {text}"))


def _carries(base: str, mark: str) -> bool:
    kind = named(mark)
    return kind in _SHARED or kind == named(base) or unicodedata.category(base) in ("Mn", "Mc", "Cf")
