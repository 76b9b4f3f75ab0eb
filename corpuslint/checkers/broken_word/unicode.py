"""Characters that no word holds: invisible ones, controls, letters of another script, typographic ligatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.ligatures import LOST
from corpuslint.checkers.broken_word.weights import WEIGHTS
from corpuslint.checkers.broken_word.words import normal
from corpuslint.document import Document
from corpuslint.lazy import regex
from corpuslint.text.frequencies import Lexicon
from corpuslint.text.lookalikes import CYRILLIC, GREEK, RARE_CYRILLIC

# Letters of the scripts that are written without joiners and direction marks: Latin, Greek, Cyrillic, Armenian, Georgian.
_L = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u058f\u10a0-\u10ff\u1e00-\u1fff\ufb00-\ufb06"
_UNSEEN = frozenset(map(chr, (
    0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x2065), *range(0x2066, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC),
)))
_UNPRINTED = frozenset(map(chr, (*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFFFD)))
_INVISIBLE, _CONTROL = (re.escape("".join(sorted(chars))) for chars in (_UNSEEN, _UNPRINTED))
# Bounded, and entered at their beginning alone, so that long runs cost no more than their length.
_INSIDE = regex(rf"(?:(?<!\u00ad)\u00ad++)?[{_L}]{{1,60}}(?:[{_INVISIBLE}]+[{_L}]{{1,60}})+|(?<!\u00ad)\u00ad++[{_L}]{{1,60}}")
_SOFT_BREAK = regex(rf"[{_L}]{{1,60}}\u00ad[ \t]*\r?\n[ \t]*[{_L}]{{1,60}}")
_BROKEN = regex(rf"(?<![^\W_])([{_L}]*)([{_CONTROL}]+)([{_L}]*)")
_STRIP = regex(f"[{_INVISIBLE}]")
_LIGATED = regex(r"[^\W\d_]{0,60}[\ufb00-\ufb06][^\W\d_]*")
_FOLLOWING = regex(r" ([^\W\d_]+)")
LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_UNLIGATE = str.maketrans(LIGATURES)

_TO_LATIN = str.maketrans({**CYRILLIC, **GREEK})
_NOT_FOR_LATIN = RARE_CYRILLIC | frozenset("ѕЅјЈ")
"""Letters that few words have (those two Macedonian's and Serbian's), so that no Latin one is taken for them."""
_TO_CYRILLIC = str.maketrans({latin: cyrillic for cyrillic, latin in CYRILLIC.items() if cyrillic not in _NOT_FOR_LATIN})
_TO_GREEK = str.maketrans({latin: greek for greek, latin in GREEK.items()})
_LETTERS_ALIKE = frozenset((*CYRILLIC, *GREEK))
_LATIN_LETTERS = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_GREEK_LETTERS, _CYRILLIC_LETTERS = r"\u0386\u0388-\u03ff\u1f00-\u1fff", r"\u0400-\u052f"
_OTHERS = _GREEK_LETTERS + _CYRILLIC_LETTERS
_MIXED = regex(rf"(?<![^\W_])(?=[^\W\d_]*[{_LATIN_LETTERS}])(?=[^\W\d_]*[{_OTHERS}])[{_LATIN_LETTERS}{_OTHERS}]+(?![^\W_])")
_MEET = regex(rf"[{_LATIN_LETTERS}](?=[{_OTHERS}])|[{_OTHERS}](?=[{_LATIN_LETTERS}])")
_SCRIPTS = (
    (_TO_LATIN, regex(rf"[{_LATIN_LETTERS}]+")), (_TO_CYRILLIC, regex(rf"[{_CYRILLIC_LETTERS}]+")), (_TO_GREEK, regex(rf"[{_GREEK_LETTERS}]+")),
)
_GREEK_LETTER = regex(rf"[{_GREEK_LETTERS}]")
# A small Latin letter before a capital (iПад) is a name; a capital I within a small Cyrillic word is the palochka of
# the Caucasian languages, as keyboards have it.
_ON_PURPOSE = regex(r"[a-z]{1,2}[\u0410-\u042f]|.*[\u0430-\u052f]?I[\u0430-\u052f]")
_MICRO = regex("[\u039c\u03bc](?:mol|sv|gy|bq|kat|pa|[mglsvawfhnjkt])", re.IGNORECASE)
"""Units with the prefix µ, whose capital is a Greek letter: `ΜMOL/L`."""


def find_characters(document: Document, lexicon: Lexicon | None, chars: Set[str]) -> Iterator[Broken]:
    """All that single characters tell; most texts have none of them, which the set of their unusual `chars` shows at once."""
    if not chars.isdisjoint(_UNSEEN):
        yield from _invisible(document)
    if not chars.isdisjoint(_LETTERS_ALIKE):
        yield from _homoglyph(document, lexicon)
    if not chars.isdisjoint(LIGATURES):
        yield from _ligature_letter(document, lexicon)
    if lexicon and not chars.isdisjoint(_UNPRINTED):
        yield from _control(document, lexicon)


def _invisible(document: Document) -> Iterator[Broken]:
    """Zero-width characters, direction marks and byte order marks inside words; soft hyphens are left-over hyphens."""
    for match in _SOFT_BREAK.finditer(document.text):
        yield Broken("hyphen", *match.span(), re.sub(r"\s", "", match[0]).replace("\u00ad", ""))
    for match in _INSIDE.finditer(document.text):
        signs = set(_STRIP.findall(match[0]))
        if "\u00ad" not in signs or not _is_byte(match[0]):
            yield Broken("hyphen" if signs == {"\u00ad"} else "invisible", *match.span(), _STRIP.sub("", match[0]))


def _is_byte(word: str) -> bool:
    """Whether a soft hyphen is the second byte of a letter in UTF-8 that was read as Latin-1 (`paÃ\u00ads` for `país`)."""
    return any(
        "\xc3" <= lead <= "\xd1" and chr(((ord(lead) & 0x1F) << 6) | 0x2D).isalpha()
        for lead, sign in pairwise(word) if sign == "\u00ad"
    )


def _homoglyph(document: Document, lexicon: Lexicon | None) -> Iterator[Broken]:
    """A word of two scripts that becomes a word of one when its look-alike letters are exchanged."""
    if not _MEET.search(document.text):
        return
    for match in _MIXED.finditer(document.text):
        if not _MICRO.fullmatch(match[0]) and (meant := _in_one_script(match[0], lexicon, document.language)):
            yield Broken("homoglyph", *match.span(), meant)


def _in_one_script(word: str, lexicon: Lexicon | None, language: str) -> str:
    """The word with look-alike letters exchanged, '' where no script has them all, or the mixture is on purpose."""
    read = [meant for table, script in _SCRIPTS if script.fullmatch(meant := word.translate(table))]
    if len(word) > 2 and lexicon:
        for meant in read:
            if lexicon.get(normal(meant, language)).known:
                return meant
    return read[0] if len(read) == 1 and not _is_on_purpose(word) else ""


def _is_on_purpose(word: str) -> bool:
    # Greek letters stand beside Latin ones in formulas.
    return bool(_ON_PURPOSE.match(word)) or (len(word) < WEIGHTS.telling and bool(_GREEK_LETTER.search(word)))


def _ligature_letter(document: Document, lexicon: Lexicon | None) -> Iterator[Broken]:
    """A typographic ligature where letters belong (`oﬃce`), with the space that often follows it (`Pﬁ zer`)."""
    for match in _LIGATED.finditer(document.text):
        repair, end = match[0].translate(_UNLIGATE), match.end()
        following = _FOLLOWING.match(document.text, end) if match[0][-1] in LIGATURES else None
        if following and lexicon and _belongs(lexicon, repair, following[1], document.language):
            repair, end = repair + following[1].translate(_UNLIGATE), following.end()
        if end - match.start() > 1:
            yield Broken("ligature-letter", match.start(), end, repair)


def _belongs(lexicon: Lexicon, front: str, back: str, language: str) -> bool:
    """Whether two pieces make a word that is more frequent than one of them."""
    first, second = normal(front, language), normal(back.translate(_UNLIGATE), language)
    return lexicon.zipf(first + second) > min(lexicon.zipf(first), lexicon.zipf(second))


def _control(document: Document, lexicon: Lexicon) -> Iterator[Broken]:
    """A control character or U+FFFD that stands where a ligature stood: with the ligature back, it is a word."""
    for match in _BROKEN.finditer(document.text):
        before, _, after = match.groups()
        if not (before or after) or len(before + after) < 2:
            continue
        zipf, repair = max((lexicon.zipf(word.lower()), word) for word in (before + letters + after for letters in LOST))
        if zipf >= WEIGHTS.ligature_control:
            yield Broken("ligature", *match.span(), repair)
