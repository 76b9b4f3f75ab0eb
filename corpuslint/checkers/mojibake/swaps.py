"""One legacy code page read as another: every byte is valid in both, so the letters alone bear witness.

A hypothesis (read, true) is nominated on the lines that look worst, then tried on every suspicious line; it must make
the words of a line cheaper by far. Once it holds in one line of a document, less is asked of the others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpuslint.checkers.mojibake.codecs import MULTI, SINGLE, Swap, decoded, swap, to_bytes
from corpuslint.checkers.mojibake.letters import languages
from corpuslint.checkers.mojibake.scripts import marks_adrift, script_clashes
from corpuslint.checkers.mojibake.stretches import Stretch
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.checkers.mojibake.words import expected, natural
from corpuslint.checkers.safety.signs import UNIT, looks_right
from corpuslint.lazy import regex
from corpuslint.text.lookalikes import CYRILLIC, GREEK
from corpuslint.text.punctuation import OPENING

_ROUNDING = 1e-6
LOST = "\x00"
_LOOK_ALIKES = frozenset((*CYRILLIC, *GREEK, *"ԁαι"))
_SIGNS = frozenset("µ°ªº´¨¸˙˘ˇ˛˚˝¯·•×")
"""Signs that texts of every language have by themselves; PDFs have spacing accents beside their letters."""
_TYPOGRAPHIC = frozenset("“”„‚‘’–—…«»‹›†‡")
_OPENING = frozenset(OPENING + "¿¡")
_WORD = regex(r"[^\W\d_]{3,}")
_HIGH_RUN = regex(r"[^\x00-\x7f]+")
_TATWEEL = "\u0640"
"""Stretches a word of Arabic to its line; no letter, and no evidence against the word."""
_DRAWN = regex("[\u2500-\u259f\x80-\x9f]")

class Swapped(NamedTuple):
    """What a swap makes of a line: the nats gained, the stretches changed."""

    swap: Swap
    gain: float
    stretches: list[Stretch]


@lru_cache(maxsize=64)
def words_cost(text: str, language: str) -> float:
    """The cost of the words beyond ASCII; the others are the same before and after."""
    return sum(natural(language, word) for word in text.replace(_TATWEEL, "").split(" ") if not word.isascii())


def per_character(language: str, text: str) -> float:
    """More where the language is unknown, unless the text is foreign letters all over."""
    dense = 2 * sum(c >= "\x80" for c in text) > len(text)
    return WEIGHTS.per_character if language in languages() or dense else WEIGHTS.per_character_unknown


def convert(text: str, hypothesis: Swap) -> str | None:
    """The text as it was meant; None where `read` cannot have made it. U+FFFD comes out as NUL."""
    read, true = hypothesis
    if read in SINGLE and true in SINGLE:
        meant = text.translate(swap(read, true))
        return None if _DRAWN.search(meant) and not _DRAWN.search(text) else meant
    data = to_bytes(text.replace("\ufffd", LOST), read)
    if data is None:
        return None
    if true not in MULTI:
        return decoded(data, true)
    meant = data.decode(true, "replace")
    return meant if meant.count("\ufffd") <= WEIGHTS.invalid * len(meant) + 1 else None


def _changed(before: str, after: str) -> int:
    if len(before) == len(after):
        return sum(a != b for a, b in zip(before, after, strict=True))
    return sum(c >= "\x80" for c in after)


def gain_by(before: str, language: str, hypothesis: Swap, enough: float = 0.0) -> tuple[float, str | None]:
    """The nats that the swap gains, and its text; none where it brings no letters, or words that are no words either.

    None as well where it gains less than `enough`, which is known before all words have their price.
    """
    after = convert(before, hypothesis)
    if after is None or after == before:
        return 0.0, None
    if hypothesis.true in MULTI and hypothesis.read in SINGLE and (_is_sound(before) or _is_half_width(after)):
        return 0.0, None
    sound = WEIGHTS.sound_share_multi if hypothesis.true in MULTI else WEIGHTS.sound_share
    gain = _gain_of(before, after, language, sound, enough)
    return gain, after if gain else None


@lru_cache(maxsize=256)
def _is_sound(text: str) -> bool:
    """Whether the words are sound ones of a small script: bytes of East Asian text give capitals anywhere."""
    words = [word for word in _WORD.findall(text) if min(word) >= "\u0370"]
    return bool(words) and all(word.islower() or word.istitle() or word.isupper() for word in words)


def _is_half_width(text: str) -> bool:
    """Whether most of it is half-width katakana, single bytes of Shift-JIS that no text is made of."""
    high = [c for c in text if c > "\x7f"]
    return 2 * sum("\uff61" <= c <= "\uff9f" for c in high) > len(high)


@lru_cache(maxsize=256)
def _gain_of(before: str, after: str, language: str, sound: float, enough: float) -> float:
    """See `gain_by`; hypotheses often make the same of a text."""
    if not _changes_letters(before, after) or _brings_clashes(before, after):
        return 0.0
    words = [word for word in after.replace(LOST, "").split(" ") if not word.isascii()]
    if max(map(len, words), default=0) < 2:
        return 0.0  # characters by themselves: a chart of a font, an alphabet
    now, least = words_cost(before, language), per_character(language, before) * _changed(before, after)
    price, most = 0.0, now - max(least, enough) + _ROUNDING
    for word in words:
        price += natural(language, word)
        if price > most:
            return 0.0
    gain = now - price
    return 0.0 if gain <= 0 or gain < least or price > sound * sum(map(expected, words)) else gain


def _brings_clashes(before: str, after: str) -> bool:
    """Whether there are more letters of two scripts side by side, or accents on no letter of theirs, than before."""
    if (clashes := script_clashes(after)) and clashes > script_clashes(before):
        return True
    return bool(adrift := marks_adrift(after)) and adrift > marks_adrift(before)


def _changes_letters(before: str, after: str) -> bool:
    """Whether a letter or a C1 control is among the changed; look-alikes of Latin letters are no decoder's doing."""
    if len(before) != len(after):
        return True
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    return any(_is_letter(a) or _is_letter(b) or a < "\xa0" for a, b in changed if a not in _LOOK_ALIKES and a not in _SIGNS)


