"""What of a text is no prose: front matter, code, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint.lazy import regex
from corpuslint.text.spans import Span

_FENCE = regex(r"^(```+|~~~+)[^\n]*\n.*?(?:^\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_INLINE_CODE = regex(r"(`+)(?!`)[^`\n]+?\1(?!`)")
_URL = regex(r"\b(?:https?://|ftp://|www\.)[^\s<>\"'“”«»]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_SPACE = regex(r"\s")
_LINK_TARGET = regex(r"\]\([^\s()]*\)")
_LINK_REFERENCE = regex(r"^[ ]{0,3}\[[^\[\]\n]+\]:[ \t]*\S+", re.MULTILINE)
_FRONT_MATTER = regex(r"\A(?:\ufeff)?(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?$", re.MULTILINE | re.DOTALL)


def masks(text: str, lowered: str) -> tuple[Span, ...]:
    """Stretches that are no prose: front matter, code, URLs, targets of Markdown links, mail addresses; sorted, disjoint."""
    found: list[tuple[int, int]] = []
    if text[:4].lstrip("\ufeff").startswith(("---", "+++")) and (front := _FRONT_MATTER.match(text)):
        found.append(front.span())
    if "```" in text or "~~~" in text:
        found += [match.span() for match in _FENCE.finditer(text)]
    if "`" in text:
        found += [match.span() for match in _INLINE_CODE.finditer(text)]
    found += _addresses(text, lowered)
    if "](" in text:
        found += [match.span() for match in _LINK_TARGET.finditer(text)]
    if "]:" in text:
        found += [match.span() for match in _LINK_REFERENCE.finditer(text)]
    return _merge(found)


def _merge(spans: list[tuple[int, int]]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


def _addresses(text: str, lowered: str) -> Iterator[tuple[int, int]]:
    """URLs and mail addresses, looked for only in what stands between white space around a mark of theirs."""
    end = 0
    for at in sorted([*_places(text, "://"), *_places(text, "@"), *_places(lowered, "www.")]):
        if at >= end:
            start = at + 1 - len(text[end : at + 1].rsplit(None, 1)[-1])
            space = _SPACE.search(text, at)
            end = space.start() if space else len(text)
            yield from (match.span() for match in _URL.finditer(text, start, end))


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)
