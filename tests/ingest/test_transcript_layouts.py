"""Transcripts in text, Word, pages and Markdown: whose turn it is, by whatever tells it in that layout."""

import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.turns import proposals_of
from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes
from onrecord.ingest.transcript import transcript_in

TALK = (
    ("Ida Holm", "Did the pier hold in the storm of last night, all of it?"),
    ("Per Sund", "It held, every stone of it, and we counted them twice."),
    ("Ida Holm", "And who paid for the work that was done on it last year?"),
    ("Per Sund", "The town paid, and the town alone, whatever they say."),
)
TIMES = ("00:03", "00:07", "01:12", "02:00")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*paragraphs: list[tuple[str, bool]]) -> bytes:
    """A Word document of paragraphs of runs, each with whether it is bold; \\n is a break."""

    def run(text: str, bold: bool) -> str:
        parts = (
            "<w:br/>" if part == "\n" else f'<w:t xml:space="preserve">{escape(part)}</w:t>'
            for part in re.split("(\n)", text)
        )
        return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{''.join(parts)}</w:r>"

    body = "".join(f"<w:p>{''.join(run(*one) for one in runs)}</w:p>" for runs in paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        )
    return out.getvalue()


def page(*paragraphs: str) -> bytes:
    """A page with a headline and a byline above."""
    inside = "".join(paragraphs)
    return f"<!doctype html><title>A talk</title><article><h1>A talk on the pier</h1><p>By Ane Lind</p>{inside}</article>".encode()


def turns(data: bytes, name: str) -> tuple[list[tuple[str, str]], Document]:
    document = read_bytes(data, name=name)
    return [(turn.speaker, document.text[turn.start : turn.end]) for turn in document.turns], document


_TIMED = list(zip(TALK, TIMES, strict=True))
LAYOUTS = {
    "bold.html": page(*(f"<p><strong>{who}:</strong> {words}</p>" for who, words in TALK)),
    "bold-alone.html": page(*(f"<p><b>{who}</b><br>{words}</p>" for who, words in TALK)),
    "bold-without-colon.html": page(*(f"<p><b>{who}</b> {words}</p>" for who, words in TALK)),
    "list.html": page("<dl>", *(f"<dt>{who}</dt><dd>{words}</dd>" for who, words in TALK), "</dl>"),
    "table.html": page(
        "<table>",
        *(f"<tr><td>{at}</td><td>{who}</td><td>{words}</td></tr>" for (who, words), at in _TIMED),
        "</table>",
    ),
    "rev.html": page(*(f"<p>{who} (<a href='#'>{at}</a>):<br>{words}</p>" for (who, words), at in _TIMED)),
    "bold.md": "".join(f"**{who}:** {words}\n\n" for who, words in TALK).encode(),
    "headings.md": "".join(f"### {who}\n\n{words}\n\n" for who, words in TALK).encode(),
    "timed.md": "".join(f"**{who}** [{at}]\n{words}\n\n" for (who, words), at in _TIMED).encode(),
    "teams.docx": docx(
        [("Ida Holm", True), (" started transcription", False)],
        *([(who, True), (f"   {at}\n{words}", False)] for (who, words), at in _TIMED),
        [("Ida Holm", True), (" stopped transcription", False)],
    ),
    "bold.docx": docx(*([(who, True), (f"  {words}", False)] for who, words in TALK)),
    "trint.docx": docx(
        *(run for (who, words), at in _TIMED for run in ([(f"{who} [{at}]", False)], [(words, False)]))
    ),
    "teams-old.txt": "".join(
        f"0:{at[1]}:{int(at[3:])}.0 --> 0:9:9.120\n{who}\n{words}\n\n" for (who, words), at in _TIMED
    ).encode(),
    "happyscribe.txt": "".join(f"[00:{at}.120] - {who}\n{words}\n\n" for (who, words), at in _TIMED).encode(),
    "chat.txt": "".join(f"00:{at}\t From  {who} : {words}\n" for (who, words), at in _TIMED).encode(),
    "alone.txt": "".join(f"{who}\n{words}\n\n" for who, words in TALK).encode(),
    "colon-alone.txt": "".join(f"{who}:\n{words}\n\n" for who, words in TALK).encode(),
    "dash.txt": "".join(f"{who}. – {words}\n\n" for who, words in TALK).encode(),
    "meet.txt": (
        "A talk - Transcript\nAttendees\nIda Holm, Per Sund\n\n00:00:00\n\n"
        + "".join(f"{who}: {words}\n" for who, words in TALK)
        + "Meeting ended after 00:06:12\nThis editable transcript was computer generated.\n"
    ).encode(),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_turns_in_every_layout(name: str) -> None:
    found, document = turns(LAYOUTS[name], name)
    assert found == list(TALK)
    times = [place.value for place in document.places if place.label == "timestamp"]
    if name.split(".")[0] in ("table", "rev", "timed", "teams", "trint", "teams-old", "happyscribe", "chat"):
        assert times == [f"00:{at}" for at in TIMES]


ASKED = "{q} Did it hold?\n{a} It held.\n{q} Who paid?\n{a} The town.\n"
NAMED = [("Ida Holm", "Did it hold?"), ("Per Sund", "It held."), ("Ida Holm", "Who paid?"), ("Per Sund", "The town.")]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "labels"),
    [
        ("Q: Ida Holm, Quay Review\nA: Per Sund, harbour master\n\n", ("Q:", "A:")),
        ("Tallvik, 3 March 2021\nQ. Ida Holm / A. Per Sund\n\n", ("Q.", "A.")),
        ("Interviewer: Ida Holm\nInterviewee: Per Sund\n\n", ("I:", "R:")),
        ("Interviewer (INT): Ida Holm\nRespondent (R): Per Sund\n\n", ("INT:", "R:")),
        ("Participants: Ida Holm (IH), Per Sund (PS)\n\n", ("IH:", "PS:")),
        ("Ida Holm in conversation with Per Sund\n\n", ("IH:", "PS:")),
        ("Speaker 1: Ida Holm\nSpeaker 2: Per Sund\n\n", ("Speaker 1:", "Speaker 2:")),
        ("Interview mit Per Sund\nDas Interview führte Ida Holm.\n\n", ("Frage:", "Antwort:")),
    ],
)
def test_labels_are_who_the_text_says_above(above: str, labels: tuple[str, str]) -> None:
    text = above + ASKED.format(q=labels[0], a=labels[1])
    assert turns(text.encode(), "a.txt")[0] == NAMED


