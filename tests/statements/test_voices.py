"""Words that stand in a source without quotation marks: whose they are, the source tells otherwise, or nothing does."""

import json
from pathlib import Path

import pytest
from conftest import Run

PAGE = "<!doctype html><title>Quay</title><article><p>{0}</p><p>The pilot told us:</p><blockquote>{1}</blockquote><p>{0}</p></article>"
LONG = "The old quay will open again in May, the office said after a meeting that lasted long into the night of Monday."
HEARING = "MIA LUND: Who paid for it?\n\nBO QUIST: The town paid, every coin.\n\nMIA LUND: Who took it?\n\nBO QUIST: Nobody here.\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Bo Quist>The town paid, every coin.\n\n00:05.000 --> 00:06.000\n<v Mia Lund>Who took it?\n"
TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><said who="#Bo_Quist">The town paid, every coin.</said></p>'
    "<p>It rained.</p><sp><speaker>Mia Lund</speaker><p>Who took it?</p></sp></body></text></TEI>"
)
MAIL = "From: Bo Quist <bo@example.org>\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nSubject: x\n\nThe town paid, every coin.\n"


@pytest.mark.parametrize(
    ("name", "content", "by", "form"),
    [
        ("a.txt", HEARING, "Bo Quist", "direct"),
        ("a.txt", HEARING, "Mia Lund", "indirect"),
        ("a.vtt", VTT, "Bo Quist", "direct"),
        ("a.vtt", VTT, "Mia Lund", "indirect"),
        ("a.vtt", VTT.replace("<v Bo Quist>", ""), "Bo Quist", "direct"),
        ("a.srt", VTT.replace("<v Bo Quist>", "SPEAKER_00: "), "Bo Quist", "direct"),
        ("a.txt", HEARING.replace("BO QUIST", "Speaker 2"), "Bo Quist", "direct"),
        ("a.tei", TEI, "Mia Lund", "indirect"),
        ("a.eml", MAIL, "Bo Quist", "direct"),
        ("a.eml", MAIL, "Mia Lund", "indirect"),
        ("a.html", PAGE.format(LONG, "<p>The town paid, every coin.</p>"), "Bo Quist", "direct"),
        (
            "a.md",
            "The pilot told us:\n\n> The town paid,\n> every coin.\n\nWe agree.\n",
            "Bo Quist",
            "direct",
        ),
        ("a.md", "He told us:\n\n> The town paid, every coin.\n>\n> — Mia Lund\n", "Bo Quist", "indirect"),
        ("a.md", "The town paid, every coin.\n\n> So it did.\n", "Bo Quist", "indirect"),
        (
            "a.html",
            PAGE.format(LONG, "<p>The town paid, every coin.</p><cite>Bo Quist, pilot</cite>"),
            "Bo Quist",
            "direct",
        ),
        (
            "a.html",
            PAGE.format(LONG, "<p>The town paid, every coin.</p><cite>Mia Lund</cite>"),
            "Bo Quist",
            "indirect",
        ),
        (
            "a.html",
            PAGE.format(
                LONG, "<p>It rained.</p></blockquote><p>The town paid, every coin.</p><blockquote>So it did."
            ),
            "Bo Quist",
            "indirect",
        ),
    ],
)
def test_the_form_of_words_without_marks(
    run: Run, tmp_path: Path, name: str, content: str, by: str, form: str
) -> None:
    file = tmp_path / name
    file.write_text(content)
    run("init")
    run("add", "source", file, "--citekey", "s")
    added = run(
        "add", "quote", "The town paid, every coin.", "--by", by, "--in", "s", "--new-speaker", "--json"
    )
    assert added.returncode == 0, added.stderr
    quote = json.loads(added.stdout)
    assert quote["form"] == form
    assert quote["check_result"] == ("exact" if form == "direct" else "not_checkable")
    assert "stands in the text, without marks" in added.stderr + added.stdout


def test_a_denial_is_not_made_direct(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(HEARING)
    run("init")
    run("add", "source", file, "--citekey", "s")
    added = run(
        "add", "quote", "The town paid, every coin.", "--by", "Bo Quist", "--in", "s", "--new-speaker", "--cue", "denied", "--json"
    )  # fmt: skip
    assert '"indirect"' in added.stdout
    assert '"denied"' in added.stdout


@pytest.mark.parametrize(
    ("words", "stands"),
    [("The town paid, every coin.", True), ("The town paid every single coin.", False)],
)
def test_verify_says_whether_words_without_marks_stand_there(
    run: Run, tmp_path: Path, words: str, stands: bool
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("It rained in Tallvik.\n\nThe town paid, every coin. Nobody said who took it.\n")
    database = tmp_path / "a.db"
    run("init", "--db", database)
    run("add", "source", file, "--citekey", "s", "--db", database)
    run(
        "add",
        "quote",
        words,
        "--by",
        "Bo Quist",
        "--new-speaker",
        "--form",
        "indirect",
        "--in",
        "s",
        "--db",
        database,
    )
    checked = run("verify", "--in", "s", "--db", database)
    assert "1 not checkable" in checked.stderr and checked.returncode == 0
    assert ("(1 stands in the text, without marks)" in checked.stderr) == stands
