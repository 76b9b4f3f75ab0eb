"""Escapes and transport encodings that nobody undid: entities, `\\u2019`, `%C3%A9`, `=C3=A9`, `+AOk-`, byte order marks."""

from __future__ import annotations

import base64
import binascii
import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import islice

from corpuslint.checkers.mojibake.damage import Damage
from corpuslint.checkers.mojibake.scripts import script_clashes
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.lazy import regex

_ENTITY = regex(
    r"&(?:amp;)*(?:#[0-9]{2,7};|#[xX][0-9a-fA-F]{2,6};|[A-Za-z][A-Za-z0-9]{1,31};)"
    r"|&(?:nbsp|quot|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|#[0-9]{3,5})(?![\w;=])"
    r"|(?<![\w&])(?:and)?#(?:8[2-4][0-9]{2}|160|39|34);"
)
_NAMED = regex("&#?[A-Za-z0-9]{2}")
_NUMBER = regex("#(?:8[2-4][0-9]{2}|160|39|34);")
_STRUCTURAL = frozenset("<>&\"'")
_TAG = regex(r"</[a-zA-Z][a-zA-Z0-9]*>")
_IN_CAPITALS = regex("&[A-Z]{4,8};")
MAX_ESCAPED = 4
"""Times that an entity was escaped once more (`&amp;amp;`)."""
_UNICODE_ESCAPE = regex(r"(?:\\u[0-9a-fA-F]{4}|\\U000[0-9a-fA-F]{5}|\\u\{[0-9a-fA-F]{2,6}\}|%u[0-9a-fA-F]{4})+")
_BYTE_ESCAPE = regex(r"(?:\\x[0-9a-fA-F]{2})+|(?:\\[23][0-7]{2}){2,}")
_ONE_ESCAPE = regex(r"(?:\\[uU]|%u)\{?([0-9a-fA-F]{8}|[0-9a-fA-F]{2,6})\}?")
_CODE = regex(
    r"\w\s*\([^()\n]{0,80}[\"']|[=(,\[:]\s*[bruf]{0,2}[\"'][^\"'\n]{0,80}\\|;\s*$|^\s*[{\[]|\[\\u|-\\u|^\s*(?:\$|>>>|curl|def|import)\s|\"\s*:\s*\"",
    re.MULTILINE,
)
# Written so that each begins with its sign: a pattern that begins with a group is found ten times slower.
_PERCENT = regex(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})+")
_QUOTED_PRINTABLE = regex(r"=[0-9A-F]{2}(?:=[0-9A-F]{2})*")
_SOFT_BREAK = regex(r"(?<![=\n])=(?=\r?\n)|=20(?=\r?\n|$)|=3D", re.MULTILINE)
_UTF7 = regex(r"(?<![0-9+])\+([A-Za-z0-9/][A-Za-z0-9+/]{2,1000})-")
_BASE64_BITS, _UTF16_BITS = 6, 16
"""Of a digit of base64, and of a unit of UTF-16, after which an encoder writes no further digit."""
_BOMS = ("\ufeff", "ï»¿", "п»ї", "∩╗┐", "´╗┐", "Ôªø", "ď»ż", "ο»Ώ", "ן»¿", "я╗┐", "О╩©")
"""U+FEFF, and its UTF-8 bytes EF BB BF as the usual code pages show them."""
_BOM = regex("|".join(_BOMS))
_BOM_LOSSY = regex("^[锘癤嚜][\ufffd?]", re.MULTILINE)
_BOM_SWALLOWED = regex("^锘[縀-缿]", re.MULTILINE)
_UTF16_MARK = regex("\\A(?:ÿþ|þÿ)")


def residue(text: str) -> Iterator[Damage]:
    """All escapes of the text; each kind is behind a gate that costs next to nothing."""
    if _NAMED.search(text) or _NUMBER.search(text):
        yield from _entities(text)
    if "\\" in text or "%u" in text:
        yield from _escapes(text)
    if "%" in text:
        yield from _percent(text)
    if "=" in text:
        yield from _quoted_printable(text)
    if "+" in text and "-" in text:
        yield from _utf7(text)


def marks(text: str, chars: frozenset[str]) -> Iterator[Damage]:
    """Byte order marks in the text, and what misreading makes of them; one at the very start is none."""
    for match in _BOM.finditer(text) if any(map(chars.issuperset, _BOMS)) else ():
        if match[0] != "\ufeff" or match.start() > 0:
            # Where files were joined it stands before a line; elsewhere a text may show it.
            yield Damage("bom", *match.span(), "", safety="safe" if text[match.start() - 1 : match.start()] in ("", "\n", "\r") else "unsafe")
    if not chars.isdisjoint("锘癤嚜"):
        yield from _east_asian_marks(text)
    for match in _UTF16_MARK.finditer(text):
        yield Damage("bom", *match.span(), "", safety="unsafe")


def _east_asian_marks(text: str) -> Iterator[Damage]:
    for match in _BOM_LOSSY.finditer(text):
        yield Damage("bom", *match.span(), "", safety="unsafe")
    for match in _BOM_SWALLOWED.finditer(text):
        yield Damage("bom", *match.span(), match[0][1].encode("gb18030")[1:].decode("latin-1"), safety="unsafe")


def _entities(text: str) -> Iterator[Damage]:
    if "&" in text and any(True for _ in islice(_TAG.finditer(text), WEIGHTS.enough_tags - 1, None)):
        return  # a page's source: entities are right in it
    for match in _ENTITY.finditer(text):
        repair = _unescaped(match[0])
        if repair is not None:
            yield Damage("entity", *match.span(), repair, safety="unsafe" if repair in _STRUCTURAL else "safe")


