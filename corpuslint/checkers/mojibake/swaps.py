"""One legacy code page read as another: every byte is valid in both, so the letters alone bear witness.

A hypothesis (read, true) is nominated on the lines that look worst, then tried on every suspicious line; it must make
the words of a line cheaper by far. Once it holds in one line of a document, less is asked of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from corpuslint.checkers.mojibake.codecs import MULTI, SINGLE, characters, swap, to_bytes
from corpuslint.checkers.mojibake.letters import alphabet, cost, languages, marks_adrift, script_clashes
from corpuslint.checkers.mojibake.utf8 import Edit
from corpuslint.checkers.mojibake.words import expected, natural
from corpuslint.checkers.safety.signs import looks_right
from corpuslint.lazy import regex
from corpuslint.text.languages import table, traits

PRIOR, OWN_PRIOR = 13.0, 9.0
"""Nats that a line must gain: among some hundred hypotheses the best one gains a few by chance."""
UNKNOWN = 25.0
"""The same where the document's language has no table: its own letters look odd, whatever they are."""
CONFIRMED = 6.0
"""The same on a line that is not odd by itself, once the swap explains another."""
PER_CHARACTER = 1.2
"""Nats that each changed character must gain on average."""
SAMPLE_LINES, SAMPLE_WORDS, SAMPLE = 3, 8, 300
NOMINATED = 5
LINE = 600
LEAST, FIRST = 2.0, 0.5
"""Nats a letter that no word goes below; the share of the prior that the odd words alone must gain."""
_ROUNDING = 1e-6
LOST = "\x00"
_LOOK_ALIKES = frozenset("асеорхуіјѕһԁԛԝАВЕКМНОРСТХУІЈЅοαιΟΑΒΕΖΗΙΚΜΝΡΤΥΧ")
_SIGNS = frozenset("µ°ªº´¨¸˙˘ˇ˛˚˝¯·•")
"""Signs that texts of every language have by themselves; PDFs have spacing accents beside their letters."""
_TYPOGRAPHIC = frozenset("“”„‚‘’–—…«»‹›†‡")
_OPENING = frozenset("“„‚‘«‹¿¡")
_UNIT = 3
"""Letters of a unit (дБ, кВт) or a variable."""
_SOUND, _SOUND_MULTI = 1.1, 1.25
_FITTING = 0.8
_WORD = regex(r"[^\W\d_]{3,}")
_DRAWN = regex("[\u2500-\u259f\x80-\x9f]")
_INVALID = 0.05
"""Bytes that `true` cannot have made, a share that truncated texts reach."""

CODE_PAGES: Mapping[str, tuple[str, ...]] = {
    "western": ("cp1252", "mac-roman", "cp850", "cp437"),
    "central": ("cp1250", "iso8859-2", "cp852", "mac-latin2"),
    "cyrillic": ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5", "koi8-u", "kz1048"),
    "greek": ("cp1253", "iso8859-7", "cp737", "mac-greek"),
    "turkish": ("cp1254", "cp857", "mac-turkish"),
    "hebrew": ("cp1255",),
    "arabic": ("cp1256", "iso8859-6"),
    "baltic": ("cp1257", "iso8859-4", "cp775"),
    "vietnamese": ("cp1258",),
    "thai": ("cp874",),
    "esperanto": ("iso8859-3",),
    "nordic": ("iso8859-10",),
    "romanian": ("iso8859-16",),
    "chinese": ("gb18030", "big5hkscs"),
    "japanese": ("cp932", "euc_jp"),
    "korean": ("cp949",),
}
"""Families of code pages, each with the usual one first; the table of languages says which of them a language was written in."""
_READ = (
    "cp1252", "latin-1", "cp1250", "iso8859-2", "cp1251", "koi8-r", "cp866", "mac-roman", "mac-cyrillic", "iso8859-5", "cp437",
    "cp850", "cp852", "cp1253", "cp1254", "cp1257", "iso8859-15", "cp1256", "gb18030", "cp932", "big5hkscs", "cp949",
)


class Swap(NamedTuple):
    read: str
    true: str


class Line(NamedTuple):
    """What a swap makes of a line: the nats gained, the stretches changed."""

    swap: Swap
    gain: float
    edits: list[Edit]


@cache
def true_codecs(language: str) -> tuple[str, ...]:
    """The code pages that the language was written in; all the usual ones where it is not known."""
    own = tuple(codec for family in traits(language).code_pages for codec in CODE_PAGES[family])
    return own or _all_true()


@cache
def _all_true() -> tuple[str, ...]:
    return tuple(dict.fromkeys(codec for codecs in CODE_PAGES.values() for codec in codecs))


@cache
def writing(family: str) -> frozenset[str]:
    """The languages with known letters that were written in a family of code pages."""
    return frozenset(tag for tag, row in table().items() if family in row.code_pages) & languages()


