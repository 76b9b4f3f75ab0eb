"""Kinds in preview: off unless asked for, by the command, the configuration, or their own name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpuslint.config.settings import load_config
from corpuslint.engine import check_text
from corpuslint.errors import UsageError
from corpuslint.rulebook import Options, RuleBook, rule_book

CARD = """
id = "{id}"
checker = "existence"
severity = "warning"
summary = "s"
rationale = "r"
scan = ["terms"]
[kinds.term]
message = "{{match}}"
preview = {preview}
"""
PLAIN = "our-term"
NEW = "our-idea"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for name, preview in ((PLAIN, "false"), (NEW, "true")):
        (tmp_path / "house" / name).mkdir(parents=True)
        (tmp_path / "house" / f"{name}.toml").write_text(CARD.format(id=name, preview=preview))
        (tmp_path / "house" / name / "terms.en.txt").write_text("# ours\ngizmo\n")
    return tmp_path


def book(project: Path, options: Options = Options(), more: str = "") -> RuleBook:  # noqa: B008 (a frozen value)
    (project / "corpuslint.toml").write_text(f'rule-folders = ["house"]\n{more}')
    return rule_book(load_config(project), options)


def on(rules: RuleBook, path: str = "a.txt") -> Mapping[str, set[str]]:
    """The kinds of our two rules that run on the document."""
    return {rule.id: {*rule.kinds} - {*rule.off} for rule in rules(path).rules if rule.id in (PLAIN, NEW)}


def test_a_kind_in_preview_is_off(project: Path) -> None:
    assert on(book(project)) == {PLAIN: {"term"}}


@pytest.mark.parametrize(("options", "configured"), [
    (Options(preview=True), ""),
    (Options(), "preview = true"),
    (Options(select=(f"{NEW}:term", PLAIN)), ""),
    (Options(), f'select = ["{NEW}:term", "{PLAIN}"]'),
    (Options(), '[[per-document]]\npaths = ["a.txt"]\npreview = true'),
])
def test_it_is_on_where_somebody_asks(project: Path, options: Options, configured: str) -> None:
    assert on(book(project, options, configured)) == {PLAIN: {"term"}, NEW: {"term"}}


def test_the_command_has_the_last_word(project: Path) -> None:
    assert on(book(project, Options(preview=False), "preview = true")) == {PLAIN: {"term"}}


def test_per_document_holds_for_no_other(project: Path) -> None:
    assert on(book(project, more='[[per-document]]\npaths = ["a.txt"]\npreview = true'), "b.txt") == {PLAIN: {"term"}}


@pytest.mark.parametrize(("options", "configured", "expected"), [
    (Options(ignore=(f"{PLAIN}:term",)), "", {}),
    (Options(), f'ignore = ["{PLAIN}:term"]', {}),
    (Options(select=(f"{PLAIN}:term",)), f'ignore = ["{PLAIN}:term"]', {PLAIN: {"term"}}),
    (Options(select=(PLAIN,)), f'ignore = ["{PLAIN}"]', {PLAIN: {"term"}}),
])
def test_a_kind_is_left_out_by_name(project: Path, options: Options, configured: str, expected: dict[str, set[str]]) -> None:
    assert on(book(project, options, configured)) == expected


def test_selecting_a_rule_does_not_bring_back_a_kind_that_is_left_out(project: Path) -> None:
    configured = 'ignore = ["broken-word:split"]'
    (rule,) = book(project, Options(select=("broken-word",)), configured).base.rules
    assert "split" in rule.off
    (rule,) = book(project, Options(select=("broken-word:split",)), configured).base.rules
    assert {*rule.kinds} - {*rule.off} == {"split"}


@pytest.mark.parametrize(("options", "message"), [
    (Options(select=(NEW,)), f"nothing of rule '{NEW}' would be checked: it is in preview. --preview (or `preview = true`) turns it on, "
                             f"and --select {NEW}:term one kind of it"),
    (Options(select=(f"{PLAIN}:trem",)), f"rule {PLAIN} has no kind 'trem' (did you mean 'term'?)"),
    (Options(select=("our-tern:term",)), "unknown rule 'our-tern' (did you mean 'our-term'?)"),
    (Options(select=(f"{PLAIN}:term",), ignore=(PLAIN,)), "nothing was checked: --select and --ignore leave no rule"),
])
def test_what_would_check_nothing_is_a_usage_error(project: Path, options: Options, message: str) -> None:
    with pytest.raises(UsageError) as error:
        book(project, options)
    assert str(error.value) == message


def test_a_configuration_that_names_no_kind_says_where(project: Path) -> None:
    with pytest.raises(UsageError, match=rf"corpuslint.toml:2: rule {PLAIN} has no kind 'x'"):
        book(project, more=f'ignore = ["{PLAIN}:x"]')


def test_a_severity_takes_no_kind(project: Path) -> None:
    with pytest.raises(UsageError, match="unknown rule 'our-term:term'"):
        book(project, more=f'severity = {{"{PLAIN}:term" = "info"}}')


def test_the_engine_drops_what_is_off(project: Path) -> None:
    text = "A ﬁne day, and the the end."
    rules = book(project, Options(select=("broken-word:repeat",))).base
    assert [finding.kind for finding in check_text(text, rules)] == ["repeat"]


def test_acceptances_of_what_is_off_are_not_called_unused(project: Path) -> None:
    from corpuslint.run import check

    (project / "docs").mkdir()
    (project / "docs" / "a.txt").write_text("The gizmo is here.\n")
    entry = {"document": "docs/a.txt", "record": None, "rule": NEW, "kind": "term", "match": "gone", "fingerprint": "0", "reason": "r"}
    (project / "corpuslint-baseline.json").write_text(json.dumps({"version": 1, "accepted": [entry], "fingerprints": 2}))
    select = (PLAIN, "unused-acceptance")
    assert [f.rule for f in check([project / "docs"], book(project, Options(select=select))).findings] == [PLAIN]
    found = check([project / "docs"], book(project, Options(select=(*select, NEW), preview=True))).findings
    assert sorted(f.rule for f in found) == [NEW, PLAIN, "unused-acceptance"]
