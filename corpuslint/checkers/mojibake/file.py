"""Bytes that are no UTF-8: a few of them, each at its place, or a whole file that is written in another encoding.

charset-normalizer proposes encodings, the letters of the languages that were written in them decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuslint.checkers.mojibake.codecs import MULTI, SINGLE, decoded, decoder, shown
from corpuslint.checkers.mojibake.damage import Damage
from corpuslint.checkers.mojibake.families import CODE_PAGES, true_codecs, writing
from corpuslint.checkers.mojibake.letters import cost, languages
from corpuslint.checkers.mojibake.stretches import cost_of
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.document import Document
from corpuslint.lazy import regex

_BAD = regex("[\udc80-\udcff]+")
_NO_BYTE = regex(r"[\ud800-\udc7f\udd00-\udfff]")
"""Lone surrogates that stand for no byte: a record's JSON can spell them out."""
MAX_SAMPLE = 8192
"""Bytes that the encoding is told by; more of them tell no better, and this is slow."""
MAX_CHUNK = 1024
"""Bytes that charset-normalizer looks at at once."""
MAX_WORDS = 60
"""Words beyond ASCII whose cost tells encodings apart."""
MAX_WINDOWS, WINDOW = 12, 30
"""Undecodable stretches by which a code page is told, and the code points to either side of each."""
MAX_CONVERTED = 1_000_000
"""Code points up to which the converted text is offered as a fix: a finding carries it."""
_ESCAPED = 0xDC00
"""Where `surrogateescape` puts a byte."""
_NAMES = {"cp1252": "windows-1252", "latin-1": "ISO-8859-1", "mac-roman": "MACINTOSH", "gb18030": "GB18030", "cp932": "SHIFT_JIS", "cp949": "EUC-KR",
          "big5hkscs": "BIG5", "euc_jp": "EUC-JP", "cp437": "CP437", "cp850": "CP850", "mac-latin2": "MAC-CENTRALEUROPE", "mac-cyrillic": "MAC-CYRILLIC",
          "mac-greek": "MACGREEK", "mac-turkish": "MACTURKISH"}


def foreign(text: str) -> Damage:
    """The find for a file in another encoding, with the text that it holds where no byte of it is lost."""
    codec = _encoding(text)
    converted = _converted(text, codec) if codec and len(text) <= MAX_CONVERTED else None
    return Damage("undecodable", 0, 0, converted, "UTF-8", name(codec, text) if codec else "")


def undecodable(document: Document) -> Iterator[Damage]:
    """Each stretch of bytes, with the letters that they are in the likeliest code page."""
    text = document.text
    matches = list(_BAD.finditer(text))
    codec = _likely(text, matches, document.language) if matches else ""
    for match in matches:
        yield Damage("undecodable", *match.span(), match[0].translate(_as(codec)), "UTF-8", shown(codec))


def name(codec: str, text: str) -> str:
    """The name that iconv and browsers know it by; where no byte tells the two apart, ISO-8859-1 is windows-1252."""
    if codec in ("cp1252", "latin-1"):
        return "windows-1252" if any("\udc80" <= c <= "\udc9f" for c in text) else "ISO-8859-1 (windows-1252)"
    return _NAMES.get(codec) or shown(codec).replace("cp125", "windows-125").replace("cp", "CP")


def _as(codec: str) -> dict[int, str]:
    return {_ESCAPED + byte: char for byte, char in decoder(codec).items()}


def _likely(text: str, matches: list[re.Match[str]], language: str) -> str:
    """The code page that makes the cheapest words around the first undecodable bytes."""
    if language not in languages():
        return codec if (codec := _encoding(text)) in SINGLE else "cp1252"
    windows = [text[max(0, m.start() - WINDOW) : m.end() + WINDOW] for m in matches[:MAX_WINDOWS]]
    singles = [codec for codec in dict.fromkeys(("cp1252", *true_codecs(language))) if codec not in MULTI]
    return min(singles, key=lambda codec: sum(cost_of(window.translate(_as(codec)), language) for window in windows))


def _encoding(text: str) -> str:
    """The encoding whose text is likeliest; '' where none reads it without loss."""
    first = _BAD.search(text)
    start = text.rfind("\n", 0, first.start() if first else 0) + 1
    data = _NO_BYTE.sub("?", text[start : start + MAX_SAMPLE]).encode("utf-8", "surrogateescape")
    priced = [(price, codec) for codec in _candidates(data) if (price := _price(data, codec)) is not None]
    return min(priced, default=(0.0, ""))[1]


def _candidates(data: bytes) -> list[str]:
    """What charset-normalizer proposes, and what the languages of these encodings were written in as well."""
    from charset_normalizer import from_bytes

    ours = {codec.replace("-", "_"): codec for codecs in CODE_PAGES.values() for codec in codecs}
    found = from_bytes(data, steps=3, chunk_size=MAX_CHUNK, cp_isolation=list(ours), preemptive_behaviour=False, enable_fallback=False)
    proposed = [ours[match.encoding] for match in found if match.encoding in ours]
    families = (codecs for name, codecs in CODE_PAGES.items() if name == "western" or not set(codecs).isdisjoint(proposed))
    return [codec for codecs in families for codec in codecs]


def _price(data: bytes, codec: str) -> float | None:
    """What the words of the sample cost, in the likeliest language that was written so; None if it was not written so."""
    if codec in MULTI:
        meant = data.decode(codec, "replace")
        if meant.count("\ufffd") > 1:  # one where the sample was cut
            return None
    else:
        meant = decoded(data, codec)
    words = [word for word in meant.split() if not word.isascii()][:MAX_WORDS]
    prices = [
        (sum(cost(language, word) for word in words), at)
        for family, codecs in CODE_PAGES.items() if codec in codecs
        for language in writing(family)
        for at in (codecs.index(codec),)
    ]
    return min((price + WEIGHTS.rare_encoding * bool(at) for price, at in prices), default=None)


def _converted(text: str, codec: str) -> str | None:
    data = text.encode("utf-8", "surrogateescape")
    if codec not in MULTI:
        return decoded(data, codec)
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