def test_names_that_are_shortened_after_the_first_time() -> None:
    text = "Ida Holm: Did it hold?\n\nPER SUND: It held.\n\nIH: Who paid?\n\nSUND: The town.\n"
    found, document = turns(text.encode(), "a.txt")
    assert [who for who, _ in found] == ["Ida Holm", "PER SUND", "Ida Holm", "PER SUND"]
    assert [turn.printed for turn in document.turns] == [None, None, "IH", "SUND"]


COURT = """SUPERIOR COURT OF TALLVIK

PER SUND, called as a witness by the plaintiff, having been
first duly sworn, testified as follows:

DIRECT EXAMINATION
BY MS. LEE:
     Q.   Did the pier hold on the night of
the storm?
     A.   It held.
          MR. QUIST: Objection.
          THE COURT: Overruled.
     Q.   Who paid?
     A.   The town.

CROSS-EXAMINATION
BY MR. QUIST:
     Q.   Were you there?
     A.   I was.
"""


def test_a_court_says_who_examines_whom() -> None:
    found, document = turns(COURT.encode(), "a.txt")
    assert [(who, " ".join(words.split())) for who, words in found] == [
        ("MS. LEE", "Did the pier hold on the night of the storm?"),
        ("PER SUND", "It held."),
        ("MR. QUIST", "Objection."),
        ("THE COURT", "Overruled."),
        ("MS. LEE", "Who paid?"),
        ("PER SUND", "The town."),
        ("MR. QUIST", "Were you there?"),
        ("PER SUND", "I was."),
    ]
    assert not any(turn.unnamed for turn in document.turns)


@pytest.mark.parametrize(
    "label", ["Q:", "Frage:", "Вопрос:", "問：", "Moderator:", "SPEAKER_01:", "Interviewer:"]
)
def test_a_part_in_a_talk_is_nobody_until_somebody_says_who(label: str) -> None:
    answer = {"Q:": "A:", "Frage:": "Antwort:", "Вопрос:": "Ответ:", "問：": "答："}.get(label, "Per Sund:")
    _, document = turns(ASKED.format(q=label, a=answer).encode(), "a.txt")
    found = proposals_of(document)
    assert [one.unnamed for one in found] == [True, answer != "Per Sund:"] * 2
    assert all(one.confidence == 0.5 for one in found if one.unnamed)


@pytest.mark.parametrize(
    "text",
    [
        "A. First point of the plan.\nB. Second point.\nC. Third point.\n",
        "Tallvik Harbour\n3\n\nSund Rovers\n1\n\nTallvik Harbour\n2\n\nSund Rovers\n2\n",
        "Berlin\nThe capital.\n\nParis\nA city.\n\nRome\nOld.\n\nMadrid\nHot.\n",
        "Ida Holm said it held.\n\nPer Sund — the harbour master — agreed.\n\nNobody paid.\n",
        "9:00\nTea\nIn the hall.\n\n9:30\nKeynote\nIda Holm opens.\n\n12:30\nLunch\nSoup.\n",
    ],
)
def test_lists_results_and_sections_are_no_transcripts(text: str) -> None:
    assert read_bytes(text.encode(), name="a.txt").turns == ()


def test_bold_words_that_are_no_names_make_no_transcript() -> None:
    text = page(
        "<p><b>Delivery</b> We send it.</p><p><b>Delivery</b> Twice.</p><p><b>Returns</b> Bring it.</p>"
    )
    assert read_bytes(text, name="a.html").turns == ()


def test_from_a_page_to_a_checked_quotation(database: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "talk.html"
    path.write_bytes(LAYOUTS["rev.html"])
    run("ingest", path, "--citekey", "talk", "--accept", "confident", "--db", database)
    run("add", "quote", "whatever they say", "--by", "Per Sund", "--in", "talk", "--db", database)
    found = run("search", "say", "--db", database).stdout
    assert found.count("Per Sund") == found.count("00:02:00") == found.count("exact") == 2


@given(
    st.lists(st.sampled_from(["Ida Holm", "IH:", "Q.", "A:", " ", "[00:01]", "It held.", "BY MS. LEE:", "—"]), max_size=30),
    st.sampled_from(["\n", " ", "\n\n"]),
)  # fmt: skip
def test_turns_of_any_lines_lie_in_them_in_order(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    found, places = transcript_in(text, frozenset({"Ida Holm"}))
    ends = [0]
    for turn in found:
        assert ends[-1] <= turn.start < turn.end <= len(text) and turn.speaker
        ends.append(turn.end)
    assert [place.start for place in places] == sorted({place.start for place in places})
