"""Words that lost letters at their start or end, which a frequent word completes."""

from __future__ import annotations

from collections.abc import Iterator

from corpuslint.checkers.broken_word.broken import Broken
from corpuslint.checkers.broken_word.channel import complete
from corpuslint.checkers.broken_word.prose import Prose
from corpuslint.checkers.broken_word.weights import WEIGHTS, by_length
from corpuslint.checkers.broken_word.words import Words

_HYPHENS = ("-", "\u2010", "\u2011", "\u00ac", "\u00ad")


def find_truncated(prose: Prose) -> Iterator[Broken]:
    """One at the edge of a line asks for less, and two at the same edge are a cut column."""
    edges: dict[str, list[Broken]] = {"left": [], "right": [], "": []}
    sure = []
    for index, small in prose.small:
        word = prose.words.normal(small)
        if not _may_be_cut(prose.words, word):
            continue
        start = prose.place(index) + prose.runs[index].index(small)
        end = start + len(small)
        if prose.words.lexicon.is_small and prose.text[max(0, start - WEIGHTS.near) : end + WEIGHTS.near].isascii():
            continue  # written without the language's diacritics
        if _is_divided(prose.text, start, end):
            continue
        edge = _edge(prose.text, start, end)
        whole, certain = _completed(prose.words, word, edge)
        if whole:
            broken = Broken("truncated", start, end, whole)
            edges[edge].append(broken)
            if certain:
                sure.append(broken)
    for edge in ("left", "right"):
        if len(edges[edge]) > 1:
            sure += edges[edge]
    yield from sure


def _is_divided(text: str, start: int, end: int) -> bool:
    """Whether a hyphen divides the word at a line's end, or a teaser ends within it: it lost nothing to a machine."""
    before = text[max(0, start - WEIGHTS.near) : start].rstrip()
    after = text[end : end + WEIGHTS.near]
    return before.endswith(_HYPHENS) or after.lstrip(" ").startswith(_HYPHENS) or after.lstrip(" ").startswith(("…", "...", "[…", "[..."))


def _may_be_cut(words: Words, word: str) -> bool:
    entry = words.get(word)
    return not entry.curated and entry.zipf < WEIGHTS.frequent and not words.is_foreign(word)


def _completed(words: Words, word: str, edge: str) -> tuple[str, bool]:
    """The whole word, and whether it is certain by itself."""
    own = words.zipf(word)
    if not edge and (len(word) <= 3 or own >= WEIGHTS.cut_rare):
        return "", False
    if len(word) < 3 or _has_silent_e(words, word):
        return "", False
    whole, zipf = complete(words.lexicon, word, edge)
    if zipf < WEIGHTS.cut_zipf or zipf - own < WEIGHTS.cut_gap:
        return "", False
    certain = len(word) > 3 and own < WEIGHTS.cut_rare and zipf - own >= WEIGHTS.cut_sure_gap
    return whole, certain and zipf >= by_length(WEIGHTS.cut_sure_zipf, len(word) + bool(edge))


def _has_silent_e(words: Words, word: str) -> bool:
    """Whether this is a word of older spelling (drunke, returne)."""
    return word[-1] == "e" and words.zipf(word[:-1]) >= WEIGHTS.cut_silent_e


def _edge(text: str, start: int, end: int) -> str:
    if start == 0 or text[start - 1] in "\r\n":
        return "left"
    return "right" if end == len(text) or text[end] in "\r\n" else ""
