"""What a transport left behind, and characters that no text has."""

from __future__ import annotations

import pytest

from tests.checkers.mojibake.texts import found


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
