"""Templates of page residue: the small pattern language of the lexicons, its parser and its matcher.

A template is words with groups and slots: `share (on|via) {network}`, `leave a comment [below]`. `(a|b)` is one of,
`[a|b]` at most one of; groups nest. Slots: `{n}` a number, `{year}` a year or a span of years, `{network}` a social
network, `{name}` one to six words that look like a name, `{any}` one to eight words, `{rest}` whatever follows.
Punctuation other than `:` and `©` is not compared, nor are case, accents and width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from corpuslint.rule import Entry

NAME_WORDS = 6
ANY_WORDS = 8
# A character of these scripts is a token of its own, and longer stretches make up a name.
_LETTERWISE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_LETTERWISE_FACTOR = 3
SEPARATORS = frozenset("|·•∙›»>→/‹«<~–—※●■◆▪►▶│┃")

_TOKEN = re.compile(
    rf"[©:：,，、。{re.escape(''.join(sorted(SEPARATORS)))}]|[{_LETTERWISE}]|[^\W_{_LETTERWISE}]+(?:'[^\W_]+)*", re.IGNORECASE
)
_INSIDE_WORD = re.compile(r"(?<=[^\W\d_])©")  # half of a mis-decoded letter ('cafÃ©'), no sign
_YEAR = re.compile(r"(?:1[89]|2[01])\d\d|[१२][०-९]{3}|[۱۲][۰-۹]{3}|[١٢][٠-٩]{3}")
_SKIPPED = frozenset(":,")
# The words in a name that take no capital: 'Friends of the Earth', 'Banco do Brasil', 'Haus und Grund'.
_SMALL_WORDS = frozenset((
    "a", "al", "and", "at", "da", "das", "de", "del", "della", "den", "der", "des", "di", "die", "do", "dos",
    "du", "e", "el", "en", "et", "for", "i", "il", "in", "la", "las", "le", "les", "los", "na", "of", "on", "og",
    "och", "or", "para", "pour", "the", "to", "und", "van", "von", "w", "y", "z", "и", "в", "на"
))
_CANONICAL = {
    "ⓒ": "©", "’": "'", "ʼ": "'", "İ": "i", "ı": "i", "ى": "ی", "ي": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ـ": None,
    "\u200c": " ", "\u200d": None, "\u200b": None, "\ufeff": None, "\u00ad": None, "ς": "σ", "ł": "l", "Ł": "L", "ø": "o",
    "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "：": ":", "，": ",", "、": ",", "｜": "|", "＞": ">", "／": "/", "・": "·",
}


@cache
def _folding() -> Mapping[int, str | None]:
    """Accented letters of the Latin, Greek and Cyrillic blocks to their bases, wide forms to narrow ones."""
    blocks = ((0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000), (0xFF01, 0xFF5F))
    table: dict[int, str | None] = {}
    for point in (p for low, high in blocks for p in range(low, high)):
        base = "".join(c for c in unicodedata.normalize("NFKD", chr(point)) if not unicodedata.combining(c))
        if base and base != chr(point):
            table[point] = base
    # Marks are no `\w` and would cut words: a letter and its vowel signs, or its combining accent.
    for low, high in ((0x300, 0x370), (0x591, 0x5C8), (0x610, 0x61B), (0x64B, 0x660), (0x900, 0x1080)):
        table |= {p: None for p in range(low, high) if unicodedata.category(chr(p)) in ("Mn", "Mc")}
    return table | str.maketrans(_CANONICAL)


def fold(text: str) -> str:
    """The text as templates compare it, save case; the length may change."""
    if not text.isascii():
        text = text.translate(_folding())
    return text.replace("(c)", "©").replace("(C)", "©") if "(" in text else text


class Line(NamedTuple):
    """The tokens of a line, lower-cased and as they stand."""

    low: Sequence[str]
    raw: Sequence[str]


def tokenize(text: str) -> Line:
    raw = _TOKEN.findall(folded := fold(text))
    low = _TOKEN.findall(folded.lower())
    # Lower case may be longer than upper case and cut otherwise.
    return Line(low if len(low) == len(raw) else [token.lower() for token in raw], raw)


def opening_words(text: str) -> list[str]:
    """The lower-case tokens of a text save its separators, with less ado than `tokenize`."""
    return [token for token in _TOKEN.findall(fold(text).lower()) if token not in SEPARATORS]


def words_of(line: Line) -> Line:
    """The line without its separators."""
    if SEPARATORS.isdisjoint(line.low):
        return line
    kept = [i for i, token in enumerate(line.low) if token not in SEPARATORS]
    return Line([line.low[i] for i in kept], [line.raw[i] for i in kept])


class Choice(NamedTuple):
    """Alternatives, by their first literal token where they have one."""

    literal: Mapping[str, tuple[Template, ...]]
    other: tuple[Template, ...]


Template = tuple["str | Choice", ...]

_PIECE = re.compile(r"\{\w+\}|[()\[\]|]|[^\s()\[\]|{}]+")
_SLOTS = frozenset({"{n}", "{year}", "{network}", "{name}", "{any}", "{rest}"})
_WORD_SLOTS = frozenset({"{name}", "{any}", "{rest}"})


@cache
def parse(source: str) -> Template:
    """Raises ValueError for a group that is not closed or a slot that is none."""
    pieces = _PIECE.findall(source)
    template, end = _sequence(pieces, 0)
    if end != len(pieces):
        raise ValueError(f"template {source!r}: unexpected {pieces[end]!r}")
    return template


def _sequence(pieces: Sequence[str], at: int) -> tuple[Template, int]:
    elements: list[str | Choice] = []
    while at < len(pieces) and pieces[at] not in "|)]":
        piece = pieces[at]
        if piece in "([":
            choice, at = _group(pieces, at)
            elements.append(choice)
            continue
        if piece.startswith("{") and piece not in _SLOTS:
            raise ValueError(f"no such slot: {piece}")
        elements += [piece] if piece in _SLOTS else _spelled(piece)
        at += 1
    return tuple(elements), at


@cache
def _spelled(piece: str) -> tuple[str, ...]:
    if piece.isascii() and piece.isalpha():
        return (piece.lower(),)
    return tuple(token for token in words_of(tokenize(piece)).low if token != ",")


def _group(pieces: Sequence[str], at: int) -> tuple[Choice, int]:
    close = {"(": ")", "[": "]"}[pieces[at]]
    branches: list[Template] = [()] if close == "]" else []
    while True:
        branch, at = _sequence(pieces, at + 1)
        if branch or close == "]":
            branches.append(branch)
        else:
            raise ValueError(f"empty alternative in {' '.join(pieces)!r}")
        if at >= len(pieces) or (pieces[at] != "|" and pieces[at] != close):
            raise ValueError(f"group not closed by {close!r} in {' '.join(pieces)!r}")
        if pieces[at] == close:
            return _choice(branches), at + 1


def _choice(branches: Iterable[Template]) -> Choice:
    literal: dict[str, tuple[Template, ...]] = {}
    other: list[Template] = []
    for branch in branches:
        head = branch[0] if branch else None
        if isinstance(head, str) and head not in _SLOTS:
            literal[head] = (*literal.get(head, ()), branch[1:])
        else:
            other.append(branch)
    return Choice(literal, tuple(other))


def first_tokens(template: Template) -> frozenset[str]:
    """The tokens and slots that the template can begin with; '' where it can be empty."""
    heads: set[str] = set()
    for element in template:
        found = frozenset({element}) if isinstance(element, str) else _heads(element)
        heads |= found - {""}
        if "" not in found:
            return frozenset(heads)
    return frozenset(heads | {""})


def _heads(choice: Choice) -> frozenset[str]:
    return frozenset(choice.literal).union(*(first_tokens(branch) for branch in choice.other))


class Networks(NamedTuple):
    """Names of social networks, as token tuples by their first token."""

    by_head: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> Networks:
        heads: dict[str, tuple[tuple[str, ...], ...]] = {}
        for name in names:
            tokens = tuple(words_of(tokenize(name)).low)
            heads[tokens[0]] = (*heads.get(tokens[0], ()), tokens)
        return cls(heads)

    def ends(self, low: Sequence[str], at: int) -> Iterator[int]:
        for tokens in self.by_head.get(low[at], ()):
            if tuple(low[at : at + len(tokens)]) == tokens:
                yield at + len(tokens)


def ends(template: Template, line: Line, starts: set[int], networks: Networks, *, closed: bool = False) -> set[int]:
    """Where the template can end when it begins at one of `starts`: a simulation of all paths, so never exponential.

    `closed`: without slots of words, for a template that is followed by others in the same line.
    """
    for element in template:
        if isinstance(element, Choice):
            starts = _choice_ends(element, line, starts, networks, closed)
        elif element in _WORD_SLOTS and closed:
            starts = starts if element == "{rest}" else set()
        elif element in _SLOTS:
            starts = {end for at in starts for end in _slot_ends(element, line, at, networks)}
        else:
            starts = {at + 1 for at in (skip_marks(line.low, at, element) for at in starts) if at < len(line.low) and line.low[at] == element}
        if not starts:
            break
    return starts


def _choice_ends(choice: Choice, line: Line, starts: set[int], networks: Networks, closed: bool) -> set[int]:
    found: set[int] = set()
    for at in starts:
        after = skip_marks(line.low, at, ":") if ":" in choice.literal else skip_marks(line.low, at)
        if after < len(line.low):
            for branch in choice.literal.get(line.low[after], ()):
                found |= ends(branch, line, {after + 1}, networks, closed=closed)
    for branch in choice.other:
        found |= ends(branch, line, starts, networks, closed=closed)
    return found


def skip_marks(low: Sequence[str], at: int, wanted: str = "") -> int:
    """The next token that is no colon or comma, unless such a mark is wanted."""
    while at < len(low) and low[at] in _SKIPPED and low[at] != wanted:
        at += 1
    return at


def _slot_ends(slot: str, line: Line, at: int, networks: Networks) -> Iterator[int]:
    low = line.low
    if slot == "{rest}":
        yield len(low)
        return
    at = skip_marks(low, at)
    if at >= len(low):
        return
    if slot == "{n}":
        if low[at][0].isdecimal() or (low[at][-1:] in ("k", "m") and low[at][:-1].isdecimal()):
            yield at + 1
    elif slot == "{year}":
        yield from _year_ends(low, at)
    elif slot == "{network}":
        yield from networks.ends(low, at)
    else:
        yield from _run_ends(slot, line, at)


def _year_ends(low: Sequence[str], at: int) -> Iterator[int]:
    """After a year, and after the second one of a span ('2010–2020', '2010, 2012')."""
    while at < len(low) and _YEAR.fullmatch(low[at]):
        yield at + 1
        at += 1
        while at < len(low) and (low[at] in SEPARATORS or low[at] == ","):
            at += 1


def _run_ends(slot: str, line: Line, at: int) -> Iterator[int]:
    limit = NAME_WORDS if slot == "{name}" else ANY_WORDS
    if line.low[at] >= "\u0e00":
        limit *= _LETTERWISE_FACTOR
    for i in range(at, min(at + limit, len(line.low))):
        if line.low[i] in SEPARATORS or (slot == "{name}" and not _is_name_word(line.raw[i], line.low[i])):
            return
        if slot == "{any}" or line.low[i] not in _SMALL_WORDS:
            yield i + 1


def _is_name_word(raw: str, low: str) -> bool:
    return raw != low or raw[0].isdigit() or raw.upper() == raw or low in _SMALL_WORDS


@cache
def literals(source: str) -> int:
    """The least number of words, numbers and networks that the template spells out; a colon counts double."""
    return _literals(parse(source))


def _literals(template: Template) -> int:
    total = 0
    for element in template:
        if isinstance(element, Choice):
            branches = [1 + _literals(branch) for options in element.literal.values() for branch in options]
            total += min([*branches, *map(_literals, element.other)])
        elif element not in _WORD_SLOTS:
            total += 1 + (element == ":")
    return total


class Pattern(NamedTuple):
    """A lexicon entry: its source, what kind of residue it is, and where it may stand (see `residue_lines.Weight`)."""

    source: str
    kind: str
    weight: str

    @property
    def template(self) -> Template:
        return parse(self.source)

    @property
    def is_grouped(self) -> bool:
        return "(" in self.source or "[" in self.source


_UNBOUND = _WORD_SLOTS | {":"}
"""After these a second token cannot be told; a colon is optional in the line."""


@dataclass(frozen=True)
class Table:
    """The templates of one language by their first token; those that begin with a slot of words stand under ''."""

    by_head: Mapping[str, Sequence[Pattern]]
    _by_second: dict[str, Mapping[str, tuple[Pattern, ...]]] = field(default_factory=dict)

    def candidates(self, head: str, seconds: Iterable[str]) -> Iterator[Pattern]:
        """Templates that can begin with `head` and go on with one of `seconds` ('' where they can end after the head)."""
        if head not in self.by_head:
            return
        if head not in self._by_second:
            self._by_second[head] = _index_seconds(head, self.by_head[head])
        index = self._by_second[head]
        for second in (*seconds, "*"):
            yield from index.get(second, ())


def _index_seconds(head: str, patterns: Iterable[Pattern]) -> Mapping[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        seconds = {second for rest in _after(pattern.template, head) for second in first_tokens(rest)}
        for key in {"*"} if head == "" or seconds & _UNBOUND else seconds:
            index.setdefault(key, []).append(pattern)
    return {key: tuple(found) for key, found in index.items()}


def _after(template: Template, head: str) -> Iterator[Template]:
    """What is left of the template once its first token is `head`, in every way that can be."""
    if not template:
        return
    element, rest = template[0], template[1:]
    if isinstance(element, str):
        if element == head:
            yield rest
        return
    for branch in element.literal.get(head, ()):
        yield branch + rest
    for branch in element.other:
        yield from _after(branch + rest, head)


def compile_table(lexicon: Iterable[Entry]) -> Table:
    heads: dict[str, list[Pattern]] = {}
    for term, tag in lexicon:
        kind, _, weight = tag.partition(" ")
        pattern = Pattern(term, kind, weight)
        for head in {"" if head in _UNBOUND else head for head in source_heads(term)}:
            heads.setdefault(head, []).append(pattern)
    return Table(heads)


_LEADING = re.compile(r"(?P<open>[(\[])(?P<branches>[^()\[\]]*)[)\]]\s*|(?P<word>[^\s()\[\]|]+)\s*")


def source_heads(source: str) -> frozenset[str]:
    """`first_tokens(parse(source))` without the parsing, which thousands of entries need only once a line begins so."""
    heads: set[str] = set()
    at = 0
    while (found := _LEADING.match(source, at)) is not None:
        firsts = [_first_spelled(branch) for branch in (found["branches"] or found["word"]).split("|")]
        if "" in firsts:
            break
        heads.update(firsts)
        at = found.end()
        if found["open"] != "[":
            return frozenset(heads)
    return first_tokens(parse(source))


@cache
def _first_spelled(branch: str) -> str:
    piece = _PIECE.search(branch)
    word = piece[0] if piece else ""
    return word if word in _SLOTS else next(iter(_spelled(word)), "")
