"""`wrong-language`: what contradicts a document's language, and what is a stranger in it."""

from __future__ import annotations

from functools import cache

import pytest

from corpuslint.card import load_rule
from corpuslint.checkers.wrong_language.checker import check
from corpuslint.checkers.wrong_language.votes import contradicts, paragraphs, vote, weigh
from corpuslint.checkers.wrong_language.weights import WEIGHTS
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.finding import Finding
from corpuslint.rule import Rule

EN = (
    "The water board said on Monday that the reservoir above the town has fallen to a third of its volume, and that it will have to close the "
    "gates for most of the night if there is no rain in the next two weeks. Farmers have been told to expect shorter hours of irrigation. Most of "
    "them had seen it coming, and some have already sold a part of their cattle."
)
DE = (
    "Der Verein pflegt seit dem Jahr der großen Flut die alten Wege am Ufer und stellt im Frühling die Bänke wieder auf. Wer mithelfen will, meldet "
    "sich im Pfarrhaus oder kommt am ersten Samstag im Monat um neun Uhr an den Steg. Die Arbeit dauert bis zum Mittag, und danach gibt es eine "
    "Suppe, die von den Leuten aus dem Dorf gekocht wird. Nicht alle sind jung, aber das ist auch nicht nötig. Im Herbst werden die Bänke mit dem "
    "Wagen in die Scheune gebracht, und wer dann noch Zeit hat, der bleibt bis zum Abend. So wird es seit vielen Jahren gemacht, und so soll es auch "
    "in Zukunft sein, sagen die Leute."
)
JA = "村の北にある古い橋の下には、誰も見たことのない大きな魚が住んでいると祖母はいつも話していた。子供たちは夏になると橋へ行き、その魚が出てくるのを待っていた。"
RU = (
    "Паром отходит от северного причала в восемь часов утра и возвращается, когда уже темно. На борту нет кухни, и поэтому пассажиры берут обед с "
    "собой. Капитан говорит, что за сорок лет он не видел такой низкой воды, как в этом году, и что если дождя не будет, то паром придется остановить."
)
ENGLISH = "\n\n".join([EN] * 3)


@cache
def rule() -> Rule:
    return load_rule(builtin_folder() / "wrong-language.toml")


def find(text: str, **metadata: str) -> list[Finding]:
    return list(check(Document.from_text(text, metadata=metadata), rule()))


def shown(text: str, **metadata: str) -> list[tuple[str, tuple[int, int], object]]:
    return [(finding.kind, tuple(finding.span), finding.evidence["language"]) for finding in find(text, **metadata)]


@pytest.mark.parametrize(("text", "stated", "language"), [
    (EN, "de", "en"), (EN, "DE_de", "en"), (EN, "ru", "en"), (EN, "zh-Hant", "en"), (DE, "en", "de"), (DE, "pl", "de"),
    (JA * 2, "en", "ja"), (JA * 2, "ko", "ja"), (RU, "de", "ru"), (RU, "el", "ru"), (f"| Home |\n\n{EN}", "fr", "en"),
])
def test_the_index_is_contradicted(text: str, stated: str, language: str) -> None:
    assert shown(text, language=stated) == [("document", (0, 0), language)]


def test_the_message_names_both() -> None:
    (finding,) = find(EN, language="de-CH")
    assert finding.message == "the index says German, the text is in English"
    assert finding.evidence == {"stated": "German", "found": "English", "language": "en"}


@pytest.mark.parametrize(("text", "stated"), [
    (EN, "en"), (EN, "en-AU"), (EN, ""), (EN, "und"), (EN, "mul"), (EN, "x-klingon"), (EN, "en de"), (EN, "xx"), (EN[:200], "de"), (JA, "ja-Latn"),
    ("", "en"), ("1 2 3\n\n4 5 6", "en"), (f"{EN}\n\n{DE}", "en"), (f"{EN}\n\n{DE}", "de"), ("Ada Finch, Ben Stone, Cleo Hill, Dora Marsh\n\n" * 20, "de"),
])
def test_nothing_contradicts_the_index(text: str, stated: str) -> None:
    assert find(text, language=stated) == []


