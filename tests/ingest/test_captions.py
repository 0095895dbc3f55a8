"""Captions: whose words they are, and that rolling ones are stored once."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.turns import proposals_of
from onrecord.ingest.read import read_bytes

Cue = tuple[float, float, str]


def vtt(*cues: Cue) -> bytes:
    return (
        "WEBVTT\n\n" + "\n\n".join(f"{_clock(a)} --> {_clock(b)}\n{text}" for a, b, text in cues)
    ).encode()


def srt(*cues: Cue) -> bytes:
    parts = (
        f"{number}\n{_clock(a)} --> {_clock(b)}\n{text}\n".replace(".", ",", 2)
        for number, (a, b, text) in enumerate(cues, 1)
    )
    return "\n".join(parts).encode()


def every(*texts: str) -> tuple[Cue, ...]:
    return tuple((at * 3.0, at * 3.0 + 2.9, text) for at, text in enumerate(texts))


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{seconds % 60:06.3f}"


def turns(data: bytes, name: str = "a.vtt") -> list[tuple[str, str]]:
    document = read_bytes(data, name=name)
    return [(turn.speaker, document.text[turn.start : turn.end]) for turn in document.turns]


@pytest.mark.parametrize(
    "cue",
    [
        "<v Ida Holm>Did it hold?</v><v Per Sund>It held.</v>",
        "<v Ida Holm>Did it hold?\n<v Per Sund>It held.",
        "<v.loud Ida Holm>Did it\nhold?</v>\n<v.low Per Sund>It held.</v>",
        "&gt;&gt; Ida Holm: Did it hold? &gt;&gt; Per Sund: It held.",
        "- [Ida Holm]: Did it hold?\n- [Per Sund]: It held.",
    ],
)
def test_two_voices_in_a_cue_are_two(cue: str) -> None:
    assert turns(vtt(*every(cue))) == [("Ida Holm", "Did it hold?"), ("Per Sund", "It held.")]


def test_two_names_on_a_line() -> None:
    assert turns(srt(*every("IDA HOLM: Did it hold? PER SUND: It\nheld, every stone.")), "a.srt") == [
        ("IDA HOLM", "Did it hold?"),
        ("PER SUND", "It held, every stone."),
    ]


def test_the_answer_behind_a_dash_is_not_the_one_who_asked() -> None:
    cues = every("IDA HOLM: Did it hold?", "- Did it?\n- It held.", "IDA HOLM: Well.")
    assert turns(srt(*cues), "a.srt") == [("IDA HOLM", "Did it hold?"), ("IDA HOLM", "Well.")]
    assert "- " not in read_bytes(srt(*cues), name="a.srt").text


@pytest.mark.parametrize(
    ("cue", "parts"),
    [
        ("- Did it hold? - It held. - Good.", ["Did it hold?", "It held.", "Good."]),
        ("—¿Aguantó? —Aguantó.", ["¿Aguantó?", "Aguantó."]),
        ("It was open. - It was not.", ["It was open.", "It was not."]),
        ("－橋は？\n－開きました。", ["橋は？", "開きました。"]),
        ("≫橋は？\n≫開きました。", ["橋は？", "開きました。"]),
        ("It was long. - about a mile - and cold. - 5 degrees.", ["It was long. - about a mile - and cold. - 5 degrees."]),
        ("Open 1914 - 1918, Paris - London.", ["Open 1914 - 1918, Paris - London."]),
    ],
)  # fmt: skip
def test_each_voice_of_a_dialogue_stands_apart(cue: str, parts: list[str]) -> None:
    assert read_bytes(srt(*every(cue)), name="a.srt").text.strip().split("\n\n") == parts


def test_words_behind_a_dash_are_not_those_of_the_name_before() -> None:
    assert turns(srt(*every("IDA HOLM: Did it hold? - It held.", "IDA HOLM: Well.")), "a.srt") == [
        ("IDA HOLM", "Did it hold?"),
        ("IDA HOLM", "Well."),
    ]


def test_names_in_wide_brackets_are_names_and_sounds_are_not() -> None:
    cues = every(
        "（佐藤）橋は？", "（田中）開きました。\n（佐藤）はい。", "（拍手）どうも。", "（拍手）以上です。"
    )
    assert turns(srt(*cues), "a.srt")[:3] == [
        ("佐藤", "橋は？"),
        ("田中", "開きました。"),
        ("佐藤", "はい。 （拍手）どうも。 （拍手）以上です。"),
    ]


def test_a_voice_ends_with_its_mark() -> None:
    cues = every(
        "<v Ida Holm>It held.</v> (noise)", "The sea was calm.", "<v Ida Holm>It did", "hold, I say."
    )
    assert turns(vtt(*cues)) == [("Ida Holm", "It held."), ("Ida Holm", "It did hold, I say.")]


def test_a_name_holds_until_the_next_but_not_over_another_scene() -> None:
    cues = (
        (0, 2, ">> IDA HOLM: It held."),
        (2, 4, "Every stone."),
        (4, 6, ">> Who knows."),
        (6, 8, "PER SUND: I."),
        (90, 92, "A ship comes in."),
    )
    assert turns(vtt(*cues)) == [("IDA HOLM", "It held. Every stone."), ("PER SUND", "I.")]


def test_what_one_voice_says_in_two_scenes_is_two_statements() -> None:
    cues = ((0.0, 2.0, "<v Ida Holm>It held."), (3.0, 5.0, "<v Ida Holm>We counted"), (30.0, 32.0, "<v Ida Holm>the stones."), (90.0, 92.0, "<v Ida Holm>Well."))  # fmt: skip
    assert turns(vtt(*cues)) == [("Ida Holm", "It held. We counted the stones."), ("Ida Holm", "Well.")]


def test_where_every_cue_is_named_one_without_a_name_is_nobodys() -> None:
    cues = every("Ida Holm: It held.", "Ida Holm: It did.", "Applause.", "Per Sund: Who knows.")
    assert turns(vtt(*cues)) == [("Ida Holm", "It held. It did."), ("Per Sund", "Who knows.")]


def test_a_sentence_with_a_colon_is_no_name() -> None:
    texts = ("One thing we learned: it held.", "Then it rained.", "Remember: nobody came.", "We went.")
    document = read_bytes(vtt(*every(*texts)), name="a.vtt")
    assert (document.text.strip(), document.turns) == (" ".join(texts), ())


@pytest.mark.parametrize(
    "label",
    ["[SPEAKER_00]: ", "SPEAKER_01: ", "[SPEAKER_02] ", "(speaker 0) ", "Speaker 1: ", "<v Speaker 3>", "Unknown Speaker: ", "Sprecher 2: "],
)  # fmt: skip
def test_the_label_of_a_program_is_nobodys_name(label: str) -> None:
    (proposal,) = proposals_of(read_bytes(vtt(*every(f"{label}It held.")), name="a.vtt"))
    assert proposal.speaker is not None and proposal.unnamed
    assert proposal.speaker.text == label.strip("[]()<>: ").removeprefix("v ")
    assert proposal.confidence <= 0.5


@pytest.mark.parametrize("name", ["THE SPEAKER", "Speakers", "Guest House", "Ida Speaker"])
def test_a_name_is_no_label_of_a_program(name: str) -> None:
    (proposal,) = proposals_of(read_bytes(vtt(*every(f"<v {name}>It held.")), name="a.vtt"))
    assert not proposal.unnamed


GROWING = (
    "it",
    "it held",
    "it held\nthrough the",
    "it held\nthrough the storm",
    "through the storm\nand the ice",
)
ROLLED = ("it held", "it held\nthrough the storm", "through the storm\nand the ice")


@pytest.mark.parametrize("form", [vtt, srt])
@pytest.mark.parametrize("texts", [GROWING, ROLLED, ("it held through the storm and", "it held through the storm and the ice")])  # fmt: skip
def test_rolling_and_growing_captions_are_stored_once(form: object, texts: tuple[str, ...]) -> None:
    data = vtt(*every(*texts)) if form is vtt else srt(*every(*texts))
    document = read_bytes(data, name="a.vtt" if form is vtt else "a.srt")
    assert document.text == "it held through the storm and the ice\n"


def test_what_is_said_twice_stands_twice() -> None:
    cues = ((0, 2, "No."), (2.5, 4, "No."), (4, 6, "It held."), (9, 11, "It held."), (11, 12, "Yes."))
    assert read_bytes(vtt(*cues), name="a.vtt").text.split() == "No. No. It held. It held. Yes.".split()


WORDS = st.lists(st.sampled_from("sea ice quay storm the a held and no".split()), min_size=1, max_size=5)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=15))
def test_any_captions_rolled_as_programs_roll_them_come_back_as_they_were_said(
    lines: list[list[str]],
) -> None:
    cues: list[Cue] = []
    for at, line in enumerate(lines):
        timed = line[0] + "".join(f"<00:00:01.000><c> {word}</c>" for word in line[1:])
        before = " ".join(lines[at - 1]) if at else " "
        cues.append((at * 2.0, at * 2 + 1.99, f"{before}\n{timed}<00:00:01.000>"))
        cues.append((at * 2 + 1.99, at * 2 + 2.0, f"{' '.join(line)}\n "))
    document = read_bytes(vtt(*cues), name="a.vtt")
    assert document.text.split() == [word for line in lines for word in line]


@settings(deadline=None)
@given(st.text("<v Ada>:-.!\n[]&;1", max_size=80))
def test_every_letter_of_a_cue_stands_in_the_text_or_in_a_label(text: str) -> None:
    body = re.sub(r"\n\s*\n", "\n", text).replace("-->", "")
    data = vtt((0, 1, "Well now."), (1, 2, body), (2, 3, "Goodbye."))
    document = read_bytes(data, name="a.vtt")
    assert document.text.startswith("Well now.") and document.text.rstrip().endswith("Goodbye.")
    ends = [0, *(turn.end for turn in document.turns)]
    assert all(end <= turn.start < turn.end for end, turn in zip(ends, document.turns, strict=False))


def test_a_voice_that_never_closes_is_read_at_once() -> None:
    assert "held" in read_bytes(vtt(*every("It held. <v" + "." * 5000 + " x" * 5000)), name="a.vtt").text
