"""What a card or a word list was forgotten in, said in one line each, by the command and by pytest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpuslint.cli import main
from tests.projects import write

pytest_plugins = ["pytester"]

CARD = """\
id = "our-term"
checker = "existence"
severity = "warning"
summary = "A term we do not use"
rationale = "House style."
scan = ["terms"]
patterns = ['\\bleverag(e|ing)\\b']

[kinds.term]
message = "we do not say '{match}'"

[kinds.pattern]
message = "nor '{match}'"

[[bad]]
text = "More synergy by leveraging it"
finds = ["synergy", "leveraging"]

[[good]]
text = "We work together"
why = "plain words"

[[todo]]
text = "synergistic"
finds = ["synergistic"]
why = "no such form is in the list"
"""
LIST = "# made up\nsynergy\nwin-win\n"
Say = Callable[..., list[str]]


@pytest.fixture
def say(project: Path, capfd: pytest.CaptureFixture[str]) -> Say:
    """What `rules check house` says of the card and its list, without the last line; the code is 1 where it says something."""

    def run(card: str = CARD, words: str = LIST, name: str = "house/our-term/terms.en.txt") -> list[str]:
        write(project, {"house/our-term.toml": card, name: words})
        code = main(["rules", "check", "house"])
        *lines, last = capfd.readouterr().out.splitlines()
        assert code == bool(lines)
        assert last.endswith("all hold.") is not bool(lines)
        return lines

    return run


@pytest.mark.parametrize("name", ["house/our-term/terms.en.txt", "house/lexicons/our-term.en.txt", "house/lexicons/our-term.terms.en.txt"])
def test_a_whole_card_is_silent(say: Say, name: str) -> None:
    assert say(name=name) == []


@pytest.mark.parametrize("name", ["house/our-term/terms.en.txt", "house/lexicons/our-term.en.txt"])
@pytest.mark.parametrize(("words", "line", "message"), [
    ("synergy\nwin-win\n", 1, "no header: say in a comment line (#) where the entries are from"),
    ("# made up\nwin-win\nsynergy\n", 3, "'synergy' is out of order: it belongs above 'win-win' (by code point, as `LC_ALL=C sort` does)"),
    ("# made up\nsynergy\nsynergy\tx\n", 3, "'synergy' stands in line 2 already: remove one"),
    ("# made up\ncafe\u0301\nsynergy\n", 2, "'cafe\u0301' is not in Unicode's form NFC: write 'caf\u00e9'"),
])
def test_a_word_list_is_in_order(say: Say, name: str, words: str, line: int, message: str) -> None:
    assert say(words=words, name=name) == [f"{name}:{line}: {message}"]


@pytest.mark.parametrize(("old", "new", "line", "message"), [
    ('[[good]]\ntext = "We work together"\nwhy = "plain words"\n', "", 1, "0 examples [[good]], at least 1 wanted: add what is right and stays silent"),
    ("by leveraging it\"\nfinds = [\"synergy\", \"leveraging\"]", "\"\nfinds = [\"synergy\"]", 12,
     "no [[bad]] example is of kind 'pattern': add one, or remove the kind"),
    ("[[todo]]", '[[good]]\ntext = "We work together"\n\n[[todo]]', 23, "good-1: the same example as good-0: remove one"),
    ('why = "no such form is in the list"\n', "", 23, "todo-0: a known failure says what should be found (`finds`) and why it is not (`why`)"),
    ('text = "synergistic"\nfinds = ["synergistic"]', 'text = "synergy"\nfinds = ["synergy"]', 23,
     "todo-0 is no longer a known failure: move it to [[bad]] or [[good]]"),
    ('"We work together"', '"We have synergy"', 19, "good-0 finds ['synergy'], wanted []"),
    ("by leveraging it", "by leverage", 15, "bad-0 finds ['synergy', 'leverage'], wanted ['synergy', 'leveraging']"),
])
def test_a_card_is_whole_and_its_examples_hold(say: Say, old: str, new: str, line: int, message: str) -> None:
    assert old in CARD
    assert say(CARD.replace(old, new)) == [f"house/our-term.toml:{line}: {message}"]


@pytest.mark.parametrize(("name", "message"), [
    ("house/our-term/words.en.txt", "house/our-term.toml:6: the word list 'words' is read by nothing: add it to `scan`"),
    ("house/our-term/words.en.txt", "house/our-term.toml:6: `scan` names 'terms', and there is no such word list beside the card"),
    ("house/our-trem/terms.en.txt", "house/our-trem/terms.en.txt:1: belongs to no card: a card `x.toml` reads `x/NAME.LANGUAGE.txt` beside it"),
    ("house/lexicons/our-trem.en.txt", "house/lexicons/our-trem.en.txt:1: belongs to no card: a card `x.toml` reads `x/NAME.LANGUAGE.txt` beside it"),
])
def test_a_list_that_nothing_reads_is_told(project: Path, capfd: pytest.CaptureFixture[str], name: str, message: str) -> None:
    write(project, {"house/our-term.toml": CARD, name: LIST})
    assert main(["rules", "check", "house"]) == 1
    assert message in capfd.readouterr().out.splitlines()


def test_pytest_says_the_same(pytester: pytest.Pytester) -> None:
    pytester.makepyprojecttoml("[tool.corpuslint]\nrule-folders = ['house']\n")
    write(pytester.path, {".git/HEAD": "", "house/our-term.toml": CARD, "house/our-term/terms.en.txt": "win-win\nsynergy\n"})
    result = pytester.runpytest_inprocess("-v")
    result.stdout.fnmatch_lines([
        "house/our-term.toml::card FAILED*", "house/our-term.toml::bad-0 PASSED*",
        "house/our-term/terms.en.txt:1: no header*", "house/our-term/terms.en.txt:2: 'synergy' is out of order*",
    ])
