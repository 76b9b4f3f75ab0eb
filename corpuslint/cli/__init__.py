"""The command: click parses, the commands call the engine's borders, reporters print. No logic lives here."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from types import FrameType

import click

from corpuslint.cli import output
from corpuslint.errors import UsageError
from corpuslint.outputs.sanitize import visible
from corpuslint.signals import ENDING, Handler, end_now, on_ending

COMMANDS = {
    "check": ("check", "check"),
    "fix": ("fix", "fix"),
    "rules": ("rules", "rules"),
    "inspect": ("inspect", "inspect"),
    "index": ("index", "index"),
    "baseline": ("baseline", "baseline"),
}
"""Command name to its module and function: a module is imported when its command runs, or for the help page."""

LEAVING = 1.0
"""Seconds that the command takes for what it still does after a signal that ends it."""


class Ended(BaseException):
    """A signal ends the command. Not KeyboardInterrupt, for which click writes a line of its own."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.word = ENDING[number]
        self.code = 128 + number


class Group(click.Group):
    """A group that says what a wrong word was probably meant to be, and shows its help where no word is given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(2)  # nothing was done: a script that forgot the command must not go on
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            from corpuslint.cli import meant

            raise UsageError(meant.command(self, ctx, args))
        return super().resolve_command(ctx, args)


class LazyGroup(Group):
    """A group whose commands are imported when they are needed: `--version` and `check` start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (the same)
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"corpuslint.cli.{module}"), function)
        return command


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from corpuslint.version import __version__

        click.echo(f"corpuslint {__version__}")
        ctx.exit()


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.option("--version", "-V", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and exit.")
def group() -> None:
    """Find, explain and repair damage in text corpora.

    corpuslint reads each document as a careful editor would, and says exactly where it is damaged and why:
    mis-decoded text, injected spam, a missing or wrong publication date, broken words, claims that nothing
    backs, leftovers of the page it was cut from.

    \b
    corpuslint check                     the documents of the configured index
    corpuslint check FILE FOLDER x.jsonl texts, folders, JSONL and Parquet shards
    corpuslint fix FILE                  apply the safe repairs
    corpuslint rules show mojibake       what a rule finds, and why it is bad

    Exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 something could not be checked,
    130 interrupted, 143 terminated.
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit code. Every error that a person made is one line, and nothing is a traceback."""
    before = {number: signal.getsignal(number) for number in ENDING}
    try:
        with suppress(ValueError):  # not the main thread: signals are another's
            on_ending(_end)
        code = _run(argv)
        _restore(before)
        return code
    except Ended as ended:
        _leave_within(LEAVING, ended.code)
        return output.fail(ended.word, ended.code)


def _run(argv: Sequence[str] | None) -> int:
    try:
        code = group.main(args=argv, prog_name="corpuslint", standalone_mode=False)
        output.flush()
        _note_cache()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        return _refused(error, sys.argv[1:] if argv is None else argv)
    except UsageError as error:
        return output.fail(str(error), 2)
    except (KeyboardInterrupt, click.Abort):
        return output.fail("interrupted", 130)
    except BrokenPipeError:
        _drop_unwritten()  # the reader has gone (`| head`): nobody is left to tell
        return 141
    except OSError as error:
        _drop_unwritten()
        return output.fail(output.os_reason(error), 3)
    except Exception as error:  # noqa: BLE001, RUF100 (the last border: a bug of ours is a failure, not a traceback)
        if os.environ.get("CORPUSLINT_DEBUG"):
            raise
        return output.fail(f"internal error: {type(error).__name__}: {error} (set CORPUSLINT_DEBUG=1 for the traceback)", 3)


def _refused(error: click.ClickException, arguments: Sequence[str]) -> int:
    """Say in one line what is wrong with the command line: what was meant, or, where nobody can tell, the usage too."""
    if isinstance(error, click.NoSuchOption):
        from corpuslint.cli import meant

        if said := meant.option(error, arguments):
            return output.fail(said, 2)
        message = error.message  # without click's own guesses, which know no bound of likeness
    else:
        message = error.format_message()
    usage = f"{error.ctx.get_usage()}\n" if isinstance(error, click.UsageError) and error.ctx else ""
    return output.fail(" ".join(message.split()), 2, before=usage)


def _note_cache() -> None:
    """Why each start takes long, where the cache is not used; a command that read none has not imported the module."""
    if (module := sys.modules.get("corpuslint.cache.folder")) is not None:
        for text in module.notes():
            with suppress(OSError):  # standard error is closed: nothing else changes
                output.note(f"note: {visible(text)}")


def _drop_unwritten() -> None:
    """What standard output does not take is given up, so that Python's own flush at exit does not fail once more."""
    try:
        output.flush()
    except OSError:
        _write_nowhere()


def _write_nowhere() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(number: int, _frame: FrameType | None) -> None:
    on_ending(end_now)  # the second one, while the first still cleans up
    raise Ended(number)


def _leave_within(seconds: float, code: int) -> None:
    """From here on nothing holds the command: no further signal, no pipe that nobody reads, no lock of another run."""
    on_ending(signal.SIG_IGN)
    with suppress(OSError, ValueError):  # standard output is closed
        _write_nowhere()
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda *_: os._exit(code))
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _restore(handlers: Mapping[int, Handler]) -> None:
    """For whoever called the command as a function."""
    with suppress(ValueError, TypeError):
        for number, handler in handlers.items():
            signal.signal(number, handler)
