"""What may be repaired unseen: a witness beyond the repair, and never a sign, a unit, a name or a formula of good text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpuslint.card import builtin_rules
from corpuslint.checkers.mojibake.damage import GAP
from corpuslint.checkers.safety.proof import certain
from corpuslint.checkers.safety.signs import is_sign, looks_right
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.finding import Edit, Finding
from corpuslint.fixes.fixer import ROUNDS, apply_edits, choose

RULES = RuleSet(builtin_rules())
FIXING = RuleSet(tuple(rule for rule in RULES.rules if rule.id in ("mojibake", "broken-word")))
"""The rules that have safe fixes."""
CASES = Path(__file__).parents[2] / "cases" / "good-text.txt"
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
    findings = check_document(Document.from_text(text, metadata=metadata), FIXING).findings
    return [(f.match, f.fix.edits[0].replacement) for f in findings if f.fix and f.fix.safety == "safe"]


@pytest.mark.parametrize("name", sections())
def test_good_text_gets_no_safe_fix(name: str) -> None:
    lines = sections()[name]
    texts = [frame.format(line) for line in lines for frame in FRAMES] if len(lines) < 200 else lines
    assert [(text, fixes) for text in [*texts, "\n".join(lines)] if (fixes := safe(text))] == []


def test_good_text_in_one_document_gets_no_safe_fix() -> None:
    assert safe("\n".join(line for lines in sections().values() for line in lines)) == []


PROOFS = {
    "cp1252": "Le préfet a été reçu à l’hôtel où la fête se prépare déjà; “c’est très agréable”… naïf et bientôt passé.",
    "cp1251": "Председатель поблагодарил всех за участие в новой дороге.",
    "mac_roman": "Le préfet a été reçu à l’hôtel où la fête se prépare déjà.",
    "cp1253": "Ο πρόεδρος ευχαρίστησε όλους για την παρουσία τους.",
}


@pytest.mark.parametrize("codec", PROOFS)
def test_damage_elsewhere_speaks_for_no_good_text(codec: str) -> None:
    damage = "".join(bytes([byte]).decode(codec, "replace") for byte in PROOFS[codec].encode()).replace("\ufffd", "")
    names = ("Signs, units and measures", "Mathematics", "Names in many languages", "Greek", "Cyrillic", "Talk about damage")
    lines = [line for name in names for line in sections()[name]]
    text = "\n\n".join((damage, *(f"“{line}”\n{line}" for line in lines), damage))
    good = range(len(damage), len(text) - len(damage))
    result = check_document(Document.from_text(text), FIXING)
    assert [(f.match, f.fix.title) for f in result.findings if f.fix and f.fix.safety == "safe" and f.span[0] in good] == []


@pytest.mark.parametrize("text", ["Ōsaka lies by the sea.", "They sang Ærosmith all night.", "It is 47 “kΩ” then.", "He wrote “10 µm” there.", "ΜMOL/L"])
def test_a_name_or_a_unit_is_no_swap(text: str) -> None:
    assert [f for f in found(text, language="en") if f.rule in ("mojibake", "broken-word")] == []


@pytest.mark.parametrize("text", ["70 дБ", "дБ", "пФ"])
def test_a_unit_alone_is_no_swap(text: str) -> None:
    assert [f for f in found(text, language="ru") if f.rule in ("mojibake", "broken-word")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Уровень шума составил 70 дБ, а потом упал.", "Folate (µg) 12\nIron (mg) 3", "☐ Yes ☐ No",
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


def test_accents_of_their_own_are_joined_to_plain_letters() -> None:
    damaged = "các quyền cơ bản của con người pháp luật".encode().decode("latin-1")
    name = "Xqa\u0301zw".encode().decode("latin-1")
    text = f"Ủy ban đã họp vào thứ ba để bàn về vụ mùa và con đường mới. {damaged}. Viet Nam {name} dan toc Viet Nam {damaged}"
    assert ("Ì\x81", "\u0301") in safe(text, language="vi")


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
    assert [f.match for f in found("w\u00adw\u00adw\u00ad.\u00adn\u00ade\u00adt") if f.rule == "broken-word"] == ["w\u00adw\u00adw", "\u00adn\u00ade\u00adt"]
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
    assert [(f.rule, match) for f in found(text) if f.rule in ("mojibake", "broken-word") for match in f.matches] == [
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


@pytest.mark.parametrize(
    ("word", "repair"), [("PIAUÍ”", "\u0354"), ("DAÍ…", "\u0345"), ("MANHÃ—", "×"), ("MANHÃ”", "Ô"), ("FÃ©", "é"),
        pytest.param("CITTÀª", "˻", marks=pytest.mark.slow), pytest.param("MALMÖº", "\u05ba", marks=pytest.mark.slow)]  # a word list each
)
def test_a_word_with_what_closes_it_is_right(word: str, repair: str) -> None:
    language = "it" if word.startswith("CITT") else "sv" if word.startswith("MAL") else "pt"
    document = Document.from_text(f"x {word} y", metadata={"language": language})
    assert certain(document, [Edit(len(word), len(word) + 2, repair)], decoded=True) == [False]


def test_a_text_about_damage_is_left_alone() -> None:
    text = "The cafÃ© was open. " + "They went on. " * 30
    edit = [Edit(7, 9, "é")]
    assert certain(Document.from_text(text), edit, decoded=True) == [True]
    assert certain(Document.from_text(f"{text[:20]}This is mojibake. {text[20:]}"), edit, decoded=True) == [False]


@pytest.mark.parametrize("text", ['{"original": "ÄŒeÅ¡tina", "fixed": "Čeština"}', "assert capitalize('\ufb01nnish') == 'Finnish'", "аpple is not apple"])
def test_what_is_shown_damaged_and_repaired_is_no_damage(text: str) -> None:
    assert safe(text) == []


SENTENCES = (
    "The baker’s oven was still warm when the café opened its doors, and “everybody” said — it’s fine.",
    "Le soir, l’élève a été reçu à la fête où l’on célébrait déjà l’été, près du fleuve.",
    "Am Abend saßen alle am Feuer und erzählten sich Geschichten, während draußen der Regen über die Dächer lief.",
    "Вечером все собрались у костра и рассказывали друг другу старые истории, пока не стемнело.",
    "Το βράδυ όλοι μαζεύτηκαν γύρω από τη φωτιά και έλεγαν ιστορίες για τα παλιά.",
    "Když přišel večer, všichni se sešli u ohně a vyprávěli si příběhy o starých časech.",
    "夜になると、みんなが 火のまわりに 集まって、昔の話を していました。",
    "في المساء اجتمع الجميع حول النار وحكوا قصصا قديمة لبعضهم البعض.",
    "À noite todos se reuniram em volta da fogueira e contaram histórias antigas até não haver mais luz.",
    "می‌خواهم کتاب‌ها را بخوانم و به خانه بروم.",
)
_ALIKE = str.maketrans("aeopcxAEOPCTHKM", "аеорсхАЕОРСТНКМ")


def _misread(word: str, codec: str) -> str:
    return word.encode().decode(codec, "replace")


DAMAGES = {
    **{f"as {codec}": (lambda word, codec=codec: _misread(word, codec)) for codec in ("latin-1", "cp1252", "cp1251", "mac-roman", "cp437", "koi8-r", "gb18030", "cp932")},
    "twice": lambda word: _misread(_misread(word, "latin-1"), "cp1252"),
    "glyphs": lambda word: word.replace("fi", "\ufb01").replace("fl", "\ufb02").replace("ff", "\ufb00"),
    "look-alikes": lambda word: word.translate(_ALIKE),
    "zero width": lambda word: f"{word[: len(word) // 2]}\u200b{word[len(word) // 2 :]}",
    "soft hyphens": "\u00ad".join,
    "mark": lambda word: f"\ufeff{word}",
    "misread mark": lambda word: f"ï»¿{word}",
    "entities": lambda word: "".join(f"&#{ord(c)};" if c > "\x7f" else c for c in word),
    "control": lambda word: word.replace("n", "n\x02", 1),
    "lost": lambda word: f"{word}\ufffd",
    "cut": lambda word: f"â€{word}",
    "lead": lambda word: f"{word}Ã ",
}


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Sentences of one or two languages with each word damaged in at most one way, often all in the same."""
    words = [word for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2)) for word in sentence.split(" ")]
    usual = draw(st.sampled_from(sorted(DAMAGES)))
    for at in draw(st.sets(st.integers(0, len(words) - 1), max_size=len(words))):
        words[at] = DAMAGES[usual if draw(st.booleans()) else draw(st.sampled_from(sorted(DAMAGES)))](words[at])
    return " ".join(words)


