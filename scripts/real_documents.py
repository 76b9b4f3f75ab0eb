"""Texts of real pages and PDFs out of public repositories, as their users extract them: what the rules' precision was measured on.

usage: real_documents.py CLONES [--name NAME]... > documents.jsonl

CLONES is a folder of clones, `OWNER+NAME` each, of the repositories below (`git clone --bare`). Pages go through one extractor after
the other, so that a text may be clean or have all of its page's menus; of a PDF the first pages are read. The texts belong to
their publishers and are no part of this project. Wants trafilatura, html2text, inscriptis, beautifulsoup4, lxml_html_clean, pymupdf,
pdfminer.six and pypdfium2, which are no dependencies of it.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

SEED = 14
MOST = 12_000
"""Code points of a text; a longer one is cut at a line's end."""
LEAST = 300
PAGES = 12
"""Pages of a PDF that are read."""


class Source(NamedTuple):
    """A repository, which of its files are documents, how many are taken, and their genre."""

    prefix: str
    repository: str
    files: str
    count: int
    genre: str


SOURCES = (
    Source("aeb", "scrapinghub/article-extraction-benchmark", r"html(\.gz)?$", 180, "web"),
    Source("fun", "flairNLP/fundus", r"html?(\.gz)?$", 230, "web"),
    Source("pos", "postlight/parser", r"html?$", 150, "web"),
    Source("pdf", "pdfcpu/pdfcpu", r"\.pdf$", 60, "print"),
    Source("Art", "ArtifexSoftware/pdf2docx", r"\.pdf$", 60, "print"),
    Source("ad-", "ad-freiburg/pdftotext-plus-plus", r"\.pdf$", 60, "print"),
    Source("pyp", "py-pdf/pypdf", r"\.pdf$", 80, "print"),
    Source("vic", "Victor-EU/pdf-extraction-benchmark", r"^(?!.*README).*\.md$", 80, "print"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clones", type=Path)
    parser.add_argument("--name", action="append", help="only the source of this prefix")
    asked = parser.parse_args()
    for source in SOURCES:
        if not asked.name or source.prefix in asked.name:
            for row in _documents(source, asked.clones / source.repository.replace("/", "+")):
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


def _documents(source: Source, clone: Path) -> Iterator[dict[str, Any]]:
    names = [name for name in _git(clone, "ls-tree", "-r", "--name-only", "-z", "HEAD").decode().split("\0") if re.search(source.files, name)]
    random.Random(SEED).shuffle(names)
    extractors = _extractors_of_pages() if source.genre == "web" else _extractors_of_pdfs()
    given = 0
    for number, name in enumerate(names):
        if given == source.count:
            return
        text = _text(_git(clone, "show", f"HEAD:{name}"), name, extractors[number % len(extractors)])
        if len(text) >= LEAST:
            given += 1
            digest = hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:8]
            yield {"id": f"{source.prefix}-{digest}", "text": text, "meta": {"genre": source.genre, "x-source": name}}


def _text(data: bytes, name: str, extract: Callable[[bytes], str | None]) -> str:
    try:
        text = data.decode("utf-8", "replace") if name.endswith(".md") else extract(gzip.decompress(data) if name.endswith(".gz") else data) or ""
    except Exception as error:
        sys.stderr.write(f"{name}: {type(error).__name__}\n")
        return ""
    return text if len(text) <= MOST else text[:MOST].rsplit("\n", 1)[0]


def _git(clone: Path, *words: str) -> bytes:
    return subprocess.run(["git", "--git-dir", str(clone), *words], capture_output=True, check=True).stdout


def _html(data: bytes) -> str:
    stated = re.search(rb'charset=["\']?([\w-]+)', data[:4000])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(stated[1].decode() if stated else "cp1252", "replace")


def _extractors_of_pages() -> list[Callable[[bytes], str | None]]:
    import html2text  # type: ignore[import-not-found]  # no dependency
    import inscriptis  # type: ignore[import-not-found]  # the same
    import trafilatura  # type: ignore[import-not-found]  # the same
    from bs4 import BeautifulSoup  # type: ignore[import-not-found]  # the same

    def plain(data: bytes) -> str:
        page = BeautifulSoup(_html(data), "lxml")
        for element in page(["script", "style"]):
            element.decompose()
        return re.sub(r"\n\s*\n+", "\n\n", page.get_text("\n"))

    def markdown(data: bytes) -> str:
        made = html2text.HTML2Text()
        made.ignore_links = made.ignore_images = True
        made.body_width = 0
        return str(made.handle(_html(data)))

    return [
        lambda data: trafilatura.extract(_html(data)),
        lambda data: trafilatura.extract(_html(data), favor_recall=True, include_comments=True),
        markdown,
        lambda data: str(inscriptis.get_text(_html(data))),
        plain,
        lambda data: trafilatura.extract(_html(data), output_format="markdown"),
    ]


def _extractors_of_pdfs() -> list[Callable[[bytes], str | None]]:
    import pymupdf  # type: ignore[import-not-found]  # no dependency
    import pypdfium2  # type: ignore[import-not-found]  # the same
    from pdfminer.high_level import extract_text  # type: ignore[import-not-found]  # the same

    def mupdf(data: bytes) -> str:
        with pymupdf.open(stream=data, filetype="pdf") as file:
            return "\f".join(page.get_text() for page in list(file)[:PAGES])

    def pdfium(data: bytes) -> str:
        file = pypdfium2.PdfDocument(data)
        return "\f".join(file[at].get_textpage().get_text_range() for at in range(min(PAGES, len(file)))).replace("\r\n", "\n")

    return [mupdf, pdfium, lambda data: str(extract_text(io.BytesIO(data), maxpages=PAGES))]


if __name__ == "__main__":
    sys.exit(main())
