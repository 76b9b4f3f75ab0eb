"""What a passage says nothing by: both sides of each share."""

from __future__ import annotations

import pytest

from corpuslint.checkers.near_duplicate.content import says_nothing


@pytest.mark.parametrize(("text", "words", "nothing"), [
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n10", 10, True),
    ("(1)\n(2)\n(3) 12:30, 4.50€ 2014/07/15 580-332", 12, True),
    ("May 2010\nApril 2010\nMarch 2010\nFebruary 2010\nJanuary 2010", 10, True),
    ("Office: 714-347-8408 Cell: 714-292-2718 Ada Finch Speaker Office: 714-347-8405 Cell: 714", 20, False),
    ("between 3 May and 4 June 2021 the ferry was out of service", 12, False),
    ("let x = 5; let y = 6; return x | y; }", 10, True),
    ("Terms of use | Privacy | About the harbour and the people who work in it", 13, False),
    ("Algeria, Brazil, Chile, Denmark, Egypt, France", 6, True),
    ("Algeria, Brazil and Chile, all of them by sea, in winter", 11, False),
    ("82030 AAA FINCH AIR        FINCH AIR INC     7100 TERMINAL DRIVE          OAKFORD", 11, True),
    ("the board   said on Monday that it was late and that nobody had come", 13, False),
    ("Yon\nAda Finch\nBen Stone\nCleo Hill\nDora Marsh\nEve Wood\nFay Brook\nAbe", 15, True),
    ("Yon\nAda Finch\nBen Stone\nCleo Hill\nDora Marsh\nEve Wood\nAbe", 13, False),
    ("Yon\nAda Finch\nBen Stone\nAbe Hill\nDora Marsh\nEve Wood\nFay Brook\nAbe", 15, False),
    ("ヨハン・セバスティアン・ブランデンブルクとマリア・テレジア・シュミット", 17, True),
    ("村の北にある古い橋の下には、誰も見たことのない大きな魚が住んでいる", 16, False),
], ids=lambda value: str(value)[:30])
def test_what_says_nothing(text: str, words: int, nothing: bool) -> None:
    assert says_nothing(text, words) == nothing
