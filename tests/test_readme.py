"""What the README says is what the repository does."""

from __future__ import annotations

import gzip
import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from corpuslint.card import builtin_rules, load_folder
from corpuslint.cli import main
from corpuslint.data import builtin_folder
from corpuslint.reporters import FORMATS
from tests.projects import DAMAGED, DATED, enter, own_cache

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of this language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the README's reader has: documents here and there, and nothing of ours."""
    record = {"id": 1, "text": f"{DATED}A cat ran over the roof all night.\n"}
    own_cache(tmp_path / ".cache", monkeypatch)
    return enter(tmp_path, monkeypatch, {
        "report.txt": DAMAGED, "crawl/a.txt": f"{DATED}A man sat in his house all day.\n", "texts/old.txt": f"{DATED}A dog lay in the sun all day.\n",
        "shard.jsonl.gz": gzip.compress(json.dumps(record).encode()),
    })


def commands() -> list[str]:
    return re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)


def test_two_commands_do_all_the_set_up() -> None:
    assert [command.rsplit("/", 1)[-1] for command in commands()] == ["corpuslint check --show-accepted", "pytest -n auto"]


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
    assert "OWNER" not in README


def test_the_first_command_prints_what_is_shown(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("CORPUSLINT_CACHE_DIR", str(tmp_path))
    assert main(["check", "--show-accepted"]) == 0
    printed = capfd.readouterr().out
    shown = next(block for block in blocks("") if "error[date-conflict]" in block)
    assert [finding for finding in shown.strip("\n").split("\n\n") if f"{finding}\n" not in printed] == []


def test_the_commands_for_ones_own_repository_work(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    block = next(block for block in blocks("sh") if "corpuslint index init" in block)
    done = []
    for words in (shlex.split(line, comments=True) for line in block.splitlines()):
        if words[0] != "corpuslint":
            continue
        (project / "texts/new.txt").write_text(f"{DATED}The boat left at noon.\n", "utf-8") if "add" in words else None
        done.append((words[1], main(words[1:])))
        said = capfd.readouterr()
        assert said.err == ""
        if "init" in words:  # as the text below the commands says
            *_, path = said.out.splitlines()
            (project / "corpuslint.toml").write_text(f"[index]\n{path}\n", "utf-8")
    assert done == [
        ("index", 0), ("check", 0), ("check", 1), ("fix", 0), ("inspect", 0), ("index", 0), ("baseline", 0),
    ]
    assert main(["check"]) == 0


def test_the_python_example_works(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "texts/new.txt").write_text(DAMAGED, "utf-8")
    (code,) = blocks("python")
    exec(compile(code, "README.md", "exec"), {})
    assert capfd.readouterr().out.startswith("texts/new.txt 3 mojibake 'Ã©' is UTF-8 read as")


def test_the_hooks_are_those_of_the_manifest() -> None:
    (repository,) = yaml.safe_load(blocks("yaml")[0])["repos"]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in offered]


def test_the_rule_of_ones_own_works(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    card = next(block for block in blocks("toml") if 'checker = "existence"' in block)
    name = f"house/{tomllib.loads(card)['id']}.toml"
    assert f"`{name}`" in README
    (project / "house").mkdir()
    (project / name).write_text(card, "utf-8")
    assert main(["rules", "check", "house"]) == 0
    assert capfd.readouterr().out == "2 examples of 1 rules: all hold.\n"


def test_the_table_of_rules_is_that_of_the_cards() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (error|warning|info) \| (.*) \|$", README, re.MULTILINE)
    assert rows == [(rule.id, str(rule.severity), rule.summary) for rule in builtin_rules()]


def test_every_option_that_is_named_exists() -> None:
    import click

    from corpuslint.cli import group

    def options(command: click.Command) -> set[str]:
        ctx = click.Context(command)
        below = [command.get_command(ctx, name) for name in command.list_commands(ctx)] if isinstance(command, click.Group) else []
        return {flag for p in command.params for flag in p.opts}.union(*(options(child) for child in below if child))

    prose = re.sub(r"^```.*?^```$", "", README.partition("## Quality")[0], flags=re.MULTILINE | re.DOTALL)
    of_others = {"--junitxml", "--dist", "--hook-type"}
    assert sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", prose)) - options(group) - of_others) == []


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
