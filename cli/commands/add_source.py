"""onrecord add source"""

from __future__ import annotations

from onrecord.cli import source_options as options
from onrecord.cli.options import AS_JSON, DATABASE, recording, refuse_database
from onrecord.cli.output import print_json
from onrecord.cli.spec import Command, argument, option

EXAMPLES = """Examples:

onrecord add source article.html

onrecord add source https://example.org/speech --date 2023-07-26

onrecord add source notes.txt --type article-magazine --title "A Visit" --author "Doe, Jane" --date 2023-08

onrecord add source --type book --title "Memoirs" --author "{Foreign Ministry}" --date 1962

curl -s https://example.org/a.html | onrecord add source - --citekey example-2023"""


COMMAND = Command(
    argument(
        "file",
        help="The text to store. Without it the source is recorded, but its quotations cannot be checked.",
        metavar="[FILE|URL|-]",
    ),
    options.TYPE,
    options.TITLE,
    options.AUTHOR,
    options.CONTAINER,
    option("--publisher", help="Who published it."),
    options.PUBLISHED,
    options.URL,
    option("--archive-url", help="The address of an archived copy.", metavar="URL"),
    options.LANG,
    options.CITEKEY,
    options.CITEKEY_FORMAT,
    options.AS_NEW,
    options.ALLOW_PRIVATE,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    file: str | None,
    type_: str | None,
    title: str | None,
    author: list[str] | None,
    container: str | None,
    publisher: str | None,
    date: str | None,
    url: str | None,
    archive_url: str | None,
    lang: str | None,
    citekey: str | None,
    citekey_format: str | None,
    as_new: bool,
    allow_private: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Add a source, with its text as a stored copy that never changes.

    It reads plain text, Markdown, HTML, PDF, Word (docx), OpenDocument (odt), RTF, books (EPUB, FB2), e-mail,
    subtitles (VTT, SRT), transcripts, TEI, JATS, DocBook, slides (pptx), recognised text of scans (ALTO, PAGE,
    hOCR; also a folder of them) and saved pages (MHTML, SingleFile, WARC, WACZ, Safari's); pages, chapters and times become locators.

    Title, author, date and so on are filled in from what the page states; options override them. Authors become
    speakers.
    """
    from onrecord.cli.reading_input import document, is_address, reading_as_json
    from onrecord.sources.add import SourceFields, add_source
    from onrecord.statements.judge import judge_source

    refuse_database(database, file)
    fetched = file is not None and is_address(file)
    read = document(file, allow_private=allow_private) if file is not None else None
    fields = SourceFields(
        type=type_,
        title=title,
        authors=tuple(author or ()),
        container_title=container,
        publisher=publisher,
        issued=date,
        url=url,
        archive_url=archive_url,
        language=lang,
        citekey=citekey,
        citekey_format=citekey_format,
        as_new=as_new,
        stem=options.stem_of(file),
    )
    with recording(database) as store:
        added = add_source(store, fields, read, fetched=fetched)
        if added.attached:
            judge_source(store, added.record.citekey)
    if as_json:
        print_json(
            {
                **added.record.as_json(),
                "created": added.created,
                "attached": added.attached,
                **reading_as_json(read),
            }
        )
    else:
        options.tell(added)
