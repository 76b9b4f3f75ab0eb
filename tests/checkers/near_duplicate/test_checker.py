"""Each document is compared with the first that has the same, exactly, at any size, and never with itself."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from corpuslint.card import load_rule
from corpuslint.checkers.near_duplicate.checker import _longest_equal
from corpuslint.checkers.near_duplicate.letters import letters
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_corpus, check_document
from corpuslint.finding import Finding, Severity

RULE = load_rule(builtin_folder() / "near-duplicate.toml")
RULES = RuleSet((RULE,))
TEN = "one two three four five six seven eight nine ten"
SEEDS = Path(__file__).parents[3] / "seeds"


def words(first: int, count: int) -> str:
    return " ".join(f"w{n}" for n in range(first, first + count))


def find(*texts: str) -> list[Finding]:
    documents = [Document.from_text(text, id=f"d{n}") for n, text in enumerate(texts)]
    results = [check_document(document, RULES) for document in documents]
    assert not any(result.failures for result in results)
    summaries = json.loads(json.dumps([result.summaries for result in results]))
    findings, failures = check_corpus(summaries, RULES, lambda wanted: [(n, documents[n]) for n in sorted(wanted)])
    assert not failures
    return findings


def shown(findings: Sequence[Finding]) -> list[tuple[object, ...]]:
    return [(f.path, f.kind, f.span, f.evidence["other"]) for f in findings]


def test_ten_words_are_a_passage_and_nine_are_none() -> None:
    a, b = f"Alpha! {TEN}; beta", f"gamma\n({TEN.upper()}) delta"
    (finding,) = find(a, b)
    assert (finding.kind, finding.severity, finding.match) == ("passage", Severity.INFO, TEN.upper())
    assert finding.evidence == {
        "other": "d0", "other_line": 1, "other_start": 7, "other_end": 7 + len(TEN), "length": 10, "unit": "words",
    }
    assert (finding.start.line, finding.start.column) == (2, 2)
    assert find(a.replace("ten", "eleven"), b) == []


def test_a_passage_of_many_documents_is_reported_once_in_each() -> None:
    texts = [f"{words(100 * n, 20)} {TEN} {words(100 * n + 50, 20)} {TEN}" for n in range(40)]
    assert [(path, other) for path, _, _, other in shown(find(*texts))] == sorted((f"d{n}", "d0") for n in range(1, 40))


def test_the_same_words_are_the_same_text() -> None:
    (finding,) = find("It's “late”.\n\nGo home\u200b, now!", "its LATE go - home now")
    assert (finding.path, finding.kind, finding.span, finding.message) == ("d1", "exact", (0, 0), "the same text as d0")
    assert find("", "", "…", "   ") == []


def test_letters_alone_never_make_a_duplicate() -> None:
    by_letter: dict[str, list[str]] = {}
    for n in range(1000):
        by_letter.setdefault(letters(f"x{n}"), []).append(f"x{n}")
    one, other = next(pair for pair in by_letter.values() if len(pair) > 1)[:2]
    assert [f.kind for f in find(f"{words(0, 60)} {one}", f"{words(0, 60)} {other}")] == ["near"]
    (finding,) = find(f"{one} {TEN} a", f"{other} {TEN} b")
    assert finding.match == TEN
    assert find(f"{one} {TEN[4:]}", f"{other} {TEN[4:]}") == []
    assert find(f"a {one} {TEN[4:]} b", f"c {other} {TEN[4:]} d") == []


def test_most_of_the_longer_document_makes_a_near_duplicate() -> None:
    one = words(0, 200)
    assert shown(find(one, one.replace("w100 ", "other "))) == [("d1", "near", (0, 0), "d0")]
    assert shown(find(one, f"{one} {words(900, 40)}")) == [("d1", "near", (0, 0), "d0")]
    assert [kind for _, kind, _, _ in shown(find(one, f"{one} {words(900, 90)}"))] == ["passage"]
    assert [kind for _, kind, _, _ in shown(find(words(0, 20), words(0, 18)))] == ["passage"]


def test_a_near_duplicate_names_the_document_that_is_most_like_it() -> None:
    first, second = words(0, 100), f"{words(0, 100)} {words(500, 150)}"
    assert shown(find(first, second, f"{second} end"))[-1] == ("d2", "near", (0, 0), "d1")


def test_passages_of_two_documents_are_told_apart() -> None:
    a, b = f"{words(0, 30)} end", f"{words(50, 30)} end"
    found = find(a, b, f"start {words(0, 20)} middle {words(60, 15)} stop")
    assert [(f.match, f.evidence["other"]) for f in found] == [(words(0, 20), "d0"), (words(60, 15), "d1")]


def test_a_document_that_has_changed_or_gone_gives_no_finding() -> None:
    documents = [Document.from_text(f"{TEN} {end}", id=end) for end in "abc"]
    summaries = [check_document(document, RULES).summaries for document in documents]
    changed = Document.from_text("other words", id="b")
    found, _ = check_corpus(summaries, RULES, lambda _: [(0, documents[0]), (1, changed)])
    assert found == []
    assert check_corpus([{}, *summaries], RULES) == ([], [])


def test_summaries_are_small() -> None:
    text = (SEEDS / "002_afbc2299d26b0a0b.txt").read_text("utf-8")
    summary = check_document(Document.from_text(text), RULES).summaries[RULE.id]
    assert len(pickle.dumps(summary)) < len(text.encode()) / 4


def test_the_seeds_are_five_documents() -> None:
    paths = sorted(SEEDS.glob("*.txt"))
    assert find(*(path.read_text("utf-8", "surrogateescape") for path in paths)) == []
    assert len(paths) >= 5


@pytest.mark.parametrize("text", ["", "x", "\ud800" * 40, "a" * 1_000_000, "日" * 100_000, "' " * 1000])
def test_any_text_is_compared(text: str) -> None:
    found: list[Any] = find(text, text)
    assert [f.kind for f in found] == (["exact"] if letters(text) else [])


@pytest.mark.parametrize(("count", "same", "kinds"), [
    (100, 80, ["near"]), (100, 79, ["passage"]), (30, 24, ["near"]), (29, 24, ["passage"]), (40, 10, ["passage"]), (40, 9, []),
])
def test_four_fifths_of_thirty_words_make_a_near_duplicate(count: int, same: int, kinds: list[str]) -> None:
    one, other = words(0, count), f"{words(0, same)} {words(1000, count - same)}"
    found = find(one, other)
    assert [f.kind for f in found] == kinds
    assert [f.evidence["similarity"] for f in found if f.kind == "near"] == [same / count] * (kinds == ["near"])


def test_a_copy_with_other_words_of_the_same_letters_is_near() -> None:
    by_letter: dict[str, list[str]] = {}
    for n in range(1000):
        by_letter.setdefault(letters(f"x{n}"), []).append(f"x{n}")
    one, other = next(pair for pair in by_letter.values() if len(pair) > 1)[:2]
    (finding,) = find(f"{words(0, 29)} {one}", f"{words(0, 29)} {other}")
    assert (finding.kind, finding.evidence["similarity"], finding.evidence["other"]) == ("near", 0.99, "d0")
    assert find(f"{words(0, 28)} {one}", f"{words(0, 28)} {other}") == []
    assert [f.evidence["other"] for f in find(f"{words(0, 29)} {one}", words(500, 9), f"{words(0, 29)} {one}")] == ["d0"]


def test_a_passage_names_the_line_where_it_begins_in_the_other() -> None:
    lines = TEN.replace("three", "three\n").replace("six", "\nsix").replace("nine", "nine\n")
    texts = [f"head\n\n{lines}\ntail", f"other\n{lines}\nend"]
    (finding,) = find(*texts)
    start = texts[0].index("one")
    assert (finding.evidence["other_line"], finding.evidence["other_start"], finding.evidence["other_end"]) == (
        3, start, start + len(lines.rstrip()),
    )
    assert finding.span == (texts[1].index("one"), texts[1].index("ten") + 3)
    by_letter: dict[str, list[str]] = {}
    for n in range(1000):
        by_letter.setdefault(letters(f"x{n}"), []).append(f"x{n}")
    one, other = next(pair for pair in by_letter.values() if len(pair) > 1)[:2]
    (finding,) = find(f"head\n{one}\n\n{lines}", f"{other} {TEN}")
    assert (finding.match, finding.evidence["other_line"]) == (TEN, 4)
    (finding,) = find(f"head {one} two\n{lines}", f"{other} two {TEN}")
    assert (finding.match, finding.evidence["other_line"], finding.evidence["length"]) == (f"two {TEN}", 1, 11)


def test_a_passage_of_three_documents_is_held_until_the_last() -> None:
    assert [(path, other) for path, _, _, other in shown(find(f"a {TEN} b", f"c {TEN} d", f"e {TEN} f"))] == [("d1", "d0"), ("d2", "d0")]


@pytest.mark.parametrize(("ours", "theirs", "longest"), [
    ([1, 2, 3], [1, 2, 3], (0, 3)), ([1, 2, 3], [9, 2, 3], (1, 3)), ([1, 2, 9, 4], [1, 2, 3, 4], (0, 2)), ([1], [2], (0, 0)),
    ([1, 9, 3, 4, 9, 6, 7], [1, 2, 3, 4, 5, 6, 7], (2, 4)),
])
def test_the_longest_stretch_of_equal_words(ours: list[int], theirs: list[int], longest: tuple[int, int]) -> None:
    assert _longest_equal(ours, theirs) == longest


def test_twenty_characters_of_chinese_are_a_passage_and_nineteen_are_none() -> None:
    text = "村北古橋下無人曾見之大魚居焉眾口相傳至今"
    assert len(text) == 20
    (finding,) = find(f"一二三{text}四五六", f"七八九{text}甲乙丙")
    assert (finding.match, finding.evidence["length"], finding.evidence["unit"]) == (text, 20, "characters")
    assert find(f"一二三{text[1:]}四五六", f"七八九{text[1:]}甲乙丙") == []


def test_parameters_say_how_long_a_passage_is_and_how_like_a_near_duplicate() -> None:
    def kinds(parameters: dict[str, object], *texts: str) -> list[str]:
        rules = RuleSet((RULE.with_parameters(parameters),))
        documents = [Document.from_text(text, id=f"d{n}") for n, text in enumerate(texts)]
        summaries = [check_document(document, rules).summaries for document in documents]
        found, failures = check_corpus(summaries, rules, lambda wanted: [(n, documents[n]) for n in sorted(wanted)])
        assert not failures
        return [f.kind for f in found]

    assert kinds({"minimum_words": 3}, "a one two three b", "c one two three d") == ["passage"]
    assert kinds({"minimum_words": 3}, "a one two b", "c one two d") == []
    assert kinds({"minimum_words": 1}, "one", "two", "two one") == ["passage", "passage"]
    texts = words(0, 100), f"{words(0, 60)} {words(500, 40)}"
    assert kinds({"similarity": 0.6}, *texts) == ["near"]
    assert kinds({"similarity": 0.61}, *texts) == ["passage"]


def test_characters_without_spaces_count_as_such_in_a_text_of_words() -> None:
    name, clause = "情報安全対策推進会議報", "村の北にある古い橋の下には誰も見たことのない魚"
    for quoted, found in ((name, 0), (clause, 1)):
        texts = [f"{words(100 * n, 60)} {quoted} {words(100 * n + 60, 40)}" for n in range(2)]
        assert [finding.match for finding in find(*texts)] == [clause] * found
