"""Boilerplate: exact lines, kinds and repairs by place, and what hostile text must not do."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.card import load_rule
from corpuslint.checkers.boilerplate.checker import check
from corpuslint.checkers.boilerplate.lookup import source_heads
from corpuslint.checkers.boilerplate.matching import Networks, ends
from corpuslint.checkers.boilerplate.templates import first_tokens, parse
from corpuslint.checkers.boilerplate.tokens import tokenize
from corpuslint.data import beside, builtin_folder
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.finding import Finding

RULE = load_rule(builtin_folder() / "boilerplate.toml")
RULES = RuleSet((RULE,))
TABLES = sorted(path for path in (builtin_folder() / "boilerplate").glob("templates.*.txt"))
NETWORKS = Networks.of(["facebook", "truth social"])
PARAGRAPH = (
    "The bridge over the river was closed to lorries on Monday after engineers found a crack in its third pier. "
    "The council expects that the repair will take until the autumn and cost four million, most of it borrowed. "
    "Drivers must take the road through the valley, which is a quarter of an hour longer and narrow in places. "
    "Nobody was hurt, and the trains below run as before, the spokesman of the council said in the town hall."
)


def found(text: str, language: str = "en") -> list[Finding]:
    result = check_document(Document.from_text(text, metadata={"language": language}), RULES)
    assert result.failures == []
    return result.findings


def lines(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(finding.match, finding.kind) for finding in found(text, language)]


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


def repaired(text: str, findings: list[Finding]) -> str:
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def test_code_is_no_boilerplate() -> None:
    assert lines(f"{PARAGRAPH}\n\n```\nShare this article\n```\n\n{PARAGRAPH}\n") == []


@pytest.mark.parametrize(("source", "line", "reached"), [
    ("share [this] (on|via) {network}", "Share on Truth Social", True),
    ("share [this] (on|via) {network}", "Share this via", False),
    ("{n} comments", "226 COMMENTS", True),
    ("© {year} {rest}", "(c) 2010–2021 Valley Courier", True),
    ("more from {name}", "More from Friends of the Earth", True),
    ("more from {name}", "More from the older houses", False),
    ("editor : {rest}", "Editor Jane Miller", False),
    ("leave (a|your) comment", "leave comment", False),
])
def test_templates(source: str, line: str, reached: bool) -> None:
    tokens = tokenize(line)
    assert (len(tokens.low) in ends(parse(source), tokens, {0}, NETWORKS)) is reached


@pytest.mark.parametrize("source", ["(a|b", "a]", "{nobody}", "(a|)"])
def test_a_template_that_cannot_be_read_is_an_error(source: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(source)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_entry_of_the_lexicons_is_a_template_of_a_known_kind(path: Path) -> None:
    for term, tag in RULE.lexicon(path.suffixes[0][1:], "templates"):
        kind, _, weight = tag.partition(" ")
        assert kind in RULE.kinds, term
        assert weight in ("", "edge", "run", "topic"), term
        assert source_heads(term) == first_tokens(parse(term)), term
        assert "" not in first_tokens(parse(term)), term


def test_the_points_of_clues_are_numbers_of_known_kinds() -> None:
    for language in RULE.languages("clues"):
        for term, tag in RULE.lexicon(language, "clues"):
            kind, weight = tag.split(" ")
            assert kind in RULE.kinds, term
            assert weight in ("1", "2", "3"), term


PIECES = st.sampled_from([
    "Home", "Share", "Facebook", "©", "2021", "all rights reserved", "News", "Read more", "Menu", PARAGRAPH, "|", ">", "\n", "\n\n", "  ", ":", ",",
    "[x](y)", "\udc80", "\x00", "分享", "首页", "शेयर करें", "İ", "e\u0301", "\u200c", "\u2028", "\"", "- ",
])


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map("".join), st.sampled_from(["en", "de", "zh", "fa", "und", "sw"]))
def test_any_text_is_checked_and_the_repair_settles(text: str, language: str) -> None:
    findings = found(text, language)
    document = Document.from_text(text)
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in findings)
    assert all(text[f.span.start : f.span.end] == f.match == f.match.strip() for f in findings)
    assert len({document.position(f.span.start).line for f in findings}) == len(findings)
    edits = sorted(edit for f in findings if f.fix for edit in f.fix.edits)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert len(repaired(text, findings)) <= len(text)


@pytest.mark.parametrize("unit", ["Share on Facebook\n", "Home\n", "News\n", "Home | ", "share ", "© 2021 ", "[(", ": , "])
def test_the_cost_grows_with_the_size(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.from_text(unit * size, metadata={"language": "en"})
        started = time.process_time()
        for _ in check(document, RULE):
            pass
        return time.process_time() - started

    seconds(10)
    assert seconds(8000) < 10 * seconds(2000) + 0.2


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
