"""The rule `placeholder`: what stands where a text, a value or a name should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpuslint.checkers.placeholder.weights import WEIGHTS
from corpuslint.document import Document, Span
from corpuslint.finding import Finding
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.hit import Hit
from corpuslint.text.punctuation import OPENING, STRAIGHT

_PATTERNS = {
    "address": regex(r"\[email(?:[ \u00a0]|&#160;)protected\]"),
    "anonymised": regex(
        r"\*(?:NUMBER|EMAIL|PHONE|NAME|URL|DATE)\*|<(?:UNK|unk|NUM|EMAIL|PHONE|NAME|PERSON|PII)>"
        r"|\[(?:REDACTED|NAME|EMAIL|PHONE|ADDRESS|PERSON)\]|\|\|\|(?:EMAIL|IP|PHONE)_\w{3,10}(?:\|\|\|)?"
    ),
    "unfinished": regex(
        r"\[(?:TODO|TBD|TBC|TK|XXX|[Ii]nsert [^\[\]\n]{2,40}|INSERT [^\[\]\n]{2,40}|[Yy]our [\w ]{2,30}(?: here)?)\]"
        r"|(?<![^\n])[ \t]*(?:TODO:(?=[ \t]+\S)|(?:TBD|FIXME)(?::|(?=[ \t]*(?![^\n]))))"
    ),
    "value": regex(r"(?:(?<=: )|(?<=\bby )|(?<=\bon )|(?<=\bvon )|(?<=\bpar ))(?:undefined|NaN|null)(?=[ \t]*(?:$|[|·,\n]))"),
}
"""What is told by its letters, by kind."""
_SUBJECT: Mapping[str, str] = {"assistant": "chatgpt openai chatbot llm gemini copilot claude", "filler": "placeholder typesetting cicero blindtext"}
"""Words of texts that talk of such phrases."""
_BOUNDARY = regex(r"(?:^|[\n.!?。！？:*>•-]\s*)\Z")
_QUOTES = f"{STRAIGHT}{OPENING}"


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """One finding a kind, with all its places."""
    places: dict[str, list[Span]] = {}
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(document.text):
            _add(places, document, kind, Span(*match.span()))
    for hit in _own(document, document.hits(rule.id)):
        _add(places, document, hit.tag, Span(hit.start, hit.end))
    for kind, found in places.items():
        yield rule.found_many(document, kind, _apart(found))


def _add(places: dict[str, list[Span]], document: Document, kind: str, place: Span) -> None:
    start = place.start + len(document.text[place.start : place.end]) - len(document.text[place.start : place.end].lstrip())
    if not document.is_masked(start, place.end):
        places.setdefault(kind, []).append(Span(start, place.end))


def _apart(found: Sequence[Span]) -> list[Span]:
    """The places, those that touch or overlap as one."""
    apart: list[Span] = []
    for place in sorted(found):
        if apart and place.start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, place.end))
        else:
            apart.append(place)
    return apart


def _own(document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The phrases that the text says itself: not quoted, not its subject; what an assistant says begins a sentence."""
    for hit in hits:
        if document.text[hit.start - 1 : hit.start] in tuple(_QUOTES):
            continue
        if any(word in document.lower for word in _SUBJECT.get(hit.tag, "").split()):
            continue
        if hit.tag != "assistant" or _BOUNDARY.search(document.text, max(0, hit.start - WEIGHTS.reach), hit.start):
            yield hit
