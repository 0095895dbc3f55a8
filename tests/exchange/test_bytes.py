"""Files in whatever encoding: read as the likeliest of the whole, and what cannot be read is marked and named."""

from io import BytesIO

import pytest

from onrecord.errors import InputError
from onrecord.exchange.entries import Entry, Noted, QuoteEntry, SourceEntry
from onrecord.exchange.formats import FORMATS, load

MARK = "\ufffd"
# By format: a file with letters of UTF-8 and, for #, a byte that is none of it; where that stands.
FILES = {
    "ris": ("TY  - BOOK\nTI  - Ærlige menn\nPB  - H#vn\nER  - \n", "line 3, column 8, PB"),
    "bibtex": ("@book{a,\n title = {Ærlige menn},\n publisher = {H#vn}}\n", "line 3, column 16, publisher"),
    "csljson": ('[{"type": "book", "title": "Ærlige menn",\n "publisher": "H#vn"}]', "line 2, column 17, publisher"),
    "zotero": (
        '[{"itemType": "book", "title": "Ærlige menn",\n "publisher": "H#vn"}]', "line 2, column 17, publisher",
    ),
    "hypothesis": (
        ('[{"uri": "https://coast.example/a", "document": {"title": ["Ærlige menn"]},\n "target": [{"selector": '
        '[{"type": "TextQuoteSelector", "exact": "Et h#p"}]}]}]'), "line 2, column 71, exact",
    ),
    "webannotation": (
        ('{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": {"source": '
        '"https://coast.example/a", "selector": {"type": "TextQuoteSelector",\n "prefix": "Å",  "exact": "Et h#p"}}}'),
        "line 2, column 32, exact",
    ),
    "schemaorg": (
        ('<html><script type="application/ld+json">{"@context": "https://schema.org", "@type": "Quotation",\n "text": '
        '"Et h#p er et håp.", "spokenByCharacter": "Ada Moe"}</script></html>'), "line 2, column 15, text",
    ),
    "readwise": ("Highlight,Book Title\nEt håp,Ærlige menn\nEt h#p,Båter\n", "line 3, column 5"),
    "wikiquote": ("Åsa\n== Quotes ==\n* Et håp\n* Et h#p\n", "line 4, column 7"),
}  # fmt: skip


def read(format: str, data: bytes) -> list[Entry]:
    reader = next(one.reader for one in FORMATS if one.name == format)
    return list(load(reader or "")(BytesIO(data), "Åsa.wiki"))


def works(entries: list[Entry]) -> list[str]:
    return [str(one.csl.get("title")) for one in entries if isinstance(one, SourceEntry)]


BYTES = [(b"\xe5", "å", "read as å (Windows-1252)"), (b"\xff", MARK, f"kept as {MARK}")]


@pytest.mark.parametrize(("stray", "letter", "kept"), BYTES)
@pytest.mark.parametrize("format", FILES)
def test_a_stray_byte_is_read_as_what_it_is_or_kept_as_a_mark_and_named(
    format: str, stray: bytes, letter: str, kept: str
) -> None:
    text, where = FILES[format]
    noted, *entries = read(format, text.encode().replace(b"#", stray))
    assert isinstance(noted, Noted)
    assert noted.where == where
    assert noted.reason.startswith(f"byte {stray.hex().upper()} cannot be read as UTF-8; {kept} in “")
    assert not any(isinstance(one, Noted) for one in entries)
    whole = "".join(
        str(one.csl)
        if isinstance(one, SourceEntry)
        else f"{one.text} {one.source.csl if one.source else None}"
        for one in entries
        if isinstance(one, SourceEntry | QuoteEntry)
    )
    assert f"h{letter}" in whole.lower() and ("Ærlige" in whole or "Å" in text or "håp" in text)
    assert not any(isinstance(one, Noted) for one in read(format, text.replace("#", "å").encode()))


