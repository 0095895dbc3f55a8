"""Sittings of parliaments, from their files to checked quotations: who speaks, as what, and what the record only tells."""

from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest.read import read_bytes

AKOMA_NTOSO = """\
<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="sitting"><meta><identification source="#x">
<FRBRWork><FRBRthis value="/tv/debate/2022-05-04"/><FRBRalias value="Sitting of 4 May 2022" name="t"/><FRBRdate date="2022-05-04" name="sitting"/><FRBRauthor href="#parl"/><FRBRcountry value="tv"/></FRBRWork><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<references source="#x"><TLCPerson eId="lund" href="/p/lund" showAs="Ida Lund"/><TLCPerson eId="ek" href="/p/ek" showAs="Olof von Ek"/><TLCRole eId="minister" href="/r/m" showAs="Minister for Harbours"/></references></meta>
<debateBody><debateSection name="questions"><heading>Questions to the Minister</heading>
<speech by="#lund" eId="s1"><from>The Chair (Ida Lund):</from><p>The sitting is open.</p></speech>
<questions><question by="#lund" to="#ek"><from>Ms Lund</from><p>Why was the northern pier closed <i>[Interruption]</i> in the spring?</p></question>
<answer by="#ek" as="#minister"><p>Because its stones had moved.</p><narrative>Applause from the left.</narrative><p>It will open in June.</p></answer></questions>
<scene>The sitting rose at noon.</scene></debateSection></debateBody></debate></akomaNtoso>
"""
PUBLIC_WHIP = """\
<?xml version="1.0" encoding="UTF-8"?>
<publicwhip scraperversion="a" latest="yes">
<major-heading id="uk.org.publicwhip/debate/2022-05-04a.100.0" nospeaker="true" colnum="100" time="" url="">Northern Harbour</major-heading>
<speech id="uk.org.publicwhip/debate/2022-05-04a.100.1" nospeaker="true" colnum="100" time="12:30:00"><p class="italic">The House met at half-past Twelve.</p></speech>
<speech id="uk.org.publicwhip/debate/2022-05-04a.100.2" speakername="Ida Lund" person_id="uk.org.publicwhip/person/1" colnum="100" time="12:32:00" url=""><p pid="a">Why was the northern pier closed in the spring?</p></speech>
<speech id="uk.org.publicwhip/debate/2022-05-04a.101.1" speakername="Olof Ek" speakeroffice="The Minister for Harbours" person_id="uk.org.publicwhip/person/2" colnum="101" time="12:34:00" url=""><p pid="b">Because its stones had moved.</p><p pid="c">[Interruption.]</p><p pid="d">It will open in <i>June</i>, and not before. <i>[Laughter.]</i> Nobody will be left.</p></speech>
<division id="uk.org.publicwhip/debate/2022-05-04a.102.0" divdate="2022-05-04" divnumber="1" colnum="102"><divisioncount ayes="2" noes="1"/><mplist vote="aye"><mpname id="x" vote="aye">Ida Lund</mpname></mplist></division>
</publicwhip>
"""
PARLAMINT = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><profileDesc><settingDesc><setting><date when="2022-05-04"/></setting></settingDesc>
<particDesc><listOrg><org xml:id="SEA" role="parliamentaryGroup"><orgName full="yes">Sea Party</orgName></org><org xml:id="LAND"
role="parliamentaryGroup"><orgName>Land Party</orgName></org><org xml:id="GOV" role="government"><orgName>Government</orgName></org></listOrg>
<listPerson><person xml:id="EkOlof"><persName><surname>Ek</surname><forename>Olof</forename></persName>
<affiliation role="member" ref="#LAND" from="2010-01-01" to="2019-12-31"/><affiliation role="member" ref="#SEA" from="2020-01-01"/>
<affiliation role="minister" ref="#GOV" from="2022"><roleName>Minister for Harbours</roleName></affiliation>
<affiliation role="primeMinister" ref="#GOV" from="2023-01-01"/></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div><u who="#EkOlof"><seg>It will open in June.</seg></u><note type="speaker">Ida Lund:</note><u who="#LundIda"><seg>Will
it?</seg><vocal><desc>Laughter</desc></vocal></u></div></body></text></TEI>"""

Said = tuple[str, str | None, str]


def sitting(source: str) -> list[Said]:
    document = read_bytes(source.encode(), name="sitting.xml")
    return [(turn.speaker, turn.printed, document.text[turn.start : turn.end]) for turn in document.turns]


def test_akoma_ntoso() -> None:
    document = read_bytes(AKOMA_NTOSO.encode(), name="sitting.xml")
    minister = "Olof von Ek, Minister for Harbours"
    assert sitting(AKOMA_NTOSO) == [
        ("Ida Lund", "The Chair (Ida Lund)", "The sitting is open."),
        ("Ida Lund", "Ms Lund", "Why was the northern pier closed in the spring?"),
        ("Olof von Ek", minister, "Because its stones had moved."),
        ("Olof von Ek", minister, "It will open in June."),
    ]
    stated = document.metadata
    assert (stated.issued, stated.title, stated.type, stated.language) == (
        "2022-05-04",
        "Sitting of 4 May 2022",
        "hearing",
        "en",
    )
    assert "Applause from the left." in document.text and "Interruption" not in document.text


def test_theyworkforyou() -> None:
    document = read_bytes(PUBLIC_WHIP.encode(), name="debates2022-05-04a.xml")
    assert sitting(PUBLIC_WHIP) == [
        ("Ida Lund", None, "Why was the northern pier closed in the spring?"),
        ("Olof Ek", "Olof Ek, The Minister for Harbours", "Because its stones had moved."),
        (
            "Olof Ek",
            "Olof Ek, The Minister for Harbours",
            "It will open in June, and not before. Nobody will be left.",
        ),
    ]
    assert [(place.label, place.value) for place in document.places] == [("column", "100"), ("column", "101")]
    assert (document.metadata.issued, document.metadata.container_title) == ("2022-05-04", "House of Commons")


def test_parlamint_says_office_and_party_of_the_day() -> None:
    assert sitting(PARLAMINT) == [
        ("Olof Ek", "Olof Ek, Minister for Harbours, Sea Party", "It will open in June."),
        ("Ida Lund", None, "Will it?"),
    ]


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        (AKOMA_NTOSO, "its stones had moved", "para."),
        (PUBLIC_WHIP, "its stones had moved", "col. 101"),
        (PARLAMINT, "open in June", "para."),
    ],
)
def test_a_sitting_to_a_checked_quotation(
    database: Path, run: Run, tmp_path: Path, source: str, words: str, place: str
) -> None:
    path = tmp_path / "sitting.xml"
    path.write_text(source, encoding="utf-8")
    run("ingest", path, "--citekey", "sitting", "--accept", "confident", "--db", database)
    found = run("search", words, "--db", database).stdout
    assert "Ek" in found and place in found and "exact" in found
    shown = run("show", found.split("\t")[0], "--db", database).stdout
    assert "Minister for Harbours" in shown
    assert "Applause" not in run("search", "Applause", "--db", database).stdout


@given(
    st.sampled_from([AKOMA_NTOSO, PUBLIC_WHIP]), st.integers(0, 2500), st.binary(max_size=40), st.booleans()
)
def test_what_is_cut_or_overwritten_is_read_or_refused_in_a_sentence(
    source: str, at: int, noise: bytes, cut: bool
) -> None:
    data = source.encode()
    try:
        read_bytes(data[:at] + noise + (b"" if cut else data[at:]), name="sitting.xml")
    except InputError as error:
        assert error.message.startswith("sitting.xml")


def test_what_was_heard_is_told_in_italics_and_is_no_word() -> None:
    sitting = (
        '<publicwhip><speech id="uk.org.publicwhip/debate/2021-03-09a.1.1" speakername="Ida Lund"><p><i>Interruption.</i> '
        "We go on. <i>Laughter.</i> Who <i>laughter</i> hurts?</p></speech></publicwhip>"
    )
    found = read_bytes(sitting.encode(), name="sitting.xml")
    assert [found.text[turn.start : turn.end] for turn in found.turns] == ["We go on. Who laughter hurts?"]
