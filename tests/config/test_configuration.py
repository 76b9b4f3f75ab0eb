"""Every key of the configuration is described where people look: the schema for editors, the page for readers."""

from __future__ import annotations

import runpy
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpuslint.card import builtin_rules
from corpuslint.config.settings import Config, load_config
from corpuslint.schemas import load, problems

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "scripts/build_configuration.py"))
KEYS: dict[str, tuple[dict[str, Any], bool]] = {name: (schema, required) for name, schema, required in SCRIPT["keys"](load("config"))}


def test_the_page_lists_every_key_and_parameter_as_they_are() -> None:
    page = (ROOT / "docs/configuration.md").read_text("utf-8")
    assert page == SCRIPT["page"](page), "run: python scripts/build_configuration.py"
    assert all(f"| `{name}` |" in page for name in KEYS)
    assert [f"{rule.id} {name}" for rule in builtin_rules() for name in rule.parameters if f"| `{rule.id}` | `{name}` |" not in page] == []


@pytest.mark.parametrize("name", KEYS)
def test_a_key_has_a_description_an_example_and_a_default(name: str) -> None:
    schema, required = KEYS[name]
    assert schema["description"].strip()
    assert schema["examples"]
    assert not (required and "default" in schema)


def document(name: str, value: object) -> str:
    """A corpuslint.toml that gives the key this value, and what its table needs beside."""
    *tables, key = name.split(" ")
    given = {key: value}
    for other, (schema, required) in KEYS.items():
        *of, needed = other.split(" ")
        if of == tables and required:
            given.setdefault(needed, schema["examples"][0])
    return "\n".join([*tables, *(f"{key} = {SCRIPT['toml'](item)}" for key, item in given.items())])


@pytest.mark.parametrize("name", KEYS)
def test_an_example_is_right_and_does_something(name: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "house").mkdir()
    before = load_config(tmp_path)
    for value in KEYS[name][0]["examples"]:
        (tmp_path / "corpuslint.toml").write_text(document(name, value), "utf-8")
        assert load_config(tmp_path) != before


def test_the_defaults_are_those_of_the_code(tmp_path: Path) -> None:
    def comparable(config: Config) -> Config:
        return replace(config, index=config.index._replace(named=None))

    (tmp_path / ".git").mkdir()
    before = load_config(tmp_path)
    stated = {name: schema["default"] for name, (schema, _) in KEYS.items() if "default" in schema and "[[" not in name}
    for name, value in stated.items():
        (tmp_path / "corpuslint.toml").write_text(document(name, value), "utf-8")
        assert comparable(load_config(tmp_path)) == before, name
    assert sorted(name for name in KEYS if name not in stated and "[[" not in name) == ["select"]


def test_the_example_of_the_readme_is_right_and_shows_every_table() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (block,) = [part.partition("```")[0] for part in readme.split("```toml\n")[1:] if "[tool.corpuslint]" in part]
    table = tomllib.loads(block)["tool"]["corpuslint"]
    assert list(problems("config", table)) == []
    assert {"index", "rules", "per-document", "suppress"} <= set(table)
