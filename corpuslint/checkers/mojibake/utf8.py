"""UTF-8 read as something else: the bytes themselves bear witness, the letters confirm.

UTF-8 is so regular that a stretch which gives valid UTF-8 when its reading is undone is hardly ever anything else;
yet `Brontë…”` and `√π/2` are valid too. So every stretch is weighed by what its words cost before and after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from corpuslint.checkers.mojibake.codecs import MULTI, table, to_bytes
from corpuslint.checkers.mojibake.sequences import (
    CONTINUATION,
    GRAVE,
    LONE_CODECS,
    curly,
    lone_leads,
    lossy_units,
    showing,
    units,
)
from corpuslint.checkers.mojibake.stretches import Reading, Stretch, cost_of, weigh
from corpuslint.checkers.mojibake.weights import WEIGHTS
from corpuslint.lazy import regex

MAX_LAYERS = 8
"""Rounds of misreading that are undone, one within the other."""
_USUAL = frozenset({"cp1252", "latin-1", "cp1250", "cp1251", "mac-roman", "cp437", "cp850", "cp866", "koi8-r", "cp1254", "iso8859-2", *MULTI})
_COMMONEST = ("cp1252", "latin-1")
"""A letter alone is as likely in several code pages; then it was the commonest."""
_CURLY = "”"
"""What a cut-off E2 80 stood for, as good as always."""
_HIGH_RUN = regex(r"[^\x00-\x7f]+(?:\?(?=[^\x00-\x7f])[^\x00-\x7f]*)*\??")
_UNITS = regex(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
_LOSSY_UNITS = regex(rb"[\xe0-\xef][\x80-\xbf][?\x00]|[\xe0-\xef][?\x00]{2}|[\xc2-\xdf][?\x00]")
_CESU = regex(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
"""A pair of surrogates in UTF-8, CESU-8: how Java, Oracle and old MySQL write what is beyond the Basic Multilingual Plane."""
_LOWERED = regex("[ãâåäðñîï][\x80-\xbfš›œž¡-¿]")
_RAISE = str.maketrans("ãâåäðñîïšœž", "ÃÂÅÄÐÑÎÏŠŒŽ")
_HOLE = regex("[?\ufffd]")
_CUT_CURLY = regex(rb"\xe2\x80[?\x00]")


def read_line_as(line: str, codec: str, language: str) -> Reading | None:
    """The line as read in a code page that other lines of its document prove: no prior to overcome."""
    found = _multi(line, language, codec, 0.0) if codec in MULTI else _single(line, language, codec, 0.0)
    return next(found, None)


def read_line(line: str, odd: Sequence[str], language: str) -> Reading | None:
    """The best explanation of a line, with its odd words, as UTF-8 misread; None where nothing is worth saying."""
    found = [r for codec in showing(" ".join(odd), line) for r in _single(line, language, codec)]
    if max(line) >= "\u2e80" and any("\u2e80" <= c < "\ufff0" or c >= "\U00020000" for c in line):
        found += [r for codec in MULTI for r in _multi(line, language, codec)]
    if _LOWERED.search(line):
        found += _lowered(line, language)
    return max(found, key=_likelihood, default=None)


def _likelihood(reading: Reading) -> float:
    """The gain, less what it costs that the code page is not the one that texts are misread in by far the most."""
    return reading.gain - (0.0 if reading.stretches[0].layers[0] in _COMMONEST else WEIGHTS.uncommon_page)


def _single(line: str, language: str, codec: str, prior: float | None = None) -> Iterator[Reading]:
    whole = [Stretch(m.start(), m.end(), _decoded(codec, m), (codec,)) for m in units(codec).finditer(line)]
    stretches = [_peeled(stretch, language) for stretch in whole if "\ufffd" not in stretch.repair]
    taken = {i for stretch in stretches for i in range(stretch.start, stretch.end)}
    stretches += _cut_sequences(line, codec, taken)
    stretches += _cut_leads(line, codec, taken)
    if stretches:
        yield from weigh(line, language, sorted(stretches), _prior(codec) if prior is None else prior)


def _prior(codec: str) -> float:
    return WEIGHTS.utf8_prior + (0.0 if codec in _USUAL else WEIGHTS.rare_page)


def _cut_sequences(line: str, codec: str, taken: set[int]) -> Iterator[Stretch]:
    """Sequences whose end is lost, beside whole ones or as quotation marks alone; `taken`: places that are explained, these too."""
    # A condition of the pattern, which is slow on a long line.
    if not ("?" in line or "\ufffd" in line or curly(codec).search(line)):
        return
    for match in lossy_units(codec).finditer(line):
        start, end = match.span()
        if start not in taken and end - 1 not in taken and (taken or (match["curly"] and not line[end : end + 1].isalpha())):
            taken.update(range(start, end))
            yield Stretch(start, end, _CURLY if match["curly"] else "à" if match["grave"] else "", (codec,), True)


def _cut_leads(line: str, codec: str, taken: set[int]) -> Iterator[Stretch]:
    """Leads whose second byte became a space or fell away, beside what is explained, or `à` alone at the end of a word."""
    if codec not in LONE_CODECS or not (taken or table(codec)[GRAVE] in line):
        return
    for match in lone_leads(codec).finditer(line):
        start, end = match.span()
        if start not in taken and (taken or (match["grave"] and line[end : end + 1] in ("", " "))):
            yield Stretch(start, end, "à" if match["grave"] else "’", (codec,), True)


def _decoded(codec: str, match: re.Match[str]) -> str:
    data = to_bytes(match[0], codec) or b""
    if not _CESU.search(data):
        return data.decode("utf-8", "replace")
    from ftfy.bad_codecs import ok  # which takes as long to import as a hundred documents to read

    ok()
    return data.decode("utf-8-variants", "replace")


def _lowered(line: str, language: str) -> Iterator[Reading]:
    """UTF-8 read as cp1252 and put in lower case after that: `ã©` for `Ã©`, so for `é` or `É`."""
    raised = line.translate(_RAISE)
    stretches = [
        Stretch(m.start(), m.end(), _decoded("cp1252", m), ("cp1252",), True)
        for m in units("cp1252").finditer(raised)
        if line[m.start()] != raised[m.start()]
    ]
    if stretches:
        yield from weigh(line, language, stretches, WEIGHTS.utf8_prior)


def _peeled(stretch: Stretch, language: str) -> Stretch:
    """Undo further layers as long as what comes out is UTF-8 misread again."""
    text, layers = stretch.repair, stretch.layers
    while len(layers) < MAX_LAYERS and not text.isascii():
        inner = _inner(text, language, layers[-1])
        if inner is None:
            break
        text, layers = inner[0], (*layers, inner[1])
    return stretch._replace(repair=text, layers=layers)


@lru_cache(maxsize=10_000)
def _inner(text: str, language: str, outer: str) -> tuple[str, str] | None:
    """One layer less and the code page of it, where the text is UTF-8 misread; mostly the same page was at work twice."""
    best: tuple[float, str, str] | None = None
    for codec in showing(text):
        if codec in _USUAL:
            out = units(codec).sub(partial(_decoded, codec), text)
            gain = cost_of(text, language) - cost_of(out, language) + (WEIGHTS.layer if codec == outer else 0.0)
            if "\ufffd" not in out and out != text and gain > WEIGHTS.layer and (best is None or gain > best[0]):
                best = (gain, out, codec)
    return best and best[1:]


def _multi(line: str, language: str, codec: str, prior: float | None = None) -> Iterator[Reading]:
    stretches = [stretch for match in _HIGH_RUN.finditer(line) if (stretch := _multi_run(match, codec))]
    if stretches:
        yield from weigh(line, language, stretches, WEIGHTS.utf8_prior if prior is None else prior)


def _multi_run(match: re.Match[str], codec: str) -> Stretch | None:
    """The stretch as UTF-8 that was read in an East Asian code page, where nearly all of its bytes are that."""
    data = to_bytes(match[0].replace("\ufffd", "?"), codec) if match[0].strip("\ufffd?") else None
    if data is None or not _is_mostly_utf8(data):
        return None
    # Before a letter it was a dash and the space that was swallowed with its last byte, else a closing quote.
    guess = "— " if match.string[match.end() : match.end() + 1].isalpha() else _CURLY
    repair, guesses = _CUT_CURLY.subn(guess.encode(), data)
    meant = repair.decode("utf-8", "replace")
    if guesses or "\ufffd" in meant:
        return Stretch(*match.span(), meant.replace("\ufffd", "").replace("?", ""), (codec,), True) if _HOLE.search(match[0]) else None
    question = match[0].endswith("?")  # which the text itself has
    return Stretch(match.start(), match.end() - question, meant[: len(meant) - question], (codec,))


def _is_mostly_utf8(data: bytes) -> bool:
    high = sum(byte >= CONTINUATION[0] for byte in data)
    whole = sum(len(m[0]) for m in _UNITS.finditer(data))
    cut = sum(len(m[0]) - 1 for m in _LOSSY_UNITS.finditer(data))
    return high > 0 and whole + cut >= WEIGHTS.multi_share * high
