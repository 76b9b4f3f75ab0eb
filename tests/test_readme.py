"""What the README says is what the repository does."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from corpuslint.reporters import FORMATS
from corpuslint.rule import builtin_folder, load_folder

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def commands() -> list[str]:
    return re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)


def test_two_commands_do_all_the_set_up() -> None:
    assert [command.rsplit("/", 1)[-1] for command in commands()] == ["corpuslint check --show-accepted", "pytest"]


def test_ci_runs_the_readmes_test_command() -> None:
    assert commands()[1] in (ROOT / ".ci/run").read_text("utf-8").splitlines()


def test_every_rule_hook_and_format_is_named() -> None:
    hooks = [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    named = [*(rule.id for rule in load_folder(builtin_folder())), *hooks, *FORMATS]
    assert [name for name in named if f"`{name}`" not in README and f"id: {name} " not in README] == []


def test_the_hooks_of_this_repository_are_those_that_it_offers() -> None:
    offered = {hook["id"]: hook["entry"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (local,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    used = {hook["id"]: hook["entry"] for hook in local["hooks"]}
    assert {name: used.get(name) for name in offered} == offered


def test_no_placeholder_is_left() -> None:
    assert re.findall(r"@[A-Z]+@", README) == []
