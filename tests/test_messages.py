"""Messages of cards: what they may name is known when the card is read, and no finding is lost over a template."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpuslint.card import builtin_rule, examples_of, load_folder, load_rule
from corpuslint.checkers import evidence
from corpuslint.cli import main
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.errors import RuleFileError, UsageError
from corpuslint.examples import run
from corpuslint.rule import Rule

CARD = """\
id = "own"
checker = "{checker}"
severity = "warning"
summary = "A rule"
rationale = "Why."
{parameters}
[kinds.first]
message = "a message"

[kinds.{kind}]
severity = "info"
message = "{message}"
"""


def _card(folder: Path, message: str = "x", *, checker: str = "existence", kind: str = "term", parameters: str = "") -> Path:
    path = folder / "own.toml"
    path.write_text(CARD.format(message=message, checker=checker, kind=kind, parameters=parameters), "utf-8")
    return path


@pytest.mark.parametrize(("message", "problem"), [
    ("{foo}", "unknown placeholder '{foo}'; this kind knows {match}"),
    ("{", "unbalanced braces"),
    ("}", "unbalanced braces"),
    ("{match", "unbalanced braces"),
    ("{}", "unknown placeholder '{}'"),
    ("{0}", "unknown placeholder '{0}'"),
    ("{match.x}", "unknown placeholder '{match.x}'"),
    ("{match[0]}", "unknown placeholder '{match[0]}'"),
    ("{match!r}", "placeholder '{match!r}' has a format: write '{match}'"),
    ("{match!r:>10}", "placeholder '{match!r:>10}' has a format: write '{match}'"),
    ("{match:>999999999}", "placeholder '{match:>999999999}' has a format"),
    ("{match:{match}}", "placeholder '{match:{match}}' has a format"),
    ("{ match }", "unknown placeholder '{ match }'"),
    ("{repair}", "unknown placeholder '{repair}'"),
])
def test_a_message_with_a_wrong_placeholder_is_an_error_of_the_card(message: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as raised:
        load_rule(_card(tmp_path, message))
    assert str(raised.value).partition(":")[2].startswith(f"12: message of 'term': {problem}")


def test_the_command_names_the_place_and_the_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    _card(tmp_path, "{foo}")
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "check", "own.toml"]) == 2
    assert "own.toml:12: message of 'term': unknown placeholder '{foo}'; this kind knows {match}" in capfd.readouterr().err


@pytest.mark.parametrize("message", ["{{braces}}", "{match} and {match}", "no placeholder"])
def test_other_messages_are_taken(message: str, tmp_path: Path) -> None:
    assert load_rule(_card(tmp_path, message)).kinds["term"].message == message


def test_numbers_may_be_written_as_a_share(tmp_path: Path) -> None:
    load_rule(_card(tmp_path, "{similarity:.0%} of {other}", checker="duplicates", kind="near"))
    with pytest.raises(RuleFileError):
        load_rule(_card(tmp_path, "{similarity:>99999999}", checker="duplicates", kind="near"))


@pytest.mark.parametrize("rule", load_folder(builtin_folder()), ids=lambda rule: rule.id)
def test_every_finding_of_the_examples_tells_what_its_kind_declares(rule: Rule) -> None:
    kinds = evidence.EVIDENCE.get(rule.checker, {})
    for finding in (found for example in examples_of(rule) if example.status == "bad" for found in run(rule, example)):
        declared = set(kinds.get(finding.kind, kinds.get(evidence.ANY, "")).split())
        assert declared <= set(finding.evidence), finding.kind


def test_a_kind_that_the_card_leaves_out_is_told_in_the_words_of_its_first(tmp_path: Path) -> None:
    rule = load_rule(_card(tmp_path, "the text {match}"))
    assert rule.found(Document.from_text("abc"), "unheard-of", 0, 3).message == "a message"


def _longest(rule: Rule) -> Iterator[str]:
    for kind in rule.kinds:
        yield rule.found(Document.from_text("x" * 1000), kind, 0, 1000, None, repair="y" * 300_000, other="z" * 5000, lacks="w" * 5000).message


@pytest.mark.parametrize("name", ["broken-word", "mojibake", "near-duplicate", "unverifiable-superlative"])
def test_evidence_is_cropped_in_a_message(name: str) -> None:
    rule = builtin_rule(name)
    assert max(map(len, _longest(rule._replace(kinds={k: v for k, v in rule.kinds.items() if "similarity" not in v.message})))) < 500


@pytest.mark.parametrize(("values", "problem"), [
    ({"minimum_words": -20}, "parameter 'minimum_words' is -20, wants a number, 1 or more"),
    ({"minimum_words": 0}, "parameter 'minimum_words' is 0, wants a number, 1 or more"),
    ({"similarity": 1.5}, "parameter 'similarity' is 1.5, wants a number from 0 to 1"),
    ({"similarity": -1}, "parameter 'similarity' is -1, wants a number from 0 to 1"),
    ({"similarity": float("nan")}, "parameter 'similarity' is nan, which is no finite number from 0 to 1"),
    ({"similarity": float("inf")}, "parameter 'similarity' is inf, which is no finite number from 0 to 1"),
    ({"minimum_words": True}, "parameter 'minimum_words' wants int, not True"),
])
def test_a_parameter_keeps_its_limits(values: dict[str, object], problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        builtin_rule("near-duplicate").with_parameters(values)
    assert builtin_rule("near-duplicate").with_parameters({"minimum_words": 1, "similarity": 1}).parameters["similarity"] == 1


@pytest.mark.parametrize(("parameters", "line", "problem"), [
    ("[parameters]\nmost = 3\n[limits]\nmost = {maximum = 2}\n", 7, "parameter 'most' is 3, wants a number, 2 or less"),
    ("[parameters]\nmost = nan\n", 7, "parameter 'most' is nan, which is no finite number"),
    ("[parameters]\nmost = 'a'\n[limits]\nmost = {maximum = 2}\n", 9, "limits of 'most', which is no parameter with a number"),
    ("[limits]\nmost = {maximum = 2}\n", 7, "limits of 'most', which is no parameter with a number"),
    ("[parameters]\nmost = 3\n[limits]\nmost = {maximal = 2}\n", 9, "unknown key 'maximal'"),
    ("[parameters]\nmost = 3\n[limits]\nmost = {}\n", 9, "'limits.most'"),
])
def test_limits_stand_in_the_card_and_hold_for_its_own_values(parameters: str, line: int, problem: str, tmp_path: Path) -> None:
    with pytest.raises(RuleFileError) as raised:
        load_rule(_card(tmp_path, parameters=parameters))
    assert f"own.toml:{line}: {problem}" in str(raised.value)
