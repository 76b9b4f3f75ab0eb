"""What may be repaired unseen: a witness beyond the repair, and never a sign, a unit, a name or a formula of good text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.checkers.safety import certain, is_sign, looks_right
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.finding import Edit, Finding
from corpuslint.rule import builtin_rules

RULES = RuleSet(builtin_rules())
CASES = Path(__file__).parent.parent / "cases" / "good-text.txt"
FRAMES = (
    "{}", "It was late. {} was what she wrote in the letter that they read with the others.",
    "Было уже поздно, и он сказал: {} — это всё, что я знаю о нём.", "Το βράδυ είπε: {} και όλοι έφυγαν από εκεί.",
    "Es war spät, und sie schrieb: {} – das ist alles, was wir davon wissen.",
)


def sections() -> dict[str, list[str]]:
    """The lines of good text by their headings."""
    found: dict[str, list[str]] = {}
    for line in CASES.read_text("utf-8").split("\n"):
        if line.startswith("# "):
            lines = found[line[2:]] = []
        elif line:
            lines.append(line)
    return found


def found(text: str, **metadata: str) -> list[Finding]:
    result = check_document(Document.from_text(text, metadata=metadata), RULES)
    assert result.failures == []
    return result.findings


def safe(text: str, **metadata: str) -> list[tuple[str, str]]:
    """The texts that a safe fix would replace, and by what."""
    return [(f.match, f.fix.edits[0].replacement) for f in found(text, **metadata) if f.fix and f.fix.safety == "safe"]


@pytest.mark.parametrize("name", sections())
def test_good_text_gets_no_safe_fix(name: str) -> None:
    lines = sections()[name]
    texts = [frame.format(line) for line in lines for frame in FRAMES] if len(lines) < 200 else lines
    assert [(text, fixes) for text in [*texts, "\n".join(lines)] if (fixes := safe(text))] == []


def test_good_text_in_one_document_gets_no_safe_fix() -> None:
    assert safe("\n".join(line for lines in sections().values() for line in lines)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Уровень шума составил 70 дБ, а потом упал.", "Folate (µg) 12\nIron (mg) 3", "☐ Yes ☐ No", "École Sup´erieure de Lyon et Universit´e de Gen`eve",
        "The energy is E = hν, and νx is the velocity.", "“Han bor i Å”, sa hun. Å ligger »Å«.", "CAFÉ™ and CAFÉ®", "„Ö“ und „Ä“",
        "GLONASS/ГЛОНАСС", "Яндекс.Go и Яндекс.Маркет",
    ],
)
def test_signs_units_and_names_are_no_findings(text: str) -> None:
    assert [f for f in found(text) if f.rule in ("mojibake", "broken-word")] == []


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("The cafÃ© was open in the long English text that nobody read.", [("Ã©", "é")]),
        ("The bakerâ€™s oven was warm.", [("â€™", "’")]),
        ("Погода сегодня РѕС‡РµРЅСЊ С…РѕСЂРѕС€Р°СЏ, и мы идём гулять.", [("РѕС‡РµРЅСЊ С…РѕСЂРѕС€Р°СЏ", "очень хорошая")]),
        ("She said that it was Ã© and went away with the others.", []),
        ("They wrote Ã©Ã©Ã© and went away with the others.", []),
        ("All of the points: â¢ First and â¢ second of the list.", []),
        ("They came from the Fürth office of the firm: Zwiesel.", []),
    ],
)
def test_a_misreading_is_safe_where_a_witness_proves_it(text: str, fixes: list[tuple[str, str]]) -> None:
    assert safe(text) == fixes


def test_what_is_proved_elsewhere_speaks_for_a_name_but_for_no_letter_alone() -> None:
    name, alone = "Then XqÃ©zw came.", "They wrote Ã© and left."
    proof = "The cafÃ© of the town was open in the evening, as it was on every day of that year. " * 5
    assert safe(f"{name} {alone}") == []
    assert safe(f"{name} {proof} {alone}") == [("Ã©", "é")] * 6


def test_a_letter_alone_is_read_in_the_commonest_code_page() -> None:
    [finding] = [f for f in found("They wrote Ã©Ã© and went away with the others.") if f.rule == "mojibake"]
    assert (finding.evidence["read"], finding.evidence["repair"]) == ("cp1252", "éé")


def test_a_bullet_that_lost_a_byte_is_no_braille() -> None:
    for finding in found("Limited users\nâ¢\u00a0Unlimited chats\nâ¢\u00a0Free forever"):
        assert "\u28a2" not in str(finding.evidence) and (finding.fix is None or "\u28a0" not in finding.fix.title)


@pytest.mark.parametrize(
    ("text", "match", "repair", "safety"),
    [
        ("Самара Cегодня и завтра, как всегда у нас в городе.", "Cегодня", "Сегодня", "safe"),
        ("The Pr\u0435sident signed it.", "Pr\u0435sident", "President", "safe"),
        ("Ο Aνδρας είπε ότι θα έρθει αύριο το πρωί.", "Aνδρας", "Ανδρας", "unsafe"),
        ("The firm Q\u0435zwrt signed it.", "Q\u0435zwrt", "Qezwrt", "unsafe"),
        ("The Par\u200bliament adopted the law.", "Par\u200bliament", "Parliament", "safe"),
        ("Die Auf\u200clage des Buches war klein, und alle wollten es haben.", "Auf\u200clage", "Auflage", "unsafe"),
        ("He went to the of\ufb01ce in the morning.", "of\ufb01ce", "office", "safe"),
    ],
)
def test_letters_of_another_kind(text: str, match: str, repair: str, safety: str) -> None:
    [finding] = [f for f in found(text, **({"language": "ru"} if "город" in text else {})) if f.rule in ("mojibake", "broken-word")]
    assert finding.fix is not None
    assert (finding.rule, finding.match, finding.fix.edits[0].replacement, finding.fix.safety) == ("broken-word", match, repair, safety)


@pytest.mark.parametrize("text", ["iФон и iПад", "гIалгIай мотт", "\ufb01", "the glyphs \ufb01 \ufb02", "\u03bdx"])
def test_scripts_that_meet_on_purpose_are_left_alone(text: str) -> None:
    assert [f for f in found(text) if f.rule == "broken-word"] == []


def test_a_soft_hyphen_between_all_letters_is_no_crash() -> None:
    assert [f.match for f in found("w\u00adw\u00adw\u00ad.\u00adn\u00ade\u00adt") if f.rule == "broken-word"] == ["w\u00adw\u00adw", "n\u00ade\u00adt"]
    assert [f.match for f in found("o\u00ad\u00ad\u00adb\u00ad\u00ad\u00ad7\u00ad\u00ad\u00ad0") if f.rule == "broken-word"] == ["o\u00ad\u00ad\u00adb"]


def test_the_soft_hyphen_of_a_misread_letter_is_a_byte() -> None:
    text = "La energ\u00c3\u00ada del pa\u00c3\u00ads es limpia y cada d\u00c3\u00ada cuesta menos."
    findings = [f for f in found(text) if f.rule in ("mojibake", "broken-word")]
    assert {f.rule for f in findings} == {"mojibake"}
    assert all(f.fix and "í" in f.fix.edits[0].replacement for f in findings)


def test_a_control_within_a_word_is_not_simply_taken_out() -> None:
    for finding in found("They were very e\x02cient, and the town was quiet in the evening."):
        assert finding.fix is None or finding.fix.edits[0].replacement == "efficient"


def test_a_ligature_is_told_by_one_rule() -> None:
    text = "The \ufb01rst of\ufb01ce of the \ufb01rm di\ufb00ers from the \ufb02oor."
    assert [(f.rule, f.match) for f in found(text) if f.rule in ("mojibake", "broken-word")] == [
        ("broken-word", word) for word in ("\ufb01rst", "of\ufb01ce", "\ufb01rm", "di\ufb00ers", "\ufb02oor")
    ]
    alone = RuleSet(tuple(rule for rule in RULES.rules if rule.id == "mojibake"))
    assert {f.kind for f in check_document(Document.from_text(text), alone).findings} == {"presentation-form"}


@pytest.mark.parametrize("text", ["\ufb01 \ufb01nd", "plainti\ufb02 in", "a\ufb01 \ufb01sh"])
def test_a_space_behind_a_ligature_is_taken_out_for_a_word_only(text: str) -> None:
    repairs = [f.fix.edits[0].replacement for f in found(f"It was the {text} of the town.") if f.rule == "broken-word" and f.fix]
    assert not {"fifind", "plaintiflin", "afifish"} & set(repairs)


def test_control_characters_that_touch_no_letter_are_shown_only() -> None:
    findings = [f for f in found("\x84\x84 one of them\n\x95 two of them") if f.kind == "c1-control"]
    assert {f.fix.safety for f in findings if f.fix} == {"display"}


@pytest.mark.parametrize(("sign", "answer"), [("µ", True), ("°", True), ("√∂", True), ("é", False), ("Ã©", False), ("€£", True)])
def test_signs(sign: str, answer: bool) -> None:
    assert is_sign(sign) is answer


@pytest.mark.parametrize(("text", "answer"), [("дБ", True), ("Å”", True), ("É…", True), ("λόγος", True), ("РќР°С", False), ("Ã¼", False), ("╔╗╚╝", True)])
def test_what_looks_right(text: str, answer: bool) -> None:
    assert looks_right(text, 0, len(text)) is answer


def test_a_text_about_damage_is_left_alone() -> None:
    text = "The cafÃ© was open. " + "They went on. " * 30
    edit = [Edit(7, 9, "é")]
    assert certain(Document.from_text(text), edit, decoded=True) == [True]
    assert certain(Document.from_text(f"{text[:20]}This is mojibake. {text[20:]}"), edit, decoded=True) == [False]