def prior(language: str, hypothesis: Swap) -> float:
    """What a line must gain: less where the language was written in `true` anyway."""
    if language not in languages():
        return UNKNOWN
    return OWN_PRIOR if hypothesis.true in true_codecs(language) else PRIOR


@lru_cache(maxsize=64)
def _cost(text: str, language: str) -> float:
    """The cost of the words beyond ASCII; the others are the same before and after."""
    return sum(natural(language, word) for word in text.split(" ") if not word.isascii())


def per_character(language: str, text: str) -> float:
    """More where the language is unknown, unless the text is foreign letters all over."""
    dense = 2 * sum(c >= "\x80" for c in text) > len(text)
    return PER_CHARACTER if language in languages() or dense else 2.5 * PER_CHARACTER


def nominate(lines: Sequence[tuple[str, Sequence[str]]], language: str) -> list[Swap]:
    """The hypotheses worth trying on the whole document, best first; `lines` (with their odd words) come worst first."""
    gains: dict[Swap, float] = {}
    least = OWN_PRIOR if language in languages() else UNKNOWN
    for line, odd in lines[:SAMPLE_LINES]:
        odd = odd[:SAMPLE_WORDS]
        if sum(natural(language, word) - LEAST * len(word) for word in odd) < least:
            continue
        sample = _sample(line, odd)
        for hypothesis in _hypotheses(line, language):
            enough = prior(language, hypothesis)
            if _promises(odd, language, hypothesis, FIRST * enough):
                gain, after = _gain(sample, language, hypothesis, enough)
                if after and gain >= enough:
                    gains[hypothesis] = max(gain, gains.get(hypothesis, 0.0))
    return sorted(gains, key=lambda h: -gains[h])[:NOMINATED]


def _promises(odd: Sequence[str], language: str, hypothesis: Swap, enough: float) -> bool:
    """Whether the odd words alone gain enough, read in the document's language where that is what they must be."""
    if hypothesis.true in MULTI or hypothesis.read in MULTI or language not in languages() or hypothesis.true not in true_codecs(language):
        return _gain(" ".join(odd)[:SAMPLE], language, hypothesis, enough)[0] >= enough
    text = " ".join(odd)
    return _cost(text, language) - _plain_cost(text.translate(swap(*hypothesis)), language) >= enough


@lru_cache(maxsize=256)
def _plain_cost(text: str, language: str) -> float:
    """The cost of the words in this language alone; hypotheses often make the same of a text."""
    return sum(cost(language, word) for word in text.split(" "))


def _sample(line: str, odd: Sequence[str]) -> str:
    """The odd words and as many others beyond ASCII."""
    words = dict.fromkeys([*odd, *[w for w in line.split(" ") if not w.isascii()][:SAMPLE_WORDS]])
    return " ".join(words)[:SAMPLE]


def _hypotheses(line: str, language: str) -> tuple[Swap, ...]:
    found = [c for c in line[:LINE] if c >= "\x80" and c != "\ufffd"]
    return _explaining(frozenset(found), len(found) > 0.25 * len(line[:LINE]), language)


@lru_cache(maxsize=5_000)
def _explaining(high: frozenset[str], dense: bool, language: str) -> tuple[Swap, ...]:
    return tuple(_that_explain(high, dense, language))


def _that_explain(high: frozenset[str], dense: bool, language: str) -> Iterator[Swap]:
    own = true_codecs(language)
    for read in _READ:
        if read in MULTI:
            if any(c >= "\u2e80" for c in high):
                yield from (Swap(read, true) for true in _all_true() if true != read and (true in MULTI or true in own))
        elif len(high & characters(read)) >= 0.9 * len(high):
            for true in _all_true() if dense else own if language in languages() else ():
                if true != read and (dense if true in MULTI else _fits(high, read, true)):
                    yield Swap(read, true)


def _fits(high: frozenset[str], read: str, true: str) -> bool:
    """Whether nearly all characters become letters or marks of a language that was written in `true`."""
    changed, good = _becoming(read, true)
    return not changed.isdisjoint(high) and len(high & good) >= _FITTING * len(high)


@cache
def _becoming(read: str, true: str) -> tuple[frozenset[str], frozenset[str]]:
    """The characters that the swap changes, and those that it makes, or leaves, what the languages of `true` write."""
    points, wanted = swap(read, true), _letters(true)
    good = frozenset(c for c in characters(read) if points.get(ord(c), c).lower() in wanted)
    return frozenset(c for c in characters(read) if ord(c) in points), good


@cache
def _letters(true: str) -> frozenset[str]:
    """What the languages of a code page write beyond ASCII, with the punctuation that all share."""
    names = (name for family, codecs in CODE_PAGES.items() if true in codecs for name in writing(family))
    return frozenset("“”‘’„‚–—…«»\u00a0°§€ºª¿¡").union(*map(alphabet, names))


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
        return _decode_single(data, true)
    meant = data.decode(true, "replace")
    return meant if meant.count("\ufffd") <= _INVALID * len(meant) + 1 else None


