"""Letters that are gone (U+FFFD, `锟斤拷`), and characters that no text has: controls, private use, glyph forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from corpuslint.checkers.mojibake.codecs import SINGLE, decoded, table
from corpuslint.checkers.mojibake.damage import Damage
from corpuslint.checkers.mojibake.file import undecodable
from corpuslint.document import Document
from corpuslint.lazy import regex

_REPLACEMENT = regex("\ufffd+(?:\\?(?=\\w))?")
_NAMES_IT = regex(r"U\+FFFD|replacement character|Ersatzzeichen|caractère de remplacement|替换字符|置換文字", re.IGNORECASE)
_KUN_JIN_KAO = regex("(?:锟[斤\u4e00-\u9fff\ue000-\uf8ff\ufffd]?拷?|斤拷|[\u4e00-\u9fff\ue000-\uf8ff]?拷(?=锟)|烫{3,}|屯{4,})+")
# Half a pair of UTF-16, and the code points that are no characters: U+FFFE is what swapped bytes make of a mark.
_NO_CHARACTER = regex("[\ud800-\udc7f\udd00-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
_LINE_HYPHEN = "\ufffe"
"""What PDFium puts for a hyphen at the end of a line, one of the word or one that divides it; nobody can tell which."""
CONTROLS = frozenset(map(chr, [*range(9), 11, *range(14, 32), 127]))
"""C0 controls and DEL, but for tab, line ends and the form feed that ends a page."""
_CONTROL = regex(f"[{''.join(sorted(CONTROLS))}]+")
C1 = regex(r"[\x80-\x9f]+")
_PRIVATE = regex("[\ue000-\uf8fe\U000f0000-\U0010ffff]+")
_LIGATURE = regex(r"(?<=[^\W\d_])[ﬀ-ﬆ]+|[ﬀ-ﬆ]+(?=[^\W\d_])")
_ARABIC_FORMS = regex("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]{2,}")
# The Symbol font's bytes F020 to F0FF that word processors leave behind, where they are not its ASCII look-alikes.
_SYMBOL_FONT: Mapping[str, str] = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0b0": "°", "\uf0b1": "±", "\uf0b4": "×", "\uf0b8": "÷",
    "\uf0a3": "≤", "\uf0b9": "≠", "\uf0ae": "→", "\uf0a5": "∞", "\uf0e0": "→", "\uf0d2": "®", "\uf0d3": "©", "\uf0d4": "™",
    "\uf0b2": "“", "\uf0b3": "”", "\uf0a2": "’",
}
_SYMBOL_PAGE = 0xF000
_ANY = regex("[\x80-\x9f\ufffd-\uffff\ufdd0-\ufdef\ud800-\udfff\ue000-\uf8fe\U000f0000-\U0010ffff\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]")


def replaced_twice(text: str) -> Iterator[Damage]:
    """U+FFFD that was written as UTF-8 and read as GBK, and memory filled with CC and CD shown as GBK."""
    for match in _KUN_JIN_KAO.finditer(text) if "锟" in text or "烫烫" in text or "屯屯" in text else ():
        yield Damage("kunjinkao", *match.span(), None)


@cache
def _misread_replacements() -> tuple[str, ...]:
    """U+FFFD as UTF-8 and read as each of the code pages: `ï¿½`, `пїЅ`, `占쏙옙`."""
    once = "\ufffd".encode()
    shown = {decoded(once, codec) for codec in SINGLE} | {(once * 2).decode(codec) for codec in ("cp949", "big5hkscs")}
    return tuple(sorted(form for form in shown if len(form) == len(once)))


def replaced_and_misread(text: str, chars: frozenset[str]) -> Iterator[Damage]:
    """U+FFFD that was misread once more: its letter is lost."""
    for form in _misread_replacements():
        if chars.issuperset(form):
            for match in re.finditer(f"(?:{re.escape(form)})+", text):
                yield Damage("replacement", *match.span(), None)


def lost(document: Document, chars: frozenset[str]) -> Iterator[Damage]:
    """What needs no hypothesis; `chars` are the unusual ones of the text."""
    text = document.text
    if not _ANY.search("".join(chars)):
        return
    yield from _replacements(text)
    yield from undecodable(document)
    for match in _NO_CHARACTER.finditer(text):
        if match[0] == _LINE_HYPHEN:
            yield Damage("line-hyphen", *match.span(), None)
        else:
            yield Damage("undecodable", *match.span(), None, "UTF-16", "UTF-16")
    for match in C1.finditer(text):
        yield Damage("c1-control", *match.span(), _of_windows(match[0]))
    for match in _PRIVATE.finditer(text):
        yield Damage("private-use", *match.span(), _glyphs(match[0]) if len(match[0]) > 1 or _beside_letter(text, match) else _glyph(match[0]))
    for forms in (_LIGATURE, _ARABIC_FORMS):
        for match in forms.finditer(text):
            yield Damage("presentation-form", *match.span(), unicodedata.normalize("NFKC", match[0]), safety="safe")


def _replacements(text: str) -> Iterator[Damage]:
    """U+FFFD where letters were; a text that names the character may show it, alone."""
    if "\ufffd" not in text:
        return
    named = _NAMES_IT.search(text)
    for match in _REPLACEMENT.finditer(text):
        if not named or len(match[0]) > 1 or _beside_letter(text, match):
            yield Damage("replacement", *match.span(), None)


def controls(text: str, chars: frozenset[str]) -> Iterator[Damage]:
    """C0 controls, which no text has."""
    for match in _CONTROL.finditer(text) if not chars.isdisjoint(CONTROLS) else ():
        # Within a word it stands for letters as likely as for nothing.
        inside = text[match.start() - 1 : match.start()].isalpha() and text[match.end() : match.end() + 1].isalpha()
        yield Damage("control", *match.span(), None if inside else "")


def _beside_letter(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isalpha() or text[match.end() : match.end() + 1].isalpha()


def _of_windows(controls: str) -> str | None:
    """The characters that cp1252 has in their place; None where it leaves a byte empty, as five of them."""
    meant = "".join(table("cp1252")[ord(c)] for c in controls)
    return None if C1.search(meant) else meant


def _glyph(private: str) -> str | None:
    """What stands by itself: no letter, for Wingdings has a square for "n", and bullets stand so."""
    meant = _glyphs(private)
    return None if meant is not None and meant.isalpha() else meant


def _glyphs(private: str) -> str | None:
    """What symbol fonts show for bytes F000 to F0FF: ASCII as itself; None where it cannot be known."""
    found = [chr(ord(c) - _SYMBOL_PAGE) if "\uf020" <= c <= "\uf07e" else _SYMBOL_FONT.get(c, "") for c in private]
    return "".join(found) if all(found) else None
