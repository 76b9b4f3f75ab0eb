"""Whether a sentence tells of a date as past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from corpuslint.checkers.dates.found import FoundDate
from corpuslint.checkers.dates.weights import WEIGHTS, Reach
from corpuslint.data import WordLists
from corpuslint.lazy import regex
from corpuslint.text.languages import traits
from corpuslint.text.punctuation import OPENING, SINGLE, STOPS, UNSPACED_STOPS


class Tenses(NamedTuple):
    """What words and endings of a language tell of a date beside them; the tags are those of the word lists."""

    words: Mapping[str, str]
    endings: Mapping[str, str]
    language: str


_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKED_WORD = regex(r"[^\s\d!-&(-@\[-`{-~«»“”„…—،؛。、]+")
# Words that make the next one an adjective or a noun, whatever its ending.
_ARTICLES: Mapping[str, frozenset[str]] = {
    "en": frozenset(["a", "all", "an", "any", "her", "his", "its", "no", "of", "some", "the", "their", "these", "this", "those"]),
    "de": frozenset(["das", "dem", "den", "der", "des", "die", "diese", "dieser", "ein", "eine", "einem", "einen", "einer", "und"]),
    "nl": frozenset(["de", "deze", "die", "dit", "een", "het"]),
}
_CLAUSE = regex(r"[,;:，；、—–]|\s-\s")
_MAX_BEFORE, _MAX_BEHIND = 300, 400
"""Code points around a date in which its sentence is looked for."""
_VERBS = frozenset({"past", "now", "aux"})
_QUOTES = (frozenset(OPENING) | {'"'}) - frozenset(SINGLE)
_QUOTE = regex(rf"[{''.join(sorted(_QUOTES))}]\s*\Z")
SENTENCE_END = regex(rf"[{STOPS}][\"”»)]?(?=\s)|[{UNSPACED_STOPS}\n]")


@cache
def tenses_of(lists: WordLists, language: str) -> Tenses | None:
    """The language's words; None where the rule has no list of them."""
    entries = lists.entries("tense", language)
    if not entries:
        return None
    words = {entry.term: entry.tag for entry in entries if not entry.term.startswith("-")}
    endings = {entry.term[1:]: entry.tag for entry in entries if entry.term.startswith("-")}
    return Tenses(words, endings, language)


def is_past(text: str, item: FoundDate, tenses: Tenses) -> bool:
    """A past form governs the date, and nothing in the sentence is yet to come."""
    start, end = _sentence(text, item)
    if _is_quoted(text, start):
        return False
    before, after = text[start : item.first], text[item.last : end]
    if traits(tenses.language).spaces != "words":
        return _is_past_unspaced(before, after, tenses)
    tags_before, tags_after = _tags(before, tenses), _tags(after, tenses)
    if "plan" in tags_before or "plan" in tags_after or _is_limit(tags_before, tags_after, tenses):
        return False
    clause = _tags(_CLAUSE.split(before)[-1], tenses)
    if _is_announced(clause):
        return False
    reach = WEIGHTS.verb_second if traits(tenses.language).verb_second else WEIGHTS.verb
    if _has_past(clause[-reach.before :], [*clause, *tags_after], reach):
        return True
    return _opens_sentence(tags_before) and _has_past(tags_after[: reach.behind], tags_after, reach)


def _is_quoted(text: str, start: int) -> bool:
    return text[start : start + 1] in _QUOTES or _QUOTE.search(text, max(0, start - 2), start) is not None


def _is_past_unspaced(before: str, after: str, tenses: Tenses) -> bool:
    """Nothing but past forms behind the date, and no plan anywhere."""
    told = {tag for word, tag in tenses.words.items() if word in after or (tag == "plan" and word in before)}
    return told == {"past"}


def _is_limit(before: Sequence[str], after: Sequence[str], tenses: Tenses) -> bool:
    """Whether the date is one up to which, or from which, something goes on."""
    return "limit" in before[-2:] or (traits(tenses.language).postpositions and "limit" in after[:2])


def _is_announced(clause: Sequence[str]) -> bool:
    """'announced a concert on', 'was named captain for the match on 8 November 2022'."""
    verb = max((at for at, tag in enumerate(clause) if tag == "past"), default=0)
    return "tell" in clause or "limit" in clause[verb + 1 :]


def _opens_sentence(before: Sequence[str]) -> bool:
    """Whether next to nothing stands before the date, or a phrase of time or place without a verb."""
    if len(before) <= WEIGHTS.few_words:
        return True
    return before[0] == "open" and _VERBS.isdisjoint(before)


def _has_past(tags: Sequence[str], whole: Sequence[str], reach: Reach) -> bool:
    if "past" in tags or "aux" not in tags:
        return "past" in tags and "now" not in tags
    at = whole.index("aux")
    return "part" in whole[at + 1 : at + 1 + reach.participle]


def _sentence(text: str, item: FoundDate) -> tuple[int, int]:
    """Where the sentence begins and ends that the date stands in."""
    start = max(0, item.first - _MAX_BEFORE)
    for m in SENTENCE_END.finditer(text, start, item.first):
        start = m.end()
    stop = SENTENCE_END.search(text, item.last, item.last + _MAX_BEHIND)
    start += len(text[start : item.first]) - len(text[start : item.first].lstrip())
    return start, stop.start() if stop else item.last + _MAX_BEHIND


def _tags(stretch: str, tenses: Tenses) -> list[str]:
    words = (_WORD if stretch.isascii() else _MARKED_WORD).findall(stretch)
    return [_tag(word, before, tenses) for before, word in pairwise(["", *words])]


def _tag(word: str, before: str, tenses: Tenses) -> str:
    """The tag of a word; an ending tells nothing of a name, of a short word, or of what an article makes an adjective."""
    if known := tenses.words.get(word.lower()):
        return known
    if len(word) < WEIGHTS.shortest_inflected or word[0].isupper() or before.lower() in _ARTICLES.get(tenses.language, ()):
        return ""
    return next((tag for n in range(len(word) - 1, 0, -1) if (tag := tenses.endings.get(word[-n:]))), "")
