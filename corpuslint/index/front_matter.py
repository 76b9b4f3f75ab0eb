"""Front matter: what a document states of itself in a block above its text, between `---` (YAML) or `+++` (TOML).

Of YAML only what people write there is read: `key: value`, quoted or not, lists, and text of several lines. All
else (anchors, tags, nested tables) states nothing here. Nothing is executed, and what is not as its column wants
it is left out, so that a row made of it is one that the rules of the index take.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from corpuslint.lazy import regex
from corpuslint.schemas.formats import is_date, is_language, is_license, is_url

_MAX = 20_000
"""Code points in which the block must end; that of a page is a hundredth of it."""
_MAX_CELL = 500
_KEYS: Mapping[str, Sequence[str]] = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "date": ("date", "published", "datepublished", "publishdate", "pubdate", "publicationdate"),
    "source": ("source", "sourceurl", "url", "originalurl", "canonical", "canonicalurl", "link"),
    "language": ("language", "lang", "locale"),
    "license": ("license", "licence"),
}
"""What a column is called, without capitals, `-` and `_`; the first that is as the column wants it counts."""
_BLOCK = regex(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:\1|\.\.\.)[ \t]*\r?$", re.MULTILINE | re.DOTALL)
_PAIR = regex(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*))?")
_QUOTED = regex(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?:#.*)?""")
_ITEM = regex(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]*)\s*(?:,|\Z)""")
_COMMENT = regex(r"(?:^|[ \t])#.*")
_NOT_PLAIN = "&*!{}%@`|>]"
_DAY = regex(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].*)?")
_SPACE = regex(r"\s+")


def front_matter(text: str) -> Mapping[str, str]:
    """What the block states, by column of the index; empty where the text begins with none."""
    block = _BLOCK.match(text[:_MAX]) if text[:4].lstrip("\ufeff").startswith(("---", "+++")) else None
    if block is None:
        return {}
    found = _toml(block[2]) if block[1] == "+++" else dict(_yaml(block[2].splitlines()))
    given = {_SPACE.sub("", key).lower().replace("-", "").replace("_", ""): value for key, value in found.items()}
    stated: dict[str, str] = {}
    for column, keys in _KEYS.items():
        for value in (_cell(given[key]) for key in keys if key in given):
            if value and (right := _RIGHT[column](value)):
                stated.setdefault(column, right)
    return stated


def _toml(block: str) -> Mapping[str, object]:
    import tomllib

    try:
        return tomllib.loads(block.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _yaml(lines: Sequence[str]) -> Iterator[tuple[str, object]]:
    """The pairs of the top level; none where a line there is no pair, for then the block is a text between two rules."""
    pairs: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        if line[0] in " \t-":
            if not pairs:
                return
            pairs[-1][2].append(line.strip())
        elif pair := _PAIR.fullmatch(line):
            pairs.append((pair[1], (pair[2] or "").strip(), []))
        else:
            return
    for key, value, below in pairs:
        yield key, _value(value, below)


def _value(value: str, below: Sequence[str]) -> object:
    if value[:1] in ("|", ">") and value.rstrip("+-0123456789") in ("|", ">"):
        return " ".join(below)
    if value.startswith("["):
        inner = _COMMENT.sub("", value).strip()
        return [_scalar(item[1]) for item in _ITEM.finditer(inner[1:-1])] if inner.endswith("]") else None
    if not _COMMENT.sub("", value) and below:
        return [_scalar(_name(line[1:].strip())) for line in below if line.startswith("-")]
    return _scalar(value) if not below else None


def _name(item: str) -> str:
    """Of an entry that is a table of its own (`- name: Ada`), the name."""
    pair = _PAIR.fullmatch(item)
    return item if pair is None else pair[2] or "" if pair[1].lower() == "name" else ""


def _scalar(value: str) -> str:
    if quoted := _QUOTED.fullmatch(value):
        if quoted[1].startswith("'"):
            return quoted[1][1:-1].replace("''", "'")
        try:
            return str(json.loads(quoted[1]))
        except json.JSONDecodeError:
            return ""
    value = _COMMENT.sub("", value).strip()
    return "" if value[:1] and value[0] in _NOT_PLAIN + "\"'" else value


def _cell(value: object) -> str:
    """A value as it may stand in a cell; '' for what is no text, date or list of texts."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_cell, value)))
    if isinstance(value, dict):
        return _cell(value.get("name"))
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""


def _text(value: str) -> str:
    return value if len(value) <= _MAX_CELL and value.lower() not in ("null", "~", "true", "false") else ""


def _date(value: str) -> str:
    """As ISO 8601; '' where it is in no form that has one reading."""
    if value.lower() == "unknown":
        return "unknown"
    if day := _DAY.fullmatch(value):
        return day[1] if is_date(day[1]) else ""
    from corpuslint.checkers.dates.finder import find

    found = find(value, "en")
    return found[0].day.isoformat() if len(found) == 1 and found[0].day and not found[0].swapped else ""


def _language(value: str) -> str:
    tag = value.replace("_", "-")
    return tag if is_language(tag) else ""


def _license(value: str) -> str:
    return next((name for name in (value, value.replace(" ", "-")) if is_license(name)), "")


_RIGHT: Mapping[str, Callable[[str], Any]] = {
    "title": _text, "author": _text, "date": _date, "language": _language, "license": _license,
    "source": lambda value: value if is_url(value) else "",
}
