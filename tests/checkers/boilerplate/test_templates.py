"""The pattern language: what is read, what is refused, and what a template tells of the lines that it covers."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate.templates import (
    Choice,
    after,
    first_tokens,
    last_spelled,
    parse,
    spelled,
    spelled_out,
)


def test_words_groups_and_slots() -> None:
    assert parse("Share it") == ("share", "it")
    assert parse("leave {n}") == ("leave", "{n}")
    assert parse("l'éditeur : {rest}") == ("l'editeur", ":", "{rest}")
    assert parse("(a|b c) d") == (Choice({"a": ((),), "b": (("c",),)}, ()), "d")
    assert parse("[a|{n}]") == (Choice({"a": ((),)}, ((), ("{n}",))),)
    assert parse("(a|a b)") == (Choice({"a": ((), ("b",))}, ()),)
    assert parse("([a] b|c)") == (Choice({"c": ((),)}, ((Choice({"a": ((),)}, ((),)), "b"),)),)


@pytest.mark.parametrize(("source", "problem"), [
    ("(a|b", "group not closed by ')' in '( a | b'"), ("(a|b]", "group not closed by ')'"), ("[a|b)", "group not closed by ']'"),
    ("a]", "template 'a]': unexpected ']'"), ("a|b", "template 'a|b': unexpected '|'"), ("{nobody}", "no such slot: {nobody}"),
    ("(a|)", "empty alternative in"), ("(|a)", "empty alternative in"), ("()", "empty alternative in"),
])
def test_a_template_that_cannot_be_read_is_an_error(source: str, problem: str) -> None:
    with pytest.raises(ValueError, match=r"^") as raised:
        parse(source)
    assert str(raised.value).startswith(problem)


def test_a_piece_is_spelled_as_lines_are() -> None:
    assert spelled("Share") == ("share",)
    assert spelled("É-mail,") == ("e", "mail")
    assert spelled("©") == ("©",)
    assert spelled("a|b") == ("a", "b")


@pytest.mark.parametrize(("source", "heads"), [
    ("a b", {"a"}), ("[a] b", {"a", "b"}), ("(a|b) c", {"a", "b"}), ("[a]", {"a", ""}), ("{n} a", {"{n}"}), ("[{n}|a] {rest}", {"{n}", "a", "{rest}"}),
    ("([a] b|c)", {"a", "b", "c"}), ("[a] [b]", {"a", "b", ""}),
])
def test_what_a_template_may_begin_with(source: str, heads: set[str]) -> None:
    assert first_tokens(parse(source)) == heads


@pytest.mark.parametrize(("source", "needed"), [
    ("a b", {"b"}), ("a {rest}", {"a"}), ("a [b]", {"a"}), ("a (b|c)", {"b", "c"}), ("a (b|{n})", {"a"}), ("{n} [a]", set()), ("a (b c|d)", {"b", "d"}),
])
def test_the_last_tokens_that_a_line_must_have(source: str, needed: set[str]) -> None:
    assert last_spelled(parse(source)) == needed


@pytest.mark.parametrize(("source", "head", "count"), [
    ("a {rest}", "a", 1), ("a b {rest}", "a", 2), ("a : {rest}", "a", 3), ("a [b] {rest}", "a", 1), ("a (b c|d) {rest}", "a", 2), ("a (b c|d e f) {rest}", "a", 3),
    ("(a b|c) {rest}", "a", 2), ("(a b|c) {rest}", "c", 1), ("(a b|c) {rest}", "z", 1), ("{n} a {rest}", "{n}", 2), ("[{n}] a {rest}", "{n}", 1),
    ("{any} a {network} {rest}", "", 2), ("{name} a", "z", 1), ("[a] a b {rest}", "a", 2),
])
def test_how_much_a_template_spells_out_from_a_token_on(source: str, head: str, count: int) -> None:
    assert spelled_out(parse(source), head) == count


@pytest.mark.parametrize(("source", "head", "rests"), [
    ("a b", "a", [("b",)]), ("a b", "b", []), ("(a|a b) c", "a", [("c",), ("b", "c")]), ("[x] a", "a", [()]), ("[a] a", "a", [("a",), ()]),
    ("[x]", "a", []), ("{n} a", "{n}", [("a",)]),
])
def test_what_is_left_after_the_first_token(source: str, head: str, rests: list[tuple[str, ...]]) -> None:
    assert list(after(parse(source), head)) == rests
