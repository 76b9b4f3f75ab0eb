"""Stretches of a text that are no prose: front matter, code, addresses, targets of Markdown links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpuslint.lazy import regex
from corpuslint.text.spans import Span

_FRONT_MATTER = regex(r"\A(?:\ufeff)?(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?$", re.MULTILINE | re.DOTALL)
_MARKDOWN = (
    (("```", "~~~"), regex(r"^(```+|~~~+)[^\n]*\n.*?(?:^\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)),
    (("`",), regex(r"(`+)(?!`)[^`\n]+?\1(?!`)")),
    (("](",), regex(r"\]\([^\s()]*\)")),
    (("]:",), regex(r"^[ ]{0,3}\[[^\[\]\n]+\]:[ \t]*\S+", re.MULTILINE)),
)
"""Fences, code within a line, targets and references of links: each with signs without which it is not looked for."""
_ADDRESS = regex(r"\b(?:https?://|ftp://|www\.)[^\s<>\"'“”«»]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_SPACE = regex(r"\s")


def masks(text: str, lowered: str) -> tuple[Span, ...]:
    """All such stretches, sorted; those that touch are one."""
    return _merge([*_front_matter(text), *_markdown(text), *_addresses(text, lowered)])


def _front_matter(text: str) -> Iterator[tuple[int, int]]:
    if text[:4].lstrip("\ufeff").startswith(("---", "+++")) and (front := _FRONT_MATTER.match(text)):
        yield front.span()


def _markdown(text: str) -> Iterator[tuple[int, int]]:
    for signs, pattern in _MARKDOWN:
        if any(sign in text for sign in signs):
            yield from (match.span() for match in pattern.finditer(text))


def _addresses(text: str, lowered: str) -> Iterator[tuple[int, int]]:
    """URLs and mail addresses, looked for only in what stands between white space around a mark of theirs."""
    end = 0
    for at in sorted([*_places(text, "://"), *_places(text, "@"), *_places(lowered, "www.")]):
        if at >= end:
            start = at + 1 - len(text[end : at + 1].rsplit(None, 1)[-1])
            space = _SPACE.search(text, at)
            end = space.start() if space else len(text)
            yield from (match.span() for match in _ADDRESS.finditer(text, start, end))


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _merge(spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)
