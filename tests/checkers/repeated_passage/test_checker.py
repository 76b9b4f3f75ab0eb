"""`repeated-passage`: exact places, and both sides of what makes a repeated stretch a passage."""

from __future__ import annotations

from functools import cache

import pytest

from corpuslint.card import load_rule
from corpuslint.checkers.repeated_passage.checker import check
from corpuslint.checkers.repeated_passage.paragraphs import is_item, paragraphs
from corpuslint.checkers.repeated_passage.weights import WEIGHTS
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.finding import Edit, Finding
from corpuslint.rule import Rule

PROSE = "The water board said on Monday that the reservoir above the town has fallen to a third of its volume."
OTHER = "Farmers have been told to expect shorter hours of irrigation, and most of them had seen it coming for weeks."
LONG = f"{PROSE} {OTHER} {PROSE}"


@cache
def rule() -> Rule:
    return load_rule(builtin_folder() / "repeated-passage.toml")


def find(text: str) -> list[Finding]:
    return list(check(Document.from_text(text), rule()))


def places(text: str) -> list[list[str]]:
    """The texts of each finding's places."""
    return [[text[start:end] for start, end in finding.spans] for finding in find(text)]


def test_the_second_place_is_told_with_the_first() -> None:
    text = f"{PROSE}\n\nIn between.\n\n{PROSE}\n"
    (finding,) = find(text)
    start = text.rindex(PROSE)
    assert (finding.kind, finding.span, finding.places) == ("paragraph", (start, start + len(PROSE)), ())
    assert finding.evidence == {"other_line": 1, "other_start": 0, "other_end": len(PROSE), "length": 20}
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.edits) == ("unsafe", (Edit(start, start + len(PROSE), ""),))


def test_many_places_are_one_finding_with_an_edit_each() -> None:
    text = f"{LONG}\n\na\n\n{LONG}\n\nb\n\n{LONG}"
    (finding,) = find(text)
    first, second = text.index(LONG, 1), text.rindex(LONG)
    assert finding.places == ((first, first + len(LONG)), (second, second + len(LONG)))
    assert finding.fix is not None
    assert [edit.start for edit in finding.fix.edits] == [first, second]


def test_a_run_goes_from_the_heading_to_the_last_paragraph_of_prose() -> None:
    run = f"Menu\n\nWater\n\n{PROSE}\n\nNote\n\n{OTHER}\n\nMore"
    assert places(f"{run}\n\nElsewhere\n\n{run}") == [[f"Water\n\n{PROSE}\n\nNote\n\n{OTHER}"]]


def test_a_list_that_the_last_paragraph_announces_goes_with_it() -> None:
    announcing = f"{PROSE} These are its parts:"
    assert places(f"{announcing}\n- sand\n- clay\n\n§\n\n{announcing}\n- sand\n- clay\n\nEnd") == [[f"{announcing}\n- sand\n- clay"]]


def test_case_signs_and_line_ends_count_for_nothing() -> None:
    wrapped = PROSE.upper().lower().replace(" that the ", " that the\n").replace(".", "!")
    assert places(f"{PROSE}\n\n{wrapped}") == [[wrapped]]


def test_two_passages_are_two_findings() -> None:
    assert places(f"{PROSE}\n\n{OTHER}\n\nx\n\n{OTHER}\n\ny\n\n{PROSE}") == [[OTHER], [PROSE]]


def test_a_doubled_document_is_one_finding() -> None:
    text = f"{PROSE}\n\n{OTHER}"
    assert places(f"{text}\n\n{text}") == [[text]]


def test_fifteen_words_are_a_passage_and_fourteen_are_none() -> None:
    words = [f"word{letter}" for letter in "abcdefghijklmno"]
    assert WEIGHTS.words == len(words) == 15
    for count, found in ((15, 1), (14, 0)):
        text = " ".join(words[:count]).capitalize() + "."
        assert len(find(f"{text}\n\nx\n\n{text}")) == found


