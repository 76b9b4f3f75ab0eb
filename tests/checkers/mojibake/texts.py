"""Sentences to damage, and what the rule finds in them."""

from __future__ import annotations

from corpuslint.card import load_rule
from corpuslint.checkers.mojibake.checker import check
from corpuslint.checkers.mojibake.codecs import SINGLE, table
from corpuslint.data import builtin_folder
from corpuslint.document import Document
from corpuslint.finding import Finding

RULE = load_rule(builtin_folder() / "mojibake.toml")
CZECH = "Když přišel večer, všichni se sešli u ohně a vyprávěli si příběhy o starých časech."
RUSSIAN = "Вечером все собрались у костра и рассказывали друг другу старые истории."
TURKISH = "Akşam olunca herkes ateşin başında toplandı ve eski günlerin hikâyelerini anlattı."
FRENCH = "Le soir, l’élève a été reçu à la fête où l’on célébrait déjà l’été."
GREEK = "Το βράδυ όλοι μαζεύτηκαν γύρω από τη φωτιά και έλεγαν ιστορίες."
CHINESE = "晚上大家围坐在火边，讲述着过去的故事，直到天亮才回家休息。"
JAPANESE = "夜になると、みんなが火のまわりに集まって、昔の話をしていました。"


def found(text: str, **metadata: str) -> list[Finding]:
    return list(check(Document.from_text(text, metadata=metadata), RULE))


def repaired(text: str, findings: list[Finding]) -> str:
    edits = sorted({edit for finding in findings if finding.fix for edit in finding.fix.edits}, reverse=True)
    for edit in edits:
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def misread(text: str, true: str, read: str) -> str:
    """The text written in `true` and read in `read`, as lenient readers do it."""
    data = text.encode(true)
    return data.decode("latin-1").translate(dict(enumerate(table(read)))) if read in SINGLE else data.decode(read)
