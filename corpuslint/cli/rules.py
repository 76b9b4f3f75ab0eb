"""`corpuslint rules`: list them, explain one, run the examples of them all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpuslint.cli import Group, options, output
from corpuslint.errors import UsageError

if TYPE_CHECKING:
    from corpuslint.card_check import Problem
    from corpuslint.rule import Rule

_SHOWN_EXAMPLES = 4


@click.group(cls=Group, invoke_without_command=True, short_help="List, explain and test the rules.")
@click.option("--output-format", type=click.Choice(["full", "json"]), default="full", help="How the list is shown.")
@options.config
@click.pass_context
def rules(ctx: click.Context, config: Path | None, output_format: str) -> None:
    """List the rules; `show ID` explains one, `check` runs the examples of the cards."""
    ctx.obj = config
    if ctx.invoked_subcommand is None:
        cards = _cards(config)
        if output_format == "json":
            from corpuslint.outputs.sanitize import dump_json

            output.write([dump_json([_record(rule) for rule in cards], indent=2)], utf8=True)
            return
        width = max(len(rule.id) for rule in cards)
        output.write(f"{rule.id:<{width}}  {rule.severity!s:<7}  {rule.summary}{' (preview)' if _in_preview(rule) else ''}" for rule in cards)


@rules.command(short_help="Explain rules.")
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=options.rule_ids)
@click.option("--output-format", type=click.Choice(["full", "json"]), default="full", help="How the rule is shown.")
@options.colour
@click.pass_context
def show(ctx: click.Context, ids: tuple[str, ...], output_format: str, colour: str) -> None:
    """Explain a rule: what it finds, why that is bad, its kinds, parameters and examples; with no ID, every rule."""
    from corpuslint.outputs.sanitize import dump_json

    wanted = _wanted(ids, _cards(ctx.obj))
    if output_format == "json":
        records = [_record(rule) for rule in wanted]
        output.write([dump_json(records[0] if len(ids) == 1 else records, indent=2)], utf8=True)
        return
    coloured = output.want_colour(colour, sys.stdout)
    for number, rule in enumerate(wanted):
        output.write([*(["", ""] if number else []), *_card(rule, coloured)])


def _wanted(names: Sequence[str], cards: Sequence[Rule]) -> list[Rule]:
    """The rules of these names, each once; all where none is named. Raises UsageError for an unknown one."""
    from corpuslint.errors import nearest

    by_name = {name: rule for rule in cards for name in (rule.id, *rule.aliases)}
    for name in names:
        if name not in by_name:
            raise UsageError(f"unknown rule '{name}'{nearest(name, by_name)}")
    return list({rule.id: rule for rule in ([by_name[name] for name in names] or cards)}.values())


@rules.command(short_help="Validate rule files and run their examples.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...]) -> int:
    """Validate rule files and their word lists, and run their examples: all known rules, or the given files and folders."""
    from corpuslint.outputs.sanitize import line, visible

    cards = _cards_of(paths or [rule.path for rule in _cards(ctx.obj)])
    wrong = run = 0
    for rule in cards:
        for found in _of_examples(rule):
            run += 1
            wrong += bool(found)
            output.write(line(visible(str(problem))) for problem in found)
    others = _beside_examples(cards, filter(Path.is_dir, paths) if paths else sorted({rule.path.parent for rule in cards}))
    output.write(line(visible(str(problem))) for problem in others)
    held = f"{wrong} do not hold" if wrong else "all hold"
    output.write([f"{run} examples of {len(cards)} rules: {held}" + (f"; problems beside them: {len(others)}." if others else ".")])
    return int(bool(wrong or others))


def _of_examples(rule: Rule) -> Iterator[list[Problem]]:
    """What does not hold, for each example of the card."""
    from corpuslint.card import examples_of
    from corpuslint.card_check import Problem, example_problems, numbered

    for name, example in numbered(examples_of(rule)):
        yield [Problem(rule.path, example.line, f"{name} {said}") for said in example_problems(rule, example)]


def _beside_examples(cards: Iterable[Rule], folders: Iterable[Path]) -> list[Problem]:
    """What is wrong with the folders' files, then with the cards and their word lists."""
    from corpuslint.card_check import card_problems, folder_problems

    of_folders = [problem for folder in folders for problem in folder_problems(folder.absolute())]
    return [*of_folders, *(problem for rule in cards for problem in card_problems(rule))]


def _cards_of(paths: Sequence[Path]) -> list[Rule]:
    """The rules of files and folders. Raises UsageError for one that is not there."""
    from corpuslint.card import load_folder, load_rule

    if missing := [path for path in paths if not path.exists()]:
        raise UsageError(f"no such file or folder: {missing[0]}")
    whole = [path.absolute() for path in paths]
    return [rule for path in whole for rule in (load_folder(path) if path.is_dir() else [load_rule(path)])]


def _cards(config: Path | None) -> list[Rule]:
    from corpuslint.rulebook import rule_book

    return list(rule_book(options.configuration(config)).cards)


def _record(rule: Rule) -> dict[str, Any]:
    from corpuslint.precision import verdicts

    return {
        "id": rule.id, "severity": str(rule.severity), "summary": rule.summary, "rationale": rule.rationale,
        "kinds": {name: kind.message for name, kind in rule.kinds.items()},
        "preview": [name for name, kind in rule.kinds.items() if kind.preview],
        "precision": {
            name: {row.genre: {"right": row.right, "wrong": row.wrong, "measured": row.measured} for row in rows}
            for name, rows in verdicts(rule.id).items()
        },
        "parameters": dict(rule.parameters),
        "references": list(rule.references), "aliases": list(rule.aliases),
    }


def _card(rule: Rule, colour: bool) -> Iterator[str]:
    def bold(text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if colour else text

    yield f"{bold(rule.id)} ({rule.severity}): {rule.summary}"
    yield ""
    yield from rule.rationale.split("\n")
    yield from ("", bold("Kinds"))
    yield from _kinds(rule)
    if rule.parameters:
        yield from ("", bold("Parameters") + " (in the configuration, under " + f"[rules.{rule.id}])")
        yield from (f"  {name} = {value!r}" for name, value in rule.parameters.items())
    yield from _examples(rule, bold("Examples"))
    if rule.references:
        yield from ("", bold("References"))
        yield from (f"  {reference}" for reference in rule.references)


def _kinds(rule: Rule) -> Iterator[str]:
    """Each kind with its message, whether it is in preview, and how often it was right where people judged it."""
    from corpuslint.precision import verdicts

    known = verdicts(rule.id)
    for name, kind in rule.kinds.items():
        yield f"  {name}{' (preview)' if kind.preview else ''}: {kind.message}"
        yield from (f"      {row}" for row in known.get(name, ()))


def _in_preview(rule: Rule) -> bool:
    return all(kind.preview for kind in rule.kinds.values())


def _examples(rule: Rule, title: str) -> Iterator[str]:
    from corpuslint.card import examples_of
    from corpuslint.outputs.sanitize import visible

    examples = [e for e in examples_of(rule) if e.text]
    shown = [e for e in examples if e.status == "bad"][:_SHOWN_EXAMPLES] + [e for e in examples if e.status == "good"][:_SHOWN_EXAMPLES]
    if shown:
        yield from ("", title)
    for example in shown:
        yield f"  {'found ' if example.status == 'bad' else 'silent'}  {visible(example.text)}"
        if example.fixed is not None:
            yield f"  fixed   {visible(example.fixed)}"
        if example.why:
            yield f"          {example.why}"
