"""Which labelled lines are boilerplate, by their place."""

from __future__ import annotations

import pytest

from corpuslint.checkers.boilerplate.labels import Certainty, Label
from corpuslint.checkers.boilerplate.places import LabelledLine, boilerplate, is_real, unwrapped
from corpuslint.document import Document

REAL = "The bridge over the river was closed to lorries on Monday, and the council hopes to open it again before autumn."
LABELS = {
    "Sure": Label("legal", Certainty.SURE), "Button": Label("navigation", Certainty.EDGE), "Share": Label("share", Certainty.EDGE), "Word": Label("related", Certainty.RUN),
    "Comments": Label("comments", Certainty.RUN), "Reply": Label("comments", Certainty.EDGE), "Topic": Label("navigation", Certainty.TOPIC), "- Button": Label("navigation", Certainty.EDGE), "- Sure": Label("legal", Certainty.SURE),
}


def labelled(text: str) -> tuple[Document, list[LabelledLine]]:
    document = Document.from_text(text)
    lines = []
    for start, end in document.lines:
        if body := text[start:end]:
            label = LABELS.get(body.rstrip("0123456789"))
            lines.append(LabelledLine(start, end, label, label is None and is_real(body)))
    return document, lines


def found(*lines: str) -> str:
    """The boilerplate among the lines; R stands for a paragraph of the text."""
    document, made = labelled("\n".join(REAL * 4 if line == "RR" else REAL if line == "R" else line for line in lines))
    return " ".join(document.text[line.start : line.end] for line, _ in boilerplate(document, made))


@pytest.mark.parametrize(("lines", "expected"), [
    # before or after the text
    ("RR Sure", "Sure"), ("RR Button", "Button"), ("RR Word", "Word"), ("RR Topic", ""), ("RR Topic Topic", ""), ("RR Topic Topic Topic", "Topic Topic Topic"), ("RR Sure Topic", "Sure Topic"), ("RR Sure Button Topic", "Sure Button Topic"),
    ("RR Button Topic", "Button"), ("RR Sure Word", "Sure Word"), ("RR Word x", ""), ("RR x Word", ""), ("RR x Button", "Button"), ("RR Word Word", "Word Word"), ("RR Word Topic", ""), ("RR Topic Word", ""), ("RR Button Word", "Button Word"),
    ("RR Word Topic Topic", "Word Topic Topic"), ("RR Comments", "Comments"), ("RR Reply", "Reply"),
    ("Sure RR", "Sure"), ("Button RR", "Button"), ("Word RR", "Word"), ("Topic RR", ""), ("Comments RR", ""), ("Reply RR", ""), ("Comments Word RR", "Comments Word"), ("Word x RR", ""), ("x Word RR", ""), ("x Button RR", "Button"), ("x Comments RR", ""),
    ("Button R R R R", "Button"), ("Button R R R", ""), ("Word R", ""), ("Sure R", "Sure"), ("Button Button R", "Button Button"),
    # between paragraphs
    ("RR Sure RR", "Sure"), ("RR Button RR", ""), ("RR Share RR", ""), ("RR Share Share RR", "Share Share"), ("RR Button Button RR", ""), ("RR Button Button Word RR", "Button Button Word"), ("RR Word Word Word RR", ""), ("RR Word Word Button RR", "Word Word Button"),
    ("RR Sure Button RR", "Sure Button"), ("RR Sure Word RR", "Sure Word"), ("RR Sure Topic RR", "Sure"), ("RR Sure Topic Topic RR", "Sure"), ("RR Sure Topic Topic Topic RR", "Sure Topic Topic Topic"), ("RR Topic Topic Topic Topic RR", ""),
    ("RR Topic Topic Button RR", ""), ("RR Sure x Topic Topic Topic RR", "Sure"), ("RR Word x Word Word RR", ""), ("RR Sure x Sure Word RR", "Sure Sure Word"), ("RR Share Sure RR", "Share Sure"), ("RR Share Word RR", ""), ("RR Button Topic Topic RR", ""), ("RR Share Share Topic RR", "Share Share"), ("RR Word Share Share RR", "Word Share Share"),
    ("RR Word0 x Word1 Word2", "Word0 Word1 Word2"), ("RR Word0 x", ""),
    # no text
    ("Button", ""), ("Sure", "Sure"), ("x Button", ""), ("Button Sure", "Button Sure"),
])
def test_places(lines: str, expected: str) -> None:
    assert found(*lines.split()) == expected


def test_a_list_that_the_text_leads_to_is_its_own() -> None:
    assert found("RR", "They asked about:", "Button", "Button", "Button", "RR") == ""
    assert found("RR", "他们问：", "Button", "Button", "Button", "RR") == ""
    assert found("RR", "They asked about:", "Button", "Button", "Button") == ""
    assert found("RR", "They asked about:", "Button", "Sure") == "Button Sure"
    assert found("RR", "They asked.", "Button", "Button", "Button", "RR") == "Button Button Button"
    assert found("Button", "Button", "RR", "So:") == "Button Button"
    assert found("So:", "Button", "Button", "RR") == ""


def test_what_has_bullets_between_paragraphs_is_a_list() -> None:
    assert found("RR", "- Button", "- Button", "- Button", "RR") == ""
    assert found("RR", "- Button", "- Button", "- Sure", "RR") == "- Button - Button - Sure"
    assert found("RR", "- Button", "- Button", "- Button") == "- Button - Button - Button"
    assert found("RR", "Button", "- Button", "- Button", "RR") == "Button - Button - Button"


