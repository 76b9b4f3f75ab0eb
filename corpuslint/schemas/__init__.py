"""JSON Schemas of what people write, and problems in the words of this project. Nothing is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

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
    text = (resources.files(__package__) / f"{name}.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def problems(name: str, instance: object, formats: FormatChecker | None = None) -> Iterator[Problem]:
    """Problems of the instance against a shipped schema, in document order."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    validator = Draft202012Validator(load(name), registry=Registry(), format_checker=formats)
    try:
        errors = sorted(validator.iter_errors(instance), key=lambda error: [str(part) for part in error.path])
    except RecursionError:
        yield Problem((), "nested too deeply")
        return
    for error in errors:
        yield from _problems(error)


def _problems(error: ValidationError) -> Iterator[Problem]:
    from corpuslint.rule import nearest

    path = tuple(error.path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = error.schema.get("properties", {})
        patterns = tuple(error.schema.get("patternProperties", {}))
        for key in error.instance:
            if key not in known and not any(key.startswith(p.lstrip("^").split("[")[0]) for p in patterns):
                yield Problem((*path, key), f"unknown key '{key}'{nearest(key, known)}")
    elif error.validator == "enum":
        allowed = ", ".join(map(str, error.validator_value))
        yield Problem(path, f"'{path[-1] if path else ''}' is {error.instance!r}; allowed: {allowed}")
    else:
        name = ".".join(map(str, path))
        yield Problem(path, f"'{name}': {error.message}" if name else error.message)
