"""Every format in every way: doubt stands in all of them, and what makes no sense is refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cite.factories import HNA, quote, source, via
from cite.formats.conftest import Words

from onrecord.cite.cited import FORMATS, WAYS, cite, cite_bytes
from onrecord.errors import UsageError
from onrecord.model.records import Quote

EVERY = [(name, way) for name, citing in FORMATS.items() for way in citing.ways]
DOUBTS = {
    "Attribution disputed: Two accounts differ.": quote(
        status="disputed", status_reason="Two accounts differ", via=[via(HNA)]
    ),
    "Misattributed: it was Okoro!": quote(status="misattributed", status_reason="it was Okoro!"),
    "Deprecated: the transcript is better.": quote(
        rank="deprecated", rank_reason="the transcript is better."
    ),
    "wording not verified: absent": quote(check_result="absent", form="mixed"),
}


def doubted() -> list[Quote]:
    """A quotation for each of DOUBTS, each of a source of its own."""
    return [
        quote(
            status=one.status, status_reason=one.status_reason, rank=one.rank, rank_reason=one.rank_reason,
            check_result=one.check_result, form=one.form, via=one.via, key=f"key{number}aaaaaa",
            source=source(f"s{number}", title=f"Work {number}"),
        )
        for number, one in enumerate(DOUBTS.values())
    ]  # fmt: skip


@pytest.mark.parametrize(("format", "way"), EVERY)
def test_doubt_stands_in_every_format_and_every_way(format: str, way: str, words: Words) -> None:
    shown = words(cite_bytes(doubted(), format=format, as_=way, force=True), format).replace("\\", "")
    # YAML and biblatex are read as they are, with the escapes of their formats.
    assert [said for said in DOUBTS if said not in shown] == []


@pytest.mark.parametrize(
    "style", ["apa", "chicago-notes-bibliography", "ieee", "nature", "modern-language-association"]
)
@pytest.mark.parametrize(
    ("format", "way"), [("text", way) for way in WAYS] + [("html", "inline"), ("latex", "blockquote")]
)
def test_doubt_stands_in_every_style(format: str, way: str, style: str) -> None:
    letter = source("letter", type="personal_communication", title=None, container_title=None, url=None)
    several = [
        *doubted(),
        quote(source=letter, key="letteraaaa", status="disputed", status_reason="One letter differs"),
    ]
    made = cite(several, format=format, as_=way, style=style, force=True)
    assert [said for said in (*DOUBTS, "Attribution disputed: One letter differs") if said not in made] == []


def test_nothing_sure_is_called_doubtful() -> None:
    for format, way in EVERY:
        if not FORMATS[format].binary:
            made = cite([quote()], format=format, as_=way).lower()
            assert not any(
                word in made for word in ("disputed", "attributed", "deprecated", "not verified", "doubt")
            )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("way", WAYS)
def test_a_way_that_a_format_has_not_is_refused_with_what_to_use(format: str, way: str) -> None:
    if way in FORMATS[format].ways:
        assert cite_bytes([quote()], format=format, as_=way)
        return
    with pytest.raises(UsageError, match=f"{format} has no {way}\\.$") as refused:
        cite_bytes([quote()], format=format, as_=way)
    told = refused.value.hint
    assert (
        told
        and told.step == "cite_another_way"
        and str(told.about["ways"]).startswith(FORMATS[format].ways[0])
    )


def test_an_unknown_way_or_a_document_as_text_is_refused() -> None:
    with pytest.raises(UsageError, match="'footnote' is not a way to cite"):
        cite([quote()], as_="footnote")
    with pytest.raises(UsageError, match="docx is not text"):
        cite([quote()], format="docx")


@pytest.mark.parametrize("format", [name for name, citing in FORMATS.items() if citing.default])
def test_the_default_is_one_of_the_ways(format: str) -> None:
    if not FORMATS[format].binary:  # a package with the time in it
        assert cite([quote()], format=format) == cite([quote()], format=format, as_=FORMATS[format].default)


def sentence(one: Quote, style: str = "apa") -> str:
    return cite([one], as_="inline", style=style)


def test_each_form_has_its_sentence() -> None:
    assert sentence(quote("We sail at dawn.", medium="speech")) == (
        "Irina Vassilenko said, “We sail at dawn” (Brandt, 2021, para. 12)."
    )
    assert sentence(quote("Do we sail?", medium="written")) == (
        "Irina Vassilenko wrote, “Do we sail?” (Vassilenko, as cited in Brandt, 2021, para. 12)."
    )
    assert sentence(quote("The quay “will open” soon.", form="mixed", medium="speech")) == (
        "According to Irina Vassilenko, the quay “will open” soon (Brandt, 2021, para. 12)."
    )
    assert sentence(quote("Ferries are late.", form="indirect", medium="speech", locator=None)) == (
        "According to Irina Vassilenko, Ferries are late (Brandt, 2021)."
    )
    assert sentence(quote("We sail.", status="misattributed", status_reason="Okoro said it")).startswith(
        "Attributed to Irina Vassilenko: “We sail” ("
    )


def test_a_style_of_notes_has_its_note_behind_the_sentence() -> None:
    made = sentence(quote("We sail at dawn.", medium="speech"), "chicago-notes-bibliography")
    said, note = made.split("\n\n")
    assert said == "Irina Vassilenko said, “We sail at dawn.”[1]"
    assert note.startswith("[1] Irina Vassilenko, quoted in Mirela Brandt, “The Ferry")


def test_a_raised_number_follows_its_word() -> None:
    made = cite(
        [quote("We sail.", medium="speech", source=source(creators=()))],
        as_="inline",
        style="nature",
        format="html",
    )
    assert "‘We sail’<sup>" in made or "‘We sail’ <sup>" in made


@pytest.mark.parametrize("way", ["blockquote", "inline", "note"])
def test_two_quotations_of_one_statement_have_notes_of_their_own(way: str) -> None:
    two = [quote(), quote(source=source("other", title="Other"))]
    made = cite(two, format="markdown", as_=way, style="chicago-notes-bibliography")
    assert made.count("[^k7xq2mabcd]:") == made.count("[^k7xq2mabcd-2]:") == 1


def test_a_note_in_a_style_of_parentheses_is_the_whole_entry() -> None:
    assert cite([quote(via=[via(HNA)])], as_="note") == (
        "HNA, as cited in Brandt, M. (2021, March 14). The ferry that the harbour forgot. Coastal Review. "
        "https://coastal.example/ferry (para. 12)."
    )
    assert cite([quote()], as_="note", style="ieee").startswith(
        "Vassilenko, as cited in M. Brandt, “The ferry"
    )


def test_only_what_a_style_governs_looks_for_pandoc() -> None:
    code = """if True:
        import sys
        from cite.factories import quote
        from onrecord.cite.cited import FORMATS, cite

        for name, citing in FORMATS.items():
            if not citing.styled:
                for way in citing.ways:
                    cite([quote()], format=name, as_=way)
        for format in ("text", "markdown", "html"):
            cite([quote()], format=format, as_="card")
        assert "onrecord.pandoc" not in sys.modules
        cite([quote()])
        assert "onrecord.pandoc" in sys.modules
    """
    path = os.pathsep.join([str(Path(__file__).parents[2]), *filter(None, sys.path)])
    subprocess.run(
        [sys.executable, "-c", code], check=True, timeout=60, env={**os.environ, "PYTHONPATH": path}
    )
