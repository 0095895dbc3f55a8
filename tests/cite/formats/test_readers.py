"""Whatever stands in names, titles, wordings and reasons is text: the real readers of each format give it back."""

import html
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pypandoc
import pytest
import yaml
from cite.factories import HNA, by, organisation, person, quote, source
from cite.formats.conftest import Words
from cite.nasty import NASTY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.cite.cited import FORMATS, cite, cite_bytes
from onrecord.cite.csl import clean
from onrecord.model.records import Quote

Biber = Callable[[str], dict[str, dict[str, str]]]
EVERY = [(name, way) for name, citing in FORMATS.items() for way in citing.ways]
# Written by onrecord, each by rules of its own.
MARKED = ("html", "markdown", "latex", "rtf", "docx")


def strange(text: str, number: int = 0) -> Quote:
    """A quotation with `text` as everything that people may write."""
    return quote(
        text,
        key=f"key{number:07}",
        speaker=organisation(text),
        status="disputed",
        status_reason=text,
        locator=("section", "4"),
        source=source(
            f"n{number}", title=text, container_title=text, publisher=text, csl={"genre": text, "note": text},
            creators=by(organisation(text), person(text, text, text), HNA),
        ),
    )  # fmt: skip


def solid(text: str) -> str:
    """Without white space, nor what citation styles set their own way: quotation marks, dashes, capitals, dots."""
    return re.sub(r"[\s“”‘’'\"«»„‚\-–—.…,\u200b\ufe0f]", "", text).casefold()


def readable(text: str, format: str) -> str:
    """RTF has letters beyond the first 65,536 as two halves, which word processors join and pandoc does not."""
    return re.sub("[\U00010000-\U0010ffff]", "\ufffd\ufffd", text) if format == "rtf" else text


@pytest.mark.parametrize("way", ["blockquote", "inline", "citation", "note", "card"])
@pytest.mark.parametrize("format", MARKED)
def test_the_wording_is_read_back_as_it_is(format: str, way: str, words: Words) -> None:
    if way not in FORMATS[format].ways:
        pytest.skip(f"{format} has no {way}")
    texts = [text for text in NASTY if len(text) <= 1_000 and clean(text)]
    if way in ("blockquote", "inline", "card"):
        several = [
            quote(f"Aa{number}a {text} z{number}zz", key=f"key{number}", form="indirect")
            for number, text in enumerate(texts)
        ]
    else:
        # The words in doubt stand in every way.
        several = [
            quote("Plain words.", key=f"key{number}", status="disputed", status_reason=f"{text} z{number}zz")
            for number, text in enumerate(texts)
        ]
    # In one document, where markup in one of them would also reach into the next.
    shown = solid(words(cite_bytes(several, format=format, as_=way), format))
    for number, text in enumerate(texts):
        assert solid(f"{readable(clean(text), format)} z{number}zz") in shown, text


@pytest.mark.parametrize(("format", "way"), EVERY)
def test_every_nasty_text_everywhere_is_written_and_read(format: str, way: str, words: Words) -> None:
    several = [strange(text, number) for number, text in enumerate(NASTY) if len(text) < 1_000]
    shown = words(cite_bytes(several, format=format, as_=way), format)
    assert "Attribution disputed:" in shown


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # a process each
@given(text=st.text(max_size=40), format=st.sampled_from(MARKED))
def test_no_wording_becomes_markup(text: str, format: str, words: Words) -> None:
    shown = words(cite_bytes([quote(f"Aa {text} zz", form="indirect")], format=format), format)
    assert solid(f"Aa {readable(clean(text), format)} zz") in solid(shown)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_tei_is_xml_whatever_stands_in_it(text: str) -> None:
    for way in FORMATS["tei"].ways:
        root = ElementTree.fromstring(cite([strange(text)], format="tei", as_=way))
        known = {one.tag.rpartition("}")[2] for one in root.iter()}
        assert known <= {
            "cit", "quote", "bibl", "listBibl", "note", "p", "s", "div", "name", "persName", "orgName", "author", "title",
            "publisher", "date", "ref", "citedRange",
        }  # fmt: skip
    root = ElementTree.fromstring(cite([strange(text)], format="tei"))
    assert root.findtext("{http://www.tei-c.org/ns/1.0}quote") == clean(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_json_ld_holds_the_words_as_they_are(text: str) -> None:
    made = json.loads(cite([strange(text)], format="jsonld"))
    assert made.get("text", "") == clean(text)
    assert made["spokenByCharacter"]["name"] == clean(text)
    assert clean(text) in made["description"]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_reference_for_wikidata_is_one_line_of_whole_pairs(text: str) -> None:
    made = cite([strange(text)], format="wikidata")
    assert len(made.splitlines()) == 1
    line, _, comment = made.partition(" /* ")
    fields = line.split("\t")
    assert fields[0::2][-1] == "S1683" and len(fields) % 2 == 0
    for name, value in zip(fields[0::2], fields[1::2], strict=True):
        assert re.fullmatch(r"S\d+", name)
        assert re.fullmatch(r'\+\d{4}-\d\d-\d\dT00:00:00Z/\d+|([a-z-]+:)?".*"', value)
    assert comment.endswith(" */") and comment.count("*/") == 1
    assert "||" not in made


WIKITEXT = re.compile(r"\[\[|\]\]|\{\{|\}\}|<|>|\||''|~~~|__|(?<!&#39)==")


@settings(deadline=None)
@given(st.text(max_size=60) | st.sampled_from(NASTY))
def test_wikitext_shows_the_words_and_nothing_of_them_is_markup(text: str) -> None:
    from onrecord.cite.formats import wikipedia

    written = wikipedia.text(text)
    assert html.unescape(written) == clean(text)
    assert not WIKITEXT.search(written)
    assert not written[:1] or written[0] not in "*#:;= "
    for way in FORMATS["wikipedia"].ways:
        made = cite([strange(text)], format="wikipedia", as_=way)
        assert made.count("{{") == made.count("}}")
        assert made.count("<ref>") == made.count("</ref>") <= 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [("RFC 822", "RFC&#32;822"), ("http://x.example", "http:&#47;&#47;x.example"), ("* a", "&#42; a"), ("'''b'''", "&#39;&#39;&#39;b&#39;&#39;&#39;")],
)  # fmt: skip
def test_what_links_itself_in_wikitext_does_not(written: str, meant: str) -> None:
    from onrecord.cite.formats import wikipedia

    assert wikipedia.text(written) == meant


