"""The baseline: accepted old findings, written by the machine; sorted, one a line, without dates or line numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from corpuslint.config.file import repository
from corpuslint.errors import UsageError, shown
from corpuslint.finding import Accepted, Finding
from corpuslint.inputs.files import locked, read_regular
from corpuslint.lazy import regex

VERSION = 1
FINGERPRINTS = 2
"""How fingerprints are made; the file says it from 2 on, since when they know nothing of what stands two lines away."""
UNUSED = "unused-acceptance"
_MAX_BYTES = 200_000_000
_MAX_MATCH = 80
_KEYS = {"document": str, "record": (str, type(None)), "rule": str, "kind": str, "match": str, "fingerprint": str, "reason": str}
_ENTRY = regex(r'(?<!\\)"fingerprint"\s*:')

Key = tuple[str, str | None, str, str]
"""Document, record, rule and fingerprint: what makes a finding the same one."""


class BaselineEntry(NamedTuple):
    """An accepted finding. `match` is there for people, cropped; `line` is that of the file, from 1."""

    document: str
    record: str | None
    rule: str
    kind: str
    match: str
    fingerprint: str
    reason: str
    line: int = 0

    @property
    def key(self) -> Key:
        return self.document, self.record, self.rule, self.fingerprint

    @property
    def shown(self) -> str:
        """What a person calls the document."""
        return self.document if self.record is None else f"{self.document}#{self.record}"

    def sort_key(self) -> tuple[str, ...]:
        return self.document, self.record or "", self.rule, self.kind, self.fingerprint


class Baseline(NamedTuple):
    path: Path
    entries: tuple[BaselineEntry, ...] = ()
    fingerprints: int = FINGERPRINTS

    def accepting(self, findings: Sequence[Finding]) -> list[BaselineEntry | None]:
        """The entry that accepts each finding, if any.

        In an older file, whose fingerprints were made otherwise, an entry that none has accepts the first finding
        with its kind and its matched text.
        """
        by_key = {entry.key: entry for entry in self.entries}
        found = [by_key.get(key_of(finding)) for finding in findings]
        if self.fingerprints < FINGERPRINTS:
            taken = {entry.key for entry in found if entry}
            left: dict[tuple[str | None, ...], list[BaselineEntry]] = {}
            for entry in reversed(self.entries):
                if entry.key not in taken:
                    left.setdefault((entry.document, entry.record, entry.rule, entry.kind, entry.match), []).append(entry)
            for at, f in enumerate(findings):
                if found[at] is None and (same := left.get((f.path, f.record, f.rule, f.kind, f.match[:_MAX_MATCH]))):
                    found[at] = same.pop()
        return found


def key_of(finding: Finding) -> Key:
    return finding.path, finding.record, finding.rule, finding.fingerprint


def load_baseline(path: Path) -> Baseline:
    """The baseline, empty where there is no such file. Raises UsageError (`path:line: …`) for a damaged one."""
    try:
        text = read_regular(path, _MAX_BYTES).decode("utf-8")
        data = json.loads(text)
    except FileNotFoundError:
        return Baseline(path)
    except OSError as error:
        raise UsageError(f"{shown(path)}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise _damaged(path, error.object.count(b"\n", 0, error.start) + 1, "not valid UTF-8") from None
    except json.JSONDecodeError as error:
        raise _damaged(path, error.lineno, f"not valid JSON: {error.msg}") from None
    except RecursionError:
        raise _damaged(path, 1, "nested too deeply") from None
    return Baseline(path, _entries(path, text, data), data.get("fingerprints", 1))


def update_baseline(path: Path, findings: Iterable[Finding], reason: str, accepted: Iterable[Accepted] = ()) -> str:
    """Accept the findings with this reason, beside what is accepted already; tells in a line what was done.

    A file with older fingerprints gets those of today: the entries of what is `accepted` keep their reasons.
    Raises UsageError for a damaged file, OSError where it cannot be written.
    """
    with locked(path):
        baseline = load_baseline(path)
        entries = baseline.entries if baseline.fingerprints == FINGERPRINTS else _renewed(baseline, [a.finding for a in accepted])
        old = {entry.key: entry for entry in entries}
        new = {
            key_of(f): BaselineEntry(f.path, f.record, f.rule, f.kind, f.match[:_MAX_MATCH], f.fingerprint, reason)
            for f in findings
        }
        added = len(new.keys() - old.keys())
        if added or baseline.fingerprints != FINGERPRINTS:
            _write(path, [*{**new, **old}.values()])
    return f"{shown(path)}: {added} added, {len(old)} kept"


def prune_baseline(path: Path, unused: Iterable[Finding]) -> str:
    """Drop the entries that findings of `unused-acceptance` name; tells in a line what was done."""
    named = {tuple(f.evidence.get(key) for key in ("where", "of", "entry")) for f in unused if f.rule == UNUSED}
    with locked(path):
        baseline = load_baseline(path)
        old = baseline.entries
        kept = [entry for entry in old if (entry.shown, entry.rule, entry.fingerprint) not in named]
        if len(kept) < len(old):
            _write(path, kept, baseline.fingerprints)
    return f"{shown(path)}: {len(old) - len(kept)} dropped, {len(kept)} kept"


def _renewed(baseline: Baseline, findings: Sequence[Finding]) -> list[BaselineEntry]:
    renewed = {
        entry.key: entry._replace(fingerprint=finding.fingerprint)
        for finding, entry in zip(findings, baseline.accepting(findings), strict=True) if entry
    }
    return [renewed.get(entry.key, entry) for entry in baseline.entries]


def _write(path: Path, entries: Sequence[BaselineEntry], fingerprints: int = FINGERPRINTS) -> None:
    from corpuslint.outputs.atomic import write_atomic

    write_atomic(path, _written(entries, fingerprints), within=repository(path))


def _written(entries: Sequence[BaselineEntry], fingerprints: int) -> bytes:
    rows = [
        json.dumps({name: getattr(entry, name) for name in _KEYS}) for entry in sorted(entries, key=BaselineEntry.sort_key)
    ]
    body = ",\n".join(f"    {row}" for row in rows)
    made = f',\n  "fingerprints": {fingerprints}' if fingerprints > 1 else ""
    return (f'{{\n  "version": {VERSION},\n  "accepted": [' + (f"\n{body}\n  ]" if rows else "]") + f"{made}\n}}\n").encode()


def _entries(path: Path, text: str, data: Any) -> tuple[BaselineEntry, ...]:
    if not isinstance(data, dict) or not isinstance(data.get("accepted"), list):
        raise _damaged(path, 1, "not a baseline: no list 'accepted'")
    if data.get("version") != VERSION:
        raise _damaged(path, 1, f"version {data.get('version')!r}, this corpuslint reads {VERSION}")
    if data.get("fingerprints", 1) not in (1, FINGERPRINTS):
        raise _damaged(path, 1, f"fingerprints {data['fingerprints']!r}, this corpuslint reads {FINGERPRINTS} and older")
    entries = []
    lines = iter([text.count("\n", 0, match.start()) + 1 for match in _ENTRY.finditer(text)])
    for row in data["accepted"]:
        line = next(lines, 1)
        if not isinstance(row, dict) or set(row) != set(_KEYS):
            raise _damaged(path, line, f"an entry has the keys {', '.join(_KEYS)}, all of them")
        for name, types in _KEYS.items():
            if not isinstance(row[name], types):  # type: ignore[arg-type]
                raise _damaged(path, line, f"'{name}' is {row[name]!r}, not a string")
        entries.append(BaselineEntry(**row, line=line))
    return tuple(entries)


def _damaged(path: Path, line: int, message: str) -> UsageError:
    return UsageError(f"{shown(path)}:{line}: {message}")