def _unescaped(entity: str) -> str | None:
    import html  # 2,200 names, for few texts

    entity = entity.removeprefix("and")
    value = entity if entity.startswith("&") else f"&{entity}"
    value = value if value.endswith(";") else f"{value};"
    for _ in range(MAX_ESCAPED):
        further = html.unescape(value)
        if further == value:
            break
        value = further
    if _IN_CAPITALS.fullmatch(value):
        value = _capital(value)
    return value if len(value) <= 2 and not value.startswith("&#") else None


def _capital(entity: str) -> str:
    """The letter of an entity that was put in capitals (`&EACUTE;`), as ftfy has them; what it has no letter for stays."""
    from ftfy.chardata import HTML_ENTITIES  # slow to import, for few texts

    letter = HTML_ENTITIES.get(entity, "")
    return letter if letter.isalpha() else entity


def _escapes(text: str) -> Iterator[Damage]:
    for match in _UNICODE_ESCAPE.finditer(text):
        repair = _decoded(match[0])
        if repair and not _in_code(text, match):
            yield Damage("escape", *match.span(), repair, safety="unsafe")
    for match in _BYTE_ESCAPE.finditer(text):
        repair = _bytes_decoded(match[0])
        if repair and not _in_code(text, match):
            yield Damage("escape", *match.span(), repair, safety="unsafe")


def _decoded(escapes: str) -> str | None:
    points = [int(digits, 16) for digits in _ONE_ESCAPE.findall(escapes)]
    if any(point > sys.maxunicode for point in points):
        return None
    value = "".join(map(chr, points)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value if "\ufffd" not in value else None


def _bytes_decoded(escapes: str) -> str | None:
    digits = re.findall(r"\\x([0-9a-fA-F]{2})", escapes)
    data = bytes(int(d, 16) for d in digits) if digits else bytes(int(d, 8) for d in re.findall(r"\\([0-7]{3})", escapes))
    try:
        value = data.decode("utf-8")
    except UnicodeDecodeError:
        value = data.decode("cp1252", "replace") if len(data) == 1 and data >= b"\x91" else ""
    return value if value and not value.isascii() and "\ufffd" not in value else None


def _in_code(text: str, match: re.Match[str]) -> bool:
    """Whether the escape stands in what looks like source code: there its author meant it."""
    start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - WEIGHTS.code_before)
    end = text.find("\n", match.end())
    end = min(len(text) if end < 0 else end, match.end() + WEIGHTS.code_after)
    return bool(_CODE.search(text[start:end]))


def _percent(text: str) -> Iterator[Damage]:
    for match in _PERCENT.finditer(text):
        try:
            repair = bytes.fromhex(match[0].replace("%", "")).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not repair.isascii() and not _in_address(text, match):
            yield Damage("escape", *match.span(), repair, safety="unsafe")


def _in_address(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - WEIGHTS.address_before) : match.start()].replace("\n", " ").rpartition(" ")[2]
    return any(c in before for c in "/=?:")


def _quoted_printable(text: str) -> Iterator[Damage]:
    sure, unsure = [], []
    for match in _QUOTED_PRINTABLE.finditer(text):
        data = bytes.fromhex(match[0].replace("=", ""))
        if data.isascii() or _in_query(text, match):
            continue
        try:
            sure.append(Damage("quoted-printable", *match.span(), data.decode("utf-8"), safety="unsafe"))
        except UnicodeDecodeError:
            repair = data.decode("cp1252", "replace")
            if len(data) <= 2 and _fits_in(repair, text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]):
                unsure.append(Damage("quoted-printable", *match.span(), repair, safety="unsafe"))
    if sure or len(unsure) > 1:
        yield from sure
        yield from unsure
        for match in _SOFT_BREAK.finditer(text):
            repair = "=" if match[0] == "=3D" else " " if match[0] == "=20" else ""
            yield Damage("quoted-printable", *match.span(), repair, safety="unsafe")


def _in_query(text: str, match: re.Match[str]) -> bool:
    """Whether it is a value of an address: `?id=AA` and what follows with `&`."""
    before = text[max(0, match.start() - WEIGHTS.address_before) : match.start()].replace("\n", " ").rpartition(" ")[2]
    return "&" in before or "?" in before


def _fits_in(repair: str, before: str, after: str) -> bool:
    """Whether a letter becomes part of a word with small letters in it, or a quotation mark or dash stands beside a word.

    `delete=FAST`, `C=DE` and `port=80,` are assignments.
    """
    if repair.isalpha():
        around = f"{before}{after}"
        return any(map(str.islower, around)) and not (before.islower() and after.isupper())
    return unicodedata.category(repair[0])[0] in "PZ" and (before.isalpha() or after.isalpha()) and not after.isdigit()


def _utf7(text: str) -> Iterator[Damage]:
    for match in _UTF7.finditer(text):
        repair = _utf7_decoded(match[1])
        if repair:
            yield Damage("utf7", *match.span(), repair, safety="unsafe")


def _utf7_decoded(digits: str) -> str | None:
    """The characters of a shifted run; None where the run is not one that an encoder writes, or says something odd."""
    if len(digits) * _BASE64_BITS % _UTF16_BITS >= _BASE64_BITS:
        return None
    try:
        data = base64.b64decode(f"{digits}==")
        value = data[: len(data) // 2 * 2].decode("utf-16-be")
    except (binascii.Error, UnicodeDecodeError):
        return None
    written = base64.b64encode(value.encode("utf-16-be")).decode("ascii").rstrip("=")
    sound = written == digits and all(c.isprintable() and c > "\x7f" for c in value) and not script_clashes(value)
    # Three letters between + and - give some ideograph or other; a letter or a quote they give by design only.
    return value if sound and (len(value) > 1 or value < "\u2e80") else None
