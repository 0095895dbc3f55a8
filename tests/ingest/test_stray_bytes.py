"""One stray byte in files as they come from desks: the rest is read as what it is, and the place is named."""

import pytest

from onrecord.ingest.read import read_bytes

PAGE = (
    '<html lang="fr"><head><meta charset="utf-8"><title>Le quai</title></head><body><article><p>« Nous ouvrirons le quai avant l’été »,'
    " a déclaré Élise Noël à Orléans.</p><p>Il pleuvait, et le caf%s fermé.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("name", "data", "kept", "told"),
    [
        ("a.html", (PAGE % "@").encode().replace(b"@", b"\xe9"), "Élise Noël à Orléans", "(byte E9)"),
        (
            "b.txt",
            "“Nobody stays,” Ann Lee said.\0 It rained.\n".encode(),
            "“Nobody stays,” Ann",
            "(byte 00)",
        ),
        (
            "c.md",
            "# Über\n\n„Wir öffnen den Kai“, sagte Jörg. ".encode() + b"\x80\x93 Ende.\n",
            "„Wir öffnen den Kai“",
            "80 93",
        ),
        (
            "d.vtt",
            "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Óscar Núñez>El año pasado abrió el muelle. ".encode()
            + b"\xf1\n",
            "El año pasado abrió el muelle.",
            "(byte F1)",
        ),
        (
            "e.eml",
            "From: Ann Lee <a@quay.example>\nSubject: Kai\nContent-Type: text/plain; charset=utf-8\n\nWir öffnen für Müller. ".encode()
            + b"\xfc\n",
            "Wir öffnen für Müller.",
            "(byte FC)",
        ),
    ],
)
def test_the_text_is_whole_and_the_place_named(name: str, data: bytes, kept: str, told: str) -> None:
    read = read_bytes(data, name=name)
    assert kept in read.text and read.text.count("\ufffd") in (1, 2)
    assert any(told in note for note in read.notes)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        (
            "a.srt",
            "1\n00:00:01,000 --> 00:00:03,000\nÖffnet die Tür, Müller!\n".encode("cp1252"),
            "Öffnet die Tür, Müller!",
        ),
        (
            "b.eml",
            b"From: Ann Lee <a@quay.example>\nSubject: Midi\nContent-Type: text/plain; charset=us-ascii\n\n"
            + "Nous fermons le café à midi.\n".encode("cp1252"),
            "Nous fermons le café à midi.",
        ),
        (
            "c.html",
            '<html lang="ja"><title>港</title><body><p>「桟橋を開く」と市長の山田太郎は述べた。</p></body></html>'.encode(
                "euc-jp"
            ),
            "「桟橋を開く」と市長の山田太郎は述べた。",
        ),
    ],
)
def test_a_short_file_that_does_not_say_its_encoding(name: str, data: bytes, text: str) -> None:
    assert read_bytes(data, name=name).text.strip() == text
