"""The part of JSON Schema that our own schemas use, checked without importing jsonschema (150 ms at every start).

It reads the same schema files, refuses a keyword that it does not know, and agrees with jsonschema on
what is valid: the tests compare the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from corpuslint.schemas import Problem

Formats = Mapping[str, Callable[[str], bool]]

_TYPES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "object": (lambda value: isinstance(value, dict), "a table"),
    "array": (lambda value: isinstance(value, list), "a list"),
    "string": (lambda value: isinstance(value, str), "a string"),
    "boolean": (lambda value: isinstance(value, bool), "true or false"),
    "integer": (lambda value: _is_number(value) and value == value // 1, "a whole number"),
    "number": (lambda value: _is_number(value), "a number"),
}
_NOTES = {"$schema", "title", "description"}


def problems(schema: Mapping[str, Any], instance: object, formats: Formats | None = None) -> Iterator[Problem]:
    """What is wrong with the instance, in document order, in the words of this project."""
    return _check(schema, instance, (), formats or {})


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check(schema: Mapping[str, Any], value: Any, path: tuple[str | int, ...], formats: Formats) -> Iterator[Problem]:
    wanted = schema.get("type", ())
    names = [wanted] if isinstance(wanted, str) else wanted
    if names and not any(_TYPES[name][0](value) for name in names):
        yield Problem(path, f"{_name(path)}wants {' or '.join(_TYPES[name][1] for name in names)}, not {value!r}")
        return
    for keyword, argument in schema.items():
        if keyword not in _NOTES and keyword != "type":
            yield from _KEYWORDS[keyword](schema, argument, value, path, formats)


def _name(path: tuple[str | int, ...]) -> str:
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
    return f"'{name}' " if name else ""


def _properties(_s: object, argument: Any, value: Any, path: Any, formats: Formats) -> Iterator[Problem]:
    for key, schema in argument.items():
        if isinstance(value, dict) and key in value:
            yield from _check(schema, value[key], (*path, key), formats)


def _patterns(_s: object, argument: Any, value: Any, path: Any, formats: Formats) -> Iterator[Problem]:
    for pattern, schema in argument.items():
        for key in value if isinstance(value, dict) else ():
            if re.search(pattern, key):
                yield from _check(schema, value[key], (*path, key), formats)


def _additional(schema: Mapping[str, Any], argument: Any, value: Any, path: Any, formats: Formats) -> Iterator[Problem]:
    from corpuslint.rule import nearest

    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for key in value if isinstance(value, dict) else ():
        if key not in known and not any(re.search(pattern, key) for pattern in patterns):
            if argument is False:
                yield Problem((*path, key), f"unknown key '{key}'{nearest(key, known)}")
            else:
                yield from _check(argument, value[key], (*path, key), formats)


def _items(_s: object, argument: Any, value: Any, path: Any, formats: Formats) -> Iterator[Problem]:
    for number, item in enumerate(value if isinstance(value, list) else ()):
        yield from _check(argument, item, (*path, number), formats)


def _required(_s: object, argument: Any, value: Any, path: Any, _f: Formats) -> Iterator[Problem]:
    for key in argument:
        if isinstance(value, dict) and key not in value:
            yield Problem(path, f"{_name(path)}lacks the key '{key}'")


def _enum(_s: object, argument: Any, value: Any, path: Any, _f: Formats) -> Iterator[Problem]:
    if value not in argument:
        yield Problem(path, f"{_name(path)}is {value!r}; allowed: {', '.join(map(str, argument))}")


def _short(_s: object, argument: Any, value: Any, path: Any, _f: Formats) -> Iterator[Problem]:
    if isinstance(value, str | list) and len(value) < argument:
        yield Problem(path, f"{_name(path)}is empty" if not value else f"{_name(path)}is shorter than {argument}")


def _long(_s: object, argument: Any, value: Any, path: Any, _f: Formats) -> Iterator[Problem]:
    if isinstance(value, str) and len(value) > argument:
        yield Problem(path, f"{_name(path)}is longer than {argument}")


def _minimum(_s: object, argument: Any, value: Any, path: Any, _f: Formats) -> Iterator[Problem]:
    if _is_number(value) and value < argument:
        yield Problem(path, f"{_name(path)}is {value}; the least is {argument}")


def _pattern(_s: object, argument: Any, value: Any, path: Any, _f: Formats) -> Iterator[Problem]:
    if isinstance(value, str) and not re.search(argument, value):
        yield Problem(path, f"{_name(path)}is {value!r}, which does not match {argument}")


def _format(_s: object, argument: Any, value: Any, path: Any, formats: Formats) -> Iterator[Problem]:
    if isinstance(value, str) and not formats[argument](value):
        yield Problem(path, f"{_name(path)}is {value!r}, which is no {argument}")


_KEYWORDS: Mapping[str, Callable[[Mapping[str, Any], Any, Any, Any, Formats], Iterator[Problem]]] = {
    "additionalProperties": _additional, "enum": _enum, "format": _format, "items": _items, "maxLength": _long,
    "minimum": _minimum, "minItems": _short, "minLength": _short, "pattern": _pattern,
    "patternProperties": _patterns, "properties": _properties, "required": _required,
}
