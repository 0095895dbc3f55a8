"""What is said in an infinitive, in languages that do so: affirme avoir vu, behauptet, … gesehen zu haben, dice haber visto."""

import pytest

from onrecord.extract import extract

SAID = [
    ("Claire Vasseur affirme avoir vu trois hommes sur le pont.", "avoir vu trois hommes sur le pont"),
    ("Claire Vasseur dit ne pas avoir été prévenue.", "ne pas avoir été prévenue"),
    ("Anna Keller behauptet, drei Männer gesehen zu haben.", "drei Männer gesehen zu haben"),
    ("Anna Keller erklärte am Montag, nichts gewusst zu haben.", "nichts gewusst zu haben"),
    ("Anna Keller gibt an, nichts gewusst zu haben.", "nichts gewusst zu haben"),
    ("Ana Ruiz dice haber visto a tres hombres.", "haber visto a tres hombres"),
    ("Chiara Sanna sostiene di aver visto tre uomini.", "di aver visto tre uomini"),
    ("Rui Costa afirma ter visto três homens na ponte.", "ter visto três homens na ponte"),
    ("Femke Vos zegt drie mannen te hebben gezien.", "drie mannen te hebben gezien"),
]
DENIED = [
    "Claire Vasseur nie avoir vu trois hommes sur le pont.",
    "Anna Keller bestreitet, drei Männer gesehen zu haben.",
    "Ana Ruiz niega haber visto a tres hombres.",
    "Chiara Sanna nega di aver preso soldi.",
    "Rui Costa nega ter recebido dinheiro.",
]
NOTHING = [
    "Claire Vasseur a refusé de dire si le pont fermerait.",
    "Chiara Sanna si è rifiutata di dire se il ponte chiuderà.",
    "Ana Ruiz rehusó decir si el puente cerraría.",
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_an_infinitive_is_what_is_said(text: str, said: str) -> None:
    [found] = extract(text)
    assert (text[found.start : found.end], found.polarity) == (said, "asserted")
    assert found.speaker is not None and text.startswith(found.speaker.canonical)


@pytest.mark.parametrize("text", DENIED)
def test_an_infinitive_behind_a_verb_of_denying_is_denied(text: str) -> None:
    assert [one.polarity for one in extract(text)] == ["denied"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_somebody_refuses_to_do_is_nothing_said(text: str) -> None:
    assert all(one.polarity != "asserted" for one in extract(text))
