"""A pronoun is nobody's printed name: what is proposed and cited has the one that it stands for, in every language that is read."""

from pathlib import Path

import pytest
from factories import source

from onrecord.db.store import writing
from onrecord.extract import extract
from onrecord.extract.abroad.lexicon import CODES, lexicon
from onrecord.proposals import queries
from onrecord.proposals import store as kept


def _named(database: Path, text: str) -> list[tuple[str | None, str | None]]:
    with writing(database, "ingest") as store:
        source(store, text)
        kept.store_proposals(store, "dahl-2024", text, extract(text), engine="rules 1")
        return [(one.speaker, one.named_as) for one in queries.proposals(store, "dahl-2024")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ein Sprecher der Werft sagte: „Die Mauer kommt zu spät.“ Er fügte hinzu: „Sie kommt noch später.“", "Sprecher"),
        ("Un porte-parole de la mairie a déclaré : « Le mur est en retard. » « Il le sera encore », a-t-il ajouté.", "porte-parole"),
        ("Un portavoz de la naviera dijo: «El muro llega tarde». «Llegará más tarde todavía», dijo él.", "portavoz"),
        ("En talesperson för varvet sade: ”Muren kommer för sent.” ”Den kommer ännu senare”, sade hon.", "talesperson"),
    ],
)  # fmt: skip
def test_a_pronoun_is_printed_as_whom_it_stands_for(database: Path, text: str, word: str) -> None:
    found = _named(database, text + "\n")
    assert len(found) == 2
    assert all(word in (speaker or "") and word in (printed or "") for speaker, printed in found)


@pytest.mark.parametrize(
    "text",
    [
        "Er sagte am Montag: „Die Mauer kommt zu spät, und niemand will es gewesen sein.“",
        "Il a déclaré lundi : « Le mur est en retard, et personne ne veut y être pour quelque chose. »",
        "He said on Monday: “The wall is late, and nobody wants to have been the one who did it.”",
    ],
)
def test_of_a_pronoun_that_stands_for_nobody_known_no_speaker_is_made(database: Path, text: str) -> None:
    assert _named(database, text + "\n") == [(None, None)]


def test_whose_words_they_are_is_printed_by_name(database: Path) -> None:
    text = "Sober analysts of the port expect little. According to their estimates, “the new quay will stand empty for a decade at least.”\n"
    [(speaker, printed)] = [named for named in _named(database, text) if named[0]][-1:]
    assert speaker and printed == speaker and "their" not in printed


def test_no_pronoun_is_longer_than_is_looked_for() -> None:
    pronouns = frozenset[str]().union(
        *[lexicon(code).he | lexicon(code).she | lexicon(code).they for code in CODES]
    )
    assert max(map(len, pronouns)) <= kept.LONGEST_PRONOUN
