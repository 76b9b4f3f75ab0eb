"""Write the tables of docs/configuration.md: the keys from the schema of the configuration, the parameters from the cards.

    python scripts/build_configuration.py

Run it when a key is added; the tests say when the page is behind.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpuslint.card import builtin_rules
from corpuslint.schemas import load

PAGE = Path(__file__).parent.parent / "docs/configuration.md"
_TABLE = re.compile(r"(<!-- table -->\n).*?(<!-- end -->)", re.DOTALL)
_TYPES = {"array": "list", "boolean": "true or false", "integer": "whole number", "number": "number", "object": "table", "string": "string"}


def keys(schema: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Mapping[str, Any], bool]]:
    """Every key below the schema, in its order: its name, its own schema, and whether its table must have it."""
    for name, inner in schema["properties"].items():
        of = inner.get("items", inner)
        if "properties" in of:
            yield from keys(of, f"{prefix}[[{name}]] " if "items" in inner else f"{prefix}[{name}] ")
        else:
            yield f"{prefix}{name}", inner, name in schema.get("required", ())


def toml(value: object) -> str:
    """The value as TOML, on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {toml(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def kind(schema: Mapping[str, Any]) -> str:
    """What may stand there, in a word or two."""
    if "enum" in schema:
        return ", ".join(f"`{toml(value)}`" for value in schema["enum"])
    name = _TYPES[schema["type"]]
    items = schema.get("items", {}).get("type")
    return f"{name} of {_TYPES[items]}s" if items else name


def key_table() -> Iterator[str]:
    yield "| key | type | default | meaning | example |"
    yield "| --- | --- | --- | --- | --- |"
    for name, schema, required in keys(load("config")):
        default = "required" if required else f"`{toml(schema['default'])}`" if "default" in schema else "–"
        key = name.rpartition(" ")[2]
        yield f"| `{name}` | {kind(schema)} | {default} | {schema['description']} | `{key} = {toml(schema['examples'][0])}` |"


def parameter_table() -> Iterator[str]:
    yield "| rule | parameter | default |"
    yield "| --- | --- | --- |"
    for rule in builtin_rules():
        yield from (f"| `{rule.id}` | `{name}` | `{toml(value)}` |" for name, value in rule.parameters.items())


def page(text: str) -> str:
    """The page with both tables as they should be."""
    tables = iter("".join(f"{row}\n" for row in rows) for rows in (key_table(), parameter_table()))
    return _TABLE.sub(lambda match: f"{match[1]}\n{next(tables)}\n{match[2]}", text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
