"""What a person probably meant by a command line that click refuses: a sentence with the right one."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

import click

_OTHER_WORDS = {
    "lint": "check", "scan": "check", "test": "check", "repair": "fix", "format": "fix", "rule": "rules", "explain": "rules show",
    "show": "rules show", "init": "index init", "add": "index add", "update": "baseline update", "prune": "baseline prune",
    "help": "--help", "version": "--version",
}
"""How other tools call it, and commands that lie below another."""
_OF_FIX = ("--diff", "--unsafe-fixes")
_OTHER_OPTIONS = {"--fix": "fix", "--explain": "rules show", "--rule": "rules show", **dict.fromkeys(_OF_FIX, "fix")}
"""Options of other tools that are commands here, and those of `fix`."""
_MAX_SHOWN = 120
"""Letters of a command line that can still be taken in at a glance; a longer one is shown with FILE in place of its paths."""


def command(group: click.Group, ctx: click.Context, words: Sequence[str]) -> str:
    """Why the first word is no command of the group, and what was meant."""
    word, *rest = words
    known = group.list_commands(ctx)
    path, said = ctx.command_path, f"No such command '{word}'"
    if ctx.parent is not None:
        meant = _near(word, known)
        if not meant and (meant := _below(group, word)):
            rest = [word, *rest]
    elif os.path.lexists(word) or _looks_like_a_path(word):
        meant, rest = "check", [word, *rest]
    else:
        meant = _OTHER_WORDS.get(word) or _near(word, known)
        if not meant and _is_rule(word):
            meant, rest = "rules show", [word, *rest]
    if meant:
        return f"{said}. Did you mean '{_line(path, meant, rest)}'?"
    return f"{said} (known: {', '.join(known)})"


def option(error: click.NoSuchOption, arguments: Sequence[str]) -> str | None:
    """What was meant by an option that the command does not have; None where nothing suggests itself."""
    ctx, name = error.ctx, error.option_name
    if ctx is None:
        return None
    given, root, said = _behind(ctx, arguments), ctx.find_root().command_path, f"No such option '{name}'"
    if name in _OTHER_OPTIONS:
        kept = given if name in _OF_FIX else [word for word in given if word != name]
        return f"{said}. Did you mean '{_line(root, _OTHER_OPTIONS[name], kept)}'?"
    if near := _near(name, _long_options(ctx)):
        return f"{said}. Did you mean '{near}'?"
    if owner := _owner(ctx, name):
        kept = [word for word in given if word != owner]
        return f"{said} before the command. Did you mean '{_line(root, owner, kept)}'?"
    return None


def _long_options(ctx: click.Context) -> list[str]:
    return [flag for parameter in ctx.command.get_params(ctx) for flag in parameter.opts if flag.startswith("--")]


def _owner(ctx: click.Context, flag: str) -> str | None:
    """The command that has an option which was given before it."""
    if ctx.parent is not None or not isinstance(ctx.command, click.Group):
        return None
    return next((name for name in ctx.command.list_commands(ctx) if _has(ctx.command, ctx, name, flag)), None)


def _below(group: click.Group, word: str) -> str | None:
    """The command of the group for a word that is what one of its commands takes."""
    if group.name == "rules":
        return "show" if _is_rule(word) else None
    if group.name == "index" and os.path.lexists(word):
        return "check" if Path(word).is_dir() or word.endswith(".md") else "add"
    return None


def _is_rule(word: str) -> bool:
    from corpuslint.card import builtin_rules

    return any(word in (rule.id, *rule.aliases) for rule in builtin_rules())


def _has(group: click.Group, ctx: click.Context, name: str, flag: str) -> bool:
    found = group.get_command(ctx, name)
    return found is not None and any(flag in parameter.opts for parameter in found.params)


def _behind(ctx: click.Context, arguments: Sequence[str]) -> list[str]:
    """The words of the command line that are none of the names of commands that lead to this context."""
    left = list(arguments)
    for word in ctx.command_path.split(" ")[1:]:
        if word in left:
            left.remove(word)
    return left


def _line(root: str, name: str, rest: Sequence[str]) -> str:
    whole = " ".join([root, name, shlex.join(rest)]).strip()
    return whole if len(whole) <= _MAX_SHOWN else f"{root} {name} FILE…"


def _near(word: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, 1, 0.7)), None)


def _looks_like_a_path(word: str) -> bool:
    return word == "-" or "/" in word or os.sep in word or "." in word
