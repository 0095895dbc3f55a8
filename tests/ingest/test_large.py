"""Files at the edge of what is read: in bounded memory, or refused in a sentence that says what to do."""

import io
import zipfile

import pytest

from onrecord.errors import InputError
from onrecord.ingest.read import read_bytes

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>%s</body></text></TEI>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tags.html", b"<p>on<p>" * 200_001),
        ("letters.html", b"<p>" + b"The ebb. " * 2_000_000),
        ("items.md", b"- on *the* quay\n" * 80_001),
        ("paragraphs.md", b"On.\n\n" * 80_001),
        (
            "tags.fb2",
            b'<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body>'
            + b"<p>on</p>" * 200_001
            + b"</body></FictionBook>",
        ),
        ("people.tei", (TEI % ("<person/>" * 100_001)).encode()),
    ],
)
def test_what_would_take_too_much_memory_is_refused_with_what_to_do(name: str, data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        read_bytes(data, name=name)
    assert refused.value.message.startswith(f"{name} ") and "more than" in refused.value.message
    assert any(word in refused.value.message for word in ("split it", "keep of its header"))


def test_an_image_within_a_large_page_counts_for_nothing() -> None:
    image = '<img src="data:image/png;base64,' + "A" * 2_200_000 + '">'
    page = f"<html><body><p>“The pier holds,” said Ida Lund.</p>{image}<p>It rained.</p>{image}</body></html>"
    assert (
        "“The pier holds,” said Ida Lund.\n\nIt rained." in read_bytes(page.encode(), name="saved.html").text
    )


def test_of_a_large_page_all_of_the_text_is_kept() -> None:
    paragraph = "<p>" + "Nobody will be left on the pier, and the ferry sails at noon. " * 100 + "</p>\n"
    page = f"<html><body><p>The first.</p>{paragraph * 700}<p>The last.</p></body></html>"
    text = read_bytes(page.encode(), name="log.html").text
    assert text.startswith("The first.\n\nNobody") and text.endswith("noon.\n\nThe last.\n")


def test_text_boxes_tables_and_labels_of_word_come_in_their_order() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    def p(words: str, inside: str = "") -> str:
        return f"<w:p><w:r><w:t>{words}</w:t>{inside}</w:r></w:p>"

    box = f"<w:pict><w:txbxContent>{p('In the box.')}{p('Still in it.')}</w:txbxContent></w:pict>"
    cells = "".join(f"<w:tr><w:tc>{p(one)}</w:tc><w:tc>{p(one + '!')}</w:tc></w:tr>" for one in ("a", "b"))
    body = p("Before.") + p("Around.", box) + f"<w:tbl>{cells}</w:tbl>" + p("After.")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
        )
    assert read_bytes(out.getvalue(), name="a.docx").text.split("\n\n") == [
        "Before.",
        "Around.",
        "In the box.",
        "Still in it.",
        "a",
        "a!",
        "b",
        "b!",
        "After.\n",
    ]


def test_people_behind_the_text_and_labels_before_a_speech_name_who_speaks() -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><note type="speaker">Chair:</note><u><seg>We begin.</seg></u>'
        '<u who="#q"><seg>It <sic>hodls</sic><corr>holds</corr>.</seg></u><sp who="#z"><speaker>Oduya.</speaker><p>Will it?</p></sp></body>'
        '<back><listPerson><person xml:id="q"><persName>Mara Quill</persName></person></listPerson></back></text></TEI>'
    )
    found = read_bytes(tei.encode(), name="a.tei")
    assert [(turn.speaker, found.text[turn.start : turn.end]) for turn in found.turns] == [
        ("Chair", "We begin."),
        ("Mara Quill", "It holds."),
        ("Oduya", "Will it?"),
    ]
