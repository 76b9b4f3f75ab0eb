"""UTF-8 read as something else: the bytes themselves bear witness, the letters confirm.

UTF-8 is so regular that a stretch which gives valid UTF-8 when its reading is undone is hardly ever anything else;
yet `Brontë…”` and `√π/2` are valid too. So every stretch is weighed by what its words cost before and after.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from corpuslint.checkers.mojibake.codecs import MULTI, SINGLE, char_class, encoder, table, to_bytes
from corpuslint.checkers.mojibake.letters import marks_adrift, script_clashes
from corpuslint.checkers.mojibake.words import natural
from corpuslint.lazy import regex

LAYERS = 8
PRIOR = 7.0
"""Nats that a line's stretches must gain together: about one line in a thousand is damaged at all."""
EACH, EACH_LOSSY = -3.0, 1.0
"""Once its line is found damaged, a stretch may even lose a little: short words and symbols say nothing."""
LOST = 10.0
"""What a character costs that cannot be had any more: what it stands for is taken out of the text, so no less."""
SAME = 4.0
RARE = 3.0
"""What a code page costs that text is seldom read as."""
_USUAL = frozenset({"cp1252", "latin-1", "cp1250", "cp1251", "mac-roman", "cp437", "cp850", "cp866", "koi8-r", "cp1254", "iso8859-2", *MULTI})
UNCOMMON = 2.0
_COMMONEST = ("cp1252", "latin-1")
"""A letter alone is as likely in several code pages; then it was the commonest."""
_AROUND = "“”„«»‘’‚‹›…™©®°²³¹ªº.,;:!?()[]\"'"
"""What stands around words; cp1252 has it in place of continuation bytes."""
_SOUND = 4
"""Letters from which sound case tells a word from leads that stand together by chance."""
_BRAILLE = regex("[\u2800-\u28ff]")
_CURLY = "”"
"""What a cut-off E2 80 stood for, as good as always."""
_HIGH_RUN = regex(r"[^\x00-\x7f]+(?:\?(?=[^\x00-\x7f])[^\x00-\x7f]*)*\??")
_UNITS = regex(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
_LOSSY_UNITS = regex(rb"[\xe0-\xef][\x80-\xbf][?\x00]|[\xe0-\xef][?\x00]{2}|[\xc2-\xdf][?\x00]")
_LONE_CODECS = ("cp1252", "latin-1", "cp1250", "cp1254", "mac-roman")
_HIGH_AND_NEXT = regex(r"[^\x00-\x7f]+.?", re.DOTALL)
_LONE = sum(1 << bit for bit, codec in enumerate(SINGLE) if codec in _LONE_CODECS)
_LOWERED = regex("[ãâåäðñîï][\x80-\xbfš›œž¡-¿]")
_RAISE = str.maketrans("ãâåäðñîïšœž", "ÃÂÅÄÐÑÎÏŠŒŽ")
_HOLE = regex("[?\ufffd]")
_CUT_CURLY = regex(rb"\xe2\x80[?\x00]")
_NOWHERE = frozenset({"Cn", "Co", "Cs"})
_SPACE = regex(r"[ \t\r\n]")


class Edit(NamedTuple):
    """A stretch of the line and what it was; `lossy` if a part of it is gone for good."""

    start: int
    end: int
    repair: str
    layers: tuple[str, ...]
    lossy: bool = False


class Reading(NamedTuple):
    """The stretches of a line that one code page explains, and the nats this gains."""

    gain: float
    edits: list[Edit]


@cache
def _units(codec: str) -> re.Pattern[str]:
    """Stretches of whole UTF-8 sequences as the code page shows them."""
    t = char_class(codec, 0x80, 0xBF)
    return re.compile(
        f"(?:{char_class(codec, 0xC2, 0xDF)}{t}|{char_class(codec, 0xE0, 0xEF)}{t}{t}|{char_class(codec, 0xF0, 0xF4)}{t}{t}{t})+"
    )


@cache
def _curly(codec: str) -> re.Pattern[str]:
    """E2 80, with which curly quotes and dashes begin."""
    return re.compile(char_class(codec, 0xE2, 0xE2) + char_class(codec, 0x80, 0x80))


@cache
def _lossy_units(codec: str) -> re.Pattern[str]:
    """A sequence whose last character became `?` or U+FFFD, or fell away (that only after E2 80: quotes, dashes)."""
    t, curly = char_class(codec, 0x80, 0xBF), char_class(codec, 0xE2, 0xE2) + char_class(codec, 0x80, 0x80)
    return re.compile(
        f"(?P<curly>{curly}(?:[?\ufffd]|(?!{t})))|{char_class(codec, 0xE0, 0xEF)}{t}[?\ufffd]|(?P<grave>{char_class(codec, 0xC3, 0xC3)}[?\ufffd])"
        f"|{char_class(codec, 0xC2, 0xDF)}[?\ufffd]"
    )


@cache
def _lone_leads(codec: str) -> re.Pattern[str]:
    """Leads whose second character is a space now, or nothing: C3 was `à` then, most likely, E2 80 an apostrophe."""
    t = char_class(codec, 0x80, 0xBF)
    return re.compile(f"(?P<a>{char_class(codec, 0xC3, 0xC3)})(?: (?= ))?(?!{t})|(?P<quote>{char_class(codec, 0xE2, 0xE2)})(?!{t})")


@cache
def _roles() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """For each character the code pages (as bits, in the order of SINGLE) where it is a lead, and a continuation."""
    leads: dict[str, int] = {}
    trails: dict[str, int] = {}
    for bit, codec in enumerate(SINGLE):
        for point, byte in encoder(codec).items():
            if byte < 0xC0:
                trails[chr(point)] = trails.get(chr(point), 0) | 1 << bit
            elif 0xC2 <= byte <= 0xF4:
                leads[chr(point)] = leads.get(chr(point), 0) | 1 << bit
    return leads, trails


@cache
def _graves() -> Mapping[str, int]:
    """For each character the code pages that read byte C3 as it, of those where it is taken for an `à` when it stands alone."""
    found: dict[str, int] = {}
    for bit, codec in enumerate(SINGLE):
        if codec in _LONE_CODECS:
            char = table(codec)[0xC3]
            found[char] = found.get(char, 0) | 1 << bit
    return found


def _codecs(text: str, line: str | None = None) -> list[str]:
    """The single-byte code pages in which a lead stands right before a continuation, or alone at the end of a word.

    Of them those in which a stretch of the line can begin, which takes a continuation, or else C3 at the end of a word.
    """
    leads, trails = _roles()
    found = 0
    for a, b in _pairs(text):
        found |= leads.get(a, 0) & (trails.get(b, 0) if b not in " ?\ufffd" else _LONE)
    if found and line is not None:
        graves, begun = _graves(), 0
        for a, b in _pairs(line):
            begun |= leads.get(a, 0) & trails.get(b, 0) if b != " " else graves.get(a, 0)
        found &= begun
    return [codec for bit, codec in enumerate(SINGLE) if found >> bit & 1] if found else []


def _pairs(text: str) -> set[tuple[str, str]]:
    """The different pairs of a character beyond ASCII and the one behind it, a space behind the last of the text."""
    return {pair for run in _HIGH_AND_NEXT.findall(f"{text} ") for pair in pairwise(run)}


def read_line_as(line: str, codec: str, language: str) -> Reading | None:
    """The line as read in a code page that other lines of its document prove: no prior to overcome."""
    found = _multi(line, language, codec, 0.0) if codec in MULTI else _single(line, language, codec, 0.0)
    return next(found, None)


def read_line(line: str, odd: Sequence[str], language: str) -> Reading | None:
    """The best explanation of a line, with its odd words, as UTF-8 misread; None where nothing is worth saying."""
    found = [r for codec in _codecs(" ".join(odd), line) for r in _single(line, language, codec)]
    if max(line) >= "\u2e80" and any("\u2e80" <= c < "\ufff0" or c >= "\U00020000" for c in line):
        found += [r for codec in MULTI for r in _multi(line, language, codec)]
    if _LOWERED.search(line):
        found += _lowered(line, language)
    return max(found, key=_likelihood, default=None)


def _likelihood(reading: Reading) -> float:
    """The gain, less what it costs that the code page is not the one that texts are misread in by far the most."""
    return reading.gain - (0.0 if reading.edits[0].layers[0] in _COMMONEST else UNCOMMON)


def _single(line: str, language: str, codec: str, prior: float | None = None) -> Iterator[Reading]:
    edits = [Edit(m.start(), m.end(), _decoded(codec, m), (codec,)) for m in _units(codec).finditer(line)]
    edits = [_peeled(edit, language) for edit in edits if "\ufffd" not in edit.repair]
    taken = {i for edit in edits for i in range(edit.start, edit.end)}
    # Conditions of the two patterns, which are slow on a long line.
    may_lack = "?" in line or "\ufffd" in line or _curly(codec).search(line)
    for match in _lossy_units(codec).finditer(line) if may_lack else ():
        if match.start() not in taken and match.end() - 1 not in taken and (taken or (match["curly"] and not line[match.end() : match.end() + 1].isalpha())):
            edits.append(Edit(match.start(), match.end(), _CURLY if match["curly"] else "à" if match["grave"] else "", (codec,), True))
            taken.update(range(*match.span()))
    for match in _lone_leads(codec).finditer(line) if codec in _LONE_CODECS and (taken or table(codec)[0xC3] in line) else ():
        if match.start() not in taken and (taken or (match["a"] and line[match.end() : match.end() + 1] in ("", " "))):
            edits.append(Edit(match.start(), match.end(), "à" if match["a"] else "’", (codec,), True))
    if edits:
        yield from weigh(line, language, sorted(edits), PRIOR + (0.0 if codec in _USUAL else RARE) if prior is None else prior)


def _decoded(codec: str, match: re.Match[str]) -> str:
    return (to_bytes(match[0], codec) or b"").decode("utf-8", "replace")


def _lowered(line: str, language: str) -> Iterator[Reading]:
    """UTF-8 read as cp1252 and put in lower case after that: `ã©` for `Ã©`, so for `é` or `É`."""
    raised = line.translate(_RAISE)
    edits = [
        Edit(m.start(), m.end(), _decoded("cp1252", m), ("cp1252",), True)
        for m in _units("cp1252").finditer(raised)
        if line[m.start()] != raised[m.start()]
    ]
    if edits:
        yield from weigh(line, language, edits, PRIOR)


def _peeled(edit: Edit, language: str) -> Edit:
    """Undo further layers as long as what comes out is UTF-8 misread again."""
    text, layers = edit.repair, edit.layers
    while len(layers) < LAYERS and not text.isascii():
        inner = _inner(text, language, layers[-1])
        if inner is None:
            break
        text, layers = inner[0], (*layers, inner[1])
    return edit._replace(repair=text, layers=layers)


@lru_cache(maxsize=10_000)
def _inner(text: str, language: str, outer: str) -> tuple[str, str] | None:
    """One layer less and the code page of it, where the text is UTF-8 misread; mostly the same page was at work twice."""
    best: tuple[float, str, str] | None = None
    for codec in _codecs(text):
        if codec in _USUAL:
            out = _units(codec).sub(partial(_decoded, codec), text)
            gain = cost_of(text, language) - cost_of(out, language) + (SAME if codec == outer else 0.0)
            if "\ufffd" not in out and out != text and gain > SAME and (best is None or gain > best[0]):
                best = (gain, out, codec)
    return best and best[1:]


def _multi(line: str, language: str, codec: str, prior: float = PRIOR) -> Iterator[Reading]:
    edits = [edit for match in _HIGH_RUN.finditer(line) for edit in _multi_run(match, codec)]
    if edits:
        yield from weigh(line, language, edits, prior)


def _multi_run(match: re.Match[str], codec: str) -> Iterator[Edit]:
    data = to_bytes(match[0].replace("\ufffd", "?"), codec) if match[0].strip("\ufffd?") else None
    if data is None:
        return
    high = sum(byte >= 0x80 for byte in data)
    whole = sum(len(m[0]) for m in _UNITS.finditer(data))
    cut = sum(len(m[0]) - 1 for m in _LOSSY_UNITS.finditer(data))
    if not high or whole + cut < 0.7 * high:
        return
    # Before a letter it was a dash and the space that was swallowed with its last byte, else a closing quote.
    guess = "— " if match.string[match.end() : match.end() + 1].isalpha() else _CURLY
    repair = _CUT_CURLY.sub(guess.encode(), data).decode("utf-8", "replace")
    end = match.end() - (match[0].endswith("?") and "\ufffd" not in repair)
    lossy = "\ufffd" in repair or bool(_CUT_CURLY.search(data))
    if lossy and not _HOLE.search(match[0]):
        return
    end = match.end() if lossy else end
    yield Edit(match.start(), end, repair.replace("\ufffd", "").replace("?", "") if lossy else repair[: len(repair) - (end < match.end())], (codec,), lossy)


def weigh(line: str, language: str, edits: list[Edit], prior: float) -> Iterator[Reading]:
    """The edits that their words gain from, if all together gain enough; some words prove nothing."""
    kept: list[Edit] = []
    total = 0.0
    for group in _by_word(line, edits):
        start = _word_start(line, group[0].start)
        end = _word_end(line, group[-1].end)
        repaired = apply(line, group, start, end)
        gain = _gain(line[start:end], repaired, language)
        gain -= LOST * sum(edit.lossy and not edit.repair for edit in group)
        if gain >= (EACH_LOSSY if any(edit.lossy for edit in group) else EACH):
            kept += group
            total += max(gain, 0.0) if _tells(line, group, line[start:end], repaired) else 0.0
    if total >= max(prior, 2.0):
        yield Reading(total, kept)


def _tells(line: str, group: list[Edit], word: str, repaired: str) -> bool:
    """Whether the change of a word can bear witness: not drawings, and not letters just as a sound word has them.

    No sound word has letters of two scripts side by side, where a common letter would stand (`menГєs`).
    """
    if not any(c.isalnum() for c in word + repaired):
        return False
    if _is_sound(word):
        return False
    if script_clashes(word) and not script_clashes(repaired) and all("\u00c0" <= c <= "\u00ff" for edit in group for c in edit.repair):
        return True
    return not all(_wordlike(line[edit.start : edit.end]) for edit in group)


def _is_sound(word: str) -> bool:
    """A letter or a word in sound case between quotation marks and the like (`„Ö“`, `CAFÉ™`); Ã and Â alone are leads."""
    letters = word.strip(_AROUND)
    if letters == word or not letters.isalpha() or max(letters) >= "\u2e80":
        return False
    return letters not in ("Ã", "Â") and (len(letters) == 1 or (len(letters) >= _SOUND and (letters.islower() or letters.isupper() or letters.istitle())))


def _wordlike(stretch: str) -> bool:
    """Letters of one small script beyond Latin, and no capital after a small letter."""
    letters = [c for c in stretch if unicodedata.category(c)[0] in "LM" or c == " "]
    sound_case = stretch.islower() or stretch.isupper() or stretch.istitle() or stretch.lower() == stretch.upper()
    return len(letters) == len(stretch) and sound_case and min(stretch) >= "\u0370" and max(stretch) < "\u2e80"


@lru_cache(maxsize=1_000)
def _gain(before: str, after: str, language: str) -> float:
    """Nats that the change gains; none where it brings what no text holds, or letters of two scripts together."""
    # A bullet that lost its second byte comes out as Braille.
    if any(unicodedata.category(c) in _NOWHERE for c in after) or script_clashes(after) > script_clashes(before) or len(_BRAILLE.findall(after)) == 1:
        return 0.0
    if marks_adrift(after) > marks_adrift(before):
        return 0.0
    return cost_of(before, language) - cost_of(after, language)


def _by_word(line: str, edits: list[Edit]) -> Iterator[list[Edit]]:
    group: list[Edit] = []
    for edit in edits:
        if group and _SPACE.search(line, group[-1].end, edit.start):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _word_start(line: str, at: int) -> int:
    return max(line.rfind(c, 0, at) for c in " \t") + 1


def _word_end(line: str, at: int) -> int:
    found = _SPACE.search(line, at)
    return found.start() if found else len(line)


def apply(line: str, edits: list[Edit], start: int, end: int) -> str:
    parts, at = [], start
    for edit in edits:
        parts += [line[at : edit.start], edit.repair]
        at = edit.end
    return "".join([*parts, line[at:end]])


def cost_of(text: str, language: str) -> float:
    return sum(natural(language, word) for word in _SPACE.split(text) if word)
