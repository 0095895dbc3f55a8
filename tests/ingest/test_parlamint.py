"""A sitting of a parliament in ParlaMint's TEI: each speech is its speaker's, on the day of the sitting."""

from pathlib import Path

from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest.read import read_bytes

SITTING = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="sitting"><teiHeader><fileDesc><titleStmt><title>Sitting 12</title></titleStmt>
<publicationStmt><date when="2023-06-01"/></publicationStmt><sourceDesc><bibl><date when="2021-03-09">9 March</date></bibl></sourceDesc>
</fileDesc><profileDesc><settingDesc><setting><date when="2021-03-09"/></setting></settingDesc><particDesc><listPerson>
<person xml:id="LundIda"><persName><surname>Lund</surname><forename>Ida</forename></persName></person>
<person xml:id="EkOlof"><persName><surname>Ek</surname><nameLink>von</nameLink><forename>Olof</forename></persName></person></listPerson>
</particDesc></profileDesc></teiHeader><text><body><div><note type="speaker">Chair:</note>
<u who="#LundIda" ana="#chair" xml:id="u1"><seg>The sitting is open.</seg><seg>We begin with the pier of the northern harbour.</seg></u>
<u who="#EkOlof" ana="#regular" xml:id="u2"><seg>Nobody who bought a ticket will be left on the pier.</seg><note>Applause</note></u>
<u who="#Unlisted"><seg>May I ask why the pier was closed at all?</seg></u></div></body></text></TEI>"""


def test_speeches_names_and_the_day() -> None:
    found = read_bytes(SITTING.encode(), name="sitting.xml")
    turns = [(turn.speaker, found.text[turn.start : turn.end]) for turn in found.turns]
    assert turns == [
        ("Ida Lund", "The sitting is open.\n\nWe begin with the pier of the northern harbour."),
        ("Olof von Ek", "Nobody who bought a ticket will be left on the pier."),
        ("Unlisted", "May I ask why the pier was closed at all?"),
    ]
    assert [turn.unnamed for turn in found.turns] == [False, False, True]
    assert (found.metadata.issued, found.metadata.title) == ("2021-03-09", "Sitting 12")
    assert "Applause" not in found.text


def test_the_name_is_that_of_the_day_and_the_address_that_of_the_minutes() -> None:
    names = (
        '<persName from="2010" to="2020-05-01"><surname>Holm</surname><forename>Ida</forename></persName>'
        '<persName from="2020-05-02"><surname>Lund</surname><forename>Ida</forename></persName>'
    )
    later = SITTING.replace("<persName><surname>Lund</surname><forename>Ida</forename></persName>", names)
    later = later.replace("<bibl>", '<bibl><idno type="URI">https://parliament.example/12</idno>')
    found = read_bytes(later.encode(), name="sitting.xml")
    assert (found.turns[0].speaker, found.metadata.url) == ("Ida Lund", "https://parliament.example/12")
    before = read_bytes(later.replace("2021-03-09", "2019-03-09").encode(), name="sitting.xml")
    assert before.turns[0].speaker == "Ida Holm"


def test_a_sitting_to_a_checked_quotation(database: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sitting.xml"
    path.write_text(SITTING, encoding="utf-8")
    run("ingest", path, "--citekey", "sitting", "--accept", "confident", "--db", database)
    assert "Olof von Ek" in run("search", "ticket", "--db", database).stdout
    checked = run("verify", "-v", "--in", "sitting", "--db", database).stdout
    assert "exact" in checked and "absent" not in checked


@given(st.integers(0, len(SITTING)), st.binary(max_size=40), st.booleans())
def test_what_is_cut_or_overwritten_is_read_or_refused_in_a_sentence(
    at: int, noise: bytes, cut: bool
) -> None:
    data = SITTING.encode()
    try:
        read_bytes(data[:at] + noise + (b"" if cut else data[at:]), name="sitting.tei")
    except InputError as error:
        assert error.message.startswith("sitting.tei")
