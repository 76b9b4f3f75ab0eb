"""Stretches that a sound text may have: signs, drawings, units, words."""

from __future__ import annotations

from unicodedata import category

from corpuslint.checkers.mojibake.symbols import drawing
from corpuslint.text.scripts import script

UNIT = 3
"""Letters of a unit (дБ, кВт), whose capitals are its own."""
_SIGNS = frozenset("µªº´¨¸˙˘ˇ˛˚˝¯`^~·•°§¶†‡©®™")
_CLOSING = "”“»’…™®©°²³¹ªº.,;:!?)]"
BEYOND_LATIN = "\u0370"
"""The first letter of Greek: below it are Latin letters, and marks and signs among them."""


def is_sign(text: str) -> bool:
    """Whether the characters are signs that are right in themselves: of units, money, mathematics, spacing accents."""
    return all(c in _SIGNS or (category(c) in ("Sm", "Sc", "Sk", "So", "No") and not drawing(c)) for c in text)


def touches_letter(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def looks_right(text: str, start: int, end: int) -> bool:
    """Whether the stretch may stand so in a sound text: signs; drawings; letters as a word or a unit has them, with what closes it."""
    stretch = text[start:end]
    if is_sign(stretch) or all(map(drawing, stretch)):
        return True
    letters = stretch.rstrip(_CLOSING)
    if letters != stretch and text[end : end + 1].isalpha():
        return False
    if not letters.isalpha() or len({script(c) for c in letters}) > 1:
        return False
    if min(letters) < BEYOND_LATIN:
        return len(letters) == 1
    return len(letters) <= UNIT or has_sound_case(letters)


def has_sound_case(letters: str) -> bool:
    """Whether its capitals are those of a word: none, the first, all, or there are none in its script."""
    return letters.islower() or letters.isupper() or letters.istitle() or letters.lower() == letters.upper()
