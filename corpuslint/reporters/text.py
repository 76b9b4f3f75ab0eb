"""Text for people: `full` with the excerpt and carets, `concise` with one line a finding."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from corpuslint.finding import Accepted, ExcerptLine, Failure, Finding, Report, Severity
from corpuslint.outputs.sanitize import line, visible, visible_parts
from corpuslint.reporters.view import View

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BLUE, _BOLD, _DIM, _GREEN = "34", "1", "2", "32"
_FIX_WIDTH = 100
_LEAST = 20
"""Columns of the document that an excerpt shows, however narrow the terminal is."""
_PLAIN = View()
_SHOWN = 5
"""Names in one warning."""
_FIRST_COMBINING = "\u0300"
"""Before it no character is wide or combines."""


def place(finding: Finding) -> str:
    """`PATH:LINE:COLUMN`, the record's id after `#`; the same in every text that a person reads."""
    return f"{visible(finding.document)}:{finding.start.line}:{finding.start.column}"


def concise(report: Report, view: View) -> Iterator[str]:
    """`PATH:LINE:COLUMN: severity[rule] message`, a summary last."""
    for finding, accepted in _shown(report, view):
        yield line(_concise(finding, accepted, view))
    yield from _end(report, view)


def full(report: Report, view: View) -> Iterator[str]:
    """Each finding with its lines of the document, the reason and the repair, as compilers print."""
    for finding, accepted in _shown(report, view):
        yield from map(line, describe(finding, accepted, view))
        yield ""
    yield from _end(report, view)


def describe(finding: Finding, accepted: Accepted | None = None, view: View = _PLAIN) -> Iterator[str]:
    """The lines of one finding in `full`; pytest's failure text is made of them too."""
    head = _paint(f"{finding.severity}[{finding.rule}]", f"1;{_COLOURS[finding.severity]}", view)
    yield f"{head} {_paint(visible(finding.message), _BOLD, view)}"
    margin = " " * max((len(str(excerpt.number)) for excerpt in finding.excerpt), default=1)
    yield f"{margin}{_paint('-->', _BLUE, view)} {place(finding)}"
    bar = _paint("|", _BLUE, view)
    if finding.excerpt:
        yield f"{margin} {bar}"
    previous = None
    for excerpt in finding.excerpt:
        if previous is not None and excerpt.number > previous + 1:
            yield _paint("...", _BLUE, view)
        yield from _excerpt(excerpt, margin, bar, finding.severity, view)
        previous = excerpt.number
    yield from (f"{margin} {_paint('=', _BLUE, view)} {note}" for note in _notes(finding, accepted, view))


def failure_line(failure: Failure) -> str:
    """One line for a failure: where, which rule, what."""
    where = visible(failure.path) if failure.record is None else visible(f"{failure.path}#{failure.record}")
    where += f":{failure.line}" if failure.line else ""
    rule = f"[{failure.rule}]" if failure.rule else ""
    return line(f"{where or 'corpus'}: failure{rule} {visible(failure.message)}")


def _shown(report: Report, view: View) -> list[tuple[Finding, Accepted | None]]:
    found: list[tuple[Finding, Accepted | None]] = [(finding, None) for finding in report.findings]
    if view.show_accepted:
        found += [(accepted.finding, accepted) for accepted in report.accepted]
        found.sort(key=lambda pair: pair[0].sort_key())
    return found


def _concise(finding: Finding, accepted: Accepted | None, view: View) -> str:
    head = _paint(f"{finding.severity}[{finding.rule}]", _COLOURS[finding.severity], view)
    tail = _paint(f" (accepted: {visible(accepted.reason)})", _DIM, view) if accepted else ""
    return f"{place(finding)}: {head} {visible(finding.message)}{tail}"


def _excerpt(excerpt: ExcerptLine, margin: str, bar: str, severity: Severity, view: View) -> Iterator[str]:
    parts = visible_parts(excerpt.text, excerpt.start, excerpt.end)
    whole = [_writable(part, view) for part in parts]
    before, marked, after = _fitted(whole[0], whole[1], whole[2], view.columns - len(margin) - 3, view)
    number = _paint(f"{excerpt.number:>{len(margin)}}", _BLUE, view)
    yield f"{number} {bar} {before}{marked}{after}"
    if marked:
        carets = _paint("^" * max(1, width(marked)), f"1;{_COLOURS[severity]}", view)
        yield f"{margin} {bar} {' ' * width(before)}{carets}"


