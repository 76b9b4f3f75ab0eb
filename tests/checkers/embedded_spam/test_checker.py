"""The rule embedded-spam: exact spans, kinds and removals, and what must stay silent."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpuslint.card import builtin_rule, load_rule
from corpuslint.checkers.embedded_spam.disguise import disguises, undisguised
from corpuslint.checkers.embedded_spam.windows import between_sentences, run_of_script
from corpuslint.data import builtin_folder
from corpuslint.document import Span
from corpuslint.engine import RuleSet, check_text
from corpuslint.finding import Finding

RULES = RuleSet((load_rule(builtin_folder() / "embedded-spam.toml"),))
STORY = (
    "The harbour was dredged last summer, and the ferry now leaves at any tide. The mayor said that the work had cost less "
    "than the council feared. Fishermen asked for a second crane."
)
KEYWORDS = "online casino real money no deposit bonus free spins"


def found(text: str, **metadata: str) -> list[Finding]:
    return check_text(text, RULES, **metadata)


def repaired(text: str) -> str:
    for edit in sorted((edit for f in found(text) if f.fix for edit in f.fix.edits), reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize(
    "line",
    [
        KEYWORDS,
        "kasyno online bez depozytu darmowe spiny bonus powitalny",
        "prestiti veloci senza busta paga prestito immediato online",
        "geld lenen zonder bkr snel geld lenen minilening",
        "viagra bez předpisu levně online lékárna diskrétní zasílání",
        "gyorskölcsön bár listásoknak hitel azonnal jövedelemigazolás nélkül",
        "păcănele gratis fără depunere rotiri gratuite cazino online",
        "φρουτάκια δωρεάν χωρίς κατάθεση μπόνους καλωσορίσματος",
        "خرید فالوور ایرانی خرید لایک ارزان اینستاگرام",
        "ऑनलाइन कैसीनो बोनस तीन पत्ती रमी खेलें असली पैसे",
        "اعلان: شراء متابعين انستقرام زيادة متابعين تيك توك",
        "สล็อตเว็บตรง เครดิตฟรี ฝากถอนไม่มีขั้นต่ำ",
        "nguvu za kiume dawa ya kuongeza nguvu bei nafuu",
        "murang followers bumili ng likes libreng followers instagram",
        "köpa följare billigt instagram följare köpa likes",
    ],
)
@pytest.mark.parametrize("layout", ["{line}\n{story}", "{story}\n\n{line}\n", "{story}\n{line}\n{story}"])
def test_a_line_of_keywords_is_found_whole(line: str, layout: str) -> None:
    text = layout.format(line=line, story=STORY)
    (finding,) = found(text)
    assert (finding.match, finding.kind) == (line, "line")
    assert finding.fix is not None
    assert finding.fix.safety == "unsafe"


def test_evidence_names_terms_language_and_topic() -> None:
    (finding,) = found(f"{KEYWORDS}\n{STORY}")
    assert finding.evidence["topic"] == "casino"
    assert finding.evidence["language"] == "en"
    assert "no deposit bonus" in finding.evidence["terms"]  # type: ignore[operator]
    assert finding.message == f"advertising (casino), not of this document: {KEYWORDS}"


def test_a_stretch_between_two_sentences() -> None:
    first, second = STORY.split(". ", 1)
    (finding,) = found(f"{first}. {KEYWORDS} {second}")
    assert (finding.match, finding.kind) == (KEYWORDS, "sentence")
    assert repaired(f"{first}. {KEYWORDS} {second}") == f"{first}. {second}"


def test_foreign_words_in_mid_sentence() -> None:
    text = STORY.replace("last summer", "last 온라인카지노 카지노사이트 summer")
    (finding,) = found(text)
    assert (finding.match, finding.kind) == ("온라인카지노 카지노사이트", "anchor")
    assert repaired(text) == STORY


def test_removal_keeps_one_blank_line() -> None:
    assert repaired(f"{STORY}\n\n{KEYWORDS}\n\n{STORY}\n") == f"{STORY}\n\n{STORY}\n"
    assert repaired(f"{STORY}\r\n{KEYWORDS}\r\n{STORY}\r\n") == f"{STORY}\r\n{STORY}\r\n"
    assert repaired(f"{KEYWORDS}\n\n{STORY}\n") == f"{STORY}\n"


@pytest.mark.parametrize(
    ("disguised", "sign"),
    [
        ("0nl1ne cas1n0 n0 dep0s1t b0nus fr33 sp1ns", "digits for letters"),
        ("o n l i n e  c a s i n o  f r e e  s p i n s", "letter-spaced"),
        ("оnlіnе саsіnо nо dероsіt bоnus frее sріns", "look-alikes"),
        ("𝗼𝗻𝗹𝗶𝗻𝗲 𝗰𝗮𝘀𝗶𝗻𝗼 𝗻𝗼 𝗱𝗲𝗽𝗼𝘀𝗶𝘁 𝗯𝗼𝗻𝘂𝘀", "mathematical letters"),
    ],
)
def test_disguises(disguised: str, sign: str) -> None:
    (finding,) = found(f"{STORY}\n{disguised}\n{STORY}")
    assert (finding.match, finding.kind, finding.evidence["signs"]) == (disguised, "obfuscated", [sign])
    assert sign in finding.message


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "The casino lost its licence after it had offered free spins and no deposit bonuses to minors, the court heard.",
        "Online betting has changed how a bookmaker works. Free bets and welcome bonuses are a cost of marketing.",
        "Customs officers seized fake Viagra, Cialis and Levitra, all of them sold online without a prescription.",
        "Facebook · Twitter · Instagram · YouTube",
        "Nielegalne kasyna internetowe zablokowane\n\nGracze byli kuszeni darmowymi spinami i bonusem bez depozytu, podał urząd.",
        "Razzia bei Fälschern\n\nDie Bande hatte gefälschte Führerscheine und Diplome verkauft, teilte die Polizei mit.",
        "警方破获网络赌博案\n\n该团伙通过微信群招揽赌客，以百家乐、时时彩等方式开设赌场，并提供高额返水。",
        "Comments\nAnn says:\nI watched the whole film twice, please make another one.",
        f"{STORY}\n\nИнститут истории и этнологии имени Валиханова\n\n{STORY}",
        "Model A4b2c and T3x5y are sold out, the firm said, and R2d2 with them.",
    ],
)
def test_silence(text: str) -> None:
    assert found(text) == []


def test_undisguised_reads_both_alphabets() -> None:
    assert "пиши" in undisguised("Пиши в личкy")[1]
    assert undisguised("c a s i n o  p l a y") == ("casino play",)
    assert disguises("an ordinary line of text") == []


def test_windows() -> None:
    text = "It rained. buy cheap pills now The town slept."
    start, end = text.index("buy"), text.index(" now")
    assert between_sentences(text, Span(0, len(text)), start, end) == Span(start, text.index(" The"))
    assert between_sentences("a" * 60 + " buy it", Span(0, 67), 61, 67) is None
    mixed = "said 카지노 추천 today"
    assert run_of_script(mixed, Span(0, len(mixed)), 5, 8, "HANGUL") == Span(5, 11)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=300), st.sampled_from([KEYWORDS, "купить диплом недорого", "\ud800"]))
@example("\udcff\n", KEYWORDS)
def test_any_text_is_survived(noise: str, spam: str) -> None:
    text = f"{noise}\n{spam}\n{noise}{spam}"
    for finding in found(text):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert text[slice(*finding.span)] == finding.match


@pytest.mark.parametrize("unit", ["online casino ", "kasyno online a b c d ", "a b c d e f ", "<div <a [x](", "купить виагру p0ker "])
@pytest.mark.slow
def test_time_is_linear_in_one_long_line(unit: str) -> None:
    def seconds(repeats: int) -> float:
        before = time.process_time()
        found(unit * repeats)
        return time.process_time() - before

    seconds(10)
    small, large = seconds(200), seconds(1_600)
    assert large < 0.3 + 24 * small


def test_few_terms_are_a_hint() -> None:
    report = "The council met on Tuesday and agreed to build a new bridge over the river, which will cost nine million.\n\n"
    rules = RuleSet((builtin_rule("embedded-spam"),))
    few = f"{report}Comments\n\nAnna: A fine plan.\n\nCheck out my blog for free tips.\n"
    many = f"{report}buy viagra online cheap viagra buy cialis online no prescription cheap cialis\n"
    assert [finding.kind for finding in check_text(few, rules, language="en")] == ["hint"]
    assert [finding.kind for finding in check_text(many, rules, language="en")] == ["line"]
