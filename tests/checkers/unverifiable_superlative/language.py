"""A small language for the parts of the rule, so that their tests say all that they rest on."""

from __future__ import annotations

from corpuslint.checkers.unverifiable_superlative.context import Context, _index
from corpuslint.checkers.unverifiable_superlative.grammar import Claim
from corpuslint.checkers.unverifiable_superlative.sentence import Sentence
from corpuslint.data import Entry
from corpuslint.document import Document
from corpuslint.text.hit import Hit

ENTRIES = """
the: det, stop | a: stop | my: det, stop | he: own, stop | was: be, stop | were: be, stop | that: rel, stop | not: not, stop
of: of, stop, prep | in: prep, stop | on: prep, stop | by: by, stop | and: conj, stop | or: conj, stop | among: among, stop
one: numeral | two: numeral | three: numeral | second: ordinal | very: intensifier | more: degree | both: both, stop
gifted: adj | great: adj | beautiful: adj weak, aesthetic | nice: adj weak | popular: adj weak, gradable | fine: adj, gradable
large: adj v | common: neutral | poet: noun v | view: noun s | team: noun a | skill: praise | most: most
result: measured | way: technical | rule: fact | country: place | town: place | march: month | ever: extreme | of all: extreme
on earth: extreme | world: world | kilometre: unit | since: bound | jury: award | critics: nobody | many: nobody
said: said | called: judged | holds that: held | according to: source | if: if | if only: if not a condition | perhaps: perhaps
want: aim | word: mention | what: ask | whether: ask inside | never: not | not only: not but | aesthet*: aesthetics
that is whether: ask not | use cookies: site | at all: not, extreme
"""
CHINESE = "世界上: extreme | 全国: place | 成绩: measured | 最美: gradable | 上: word"


def language(code: str = "en", entries: str = "") -> Context:
    rows = (entries or (CHINESE if code == "zh" else ENTRIES)).replace("\n", "|").split("|")
    return _index(tuple(Entry(term.strip(), tag.strip()) for term, _, tag in (row.partition(":") for row in rows) if tag), code)


def hit(text: str, word: str, tag: str) -> Hit:
    start = text.lower().index(word)
    return Hit(start, start + len(word), word, tag, "terms", "en")


def sentence(text: str, code: str = "en") -> Sentence:
    """The whole text as one sentence."""
    return Sentence(Document.from_text(text), language(code), 0, len(text))


def claim(text: str, match: str, kind: str = "superlative", *, gradable: bool = False, scoped: bool = False) -> Claim:
    """The claim of a stretch, its trigger at the beginning or behind an article."""
    start = text.index(match)
    at = start + 4 if match.startswith("the ") else start
    return Claim(start, start + len(match), kind, 2, at, gradable, scoped)
