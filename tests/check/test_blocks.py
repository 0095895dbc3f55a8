"""Block quotations as word processors, books, plain text, Markdown and LaTeX set them, and who signs them."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import factories
import pytest
from conftest import Run

from onrecord.check import reading
from onrecord.check.judge import check
from onrecord.check.mending import applied, mendings
from onrecord.check.passages import passages_of
from onrecord.check.set_apart import indented
from onrecord.check.verdict import Kind
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.db.reader import Reader

TEXT = """The bridge

“Nobody answered my letters, and nobody came to look,” said Karl Weber.

“Money is not the question here,” said Helena Brandt.
"""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store, TEXT, citekey="weber-2024", title="The bridge")
        for words, speaker in (
            ("Nobody answered my letters, and nobody came to look", "Karl Weber"),
            ("Money is not the question here", "Helena Brandt"),
        ):
            factories.quote(store, words, speaker, source="weber-2024")
    with readers.opened(str(path)) as opened:
        yield opened


def wordings(path: Path, content: str) -> list[tuple[str, str | None]]:
    path.write_text(content, "utf-8")
    return [(one.wording, one.speaker) for one in passages_of(reading.read_file(str(path)))]


def word(path: Path, paragraphs: list[tuple[str, str]], styles: str) -> None:
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in paragraphs
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {_W}>{styles}</w:styles>")


@pytest.mark.parametrize("style", ["Quote", "IntenseQuote", "BlockText", "Zitat", "Citationintense", "mine"])
def test_an_invented_block_of_a_word_document_is_found(reader: Reader, tmp_path: Path, style: str) -> None:
    path = tmp_path / "draft.docx"
    styles = (
        '<w:style w:styleId="mine"><w:name w:val="Ours"/><w:basedOn w:val="a3"/></w:style>'
        '<w:style w:styleId="a3"><w:name w:val="Block Text"/></w:style>'
    )
    word(
        path,
        [
            ("Normal", "A meeting about money and fish."),
            (style, "The moon will be sold to the highest bidder."),
            ("Normal", "— Karl Weber"),
            ("Normal", "Nobody was surprised by that at all."),
            (style, "Money is not the question here."),
            (style, "— Helena Brandt"),
            (style, "Nobody answered my letters, and nobody came to look."),
            (style, "— Helena Brandt"),
        ],
        styles,
    )
    verdicts = check(reader, reading.read_file(str(path))).verdicts
    assert [(one.kind, one.passage.speaker) for one in verdicts] == [
        (Kind.not_found, "Karl Weber"),
        (Kind.verified, "Helena Brandt"),
        (Kind.other_speaker, "Helena Brandt"),
    ]


def set_by_hand(left: str, words: str) -> str:
    return f"<w:p><w:pPr>{left}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_paragraphs_that_were_indented_by_hand_are_blocks_in_word(tmp_path: Path) -> None:
    ind = '<w:ind w:left="720" w:right="720"/>'
    plain = "<w:p><w:r><w:t>Some words that stand between.</w:t></w:r></w:p>"
    body = (
        plain
        + set_by_hand(ind, "The moon will be sold to the highest bidder.")
        + set_by_hand(ind, "— Karl Weber")
        + plain
        + set_by_hand(
            '<w:ind w:left="720" w:hanging="720"/>', "Weber, Karl. A book of the bridge. Oslo 2024."
        )
        + set_by_hand(f"<w:numPr/>{ind}", "The first item of a list of things.")
        + set_by_hand('<w:ind w:firstLine="720"/>', "A paragraph whose first line is indented alone.")
        + plain * 3
    )
    path = tmp_path / "draft.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
    draft = reading.read_file(str(path))
    assert [(one.wording, one.speaker) for one in passages_of(draft)] == [
        ("The moon will be sold to the highest bidder.", "Karl Weber")
    ]


_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def test_paragraphs_that_were_indented_by_hand_are_blocks_in_opendocument(tmp_path: Path) -> None:
    path = tmp_path / "draft.fodt"
    path.write_text(
        f'<office:document xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:style="{_ODF}:style:1.0" '
        f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" office:mimetype="application/vnd.oasis.opendocument.text">'
        '<office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">'
        '<style:paragraph-properties fo:margin-left="1.27cm" fo:text-indent="0cm"/></style:style></office:automatic-styles>'
        "<office:body><office:text><text:p>They met again.</text:p>"
        '<text:p text:style-name="P1">The moon will be sold to the highest bidder.</text:p>'
        "<text:p>More words.</text:p></office:text></office:body></office:document>"
    )
    assert [one.wording for one in passages_of(reading.read_file(str(path)))] == [
        "The moon will be sold to the highest bidder."
    ]


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        ("org", "They met.\n\n#+begin_quote\nThe moon is sold.\n#+end_quote\n\nMore.\n"),
        ("textile", "They met.\n\nbq. The moon is sold.\n\nMore.\n"),
        ("mediawiki", "They met.\n\n<blockquote>The moon is sold.</blockquote>\n\nMore.\n"),
    ],
)
def test_blocks_of_what_pandoc_reads(tmp_path: Path, ending: str, text: str) -> None:
    path = tmp_path / f"draft.{ending}"
    assert [words for words, _ in wordings(path, text)] == ["The moon is sold."]


def test_what_cite_writes_is_judged_alike_in_all_formats(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "bridge.txt").write_text(TEXT)
    run("add", "source", "bridge.txt", "--citekey", "weber-2024")
    for words, speaker in (
        ("Nobody answered my letters, and nobody came to look", "Karl Weber"),
        ("Money is not the question here", "Helena Brandt"),
    ):
        run("add", "quote", words, "--by", speaker, "--in", "weber-2024", "--new-speaker")
    names = ["all.md", "all.docx", "all.odt", "all.rtf", "all.txt"]
    for name in names:
        run("cite", "--all", "-o", name)
    assert run("check", *names).stderr.splitlines() == [f"{name}: 2 verified." for name in names]


def test_blocks_of_a_book(tmp_path: Path) -> None:
    path = tmp_path / "draft.epub"
    page = "<html><body><h1>One</h1><p>They met.</p><blockquote><p>The moon is sold.</p><p>— Ann Lee</p></blockquote><p>End.</p></body></html>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "b.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
        )
        archive.writestr("a.xhtml", page)
    assert [(one.wording, one.speaker) for one in passages_of(reading.read_file(str(path)))] == [
        ("The moon is sold.", "Ann Lee")
    ]


def test_indented_paragraphs_of_a_text_are_blocks(tmp_path: Path) -> None:
    found = wordings(
        tmp_path / "draft.txt",
        "A meeting\n\nWeber said:\n\n    The moon will be\n    sold to me soon\n\nMore.\n\n\tNobody ever came to look.\n\n— Ann Lee\n\n"
        "> The fish are all gone now.\n\nInstall:\n\n    sudo apt install fish --yes\n\nThe end.\n",
    )
    assert [(" ".join(words.split()), who) for words, who in found] == [
        ("The moon will be sold to me soon", "Weber"),
        ("Nobody ever came to look.", "Ann Lee"),
        ("The fish are all gone now.", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\tA story that begins here and now.\n\n\tAnd it goes on for ever.\n",
        "List:\n\n    1. The first of all the things.\n\nText.\n",
        "Code:\n\n    x = a + b + c\n\nText.\n",
        "Head\n\n    Only the first line of this one\nis indented by the writer.\n\nText.\n",
    ],
)
def test_other_indented_paragraphs_are_none(text: str) -> None:
    assert not indented(text)


SIGNED = [
    ("> “{}.”\n\n— {}\n\nMore text.\n", "md"),
    ("> {}.\n\n-- {}, in a letter\n", "md"),
    ("> {}. — {}\n", "md"),
    ("\\begin{{displayquote}}{}. --- {}\\end{{displayquote}}\n", "tex"),
    ("\\begin{{quote}}\n{}\\\\\n\\hfill --- {}\n\\end{{quote}}\n", "tex"),
    ("\\begin{{quote}}\n{}.\n\\end{{quote}}\n--- {}\n\nText.", "tex"),
    ("<blockquote>{}.</blockquote><p>— {}</p>", "html"),
    ("<blockquote>{}.<br>– {}</blockquote>", "html"),
]


@pytest.mark.parametrize(("shape", "ending"), SIGNED)
def test_the_signature_names_the_speaker(reader: Reader, tmp_path: Path, shape: str, ending: str) -> None:
    path = tmp_path / f"draft.{ending}"
    for words, right in (
        ("Money is not the question here", True),
        ("Nobody answered my letters, and nobody came to look", False),
    ):
        path.write_text(shape.format(words, "Helena Brandt"))
        [verdict] = check(reader, reading.read_file(str(path))).verdicts
        assert verdict.kind is (Kind.verified if right else Kind.other_speaker)
        assert verdict.passage.wording.rstrip(".") == words


def test_a_signature_stays_when_the_words_are_put_right(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "draft.tex"
    path.write_text("\\begin{quote}Money is the question here. --- Helena Brandt\\end{quote}\n")
    draft = reading.read_file(str(path))
    assert applied(draft, mendings(reader, draft, check(reader, draft))) == (
        "\\begin{quote}Money is not the question here. --- Helena Brandt\\end{quote}\n"
    )


@pytest.mark.parametrize(
    "behind", ["— Karl Weber disagreed.", "— ¿Qué pasa?", "More.\n\n— Ann Lee", "— and that was all of it"]
)
def test_other_dashes_behind_a_block_sign_nothing(tmp_path: Path, behind: str) -> None:
    [(words, speaker), *_] = wordings(tmp_path / "draft.md", f"> The moon is sold.\n\n{behind}\n")
    assert (words, speaker) == ("The moon is sold.", None)