@pytest.mark.parametrize(
    ("title", "right"),
    [
        (b"Die K\xfcche des K\xf6nigs, gr\xc3\xbcn", "Die Küche des Königs, grün"),
        (b"L'\xe9t\xe9 \xe0 la c\xc3\xb4te", "L'été à la côte"),
        ("Łódź i ksi".encode() + b"\xb9\xbfki", "Łódź i książki"),
        (b"A caf\xc3", f"A caf{MARK}"),
        ("Ка".encode() + b"\xf0" + "та и море".encode(), f"Ка{MARK}та и море"),
        (b"Quay \xd6\xd0\xce\xc4", "Quay " + b"\xd6\xd0\xce\xc4".decode("utf-8", "replace")),
    ],
)
def test_letters_of_another_encoding_within_utf8_are_told_by_their_words(title: bytes, right: str) -> None:
    entries = read(
        "ris",
        b"TY  - BOOK\nTI  - "
        + title
        + b"\nPB  - \xc3\x85s p\xc3\xa5 \xc3\x98ya, \xc3\x85s, \xc3\x85s\nER  - \n",
    )
    assert works(entries) == [right]
    reasons = " ".join(one.reason for one in entries if isinstance(one, Noted))
    assert reasons and right.split()[1][:1] in reasons


NAMES = [
    ("cp1252", "Windows-1252", "Über die Küche", "Weiß, Jörg"),
    ("cp1252", "Windows-1252", "Niños y años", "Ibáñez, Inés"),
    ("mac-roman", "Mac Roman", "Forêts et rivières", "Bénard, Zoé"),
    ("cp1250", "Windows-1250", "Łódź i książki", "Żak, Paweł"),
    ("iso8859-2", "ISO-8859-2", "Łódź i książki", "Żak, Paweł"),
    ("cp1251", "Windows-1251", "Берег и ветер", "Лодкин, Пётр"),
    ("koi8-r", "KOI8-R", "Берег и ветер", "Лодкин, Пётр"),
    ("cp1253", "Windows-1253", "Το καράβι", "Λιμανός, Νίκος"),
    ("cp1254", "Windows-1254", "Işık ve gölge", "Çağlar, Uğur"),
    ("big5", "Big5", "港口的歷史與海", "陳, 明山"),
]


@pytest.mark.parametrize(("encoding", "name", "title", "author"), NAMES)
@pytest.mark.parametrize("format", ["ris", "bibtex"])
def test_other_encodings_are_told_by_a_few_names(
    format: str, encoding: str, name: str, title: str, author: str
) -> None:
    records = {
        "ris": f"TY  - BOOK\r\nTI  - {title}\r\nAU  - {author}\r\nER  - \r\n",
        "bibtex": f"@book{{a, title = {{{title}}},\n author = {{{author}}}}}\n",
    }
    noted, *entries = read(format, records[format].encode(encoding))
    assert isinstance(noted, Noted) and noted.where == ""
    assert noted.reason.startswith(f"it is not UTF-8, and was read as {name}: “")
    assert works(entries) == [title]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_what_is_unicode_is_read_without_a_word(encoding: str) -> None:
    text = "TY  - BOOK\nTI  - Über die Küche\nER  - \n" * 3
    entries = read("ris", text.encode(encoding))
    assert works(entries) == ["Über die Küche"] * 3 and len(entries) == 3


def test_many_places_are_counted() -> None:
    text = "".join(f"TY  - BOOK\nTI  - Å {number} h#vn\nER  - \n" for number in range(50))
    noted = [one for one in read("ris", text.encode().replace(b"#", b"\xe5")) if isinstance(one, Noted)]
    assert len(noted) == 21 and noted[-1].reason == "30 more places cannot be read as UTF-8"


def test_what_is_no_text_is_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match="library"):
        reader = load("bibliography.ris:read")
        list(reader(BytesIO(b"TY  - BOOK\nTI  - " + bytes(range(128, 256)) * 4), "library.ris"))
