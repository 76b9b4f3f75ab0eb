"""Texts that nobody wrote for a test: the translated messages of the programs on this machine, in a hundred languages.

Run: python benchmarks/catalogues.py [FOLDER…]   (folders with gettext catalogues; default: /usr/share/locale)

Six sentences make a document. Clean ones show false alarms, by rule (some are none: catalogues have faults of their
own); then each is decoded wrongly in the ways that texts of its language really are, and `mojibake` is counted: found,
and repaired to the letter.
"""

from __future__ import annotations

import gettext
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpuslint.card import builtin_rules
from corpuslint.document import Document
from corpuslint.engine import RuleSet, check_document
from corpuslint.finding import Finding
from corpuslint.fixes.fixer import apply_edits

RULES = ("mojibake", "broken-word", "embedded-spam", "boilerplate", "unverifiable-superlative")
SENTENCES, DOCUMENTS, DAMAGED = 6, 20, 6
_MARKUP = re.compile(r'[%\\{}<>=\[\]|`"&\n\t~\ufffd]|--|_[A-Za-z]|https?:|Ã')
_LANGUAGE = re.compile(r"/([a-z]{2,3})(?:_[A-Z]{2})?(?:@\w+)?/LC_MESSAGES/")
READ_AS = ("cp1252", "latin-1", "cp1250", "cp1251", "mac_roman", "cp437", "cp850", "gbk", "koi8_r", "cp866")
"""What UTF-8 is taken for."""
# Legacy text taken for another legacy code page: (what it was, what it was read as).
SWAPS = {
    "ar": [("cp1256", "cp1252")], "be": [("cp1251", "cp1252")], "bg": [("cp1251", "cp1252"), ("cp866", "cp1251")],
    "cs": [("cp1250", "cp1252"), ("iso8859_2", "cp1250")], "da": [("cp850", "cp1252")],
    "de": [("cp850", "cp1252"), ("mac_roman", "cp1252")], "el": [("cp1253", "cp1252"), ("iso8859_7", "latin-1")],
    "eo": [("iso8859_3", "latin-1")], "es": [("cp850", "cp1252"), ("mac_roman", "cp1252")], "et": [("cp1257", "cp1252")],
    "fa": [("cp1256", "cp1252")], "fr": [("cp850", "cp1252"), ("mac_roman", "cp1252")], "he": [("cp1255", "cp1252")],
    "hr": [("cp1250", "cp1252")], "hu": [("iso8859_2", "latin-1"), ("cp1250", "cp1252")],
    "ja": [("shift_jis", "cp1252"), ("euc_jp", "latin-1")], "ko": [("euc_kr", "cp1252")], "lt": [("cp1257", "cp1252")],
    "lv": [("cp1257", "cp1252")], "mk": [("cp1251", "cp1252")], "pl": [("cp1250", "cp1252"), ("iso8859_2", "cp1250")],
    "pt": [("cp850", "cp1252")], "ro": [("iso8859_16", "cp1252")],
    "ru": [("cp1251", "koi8_r"), ("koi8_r", "cp1251"), ("cp1251", "cp1252"), ("cp866", "cp1251")], "sk": [("cp1250", "cp1252")],
    "sl": [("cp1250", "cp1252")], "sr": [("cp1251", "cp1252")], "sv": [("cp850", "cp1252")], "th": [("cp874", "cp1252")],
    "tr": [("cp1254", "cp1252")], "uk": [("cp1251", "cp1252"), ("koi8_u", "cp1251")], "vi": [("cp1258", "cp1252")],
    "zh": [("gbk", "cp1252"), ("big5", "cp1252")],
}


class Case(NamedTuple):
    language: str
    text: str


def messages(folders: Sequence[Path]) -> dict[str, list[str]]:
    """Sentences without markup and placeholders, by language."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(path for folder in folders for path in folder.rglob("*.mo")):
        language = _LANGUAGE.search(path.as_posix())
        if language:
            try:
                with path.open("rb") as file:
                    catalogue = vars(gettext.GNUTranslations(file))["_catalog"]
            except (OSError, LookupError, UnicodeError, ValueError):  # catalogues have faults of their own
                continue
            found[language[1]].update(text for key, text in catalogue.items() if isinstance(text, str) and _is_prose(text) and text != key)
    return {language: sorted(texts) for language, texts in sorted(found.items())}


def _is_prose(text: str) -> bool:
    return 35 <= len(text) <= 400 and not _MARKUP.search(text) and sum(map(str.isalpha, text)) >= 0.7 * len(text)


def cases(found: dict[str, list[str]], chance: random.Random) -> Iterator[Case]:
    for language, texts in found.items():
        chance.shuffle(texts)
        for at in range(0, min(len(texts) - SENTENCES, DOCUMENTS * SENTENCES), SENTENCES):
            sentences = (text if text.rstrip()[-1] in ".!?。।" else f"{text}." for text in texts[at : at + SENTENCES])
            yield Case(language, " ".join(sentences))


def damaged(case: Case, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The case decoded wrongly: what was done, and what came out; not where the code page lacks a letter."""
    ways = [("UTF-8", "utf-8", read) for read in chance.sample(READ_AS, 3)]
    ways += [("legacy", true, read) for true, read in SWAPS.get(case.language, ())]
    for name, true, read in ways:
        try:
            text = case.text.encode(true).decode(read)
        except UnicodeError:
            continue
        if text != case.text:
            yield name, text


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:] or ["/usr/share/locale"]]
    chance = random.Random(7)
    documents = list(cases(messages(folders), chance))
    print(f"{len(documents)} documents in {len({case.language for case in documents})} languages from {', '.join(map(str, folders))}")
    rules = RuleSet(tuple(rule for rule in builtin_rules() if rule.id in RULES))
    flagged: Counter[str] = Counter()
    for case in documents:
        flagged.update({finding.rule for finding in check_document(Document.from_text(case.text), rules).findings})
    print("\n| rule | flagged | of |\n| --- | --- | --- |")
    for rule in RULES:
        print(f"| {rule} | {flagged[rule]} | {len(documents)} |")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    per_language: Counter[str] = Counter()
    mojibake = RuleSet(tuple(rule for rule in rules.rules if rule.id == "mojibake"))
    for case in documents:
        per_language[case.language] += 1
        for name, text in damaged(case, chance) if per_language[case.language] <= DAMAGED else ():
            findings = check_document(Document.from_text(text), mojibake).findings
            counts[name].update(damaged=1, found=bool(findings), exact=_repaired(text, findings) == case.text)
    print("\n| wrong decoding of | documents | found | repaired to the letter |\n| --- | --- | --- | --- |")
    for name, count in counts.items():
        print(f"| {name} | {count['damaged']} | {count['found'] / count['damaged']:.1%} | {count['exact'] / count['damaged']:.1%} |")


def _repaired(text: str, findings: Sequence[Finding]) -> str:
    return apply_edits(text, sorted(edit for finding in findings if finding.fix for edit in finding.fix.edits))


if __name__ == "__main__":
    main()
