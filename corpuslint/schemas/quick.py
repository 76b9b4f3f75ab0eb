"""The part of JSON Schema that our own schemas use, without the 150 ms that importing jsonschema costs at every start.

It reads the same schema files. What it calls valid is valid; on all else, and on schemas with keywords that it
does not know, jsonschema has the last word. The tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Schema = Mapping[str, Any]
Formats = Mapping[str, Callable[[str], bool]]


def valid(schema: Schema, value: object, formats: Formats) -> bool:
    """Whether the value is surely valid; the formats are asserted."""
    return all(
        keyword in _KEYWORDS and _KEYWORDS[keyword](argument, value, schema, formats)
        for keyword, argument in schema.items()
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: _is_number(value) and value == value // 1,
    "number": _is_number,
    "object": lambda value: isinstance(value, dict),
    "string": lambda value: isinstance(value, str),
}


def _type(names: Any, value: Any, _schema: Schema, _formats: Formats) -> bool:
    return any(_TYPES[name](value) for name in ([names] if isinstance(names, str) else names))


def _properties(schemas: Any, value: Any, _schema: Schema, formats: Formats) -> bool:
    if not isinstance(value, dict):
        return True
    return all(valid(schemas[key], item, formats) for key, item in value.items() if key in schemas)


def _pattern_properties(schemas: Any, value: Any, _schema: Schema, formats: Formats) -> bool:
    if not isinstance(value, dict):
        return True
    return all(
        valid(inner, item, formats)
        for pattern, inner in schemas.items()
        for key, item in value.items()
        if re.search(pattern, key)
    )


def _additional(inner: Any, value: Any, schema: Schema, formats: Formats) -> bool:
    if not isinstance(value, dict):
        return True
    patterns = schema.get("patternProperties", ())
    others = [key for key in value if key not in schema.get("properties", ())]
    others = [key for key in others if not any(re.search(pattern, key) for pattern in patterns)]
    return not others if inner is False else all(valid(inner, value[key], formats) for key in others)


_KEYWORDS: Mapping[str, Callable[[Any, Any, Schema, Formats], bool]] = {
    "$schema": lambda *_: True,
    "title": lambda *_: True,
    "description": lambda *_: True,
    "default": lambda *_: True,
    "examples": lambda *_: True,
    "additionalProperties": _additional,
    "enum": lambda allowed, value, *_: value in allowed,
    "format": lambda name, value, _, formats: not isinstance(value, str) or formats[name](value),
    "items": lambda inner, value, _, formats: not isinstance(value, list) or all(valid(inner, v, formats) for v in value),
    "maxLength": lambda most, value, *_: not isinstance(value, str) or len(value) <= most,
    "minimum": lambda least, value, *_: not _is_number(value) or value >= least,
    "minItems": lambda least, value, *_: not isinstance(value, list) or len(value) >= least,
    "minLength": lambda least, value, *_: not isinstance(value, str) or len(value) >= least,
    "pattern": lambda pattern, value, *_: not isinstance(value, str) or re.search(pattern, value) is not None,
    "patternProperties": _pattern_properties,
    "properties": _properties,
    "required": lambda names, value, *_: not isinstance(value, dict) or all(name in value for name in names),
    "type": _type,
}
