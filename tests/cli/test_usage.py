"""Wrong command lines: one line that says what was meant, or what is wrong and how the command is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.cli import COMMANDS, main


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text("x", "utf-8")
    (tmp_path / "two words.txt").write_text("x", "utf-8")
    (tmp_path / "texts").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    shown = capfd.readouterr()
    return code, shown.out, shown.err


@pytest.mark.parametrize("arguments", [[], ["index"], ["baseline"]])
def test_a_group_alone_shows_its_help_and_did_nothing(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    asked = run(capfd, *arguments, "--help")
    assert asked[0] == 0
    assert asked[1].startswith(" ".join(["Usage: corpuslint", *arguments]))
    assert "Commands:" in asked[1]
    assert run(capfd, *arguments) == (2, "", asked[1])


@pytest.mark.parametrize(("arguments", "meant"), [
    (["a.txt"], "check a.txt"), (["texts", "a.txt"], "check texts a.txt"), (["two words.txt"], "check 'two words.txt'"),
    (["gone/x.txt"], "check gone/x.txt"), (["gone.txt", "--select", "mojibake"], "check gone.txt --select mojibake"), (["-"], "check -"),
    (["lint"], "check"), (["lint", "a.txt"], "check a.txt"), (["chekc"], "check"), (["chek", "a.txt"], "check a.txt"),
    (["ruls"], "rules"), (["init", "texts"], "index init texts"), (["add", "a.txt"], "index add a.txt"), (["help"], "--help"),
    (["explain", "mojibake"], "rules show mojibake"), (["mojibake"], "rules show mojibake"), (["rules", "mojibake"], "rules show mojibake"),
    (["index", "texts"], "index check texts"), (["index", "a.txt"], "index add a.txt"), (["rules", "shwo", "mojibake"], "rules show mojibake"),
    (["index", "ini", "texts"], "index init texts"), (["baseline", "prun"], "baseline prune"),
])
def test_a_word_that_is_no_command(arguments: list[str], meant: str, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = next(word for word in arguments if word not in COMMANDS)
    message = f"error: No such command '{wrong}'. Did you mean 'corpuslint {meant}'?\n"
    assert run(capfd, *arguments) == (2, "", message)


@pytest.mark.parametrize(("arguments", "meant"), [
    (["--fix", "a.txt"], "'corpuslint fix a.txt'"), (["check", "--fix", "a.txt"], "'corpuslint fix a.txt'"),
    (["check", "a.txt", "--fix"], "'corpuslint fix a.txt'"), (["fix", "--fix", "a.txt"], "'corpuslint fix a.txt'"),
    (["check", "--diff", "a.txt"], "'corpuslint fix --diff a.txt'"), (["check", "--selct", "x", "a.txt"], "'--select'"),
    (["--explain", "mojibake"], "'corpuslint rules show mojibake'"), (["check", "--colour"], "'--color'"),
])
def test_an_option_that_the_command_has_not(arguments: list[str], meant: str, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = next(word for word in arguments if word.startswith("--"))
    assert run(capfd, *arguments) == (2, "", f"error: No such option '{wrong}'. Did you mean {meant}?\n")


def test_an_option_before_its_command(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "--statistics", "check", "a.txt")
    assert (code, out) == (2, "")
    assert err == "error: No such option '--statistics' before the command. Did you mean 'corpuslint check --statistics a.txt'?\n"


@pytest.mark.parametrize("arguments", [
    ["--frobnicate"], ["check", "--frobnicate"], ["check", "-z"], ["check", "--output-format", "xml"], ["check", "--output-format"],
    ["check", "--jobs", "many"], ["check", "--jobs", "-1"], ["rules", "show", "mojibake", "--output-format", "x\ny"],
    ["baseline", "prune", "too", "many"],
])
def test_what_nobody_can_guess_is_one_line_below_the_usage(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, *arguments)
    assert (code, out) == (2, "")
    *usage, error = err.splitlines()
    assert len(usage) <= 1
    assert all(line.startswith("Usage: corpuslint") for line in usage)
    assert error.startswith("error: ")
    assert "Did you mean" not in error


def test_a_word_like_no_command_names_them_all(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "frobnicate")
    assert (code, out) == (2, "")
    assert err == f"error: No such command 'frobnicate' (known: {', '.join(COMMANDS)})\n"


def test_a_long_command_line_is_told_short(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, *["a.txt"] * 50)[2] == "error: No such command 'a.txt'. Did you mean 'corpuslint check FILE…'?\n"


@pytest.mark.parametrize("arguments", [
    ["check", "--select", "x" * 9000], ["check", "y" * 9000], ["z" * 9000], ["check", "--output-format", "v" * 9000], ["check", f"--{'w' * 9000}"],
])
def test_an_error_is_short_whatever_it_names(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, *arguments)
    assert (code, out) == (2, "")
    assert len(err) < 1000
    assert " … " in err


def test_no_command_line_prints_an_escape_of_our_own(capfd: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["index"], ["baseline"], ["baseline", "update"], ["check", "--config"], ["index", "add"], ["lint"]):
        assert "\\n" not in "".join(run(capfd, *arguments)[1:])


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version(option: str, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, option)
    assert (code, err) == (0, "")
    assert out.startswith("corpuslint 0.")


def test_every_option_has_a_help_text() -> None:
    import click

    from corpuslint.cli import group

    def commands(command: click.Command, ctx: click.Context) -> list[tuple[str, click.Command]]:
        if not isinstance(command, click.Group):
            return [(ctx.command_path, command)]
        below = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
        return [(ctx.command_path, command), *(
            each for name, child in below if child for each in commands(child, click.Context(child, ctx, name))
        )]

    found = commands(group, click.Context(group, info_name="corpuslint"))
    assert len(found) > 12
    assert [name for name, command in found if not (command.help or "").strip()] == []
    assert [
        (name, parameter.name) for name, command in found for parameter in command.params
        if isinstance(parameter, click.Option) and not (parameter.help or "").strip()
    ] == []
    short = [(name, command.get_short_help_str(76)) for name, command in found]
    assert [(name, text) for name, text in short if text.endswith("...")] == []


def test_shells_complete_commands(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CORPUSLINT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "corpuslint ch")
    monkeypatch.setenv("COMP_CWORD", "1")
    with pytest.raises(SystemExit):
        main([])
    assert capfd.readouterr().out == "plain,check\n"
