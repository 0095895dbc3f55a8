"""Code pages told by the letters of a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.alphabets import by_letters

TEXTS = {
    "German": ("Schöne Grüße aus der Straße über den Häusern", ("cp1252", "mac-roman")),
    "French": ("Les élèves préfèrent la forêt près du château", ("cp1252", "mac-roman")),
    "Spanish": ("Los niños cantarán mañana una canción española", ("cp1252", "mac-roman")),
    "Portuguese": ("As irmãs estão na estação até amanhã de manhã", ("cp1252", "mac-roman")),
    "Swedish": ("Små båtar går längs ån över till den andra sidan", ("cp1252", "mac-roman")),
    "Danish": ("Søen ligger mørk når børnene går hjem ad stien", ("cp1252", "mac-roman")),
    "Polish": ("Żółte liście spadają późną jesienią na ścieżkę", ("cp1250", "iso8859-2")),
    "Czech": ("Příští týden přijedou všichni přátelé z města Třebíč", ("cp1250", "iso8859-2")),
    "Hungarian": ("Az őszi erdőből hűvös szél fúj a fűzfák között", ("cp1250", "iso8859-2")),
    "Turkish": ("Işıklar söndü, çocuklar ağaçların altında uyuyor", ("cp1254", "iso8859-9")),
    "Lithuanian": ("Žuvėdros skrenda virš jūros, žvejai grįžta namų", ("cp1257",)),
    "Russian": ("Лодка вернулась в гавань поздно вечером", ("cp1251", "koi8-r", "cp866", "iso8859-5")),
    "Ukrainian": ("Човен повернувся до гавані пізно ввечері, її чекали", ("cp1251", "koi8-u")),
    "Greek": ("Το πλοίο γύρισε αργά το βράδυ στο λιμάνι", ("cp1253", "iso8859-7")),
    "Hebrew": ("הסירה חזרה לנמל מאוחר בלילה", ("cp1255",)),
    "Arabic": ("عاد القارب إلى الميناء في وقت متأخر", ("cp1256",)),
}
CASES = [(encoding, text) for text, encodings in TEXTS.values() for encoding in encodings]


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_a_sentence_tells_its_code_page(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    found = by_letters(data)
    assert found is not None and data.decode(found) == text


@pytest.mark.parametrize(
    "text", ["港口的歷史與海", "海の物語と港の歌", "바다와 항구의 노래 이야기"], ids=["zh", "ja", "ko"]
)
@pytest.mark.parametrize("encoding", ["big5", "gb18030", "cp932", "euc_jp", "cp949"])
def test_several_bytes_a_letter_are_not_told_here(encoding: str, text: str) -> None:
    data = text.encode(encoding, "ignore")
    if len(data) > 8:
        assert by_letters(data) is None


@pytest.mark.parametrize("data", [b"", b"plain", b"Bad \xff byte", b"\x81\x8d\x8f", bytes(range(128, 256))])
def test_what_no_language_writes_is_none(data: bytes) -> None:
    assert by_letters(data) is None


@given(st.binary(max_size=200))
def test_it_never_fails(data: bytes) -> None:
    found = by_letters(data)
    assert found is None or data.decode(found, "replace")
