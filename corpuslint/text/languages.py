"""What is known of each language: the rows of `rules/tables/languages.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from corpuslint.cache.compiled import compiled
from corpuslint.data import shared


class Traits(NamedTuple):
    """A row of the table. A language that has none, and `und`, is in none of the cases."""

    name: str = ""
    """In English, for those who read the table."""
    script: str = ""
    """The first word of its letters' Unicode names (`LATIN`, `CJK`): Chinese and Japanese share one here."""
    codes: tuple[str, ...] = ()
    """Other tags that metadata give it: ISO 639-3, 639-2/B, macro-languages."""
    by_script: bool = False
    """A text in its script is in this language unless some letters tell another."""
    spaces: str = "words"
    """What stands between spaces: `words`; `phrases`, words with the particles behind them; `none` where there are none."""
    particles: str = ""
    """A regular expression of the particles that its prose cannot do without, where words are not told by spaces."""
    neighbours: tuple[str, ...] = ()
    """Languages in which its pages often keep menus and notices."""
    code_pages: tuple[str, ...] = ()
    """The families of legacy code pages that it was written in (`checkers/mojibake/families.py`)."""
    major: bool = False
    """Texts in other languages quote its words."""
    forms_listed: bool = False
    """The frequency lists hold its words in nearly all their forms, so that a word that is not there is odd."""
    few_compounds: bool = False
    """It makes few compounds, and short ones, and has not many endings: a long word that no list has is odd."""
    dotless_i: bool = False
    """I is the capital of ı, İ of i."""
    spelling: Mapping[str, str] = {}
    """Letters that the frequency lists write otherwise, in lower case."""
    noun_capitals: bool = False
    """Every noun begins with a capital, which so marks no name."""
    apostrophe_suffixes: bool = False
    """A suffix stands behind an apostrophe (*Ankara'da*)."""
    case_endings: bool = False
    """Case endings grow on a month's name (*4 Mayısta*)."""
    noun_first: bool = False
    """The noun stands between the article and the superlative: *la ciudad más bella*."""
    postpositions: bool = False
    """What would be a preposition stands behind its noun."""
    verb_last: bool = False
    """The verb stands last, in subordinate clauses at least."""
    verb_second: bool = False
    """The verb stands second in main clauses."""
    calendar: str = ""
    """The calendar beside the Gregorian one that it counts years in: `buddhist`, `minguo`, `nepali`, `persian`."""
    short_years: bool = False
    """Years of two digits are of that calendar too."""
    month_first: bool = False
    """The month stands first in 11/8/2022."""
    undotted_dates: bool = False
    """No dates are written as 8.11.2022."""


_NOTHING = Traits()


def traits(language: str) -> Traits:
    """What is known of the language (its tag)."""
    return table().get(language, _NOTHING)


@cache
def table() -> Mapping[str, Traits]:
    """All rows, by tag, sorted."""
    rows: dict[str, dict[str, Any]] = compiled("languages", shared("tables").sources("languages"), _read, {str: dict})
    return {tag: Traits(**{key: _frozen(value) for key, value in row.items()}) for tag, row in rows.items()}


def _frozen(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


def _read() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(shared("tables").text("languages"))


@cache
def primary_tags() -> Mapping[str, str]:
    """The tags that metadata really hold, and the usual short one of each."""
    return {code: tag for tag, row in table().items() for code in row.codes}


@cache
def by_script() -> Mapping[str, str]:
    """Script to the language that a text in it is taken for."""
    return {row.script: tag for tag, row in table().items() if row.by_script}


@cache
def unspaced_scripts() -> frozenset[str]:
    """The scripts that put no space between words."""
    return frozenset(row.script for row in table().values() if row.spaces == "none")


@cache
def east_asian() -> frozenset[str]:
    """The languages that are written in Han characters, kana or Hangul."""
    return frozenset(tag for tag, row in table().items() if row.script in ("CJK", "HANGUL"))
