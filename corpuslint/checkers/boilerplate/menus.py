"""A line as a row of items: a menu, a share bar, a breadcrumb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpuslint.checkers.boilerplate.items import item, items_at
from corpuslint.checkers.boilerplate.labels import Certainty, Label
from corpuslint.checkers.boilerplate.tokens import SEPARATORS, Tokens, skip_marks
from corpuslint.checkers.boilerplate.vocabulary import Vocabulary
from corpuslint.checkers.boilerplate.weights import WEIGHTS

_STEPS = frozenset("›»>→/")
"""What stands between the steps of a breadcrumb."""


class Items(NamedTuple):
    """What a stretch without separators, or a row of such, is made of; a stretch is known where items cover all of it."""

    labels: tuple[Label, ...]
    networks: int
    known: int
    unknown: int


_UNKNOWN = Items((), 0, 0, 1)


def menu(tokens: Tokens, vocabulary: Vocabulary) -> Label | None:
    """What a line is as a row of stretches with separators between them."""
    stretches = list(_stretches(tokens))
    if len(stretches) == 1 and len(stretches[0].low) == 1:
        return None
    parts: list[Items] = []
    unknown = 0
    for stretch in stretches:
        parts.append(_items(stretch, vocabulary))
        unknown += parts[-1].unknown
        if parts[0].unknown and _is_mostly_unknown(unknown, len(stretches)):
            return None  # and no breadcrumb either, which begins with a known item
    return Label("navigation", Certainty.SURE) if _is_breadcrumb(tokens, parts) else _label(_together(parts))


def side_by_side(tokens: Tokens, vocabulary: Vocabulary) -> Label | None:
    """What a line without separators, which is no item as a whole, is as a row of items."""
    return _label(_split(tokens, vocabulary))


def _stretches(tokens: Tokens) -> Iterator[Tokens]:
    start = 0
    for end in (*(i for i, token in enumerate(tokens.low) if token in SEPARATORS), len(tokens.low)):
        if end > start:
            yield Tokens(tokens.low[start:end], tokens.raw[start:end])
        start = end + 1


def _items(stretch: Tokens, vocabulary: Vocabulary) -> Items:
    if whole := item(stretch, vocabulary):
        return Items((whole,), int(vocabulary.networks.end(stretch.low, 0) == len(stretch.low)), 1, 0)
    return _split(stretch, vocabulary)


def _split(stretch: Tokens, vocabulary: Vocabulary) -> Items:
    """The stretch as the fewest items that cover it, set side by side."""
    low = stretch.low
    up_to: dict[int, Items] = {0: Items((), 0, 1, 0)}
    for at in range(len(low)):
        if (items := up_to.get(at)) is None:
            if at > max(up_to):
                break
            continue
        for end, label in items_at(stretch, at, vocabulary):
            if end not in up_to or len(up_to[end].labels) > len(items.labels) + 1:
                is_network = label.kind == "share" and vocabulary.networks.end(low, at) == end
                up_to[end] = items._replace(labels=(*items.labels, label), networks=items.networks + is_network)
    covered = max(up_to)
    return up_to[covered] if skip_marks(low, covered) == len(low) else _UNKNOWN


def _together(parts: Sequence[Items]) -> Items:
    labels = tuple(label for items in parts for label in items.labels)
    return Items(labels, sum(items.networks for items in parts), sum(items.known for items in parts), sum(items.unknown for items in parts))


def _is_breadcrumb(tokens: Tokens, parts: Sequence[Items]) -> bool:
    """'Home > News > Politics', whatever its later steps are called."""
    marks = {token for token in tokens.low if token in SEPARATORS}
    if not marks or not marks <= _STEPS or not parts[0].labels or parts[0].unknown:
        return False
    is_menu_word = parts[0].labels[0].certainty > Certainty.TOPIC and "/" not in marks
    return is_menu_word or (len(parts) > 2 and not parts[1].unknown)


def _label(items: Items) -> Label | None:
    certainty = _certainty(items)
    return Label(_main_kind(items.labels), certainty) if certainty else None


def _certainty(items: Items) -> Certainty | None:
    """By the number of menu words and of names of sections, and by how much of the row is known."""
    count, stretches = len(items.labels), items.known + items.unknown
    if count < 2 or _is_mostly_unknown(items.unknown, stretches):
        return None
    if items.unknown:
        return Certainty.EDGE
    words = [label.certainty for label in items.labels if label.certainty > Certainty.TOPIC]
    if items.networks > 1 or count + bool(words) >= WEIGHTS.menu_items or _are_menu_words(words, stretches):
        return Certainty.SURE
    if len(words) == 2 or count > 2:
        return Certainty.EDGE
    return Certainty.RUN if stretches > 1 else Certainty.TOPIC


def _are_menu_words(words: Sequence[Certainty], stretches: int) -> bool:
    """Three, or two that are all there is, or of which nothing else says one."""
    return len(words) > 2 or (len(words) == 2 and (stretches == 2 or Certainty.SURE in words))


def _is_mostly_unknown(unknown: int, stretches: int) -> bool:
    return unknown > 0 and (stretches < 3 or stretches - unknown < WEIGHTS.known * stretches)


def _main_kind(labels: Sequence[Label]) -> str:
    top = max(label.certainty for label in labels)
    return Counter(label.kind for label in labels if label.certainty == top).most_common(1)[0][0]
