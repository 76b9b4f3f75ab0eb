"""JSON Schemas of what people write, and problems in the words of this project. Nothing is ever fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint.schemas.quick import Formats, valid

if TYPE_CHECKING:
    from jsonschema import FormatChecker
    from jsonschema.exceptions import ValidationError


class Problem(NamedTuple):
    """What is wrong, and the keys that lead to it."""

    path: tuple[str | int, ...]
    message: str


@cache
def load(name: str) -> dict[str, Any]:
    """The schema `<name>.schema.json` of this package."""
    schema: dict[str, Any] = json.loads(Path(__file__).with_name(f"{name}.schema.json").read_text("utf-8"))
    return schema


def problems(name: str, instance: object, formats: Formats | None = None) -> Iterator[Problem]:
    """Problems of the instance against a shipped schema, in document order; `formats` are asserted."""
    if valid(load(name), instance, formats or {}):
        return
    from jsonschema import Draft202012Validator
    from referencing import Registry

    validator = Draft202012Validator(load(name), registry=Registry(), format_checker=_checker(formats or {}))
    try:
        errors = sorted(validator.iter_errors(instance), key=lambda error: [str(part) for part in error.path])
    except RecursionError:
        yield Problem((), "nested too deeply")
        return
    for error in errors:
        yield from _problems(error)


def _checker(formats: Formats) -> FormatChecker:
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=[])
    for name, check in formats.items():
        checker.checks(name)(lambda value, check=check: not isinstance(value, str) or check(value))
    return checker


def _problems(error: ValidationError) -> Iterator[Problem]:
    from corpuslint.errors import nearest

    path = tuple(error.path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = error.schema.get("properties", {})
        patterns = tuple(error.schema.get("patternProperties", {}))
        for key in error.instance:
            if key not in known and not any(re.search(pattern, key) for pattern in patterns):
                yield Problem((*path, key), f"unknown key '{key}'{nearest(key, known)}")
    elif error.validator == "enum":
        allowed = ", ".join(map(str, error.validator_value))
        yield Problem(path, f"'{path[-1] if path else ''}' is {error.instance!r}; allowed: {allowed}")
    else:
        name = ".".join(map(str, path))
        message = _WORDS[error.validator](error) if error.validator in _WORDS else error.message
        yield Problem(path, f"'{name}' {message}" if name else message)


_TYPES = {
    "object": "a table", "array": "a list", "string": "a string", "boolean": "true or false", "integer": "a whole number",
    "number": "a number",
}
_WORDS: Mapping[str, Callable[[ValidationError], str]] = {
    "format": lambda e: f"is {e.instance!r}, which is no {e.validator_value}",
    "minItems": lambda e: f"has {len(e.instance)} entries, wants {e.validator_value} or more",
    "minLength": lambda e: "is empty" if not e.instance else f"is shorter than {e.validator_value}",
    "minimum": lambda e: f"is {e.instance}, wants {e.validator_value} or more",
    "pattern": lambda e: f"is {e.instance!r}, which tells nothing" if not e.instance.strip() else e.message,
    "required": lambda e: f"lacks the key {e.message.partition(' is a required')[0]}",
    "type": lambda e: f"wants {' or '.join(_TYPES[name] for name in _names(e.validator_value))}, not {e.instance!r}",
}


def _names(types: str | list[str]) -> list[str]:
    return [types] if isinstance(types, str) else types
