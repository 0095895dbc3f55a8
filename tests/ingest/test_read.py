"""Bytes in, document out: what is read, and what is refused in one sentence."""

import io
import os
import tempfile
from itertools import repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import as_nobody

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Document
from onrecord.ingest.read import MAX_BYTES, read_bytes, read_file, read_stdin

TEXT = "The harbour council met on Monday.\n\n“Nothing is decided,” Ines Kallweit said.\n"


def refusal(data: bytes, name: str = "notes.txt", media_type: str | None = None) -> str:
    with pytest.raises(InputError) as error:
        read_bytes(data, name=name, media_type=media_type)
    assert "\n" not in error.value.message
    return error.value.message


def test_a_plain_text_file_is_kept_as_it_is_and_nothing_about_it_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "council.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    document = read_file(path)
    assert document.text == TEXT
    assert (document.media_type, document.extractor) == ("text/plain", "text")
    assert document.original == path.read_bytes()
    assert document.metadata.title is None
    assert document.metadata.authors == ()


def test_composed_and_decomposed_letters_stay_what_they_are() -> None:
    text = "Café and Cafe\u0301 \u2028 are two spellings\x0b."
    assert read_bytes(text.encode(), name="a.txt").text == text


@pytest.mark.parametrize(
    ("name", "media_type", "expected"),
    [
        ("a.txt", None, "text/plain"),
        ("a.md", None, "text/markdown"),
        ("a.HTM", None, "text/html"),
        ("a", None, "text/html"),
        ("a.php", None, "text/html"),
        ("a.txt", "text/html", "text/html"),
        ("a.html", "text/plain", "text/plain"),
        ("readme.md", "text/plain", "text/markdown"),
        ("a", "application/octet-stream", "text/html"),
    ],
)
def test_media_type_then_suffix_then_content_say_how_to_read(
    name: str, media_type: str | None, expected: str
) -> None:
    page = b"<!-- saved --><!DOCTYPE html><p>A page about the harbour.</p>"
    assert read_bytes(page, name=name, media_type=media_type).media_type == expected


def test_standard_input_is_read_from_bytes_and_from_streams_with_a_hint() -> None:
    assert read_stdin(TEXT.encode()).text == TEXT
    assert read_stdin(io.BytesIO(TEXT.encode())).text == TEXT
    assert read_stdin(b"# Minutes\n\n*All* agreed.", "md").text == "Minutes\n\nAll agreed.\n"
    assert read_stdin(b"# Minutes\n\n*All* agreed.", ".md").metadata.title == "Minutes"
    assert read_stdin(b"<p>All agreed.</p>", "text/html").text == "All agreed.\n"


