"""A finding that stands for many: one message, each place told, one fix whose edits stand for themselves."""

from __future__ import annotations

from dataclasses import replace

from corpuslint.cache.results import _finding, _record
from corpuslint.config.suppression import Suppression
from corpuslint.document import Document, Span
from corpuslint.finding import Edit, Finding, Fix, Report, Severity
from corpuslint.fixes.fixer import choose, fix_text
from corpuslint.reporters.machine import json_lines
from corpuslint.reporters.view import View
from corpuslint.rule import Kind, Rule

TEXT = "a x b\nc x d\ne y f\n"
RULE = Rule("mojibake", "mojibake", Severity.WARNING, "s", "r", {"k": Kind("'{match}' is bad")})
PLACES = (Span(2, 3), Span(8, 9), Span(14, 15))


def many(text: str = TEXT, signs: str = "xy") -> list[Finding]:
    places = [Span(at, at + 1) for at, char in enumerate(text) if char in signs]
    fix = Fix("repair", tuple(Edit(*place, "z") for place in places), "safe")
    return [RULE.found_many(Document.from_text(text), "k", places, fix)] if places else []


def test_it_spans_from_the_first_to_the_last() -> None:
    (finding,) = many()
    assert (finding.span, finding.match, finding.places) == ((2, 15), TEXT[2:15], PLACES)
    assert (finding.spans, finding.matches) == (PLACES, ("x", "x", "y"))
    assert finding.message == "'x' is bad (3 places)"
    assert [(line.number, line.text[line.start : line.end]) for line in finding.excerpt] == [(1, "x"), (2, "x"), (3, "y")]


def test_one_place_is_a_plain_finding() -> None:
    (finding,) = many("a x b")
    assert (finding.places, finding.spans, finding.matches, finding.message) == ((), ((2, 3),), ("x",), "'x' is bad")
    assert "places" not in finding.as_record()


def test_places_come_sorted_and_once() -> None:
    assert RULE.found_many(Document.from_text(TEXT), "k", [PLACES[2], PLACES[0], PLACES[2]]).places == (PLACES[0], PLACES[2])


def test_the_record_has_the_places() -> None:
    (finding,) = many()
    assert finding.as_record()["places"] == [[2, 3], [8, 9], [14, 15]]
    assert '"places": [[2, 3], [8, 9], [14, 15]]' in next(json_lines(Report((finding,)), View()))


def test_the_cache_keeps_them() -> None:
    (finding,) = many()
    assert _finding(_record(finding)) == finding


def test_it_is_the_same_finding_whatever_their_number() -> None:
    assert many()[0].fingerprint == many("x and y and x")[0].fingerprint != many("x and x")[0].fingerprint


def test_a_suppression_covers_it_where_it_covers_each_place() -> None:
    def covers(match: str | None, finding: Finding) -> bool:
        return Suppression("mojibake", "a.txt", match, "r").covers(finding._replace(path="a.txt"), "mojibake")

    assert covers(None, many()[0]) and covers("x", many("x and x")[0])
    assert not covers("x", many()[0])


def test_its_edits_are_made_one_by_one() -> None:
    (finding,) = many()
    (chosen,) = choose([finding], ("safe",), TEXT, [Span(7, 9)])
    assert chosen.places == (PLACES[0], PLACES[2])
    assert chosen.fix is not None and [edit.start for edit in chosen.fix.edits] == [2, 14]
    assert not choose([finding], ("safe",), TEXT, [Span(0, 20)])


def test_a_text_is_repaired_but_for_what_is_accepted() -> None:
    assert fix_text(TEXT, many, ("safe",)).text == TEXT.replace("x", "z").replace("y", "z")
    assert fix_text(TEXT, many, ("safe",), [PLACES[1]]).text == "a z b\nc x d\ne z f\n"


def test_only_the_place_that_does_harm_is_withheld() -> None:
    def check(text: str) -> list[Finding]:
        harm = [RULE.found(Document.from_text(text), "k", at, at + 3) for at in [text.find("c z")] if at >= 0]
        return [*many(text), *harm]

    fixed = fix_text(TEXT, check, ("safe",))
    assert fixed.text == "a z b\nc x d\ne z f\n"
    assert [finding.spans for finding in fixed.withheld] == [(Span(8, 9),)]


def test_a_place_is_left_to_another_rule_only_where_all_are() -> None:
    from corpuslint.engine import RuleSet, _owned

    document = Document.from_text(TEXT)
    yielding = RULE._replace(kinds={"k": Kind("m", yields=("broken-word",))})
    rules = RuleSet((yielding, RULE._replace(id="broken-word", checker="broken-word")))
    (finding,) = many()
    other = RULE._replace(id="broken-word").found_many(document, "k", PLACES[:2])
    assert _owned([finding, other], rules) == [finding, other]
    every = RULE._replace(id="broken-word").found_many(document, "k", PLACES)
    assert _owned([finding, every], rules) == [every]


def test_documents_are_told_apart() -> None:
    document = replace(Document.from_text(TEXT), path="b.txt")
    assert RULE.found_many(document, "k", PLACES).path == "b.txt"
