"""Letters that are gone (U+FFFD, `?`, `锟斤拷`), and characters that no text has: controls, private use, glyph forms."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from corpuslint.checkers.mojibake.codecs import table
from corpuslint.checkers.mojibake.damage import Damage
from corpuslint.checkers.mojibake.file import undecodable
from corpuslint.checkers.mojibake.letters import alphabet, languages
from corpuslint.document import Document
from corpuslint.lazy import regex

_REPLACEMENT = regex("\ufffd+(?:\\?(?=\\w))?")
_NAMES_IT = regex(r"U\+FFFD|replacement character|Ersatzzeichen|caractère de remplacement|替换字符|置換文字", re.IGNORECASE)
_KUN_JIN_KAO = regex("(?:锟[斤\u4e00-\u9fff\ue000-\uf8ff\ufffd]?拷?|斤拷|[\u4e00-\u9fff\ue000-\uf8ff]?拷(?=锟)|烫{3,}|屯{4,})+")
# Half a pair of UTF-16, and the code points that are no characters: U+FFFE is what swapped bytes make of a mark.
_NO_CHARACTER = regex("[\ud800-\udc7f\udd00-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
CONTROLS = frozenset(map(chr, [*range(9), 11, *range(14, 32), 127]))
"""C0 controls and DEL, but for tab, line ends and the form feed that ends a page."""
_CONTROL = regex(f"[{''.join(sorted(CONTROLS))}]+")
_C1 = regex(r"[\x80-\x9f]+")
_PRIVATE = regex("[\ue000-\uf8fe\U000f0000-\U0010ffff]+")
_LIGATURE = regex(r"(?<=[^\W\d_])[ﬀ-ﬆ]+|[ﬀ-ﬆ]+(?=[^\W\d_])")
_ARABIC_FORMS = regex("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]{2,}")
# The Symbol font's bytes F020 to F0FF that word processors leave behind, where they are not its ASCII look-alikes.
_SYMBOL_FONT: Mapping[str, str] = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0b0": "°", "\uf0b1": "±", "\uf0b4": "×", "\uf0b8": "÷",
    "\uf0a3": "≤", "\uf0b9": "≠", "\uf0ae": "→", "\uf0a5": "∞", "\uf0e0": "→", "\uf0d2": "®", "\uf0d3": "©", "\uf0d4": "™",
}
_QUOTES = {"\uf0b2": "“", "\uf0b3": "”", "\uf0a2": "’"}


_ANY = regex("[\x80-\x9f\ufffd-\uffff\ufdd0-\ufdef\ud800-\udfff\ue000-\uf8fe\U000f0000-\U0010ffff\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]")


def replaced_twice(text: str) -> Iterator[Damage]:
    """U+FFFD that was written as UTF-8 and read as GBK, and memory filled with CC and CD shown as GBK."""
    for match in _KUN_JIN_KAO.finditer(text) if "锟" in text or "烫烫" in text or "屯屯" in text else ():
        yield Damage("kunjinkao", *match.span(), None)


def lost(document: Document, chars: frozenset[str]) -> Iterator[Damage]:
    """What needs no hypothesis; `chars` are the unusual ones of the text."""
    text = document.text
    if not _ANY.search("".join(chars)):
        return
    if "\ufffd" in text:
        named = _NAMES_IT.search(text)
        for match in _REPLACEMENT.finditer(text):
            if not named or len(match[0]) > 1 or _beside_letter(text, match):
                yield Damage("replacement", *match.span(), None)
    yield from undecodable(document)
    for match in _NO_CHARACTER.finditer(text):
        yield Damage("undecodable", *match.span(), None, "UTF-16", "UTF-16")
    for match in _C1.finditer(text):
        yield Damage("c1-control", *match.span(), "".join(table("cp1252")[ord(c)] for c in match[0]))
    for match in _PRIVATE.finditer(text):
        yield Damage("private-use", *match.span(), _glyphs(match[0]))
    for match in _LIGATURE.finditer(text):
        yield Damage("presentation-form", *match.span(), unicodedata.normalize("NFKC", match[0]), safety="safe")
    for match in _ARABIC_FORMS.finditer(text):
        yield Damage("presentation-form", *match.span(), unicodedata.normalize("NFKC", match[0]), safety="safe")


def controls(text: str, chars: frozenset[str]) -> Iterator[Damage]:
    for match in _CONTROL.finditer(text) if not chars.isdisjoint(CONTROLS) else ():
        # Within a word it stands for letters as likely as for nothing.
        inside = text[match.start() - 1 : match.start()].isalpha() and text[match.end() : match.end() + 1].isalpha()
        yield Damage("control", *match.span(), None if inside else "")


def _beside_letter(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isalpha() or text[match.end() : match.end() + 1].isalpha()


def _glyphs(private: str) -> str | None:
    """What symbol fonts show for bytes F000 to F0FF: ASCII as itself; None where it cannot be known."""
    found = []
    for c in private:
        if "\uf020" <= c <= "\uf07e":
            found.append(chr(ord(c) - 0xF000))
        elif c in _SYMBOL_FONT or c in _QUOTES:
            found.append(_SYMBOL_FONT.get(c) or _QUOTES[c])
        else:
            return None
    return "".join(found)


def question_marks(document: Document) -> Iterator[Damage]:
    """`?` where letters were: whole texts, single letters of a language that has more than ASCII, quotes."""
    if "??" in document.text:
        yield from _whole_words(document.text)
    if _BEFORE_LETTER.search(document.text):
        yield from _single_letters(document)


_QUESTION_WORDS = regex(r"(?<![\w?])\?+(?:[\s,.:;!()«»\"'0-9–—-]{0,4}\?+){2,}")
_LONG_RUN = regex(r"(?<![\w?])\?{12,}")


def _whole_words(text: str) -> Iterator[Damage]:
    for match in _QUESTION_WORDS.finditer(text):
        lengths = [len(run) for run in re.findall(r"\?+", match[0])]
        if len(lengths) >= 3 and len(set(lengths)) > 1 and max(lengths) >= 4 and sum(lengths) >= 10:
            yield Damage("question-marks", *match.span(), None)
    for match in _LONG_RUN.finditer(text):
        yield Damage("question-marks", *match.span(), None)


_BEFORE_LETTER = regex(r"\?[^\W\d_]")
# `\?+` would do, but what begins with a character of its own is found ten times faster.
_RUN = regex(r"\?\?*")
_TRAILING = regex(r"\?(?:(?<=[,.]\?)(?=\s|$)|(?<=[?!]\?)(?=[ \t]*+$))", re.MULTILINE)
_CONTRACTION = regex(r"(?i)\?(?<=[a-z]\?)(?=(?:s|t|re|ve|ll|d|m)\b)")


_VALUE = regex(r"[\w.%-]{1,40}=")
_WORD = regex(r"[^\W\d_]+")


def _between_small_letters(text: str) -> Iterator[tuple[int, int]]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, after, further = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
        if before.islower() and after.islower() and max(before, after) < "\u0e00" and not further > "\x7f" and not _is_query(text, start):
            yield start, end


def _is_query(text: str, start: int) -> bool:
    """Whether the question mark stands in an address: a path before it, or a value behind it."""
    before = text[max(0, start - 100) : start]
    return "/" in before[max(map(before.rfind, " \n\t")) + 1 :] or bool(_VALUE.match(text, start + 1))


def _before_words(text: str) -> Iterator[tuple[int, int]]:
    """Runs of one or two right before a letter of a small script, where a word begins."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if end - start <= 2 and (not before or before.isspace()) and after.isalpha() and after < "\u0e00":
            yield start, end


def _single_letters(document: Document) -> Iterator[Damage]:
    text = document.text
    inside, leading = list(_between_small_letters(text)), list(_before_words(text))
    contracted = [m.span() for m in _CONTRACTION.finditer(text)]
    if not (inside or leading or contracted):
        return
    language = document.language
    if language == "en" and len(inside) < 2:
        inside = contracted
    trailing = [m.span() for m in _TRAILING.finditer(text)]
    if leading and not trailing:
        # A word that stands without the mark too has lost nothing: `?version` beside `version`.
        words = {span: match[0] for span in leading if (match := _WORD.match(text, span[1]))}
        marked, every = Counter(words.values()), Counter(_WORD.findall(text))
        leading = [span for span, word in words.items() if 2 * marked[word] > every[word]]
    own = language in languages() and any(c > "\x7f" for c in alphabet(language))
    if (own and inside) or len(inside) > 1 or (leading and len(leading) + len(trailing) + len(inside) > 1):
        for start, end in sorted([*inside, *leading, *(trailing if leading else ())]):
            yield Damage("question-marks", start, end, None)