@settings(deadline=None)
@given(st.text(max_size=60) | st.sampled_from(NASTY))
def test_yaml_is_read_by_a_yaml_parser(text: str) -> None:
    made = yaml.safe_load(cite([strange(text)], format="yaml").removesuffix("..."))["references"][0]
    assert made["id"] == "n0" and made["type"] == "article-magazine"
    assert made["author"][-1] == {"literal": "HNA"}
    assert set(made) <= {"id", "type", "title", "container-title", "publisher", "URL", "language", "issued", "author", "genre", "note"}  # fmt: skip


def test_pandoc_reads_the_yaml_as_it_was(tmp_path: Path) -> None:
    readable = [text for text in NASTY if len(text) < 1_000 and solid(clean(text))]
    several = [strange(text, number) for number, text in enumerate(readable)]
    file = tmp_path / "quotes.yaml"
    file.write_text(cite(several, format="yaml"), "utf-8")
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "csljson", str(file)],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    items = {item["id"]: item for item in json.loads(done.stdout)}
    for number, text in enumerate(readable):
        # Pandoc writes marks back as the HTML that CSL-JSON has for them; there are none.
        title = re.sub(r'<span class="nocase">|</span>', "", items[f"n{number}"]["title"])
        assert solid(clean(text)) in (solid(title), solid(html.unescape(title)))
        assert items[f"n{number}"]["URL"] == "https://coastal.example/ferry"


def test_biber_reads_every_biblatex_entry(biber: Biber) -> None:
    entries = biber(cite([strange(text, number) for number, text in enumerate(NASTY)], format="biblatex"))
    assert list(entries) == [f"n{number}" for number in range(len(NASTY))]
    for fields in entries.values():
        assert {
            "author",
            "title",
            "journaltitle",
            "note",
            "annotation",
            "date",
            "entrysubtype",
        } <= fields.keys()
        assert fields["author"].endswith("{HNA}")


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # a process each, for many texts
@given(texts=st.lists(st.text(max_size=60), min_size=20, max_size=30))
def test_no_text_breaks_biblatex(texts: list[str], biber: Biber) -> None:
    several = [strange(text, number) for number, text in enumerate(texts)]
    assert list(biber(cite(several, format="biblatex"))) == [f"n{number}" for number in range(len(texts))]


DATES = ["2021-03-14", "2021-23", "1850~", "185X", "-0043", "2021-03/2021-05"]


def test_biblatex_dates_are_edtf_that_biber_takes(biber: Biber) -> None:
    several = [
        quote(source=source(f"n{number}", issued=issued, accessed="2022-01-02"))
        for number, issued in enumerate(DATES)
    ]
    read = biber(cite(several, format="biblatex"))
    assert [fields["date"].replace("-43", "-0043") for fields in read.values()] == DATES
    assert [fields["urldate"] for fields in read.values()] == ["2022-01-02"] * len(DATES)


@pytest.mark.parametrize(
    ("type", "entry", "subtype"),
    [("webpage", "online", None), ("article-newspaper", "article", "newspaper"), ("interview", "misc", "interview"),
     ("thesis", "thesis", None), ("personal_communication", "letter", None), ("broadcast", "video", "broadcast")],
)  # fmt: skip
def test_biblatex_has_its_own_types(type: str, entry: str, subtype: str | None) -> None:
    made = cite([quote(source=source(type=type))], format="biblatex")
    assert made.startswith(f"@{entry}{{brandt-2021,")
    assert ("entrysubtype = {" + str(subtype) + "}" in made) == (subtype is not None)


def test_an_eprint_and_an_original_date() -> None:
    one = source(url="https://arxiv.org/abs/2101.00001v2", csl={"original-date": {"date-parts": [[1931, 5]]}})
    made = cite([quote(source=one)], format="biblatex")
    assert "  eprint = {2101.00001v2},\n  eprinttype = {arxiv},\n" in made
    assert "  origdate = {1931-05},\n" in made
