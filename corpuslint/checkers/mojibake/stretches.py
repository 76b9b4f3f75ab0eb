"""Stretches of a line that were misread, and whether they are worth saying: what their words cost before and after."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from corpuslint.checkers.mojibake.scripts import marks_adrift, script_clashes
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.mojibake.words import natural
from corpuslint.checkers.safety.signs import BEYOND_LATIN, has_sound_case
from corpuslint.lazy import regex

_AROUND = "“”„«»‘’‚‹›…™©®°²³¹ªº.,;:!?()[]\"'"
"""What stands around words; cp1252 has it in place of continuation bytes."""
_BRAILLE = regex("[\u2800-\u28ff]")
_NOWHERE = frozenset({"Cn", "Co", "Cs"})
_SPACE = regex(r"[ \t\r\n]")


class Stretch(NamedTuple):
    """A stretch of the line and what it was; `lossy` if a part of it is gone for good."""

    start: int
    end: int
    repair: str
    layers: tuple[str, ...]
    lossy: bool = False


class Reading(NamedTuple):
    """The stretches of a line that one code page explains, and the nats this gains."""

    gain: float
    stretches: list[Stretch]


def weigh(line: str, language: str, stretches: list[Stretch], prior: float) -> Iterator[Reading]:
    """Those that their words gain from, if all together gain enough; some words prove nothing."""
    kept: list[Stretch] = []
    total = 0.0
    for group in _by_word(line, stretches):
        start = _word_start(line, group[0].start)
        end = _word_end(line, group[-1].end)
        repaired = apply(line, group, start, end)
        gain = _gain(line[start:end], repaired, language)
        gain -= WEIGHTS.lost * sum(stretch.lossy and not stretch.repair for stretch in group)
        if gain >= (WEIGHTS.each_lossy if any(stretch.lossy for stretch in group) else WEIGHTS.each):
            kept += group
            total += max(gain, 0.0) if _tells(line, group, line[start:end], repaired) else 0.0
    if total >= max(prior, WEIGHTS.utf8_proved):
        yield Reading(total, kept)


def _tells(line: str, group: list[Stretch], word: str, repaired: str) -> bool:
    """Whether the change of a word can bear witness: not drawings, and not letters just as a sound word has them.

    No sound word has letters of two scripts side by side, where a common letter would stand (`menГєs`).
    """
    if not any(c.isalnum() for c in word + repaired):
        return False
    if _is_sound(word):
        return False
    if script_clashes(word) and not script_clashes(repaired) and all("\u00c0" <= c <= "\u00ff" for stretch in group for c in stretch.repair):
        return True
    return not all(_wordlike(line[stretch.start : stretch.end]) for stretch in group)


def _is_sound(word: str) -> bool:
    """A letter or a word in sound case between quotation marks and the like (`„Ö“`, `CAFÉ™`); Ã and Â alone are leads."""
    letters = word.strip(_AROUND)
    if letters == word or not letters.isalpha() or max(letters) >= "\u2e80":
        return False
    if letters in ("Ã", "Â"):
        return False
    return len(letters) == 1 or (len(letters) >= WEIGHTS.sound_word and (letters.islower() or letters.isupper() or letters.istitle()))


def _wordlike(stretch: str) -> bool:
    """Letters of one small script beyond Latin, and no capital after a small letter."""
    letters = [c for c in stretch if unicodedata.category(c)[0] in "LM" or c == " "]
    return len(letters) == len(stretch) and has_sound_case(stretch) and min(stretch) >= BEYOND_LATIN and max(stretch) < "\u2e80"


@lru_cache(maxsize=1_000)
def _gain(before: str, after: str, language: str) -> float:
    """Nats that the change gains; none where it brings what no text holds, or letters of two scripts together."""
    # A bullet that lost its second byte comes out as Braille.
    if any(unicodedata.category(c) in _NOWHERE for c in after) or script_clashes(after) > script_clashes(before) or len(_BRAILLE.findall(after)) == 1:
        return 0.0
    if marks_adrift(after) > marks_adrift(before):
        return 0.0
    return cost_of(before, language) - cost_of(after, language)


def _by_word(line: str, stretches: list[Stretch]) -> Iterator[list[Stretch]]:
    group: list[Stretch] = []
    for stretch in stretches:
        if group and _SPACE.search(line, group[-1].end, stretch.start):
            yield group
            group = []
        group.append(stretch)
    if group:
        yield group


def _word_start(line: str, at: int) -> int:
    return max(line.rfind(c, 0, at) for c in " \t") + 1


def _word_end(line: str, at: int) -> int:
    found = _SPACE.search(line, at)
    return found.start() if found else len(line)


def apply(line: str, stretches: list[Stretch], start: int, end: int) -> str:
    parts, at = [], start
    for stretch in stretches:
        parts += [line[at : stretch.start], stretch.repair]
        at = stretch.end
    return "".join([*parts, line[at:end]])


def cost_of(text: str, language: str) -> float:
    return sum(natural(language, word) for word in _SPACE.split(text) if word)
