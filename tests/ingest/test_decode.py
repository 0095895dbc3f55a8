"""Encodings: declared, recognised, or refused; what is damaged is marked and named; never guessed against a rival."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest.decode import MARK, Decoded, decode, only_utf8

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
    assert decode(text.encode(encoding), name="a").text == text


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Café fermé", "latin-1", "Windows-1252"),
        ("« Nous ouvrirons le quai », dit-il.", "cp1252", "Windows-1252"),
    ],
)
def test_a_short_text_is_read_as_its_words_are_likeliest_and_says_so(
    text: str, encoding: str, shown: str
) -> None:
    read = decode(text.encode(encoding), name="letter")
    assert read.text == text
    word = next(one.strip(",!") for one in text.split() if not one.isascii())
    assert f"does not say which encoding it is in, and was read as {shown}: “{word}”" in read.notes()[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Öffnet die Tür, Müller!", "cp1252"),
        ("Мы откроем причал", "koi8-r"),
        ("「桟橋を開く」と市長は述べた。", "euc-jp"),
        ("「桟橋を開く」と市長は述べた。", "cp932"),
        ("부두를 다시 열겠다고 시장은 말했다.", "cp949"),
    ],
)
def test_short_texts_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="letter").text == text


@pytest.mark.parametrize("data", ["Přístav v bouři".encode("cp1250"), bytes(range(128, 256))])
def test_too_little_to_tell_is_refused_with_the_place_and_the_remedy(data: bytes) -> None:
    with pytest.raises(
        InputError, match=r"letter is not UTF-8 \(line 1, column \d .*save it as UTF-8 with the program"
    ) as refused:
        decode(data, name="letter")
    assert "iconv" not in refused.value.message


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
        decoded = decode(piece.encode(encoding), name="a").text
    except InputError:
        return
    assert len(decoded) == len(piece)
    assert all(letter in (MARK, meant) for letter, meant in zip(decoded, piece, strict=True))


def text_of(data: bytes, declared: str | None = None, *, markup: bool = False) -> str:
    return decode(data, declared, name="a", markup=markup).text


def test_declared_encodings_are_believed() -> None:
    data = "Ο δήμαρχος δήλωσε".encode("iso8859-7")
    text = "Ο δήμαρχος δήλωσε"
    assert text_of(data, "ISO-8859-7") == text
    assert text in text_of(b'<meta charset="iso-8859-7">' + data, markup=True)
    assert text in text_of(
        b'<META http-equiv=Content-Type content="text/html; charset=iso-8859-7">' + data, markup=True
    )
    assert text in text_of(b'<?xml version="1.0" encoding="iso-8859-7"?>' + data, markup=True)


def test_the_order_of_belief() -> None:
    text = "Café <meta charset=koi8-r>"
    assert text_of("\ufeff".encode() + text.encode(), "cp1251", markup=True) == text
    assert text_of(text.encode("cp1252"), "windows-1252", markup=True) == text
    assert text_of(text.encode(), "no-such-charset") == text
    assert text_of(text.encode(), "shift_jis") != text


def test_what_calls_itself_latin_1_has_its_quotation_marks() -> None:
    assert text_of(b"\x93No\x94", "iso-8859-1") == "“No”"


@pytest.mark.parametrize(
    "charset", ["rot13", "base64", "unicode_escape", "utf-7", "idna", "undefined", "\0", "a" * 99, "é"]
)
def test_codecs_that_are_no_document_encodings_are_ignored(charset: str) -> None:
    assert text_of("Zoë \\u0041".encode(), charset) == "Zoë \\u0041"


def test_a_page_cannot_declare_itself_to_be_in_utf_16_in_readable_ascii() -> None:
    data = b'<meta charset="utf-16"><p>Read me well</p>'
    assert "Read me well" in text_of(data, markup=True)


# --- damage ----------------------------------------------------------------------------------------------------


def places(decoded: Decoded) -> list[tuple[int, int, bytes]]:
    return [(one.line, one.column, one.data) for one in decoded.damaged]


def test_one_stray_byte_in_utf_8_is_marked_and_named() -> None:
    data = f"{FRENCH}\nDans la cuisine.\n".encode().replace(b"cuisine", b"caf\xe9")
    decoded = decode(data, name="a")
    assert decoded.text == f"{FRENCH}\nDans la caf{MARK}.\n"
    assert decoded.encoding == "UTF-8"
    assert places(decoded) == [(2, 12, b"\xe9")]
    assert decoded.damaged[0].offset == decoded.text.index(MARK)
    (note,) = decoded.notes()
    assert f"one place is not UTF-8 and cannot be read, and {MARK} stands there: line 2, column 12" in note
    assert f"“Dans la caf{MARK}.”" in note


def test_a_note_says_where_damage_is_outside_what_is_kept() -> None:
    decoded = decode("Küste, Ü\xff".encode("latin-1").replace(b"K\xfc", "Kü".encode()), "utf-8", name="a")
    assert "outside the text" in decoded.notes("Küste")[0]
    assert "outside the text" not in decoded.notes(decoded.text)[0]


def test_many_places_are_counted_and_only_the_first_listed() -> None:
    (note,) = decode("é\n".encode() * 40 + b"ab\xff\n" * 30, name="a").notes()
    assert note.startswith("30 places are not UTF-8")
    assert note.endswith("; and 25 more")


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "windows-1251", "us-ascii"])
def test_utf_8_with_a_stray_byte_is_that_whatever_it_is_declared_to_be(declared: str | None) -> None:
    decoded = decode(JAPANESE.encode() + b"\xfc\n" + RUSSIAN.encode(), declared, name="a")
    assert decoded.text == f"{JAPANESE}{MARK}\n{RUSSIAN}"
    assert decoded.overruled == (declared if declared not in (None, "utf-8") else None)
    assert len(decoded.notes()) == (2 if decoded.overruled else 1)


def test_latin_letters_in_utf_8_declared_as_latin_1() -> None:
    decoded = decode("Zoë".encode(), "ISO-8859-1", name="a")
    assert (decoded.text, decoded.encoding, decoded.overruled) == ("Zoë", "UTF-8", "ISO-8859-1")
    assert decoded.notes() == ("it says that it is in ISO-8859-1, but was read as UTF-8, which it is",)


def test_a_page_in_windows_1252_that_quotes_what_was_garbled_stays_in_it() -> None:
    text = FRENCH + "On lit « CafÃ© » au lieu de « Café »."
    assert text_of(text.encode("cp1252"), "iso-8859-1") == text


def test_bytes_that_a_declared_encoding_does_not_have_are_marked() -> None:
    decoded = decode(FRENCH.encode("cp1252") + b"\x81", "iso-8859-1", name="a")
    assert decoded.text == FRENCH + MARK
    assert "not Windows-1252" in decoded.notes()[0]


def test_a_declared_encoding_that_the_bytes_are_not_in_yields_to_what_is_recognised() -> None:
    decoded = decode((RUSSIAN * 3).encode("cp1251"), "utf-8", name="a")
    assert (decoded.text, decoded.encoding, decoded.overruled) == (RUSSIAN * 3, "Windows-1251", "utf-8")


def test_a_byte_order_mark_decides_though_bytes_are_damaged() -> None:
    assert places(decode(b"\xef\xbb\xbfab\xff", name="a")) == [(1, 3, b"\xff")]
    odd = decode(("\ufeff" + ENGLISH).encode("utf-16-le") + b"\x20", name="a")
    assert odd.text == ENGLISH + MARK
    assert places(odd) == [(1, len(ENGLISH) + 1, b"\x20")]
    half = decode(f"\ufeff{ENGLISH}\n\ud800 {ENGLISH}".encode("utf-16-be", "surrogatepass"), name="a")
    assert half.text == f"{ENGLISH}\n{MARK} {ENGLISH}"
    assert places(half) == [(2, 1, b"\xd8\x00")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE + "\n" * 9])
def test_utf_16_without_its_mark_is_seen(encoding: str, text: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_nul_in_a_text_is_marked_and_a_binary_file_is_refused() -> None:
    decoded = decode(ENGLISH.encode() + b"\0", name="a")
    assert decoded.text == ENGLISH + MARK
    assert places(decoded) == [(1, len(ENGLISH) + 1, b"\0")]
    with pytest.raises(InputError, match="a is not a text: 200 of its 400 bytes cannot be read as UTF-8"):
        decode(b"a\0\0b" * 100, name="a")
    with pytest.raises(InputError, match="a is not UTF-8"):
        decode(bytes(range(256)) * 10, name="a")


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n\ufeff" + MARK)),
        min_size=1,
        max_size=9,
    ),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0xC0, 0xFF)), max_size=3),
)
def test_everything_but_the_damage_is_kept_and_every_place_is_named(
    lines: list[str], damage: list[tuple[int, int]]
) -> None:
    # Four letters for each bad byte, so that UTF-8 is plainly what it is.
    text = "\n".join(lines) + "\n" + "é ö д 中 " * 3
    pieces = sorted({min(at, len(text)): byte for at, byte in damage}.items())
    data, last = b"", 0
    for at, byte in pieces:
        # A space behind it, since the byte and what follows could make one letter.
        data += text[last:at].encode() + bytes((byte,)) + b" "
        last = at
    data += text[last:].encode()
    decoded = decode(data, name="a")
    assert len(decoded.damaged) == decoded.text.count(MARK) == len(pieces)
    assert decoded.text.replace(f"{MARK} ", "") == text
    for place in decoded.damaged:
        assert decoded.text[place.offset] == MARK
        assert decoded.text.split("\n")[place.line - 1][place.column - 1] == MARK
        assert MARK in place.around


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_what_is_utf_8_is_read_as_it_stands(text: str) -> None:
    decoded = decode(text.encode(), name="a")
    assert decoded == Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), "UTF-8")


_CHARSETS = st.sampled_from(
    ["utf-8", "utf-16", "latin-1", "gbk", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr"]
)


@given(st.binary(max_size=200), st.none() | _CHARSETS, st.booleans())
def test_any_bytes_are_a_text_or_refused_in_one_sentence(
    data: bytes, declared: str | None, markup: bool
) -> None:
    try:
        decoded = decode(data, declared, name="a", markup=markup)
    except InputError as error:
        assert "\n" not in error.message and error.message.isprintable()
        return
    decoded.text.encode()
    assert "\0" not in decoded.text and "\r" not in decoded.text
    assert all(note.isprintable() for note in decoded.notes())
    for place in decoded.damaged:
        assert decoded.text[place.offset] == MARK


# --- what must be UTF-8 ----------------------------------------------------------------------------------------


def test_what_must_be_utf_8_is_refused_with_the_place() -> None:
    assert only_utf8("\ufeffZoë\r\n".encode(), name="a") == "Zoë\r\n"
    with pytest.raises(
        InputError, match=rf"a is not UTF-8: line 8, column 4 \(byte FC\), “Die{MARK}”\. Save it as"
    ):
        only_utf8("Zoë\nDie".encode() + b"\xfc\n", name="a", line=7)
    with pytest.raises(InputError, match=r"a is UTF-16\. Save it"):
        only_utf8("\ufeffab".encode("utf-16-le"), name="a")
