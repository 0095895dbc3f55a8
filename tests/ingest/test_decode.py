"""Encodings: declared, recognised, or refused; never replaced and never guessed against a rival."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest.decode import decode

ENGLISH = (
    "“We shall not go back,” she said – and left the café. The clerk’s office would not answer any questions."
)
FRENCH = (
    "Le maire a déclaré que le pont serait fermé avant l'été. « Nous n'attendrons pas », a-t-il répété devant les "
    "élus réunis à la préfecture, où l'opposition a quitté la salle. Les pêcheurs, eux, demandent depuis des années "
    "que le quai soit réparé ; ils ont été reçus hier par la présidente de la région, qui leur a promis une réponse "
    "écrite dès la rentrée. Personne n'a voulu dire combien coûteront les travaux, ni qui les paiera. "
)
SPANISH = "El alcalde declaró que el puente se cerrará en otoño. «No daremos marcha atrás», añadió. ¿Qué pasará después? "
RUSSIAN = "Начальник порта заявил, что переговоры продолжатся осенью, и поблагодарил рыбаков за терпение. "
POLISH = (
    "Burmistrz powiedział, że most będzie zamknięty jesienią, a część świadków złożyła już zeznania przed sądem. "
    "Rybacy od wielu lat domagają się naprawy nabrzeża i wczoraj przyjęła ich pani wojewoda, która obiecała, że "
    "odpowie na piśmie jeszcze przed końcem miesiąca. Nikt nie chciał powiedzieć, ile będą kosztować prace ani kto "
    "za nie zapłaci, choć radni pytali o to kilka razy podczas posiedzenia. "
)
JAPANESE = "港の責任者は、協議は秋に続くと述べ、漁師たちに感謝した。会談は二日間続き、両者が共同声明を発表した。反対派は批判している。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "latin-1"),
        (SPANISH * 2, "cp1252"),
        (RUSSIAN * 3, "cp1251"),
        (RUSSIAN * 3, "koi8-r"),
        (RUSSIAN * 3, "cp866"),
        (POLISH, "cp1250"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_common_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="a") == text


@pytest.mark.parametrize(
    "data", ["Café fermé".encode("latin-1"), "Привет".encode("cp1251"), bytes(range(128, 256))]
)
def test_too_little_to_tell_is_refused_with_the_remedy(data: bytes) -> None:
    with pytest.raises(
        InputError,
        match=r"letter is not UTF-8 and its encoding could not be recognised; convert it, e\.g\. with iconv",
    ):
        decode(data, name="letter")


LEGACY = [
    ("cp1252", FRENCH + SPANISH),
    ("cp1250", POLISH),
    ("cp1251", RUSSIAN),
    ("koi8-r", RUSSIAN),
    ("cp866", RUSSIAN),
]


@given(st.sampled_from(LEGACY), st.data())
def test_a_piece_of_a_text_is_decoded_rightly_or_refused(case: tuple[str, str], data: st.DataObject) -> None:
    encoding, text = case
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    piece = " ".join(words[start : start + data.draw(st.integers(12, 40))])
    try:
        decoded = decode(piece.encode(encoding), name="a")
    except InputError:
        return
    assert decoded == piece


def test_declared_encodings_are_believed() -> None:
    data = "Ο δήμαρχος δήλωσε".encode("iso8859-7")
    text = "Ο δήμαρχος δήλωσε"
    assert decode(data, name="a", charset="ISO-8859-7") == text
    assert text in decode(b'<meta charset="iso-8859-7">' + data, name="a", markup=True)
    assert text in decode(
        b'<META http-equiv=Content-Type content="text/html; charset=iso-8859-7">' + data,
        name="a",
        markup=True,
    )
    assert text in decode(b'<?xml version="1.0" encoding="iso-8859-7"?>' + data, name="a", markup=True)


def test_the_order_of_belief() -> None:
    text = "Café <meta charset=koi8-r>"
    assert decode("\ufeff".encode() + text.encode(), name="a", charset="cp1251", markup=True) == text
    assert decode(text.encode("cp1252"), name="a", charset="windows-1252", markup=True) == text
    assert decode(text.encode(), name="a", charset="no-such-charset") == text
    assert decode(text.encode(), name="a", charset="shift_jis") != text


def test_what_calls_itself_latin_1_has_its_quotation_marks() -> None:
    assert decode(b"\x93No\x94", name="a", charset="iso-8859-1") == "“No”"


@pytest.mark.parametrize(
    "charset", ["rot13", "base64", "unicode_escape", "utf-7", "idna", "undefined", "\0", "a" * 99, "é"]
)
def test_codecs_that_are_no_document_encodings_are_ignored(charset: str) -> None:
    assert decode("Zoë \\u0041".encode(), name="a", charset=charset) == "Zoë \\u0041"


def test_a_page_cannot_declare_itself_to_be_in_utf_16_in_readable_ascii() -> None:
    data = b'<meta charset="utf-16"><p>Read me well</p>'
    assert "Read me well" in decode(data, name="a", markup=True)


def test_a_byte_order_mark_before_other_bytes_is_refused() -> None:
    with pytest.raises(InputError, match="mark of UTF-8 but is not valid UTF-8 at byte 5"):
        decode(b"\xef\xbb\xbfab\xff", name="a")


def test_nul_is_found_at_its_place() -> None:
    with pytest.raises(InputError, match="offset 2"):
        decode("\ufeffab\0".encode("utf-16-le"), name="a")
