"""Templates found by their first two words."""

from __future__ import annotations

import sys

import pytest

from corpuslint.checkers.boilerplate.labels import Certainty, Label
from corpuslint.checkers.boilerplate.lookup import LabelledTemplate, Lookup, by_head, source_heads
from corpuslint.checkers.boilerplate.templates import first_tokens, parse
from corpuslint.data import Entry


def seconds(source: str, head: str) -> set[str]:
    return set(Lookup(by_head([Entry(source, "share")])).seconds(head))


@pytest.mark.parametrize(("tag", "label"), [
    ("share", Label("share", Certainty.SURE)), ("share edge", Label("share", Certainty.EDGE)),
    ("related run", Label("related", Certainty.RUN)), ("navigation topic", Label("navigation", Certainty.TOPIC)),
])
def test_a_tag_is_a_kind_and_a_certainty(tag: str, label: Label) -> None:
    assert Label.of_tag(tag) == label


def test_a_label_may_be_made_less_certain() -> None:
    label = Label("share", Certainty.EDGE)
    assert [label.at_most(certainty).certainty for certainty in Certainty] == [1, 2, 3, 3]


@pytest.mark.parametrize("source", ["a b", "Share it", "É x", "[a] b", "[a|b] (c|d) e", "(a|b c) d", "[{n}] a", "{n} a", "([a] b|c) d", "[a ] b", "{rest}", "(É|{year}) x", "© {year}"])
def test_heads_are_those_of_the_template(source: str) -> None:
    assert source_heads(source) == first_tokens(parse(source))


def test_entries_stand_under_each_of_their_heads() -> None:
    either, slot, colon = Entry("[a|b] c", "share"), Entry("{any} d", "share"), Entry("[:] e", "share")
    assert by_head([either, slot, colon]) == {"a": [either], "b": [either], "c": [either], "": [slot, colon], "e": [colon]}


@pytest.mark.parametrize(("source", "head", "found"), [
    ("a b", "a", {"b"}), ("a [b] c", "a", {"b", "c"}), ("a [b]", "a", {"b", ""}), ("a {n}", "a", {"{n}"}), ("a {rest}", "a", {"*"}), ("a [:] b", "a", {"*"}),
    ("{any} b", "", {"*"}), ("a b", "z", set()), ("a (b|{name})", "a", {"*"}),
])
def test_the_second_tokens(source: str, head: str, found: set[str]) -> None:
    assert seconds(source, head) == found


@pytest.mark.parametrize(("source", "tag", "reach"), [
    ("a", "share", sys.maxsize), ("a {any} b", "share", sys.maxsize),
    ("{any} {rest}", "share", 0), ("a {rest}", "share", 4), ("a b {rest}", "share", 10), ("a : {rest}", "share", 22), ("a b c d {rest}", "share", 60), ("a b c d e f {rest}", "share", 60),
    ("a {rest}", "copyright", sys.maxsize), ("a {rest}", "cookie", sys.maxsize), ("a {rest}", "legal", sys.maxsize), ("{any} a {rest}", "legal", 4),
])
def test_an_open_end_reaches_as_far_as_is_spelled_out(source: str, tag: str, reach: int) -> None:
    head = "" if source.startswith("{") else "a"
    assert LabelledTemplate.of(Entry(source, tag), head).reach == reach


@pytest.mark.parametrize(("source", "is_open", "is_grouped", "needed"), [
    ("a b", False, False, {"b"}), ("a {rest}", True, False, {"a"}), ("(a|b)", False, True, {"a", "b"}), ("a [b]", False, True, {"a"}), ("a {rest} b", False, False, {"b"}),
])
def test_what_is_told_of_a_template(source: str, is_open: bool, is_grouped: bool, needed: set[str]) -> None:
    made = LabelledTemplate.of(Entry(source, "share edge"), "a")
    assert (made.is_open, made.is_grouped, made.needed, made.label) == (is_open, is_grouped, needed, Label("share", Certainty.EDGE))
