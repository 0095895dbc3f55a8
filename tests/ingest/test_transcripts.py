"""Transcripts in the layouts that programs write: who speaks, and when."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.turns import proposals_of
from onrecord.ingest.read import read_bytes
from onrecord.ingest.transcript import turns_in

WORDS = ("It held.", "Every stone: we counted.", "Who paid?")
HEADS = {
    "rev": "{name} ({time}):\n{words}\n\n",
    "otter": "{name}  {time}  \n{words}\n\n",
    "teams": "{name}   {time}\n{words}\n",
    "zoom": "[{name}] 10:{time}\n{words}\n\n",
    "descript": "[00:{time}] {name}: {words}\n\n",
    "trint": "[{time}] {name}: {words}\n",
    "sonix": "{name}: [{time}] {words}\n\n",
    "range": "[00:{time}.000 --> 00:59:59.000] {name}: {words}\n",
    "plain": "{time} {name}: {words}\n",
}


def read(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    document = read_bytes(text.encode(), name="a.txt")
    assert document.text == text
    times = []
    for turn in document.turns:
        times += [place.value for place in document.places if place.start <= turn.start][-1:]
    return [(turn.speaker, text[turn.start : turn.end]) for turn in document.turns], times


@pytest.mark.parametrize("layout", HEADS)
@pytest.mark.parametrize("name", ["Ida Holm", "Jürgen von der Ley", "Speaker 1", "山田太郎"])
def test_the_layouts_of_programs(layout: str, name: str) -> None:
    names = (name, "Per Sund", name)
    times = ("00:07", "01:14", "02:40")
    text = "".join(
        HEADS[layout].format(name=who, time=time, words=words)
        for who, time, words in zip(names, times, WORDS, strict=True)
    )
    turns, places = read(text + "\nTranscribed by https://example.org\n")
    assert turns == list(zip(names, WORDS, strict=True))
    hour = "10" if layout == "zoom" else "00"
    assert places == [f"{hour}:{time}" for time in times]


@pytest.mark.parametrize(
    "label", ["[SPEAKER_00]: ", "SPEAKER_00: ", "Speaker 1: ", "[SPEAKER_01] ", ">> Speaker 2: "]
)
def test_labels_of_programs_are_turns_of_nobody_yet(label: str) -> None:
    text = f"{label}It held.\n\nPER SUND: Who knows.\n\n{label}I do.\n"
    document = read_bytes(text.encode(), name="a.txt")
    assert [one.unnamed for one in proposals_of(document)] == [True, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Registration  9:00\nTea in the hall.\nKeynote  9:30\nIda Holm opens.\nLunch  12:30\nSoup.\n",
        "Coffee Break 10:30\nHarbour Walk 11:00\nClosing Words 12:00\n",
        "John 3:16\nFor thus he spoke.\nJohn 3:17\nAnd again.\nJohn 3:18\nAnd went.\n",
        "Departure: 10:30\n\nArrival: 11:40\n\nDeparture: 12:30\n\nArrival: 14:00\n",
        "It began at 10:30.\nIda Holm (52) came at 11:00: late.\nPer Sund (48) at 12:00.\n",
        "Speaker notes: bring tea.\n\nSpeaker notes: bring cups.\n",
    ],
)
def test_programmes_verses_and_timetables_are_no_transcripts(text: str) -> None:
    assert read_bytes(text.encode(), name="a.txt").turns == ()


@settings(deadline=None)
@given(st.text("Ida Holm12:[]()>-\n .", max_size=150))
def test_turns_of_any_text_lie_in_it_in_order(text: str) -> None:
    ends = [0]
    for turn in turns_in(text):
        assert ends[-1] <= turn.start < turn.end <= len(text)
        assert text[turn.start : turn.end] == text[turn.start : turn.end].strip()
        ends.append(turn.end)


NUMBERED = {
    "court": (
        "Page 14",
        ["   DIRECT EXAMINATION", "   BY MR. CALLOW:", "       Q.   Would you tell the court where you stood that",
         "   morning, Ms. Trewin?", "       A.   I stood at the rail, and I saw the gate open", "   before anybody had called for it.",
         "       Q.   Did anybody warn you?", "       A.   No. Nobody said a word to us until the water was",
         "   over the boards.", "            MR. PELL:  Objection. Leading the witness.", "            THE COURT:  Overruled."],
        "I stood at the rail, and I saw the gate open before anybody had called for it.",
    ),
    "german": (
        "Seite 3",
        ["  Frage: Wo standen Sie an dem Morgen, als das Tor", "  aufging?", "  Antwort: An der Reling. Ich habe das Tor gesehen, und",
         "  niemand hatte es gerufen.", "  Frage: Hat Sie jemand gewarnt?", "  Antwort: Nein. Niemand hat uns ein Wort gesagt, bis das",
         "  Wasser über den Planken stand.", "  Frage: Und danach?", "  Antwort: Danach war es zu spät.", "  Frage: Danke.", "  Antwort: Bitte."],
        "An der Reling. Ich habe das Tor gesehen, und niemand hatte es gerufen.",
    ),
    "capitals": (
        "7",
        ["  THE CHAIR: The meeting is open. We begin with the", "  report on the pier.", "  MS. OSK: The pier is closed, and it will stay closed until",
         "  somebody pays for the bolts.", "  THE CHAIR: Who is to pay?", "  MS. OSK: Not the town.", "  MR. DAHL: Not the county",
         "  either, I should think.", "  THE CHAIR: Then it stays closed.", "  MS. OSK: It does.", "  THE CHAIR: Noted."],
        "The pier is closed, and it will stay closed until somebody pays for the bolts.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", NUMBERED)
def test_numbers_of_lines_and_pages_are_nobodys_words(kind: str) -> None:
    page, lines, words = NUMBERED[kind]
    text = f"{page:>60}\n" + "".join(f"{at:2} {line}\n\n" for at, line in enumerate(lines, start=1))
    read = read_bytes(text.encode(), name="minutes.txt")
    said = [" ".join(read.text[turn.start : turn.end].split()) for turn in read.turns]
    assert words in said
    assert [(one.label, one.value) for one in read.places] == [("page", page.split()[-1])]
    assert not any(character.isdigit() for one in said for character in one)


def test_a_numbered_list_keeps_its_numbers() -> None:
    text = "".join(f"{at} Q. and A. on the pier, part {at}\n" for at in range(1, 13))
    assert read_bytes(text.encode(), name="list.txt").text == text


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("Ida Sund, harbour master:", "Ida Sund"),
        ("Ida Sund, maire :", "Ida Sund"),
        ("Sund, Ida (Bauamt):", "Ida Sund"),
        ("Sund (Greens):", "Sund"),
    ],
)
def test_a_role_behind_a_name_begins_a_turn(head: str, speaker: str) -> None:
    text = f"Per Ek: Who came?\n\n{head} The crew.\n\nPer Ek: All of them?\n\nPer Ek: Nearly.\n"
    assert read(text)[0] == [
        ("Per Ek", "Who came?"),
        (speaker, "The crew."),
        ("Per Ek", "All of them?"),
        ("Per Ek", "Nearly."),
    ]


def test_an_address_and_a_colon_begin_no_turn() -> None:
    text = "Per Ek: Who came?\n\nMia Dahl: Guess.\n\nDear Per, I told you: the crew.\n\nPer Ek: So be it.\n"
    assert [who for who, _ in read(text)[0]] == ["Per Ek", "Mia Dahl", "Per Ek"]


@pytest.mark.parametrize(
    "aside",
    ["[The tape ends here.]", "(The tape ends.)", "Note: the tape ends here.", "Hinweis: Das Band endet."],
)
def test_what_stands_between_turns_is_nobodys(aside: str) -> None:
    text = f"Per Ek: Who came?\n\nMia Dahl: Guess.\n\n{aside}\n\nPer Ek: All?\n\nMia Dahl: Yes.\n\nThe hall was empty at noon.\n"
    assert read(text)[0] == [
        ("Per Ek", "Who came?"),
        ("Mia Dahl", "Guess."),
        ("Per Ek", "All?"),
        ("Mia Dahl", "Yes."),
    ]
