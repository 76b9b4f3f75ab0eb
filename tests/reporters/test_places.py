"""What a report tells of a place: the record's line in its file, excerpts as wide as the paper, carets under what is printed."""

from __future__ import annotations

import gzip
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.cli import main
from corpuslint.document import Document, Position, Span
from corpuslint.finding import ExcerptLine, Failure, Finding, Fix, Report, Severity, excerpt, fingerprint
from corpuslint.reporters import REPORTERS
from corpuslint.reporters.text import describe, width
from corpuslint.reporters.view import View
from tests.projects import CLEAN, DAMAGED


@pytest.fixture
def shard(project: Path) -> Path:
    return project / "shard.jsonl"


def _lines(number: int) -> bytes:
    rows = ["" if n % 5 == 0 else json.dumps({"id": f"r{n}", "text": CLEAN + f"{n}" * 3}) for n in range(1, number)]
    return ("\n".join([*rows, json.dumps({"id": "bad", "text": DAMAGED})]) + "\n").encode()


@pytest.mark.parametrize("name", ["shard.jsonl", "shard.jsonl.gz"])
@pytest.mark.parametrize("times", [1, 2], ids=["first", "cached"])
def test_annotations_give_the_line_of_the_record(name: str, times: int, shard: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = _lines(12)
    shard.with_name(name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    for _ in range(times):
        capfd.readouterr()
        assert main(["check", "--select", "mojibake", "--output-format", "github", name]) == 1
    (line,) = capfd.readouterr().out.splitlines()
    assert line.startswith(f"::error file={name},line=12,title=corpuslint (mojibake)::bad:3:")


def test_a_record_that_moves_is_found_at_its_new_line(shard: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number in (3, 8):
        shard.write_bytes(_lines(number))
        capfd.readouterr()
        main(["check", "--select", "mojibake", "--output-format", "sarif", "shard.jsonl"])
        (result,) = json.loads(capfd.readouterr().out)["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": number}
        assert result["message"]["text"].startswith("bad:3:")
        assert "fixes" not in result


def test_json_lines_keep_the_place_within_the_record(shard: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shard.write_bytes(_lines(7))
    main(["check", "--select", "mojibake", "--output-format", "json-lines", "shard.jsonl"])
    record = json.loads(capfd.readouterr().out)
    assert (record["start"]["line"], record["record"]) == (3, "bad")
    assert record["start"]["offset"] == DAMAGED.index("Ã©")
    assert "number" not in record


def test_duplicates_have_the_line_of_the_record(shard: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "The ferry leaves the northern pier at eight and comes back at dusk, every day but Sunday."
    shard.write_text("".join(f'{{"id": "{name}", "text": "{text}"}}\n\n' for name in "ab"), "utf-8")
    main(["check", "--select", "near-duplicate", "--output-format", "github", "shard.jsonl"])
    assert "file=shard.jsonl,line=3,title=corpuslint (near-duplicate)::b:1:1: the same text as" in capfd.readouterr().out


def test_the_row_of_a_table_stands_in_the_message() -> None:
    found = _finding("x")._replace(path="a.parquet", record="id", number=12)
    (line,) = REPORTERS["github"](Report((found,)), View())
    assert line == "::warning file=a.parquet,line=1,title=corpuslint (rule)::row 12, id:1:1: message"


def _finding(text: str, start: int = 0, end: int | None = None, message: str = "message") -> Finding:
    end = len(text) if end is None else end
    return Finding(
        "rule", "kind", Severity.WARNING, "a.txt", None, Position(1, start + 1, start), Position(1, end + 1, end), message, text[start:end],
        excerpt=(ExcerptLine(1, text, start, end),),
    )


def _excerpt(finding: Finding, view: View) -> tuple[str, str]:
    shown = list(describe(finding, view=view))
    return shown[3], shown[4]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
@pytest.mark.parametrize("columns", [40, 80, 100, 200])
@given(
    before=st.text(st.sampled_from("ab 漢é\u0301🙂‍ｱ\x1b\t"), max_size=150), marked=st.text(st.sampled_from("x漢é🙂\x1b"), min_size=1, max_size=120),
    after=st.text(st.sampled_from("cd 漢🙂\u202e"), max_size=150),
)
def test_an_excerpt_fits_and_its_carets_count_what_is_printed(encoding: str, columns: int, before: str, marked: str, after: str) -> None:
    text = f"{before}{marked}{after}"
    shown, carets = _excerpt(_finding(text, len(before), len(before) + len(marked)), View(columns=columns, encoding=encoding))
    assert width(shown) <= columns
    assert shown.encode(encoding).decode(encoding) == shown
    assert width(carets) <= width(shown)
    indent = carets.index("^")
    at = next(n for n in range(len(shown) + 1) if width(shown[:n]) >= indent)
    assert width(shown[:at]) == indent


@pytest.mark.parametrize(("encoding", "shown", "carets"), [
    ("utf-8", "1 | 漢字 é here", "  |      ^"),
    ("ascii", "1 | \\u6f22\\u5b57 \\xe9 here", "  |              ^^^^"),
    ("latin-1", "1 | \\u6f22\\u5b57 é here", "  |              ^"),
])
def test_carets_stand_under_the_escape_that_is_printed(encoding: str, shown: str, carets: str) -> None:
    assert _excerpt(_finding("漢字 é here", 3, 4), View(encoding=encoding)) == (shown, carets)


@pytest.mark.parametrize(("environment", "longest"), [({"COLUMNS": "50"}, 50), ({}, 100), ({"COLUMNS": "150"}, 150), ({"COLUMNS": "x"}, 100)])
def test_the_command_follows_columns(
    environment: dict[str, str], longest: int, shard: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    sentence = "The people of the town came to the old square and waited for the mayor. "
    shard.with_name("a.txt").write_text(sentence * 3 + "They met near the cafÃ© of the town. " + sentence * 3, "utf-8")
    main(["check", "--select", "mojibake", "--color", "never", "a.txt"])
    assert [len(line) for line in capfd.readouterr().out.splitlines() if line.startswith("1 |")] == [longest]


HOSTILE = st.lists(st.sampled_from(["#", "##", "##[", "[", ":", "::", "::error::", "\x1b", "\u202e", "\n", "\r", "x", " ", "\udc80", "%", "é"]), max_size=6).map("".join)


@given(before=HOSTILE, marked=HOSTILE, after=HOSTILE, other=HOSTILE, colour=st.booleans(), encoding=st.sampled_from(["utf-8", "ascii"]))
def test_no_split_of_hostile_text_makes_a_command_in_any_format(
    before: str, marked: str, after: str, other: str, colour: bool, encoding: str
) -> None:
    line = f"{before}{marked}{after}"
    found = _finding(line, len(before), len(before) + len(marked), before + marked)._replace(
        path=f"a{before}", record=other, evidence={"repair": after, "list": [before, marked]}, fix=Fix(after, (), "unsafe"),
    )
    report = Report((found, found._replace(record=None)), (), (Failure(before, marked + after, other, None, 3),))
    for name, reporter in REPORTERS.items():
        for text in reporter(report, View(colour, encoding=encoding)):
            assert "##[" not in text, name
            assert not any(unicodedata.category(c) in ("Cc", "Cs", "Cf") and c not in "\n\x1b" for c in text), name
            assert name == "github" or not any(part.lstrip().startswith("::") for part in text.split("\n")), name
            assert colour or "\x1b" not in text, name


def test_a_mark_that_begins_in_a_command_breaks_it() -> None:
    assert _excerpt(_finding("x ##[error]y", 4, 5), View()) == ("1 | x ##\\x5berror]y", "  |     ^^^^")
    assert _excerpt(_finding("x ##[error]y", 3, 4), View()) == ("1 | x ##\\x5berror]y", "  |    ^")


PARAGRAPH = "{}\n{}\n{}The café of the town is old.{}\n{}\n{}"


@pytest.mark.parametrize(("changed", "same"), [
    (("Other words.", "b.", "", "", "e.", "f."), True),
    (("a.", "b.", "", "", "e.", "Other words."), True),
    (("a.", "", "", "", "", "f."), False),
    (("a.", "b.", "So. ", "", "e.", "f."), False),
], ids=["two lines above", "two lines below", "the next line", "the same line"])
def test_a_fingerprint_knows_its_line_and_the_next(changed: tuple[str, ...], same: bool) -> None:
    assert (_print(PARAGRAPH.format("a.", "b.", "", "", "e.", "f.")) == _print(PARAGRAPH.format(*changed))) is same


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_fingerprint_ends_with_its_paragraph(newline: str) -> None:
    texts = [f"{above}{newline} {newline}The café of the town.{newline}{newline}{below}" for above, below in (("a", "b"), ("c", "d"))]
    assert len({_print(text) for text in texts}) == 1
    assert _print("we met at the café of the town") == _print("we met\nat the café of\nthe town")


def _print(text: str) -> str:
    start = text.index("café")
    return fingerprint(Document.from_text(text), "r", "k", Span(start, start + 4))


def test_an_excerpt_keeps_what_a_wide_terminal_shows() -> None:
    document = Document.from_text("x" * 500)
    assert len(excerpt(document, Span(250, 252))[0].text) == 162


def test_a_mark_that_is_cropped_ends_in_one_ellipsis() -> None:
    shown, carets = _excerpt(_finding("see " + "x" * 90 + " there", 4, 94), View(columns=40))
    assert shown == "1 | …" + "x" * 34 + "…"
    assert carets == "  |  " + "^" * 35


def test_a_record_is_not_counted_as_fixable() -> None:
    found = _finding("x")._replace(fix=Fix("Replace", (), "safe"))
    counts = [list(REPORTERS["concise"](Report((f,), documents=1), View()))[-1] for f in (found, found._replace(record="r"))]
    assert counts == [
        "Found 1 finding (1 warning) in 1 document. 1 fixable with `corpuslint fix`.", "Found 1 finding (1 warning) in 1 document.",
    ]
