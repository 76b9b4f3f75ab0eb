"""One line of text: is it, as a whole, something that a web page says around an article?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from corpuslint.checkers.boilerplate.table import Label, Pattern, Table, Weight
from corpuslint.checkers.boilerplate.templates import Networks, ends, literals
from corpuslint.checkers.boilerplate.tokens import SEPARATORS, Line, fold, opening_words, skip_marks, tokenize, words_of
from corpuslint.lazy import regex


class Opening(NamedTuple):
    """The templates that begin with a token, by language and by second token, and all second tokens."""

    templates: tuple[Mapping[str, Sequence[Pattern]], ...]
    seconds: Set[str]


@dataclass(frozen=True)
class Vocabulary:
    """What residue looks like in the languages that a document may hold; `heads`: all that a template begins with."""

    tables: tuple[Table, ...]
    networks: Networks
    heads: Set[str]
    _openings: dict[str, Opening] = field(default_factory=dict)
    read: dict[tuple[str, bool], Label | None] = field(default_factory=dict)
    """The labels of short lines, which are the same on all pages of a site."""

    @classmethod
    def of(cls, tables: tuple[Table, ...], networks: Networks) -> Vocabulary:
        return cls(tables, networks, frozenset(networks.by_head).union(*(table.by_head for table in tables)))

    def may_begin(self, token: str) -> bool:
        return token in self.heads or token[:1].isdecimal()

    def keys(self, token: str) -> tuple[str, ...]:
        """The token and the slots that it can fill."""
        if token[:1].isdecimal():
            return (token, "{n}", "{year}")
        return (token, "{network}") if token in self.networks.by_head else (token,)

    def opening(self, token: str) -> Opening:
        if token in self._openings:
            return self._openings[token]
        found = [table.seconds(key) for key in self.keys(token) if key in self.heads for table in self.tables]
        seconds = frozenset[str]().union(*found)
        if "{network}" in seconds:
            seconds |= self.networks.by_head.keys()
        opening = Opening(tuple(filter(None, found)), seconds)
        if token in self.heads:
            self._openings[token] = opening
        return opening


MAX_WHOLE = 300
"""Code points of a line that is compared from end to end; of a longer one the beginning is."""
MAX_FLOATING = 160
"""Code points of a line that may begin with any words, if the rest of it is spelled out in a template."""
MAX_LINE = 1500
_REMEMBERED = 60
"""Code points of the longest line whose label is remembered."""
_MEMO = 1 << 12
_OPENING = 64
"""Code points in which the first two words of a line are looked for."""
_LETTERWISE_OPENING = 8
"""The same where each character is a word."""
_UNSPACED = "\u0e00"
"""The first character of the first script whose characters are words."""
_TAIL = 8
"""Code points in which a line shows whether it ends as a sentence does."""
_LETTERWISE_WORD = 3
"""Tokens of a word in a script without spaces, where each character is one."""
_LONG_KINDS = frozenset({"copyright", "cookie", "legal"})
_REACH = (0, 4, 10, 22, 60)
"""Tokens that a template with an open end may cover, by the number of words that it spells out."""
_ORNAMENTS = " \t\u00a0\u3000•·∙*‣◦▪■●►▶▸✓✔←↑↓→›>»+|│#_~=[](){}【】「」<-–—…"
_MARKDOWN_LINK = regex(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_QUOTED = regex(r"[\"“„”‟‘‚'『]|[«»‹›](?=.*[»«›‹])|[—–]\s|-\s\S.*[.!?…]$|>\s.*[.!?]$")
_SENTENCE_END = regex(r"(?:(?<![.…])[.!?]|[。！？।؟])[\"'”’»)\]]*$")
_WIDE_SEPARATOR = regex("[" + re.escape("".join(sorted(SEPARATORS - set("|>/<~‹«–—")))) + "]")
_PLAIN_OPENING = regex(r"([A-Za-z\d]+(?:['’][A-Za-z\d]+)*)(?:[ .,:;!?\"-]+([A-Za-z\d]+(?:['’][A-Za-z\d]+)*))?(?=[ .,:;!?)-]|$)", re.ASCII)
"""The first two words of most lines, for which no sign has to be looked at."""
_TRAIL = frozenset("›»>→/")


def read_label(text: str, vocabulary: Vocabulary, *, floating: bool) -> Label | None:
    """What the line is, if a template or a row of templates covers it; `floating`: try those that begin with any words."""
    if len(text) > MAX_LINE or (not text[0].isalnum() and _QUOTED.match(text)):
        return None
    floating = floating and len(text) <= MAX_FLOATING
    if not floating and not _may_be_label(text, vocabulary):
        return None
    if len(text) > _REMEMBERED:
        return _read(text, vocabulary, floating=floating)
    if (text, floating) not in vocabulary.read:
        if len(vocabulary.read) >= _MEMO:
            vocabulary.read.clear()
        vocabulary.read[text, floating] = _read(text, vocabulary, floating=floating)
    return vocabulary.read[text, floating]


def _read(text: str, vocabulary: Vocabulary, *, floating: bool) -> Label | None:
    line = tokenize(_marked_columns(_bare(text)[:MAX_WHOLE]))
    words = words_of(line)
    if not words.low:
        return None
    label = _whole(words, vocabulary, cut=len(text) > MAX_WHOLE, floating=floating)
    is_sentence = _is_sentence(text)
    if len(text) <= MAX_WHOLE and not is_sentence and (label is None or label.weight < Weight.SURE):
        row = _row(line, vocabulary) if floating or words is not line else None if label else _side_by_side(line, vocabulary)
        label = max(filter(None, (label, row)), key=lambda found: found.weight, default=None)
    return None if label and label.weight < Weight.SURE and is_sentence else label


def _bare(text: str) -> str:
    if "](" in text:
        text = _MARKDOWN_LINK.sub(r"\1", text)
    return text.strip(_ORNAMENTS)


def _marked_columns(text: str) -> str:
    """Two spaces or a tab stand between the items of a menu that was laid out in columns."""
    return re.sub(r"\t+| {2,}", " | ", text) if "  " in text or "\t" in text else text


def _may_be_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a template may cover it by its words, or it may be a row by its parts: a gate that most prose does not pass."""
    is_row = len(text) <= MAX_WHOLE and not _is_sentence(text)
    if is_row and _has_separator(text):
        return True
    plain = _PLAIN_OPENING.match(text)
    if plain is None:
        head, second = _opening(_bare(text), vocabulary)
    else:
        head, second = plain[1].replace("’", "'").lower(), ""
    if not vocabulary.may_begin(head):
        return False
    if plain and plain[2]:
        second = plain[2].replace("’", "'").lower()
    elif plain and plain.end() < len(text):
        _, second = _opening(_bare(text), vocabulary)
    if is_row and head in vocabulary.networks.by_head:
        return True
    return _may_go_on(head, second, vocabulary, is_row=is_row) and _has_words(text, head, second, vocabulary, is_row=is_row)


