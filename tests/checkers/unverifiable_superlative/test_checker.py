"""Claims: what is found, at which place, of which kind, with what missing, and what excuses it."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.card import load_rule
from corpuslint.checkers.unverifiable_superlative.checker import _merge, _select, _whole
from corpuslint.checkers.unverifiable_superlative.grammar import Claim
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document, check_text
from corpuslint.finding import Finding, Severity
from corpuslint.text.hit import Hit
from tests.checkers.unverifiable_superlative.language import language

RULE = load_rule(builtin_folder() / "unverifiable-superlative.toml")
RULES = RuleSet((RULE,))


def found(text: str, language: str = "en") -> list[Finding]:
    return check_text(text, RULES, language=language)


def matches(text: str, language: str = "en") -> list[str]:
    return [finding.match for finding in found(text, language)]


@pytest.mark.parametrize(("text", "match", "kind"), [
    ("They grow the finest apples in the county.", "the finest apples in the county", "superlative"),
    ("She is one of the most gifted cellists of her generation.", "one of the most gifted cellists of her generation", "superlative"),
    ("It is among the most important ports on the planet.", "among the most important ports on the planet", "superlative"),
    ("No valley on Earth is more beautiful.", "No valley on Earth is more beautiful", "superlative"),
    ("He is simply the best.", "the best", "superlative"),
    ("The lake lies in breathtaking scenery.", "breathtaking scenery", "peacock"),
    ("We passed peaceful and beautiful villages.", "peaceful and beautiful villages", "peacock"),
    ("He was a truly great man.", "truly great man", "praise"),
    ("The inn is regarded by many as the best in town.", "regarded by many as the best in town", "attribution"),
    ("It is arguably the most elegant bridge of the century.", "arguably the most elegant bridge of the century", "attribution"),
    ("They are truly inspiring teachers.", "truly inspiring teachers", "praise"),
    ("It is one of South America's finest parks.", "one of South America's finest parks", "superlative"),
    ("The largest and most elegant villa stands empty.", "The largest and most elegant villa", "superlative"),
    ("Her skill is without equal.", "without equal", "absolute"),
])
def test_a_claim_is_found_whole(text: str, match: str, kind: str) -> None:
    assert [(f.match, f.kind) for f in found(text)] == [(match, kind)]


@pytest.mark.parametrize("text", [
    "The tallest tower in the city has 41 floors.",
    "The most common bird on the island is the tern.",
    "It was the worst drought since 1976.",
    "With 31 goals she was the best in the league.",
    "The mayor described the market as the most beautiful in Europe.",
    "It is the most beautiful market in Europe, the mayor said.",
    "According to the guild, theirs is the finest cloth in the land.",
    "The jury named it the best garden of the year.",
    "The mosaic is one of the most splendid of the period.[12]",
    "The mosaic is one of the most splendid of the period (Rossi and Bauer, 2011).",
    "This is hardly the most beautiful part of town.",
    "If it were the best school in the world, it would have a library.",
    "They want to build the most beautiful park in the country.",
    "What is the best museum in the world?",
    "The slogan \"the best bread in the world\" was painted over.",
    "The word magnificent occurs twice.",
    "The Best Western stands beside the Magnificent Mile.",
    "The least significant bit is stored first, at best.",
    "She bought the finest of the three.",
    "'It was the most beautiful evening of all,' he said.",
    "A more spectacular view was never the aim.",
    "An impressive-sounding title came with the post.",
    "Unique keys and perfect squares are outstanding issues.",
    "Most of the guests paid at least twice, and he did his best.",
])
def test_evidence_facts_and_idioms_are_let_pass(text: str) -> None:
    assert matches(text) == []


@pytest.mark.parametrize(("text", "missing"), [
    ("He is the most beautiful singer.", ["no source", "no scope"]),
    ("It is the most beautiful town in the world.", ["no source"]),
    ("It is the most popular party in the country.", ["no source", "no figure"]),
    ("The setting is idyllic.", ["no source"]),
])
def test_a_finding_says_what_is_missing(text: str, missing: list[str]) -> None:
    assert [f.evidence["missing"] for f in found(text)] == [missing]
    assert all(", ".join(missing) in f.message for f in found(text))


def test_a_figure_that_measures_something_else_is_no_evidence() -> None:
    assert matches("Founded in 1931, the firm has 77 branches and is the best employer in the region.") == [
        "the best employer in the region"
    ]


def test_vague_sources_are_none() -> None:
    assert matches("Many critics call it the finest opera of the century.") == ["Many critics call it the finest opera of the century"]
    assert matches("The critic Ida Holm calls it the finest opera of the century.") == []


def test_attributed_claims_are_reported_on_request_only() -> None:
    text = "The mayor described the market as the most beautiful in Europe."
    rules = RuleSet((RULE.with_parameters({"attributed": True}),))
    assert [(f.kind, f.severity, f.match) for f in check_text(text, rules, language="en")] == [
        ("attributed", Severity.INFO, "the most beautiful in Europe")
    ]


@pytest.mark.parametrize(("language", "text", "match"), [
    ("de", "Er war der größte Dichter seiner Zeit.", "der größte Dichter seiner Zeit"),
    ("de", "Das Haus bietet einen Service ohnegleichen.", "ohnegleichen"),
    ("fr", "La vallée est considérée comme la plus belle du pays.", "considérée comme la plus belle du pays"),
    ("es", "Es la ciudad más hermosa del mundo.", "la ciudad más hermosa del mundo"),
    ("ru", "Она — лучшая певица в мире.", "лучшая певица в мире"),
    ("tr", "Burada eşsiz bir manzara var.", "eşsiz"),
    ("zh", "他是最伟大的诗人。", "最伟大的诗人"),
])
def test_other_languages(language: str, text: str, match: str) -> None:
    assert matches(text, language) == [match]


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Der größte See liegt am Rand; am besten fährt man im Mai."),
    ("de", "Der Minister bezeichnete das Gesetz als das beste seit Jahren."),
    ("fr", "La plus grande île compte au moins deux mille habitants, la plupart âgés."),
    ("es", "La iglesia más antigua está, por lo menos, a dos horas."),
    ("ru", "Самое глубокое озеро, по меньшей мере, не замерзает."),
    ("tr", "En yüksek dağ en az iki saat uzakta."),
    ("zh", "最大的湖至少有两百米深,最高法院在首都。"),
])
def test_facts_and_idioms_of_other_languages(language: str, text: str) -> None:
    assert matches(text, language) == []


def test_beauty_is_the_subject_of_aesthetics() -> None:
    claim = "A beautiful building differs from a useful one."
    assert matches(claim) == ["beautiful building"]
    assert matches(f"Aesthetics asks what taste is. {claim} Aesthetic value is debated, aesthetic judgement too.") == []


def test_a_claim_ends_with_its_line() -> None:
    assert matches("We sell the best\n\nTea and coffee daily from seven, except on Mondays.") == []
    assert matches("Our truly inspiring\nTea and coffee") == ["truly inspiring"]


def test_a_language_without_lexicon_is_passed_over() -> None:
    assert matches("The finest apples in the world.", "sw") == []


def test_code_and_addresses_are_no_prose() -> None:
    assert matches("See `the most beautiful town in the world` and https://example.org/breathtaking today.") == []


_WORDS = st.sampled_from(["the", "most", "beautiful", "best", "city", "in", "the world", "not", ",", ".", "?", "\"", "(2001)", "[3]",
                          "widely regarded as", "breathtaking", "said", "Anna", "and", "ever", "\n\n", "one of", "’s", "with 12 titles"])


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    findings = found(text)
    assert all(f.match == text[f.span.start : f.span.end] and f.match.strip() == f.match != "" for f in findings)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(findings))


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.sampled_from(["de", "en", "es", "fr", "ru", "tr", "zh"]))
def test_no_text_crashes(noise: str, language: str) -> None:
    for text in (noise, f"{noise}the most beautiful{noise} 最伟大 {noise}", f"самый красивый {noise} le plus beau{noise}"):
        assert check_document(Document.from_text(text, metadata={"language": language}), RULES).failures == []


@pytest.mark.parametrize("unit", ["A beautiful view of the bay. ", "He said that it was fine. It is the best. ", "the most beautiful ", "no more beautiful ", "\"the best \"", "widely regarded as ", "(", "beautiful, "])
@pytest.mark.slow
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        before = time.process_time()
        found(text)
        return time.process_time() - before

    seconds(1000)
    assert seconds(40_000) < 8 * seconds(10_000) + 0.2  # four times the text; a factor of 16 would be quadratic


def hits(*rows: tuple[int, int, str]) -> list[Hit]:
    return [Hit(start, end, "x", tag, "terms", "en") for start, end, tag in rows]


@pytest.mark.parametrize(("given", "kept"), [
    ([(0, 4, "best"), (5, 9, "peacock")], [(0, 4), (5, 9)]),
    ([(0, 4, "best"), (4, 9, "peacock")], [(0, 4), (4, 9)]),
    ([(0, 9, "best"), (4, 9, "peacock")], [(0, 9)]),
    ([(0, 9, "best"), (0, 4, "peacock")], [(0, 9)]),
    ([(0, 4, "peacock"), (0, 9, "best")], [(0, 9)]),
    ([(0, 6, "best"), (4, 9, "peacock")], [(0, 6), (4, 9)]),
    ([(0, 9, "skip"), (4, 9, "best")], []),
    ([(0, 6, "skip"), (4, 9, "best")], []),
    ([(0, 6, "skip"), (6, 9, "best")], [(6, 9)]),
    ([(0, 6, "best"), (4, 9, "skip")], []),
    ([(0, 6, "best"), (4, 6, "skip")], []),
    ([(0, 6, "best"), (4, 5, "skip")], [(0, 6)]),
    ([(0, 6, "best"), (6, 9, "skip")], [(0, 6)]),
    ([(0, 3, "best"), (2, 6, "best"), (1, 7, "skip")], []),
])
def test_idioms_cover_hits_and_long_hits_hold_short_ones(given: list[tuple[int, int, str]], kept: list[tuple[int, int]]) -> None:
    assert [(hit.start, hit.end) for hit in _select(hits(*given))] == kept


@pytest.mark.parametrize(("text", "end"), [
    ("best of", 4), ("bests of", 5), ("best", 4), ("best, of", 4), ("best-of", None), ("best-", 4), ("best-9", 4), ("bests-of", None),
])
def test_a_hit_is_a_whole_word(text: str, end: int | None) -> None:
    (hit,) = hits((0, 4, "best"))
    whole = _whole(text, hit, language())
    assert (whole and whole.end) == end


@pytest.mark.parametrize(("before", "is_whole"), [("a-", False), ("-", True), (" -", True), ("a ", True), ("9-", True)])
def test_a_part_of_a_hyphenated_word_is_no_hit(before: str, is_whole: bool) -> None:
    (hit,) = hits((len(before), len(before) + 4, "best"))
    assert (_whole(f"{before}best", hit, language()) is not None) is is_whole
    assert _whole(f"{before}best-of", hit, language("zh")) == hit


@pytest.mark.parametrize(("claims", "merged"), [
    ([(0, 5, 2), (5, 9, 2)], [(0, 5), (5, 9)]), ([(0, 5, 2), (4, 9, 2)], [(0, 9)]), ([(0, 9, 2), (4, 5, 2)], [(0, 9)]),
    ([(4, 9, 2), (0, 5, 3)], [(0, 9)]), ([(0, 5, 1), (4, 9, 2)], [(4, 9)]), ([(0, 5, 2), (4, 9, 1)], [(0, 5)]),
])
def test_claims_that_overlap_are_one(claims: list[tuple[int, int, int]], merged: list[tuple[int, int]]) -> None:
    made = _merge([Claim(start, end, "peacock", points, start) for start, end, points in claims])
    assert [(claim.start, claim.end) for claim in made] == merged
    both = _merge([Claim(0, 5, "superlative", 2, 0), Claim(4, 9, "superlative", 2, 4, scoped=True)])
    assert [claim.scoped for claim in both] == [True]


@pytest.mark.parametrize(("text", "expected"), [
    ("It is widely regarded as the best town.", [("attribution", "widely regarded as the best town")]),
    ("It is great. It is the most beautiful town in Europe.", [("superlative", "the most beautiful town in Europe")]),
    ("Sadly, he said it was the best town in Europe. It is the best town in Europe.", [("superlative", "the best town in Europe")]),
    ("It is the best town in Europe. The mayor said it is the best town in Europe.", [("superlative", "the best town in Europe")]),
])
def test_each_claim_is_judged_in_its_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.kind, f.match) for f in found(text)] == expected
