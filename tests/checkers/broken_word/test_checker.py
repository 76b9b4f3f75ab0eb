"""Every kind of damage at its exact place with its repair, and what must stay silent."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.card import load_rule
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.finding import Finding
from corpuslint.fixes.fixer import fix_text

RULES = RuleSet((load_rule(builtin_folder() / "broken-word.toml"),))


def check(text: str, language: str = "en") -> list[Finding]:
    result = check_document(Document.from_text(text, metadata={"language": language}), RULES)
    assert not result.failures
    return result.findings


def seen(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Kind, match and repair of each finding; each is where it says it is."""
    findings = check(text, language)
    assert all(text[f.start.offset : f.end.offset] == f.match for f in findings)
    return [(f.kind, f.match, str(f.evidence.get("repair", ""))) for f in findings]


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("A gov ernment that will not govern.", "en", [("split", "gov ernment", "government")]),
    ("It is a speci f ic question.", "en", [("split", "speci f ic", "specific")]),
    ("They kept it back warded and poor.", "en", [("split", "back warded", "backwarded")]),
    ("Der Präsi dent sprach lange.", "de", [("split", "Präsi dent", "Präsident")]),
    ("Правительство приняло поста новление.", "ru", [("split", "поста новление", "постановление")]),
    ("The w e a t h e r was fine.", "en", [("spaced", "w e a t h e r", "weather")]),
    ("A house by theriver stood there.", "en", [("slip", "theriver", "the river")]),
    ("This is whatyouneedtoknowaboutthem now.", "en", [
        ("merged", "whatyouneedtoknowaboutthem", "what you need to know about them")
    ]),
    ("Il parle dansla pluie et du vent.", "fr", [("slip", "dansla", "dans la")]),
    ("They closed the doors.Nobody came.", "en", [("sentence-merge", "doors.Nobody", "doors. Nobody")]),
    ("They closed the doorsThe guests left.", "en", [("sentence-merge", "doorsThe", "doors The")]),
    ("The mayor has pro-\nduced a plan.", "en", [("hyphen", "pro-\nduced", "produced")]),
    ("The mayor has pro- duced a plan.", "en", [("hyphen", "pro- duced", "produced")]),
    ("The mayor has a propo-sal for us.", "en", [("slip", "propo-sal", "proposal")]),
    ("The mayor has a propo\u00adsal for us.", "en", [("hyphen", "propo\u00adsal", "proposal")]),
    ("Hükü-\nmet yeni bir karar aldı.", "tr", [("hyphen", "Hükü-\nmet", "Hükümet")]),
    ("He went to to the market.", "en", [("repeat", "to to", "to")]),
    ("He went to\nto the market.", "en", [("repeat", "to\nto", "to")]),
    ("Er ging mit mit uns nach Hause.", "de", [("repeat", "mit mit", "mit")]),
    ("The govemment met tlie delegates.", "en", [("misread", "govemment", "government"), ("misread", "tlie", "the")]),
    ("An e1ection is near.", "en", [("slip", "e1ection", "election")]),
    ("All shaU be weU again.", "en", [("misread", "shaU", "shall"), ("misread", "weU", "well")]),
    ("A very noteworth event it was.", "en", [("slip", "noteworth", "noteworthy")]),
    ("The eco,nomic crisis of the eighties.", "en", [("stray-punct", "eco,nomic", "economic")]),
    ("The o cial report is e ective now.", "en", [("ligature", "o cial", "official"), ("ligature", "e ective", "effective")]),
    ("The con\x00ict is over.", "en", [("ligature", "con\x00ict", "conflict")]),
    ("The \ufb01nal o\ufb03ce.", "en", [("ligature-letter", "\ufb01nal", "final"), ("ligature-letter", "o\ufb03ce", "office")]),
    ("The minis\u200bter left.", "en", [("invisible", "minis\u200bter", "minister")]),
    ("The Pr\u0435sident left.", "en", [("homoglyph", "Pr\u0435sident", "President")]),
    ("П\u0070езидент подписал указ.", "ru", [("homoglyph", "П\u0070езидент", "Президент")]),
    ("It is about the values of peace and just\n\n\npeace and justice for all", "en", [("page-dup", "peace and just\n\n\npeace and justice", "")]),
])
def test_kind_place_and_repair(text: str, language: str, expected: list[tuple[str, str, str]]) -> None:
    assert seen(text, language) == expected


