"""What a document says about itself, and nothing that it does not say."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuslint.document import Document, Span
from corpuslint.index.describe import describe, title

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "The river rose in the night, and by the morning the lower town was cut off from the road to the coast.\n"
TITLE = "River floods the lower town"


def title_of(text: str) -> str | None:
    return title(Document.from_text(text))


@pytest.mark.parametrize(("name", "said", "published"), [
    ("000_6e4061a5e877d894.txt", None, "2023-03-21"),
    ("001_9621777bc7874d24.txt", "Kazakhstan And A New Chapter of Regional Constructive Interaction", "2020-07-08"),
    ("002_afbc2299d26b0a0b.txt", "New Elections in Kazakhstan: Exploring Opportunities under Grand Reforms", "2022-11-08"),
    ("003_607a8a1d5e64cf26.txt", None, None),
    ("004_ef0b6b95760c1e61.txt", "Diplomatic Outlook of Kazakhstan & Political Modernization in 2023", None),
])
def test_the_seeds(name: str, said: str | None, published: str | None) -> None:
    data = (SEEDS / name).read_bytes()
    found = describe(Document.from_bytes(data, path=name))
    assert (found.title, found.published, found.language) == (said, published, "en")
    assert (found.encoding, found.newline, found.sha256) == ("utf-8", "lf", hashlib.sha256(data).hexdigest())


def test_all_facts() -> None:
    text = f"{TITLE}\r\n\r\n8 November 2022\r\n\r\n{BODY.strip()}"
    found = describe(Document.from_bytes(b"\xef\xbb\xbf" + text.encode(), path="a.txt"))
    assert found[:4] == (TITLE, "2022-11-08", Span(len(TITLE) + 5, len(TITLE) + 20), "en")
    assert (found.words, found.encoding, found.newline) == (5 + 3 + 22, "utf-8-sig", "crlf")


@pytest.mark.parametrize("above", [
    "", "\n\n", "8 November 2022\n\n", "The Daily News, 8 November 2022\n", "Home | News | Weather\n", "By Anna Petrova\n", "NEWS\n",
    "www.example.org\n", "• Home\n• News\n", "Breaking News\n", "Photo: AP\n", "© The Daily News\n", "updated 10:42\n", "日报\n",
])
def test_what_stands_above_a_title_is_passed_over(above: str) -> None:
    assert title_of(f"{above}{TITLE}\n\n{BODY}") == TITLE


@pytest.mark.parametrize("text", [
    "", BODY, f"{BODY}\n{TITLE}\n", "one line only", f"cheap loans cheap loans\n\n{BODY}", f"8 November 2022\n{BODY}", TITLE,
    f"Новости недели сегодня\n{BODY}", "\ufeff\n \n", "a\n" * 50,
])
def test_no_title_is_made_up(text: str) -> None:
    assert title_of(text) is None


@pytest.mark.parametrize(("text", "said"), [
    (f"---\ntitle: '{TITLE}'\ndate: 2022-11-08\n---\n\n{BODY}", TITLE), (f"# {TITLE} #\n\n{BODY}", TITLE),
    (f"Title: {TITLE}\n\n{BODY}", TITLE), (f"The flood:\n\nWhat we know so far\n\n{BODY}", "The flood: What we know so far"),
    ("议会通过选举法修正案\n\n哈萨克斯坦议会下院周四通过了选举法修正案，根据新规定，部分议员将由单一选区选举产生。", "议会通过选举法修正案"),
    ("Nowa linia\n\nRada miasta przyjęła plan rozbudowy sieci tramwajowej w tym roku.", "Nowa linia"),
    (f"  {TITLE.replace(' ', '  ')} \n\n{BODY}", TITLE), (f"Who pays for the flood?\n{BODY}", "Who pays for the flood?"),
])
def test_titles(text: str, said: str) -> None:
    assert title_of(text) == said


def test_a_language_that_is_known_comes_first() -> None:
    assert describe(Document.from_text(BODY, metadata={"language": "kk"})).language == "kk"


@given(st.text(st.characters() | st.sampled_from("\n\n:#•\udcff"), max_size=200))
def test_any_text_is_described(text: str) -> None:
    said = title_of(text)
    assert said is None or (said and "\n" not in said and len(said) <= 330)
