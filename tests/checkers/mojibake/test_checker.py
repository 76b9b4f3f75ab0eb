"""The rule mojibake, end to end: kinds, exact spans, repairs, and what it must leave alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuslint.checkers.mojibake import witness as encoding_witness
from corpuslint.checkers.mojibake.checker import check
from corpuslint.checkers.mojibake.codecs import SINGLE, table
from corpuslint.document import Document, decode
from corpuslint.finding import Finding
from corpuslint.rule import builtin_folder, load_rule

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


@pytest.mark.parametrize("read", ["cp1252", "latin-1", "cp1250", "cp1251", "cp1254", "mac-roman", "cp437", "cp850", "cp866", "koi8-r"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CZECH, TURKISH], ids=["fr", "ru", "cs", "tr"])
def test_utf8_read_as_a_single_byte_code_page_is_given_back(text: str, read: str) -> None:
    damaged = misread(text, "utf-8", read)
    assert repaired(damaged, found(damaged)) == text


@pytest.mark.parametrize(
    ("text", "language", "true", "read"),
    [
        (CZECH, "cs", "cp1250", "cp1252"), (CZECH, "cs", "iso8859-2", "latin-1"), (RUSSIAN, "ru", "cp1251", "cp1252"),
        (RUSSIAN, "ru", "koi8-r", "cp1251"), (RUSSIAN, "ru", "cp866", "cp1251"), (RUSSIAN, "ru", "koi8-r", "cp1252"),
        (TURKISH, "tr", "cp1254", "cp1252"), (GREEK, "el", "cp1253", "cp1252"), (FRENCH, "fr", "cp1252", "mac-roman"),
        (CHINESE, "zh", "gb18030", "latin-1"), (JAPANESE, "ja", "cp932", "cp1252"), (JAPANESE, "ja", "euc_jp", "latin-1"),
        (JAPANESE, "ja", "cp932", "gb18030"),
    ],
)
def test_swaps_of_legacy_code_pages_are_given_back(text: str, language: str, true: str, read: str) -> None:
    damaged = misread(text, true, read)
    findings = found(damaged, language=language)
    assert {finding.kind for finding in findings} == {"legacy-swap"}
    assert repaired(damaged, findings) == text


@pytest.mark.parametrize("text", [CZECH, RUSSIAN, TURKISH, FRENCH, GREEK, CHINESE, JAPANESE])
def test_sound_text_is_silent(text: str) -> None:
    assert found(text) == []


def test_the_finding_says_what_was_read_as_what() -> None:
    [finding] = found("She liked the cafÃ© best.")
    assert (finding.span, finding.kind) == ((17, 19), "utf8-misread")
    assert finding.evidence == {"read": "cp1252", "true": "UTF-8", "repair": "é"}
    assert finding.fix is not None and finding.fix.safety == "safe"


def test_layers_are_named_from_the_inside_out() -> None:
    damaged = misread(misread("It was the gardener’s.", "utf-8", "cp1252"), "utf-8", "cp1251")
    [finding] = found(damaged)
    assert (finding.kind, finding.evidence["read"]) == ("double", "cp1252, then cp1251")
    assert repaired(damaged, [finding]) == "It was the gardener’s."


def test_undecodable_bytes_are_read_in_the_likely_code_page() -> None:
    text = decode("Nous avons mangé à Orléans".encode("cp1252")).text
    findings = found(text, language="fr")
    assert {f.kind for f in findings} == {"undecodable"}
    assert repaired(text, findings) == "Nous avons mangé à Orléans"


@pytest.mark.parametrize(
    ("text", "kind", "match"),
    [
        ("Il a mang\ufffd une pomme.", "replacement", "\ufffd"),
        ("One\x00two", "control", "\x00"),
        ("A \ufeffB", "bom", "\ufeff"),
        ("\uf0b7 first point", "private-use", "\uf0b7"),
        ("本报讯 锟斤拷锟斤拷 昨日", "kunjinkao", "锟斤拷锟斤拷"),
        ("Er sagt, die T&uuml;r ist zu.", "entity", "&uuml;"),
        ("Das Haus and#8211; so sagt man.", "entity", "and#8211;"),
        (r"na\u00efve", "escape", r"\u00ef"),
        (r"caf\xc3\xa9 culture", "escape", r"\xc3\xa9"),
        ("caf%C3%A9 culture", "escape", "%C3%A9"),
        ("caf=C3=A9 culture", "quoted-printable", "=C3=A9"),
        ("caf+AOk- culture", "utf7", "+AOk-"),
    ],
)
def test_residue(text: str, kind: str, match: str) -> None:
    [finding] = found(text)
    assert (finding.kind, finding.match) == (kind, match)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffA byte order mark at the start of a file is its own business.",
        "Use `â€™` to show it.",
        "```\ncafÃ©\n```",
        'print("\\u2019".encode("utf-8"))',
        "https://example.org/?q=caf%C3%A9&amp;x=1",
        "C:\\users\\new\\u2\\x1 and x=20, =2B, 1+2-3, +abc-",
        "ﷺ and ﷲ",
        "a\u00adny\u00adthing 10 000 €",
        "┌──┬──┐\n│ a │ é │\n└──┴──┘",
        "<p>Fish &amp; chips</p><p>and</p><b>tea</b>",
    ],
)
def test_what_is_right_is_silent(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet=st.characters(), max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_spans_lie_inside(text: str) -> None:
    last = 0
    for finding in found(text):
        assert last <= finding.span.start < finding.span.end <= len(text)
        last = finding.span.end


@given(st.binary(max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read(data: bytes) -> None:
    found(decode(data).text)


@pytest.mark.parametrize("unit", ["Ã", "Ã©", "â€", "&amp;", "=C3", "\\x", "?", "? ", "\ufffd", "锟", "鈥", "т", "+A", "%E2", "\udc80", "─"])
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        sum(1 for _ in check(Document.from_text(text, metadata={"language": "en"}), RULE))
        return time.process_time() - start

    seconds(2_000)
    small, large = seconds(20_000), seconds(80_000)
    assert large < 8 * small + 0.3


def test_no_lexicon_is_opened_where_no_word_is_in_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding_witness, "open_lexicon", lambda _language: pytest.fail("opened"))
    assert encoding_witness.witnessed("egy\u00a0szó", frozenset("\u00a0ó"), "hu") == []


FOREIGN = {
    "ru": (RUSSIAN, ("cp1251", "koi8-r", "cp866", "iso8859-5")), "fr": (FRENCH.replace("’", "'"), ("cp1252", "latin-1", "cp437", "cp850", "mac-roman")),
    "zh": (CHINESE, ("gb18030",)), "ja": (JAPANESE, ("cp932", "euc_jp")), "el": (GREEK, ("cp1253",)), "cs": (CZECH, ("cp1250", "iso8859-2")),
    "ko": ("저녁이 되자 모두 불 주위에 모여 옛날 이야기를 했습니다. 오늘은 날씨가 따뜻합니다.", ("euc_kr",)),
    "zh-Hant": ("晚上大家圍坐在火邊，講述著過去的故事，直到天亮才回家休息。今天天氣很好。", ("big5",)),
}
NAMES = {
    "cp1251": "windows-1251", "koi8-r": "KOI8-R", "cp866": "CP866", "iso8859-5": "ISO-8859-5", "cp1252": "ISO-8859-1 (windows-1252)",
    "latin-1": "ISO-8859-1 (windows-1252)", "cp437": "CP437", "cp850": "CP437", "mac-roman": "MACINTOSH", "gb18030": "GB18030", "cp932": "SHIFT_JIS",
    "euc_jp": "EUC-JP", "cp1253": "windows-1253", "cp1250": "windows-1250", "iso8859-2": "ISO-8859-2", "euc_kr": "EUC-KR", "big5": "BIG5",
}


@pytest.mark.parametrize(("text", "codec"), [(text, codec) for text, codecs in FOREIGN.values() for codec in codecs])
def test_a_file_in_another_encoding_is_one_finding_that_names_it(text: str, codec: str) -> None:
    [finding] = found(decode(text.encode(codec)).text)
    assert (finding.kind, finding.span) == ("undecodable", (0, 0))
    named = NAMES[codec]
    assert finding.message == f"not UTF-8: the file reads as {named}, convert it, e.g. iconv -f {named.split()[0]} -t UTF-8"
    assert finding.fix is not None and finding.fix.safety == "unsafe"
    assert finding.fix.edits[0].replacement == text


def test_a_few_bad_bytes_keep_their_places() -> None:
    text = decode("Er sagte: «Größe» und ging, ".encode() + b"\xff, \xfe und mehr als das").text
    assert [(f.kind, f.match) for f in found(text)] == [("undecodable", "\udcff"), ("undecodable", "\udcfe")]


def test_a_text_in_another_encoding_has_no_broken_words() -> None:
    text = decode((CZECH * 5).encode("cp1250")).text
    rule = load_rule(builtin_folder() / "broken-word.toml")
    from corpuslint.checkers.broken_word.checker import check as check_words

    assert list(check_words(Document.from_text(text, metadata={"language": "cs"}), rule)) == []


def test_bytes_that_no_encoding_explains_are_one_finding() -> None:
    findings = found(decode(bytes(range(128, 256)) * 40).text)
    assert {finding.span for finding in findings} == {(0, 0)}