@pytest.mark.parametrize("line", [
    PROSE.replace(".", ""), PROSE.title(), f"- {PROSE}", f"1. {PROSE}", f"(b) {PROSE}", f"# {PROSE}", f"> {PROSE}", f"| {PROSE[:40]} | {PROSE[40:]} |", f"{PROSE[:20]} | {PROSE[20:40]} | {PROSE[40:60]} | {PROSE[60:80]} | {PROSE[80:]}",
    f"“{PROSE}”", PROSE.replace(" has", "    has"), PROSE.replace(" has", " {has}; {was} = [fallen];"), PROSE.replace("Monday", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"),
], ids=lambda line: line[:60])
def test_what_is_no_prose_may_come_again(line: str) -> None:
    assert find(f"{line}\n\nx\n\n{line}") == []


@pytest.mark.parametrize("above", ["Ada wrote:", "Ada Finch schrieb am Montag", "Originally posted by Ada", "Quote", "Ada Finch:\n\n4 May", "Refrain:"])
def test_what_somebody_quotes_may_come_again(above: str) -> None:
    assert find(f"{PROSE}\n\nx\n\n{above}\n\n{PROSE}") == []


@pytest.mark.parametrize("above", ["Ada said no", "Quotes and orders" + " of all kinds" * 6])
def test_a_word_of_quoting_in_a_long_or_far_line_is_none(above: str) -> None:
    assert len(find(f"{PROSE}\n\n{above}\n\na\n\nb\n\n{PROSE}")) == 1


@pytest.mark.parametrize("line", ["y = &x;", "     ^", "// it was late", "if (late) {"])
def test_prose_with_a_line_of_code_is_none(line: str) -> None:
    text = PROSE.replace(" on Monday ", f" on Monday\n{line}\n")
    assert find(f"{text}\n\nx\n\n{text}") == []
    assert len(find(text.replace(line, "of late") + "\n\nx\n\n" + text.replace(line, "of late"))) == 1


def test_short_and_often_is_a_template() -> None:
    assert len(find(f"{PROSE}\n\nx\n\n{PROSE}")) == 1
    assert find("\n\nx\n\n".join([PROSE] * WEIGHTS.often)) == []
    assert len(find("\n\nx\n\n".join([LONG] * WEIGHTS.often))) == 1


def test_a_headline_has_one_sentence_at_most_and_no_end() -> None:
    head = "The river took the bridge away! What the miller, the baker and the keeper of the ferry did about it"
    assert find(f"{head}\n\nx\n\n{head}") == []
    for end in (".", " then. Or not", ":"):
        assert places(f"{head}{end}\n\nx\n\n{head}{end}") == [[f"{head}{end}"]]
    plain = head.replace("!", "")
    assert find(f"{plain}:\n\nx\n\n{plain}:") == []


def test_verse_is_none_and_wrapped_prose_is_a_passage() -> None:
    verse = "the river took the bridge away\nand took the boat as well to sea\nand all that we could hear was rain."
    assert find(f"{verse}\n\nx\n\n{verse}") == []
    prose = verse.replace("\nand took", " and took")
    assert places(f"{prose}\n\nx\n\n{prose}") == [[prose]]


def test_lines_are_joined_where_a_sentence_goes_on() -> None:
    text = f"Heading of the page\n{PROSE}\nIt went on\nand on\n- item\n\nlast"
    shown = [(text[p.start : p.end], p.lines) for p in paragraphs(Document.from_text(text))]
    assert shown == [("Heading of the page", 1), (PROSE, 1), ("It went on\nand on", 2), ("- item", 1), ("last", 1)]


@pytest.mark.parametrize(("text", "item"), [("1. a", True), ("iv) a", True), ("• a", True), ("Yes. It is", False), ("-5 is cold", False), ("I. One", True)])
def test_items(text: str, item: bool) -> None:
    assert is_item(text) == item


@pytest.mark.parametrize("text", ["", "\n\n", "…\n\n…", PROSE, f"{PROSE}\n{OTHER}"])
def test_silence(text: str) -> None:
    assert find(text) == []


MENU = [f"{name} {place}" for name in ("Harbour", "Mill", "Ferry", "Bells") for place in ("north", "south", "west", "isle")]


def test_twelve_lines_without_prose_are_told_and_eleven_are_not() -> None:
    assert WEIGHTS.block == (12, 25)
    for count, found in ((13, 1), (12, 0), (11, 0)):  # with two words each, twelve have twenty-four
        menu = "\n".join(MENU[:count])
        text = f"{menu}\n\n§\n\n{menu}\n\nEnd"
        findings = find(text)
        assert [(f.kind, f.match) for f in findings] == [("lines", menu)] * found
    wordy = "\n".join(f"{line} of ours" for line in MENU[:11])
    assert find(f"{wordy}\n\n§\n\n{wordy}") == []
    assert len(find(f"{wordy}\nMore of it\n\n§\n\n{wordy}\nMore of it")) == 1


def test_what_each_entry_says_is_no_run_of_its_own() -> None:
    menu = "\n".join(MENU)
    assert [len(finding.spans) for finding in find(f"{menu}\n\n§\n\n{menu}")] == [1]
    assert find(f"{menu}\n\n§\n\n{menu}\n\n§§\n\n{menu}") == []


@pytest.mark.parametrize("line", ["{name} = {{{place}}};", "{name} 1 2 3 4", "| {name} | {place} |"])
def test_code_and_tables_are_no_run(line: str) -> None:
    rows = "\n".join(line.format(name=menu.split()[0], place=menu) for menu in MENU)
    assert find(f"{rows}\n\n§\n\n{rows}") == []


def test_where_there_is_prose_the_run_is_a_paragraph() -> None:
    menu = "\n".join(MENU)
    text = f"{menu}\n{PROSE}\n\n§\n\n{menu}\n{PROSE}"
    assert [(finding.kind, finding.match) for finding in find(text)] == [("paragraph", f"{MENU[-1]}\n{PROSE}")]