# What stands beside a repair is told apart anew: the same stretch may be misread twice, or have lost a part.
_SAME = {"double": "utf8-misread", "lossy": "utf8-misread"}


def _kind(finding: Finding) -> tuple[str, str]:
    return finding.rule, _SAME.get(finding.kind, finding.kind)


def _of_fixes(text: str, edits: set[Edit], findings: list[Finding], after: list[Finding]) -> list[tuple[str, str, str]]:
    """The findings in the repaired text that touch a repair and are of no kind that was found there (neighbours join) before."""
    made, shift = [], 0
    for edit in sorted(edits):
        start = edit.start + shift
        end = start + len(edit.replacement)
        shift += len(edit.replacement) - (edit.end - edit.start)
        kinds = {_kind(f) for f in findings if f.start.offset <= edit.end + GAP and f.end.offset >= edit.start - GAP}
        made += [(f.rule, f.kind, f.match) for f in after if f.start.offset < end and f.end.offset > start and _kind(f) not in kinds]
    return made


@given(damaged())
@settings(deadline=None, max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_safe_fixes_come_to_an_end_and_make_no_new_damage(text: str) -> None:
    findings = check_document(Document.from_text(text), FIXING).findings
    for _ in range(ROUNDS):
        edits = {edit for f in choose(findings, ("safe",)) if f.fix for edit in f.fix.edits}
        if not edits:
            break
        repaired = apply_edits(text, edits)
        after = check_document(Document.from_text(repaired), FIXING).findings
        assert _of_fixes(text, edits, findings, after) == []
        text, findings = repaired, after
    assert choose(findings, ("safe",)) == []


def test_a_text_is_searched_once_for_what_it_speaks_of(monkeypatch: pytest.MonkeyPatch) -> None:
    text, searched = "The сasino is open. " * 50, []

    class Counted:
        def finditer(self, string: str) -> list[object]:
            searched.append(string)
            return []

    monkeypatch.setattr("corpuslint.checkers.safety.subject.SUBJECT", Counted())
    document = Document.from_text(text, metadata={"language": "en"})
    for start in range(4, len(text), 20):
        assert certain(document, [Edit(start, start + 6, "casino")]) == [True]
    assert searched == [text.lower()]
