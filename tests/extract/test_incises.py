"""Reporting clauses inside the marks: the reporter's words are none of the speaker's."""

import pytest

from onrecord.extract import extract
from onrecord.matching import VERIFIED, find, prepared

INSIDE = [
    ("« Rien, a-t-il ajouté, ne nous arrêtera, même ici. »", ["Rien", "ne nous arrêtera, même ici."]),
    ("«Nada —dijo Olof Ek— nos detendrá».", ["Nada", "nos detendrá"]),
    ("«Niente — ha detto Olof Ek — ci fermerà».", ["Niente", "ci fermerà"]),
    ("“Nada — disse Olof Ek — vai parar o barco.”", ["Nada", "vai parar o barco."]),
    ("„Nic – powiedział Olof Ek – nas nie zatrzyma”.", ["Nic", "nas nie zatrzyma"]),
    ("«Nadie, ha dicho la ministra, será obligado a salir».", ["Nadie", "será obligado a salir"]),
    ("«Nessuno, ha aggiunto Anna Rossi, sarà obbligato».", ["Nessuno", "sarà obbligato"]),
    ("“Ninguém, afirmou a ministra, será obrigado a sair.”", ["Ninguém", "será obrigado a sair."]),
    ("„Niemand, sagte die Ministerin, wird hinausmüssen.“", ["Niemand", "wird hinausmüssen."]),
    ("“Niemand, zei de minister, wordt gedwongen.”", ["Niemand", "wordt gedwongen."]),
    ("« Le port, a promis le maire, Luc Morel, est fermé. »", ["Le port", "est fermé."]),
    ("« Le port, a promis le maire de Plage, Luc Morel, est fermé. »", ["Le port", "est fermé."]),
    ("« Le port, m’a dit Luc Morel, est fermé. »", ["Le port", "est fermé."]),
    ("« Le port, nous a-t-elle confié, est fermé. »", ["Le port", "est fermé."]),
    ("«El puerto, me dijo Luis Mora, está cerrado».", ["El puerto", "está cerrado"]),
    ("«Il porto, ci ha detto il sindaco, Marco Sarti, è chiuso».", ["Il porto", "è chiuso"]),
    ("„Der Hafen, versprach der Bürgermeister, Max Holm, bleibt zu.“", ["Der Hafen", "bleibt zu."]),
    ("«Лодка готова, — сказал Олоф Эк. — Мы выходим».", ["Лодка готова", "Мы выходим"]),
]


@pytest.mark.parametrize(("text", "words"), INSIDE)
def test_a_clause_of_the_reporter_is_taken_out_of_the_marks(text: str, words: list[str]) -> None:
    found = extract(text)
    assert [text[one.start : one.end] for one in found] == words
    assert len({one.group for one in found}) == 1 and {one.form for one in found} == {"direct"}


@pytest.mark.parametrize(
    "text",
    [
        "“The boat — says the harbour — is ready, and nobody will stop it.”",
        "« Rien, mes amis, ne nous arrêtera, même ici. »",
        "“Nobody, said the minister, will have to leave.”",
        "Olof Ek a déclaré : « Rien, a-t-elle ajouté, ne nous arrêtera. »",
    ],
)
def test_what_the_speaker_says_stays_whole(text: str) -> None:
    marks = "“”«»"
    start, end = (next(at for at, one in enumerate(text) if one in marks), len(text.rstrip(" ”»")))
    assert [text[one.start : one.end] for one in extract(text)] == [text[start + 1 : end].strip()]


def test_a_quotation_that_goes_on_has_the_speaker_of_the_one_before() -> None:
    text = "« Le port ouvre », a déclaré le maire, Olof Ek. « Rien, a-t-il ajouté, ne nous arrêtera. »"
    found = extract(text)
    assert [text[one.start : one.end] for one in found] == ["Le port ouvre", "Rien", "ne nous arrêtera."]
    assert {one.speaker.canonical for one in found if one.speaker} == {"Olof Ek"}
    assert all(one.speaker for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "«Abrimos el puerto», aseguró el alcalde, Olof Ek, que llegó tarde.",
        "„Wir öffnen den Hafen“, sagte der Bürgermeister, Olof Ek, am Montag.",
        "«Apriamo il porto», ha detto il sindaco, Olof Ek.",
    ],
)
def test_the_name_behind_the_office_is_the_speaker(text: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None and found.speaker.canonical == "Olof Ek"


@pytest.mark.parametrize(
    "text",
    [
        "«Nadie, dijo la ministra Ana Ruiz, será obligado a salir».",
        "„Niemand, erklärte Ana Ruiz, wird hinausmüssen.“",
    ],
)
def test_who_is_named_inside_the_marks_is_the_speaker(text: str) -> None:
    assert [one.speaker.canonical for one in extract(text) if one.speaker] == ["Ana Ruiz", "Ana Ruiz"]


def test_a_present_verb_that_the_speaker_may_say_takes_no_words_out() -> None:
    stored = "«Nadie, dice la ley, será obligado a salir»."
    assert find(prepared(stored), "Nadie será obligado a salir").outcome not in VERIFIED
    told = "«Nadie, ha dicho la ministra, será obligado a salir»."
    assert find(prepared(told), "Nadie será obligado a salir").outcome in VERIFIED


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Le port est fermé », m'a dit Luc Morel.", "Luc Morel"),
        ("« Le port est fermé », nous a confié Anne Petit.", "Anne Petit"),
        ("« Le port est fermé », a promis le maire de Plage, Luc Morel, mardi.", "Luc Morel"),
        ("« Le port est fermé, m’a dit Luc Morel, et c'est tout. »", "Luc Morel"),
        ("« Le port, a promis le maire, Luc Morel, est fermé. »", "Luc Morel"),
        ("«El puerto está cerrado», prometió la ministra de Pesca, Ana Ruiz.", "Ana Ruiz"),
        ("«Il porto è chiuso», ha promesso il sindaco, Marco Sarti.", "Marco Sarti"),
        ("“O porto está fechado”, me disse a ministra, Ana Reis.", "Ana Reis"),
        ("„Der Hafen“, versprach der Bürgermeister, Max Holm, „bleibt zu.“", "Max Holm"),
    ],
)
def test_whom_it_is_said_to_is_no_speaker_and_the_name_behind_the_office_is(text: str, speaker: str) -> None:
    assert {one.speaker and one.speaker.canonical for one in extract(text)} == {speaker}
