"""A handful of records in every format, in the way that each is mostly used in and in the others where they differ.

What governs each format, to look a line up in before a golden file is changed:

text, html, markdown, latex, rtf, docx, odt   APA 7 (8.6 secondary sources, 8.23 time codes, 8.9 personal communications)
html          HTML Standard, 4.4.4 blockquote and 4.4.12 figure; DPUB-ARIA doc-footnote, doc-noteref
markdown      Pandoc's manual, "Footnotes" and "Block quotations"
latex         the manual of csquotes, 3.5 "Block quotes": the optional argument is the citation, in parentheses
rtf           Rich Text Format Specification 1.9.1, "Footnotes", "Unicode RTF"
bibtex, biblatex   the manual of biblatex, 2.1 entry types, 2.2 fields, 2.3.8 dates
ris           the format's specification by Research Information Systems
csljson, yaml CSL 1.0.2, csl-data.json; Pandoc's manual, "Specifying bibliographic data"
wikipedia     Help:Citation Style 1, Template:Blockquote, Template:Cite news and its sisters
wikidata      Help:QuickStatements, "Add statement with sources"; Help:Sources
tei           TEI P5 Guidelines, 3.3.3 quotation, 3.12 bibliographic citations
jsonld        schema.org/Quotation
"""

import re
import subprocess
from pathlib import Path

import pypandoc
import pytest
from cite.factories import BRANDT, HNA, OKORO, VASSILENKO, by, organisation, person, quote, source, via

from onrecord.cite.cited import FORMATS, cite, cite_bytes
from onrecord.model.record import replace
from onrecord.model.records import MYSELF, SpeakerRef

GOLDEN = Path(__file__).parents[1] / "golden" / "formats"
ME = SpeakerRef(slug=MYSELF, name="Me", kind="person", unnamed=False)

ARTICLE = source(
    type="article-newspaper",
    container_title="The Harbour Post",
    archive_url="https://web.archive.org/web/20210402090000/https://coastal.example/ferry",
    accessed="2021-04-03",
)
BOOK = source(
    "okoro-1999", type="book", title="Harbours of the north", container_title=None, publisher="Gull Press",
    issued="1999", url=None, csl={"publisher-place": "Tallvik", "ISBN": "978-0-00-000000-2"}, creators=by(OKORO, BRANDT),
)  # fmt: skip
BROADCAST = source(
    "halla-2022", type="broadcast", title="Evening desk", container_title=None, issued="2022-11-02",
    url="https://halla.example/evening", creators=by(organisation("Radio Halla")),
)  # fmt: skip
PAGE = source(
    "kuprin-2020", type="webpage", title="Заметки о приливе", container_title="Причал", issued="2020-05",
    url="https://prichal.example/заметки", language="ru", creators=by(person("Анна Куприна", "Куприна", "Анна")),
)  # fmt: skip
LETTER = source(
    "brandt-letter", type="personal_communication", title=None, container_title=None, url=None, issued="2002-08-19",
)  # fmt: skip

RECORDS = {
    "words through an agency, in a newspaper with a kept copy": replace(
        quote(source=ARTICLE, via=[via(HNA)], medium="speech"),
        occasion="harbour festival",
        place="Tallvik",
        said="2021-03-08",
        checked_at="2021-04-03T10:00:00Z",
        language="en",
    ),
    "two pages of a book": quote("A quay is a promise.", speaker=OKORO, source=BOOK, locator=("page", "12-14"), key="bbbbbbbbbb"),
    "a time in a broadcast": quote(source=BROADCAST, locator=("timestamp", "00:12:05"), medium="broadcast", key="cccccccccc"),
    "words in part, from Russian, translated by oneself": quote(
        "The tide “keeps the books” of the town.", speaker=person("Анна Куприна", "Куприна", "Анна"), form="mixed",
        source=PAGE, translator=ME, locator=("section", "2"), check_result="elided", key="dddddddddd",
    ),
    "a disputed paraphrase in a letter": quote(
        "The ferry will never sail again.", speaker=VASSILENKO, form="indirect", source=LETTER, locator=None,
        status="disputed", status_reason="Two witnesses give the words to Okoro", check_result=None, key="eeeeeeeeee",
    ),
}  # fmt: skip


def sections(format: str) -> dict[str, str]:
    """What is made of every record: "record · way". Documents are shown as pandoc reads them."""
    made = {}
    for name, one in RECORDS.items():
        for way in FORMATS[format].ways:
            if way == "document" and format in ("html", "latex", "markdown"):
                continue  # mostly pandoc's own template; headings as those of the golden files
            if format in ("docx", "odt", "rtf"):
                document = cite_bytes([one], format=format, as_=way)
                made[f"{name} · {way}"] = subprocess.run(
                    [pypandoc.get_pandoc_path(), "-f", format, "-t", "markdown", "--wrap=none"],
                    input=document, capture_output=True, timeout=60, check=True,
                ).stdout.decode().strip()  # fmt: skip
            else:
                made[f"{name} · {way}"] = cite([one], format=format, as_=way)
    return made


def golden(format: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)\n", (GOLDEN / f"{format}.txt").read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip("\n") for part in parts[2::2]), strict=True))


@pytest.mark.parametrize("format", FORMATS)
def test_every_record_is_as_its_golden_file_has_it(format: str) -> None:
    assert sections(format) == golden(format)