@pytest.mark.parametrize(("text", "language"), [
    ("Kassym-Jomart Tokayev and Gurbanguly Berdimuhamedow met Tursunbek Nurlanov in Shymkent.", "en"),
    ("Recep Tayyip Erdoğan, Kemal Kılıçdaroğlu ve Binali Yıldırım Ankara'da görüştü.", "tr"),
    ("Ein- und Ausfuhr, Vor- und Nachteile, Be- und Entladen.", "de"),
    ("Die Straße zum Fußballplatz ist für Radfahrerinnen und Bürger:innen gesperrt.", "de"),
    ("He had had a long, long day; what it did did not matter.", "en"),
    ("Yavaş yavaş yürüdüler, zaman zaman durdular.", "tr"),
    ("C'est-à-dire qu'il faut peut-être s'en aller, dit-il.", "fr"),
    ("Он где-то по-прежнему жил, кое-как и давным-давно.", "ru"),
    ("See getElementById, snake_case, /usr/local/bin/init and https://example.org/foo-bar.", "en"),
    ("The 80th birthday, 5km away, 3D prints, H2O, B2B and covid19.", "en"),
    ("Olde kynges helde the castel, and the quene was ful wroth agayn.", "en"),
    ("1.5 mill., e.g. the U.S. Inc. and Mr. J. R. R. T. of St. Ives", "en"),
    ("#throwbackthursday @peopleofthecity", "en"),
    ("می\u200cخواهم به خانه بروم", "fa"),
    ("Tokyo\u200bOsaka ไทย\u200bแลนด์", "th"),
    ("यह क्\u200dष है", "hi"),
])
def test_silence(text: str, language: str) -> None:
    found = seen(text, language)
    if language == "th":  # the mark between Latin words is one, between Thai words it is none
        assert [match for _, match, _ in found] == ["Tokyo\u200bOsaka"]
    else:
        assert found == []


def test_a_recognised_text_is_judged_as_a_whole() -> None:
    text = (
        "Tbe steamer was towed to tbe harbour by tlie pilot, and tho crew, who had seon nothing of tho storm, were "
        "takon ashore in tho evening; the captain hopos to sail on Monday."
    )
    assert {"tho", "seon", "takon", "hopos"} <= {match for _, match, _ in seen(text)}
    assert seen("The crew, tho tired, was glad to sail on Monday.") == []


def test_two_cut_words_at_one_edge_are_a_cut_column() -> None:
    text = "the coalition has agreed to a\nudget for the coming year, and it\nill be read in the autumn; the\nebate was long"
    assert [(kind, match) for kind, match, _ in seen(text)] == [("truncated", "udget"), ("truncated", "ebate")]


def test_a_language_without_a_list_has_its_characters_looked_at() -> None:
    assert seen("Qazaq\u200bstan tlie govemment", "kk") == [("invisible", "Qazaq\u200bstan", "Qazaqstan")]


def test_masked_text_is_passed_over() -> None:
    assert seen("Write `gov ernment` or\n```\nofthe people\n```\n") == []


def test_fixes_are_graded() -> None:
    by_kind = {f.kind: f.fix.safety for f in check("Par\u200bliament: the end ofthe year, the the next govemment") if f.fix}
    assert by_kind == {"invisible": "safe", "merged": "unsafe", "misread": "display", "repeat": "unsafe"}


def test_fixing_leaves_nothing_to_fix() -> None:
    text = "The par\u200bliament ofthe state has has pro-\nduced a gov ernment report; the o cial text follows.It is long."
    fixed = fix_text(text, lambda t: check(t), ("safe", "unsafe")).text
    assert fixed == (
        "The parliament of the state has produced a government report; the official text follows. It is long."
    )
    assert [f for f in check(fixed) if f.fix] == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.one_of(
    st.sampled_from(list("aeirnmtlho -\n\u00ad\u200b\ufb01.,'’0165U«»аеоАЕпи人类\udc80")), st.characters()
), max_size=120), st.sampled_from(["en", "de", "tr", "ru", "und"]))
def test_any_text_is_survived_and_spans_lie_inside(text: str, language: str) -> None:
    spans = [(f.start.offset, f.end.offset) for f in check(text, language)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("unit", [
    "a", "a ", "- ", "-\n", "a-", "a.A", "’a", "\u200ba", "\ufb01", "a\n\n", "ab ab ", "0l", "li", "人", "e e ", "aA", "\x00a", "Аa", "acgt", "acgtacgtacgtacgt ", "a!", "!", "\ufb01 ", "tenantsTenets ", "key tenants of electrical ",
])
@pytest.mark.slow
def test_cost_is_linear(unit: str) -> None:
    """A pattern that backtracks would not come back from these."""
    from time import process_time

    times = []
    for count in (4_000, 16_000):
        before = process_time()
        check(unit * count)
        times.append(process_time() - before)
    assert times[1] < 12 * times[0] + 0.5
