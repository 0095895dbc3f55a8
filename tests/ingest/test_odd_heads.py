"""Heads of turns with more than a name in them, names in brackets in captions, and other things that one odd line spoiled."""

import pytest

from onrecord.ingest.read import read_bytes

SAID = ["The quay stays open all winter.", "And the lamps?", "They will be lit.", "I promise it to you all."]
NAMES = ["Ingrid Moe", "Olav Brandt", "Holm, Greta", "Ingrid Moe"]


def turns(source: str, name: str) -> list[tuple[str, str]]:
    read = read_bytes(source.encode(), name=name)
    return [(one.speaker, read.text[one.start : one.end]) for one in read.turns]


LAYOUTS = {
    "Teams": ("{}   0:{}\n{}\n\n", "a.txt", "Holm, Greta (Amt)"),
    "Teams in bold": ("**{}**   0:{}\n{}\n\n", "a.md", "Holm, Greta (Amt)"),
    "the time below": ("{}\n00:00:{}\n{}\n\n", "a.txt", "Holm, Greta (Amt)"),
    "the time in front": ("[00:00:{1}] {0}: {2}\n", "a.txt", "Holm, Greta (Amt)"),
    "in brackets": ("{} (0:{})\n{}\n\n", "a.txt", "Holm, Greta (she/her)"),
    "an office behind a dash": ("{} (0:{})\n{}\n\n", "a.txt", "Holm, Greta - Harbour Office"),
}


@pytest.mark.parametrize(("layout", "file", "odd"), LAYOUTS.values(), ids=LAYOUTS)
def test_what_stands_beside_a_name_does_not_hide_the_head(layout: str, file: str, odd: str) -> None:
    heads = [NAMES[0], NAMES[1], odd, NAMES[3]]
    source = "".join(
        layout.format(head, f"{at:02}", words)
        for head, at, words in zip(heads, (3, 9, 12, 20), SAID, strict=True)
    )
    assert turns(source, file) == list(zip(NAMES, SAID, strict=True))


def test_names_in_brackets_head_the_cues_of_captions() -> None:
    cues = [
        "[Ingrid Moe] The quay stays open.",
        "[Music]",
        "[Olav Brandt] And the lamps?",
        "[Ingrid Moe] I promise it.",
    ]
    source = "WEBVTT\n\n" + "".join(
        f"00:00:{at:02}.000 --> 00:00:{at + 2:02}.000\n{cue}\n\n"
        for at, cue in zip((1, 4, 7, 10), cues, strict=True)
    )
    assert [name for name, _ in turns(source, "a.vtt")] == ["Ingrid Moe", "Olav Brandt", "Ingrid Moe"]


def test_sounds_in_brackets_are_nobody() -> None:
    cues = ["[Applause] Thank you all.", "[Cheering] We are open.", "[Applause] Good night."]
    source = "".join(
        f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n{cue}\n\n" for at, cue in enumerate(cues, start=1)
    )
    assert turns(source, "a.srt") == []


@pytest.mark.parametrize(
    "words", ["El niño no.", "España gana hoy el partido.", "Año nuevo", "Mañana, señor."]
)
def test_one_odd_letter_of_a_short_file_is_read_as_what_it_is(words: str) -> None:
    source = f"1\n00:00:01,000 --> 00:00:03,000\n{words}\n".encode("cp1252")
    assert read_bytes(source, name="a.srt").text == f"{words}\n"


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("mar. 5 mars 2024 à 09:11", "2024-03-05"),
        ("mardi 5 mars 2024 09:11:02", "2024-03-05"),
        ("Jeu, 01 févr. 2024 09:11:02 +0100", "2024-02-01"),
        ("Dienstag, 5. März 2024 09:11", "2024-03-05"),
        ("martes, 5 de marzo de 2024 9:11", "2024-03-05"),
        ("gibberish", None),
    ],
)
def test_the_day_of_a_mail_is_read_in_other_languages(date: str, day: str | None) -> None:
    source = f"From: Luc Morel <luc@quai.example>\nDate: {date}\nSubject: Quai\n\nLe quai reste ouvert.\n"
    assert read_bytes(source.encode(), name="a.eml").metadata.issued == day
