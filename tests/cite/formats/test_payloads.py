"""Two hundred texts that hope to run, in every field of every record: each format holds them as text."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from cite.factories import HNA, by, organisation, person, quote, source, via
from cite.nasty import NASTY
from exchange import nasty_records
from lxml import html
from payloads import PAYLOADS

from onrecord.cite import cited
from onrecord.cite.csl import clean
from onrecord.errors import InputError
from onrecord.exchange.annotations import web
from onrecord.exchange.bibliography.bib_entries import RawEntry, entries
from onrecord.model.record import replace
from onrecord.model.records import Json, Quote
from onrecord.text.clean import csv_safe
from onrecord.text.latex import decode
from onrecord.text.markup import plain

MORE = (
    *(f"The {one} quay" for one in nasty_records.SPECIALS),
    *(f"{one}ferry" for one in nasty_records.BRACES),
    *(f"A boat {one}" for one in nasty_records.COMMANDS),
    *(f"Tide{one}" for one in nasty_records.FORGED),
    *(f"Fog{one}and rain" for one in nasty_records.LINE_ENDS),
    *(f"Salt{one}water" for one in nasty_records.HIDDEN),
    "\\input{/etc/passwd}", "\\immediate\\write18{id}", "\\catcode`\\%=0", "^^5cinput{x}", "\\csname input\\endcsname x", "$\\input{x}$",
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "＝1+1", "=HYPERLINK(\"https://x.example\";\"x\")", "|=1+1",
    "!!python/object/apply:os.system ['id']", "*alias", "&anchor x", "%YAML 1.2", "--- x", "... x", "? x", "yes", "null", "1e3", "0x10", "2021-01-01",
    "{{Infobox}}", "}}{{delete}}", "[[Category:Forged]]", "<ref>x</ref>", "<nowiki>", "~~~~", "__NOTOC__", "|title=forged", "-{x}-",
    "Q1\tP31\tQ5", "||CREATE||", "/* x */", "\"\tS854\t\"https://x.example\"", "LAST|P31|Q5",
    "&xxe;", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<![CDATA[x]]>", "<?php x ?>", "<xi:include href='x'/>",
)  # fmt: skip
EVERY = tuple(dict.fromkeys((*PAYLOADS, *NASTY, *MORE)))
# Those that are more than white space and controls.
TEXTS = [one for one in EVERY if len(one) < 1_000 and clean(one)]
FIELDS = (
    "text", "title", "container_title", "publisher", "url", "archive_url", "language", "issued", "citekey", "csl", "creator",
    "speaker", "named_as", "via", "translator", "place", "occasion", "locator", "cue", "note", "tags", "status_reason", "said",
)  # fmt: skip
_CSL = (
    "volume", "issue", "number", "page", "edition", "DOI", "ISBN", "ISSN", "genre", "note", "abstract", "keyword", "medium",
    "collection-title", "publisher-place", "event-title", "title-short", "annote", "version", "archive_location", "PMID",
)  # fmt: skip


def holding(text: str, field: str) -> Quote:
    """A quotation with `text` in one field. Halves of characters reach us in JSON only: no column can hold them."""
    if field != "csl":
        text = text.encode("utf-8", "replace").decode()
    work = source("w1", creators=by(person("Ada Moe", "Moe", "Ada")))
    one = quote("Plain words.", source=work, via=[via(HNA)], occasion="Harbour Days", place="Vik")
    match field:
        case (
            "title"
            | "container_title"
            | "publisher"
            | "url"
            | "archive_url"
            | "language"
            | "issued"
            | "citekey"
        ):
            changed: dict[str, Any] = {field: text}
            work = replace(work, **changed)
        case "csl":
            extra: Json = dict.fromkeys(_CSL, text)
            dates: Json = {
                "issued": {"literal": text},
                "event-date": {"raw": text},
                "editor": [{"literal": text}],
            }
            work = replace(work, csl={**extra, **dates}, issued=None)
        case "creator":
            work = replace(work, creators=by(organisation(text), person(text, text, text)))
        case "speaker":
            return replace(one, speaker=person(text, text, text))
        case "via":
            return replace(one, via=(via(organisation(text), work, named_as=text),))
        case "translator":
            return replace(one, translator=person(text, text, text))
        case "locator":
            return replace(one, locator_label="section", locator=text)
        case "status_reason":
            return replace(one, status="disputed", status_reason=text)
        case "tags":
            return replace(one, tags=(text,))
        case _:
            made: dict[str, Any] = {field: text}
            return replace(one, **made)
    return replace(one, source=work, ref=f"{one.key}@{work.citekey}")


# The parser in C, where PyYAML has it, reads the same in a fifth of the time.
_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CASES = [pytest.param(field, id=field) for field in FIELDS]
# Each text in each field in one way, so that each way has each text and each field: what escapes is the same in all. A long
# run has all three together.
WAYS = ("blockquote", "citation", "bibliography", "note", "inline")


def written(
    field: str, format: str, ways: Sequence[str | None] = (None,), every: bool = True
) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(TEXTS):
        for way in ways if every else [ways[(number + FIELDS.index(field)) % len(ways)]]:
            yield from _written(text, field, format, way)


def _written(text: str, field: str, format: str, way: str | None) -> Iterator[tuple[str, str]]:
    try:
        made = cited.cite([holding(text, field)], format=format, as_=way, force=True)
    except InputError as error:
        # What no command of ours would have stored is refused in a sentence.
        assert field in ("locator", "said") and "\n" not in error.message, (field, text)
    else:
        yield text, made


def test_there_are_enough() -> None:
    assert len(TEXTS) >= 200


# Every command that our own escapes are made of, and the six that print the marks of a title.
_MARKS = re.compile(r"\\(?:emph|textbf|textsubscript|textsuperscript|textsc|underline)(?=\{)")
_NAMES_A_WORK = re.compile("title|journal|series|howpublished")
_OURS = re.compile(
    r"\\(?:textbackslash|textasciitilde|textasciicircum|textquotesingle|textless|textgreater|textbraceleft|textbraceright)\{\}"
    r"|\\`\{\}|\\[%&_#${}]"
)


@pytest.mark.parametrize("field", CASES)
@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
def test_bibtex_is_one_entry_without_a_command(format: str, field: str) -> None:
    for text, made in written(field, format):
        found = list(entries(made))
        assert len(found) == 1 and isinstance(found[0], RawEntry), (text, made)
        assert re.fullmatch(r"\w[\w:+/.'!?*@-]*", found[0].key), (text, found[0].key)
        if field != "citekey":
            assert found[0].key == "w1"
        assert "forged" not in {found[0].kind, *found[0].fields}, text
        for name, value in found[0].fields.items():
            bare = _OURS.sub("", value)
            bare = _MARKS.sub("", bare) if _NAMES_A_WORK.search(name) else bare
            assert "\\" not in bare, (text, name, value)
            # Addresses and dates are taken as they stand, and have no letter that TeX obeys.
            if name not in ("url", "doi", "eprint", "date", "urldate", "origdate", "eventdate", "ids"):
                assert not re.search(r"[%&#$^~]", bare), (text, name, value)
        if field == "title":
            assert decode(found[0].fields["title"]) == plain(clean(text.encode("utf-8", "replace").decode()))


@pytest.mark.parametrize("field", CASES)
def test_ris_is_one_record(field: str) -> None:
    for text, made in written(field, "ris"):
        lines = made.split("\n")
        assert all(
            re.fullmatch(r"[A-Z][A-Z0-9]  - [^\x00-\x1f\x7f-\x9f\u2028\u2029]*", line) for line in lines
        ), text
        tags = [line[:2] for line in lines]
        assert (tags.count("TY"), tags.count("ER"), tags[0], tags[-1]) == (1, 1, "TY", "ER"), text
        assert tags.count("TI") <= 1 and tags.count("ID") == 1, text


@pytest.mark.parametrize("field", CASES)
def test_yaml_holds_texts(field: str) -> None:
    for text, made in written(field, "yaml"):
        [item] = next(yaml.load_all(made, _SAFE))["references"]
        numbers = [
            part for date in item.values() if isinstance(date, dict) for part in date.get("date-parts", [])
        ]
        assert all(isinstance(number, int) for part in numbers for number in part), text
        assert all(isinstance(value, str | list | dict) for value in item.values()), (text, item)


@pytest.mark.parametrize("field", CASES)
def test_json_ld_can_stand_in_a_page(field: str, exhaustive: bool) -> None:
    for text, made in written(field, "jsonld", ("citation", "bibliography"), exhaustive):
        _stands_in_a_page(made, text)


@pytest.mark.parametrize("field", CASES)
def test_annotations_can_stand_in_a_page(field: str) -> None:
    for text in TEXTS:
        _stands_in_a_page("".join(web.collection([holding(text, field)])), text)


def _stands_in_a_page(made: str, text: str) -> None:
    assert not re.search("[<>&\u2028\u2029]", made), text
    page = html.document_fromstring(f'<script type="application/ld+json">{made}</script><p>after</p>')
    [script] = page.iter("script")
    assert json.loads(script.text or "") == json.loads(made)
    assert [one.text for one in page.iter("p")] == ["after"]


@pytest.mark.parametrize("field", CASES)
def test_tei_is_well_formed_and_has_no_other_elements(field: str, exhaustive: bool) -> None:
    allowed = {
        "cit", "quote", "bibl", "note", "title", "author", "editor", "name", "persName", "orgName", "publisher", "date", "ref",
        "citedRange", "biblScope", "listBibl", "p", "s", "div", "q", "seg",
    }  # fmt: skip
    for text, made in written(field, "tei", WAYS, exhaustive):
        root = ElementTree.fromstring(made)
        assert {one.tag.rpartition("}")[2] for one in root.iter()} <= allowed, text


@pytest.mark.parametrize("field", CASES)
def test_wikitext_has_no_markup_but_ours(field: str, exhaustive: bool) -> None:
    for text, made in written(field, "wikipedia", WAYS, exhaustive):
        assert set(re.findall(r"<[^>]*>?", made)) <= {"<ref>", "</ref>"}, (text, made)
        assert made.count("{{") == made.count("}}") <= 2, (text, made)
        assert "[[" not in made and "~~~" not in made and "__" not in made and "'''" not in made, (text, made)
        assert "|forged" not in made and not re.search(r"\|title=forged", made), text


@pytest.mark.parametrize("field", CASES)
def test_quickstatements_stay_in_their_line(field: str) -> None:
    for text, made in written(field, "wikidata"):
        assert "\n" not in made and "||" not in made, text
        reference, _, comment = made.partition(" /* ")
        assert made.count("/*") == bool(comment) and comment.count("*/") == bool(comment), (text, made)
        parts = reference.split("\t")
        assert len(parts) % 2 == 0 and all(re.fullmatch(r"S\d+", one) for one in parts[::2]), (text, made)
        assert all(
            re.fullmatch(r'Q\d+|\+\d{4,}-\d\d-\d\dT00:00:00Z/\d+|(?:[a-z-]+:)?".*"', one)
            for one in parts[1::2]
        ), (text, made)


@pytest.mark.parametrize("field", CASES)
def test_a_card_has_no_elements_but_ours(field: str) -> None:
    for text, made in written(field, "html", ("card",)):
        page = html.document_fromstring(made)
        tags = {one.tag for one in page.iter() if isinstance(one.tag, str)}
        assert tags <= {"html", "head", "body", "figure", "blockquote", "dl", "dt", "dd"}, (text, made)
        assert all(set(one.attrib) <= {"class"} for one in page.iter()), text


@pytest.mark.parametrize("way", ["blockquote", "note"])
def test_html_has_no_elements_but_ours(way: str) -> None:
    # One run of the engine: each text in several fields of one quotation.
    several = []
    for number, text in enumerate(TEXTS):
        given = text.encode("utf-8", "replace").decode()
        work = source(
            f"c{number}",
            title=given,
            container_title=given,
            url=given,
            language=given,
            creators=by(organisation(given)),
        )
        several.append(quote(given, key=f"k{number:09}", source=work, status="disputed", status_reason=given))
    page = html.document_fromstring(cited.cite(several, format="html", as_=way, force=True))
    tags = {one.tag for one in page.iter() if isinstance(one.tag, str)}
    assert tags <= {
        "html",
        "head",
        "body",
        "figure",
        "figcaption",
        "blockquote",
        "p",
        "span",
        "ul",
        "li",
        "i",
        "b",
        "a",
        "sup",
        "sub",
    }
    for one in page.iter():
        assert set(one.attrib) <= {"class", "id", "role", "href", "cite", "lang", "style"}
        for name in ("href", "cite"):
            assert re.match(r"https?://|#note-|$", one.get(name, ""), re.IGNORECASE), one.attrib
        assert one.get("style", "font-variant: small-caps") == "font-variant: small-caps"


def test_no_cell_calculates() -> None:
    from onrecord.exchange.table import COLUMNS, _cells

    for field in (one for one in FIELDS if one != "locator"):
        for text in TEXTS:
            cells = [csv_safe(str(cell)) if cell is not None else "" for cell in _cells(holding(text, field))]
            out = io.StringIO()
            csv.writer(out).writerow(cells)
            [read] = csv.reader(io.StringIO(out.getvalue(), newline=""))
            assert len(read) == len(COLUMNS)
            for cell in read:
                assert not re.match(r"[=+@\t\r\n＝＋－＠]|-(?![\d.,]+%?$)", cell) or re.fullmatch(
                    r"[+-]?\d+(?:[.,]\d+)*%?", cell
                )
