"""Who speaks where another stands nearer to the verb: in relative clauses, beside pronouns, behind the time of a post."""

import pytest

from onrecord.extract import extract


def said(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[one.start : one.end].strip(" ,."), one.speaker.canonical if one.speaker else None)
        for one in extract(text)
        if one.polarity == "asserted"
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("10:42 Police say the weir is closed.", "the weir is closed", "Police"),
        ("9.05pm GMT – Ann Lee says the weir is closed.", "the weir is closed", "Ann Lee"),
        ("The abbot quoted his uncle, who had said: “A shut door is a wall.”", "A shut door is a wall", "his uncle"),
        ("Ann Lee left. The keeper who found it said the gate had been open.", "the gate had been open", "keeper who found it"),
        ("Ann Lee recalls her father telling her: “Never lend a book.”", "Never lend a book", "her father"),
        ("Tom Holt met Ann Lee. He told her the roof would be done by June.", "the roof would be done by June", "Tom Holt"),
        ("Ann Lee met the builder, Sten Holt, on Monday. She said she would wait.", "she would wait", "Ann Lee"),
        ("Tom Lee denied it. What he said was: “It cannot stay as it is.”", "It cannot stay as it is", "Tom Lee"),
        ("The mayor herself said the bridge was closed.", "the bridge was closed", "mayor"),
        ("The agency said the boat was lost at 4 a.m. Engineers say a pump failed.", "a pump failed", "Engineers"),
        ("Three left. “Nobody signed it,” said one of them, Celia Marsh.", "Nobody signed it", "Celia Marsh"),
        ("Neighbours left. One, Dilip Rao, said he had heard a bang.", "he had heard a bang", "Dilip Rao"),
        ("Critics said it was small. The authors disagree: “It is a lot,” they write.", "It is a lot", "authors"),
        ("HEARTBROKEN Lacey Byrne says she will sue.", "she will sue", "Lacey Byrne"),
        ("NASA boss Lacey Byrne says she will sue.", "she will sue", "Lacey Byrne"),
        ("Ines Duarte was with her brother, Rui, at noon. “It fell,” she said.", "It fell", "Ines Duarte"),
    ],
)  # fmt: skip
def test_the_speaker_is_whoever_the_clause_is_about(text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in said(text)


def test_she_is_no_father() -> None:
    found = said("My father wrote, “So is she.” She shrugged and said, “No, I am not.”")
    assert ("No, I am not", "My father") not in found


@pytest.mark.parametrize(
    "text", ["Two witnesses contradicted him.", "Imre Valko spoke, contradicting his defence minister."]
)
def test_people_are_no_claims_that_are_denied(text: str) -> None:
    assert extract(text) == []


def test_who_asked_is_told_behind_by() -> None:
    text = "Asked by the coroner whether she had signed the letter, Ann Dunmore said: “I did.”"
    [asked] = [one for one in extract(text) if one.polarity == "asked"]
    assert text[asked.start : asked.end] == "whether she had signed the letter"
    assert asked.speaker and asked.speaker.canonical == "coroner"
