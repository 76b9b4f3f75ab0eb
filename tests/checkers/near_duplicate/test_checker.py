"""Each document is compared with the first that has the same, exactly, at any size, and never with itself."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.card import load_rule
from corpuslint.checkers.near_duplicate import repeats as duplicates_repeats
from corpuslint.checkers.near_duplicate.letters import LETTERS, fold, folded, letters, scale, units
from corpuslint.checkers.near_duplicate.passages import Passage, covered, shared, shingles
from corpuslint.checkers.near_duplicate.repeats import END
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


@pytest.mark.parametrize(("text", "factor"), [
    ("Straße, naïve", 1), ("오늘 아침 회의가 열렸다", 1), ("今天上午在北京开幕", 2), ("魚が住んでいる", 2), ("ไม่มีเว้นวรรคระหว่างคำ", 5), ("", 1),
])
def test_scripts_without_spaces_are_counted_by_characters(text: str, factor: int) -> None:
    assert scale(text) == factor


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


@given(st.text(alphabet=st.characters(), max_size=200))
def test_letters_and_units_agree_on_any_text(text: str) -> None:
    found = units(text)
    assert len(letters(text)) == len(found) == len(folded(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert [fold(text[start:end]) for start, end in found] == folded(text)
    assert all(folded(text))


def naive(texts: Sequence[str], size: int) -> list[tuple[int, int]]:
    """Where in each text a shingle begins that an earlier one has."""
    return [
        (n, at)
        for n, text in enumerate(texts) for at in range(len(text) - size + 1)
        if any(text[at : at + size] in other for other in texts[:n])
    ]


TEXTS = st.lists(st.text(alphabet=LETTERS[:3], max_size=60), max_size=6)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_shared_shingle_is_missed_and_none_is_made_up(texts: list[str]) -> None:
    passages = list(shared(texts, 4))
    for passage in passages:
        length = passage.end - passage.start
        assert passage.other < passage.text
        assert length >= 4
        piece = texts[passage.text][passage.start : passage.end]
        assert texts[passage.other][passage.other_start : passage.other_start + length] == piece
    for n, at in naive(texts, 4):
        assert any(p.text == n and p.start < at + 4 and at < p.end for p in passages)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([1, 4, 1 << 17]))
def test_sorting_finds_what_looking_up_finds(texts: list[str], group: int) -> None:
    pytest.importorskip("numpy")
    corpus = END.join(("", *texts))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duplicates_repeats, "_GROUP", group)
        patch.setattr(duplicates_repeats, "_SORTED", group)
        found = list(duplicates_repeats._by_looking_up(corpus, 4))
        starts = [(at, first) for at, first in found if (at - 1, first - 1) not in found]
        assert list(duplicates_repeats._by_sorting(corpus, 4)) == starts


def test_long_passages_cost_no_more_than_their_length() -> None:
    text = "".join(LETTERS[n * n % 91] + LETTERS[n * n // 91 % 91] for n in range(20_000))
    assert list(shared([text, text[:-1], f"x{text}"], 10)) == [
        Passage(1, 0, 39_999, 0, 0), Passage(2, 1, 40_001, 0, 0),
    ]
    assert covered(shingles(text, 5), shingles(text[1:], 5), 5) == len(text)  # its first shingle stands elsewhere, too


@pytest.mark.parametrize("text", ["", "x", "\ud800" * 40, "a" * 1_000_000, "日" * 100_000, "' " * 1000])
def test_any_text_is_compared(text: str) -> None:
    found: list[Any] = find(text, text)
    assert [f.kind for f in found] == (["exact"] if letters(text) else [])