def test_paragraphs_that_tell_nothing_outweigh_a_few_that_do() -> None:
    unsure = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed tempor incididunt labore magna aliqua enim minim veniam. " * 4
    assert shown(EN, language="de") != []
    assert find(f"{EN}\n\n{unsure}\n\n{unsure}", language="de") == []


@pytest.mark.parametrize("metadata", [{}, {"language": "en"}])
def test_a_stranger_is_told_from_its_first_paragraph_to_its_last(metadata: dict[str, str]) -> None:
    text = f"{ENGLISH}\n\n  {DE}\n\nUfer\n\n{DE}  \n\n{ENGLISH}\n\n{ENGLISH}"
    start = text.index(DE)
    assert shown(text, **metadata) == [("passage", (start, text.rindex(DE) + len(DE)), "de")]


def test_of_other_scripts_too() -> None:
    text = f"{ENGLISH}\n\n{JA * 2}\n\n{ENGLISH}"
    assert shown(text) == [("passage", (text.index(JA), text.index(JA) + 2 * len(JA)), "ja")]


def test_a_stranger_has_four_hundred_letters() -> None:
    assert weigh(DE) > WEIGHTS.passage == 400 > weigh(DE[:500])
    assert len(find(f"{ENGLISH}\n\n{DE}\n\n{ENGLISH}")) == 1
    assert find(f"{ENGLISH}\n\n{DE[:500]}\n\n{ENGLISH}") == []


@pytest.mark.parametrize("passage", [
    f'"{DE}"', f"“{DE}”", f"> {DE}", f"Beschreibung: {DE}", f"Ada writes:\n\n{DE}", f"Abstract\n\n{DE}", f"Zusammenfassung. {DE}", DE.replace(",", " 1999, 2000, 12-15"),
    DE.replace(" ", "\n"), f"```\n{DE}\n```",
], ids=lambda text: text[:20])
def test_what_is_no_stranger(passage: str) -> None:
    assert find(f"{ENGLISH}\n\n{passage}\n\n{ENGLISH}", language="en") == []


def test_over_a_third_is_bilingual() -> None:
    assert find(f"{ENGLISH}\n\n{DE}\n\n{DE}", language="en") == []
    assert len(find(f"{ENGLISH}\n\n{EN}\n\n{DE}", language="en")) == 1


def test_near_languages_contradict_nothing() -> None:
    norwegian = "Båten går fra brygga klokka åtte om morgenen og kommer tilbake når det er blitt mørkt. Det er ikke noe kjøkken om bord, og derfor tar de fleste med seg mat."
    assert not contradicts(norwegian, "nb", "da")
    assert contradicts(norwegian, "nb", "fr")
    serbian = "Brod polazi u osam i vraća se kada je mrak, a na njemu nema kuhinje, pa zato putnici nose ručak sa sobom."
    assert not contradicts(serbian, "hr", "sr")


def test_latin_is_no_other_language() -> None:
    lorem = (
        "Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod tempor invidunt ut labore et dolore magna aliquyam erat, sed diam "
        "voluptua. At vero eos et accusam et justo duo dolores et ea rebum. Stet clita kasd gubergren, no sea takimata sanctus est Lorem ipsum dolor sit amet."
    )
    assert find(f"{lorem} {lorem}", language="en") == []


def test_a_paragraph_has_sixty_letters_or_twelve_of_a_script_without_spaces() -> None:
    assert WEIGHTS.paragraph == 60
    assert vote("the and of " * 5, "") == (40, "und")
    assert vote("the and of " * 8, "")[1] == "en"
    assert weigh("魚が住んで") == 25


def test_paragraphs_end_with_a_sentence_or_a_blank_line() -> None:
    text = "One\ntwo.\n  Three \n\n\nfour"
    assert [text[start:end] for start, end in paragraphs(Document.from_text(text))] == ["One\ntwo.", "Three", "four"]
