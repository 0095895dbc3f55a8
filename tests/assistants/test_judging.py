"""`verify_quote` and `check_text` say what `onrecord check` says: nothing that turns the sense is called verified."""

import re
from pathlib import Path

import factories
import pytest
from assisting import call

from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.db.reader import opened
from onrecord.db.store import writing
from onrecord.statements.judge import judge

FERRY = """“We will not close the ferry terminal before every islander has another way home,” said Ingrid Dahl, the mayor.

“I never said that the mayor should resign over the ferry,” said Peter Olsen.

“There is no reason to doubt the strength of the old pier,” said Karl Weber, the engineer.

“If the council pays for it, we will rebuild the whole pier next year,” said Karl Weber.
"""
GERMAN = """„Wir haben nie behauptet, dass die Brücke im Winter gesperrt wird“, sagte Anna Schmidt.
"""
RECORDED = [
    ("We will not close the ferry terminal before every islander has another way home", "Ingrid Dahl"),
    ("I never said that the mayor should resign over the ferry", "Peter Olsen"),
    ("There is no reason to doubt the strength of the old pier", "Karl Weber"),
]
_made: dict[bool, bytes] = {}


@pytest.fixture(params=[True, False], ids=["recorded", "stored alone"])
def ferry(request: pytest.FixtureRequest, database: Path) -> Path:
    """The same sources, with their quotations on record and without."""
    recorded: bool = request.param
    if recorded not in _made:
        with writing(database, "test") as store:
            factories.source(store, FERRY, citekey="ferry-2024", title="The ferry")
            factories.source(store, GERMAN, citekey="schmidt-2024", title="Die Brücke", language="de")
            factories.source(store, "The weather was fine.", citekey="weather-2024", title="Weather")
            for wording, by in RECORDED if recorded else []:
                factories.quote(store, wording, by, source="ferry-2024")
            judge(store, store.column("SELECT id FROM attributions"), everything=True)
        _made[recorded] = database.read_bytes()
    database.write_bytes(_made[recorded])
    return database


CUT = [
    ("close the ferry terminal before every islander has another way home", "Ingrid Dahl", "inverted"),
    ("the mayor should resign over the ferry", "Peter Olsen", "inverted"),
    ("reason to doubt the strength of the old pier", "Karl Weber", "inverted"),
    (
        "We will close the ferry terminal before every islander has another way home",
        "Ingrid Dahl",
        "inverted",
    ),
    ("die Brücke im Winter gesperrt wird", "Anna Schmidt", "inverted"),
]


@pytest.mark.parametrize("wording, speaker, kind", CUT)
@pytest.mark.parametrize("source", [None, "own"])
def test_words_without_what_negates_them_do_not_pass(
    wording: str, speaker: str, kind: str, source: str | None, ferry: Path
) -> None:
    cited = "schmidt-2024" if "Brücke" in wording else "ferry-2024"
    told = call(ferry, "verify_quote", wording=wording, speaker=speaker, source=source and cited)
    assert re.findall(r"^verdict: (\w+)", told, re.MULTILINE) == [kind]


def test_whole_words_are_well_and_a_condition_is_not_dropped_unseen(ferry: Path) -> None:
    well = {"verdict: verified", "verdict: unrecorded"}
    for wording, speaker in RECORDED:
        told = call(ferry, "verify_quote", wording=wording, speaker=speaker, source="ferry-2024")
        assert told.splitlines()[1].split(" · ")[0] in well
        other = call(ferry, "verify_quote", wording=wording, speaker=speaker, source="weather-2024")
        assert "\nverdict: wrong_place" in other and other.startswith("[")
        assert "\nverdict: other_speaker" in call(
            ferry, "verify_quote", wording=wording, speaker="Marta Lindqvist"
        )
    told = call(
        ferry, "verify_quote", wording="we will rebuild the whole pier next year", speaker="Karl Weber"
    )
    assert "\nverdict: doubtful" in told and "“if”" in told.lower()


TEXT = """Ingrid Dahl promised to “close the ferry terminal before every islander has another way home”.

Weber did not say: “There is no reason to doubt the strength of the old pier.”

“There is no reason to doubt the strength of the old pier,” said Karl Weber [@weather-2024].

“I never said that the mayor should resign over the ferry,” Peter Olsen said [@ferry-2024].

> There is no reason to doubt the strength of the old pier.
> — Ingrid Dahl
"""


def test_a_text_is_judged_as_the_command_judges_it(ferry: Path) -> None:
    told = re.findall(
        r"^verdict: (\w+).* line (\d+), column (\d+)$", call(ferry, "check_text", text=TEXT), re.MULTILINE
    )
    with opened(str(ferry)) as reader:
        report = check(reader, markdown.read(TEXT))
    assert sorted(told) == sorted(
        (one.kind.value.replace("-", "_"), str(one.passage.line), str(one.passage.column))
        for one in report.verdicts
    )
    kinds = {line: kind for kind, line, _ in told}
    good = kinds.pop("7")
    assert kinds == {"1": "inverted", "3": "inverted", "5": "wrong_place", "9": "other_speaker"}
    assert good in ("verified", "unrecorded")