def _is_letter(char: str) -> bool:
    return char.isalpha() and char not in "ªº"


def read_line(line: str, language: str, hypothesis: Swap) -> Swapped | None:
    gain, after = gain_by(line, language, hypothesis)
    return Swapped(hypothesis, gain, list(_stretches(line, after, hypothesis))) if after else None


def tells(changes: Sequence[tuple[str, Stretch]]) -> bool:
    """Whether what a swap changes in the lines of a document is more than what sound texts have.

    That is signs, units and quotation marks; and first letters of names that would open a quotation which nothing closes.
    """
    if all(stretch.repair in _OPENING for _, stretch in changes):
        return False
    return not all(_may_stand(line, stretch) for line, stretch in changes)


def _may_stand(line: str, stretch: Stretch) -> bool:
    start, end = stretch.start, stretch.end
    if all(unicodedata.category(c) == "Co" for c in line[start:end]):
        return True  # a font's own signs
    chars, beside = line[start:end], line[max(0, start - 1) : start] + line[end : end + 1]
    if all(c in _SIGNS or c in _TYPOGRAPHIC for c in chars):
        # Between two letters such a sign is suspicious: 'sch”n'.
        return _SIGNS.issuperset(chars) or not (len(beside) == 2 and beside.isalpha())
    return len(chars) <= UNIT and looks_right(line, start, end) and not any(map(str.isalpha, beside))


def _stretches(line: str, after: str, hypothesis: Swap) -> Iterator[Stretch]:
    """What the swap changes: where the text has kept its length character by character, else run by run."""
    if len(line) == len(after) and LOST not in after:
        yield from _by_character(line, after, hypothesis)
        return
    for start, end in _high_runs(line, hypothesis):
        repair = convert(line[start:end], hypothesis)
        if repair is not None and repair != line[start:end]:
            lossy = LOST in repair or "\ufffd" in repair
            yield Stretch(start, end, repair.replace(LOST, "\ufffd"), tuple(hypothesis), lossy)


def _by_character(line: str, after: str, hypothesis: Swap) -> Iterator[Stretch]:
    """Runs beyond ASCII, without what stays as it is at both ends."""
    for match in _HIGH_RUN.finditer(line):
        start, end = match.span()
        while start < end and line[start] == after[start]:
            start += 1
        while end > start and line[end - 1] == after[end - 1]:
            end -= 1
        if start < end:
            yield Stretch(start, end, after[start:end], tuple(hypothesis))


def _high_runs(line: str, hypothesis: Swap) -> Iterator[tuple[int, int]]:
    """Stretches to convert by themselves: where ASCII can be a second byte, from the first to the last high character."""
    high = [m.span() for m in _HIGH_RUN.finditer(line)]
    if high and hypothesis.true in MULTI:
        end = high[-1][1]
        high = [(high[0][0], end if hypothesis.true == "euc_jp" else min(len(line), end + 1))]
    yield from high
