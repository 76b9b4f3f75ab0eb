"""Exact lines, kinds and repairs in whole documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuslint.data import beside
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from tests.checkers.boilerplate.samples import PARAGRAPH, RULE, found, lines, repaired


@pytest.mark.parametrize(("language", "line", "kind"), [
    ("ar", "تابعونا على مواقع التواصل الاجتماعي", "share"),
    ("cs", "Komentáře jsou uzavřeny.", "comments"),
    ("de", "Vorheriger Beitrag Nächster Beitrag", "related"),
    ("el", "Τα σχόλια είναι κλειστά.", "comments"),
    ("en", "Share this article on Facebook", "share"),
    ("es", "Artículo anterior Artículo siguiente", "related"),
    ("fa", "عضویت در خبرنامه", "newsletter"),
    ("fr", "Directeur de la publication : Jeanne Morel", "masthead"),
    ("hi", "ये भी पढ़ें: कीमतें फिर बढ़ीं", "related"),
    ("it", "Torna su", "navigation"),
    ("ja", "前の記事 次の記事", "related"),
    ("kk", "Бөлісу", "share"),
    ("ko", "저작권자 © 무단전재 및 재배포 금지", "copyright"),
    ("nl", "Meld je aan voor onze nieuwsbrief", "newsletter"),
    ("pl", "Redaktor naczelny: Anna Nowak", "masthead"),
    ("pt", "Faça login para comentar", "sign-in"),
    ("ru", "© 2015–2021 Все права защищены.", "copyright"),
    ("sv", "Vi använder cookies för att förbättra din upplevelse.", "cookie"),
    ("tr", "Bültenimize abone olun", "newsletter"),
    ("uk", "Читайте також: Ціни знову зростають", "related"),
    ("vi", "Bài trước Bài sau", "related"),
    ("zh", "返回顶部", "navigation"),
])
def test_a_line_that_only_a_page_says_is_found_between_paragraphs(language: str, line: str, kind: str) -> None:
    assert lines(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}\n", language) == [(line, kind)]


@pytest.mark.parametrize("word", ["Home", "Menu", "Contact", "Comments", "Archives", "Search", "Sports"])
def test_one_ambiguous_word_between_paragraphs_is_no_boilerplate(word: str) -> None:
    assert lines(f"{PARAGRAPH}\n\n{word}\n\n{PARAGRAPH}\n") == []


def test_a_word_after_the_last_paragraph_is_boilerplate() -> None:
    assert lines(f"{PARAGRAPH}\n\nContact\n") == [("Contact", "navigation")]


def test_the_first_word_is_a_title_if_the_text_says_it_again_or_is_short() -> None:
    assert lines(f"Menu\n\n{PARAGRAPH}\n") == [("Menu", "navigation")]
    assert lines(f"Menu\n\nThe menu of the inn was short. {PARAGRAPH}\n") == []
    assert lines("Menu\n\nThe inn at the crossing has changed hands again, and this time for good, says the owner.\n") == []


def test_names_of_sections_need_a_row_of_them_at_an_edge() -> None:
    row = "Politics\nCulture\nScience\n"
    assert [kind for _, kind in lines(f"{row}\n{PARAGRAPH}\n")] == ["navigation"] * 3
    assert lines(f"{PARAGRAPH}\n\n{row}\n{PARAGRAPH}\n") == []
    assert lines(f"Politics\n\n{PARAGRAPH}\n") == []


def test_an_unknown_name_inside_a_menu_belongs_to_it() -> None:
    text = f"Home\nNews\nThe Long Shelf\nSports\nCulture\n\n{PARAGRAPH}\n"
    assert [match for match, _ in lines(text)] == ["Home", "News", "The Long Shelf", "Sports", "Culture"]


@pytest.mark.parametrize("line", ["Home > News > Region", "Home · World · Business · Opinion", "Twitter  RSS  About Us", "Log In About Us Careers"])
def test_a_row_of_items_on_one_line_is_found_whole(line: str) -> None:
    assert [match for match, _ in lines(f"{line}\n\n{PARAGRAPH}\n")] == [line]


@pytest.mark.parametrize("line", [
    "\"Share this article,\" said the clerk.", "Facebook, Twitter and LinkedIn were asked about it.", "1. Facebook",
    "— Read more.", "Sign in, then choose Account.", "Read it again, she said, and then the other one.",
])
def test_what_is_said_or_told_is_no_boilerplate(line: str) -> None:
    assert lines(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}\n") == []


def test_a_wrapped_line_of_a_paragraph_is_no_boilerplate() -> None:
    assert lines("He would rather not leave his office before noon, he wrote, and\nshare this article with friends at the mill when the\nwhistle blows.\n") == []


def test_a_list_that_the_text_announces_is_no_menu() -> None:
    assert lines(f"{PARAGRAPH}\n\nThe survey asked about:\n\nFacebook\nInstagram\nTelegram\n\n{PARAGRAPH}\n") == []


def test_the_repair_takes_the_line_and_one_side_of_its_blank_lines() -> None:
    text = f"{PARAGRAPH}\n\nAdvertisement\n\n{PARAGRAPH}\n\nShare this article\nComments are closed.\n"
    findings = found(text)
    assert [f.fix.safety for f in findings if f.fix] == ["unsafe"] * 3
    assert repaired(text, findings) == f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n"


def test_code_is_no_boilerplate() -> None:
    assert lines(f"{PARAGRAPH}\n\n```\nShare this article\n```\n\n{PARAGRAPH}\n") == []


def test_a_card_without_lexicons_finds_nothing(tmp_path: Path) -> None:
    own = RULE._replace(lists=beside(tmp_path / "own.toml"))
    assert check_document(Document.from_text("All rights reserved."), RuleSet((own,))) == ([], [], {})


@pytest.mark.parametrize("file", ["own/templates.en.txt", "own/terms.en.txt", "lexicons/own.en.txt"])
def test_a_card_of_ones_own_names_its_templates_as_it_likes(tmp_path: Path, file: str) -> None:
    (tmp_path / file).parent.mkdir()
    (tmp_path / file).write_text("mind the {any} step\tnavigation\n", "utf-8")
    own = RULE._replace(lists=beside(tmp_path / "own.toml"), scan=())
    findings = check_document(Document.from_text(f"{PARAGRAPH}\n\nMind the lowest step\n", metadata={"language": "en"}), RuleSet((own,))).findings
    assert [(finding.match, finding.kind) for finding in findings] == [("Mind the lowest step", "navigation")]


@pytest.mark.parametrize(("lines_", "taken"), [
    ("Advertisement\n\nAn advertisement ran.", []), ("Advertisement\n\nAn adverb ran.", ["Advertisement"]), ("Advertisement\nAdvertisement", ["Advertisement"] * 2),
    ("Share this article\nAdvertisement\nThe advertisement ran.", ["Share this article", "Advertisement"]),
    ("Advertisement\nAn adverb ran.\nThe advertisement ran.", ["Advertisement"]), ("Advertisement:\n\nAn advertisement ran.", []),
])
def test_a_lone_line_that_the_next_takes_up_is_its_heading(lines_: str, taken: list[str]) -> None:
    assert [match for match, _ in lines(f"{PARAGRAPH}\n\n{lines_}\n\n{PARAGRAPH}\n")] == taken


def test_many_holders_of_rights_are_told_of_by_the_text() -> None:
    rights = [f"Copyright © {year} Valley Courier" for year in range(2001, 2005)]
    for count, expected in ((3, 3), (4, 0)):
        assert len(lines(f"{PARAGRAPH}\n\n" + "\n".join(rights[:count]) + "\n")) == expected
    assert len(lines(f"{PARAGRAPH}\n\n" + "\n".join([*rights[:3], rights[0]]) + "\n")) == 4
    assert [kind for _, kind in lines(f"{PARAGRAPH}\n\n" + "\n".join([*rights, "Share this article"]) + "\n")] == ["share"]


@pytest.mark.parametrize(("line", "expected"), [
    ("## Share this article", 0), ("####### Share this article", 1), ("#Share this article", 1), ("[Share this article](#share)", 0), ("[Share this article](share)", 1), ("* [Share this article](#share)", 0),
])
def test_headings_and_contents_of_markdown_are_the_texts_own(line: str, expected: int) -> None:
    assert len(lines(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}\n")) == expected


def test_a_heading_of_markdown_counts_at_the_end() -> None:
    assert lines(f"{PARAGRAPH}\n\n## Share this article\n") == [("## Share this article", "share")]


def test_the_sum_of_clues_and_a_less_certain_template() -> None:
    assert lines(f"{PARAGRAPH}\n\nBy closing this notice you accept the cookies that we set, as told in our privacy policy\n\n{PARAGRAPH}\n") == [
        ("By closing this notice you accept the cookies that we set, as told in our privacy policy", "cookie")
    ]


def test_no_line_is_longer_than_a_notice() -> None:
    line = "Copyright © 2020 " + "Valley Courier " * 98
    assert len(line.strip()) <= 1500 < len(line) + 15
    assert len(lines(f"{PARAGRAPH}\n\n{line}\n")) == 1
    assert lines(f"{PARAGRAPH}\n\n{line} Valley Courier Valley Courier\n") == []


def test_where_no_word_tells_the_language_all_are_read() -> None:
    assert [kind for _, kind in lines("Mikqyxt.\n\nKommentarer är stängda\n\nVorheriger Beitrag Nächster Beitrag\n", "und")] != []


@pytest.mark.parametrize(("text", "rest"), [
    ("{p}\n\nShare this article\n\n{p}", "{p}\n\n{p}"), ("{p}\nShare this article\n\n{p}", "{p}\n\n{p}"), ("{p}\n\nShare this article\n{p}", "{p}\n\n{p}"),
    ("Share this article\n\n\n{p}", "{p}"), ("{p}\n\nShare this article", "{p}\n\n"), ("{p}\r\n\r\nShare this article\r\n \r\n{p}", "{p}\r\n\r\n{p}"),
    ("{p}\n\nShare this article\n\nShare this article\n\n{p}", "{p}\n\n{p}"), ("{p}\nShare this article\nShare this article\n\n{p}", "{p}\n\n{p}"),
    ("{p}\n  Share this article  \n{p}", "{p}\n{p}"), ("{p}\n\nShare this article\n\n\n", "{p}\n\n"), ("Share this article\n\nShare this article\n\n{p}", "{p}"),
])
def test_a_removal_keeps_one_blank_line(text: str, rest: str) -> None:
    whole = text.replace("{p}", PARAGRAPH)
    assert repaired(whole, found(whole)) == rest.replace("{p}", PARAGRAPH)
