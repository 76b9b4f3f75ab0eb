"""The table of an index: found as a Markdown parser finds it, split without loss, and written so that it reads back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpuslint.document import Document
from corpuslint.index import table as index_table
from corpuslint.index.table import cell_text, path_text, row_text, source_text, tables, written, written_path

GFM = MarkdownIt("commonmark").enable("table")
PIECES = [
    "| path | title |", "| --- | --- |", "|---|---|", "| a.txt | b |", "a | b", "---|---", "", "", "# H", "text", "- item | x",
    "> q", "```", "<!--", "-->", "    code | x", "\t| a |", "* * *", "|", "||", r"| a \| b | c |", "===", "---", "1. x", "##no",
    "| --- |", "| path |", "  | a | b |", r"\| x", "| `a|b` | c |", ":-: | -:", "<div>", "| x | y | z |",
]
VALUES = st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp"]) | st.sampled_from(list("\\|`<>&*_[]()!#~:;. a")), max_size=20)


def read(text: str) -> list[list[str]]:
    (table,) = tables(Document.from_text(text))
    return [[cell.text for cell in row.cells] for row in (table.header, *table.rows)]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9))
def test_tables_are_found_where_a_markdown_parser_finds_them(lines: list[str]) -> None:
    document = Document.from_text("\n".join(lines))
    found = index_table._plain(document)
    assert found is None or found == index_table._parsed(document)


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_what_is_written_reads_back_here_and_in_a_markdown_parser(values: list[str]) -> None:
    said = [" ".join("".join(c if c.isprintable() or c == " " else " " for c in value).split(" ")).strip() for value in values]
    cells = [written(value) for value in said]
    head = row_text([f"c{n}" for n in range(len(cells))])
    text = "\n".join([head, row_text(["---"] * len(cells)), row_text(["-", *cells[1:]]), row_text(cells)])
    assert read(text)[-1] == said
    shown = [token for token in GFM.parse(text) if token.type == "inline"][-len(cells) :]
    assert ["".join(child.content for child in token.children or ()) for token in shown] == said


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from(list("\\|`<>&%_[]() \udcff\t")), min_size=1, max_size=20))
def test_any_path_reads_back(path: str) -> None:
    for link in (False, True):
        raw = written_path(path, link=link)
        (row,) = tables(Document.from_text(f"| path |\n| --- |\n| {raw} |"))[0].rows
        assert [path_text(cell.raw) for cell in row.cells] == [path]


@given(st.text(st.sampled_from(list("|\\` a\t")), max_size=30))
def test_splitting_loses_nothing(line: str) -> None:
    document = Document.from_text(f"| a |\n| --- |\n|x{line}")
    for table in tables(document):
        for row in table.rows:
            between = document.text[row.start : row.end]
            for cell in row.cells:
                assert document.text[cell.start : cell.end] == cell.raw
                between = between.replace(cell.raw, "", 1)
            assert set(between) <= set("| \t")


@pytest.mark.parametrize(("raw", "text"), [
    (r"a \| b", "a | b"), ("`a_b`", "a_b"), ("``a`b``", "a`b"), ("<https://a.b/c_d>", "https://a.b/c_d"), (r"\*a\*", "*a*"),
    ("AT&amp;T &#124; &copy; &nope;", "AT&T | © &nope;"), ("R&D", "R&D"), ("[label](x)", "label"), (r"a\b", r"a\b"), ("", ""),
])
def test_what_a_cell_says(raw: str, text: str) -> None:
    assert cell_text(raw) == text


@pytest.mark.parametrize(("raw", "path"), [
    ("a.txt", "a.txt"), ("[x](a.txt)", "a.txt"), ("[x](<a b.txt>)", "a b.txt"), ("[x](a%20b.txt)", "a b.txt"), ("a%20b.txt", "a%20b.txt"),
    ("[x](%2e%2e/x)", "../x"), ("[x](%252e)", "%2e"), ('[x](a.txt "title")', "a.txt"), ("[x](%ff.txt)", "\udcff.txt"), ("`a b`", "a b"),
    (r"[a\]b](c)", "c"), ("[x](a(1).txt)", "a(1).txt"),
])
def test_paths(raw: str, path: str) -> None:
    assert path_text(raw) == path


def test_the_source_is_where_a_link_points() -> None:
    assert source_text("[the page](https://a.b/c)") == "https://a.b/c"
    assert source_text("<https://a.b/c>") == "https://a.b/c"


def test_places_are_those_of_the_file() -> None:
    text = "\ufeff| path |\r\n| --- |\r\n| a.txt | more\r\n"
    (table,) = tables(Document.from_text(text))
    assert table.columns == ("path",)
    (row,) = table.rows
    assert (row.line, text[row.start : row.end]) == (3, "| a.txt | more")
    assert [text[cell.start : cell.end] for cell in row.cells] == ["a.txt", "more"]


def test_a_table_after_other_blocks_is_found_by_the_parser() -> None:
    assert read("- a list\n\n```\n| path |\n| --- |\n```\n\n| path |\n| --- |\n| a |") == [["path"], ["a"]]


@pytest.mark.parametrize("text", [
    "|" * 100_000 + "\n" + "|-" * 50_000, "[" * 200_000, "| path |\n| - |\n" + "| a \\" * 50_000, "<!--\n" * 20_000,
    ">" * 20_000 + "| a |\n| - |", "| path |\n| - |\n| " + "[a](" * 20_000 + " |", "| path |\n| - |\n| " + "&#1" * 50_000 + "`" * 50_000 + " |",
    "| a |\n" + "|" + " :--- |" * 50_000 + "x",
])
def test_hostile_tables_take_linear_time(text: str) -> None:
    start = time.process_time()
    tables(Document.from_text(text))
    assert time.process_time() - start < 3