class Endless(io.RawIOBase):
    """Standard input that never ends."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        buffer[:] = bytes(repeat(ord("a"), len(buffer)))
        self.given += len(buffer)
        return len(buffer)


def test_endless_standard_input_is_refused_after_the_limit() -> None:
    endless = Endless()
    with pytest.raises(InputError, match="standard input is larger than 50 MB"):
        read_stdin(io.BufferedReader(endless, buffer_size=1_000_000))
    assert endless.given < MAX_BYTES + 2_000_000


def test_files_that_are_not_there_or_not_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path, sentence in [
        (tmp_path / "none.txt", "There is no file .*none.txt"),
        (tmp_path, "is a folder"),
        (pipe, "not a regular file; to read from a pipe, use -"),
        (Path("/dev/zero"), "not a regular file"),
        (loop, "cannot be read"),
        (tmp_path / "a" / ("b" * 300), "no file|cannot be read"),
        (tmp_path / "nul\0.txt", "is not a file name"),
    ]:
        with pytest.raises(InputError, match=sentence) as error:
            read_file(path)
        assert error.value.message.isprintable()


def test_an_empty_name_is_not_the_folder_one_is_in() -> None:
    with pytest.raises(InputError, match="The name of the file is empty"):
        read_file("")


def test_a_file_without_permission() -> None:
    def read() -> str:
        with pytest.raises(InputError) as error:
            read_file(path)
        return error.value.message

    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder) / "secret.txt"
        path.write_text(TEXT)
        path.chmod(0)
        assert "permission denied" in as_nobody(read)


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 50 MB"):
        read_file(path)


def test_a_hostile_file_name_stays_on_one_printable_line(tmp_path: Path) -> None:
    path = tmp_path / "a\n\x1b[31m\u202e.txt"
    path.write_bytes(b"")
    with pytest.raises(InputError, match="is empty") as error:
        read_file(path)
    assert error.value.message.isprintable()


def test_empty_blank_and_binary() -> None:
    assert "is empty" in refusal(b"")
    assert "nothing but white space" in refusal(b" \r\n\t\xc2\xa0")
    assert "nothing but white space" in refusal(b"\xef\xbb\xbf\n")
    assert "is not a text" in refusal(b"ab\0\0" * 9)
    assert "is not UTF-8 (line 1, column 4" in refusal(b"abc\0\xff\xe9")
    assert "holds no readable text" in refusal(b"<html><body><script>1</script></body></html>", "a.html")
    assert "holds no readable text" in refusal(b"---\ntitle: Only this\n---\n", "a.md")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"GIF89a\1\0\1\0", "a GIF image"),
        (b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument file"),
        (b"PK\x03\x04\x14\0anything", "a zip archive"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\0\0\0\x20ftypisom", "an MP4 film"),
        (b"RIFF\1\2\3\4WEBPVP8 ", "a WebP image"),
    ],
)
def test_other_files_are_refused_by_name_whatever_they_are_called(data: bytes, kind: str) -> None:
    assert f"looks like {kind}" in refusal(data, "report.txt")


def test_files_that_are_not_what_they_are_called_are_refused() -> None:
    assert "is called a PDF file, but its content is none" in refusal(b"anything", "speech.PDF")
    assert "is called a PDF file" in refusal(b"anything", "speech", "application/pdf")
    assert "is called a DOCX file" in refusal(b"anything", "speech.docx")
    assert "is image/svg+xml; only plain text, Markdown, HTML, PDF" in refusal(
        b"<svg/>", "a.svg", "image/svg+xml"
    )


def test_a_text_about_file_formats_is_a_text() -> None:
    for text in (
        "ID3 tags are old.",
        "BZh is a prefix.",
        "GIF89a was a format.",
        "%PDF is a mark.",
        "The ftyp box",
    ):
        assert read_bytes(text.encode(), name="a.txt").text == text


def test_markdown_becomes_the_words_a_reader_sees() -> None:
    source = (
        "# The *ferry* question\n\nIt was [late](http://x.example) and **cold**,\nshe said: “`No`.”\n\n"
        "> First & last\\\n> words.\n\n- one\n- two\n\n| Ship | Time |\n|---|---|\n| Aurora | 8 |\n\n"
        "    code  kept\n\n<div>An <b>HTML</b> part</div>\n\n![not seen](a.png)\n"
    )
    document = read_bytes(source.encode(), name="ferry.md")
    assert document.text == (
        "The ferry question\n\nIt was late and cold, she said: “No.”\n\nFirst & last\nwords.\n\none\n\ntwo\n\n"
        "Ship | Time\nAurora | 8\n\ncode  kept\n\nAn HTML part\n"
    )
    assert document.metadata.title == "The ferry question"
    assert document.extractor.startswith("markdown-it ")


def test_front_matter_gives_title_authors_date_and_language() -> None:
    source = "---\ntitle: \"Ferries: a \\\"history\\\"\"\nauthors:\n  - Ada Brinkley\n  - 'O''Hara, Tom'\n"
    source += "date: 2024-03-05  # Tuesday\nlang: en-GB\nextra:\n  nested: [1, 2]\n---\n\nThe text.\n"
    document = read_bytes(source.encode(), name="a.md")
    assert document.text == "The text.\n"
    assert document.metadata.title == 'Ferries: a "history"'
    assert document.metadata.authors == (Author("Ada Brinkley"), Author("Tom O'Hara", "O'Hara", "Tom"))
    assert (document.metadata.issued, document.metadata.language) == ("2024-03-05", "en")


@pytest.mark.parametrize("date", ["2024-02-30", "yesterday", "24-03-05", "[a]", "2024-13"])
def test_a_front_matter_date_that_is_none_is_dropped(date: str) -> None:
    assert read_bytes(f"---\ndate: {date}\n---\nText.".encode(), name="a.md").metadata.issued is None


def test_a_dialogue_between_rules_is_no_front_matter() -> None:
    text = read_bytes(b"---\nAnna: No.\n\n---\n\nEnd.", name="a.md").text
    assert "Anna: No." in text


def test_markdown_nested_without_end_is_refused_or_read_whole() -> None:
    for data in (b">" * 20_000 + b" deep", b"[" * 20_000 + b"deep", b"*a " * 5_000 + b"deep"):
        try:
            assert "deep" in read_bytes(data, name="a.md").text
        except InputError as error:
            assert "too deeply" in error.message


def is_sound(document: Document) -> bool:
    return bool(document.text.strip()) and not {"\0", "\r"} & set(document.text)


names = st.sampled_from(["a.txt", "a.md", "a.html", "a"])


@given(st.binary(max_size=300), names)
def test_any_bytes_give_a_readable_document_or_one_sentence(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name=name)
    except InputError as error:
        assert error.message.isprintable()
        return
    assert is_sound(document)
    assert document.original == data


PIECES = (
    "<p>", "</p>", "<q>", "<table><tr><td>", "</table>", "<br>", "<!--", "-->", "<script>", "</script>", "&#0;",
    "<div>", "> ", "- ", "\n\n", "    ", "---\n", "title: x\n", "```", "[a](b)", "<li>", "&amp;", "<pre>", "\r\n",
)  # fmt: skip
markup = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join)


@given(markup, names)
def test_any_markup_gives_a_readable_document_or_one_sentence(source: str, name: str) -> None:
    try:
        document = read_bytes(source.encode(), name=name)
    except InputError as error:
        assert error.message.isprintable()
        return
    assert is_sound(document)


readable = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1).filter(str.strip)


@given(readable, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_comes_back_as_it_was_but_for_line_ends(text: str, encoding: str) -> None:
    document = read_bytes(text.encode(encoding), name="a.txt")
    assert document.text == text.replace("\r\n", "\n").replace("\r", "\n")