@pytest.mark.parametrize(("lines", "expected"), [
    (("Button1", "x" * 24, "Button2", "Button3", "Button4", "RR"), ["Button1", "x" * 24, "Button2", "Button3", "Button4"]),
    (("Button1", "x" * 25, "Button2", "Button3", "Button4", "RR"), ["Button1", "Button2", "Button3", "Button4"]),
    (("Button1", "x", "Button2", "Button3", "RR"), ["Button1", "Button2", "Button3"]),
    (("Button1", "x", "y", "Button2", "Button3", "Button4", "RR"), ["Button1", "Button2", "Button3", "Button4"]),
    (("RR", "Button1", "x", "Button2", "y", "Button3", "Button4"), ["Button1", "x", "Button2", "y", "Button3", "Button4"]),
    (("RR", "Sure1", "x", "Sure2", "Sure3", "Sure4", "RR"), ["Sure1", "Sure2", "Sure3", "Sure4"]),
    (("RR", "Button1", "Button2", "Button3", "Button4", "x"), ["Button1", "Button2", "Button3", "Button4"]),
    (("x", "Button1", "Button2", "Button3", "Button4", "RR"), ["Button1", "Button2", "Button3", "Button4"]),
])
def test_an_unknown_line_in_a_menu_at_an_edge_is_one_of_it(lines: tuple[str, ...], expected: list[str]) -> None:
    assert found(*lines).split() == expected


def test_an_unknown_line_is_navigation() -> None:
    document, lines = labelled(f"{REAL}\nShare1\nx\nShare2\nShare3\nShare4")
    assert [kind for _, kind in boilerplate(document, lines)] == ["share", "navigation", "share", "share", "share"]


@pytest.mark.parametrize(("after", "title"), [
    ("Then the button. ", True), ("Then Button: ", True), ("Then abutton. ", False), ("x" * 392 + " button ", True), ("x" * 393 + " button ", False), ("buttonhole ", True),
])
def test_a_word_that_the_text_soon_says_again_is_its_title(after: str, title: bool) -> None:
    assert found("Button", after + REAL * 4) == ("" if title else "Button")


@pytest.mark.parametrize(("size", "title"), [(399, True), (400, False)])
def test_a_word_at_the_head_of_a_short_text_is_its_title(size: int, title: bool) -> None:
    assert found("Button", "x" * size) == ("" if title else "Button")


@pytest.mark.parametrize(("body", "real"), [
    ("x" * 80, True), ("x" * 79, False), ("x" * 40 + ".", True), ("x" * 39 + ".", False), ("x" * 40 + "!”)", True), ("x" * 40 + ":", False), ("字" * 12 + "。", True), ("字" * 11 + "。", False),
    ("字" * 30, True), ("字" * 29, False), ("字" * 29 + "x", False), ("é" * 30, False), ("x" * 40 + "…'", True), ("x\n" * 20 + ".", True),
])
def test_paragraphs_of_the_text_proper(body: str, real: bool) -> None:
    assert is_real(body) is real


FIRST = "x" * 39


@pytest.mark.parametrize(("text", "kept"), [
    (f"{FIRST}y\nSure", True), (f"{FIRST}y\nsure", False), (f"{FIRST[1:]}y\nsure", True), (f"{FIRST},\nsure", False), (f"{FIRST}-\nsure", False), (f"{FIRST}.\nsure", True), (f"{FIRST}y\n\nsure", True), (f"{FIRST}y\r\nsure", False),
])
def test_the_middle_of_a_wrapped_sentence_has_no_label(text: str, kept: bool) -> None:
    document = Document.from_text(text)
    (a, b), label = [span for span in document.lines if span.start < span.end], Label("legal", Certainty.SURE)
    lines = [LabelledLine(*a, None, False), LabelledLine(*b, label, False)]
    assert unwrapped(document, lines) == (lines if kept else [lines[0], LabelledLine(*b, None, True)])
    lines = [LabelledLine(*a, label, False), LabelledLine(*b, None, False)]
    assert unwrapped(document, lines) == (lines if kept else [LabelledLine(*a, None, True), lines[1]])
    lines = [LabelledLine(*a, None, False), LabelledLine(*b, None, False)]
    assert unwrapped(document, lines) == lines


def test_only_neighbours_are_one_sentence() -> None:
    document = Document.from_text(f"{FIRST}y\nSure x\nand on")
    lines = [LabelledLine(*span, Label("legal", Certainty.SURE) if place == 1 else None, False) for place, span in enumerate(document.lines)]
    assert unwrapped(document, lines) == lines
    document = Document.from_text(f"Then\n{FIRST}y\nsure")
    lines = [LabelledLine(*span, Label("legal", Certainty.SURE) if place == 0 else None, False) for place, span in enumerate(document.lines)]
    assert unwrapped(document, lines) == lines
    document = Document.from_text(f"{'x' * 80}\n{FIRST[1:]}y\nsure")
    lines = [LabelledLine(*span, Label("legal", Certainty.SURE) if place == 2 else None, False) for place, span in enumerate(document.lines)]
    assert unwrapped(document, lines) == lines
