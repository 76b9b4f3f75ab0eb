"""The table of an INDEX.md: where it is, its rows cell by cell with their places, and how a cell is written.

Blocks are those of GitHub-flavoured Markdown (https://github.github.com/gfm/#tables-extension-). Cells are
split from the raw lines, because Markdown parsers drop the cells that a row has too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpuslint.document import Document, Span
from corpuslint.lazy import regex


class Cell(NamedTuple):
    """A trimmed cell: `raw` is text[start:end], `text` what it says, without its escapes."""

    raw: str
    text: str
    start: int
    end: int


class Row(NamedTuple):
    """A line of a table; `start` and `end` are those of the line without its end."""

    line: int
    start: int
    end: int
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """`columns` are the names in the header, lower-cased."""

    header: Row
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


_PUNCTUATION = r"!-/:-@\[-`{-~"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ESCAPED = regex(rf"\\([{_PUNCTUATION}])|({_ENTITY})")
_SPLIT = regex(r"(?<!\\)\|")
_DELIMITER = regex(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
# A line that begins, or may lie within, a block that hides a table or ends one: left to the Markdown parser.
_BLOCK = regex(r" {0,3}(?:```|~~~|[<>\t]|(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]|$)|(?:[ \t]*[-*_]){3,}[ \t]*$)|[ ]*\t| {4}|[ \t]*\|[ \t|]*$")
_HEADING = regex(r" {0,3}#{1,6}(?:[ \t]|$)")
_BLANK = regex(r"[ \t]*")
_SPECIAL = regex(r"[\\`<\[&]")
_CODE = regex(r"(`+)(?!`)(.*[^`])\1")
_LINK = regex(rf"!?\[((?:[^\[\]\\]|\\.)*+)\]\(\s*(?:<((?:[^<>\\]|\\.)*+)>|((?:[^\s()<>\\]|\\[{_PUNCTUATION}]|\((?:[^\s()\\]|\\.)*+\))*+))"
                   r"""(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)""")
_AUTOLINK = regex(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_CONTROL = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ACTIVE = regex(rf"[\\|`<]|&(?={_ENTITY[1:]})")
_MARKUP = regex(r"[*~\[\]]|(?<![^\W_])_|_(?![^\W_])")


def tables(document: Document) -> tuple[Table, ...]:
    """Every table of the Markdown document outside code, comments and quotations."""
    found = _plain(document)
    return tuple(_table(document, *span) for span in (_parsed(document) if found is None else found))


def _table(document: Document, first: int, last: int) -> Table:
    """Lines `first` to `last` (from 0, half open): header, delimiter, rows."""
    header = _row(document, first)
    rows = tuple(_row(document, number) for number in range(first + 2, last))
    return Table(header, tuple(cell.text.lower() for cell in header.cells), rows)


def _plain(document: Document) -> list[Span] | None:
    """The tables of a document of headings, paragraphs and tables; None where the Markdown parser must look."""
    lines = [document.text[start:end] for start, end in document.lines]
    lines[0] = lines[0].removeprefix("\ufeff")
    found, at = list[Span](), 0
    while at < len(lines):
        if not _is_header(lines, at):
            if _BLOCK.match(lines[at]) and not _BLANK.fullmatch(lines[at]):
                return None
            at += 1
            continue
        end = next((number for number in range(at + 2, len(lines)) if _BLANK.fullmatch(lines[number])), len(lines))
        if not _may_begin(lines, at) or any(map(_ends_table, lines[at + 2 : end])):
            return None
        found.append(Span(at, end))
        at = end
    return found


def _may_begin(lines: Sequence[str], at: int) -> bool:
    """Whether a table may begin here: not in the middle of a paragraph."""
    return at == 0 or bool(_BLANK.fullmatch(lines[at - 1]) or _HEADING.match(lines[at - 1]))


def _ends_table(line: str) -> bool:
    """Whether another block may begin with the line."""
    return bool(_BLOCK.match(line)) or line.lstrip(" ").startswith("#")


def _is_header(lines: Sequence[str], at: int) -> bool:
    """Whether this line and the next are surely the head of a table; what is not sure is for the parser."""
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    return (
        "|" in line and "|" in following and _DELIMITER.fullmatch(following) is not None and not _BLOCK.match(line)
        and not _BLOCK.match(following) and not line.lstrip(" ").startswith("#")
        and len(_spans(line)) == len(_spans(following))
    )


def _parsed(document: Document) -> list[Span]:
    from markdown_it import MarkdownIt  # 60 ms, for a document with lists, code or comments

    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "reference"])
    tokens = parser.parse(document.text.removeprefix("\ufeff"))
    return [Span(*token.map) for token in tokens if token.type == "table_open" and token.level == 0 and token.map]


def _row(document: Document, number: int) -> Row:
    start, end = document.lines[number]
    if document.text.startswith("\ufeff", start):
        start += 1
    line = document.text[start:end]
    cells = tuple(Cell(line[a:b], cell_text(line[a:b]), start + a, start + b) for a, b in _spans(line))
    return Row(number + 1, start, end, cells)


def _spans(line: str) -> list[Span]:
    """The trimmed cells of a line. A pipe behind a backslash splits nothing, a pipe in code does."""
    inner = line.strip(" \t")
    at = line.index(inner)
    cuts = [match.start() for match in _SPLIT.finditer(inner)]
    if cuts and cuts[0] == 0:
        cuts = cuts[1:]
        inner, at = inner[1:], at + 1
        cuts = [cut - 1 for cut in cuts]
    if cuts and cuts[-1] == len(inner) - 1:
        inner, cuts = inner[:-1], cuts[:-1]
    edges = [-1, *cuts, len(inner)]
    return [_trimmed(inner, a + 1, b, at) for a, b in pairwise(edges)]


def _trimmed(text: str, start: int, end: int, offset: int) -> Span:
    cell = text[start:end]
    left = len(cell) - len(cell.lstrip(" \t"))
    return Span(offset + start + left, offset + start + max(left, len(cell.rstrip(" \t"))))


def cell_text(raw: str) -> str:
    """What a cell says: escapes resolved; of a cell that is all code, link or address, what it shows."""
    if not _SPECIAL.search(raw):
        return raw
    raw = raw.replace("\\|", "|")
    if code := _CODE.fullmatch(raw):
        return code[2].strip()
    if shown := _AUTOLINK.fullmatch(raw):
        return shown[1]
    link = _LINK.fullmatch(raw)
    return _unescaped(link[1] if link else raw)


def _target(raw: str) -> str | None:
    """Where a cell that is one link points to, escapes resolved; None if it is no link."""
    link = _LINK.fullmatch(raw.replace("\\|", "|"))
    return None if link is None else _unescaped(link[3] if link[2] is None else link[2])


def path_text(raw: str) -> str:
    """The path in a cell: of a link its target, percent-decoded once, else the text."""
    target = _target(raw)
    if target is None or "%" not in target:
        return cell_text(raw) if target is None else target
    from urllib.parse import unquote_to_bytes

    return unquote_to_bytes(target.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")


def source_text(raw: str) -> str:
    """The address in a cell: of a link its target, else the text."""
    return _target(raw) or cell_text(raw)


def written(value: str) -> str:
    """The cell that says this value, on one line, with nothing in it that Markdown would take for markup."""
    line = " ".join(_CONTROL.sub(" ", value).split(" ")).strip()
    line = _ACTIVE.sub(lambda match: f"&#{ord(match[0])};", line)
    return _MARKUP.sub(lambda match: f"\\{match[0]}", line)


def written_path(path: str, *, link: bool = False) -> str:
    """The cell that names this path: as it is where that can be read back, else as a link."""
    if not link and path_text(written(path)) == path and path.isprintable():
        return written(path)
    from urllib.parse import quote_from_bytes

    label = "".join(char if char.isprintable() else "\ufffd" for char in path)
    return f"[{written(label)}]({quote_from_bytes(path.encode('utf-8', 'surrogateescape'), safe='/')})"


def _unescaped(raw: str) -> str:
    if "&" not in raw and "\\" not in raw:
        return raw
    import html

    return _ESCAPED.sub(lambda match: match[1] or html.unescape(match[2]), raw)


def row_text(values: Sequence[str]) -> str:
    """A line of a table, of written cells."""
    return f"| {' | '.join(values)} |"


def new_table(columns: Sequence[str]) -> Iterator[str]:
    """The head of a table."""
    yield row_text(columns)
    yield row_text(["---"] * len(columns))
