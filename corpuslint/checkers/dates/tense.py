"""Whether a sentence tells of a date as past."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpuslint.checkers.dates.found import FoundDate
from corpuslint.data import lexicon_of
from corpuslint.lazy import regex


class Tenses(NamedTuple):
    words: Mapping[str, str]
    endings: Mapping[str, str]
    language: str


_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKED_WORD = regex(r"[^\s\d!-&(-@\[-`{-~«»“”„…—،؛。、]+")
_UNSPACED = frozenset({"zh", "ja", "ko", "th"})
_VERB_SECOND = frozenset({"de", "nl", "sv", "da", "nb"})
_POSTPOSITIONS = frozenset({"tr", "az", "kk", "uz", "hi", "bn", "fi", "hu"})
# Words that make the next one an adjective or a noun, whatever its ending.
_ARTICLES: Mapping[str, frozenset[str]] = {
    "en": frozenset(["a", "all", "an", "any", "her", "his", "its", "no", "of", "some", "the", "their", "these", "this", "those"]),
    "de": frozenset(["das", "dem", "den", "der", "des", "die", "diese", "dieser", "ein", "eine", "einem", "einen", "einer", "und"]),
    "nl": frozenset(["de", "deze", "die", "dit", "een", "het"]),
}
_CLAUSE = regex(r"[,;:，；、—–]|\s-\s")
_QUOTE = regex(r"[\"“«„「]\s*\Z")
SENTENCE_END = regex(r"[.!?…][\"”»)]?(?=\s)|[。！？]|\n|[।۔؟]")


@cache
def tenses_of(path: Path, language: str) -> Tenses | None:
    entries = lexicon_of(path, language, "tense")
    if not entries:
        return None
    words = {entry.term: entry.tag for entry in entries if not entry.term.startswith("-")}
    endings = {entry.term[1:]: entry.tag for entry in entries if entry.term.startswith("-")}
    return Tenses(words, endings, language)


def is_past(text: str, item: FoundDate, tense: Tenses) -> bool:
    """A past form governs the date, and nothing in the sentence is yet to come."""
    start, end = _sentence(text, item)
    before, after = text[start : item.first], text[item.last : end]
    if _QUOTE.search(text[max(0, start - 2) : start]) or before[:1] in ("\"", "“", "«", "„", "「"):
        return False
    if tense.language in _UNSPACED:
        told = {tag for word, tag in tense.words.items() if word in (before if tag == "plan" else "") + after}
        return told == {"past"}
    tags_before, tags_after = _tags(before, tense), _tags(after, tense)
    if "limit" in tags_before[-2:] or (tense.language in _POSTPOSITIONS and "limit" in tags_after[:2]):
        return False
    if "plan" in tags_before or "plan" in tags_after:
        return False
    # The verb stands second in Germanic main clauses; elsewhere it may come late.
    reach, late = (2, 3) if tense.language in _VERB_SECOND else (6, 14)
    clause = _tags(_CLAUSE.split(before)[-1], tense)
    verb = max((at for at, tag in enumerate(clause) if tag == "past"), default=0)
    if "tell" in clause or "limit" in clause[verb + 1 :]:
        return False  # 'announced a concert on', 'was named captain for the match on 8 November 2022'
    if _has_past(clause[-reach:], clause + tags_after, tense):
        return True
    opens = tags_before[:1] == ["open"] and len(tags_before) <= 7 and {"past", "now", "aux"}.isdisjoint(tags_before)
    return (opens or len(tags_before) <= 3) and _has_past(tags_after[:late], tags_after, tense)


def _has_past(tags: list[str], whole: list[str], tense: Tenses) -> bool:
    if "past" in tags or "aux" not in tags:
        return "past" in tags and "now" not in tags
    at = whole.index("aux")
    return "part" in whole[at + 1 : at + (15 if tense.language in _VERB_SECOND else 4)]


def _sentence(text: str, item: FoundDate) -> tuple[int, int]:
    floor = max(0, item.first - 300)
    start = floor
    for m in SENTENCE_END.finditer(text, floor, item.first):
        start = m.end()
    stop = SENTENCE_END.search(text, item.last, item.last + 400)
    start += len(text[start : item.first]) - len(text[start : item.first].lstrip())
    return start, stop.start() if stop else min(len(text), item.last + 400)


def _tags(stretch: str, tense: Tenses) -> list[str]:
    words = (_WORD if stretch.isascii() else _MARKED_WORD).findall(stretch)
    return [_tag(word, before, tense) for before, word in zip(["", *words], words, strict=False)]


def _tag(word: str, before: str, tense: Tenses) -> str:
    """The tag of a word; an ending tells nothing of a name, of a short word, or of what an article makes an adjective."""
    lowered = word.lower()
    if known := tense.words.get(lowered):
        return known
    if len(word) < 4 or word[0].isupper() or before.lower() in _ARTICLES.get(tense.language, ()):
        return ""
    return next((tense.endings[word[-n:]] for n in range(min(7, len(word) - 2), 0, -1) if word[-n:] in tense.endings), "")
