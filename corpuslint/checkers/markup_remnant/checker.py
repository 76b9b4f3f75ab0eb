"""The rule `markup-remnant`: tags, templates, style sheets and scripts that came along with a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from corpuslint.checkers.markup_remnant.weights import WEIGHTS
from corpuslint.document import Document, Span
from corpuslint.finding import Edit, Finding, Fix
from corpuslint.lazy import regex
from corpuslint.rule import Rule
from corpuslint.text.spans import overlaps

_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr"
    "|html|i|iframe|img|input|ins|label|li|link|main|meta|nav|noscript|object|ol|option|p|param|picture|pre|script|section|select|small|source"
    "|span|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|u|ul|video"
)
_TAG = rf"(?:</(?:{_NAMES})\s?>|<(?:{_NAMES})(?:\s[^<>=]{{1,100}}=[^<>]{{0,600}})?\s?/?>|<!--[^<>]{{0,200}}-->)"
_PROPERTY = (
    r"(?:color|margin|padding|font|width|height|display|background|border|position|top|left|right|float|text|line-height|opacity|z-index"
    r"|overflow|max-width|min-width|list-style)(?:-[a-z]+){0,3}[ ]?:[ ]?[^;{}\n]{1,80}"
)
_PAIR = r"(?:class|href|rel|target|src|id|value|alt|title|type)\n\S[^\n]{0,300}"
"""The name of an attribute on a line, its value on the next."""
_PATTERNS = {
    "tag": regex(rf"{_TAG}(?:\s{{0,4}}{_TAG}){{0,200}}", 2),
    "template": regex(
        r"(?<![\w\\}^_])\{\{[#/^&!>]?[ ]?[A-Za-z_$.][\w.$|()'\" :,?=!<>*/+&-]{0,198}\}\}|\{%-?[ ]?(?:if|for|else|elif|endif|endfor|block|endblock|include|set|macro|extends)\b[^%\n]{0,80}%\}"
        r"|<%[=-]?[^%\n]{1,80}%>|\$\{[A-Za-z_][\w.]{1,40}\}"
    ),
    "shortcode": regex(
        r"\[/?(?:caption|gallery|embed|playlist|contact-form-7|dropcap|adrotate|[a-z]{2,12}(?:_[a-z0-9]{2,20}){1,4})(?:[ ]+[\w-]+[ ]?=[^\[\]\n]{0,300})?[ ]?/?\]"
    ),
    "attribute": regex(
        r"(?<![<:\w-])(?:class|href|style|target|rel|onclick|data-[a-z-]{2,30}|aria-[a-z]{2,20})=[\"'][^\"'<>\n]{0,300}[\"']"
        rf"|(?<![^\n]){_PAIR}(?:\n{_PAIR}){{2,20}}(?![^\n])"
    ),
    "style": regex(rf"(?:^|(?<=[\s}}]))[.#@][\w-]{{1,40}}[\w.#:>,* -]{{0,60}}\{{\s{{0,4}}{_PROPERTY}(?:;\s{{0,4}}{_PROPERTY}){{0,40}};?\s{{0,4}}\}}?"),
    "script": regex(
        r"(?:window|document|googletag|dataLayer|jQuery)(?:\.\w{1,40}){1,4}[ ]?(?:=[ ]?[\w(\[{|]|\()[^\n]{0,400}|\b(?:gtag|jQuery)\([^\n]{0,400}|\bfunction[ ]?\w{0,30}\(\w{0,20}\)[ ]?\{[^\n]{0,400}"
        r"|\{\"[\w@$-]{1,40}\"[ ]?:[ ]?[\"\[{\dtfn](?:[^\n]{0,200}\"[ ]?:){2}[^\n]{0,2000}"
    ),
    "image": regex(r"(?<![^\n])[ \t]*(?:https?:)?//[^\s<>\"]{4,400}\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?\S{0,300})?[ \t]*(?![^\n])|data:image/[a-z+]{3,8};base64,[A-Za-z0-9+/=]{20,4000}", re.IGNORECASE),
}
"""What is told by its letters, by kind; where two overlap the first counts."""
_SIGNS = {"tag": "<", "template": "{%$<", "shortcode": "[", "attribute": "=\n", "style": "{", "script": "({=", "image": "/"}
_SPEAKS_OF_IT = regex(r"\b(?:html|xml|css|javascript|json|php|markup|attributes?|shortcodes?|snippets?|syntax|source code|selectors?)\b")
_SPEAKS_OF_CODE = regex(
    r"\b(?:html|css|javascript|json|php|api|compiler|compiles?|syntax|runtime|boolean|arrays?|variables?|methods?|parameters?|strings?|components?|iterators?|plugins?|functions?)\b"
)
_IS_MARKDOWN = regex(r"^#{1,6} \S|\]\(\S|\*\*\S", re.MULTILINE)
_FORMATTING = regex(r"(?:</?(?:sub|sup|u|br|kbd|b|i|em|strong|small)[ ]?/?>\s{0,4})+", re.IGNORECASE)
_TYPE = regex(r"<[A-Z]>")
_CLOSED = regex(r"</([A-Z])>")
"""An element of one letter and its end; without it, a type that a program's text names (`List<A>`)."""
MARKUP = (".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".rst", ".tex", ".svg", ".css", ".js", ".json", ".yml", ".yaml", ".toml", ".py")
"""Endings of files in which markup is right."""


def check(document: Document, rule: Rule) -> Iterator[Finding]:
    """One finding a kind, with all its places."""
    if (document.path.lower().endswith(MARKUP) and document.record is None) or _is_source(document):
        return
    taken: list[Span] = []
    for kind, places in _places(document):
        left = _wrong(document.text, places) if kind == "tag" else places
        own = [place for place in left if not overlaps(taken, *place)]
        taken = sorted([*taken, *own])
        if own and (kind == "image" or not _is_about_code(document)):
            yield rule.found_many(document, kind, own, _removal(own) if kind == "tag" else None)


def _is_source(document: Document) -> bool:
    """Whether the document is a page's source with its head (front matter), in which markup is right."""
    return document.text.startswith(("---", "+++")) and bool(document.masks) and document.masks[0].start == 0


def _places(document: Document) -> Iterator[tuple[str, list[Span]]]:
    for kind, pattern in _PATTERNS.items():
        if any(sign in document.text for sign in _SIGNS[kind]):
            found = (Span(*match.span()) for match in pattern.finditer(document.text))
            yield kind, [place for place in (_trimmed(document.text, each) for each in found) if _is_remnant(document, kind, place)]


def _trimmed(text: str, place: Span) -> Span:
    match = text[place.start : place.end]
    return Span(place.start + len(match) - len(match.lstrip()), place.start + len(match.rstrip()))


def _removal(places: Sequence[Span]) -> Fix:
    return Fix(f"Remove {len(places)} tags" if len(places) > 1 else "Remove the tag", tuple(Edit(*place, "") for place in places), "unsafe")


def _is_remnant(document: Document, kind: str, place: Span) -> bool:
    """Whether it is no code that the text shows, and the text does not talk of it."""
    if kind == "image":
        return not _is_announced(document.text, place)
    if document.is_masked(place.start, place.start + 1):
        return False
    return not _SPEAKS_OF_IT.search(document.lower, max(0, place.start - WEIGHTS.reach), place.start) and not _SPEAKS_OF_IT.search(
        document.lower, place.end, place.end + WEIGHTS.reach
    )


def _is_about_code(document: Document) -> bool:
    return len({match[0] for match in _SPEAKS_OF_CODE.finditer(document.lower)}) >= WEIGHTS.subject


def _is_announced(text: str, place: Span) -> bool:
    """Whether the line above says what the address is (`Photo:`)."""
    return text[max(0, place.start - WEIGHTS.reach) : place.start].rstrip().endswith((":", "："))


def _wrong(text: str, places: Sequence[Span]) -> list[Span]:
    """The tags but for those that Markdown has of its own right, and those that are types."""
    if not places:
        return []
    markdown = bool(_IS_MARKDOWN.search(text))
    closed = {match[1] for match in _CLOSED.finditer(text)}
    return [place for place in places if not _is_right(text[place.start : place.end], markdown, closed)]


def _is_right(match: str, markdown: bool, closed: Set[str]) -> bool:
    if _TYPE.fullmatch(match):
        return match[1] not in closed
    return markdown and bool(_FORMATTING.fullmatch(match))