def _is_sentence(text: str) -> bool:
    if text[-1] == ".":
        return text[-2:-1] not in (".", "…")
    return not text[-1].isalnum() and _SENTENCE_END.search(text, max(0, len(text) - _TAIL)) is not None


def _has_separator(text: str) -> bool:
    if "  " in text or "/" in text or "|" in text or ">" in text or "\t" in text:
        return True
    return not text.isascii() and _WIDE_SEPARATOR.search(text) is not None


def _may_go_on(head: str, second: str, vocabulary: Vocabulary, *, is_row: bool) -> bool:
    seconds = vocabulary.opening(head).seconds
    if second in seconds or "*" in seconds or (is_row and "" in seconds and vocabulary.may_begin(second)):
        return True
    return second[:1].isdecimal() and ("{n}" in seconds or "{year}" in seconds)


def _has_words(text: str, head: str, second: str, vocabulary: Vocabulary, *, is_row: bool) -> bool:
    """Whether one of the words that a template needs is in the text at all."""
    folded = fold(_bare(text)[:MAX_WHOLE]).lower()
    is_cut = len(text) > MAX_WHOLE
    return any(
        (pattern.is_open or not is_cut) and (not pattern.spelled or any(word in folded for word in pattern.spelled))
        for pattern in _patterns(head, second, vocabulary, whole=not is_row)
    )


