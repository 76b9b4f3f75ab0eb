"""Text for people: `full` with the excerpt and carets, `concise` with one line a finding."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from corpuslint.finding import Accepted, ExcerptLine, Failure, Finding, Report, Severity
from corpuslint.reporters import View
from corpuslint.sanitize import line, visible

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BLUE, _BOLD, _DIM, _GREEN = "34", "1", "2", "32"
_FIX_WIDTH = 100
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
        yield from map(line, describe(finding, accepted, colour=view.colour))
        yield ""
    yield from _end(report, view)


def describe(finding: Finding, accepted: Accepted | None = None, *, colour: bool = False) -> Iterator[str]:
    """The lines of one finding in `full`; pytest's failure text is made of them too."""
    view = View(colour)
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
    before, marked = visible(excerpt.text[: excerpt.start]), visible(excerpt.text[excerpt.start : excerpt.end])
    after = visible(excerpt.text[excerpt.end :])
    number = _paint(f"{excerpt.number:>{len(margin)}}", _BLUE, view)
    yield f"{number} {bar} {before}{marked}{after}"
    if marked:
        carets = _paint("^" * max(1, width(marked)), f"1;{_COLOURS[severity]}", view)
        yield f"{margin} {bar} {' ' * width(before)}{carets}"


def width(text: str) -> int:
    """Terminal columns: wide East Asian characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    special = [char for char in text if char >= _FIRST_COMBINING]
    columns = (0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in special)
    return len(text) - len(special) + sum(columns)


def _notes(finding: Finding, accepted: Accepted | None, view: View) -> Iterator[str]:
    if finding.fix:
        title = visible(finding.fix.title)
        title = title if len(title) <= _FIX_WIDTH else f"{title[: _FIX_WIDTH - 1]}…"
        yield f"{_paint('fix', _GREEN, view)} ({finding.fix.safety}): {title}"
    if accepted:
        yield f"{_paint('accepted', _DIM, view)} ({accepted.source}): {visible(accepted.reason)}"


def _end(report: Report, view: View) -> Iterator[str]:
    parts = []
    if report.findings:
        counts = Counter(finding.severity for finding in report.findings)
        kinds = ", ".join(plural(counts[s], str(s)) if s != Severity.INFO else f"{counts[s]} info" for s in sorted(counts, reverse=True))
        parts.append(f"Found {plural(len(report.findings), 'finding')} ({kinds}) in {plural(report.documents, 'document')}.")
    else:
        parts.append(_paint(f"No findings in {plural(report.documents, 'document')}.", _GREEN, view))
    if report.accepted:
        hint = "" if view.show_accepted else " (--show-accepted shows them)"
        parts.append(f"{len(report.accepted)} accepted{hint}.")
    if fixable := sum(f.fix is not None and f.fix.safety == "safe" for f in report.findings):
        parts.append(f"{fixable} fixable with `corpuslint fix`.")
    if report.passed_over:
        parts.append(f"Passed over {passed_over(report)}.")
    if report.failures:
        parts.append(f"{plural(len(report.failures), 'failure')}: not everything was checked.")
    yield " ".join(parts)


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
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _paint(text: str, code: str, view: View) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if view.colour else text