def _writable(text: str, view: View) -> str:
    """The text as it will be printed: an escape for each character that the encoding has not."""
    return text if text.isascii() else text.encode(view.encoding, "backslashreplace").decode(view.encoding)


def _fitted(before: str, marked: str, after: str, columns: int, view: View) -> tuple[str, str, str]:
    """The parts of a line cropped to so many columns: what is marked stays, and about as much on either side of it."""
    columns = max(_LEAST, columns)
    if width(before) + width(marked) + width(after) <= columns:
        return before, marked, after
    dots = _writable("…", view) if len(_writable("…", view)) == 1 else "..."
    if width(marked) > columns - 2 * len(dots):
        marked, after = _cropped(marked, columns - 2 * len(dots)) + dots, ""
    room = columns - width(marked)
    left = max(room // 2, room - width(after))
    if width(before) > left:
        before = dots + _cropped(before[::-1], left - len(dots))[::-1]
    if width(after) > room - width(before):
        after = _cropped(after, room - width(before) - len(dots)) + dots
    return before, marked, after


def _cropped(text: str, columns: int) -> str:
    """As much of the text's beginning as has room."""
    if text.isascii():
        return text[: max(0, columns)]
    used = accumulate(map(_width, text))
    return text[: next((at for at, total in enumerate(used) if total > columns), len(text))]


def width(text: str) -> int:
    """Terminal columns: wide East Asian characters take two, combining marks and joiners none."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if char < _FIRST_COMBINING:
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":  # the latter join the syllable
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _notes(finding: Finding, accepted: Accepted | None, view: View) -> Iterator[str]:
    if finding.fix:
        title = visible(finding.fix.title)
        title = title if len(title) <= _FIX_WIDTH else f"{title[: _FIX_WIDTH - 1]}…"
        yield f"{_paint('fix', _GREEN, view)} ({finding.fix.safety}): {title}"
    if accepted:
        yield f"{_paint('accepted', _DIM, view)} ({accepted.source}): {visible(accepted.reason)}"


def _end(report: Report, view: View) -> Iterator[str]:
    parts = [_found(report) if report.findings else _clean(report, view)]
    if report.accepted:
        hint = "" if view.show_accepted else " (--show-accepted shows them)"
        parts.append(f"{len(report.accepted)} accepted{hint}.")
    if fixable := sum(map(_is_fixable, report.findings)):
        parts.append(f"{fixable} fixable with `corpuslint fix`.")
    if report.passed_over and (report.documents or report.failures):  # else a warning tells it
        parts.append(f"Passed over {passed_over(report)}.")
    if report.failures:
        parts.append(f"{plural(len(report.failures), 'failure')}: not everything was checked.")
    yield " ".join(parts)


def _found(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    kinds = ", ".join(plural(counts[s], str(s)) if s != Severity.INFO else f"{counts[s]} info" for s in sorted(counts, reverse=True))
    return f"Found {plural(len(report.findings), 'finding')} ({kinds}) in {plural(report.documents, 'document')}."


def _clean(report: Report, view: View) -> str:
    text = f"No findings in {plural(report.documents, 'document')}."
    return _paint(text, _GREEN, view) if report.documents else text


def _is_fixable(finding: Finding) -> bool:
    """Whether `fix` repairs it unasked; records are read only."""
    return finding.fix is not None and finding.fix.safety == "safe" and finding.record is None


def passed_over(report: Report) -> str:
    """`3 files (2 binary, 1 excluded)`."""
    counts = sorted(report.passed_over.items(), key=lambda item: (-item[1], item[0]))
    return f"{plural(sum(report.passed_over.values()), 'file')} ({', '.join(f'{count:,} {why}' for why, count in counts)})"


def unchecked(report: Report) -> Iterator[str]:
    """Warnings of what a person may take for checked and was not."""
    if not report.documents and not report.failures:
        counts = passed_over(report) if report.passed_over else ""
        yield f"warning: nothing was checked: {counts.replace(' (', ' passed over (', 1) or 'no document was found'}"
    elif report.empty:
        shown = ", ".join(map(visible, report.empty[:_SHOWN]))
        more = f" and {len(report.empty) - _SHOWN:,} more" if len(report.empty) > _SHOWN else ""
        yield line(f"warning: no document was found in {shown}{more}")


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}{'es' if noun.endswith(('x', 'sh')) else 's'}"


def _paint(text: str, code: str, view: View) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if view.colour else text
