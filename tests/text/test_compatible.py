"""Letters kept for compatibility: what a reader takes for the same letter is folded, and no digit or sign ever is."""

import re
import sys
import unicodedata

import pytest

from onrecord.text.compatible import CANDIDATES, made_plain, plain
from onrecord.text.fold import fold


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("oﬃce ﬁrst aﬄuent", "office first affluent"), ("coŀlaborar", "col·laborar"), ("ǆep", "džep"), ("ĳs", "ijs"),
        ("Ｈｅｌｌｏ", "Hello"), ("𝗕𝗼𝗹𝗱", "Bold"), ("ﻻ ﺳﻨﺼﻠﺢ", "لا سنصلح"), ("ｶﾞｷ", "ガキ"), ("⼈", "人"), ("Paſſion", "Passion"),
    ],
)  # fmt: skip
def test_the_same_letters_to_a_reader_are_folded(printed: str, read: str) -> None:
    assert fold(printed).text == fold(read).text


@pytest.mark.parametrize("kept", ["3²", "½", "①", "％", "Ⅷ", "１", "№", "℃", "nº", "1ª", "ㄱㅏ", "™"])
def test_digits_signs_and_raised_letters_stay(kept: str) -> None:
    assert fold(kept).text == kept
    assert made_plain(kept) == kept


def test_every_letter_of_unicode_is_folded_by_the_rule_or_not_at_all() -> None:
    candidate = re.compile(f"[{CANDIDATES}]")
    missed = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if plain(chr(code)) != chr(code) and not candidate.match(chr(code))
    ]
    assert missed == []
    for code in range(sys.maxunicode + 1):
        letters = plain(chr(code))
        assert letters == chr(code) or not any(unicodedata.category(one)[0] == "N" for one in letters)


def test_a_place_never_ends_inside_a_ligature() -> None:
    folded = fold("oﬃce")
    assert folded.text == "office"
    assert folded.original(1, 4) == (1, 2)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Vraiment ?", "Vraiment?"),
        ("Oui !", "Oui!"),
        ("5\u00a0%", "5%"),
        ("10 €", "10€"),
        ("a\u202f: b", "a: b"),
    ],
)
def test_spaces_before_stops_and_signs_are_typography(printed: str, typed: str) -> None:
    assert fold(printed).text == fold(typed).text
