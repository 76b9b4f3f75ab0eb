"""The code pages that languages were written in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from corpuslint.checkers.mojibake.letters import alphabet, languages
from corpuslint.text.languages import table, traits

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


@cache
def true_codecs(language: str) -> tuple[str, ...]:
    """The code pages that the language was written in; all the usual ones where it is not known."""
    own = tuple(codec for family in traits(language).code_pages for codec in CODE_PAGES[family])
    return own or all_true()


@cache
def all_true() -> tuple[str, ...]:
    return tuple(dict.fromkeys(codec for codecs in CODE_PAGES.values() for codec in codecs))


@cache
def writing(family: str) -> frozenset[str]:
    """The languages with known letters that were written in a family of code pages."""
    return frozenset(tag for tag, row in table().items() if family in row.code_pages) & languages()


@cache
def letters_of(true: str) -> frozenset[str]:
    """What the languages of a code page write beyond ASCII, with the punctuation that all share."""
    names = (name for family, codecs in CODE_PAGES.items() if true in codecs for name in writing(family))
    return frozenset("“”‘’„‚–—…«»\u00a0°§€ºª¿¡").union(*map(alphabet, names))