def _opening(body: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The first two tokens that are no separators, '' where there is none; the second, which is no mark, only after a head."""
    is_letterwise = body[:1] >= _UNSPACED and body[0].isalpha()
    text = body[: _LETTERWISE_OPENING if is_letterwise else _OPENING]
    first = opening_words(text.partition(" ")[0])
    if first and not is_letterwise and not vocabulary.may_begin(first[0]):
        return first[0], ""
    low = opening_words(text)
    after = skip_marks(low, 1)
    return low[0] if low else "", low[after] if after < len(low) else ""


def _candidates(line: Line, at: int, vocabulary: Vocabulary, *, whole: bool, floating: bool = False) -> list[Pattern]:
    """The templates that the words do not rule out, the first two from `at` above all; for a stretch that goes on, those that end before."""
    low = line.low
    if not (floating or vocabulary.may_begin(low[at])):
        return []
    after = skip_marks(low, at + 1)
    patterns = _patterns(low[at], low[after] if after < len(low) else "", vocabulary, whole=whole, floating=floating)
    return [pattern for pattern in patterns if not pattern.spelled or not pattern.spelled.isdisjoint(low)]


def _patterns(first: str, second: str, vocabulary: Vocabulary, *, whole: bool, floating: bool = False) -> list[Pattern]:
    templates = vocabulary.opening(first).templates
    if floating:
        templates += vocabulary.opening("").templates
    keys = vocabulary.keys(second)
    if second and not whole and vocabulary.may_begin(second):
        keys += ("",)  # a template ends before the second word only where another begins with it
    return [pattern for index in templates for key in (*keys, "*") for pattern in index.get(key, ())]


def _whole(line: Line, vocabulary: Vocabulary, *, cut: bool, floating: bool) -> Label | None:
    """The weightiest template that covers the line from end to end; of a line that was cut off, one with an open end.

    One word alone is sure only where the lexicon has it as an entry, not where groups happen to leave it over.
    """
    best: Label | None = None
    size = len(line.low)
    is_word = size == 1 or (size <= _LETTERWISE_WORD and line.low[0] >= _UNSPACED)
    for pattern in _candidates(line, 0, vocabulary, whole=True, floating=floating):
        if cut and not pattern.is_open:
            continue
        kind, weight = pattern.label
        if is_word and pattern.is_grouped:
            weight = min(weight, Weight.EDGE)
        if best and weight <= best.weight:
            continue
        reached = ends(pattern.template, line, {0}, vocabulary.networks)
        if any(skip_marks(line.low, end) == size for end in reached) and _is_tight(pattern, line):
            best = Label(kind, weight)
    if best is None and (end := _network(line, 0, vocabulary)) and skip_marks(line.low, end) == size:
        return Label("share", Weight.EDGE)
    return best


def _is_tight(pattern: Pattern, line: Line) -> bool:
    """Whether enough of the line is spelled out in the template; the tail of a notice may be long, that of a link not."""
    if "{rest}" not in pattern.source or (pattern.label.kind in _LONG_KINDS and not pattern.source.startswith("{")):
        return True
    return len(line.low) <= _REACH[min(literals(pattern.source, line.low[0]), 4)]


def _network(line: Line, at: int, vocabulary: Vocabulary) -> int:
    return max(vocabulary.networks.ends(line.low, at), default=0) if line.low[at] in vocabulary.networks.by_head else 0


class _Row(NamedTuple):
    """A line read as a row of items: labels found, and how many stretches between separators were (not) covered."""

    labels: tuple[Label, ...]
    networks: int
    known: int
    unknown: int


def _row(line: Line, vocabulary: Vocabulary) -> Label | None:
    segments = list(_segments(line))
    if len(segments) == 1 and len(segments[0].low) < 2:
        return None
    rows: list[_Row] = []
    for segment in segments:
        rows.append(_items(segment, vocabulary))
        # A trail begins with a known item.
        if rows[0].unknown and _is_unknown(sum(items.unknown for items in rows), len(segments)):
            return None
    row = _Row(
        tuple(label for items in rows for label in items.labels), sum(items.networks for items in rows),
        sum(not items.unknown for items in rows), sum(bool(items.unknown) for items in rows),
    )
    if _is_trail(line, rows):
        return Label("navigation", Weight.SURE)
    weight = _weigh_row(row)
    return Label(_main_kind(row.labels), weight) if weight else None


def _side_by_side(line: Line, vocabulary: Vocabulary) -> Label | None:
    """What a line without separators, which is no item as a whole, is as a row of items."""
    row = _split(line, vocabulary)
    weight = _weigh_row(row)
    return Label(_main_kind(row.labels), weight) if weight else None


def _segments(line: Line) -> Iterator[Line]:
    start = 0
    for end in (*(i for i, token in enumerate(line.low) if token in SEPARATORS), len(line.low)):
        if end > start:
            yield Line(line.low[start:end], line.raw[start:end])
        start = end + 1


_UNKNOWN = _Row((), 0, 0, 1)


def _items(segment: Line, vocabulary: Vocabulary) -> _Row:
    if not vocabulary.may_begin(segment.low[0]) and skip_marks(segment.low, 0) == 0:
        return _UNKNOWN
    whole = _whole(segment, vocabulary, cut=False, floating=False)
    if whole:
        return _Row((whole,), int(_network(segment, 0, vocabulary) == len(segment.low)), 1, 0)
    return _split(segment, vocabulary)


def _split(segment: Line, vocabulary: Vocabulary) -> _Row:
    """The segment as the fewest items that cover it, set side by side."""
    rows: dict[int, _Row] = {0: _Row((), 0, 1, 0)}
    for at in range(len(segment.low)):
        if (row := rows.get(at)) is None:
            if at > max(rows):
                break
            continue
        for end, label in _closed_ends(segment, at, vocabulary):
            if end not in rows or len(rows[end].labels) > len(row.labels) + 1:
                is_network = label.kind == "share" and _network(segment, at, vocabulary) == end
                rows[end] = row._replace(labels=(*row.labels, label), networks=row.networks + is_network)
    covered = max(rows)
    return rows[covered] if skip_marks(segment.low, covered) == len(segment.low) else _UNKNOWN


def _closed_ends(line: Line, at: int, vocabulary: Vocabulary) -> Iterator[tuple[int, Label]]:
    for pattern in _candidates(line, at, vocabulary, whole=False):
        for end in ends(pattern.template, line, {at}, vocabulary.networks, closed=True):
            if end > at:
                yield end, pattern.label
    if end := _network(line, at, vocabulary):
        yield end, Label("share", Weight.EDGE)


def _is_trail(line: Line, rows: Sequence[_Row]) -> bool:
    """'Home > News > Politics': a breadcrumb, whatever its later steps are called."""
    marks = [token for token in line.low if token in SEPARATORS]
    if not marks or not set(marks) <= _TRAIL or not rows[0].labels or rows[0].unknown:
        return False
    is_menu_word = rows[0].labels[0].weight > Weight.TOPIC and "/" not in marks
    return is_menu_word or (len(rows) > 2 and not rows[1].unknown)


def _weigh_row(row: _Row) -> Weight | None:
    """How sure a row of items is: by the number of menu words and section names, and by how much of it is known."""
    parts = row.known + row.unknown
    if len(row.labels) < 2 or _is_unknown(row.unknown, parts):
        return None
    count = Counter(label.weight for label in row.labels)
    words = count[Weight.SURE] + count[Weight.EDGE] + count[Weight.RUN]
    if row.unknown:
        return Weight.EDGE if words + count[Weight.TOPIC] >= 2 else None
    if row.networks > 1 or words > 2 or (words == 2 and (parts == 2 or count[Weight.SURE])):
        return Weight.SURE
    if len(row.labels) > 4 or (words and len(row.labels) > 3):
        return Weight.SURE
    if words == 2 or len(row.labels) > 2:
        return Weight.EDGE
    return Weight.RUN if parts > 1 else Weight.TOPIC


def _is_unknown(unknown: int, parts: int) -> bool:
    return unknown > 0 and (parts < 3 or parts - unknown < 0.6 * parts)


def _main_kind(labels: Sequence[Label]) -> str:
    top = max(label.weight for label in labels)
    return Counter(label.kind for label in labels if label.weight == top).most_common(1)[0][0]