def _decode_single(data: bytes, true: str) -> str:
    from corpuslint.checkers.mojibake.codecs import table

    return data.decode("latin-1").translate(_above(table(true)))


@cache
def _above(characters_of: str) -> Mapping[int, str]:
    return {byte: characters_of[byte] for byte in range(0x80, 0x100)}


def _changed(before: str, after: str) -> int:
    if len(before) == len(after):
        return sum(a != b for a, b in zip(before, after, strict=True))
    return sum(c >= "\x80" for c in after)


def _gain(before: str, language: str, hypothesis: Swap, enough: float = 0.0) -> tuple[float, str | None]:
    """The nats that the swap gains, and its text; none where it brings no letters, or words that are no words either.

    None as well where it gains less than `enough`, which is known before all words have their price.
    """
    after = convert(before, hypothesis)
    if after is None or after == before:
        return 0.0, None
    if hypothesis.true in MULTI and hypothesis.read in SINGLE and (_is_sound(before) or _is_half_width(after)):
        return 0.0, None
    sound = _SOUND_MULTI if hypothesis.true in MULTI else _SOUND
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
    """See `_gain`; hypotheses often make the same of a text."""
    if not _changes_letters(before, after):
        return 0.0
    if (clashes := script_clashes(after)) and clashes > script_clashes(before):
        return 0.0
    if (adrift := marks_adrift(after)) and adrift > marks_adrift(before):
        return 0.0
    words = [word for word in after.replace(LOST, "").split(" ") if not word.isascii()]
    if max(map(len, words), default=0) < 2:
        return 0.0  # characters by themselves: a chart of a font, an alphabet
    now, least = _cost(before, language), per_character(language, before) * _changed(before, after)
    price, most = 0.0, now - max(least, enough) + _ROUNDING
    for word in words:
        price += natural(language, word)
        if price > most:
            return 0.0
    gain = now - price
    return 0.0 if gain <= 0 or gain < least or price > sound * sum(map(expected, words)) else gain


def _changes_letters(before: str, after: str) -> bool:
    """Whether a letter or a C1 control is among the changed; look-alikes of Latin letters are no decoder's doing."""
    if len(before) != len(after):
        return True
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    return any(_is_letter(a) or _is_letter(b) or a < "\xa0" for a, b in changed if a not in _LOOK_ALIKES and a not in _SIGNS)


def _is_letter(char: str) -> bool:
    return char.isalpha() and char not in "ªº"


def read_line(line: str, language: str, hypothesis: Swap) -> Line | None:
    gain, after = _gain(line, language, hypothesis)
    return Line(hypothesis, gain, list(_edits(line, after, hypothesis))) if after else None


def tells(changes: Sequence[tuple[str, Edit]]) -> bool:
    """Whether what a swap changes in the lines of a document is more than what sound texts have.

    That is signs, units and quotation marks; and first letters of names that would open a quotation which nothing closes.
    """
    if all(edit.repair in _OPENING for _, edit in changes):
        return False
    return not all(_may_stand(line, edit) for line, edit in changes)


def _may_stand(line: str, edit: Edit) -> bool:
    stretch, beside = line[edit.start : edit.end], line[max(0, edit.start - 1) : edit.start] + line[edit.end : edit.end + 1]
    if all(c in _SIGNS or c in _TYPOGRAPHIC for c in stretch):
        # Between two letters such a sign is suspicious: 'sch”n'.
        return _SIGNS.issuperset(stretch) or not (len(beside) == 2 and beside.isalpha())
    return len(stretch) <= _UNIT and looks_right(line, edit.start, edit.end) and not any(map(str.isalpha, beside))


def _edits(line: str, after: str, hypothesis: Swap) -> Iterator[Edit]:
    if len(line) == len(after) and LOST not in after:
        for match in re.finditer(r"[^\x00-\x7f]+", line):
            start, end = match.span()
            while start < end and line[start] == after[start]:
                start += 1
            while end > start and line[end - 1] == after[end - 1]:
                end -= 1
            if start < end:
                yield Edit(start, end, after[start:end], tuple(hypothesis))
        return
    for start, end in _high_runs(line, hypothesis):
        repair = convert(line[start:end], hypothesis)
        if repair is not None and repair != line[start:end]:
            lossy = LOST in repair or "\ufffd" in repair
            yield Edit(start, end, repair.replace(LOST, "\ufffd"), tuple(hypothesis), lossy)


def _high_runs(line: str, hypothesis: Swap) -> Iterator[tuple[int, int]]:
    """Stretches to convert by themselves: where ASCII can be a second byte, from the first to the last high character."""
    if hypothesis.true in MULTI:
        high = [m.span() for m in re.finditer(r"[^\x00-\x7f]+", line)]
        if high:
            yield high[0][0], min(len(line), high[-1][1] + 1) if hypothesis.true != "euc_jp" else high[-1][1]
        return
    yield from (m.span() for m in re.finditer(r"[^\x00-\x7f]+", line))


