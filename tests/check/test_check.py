"""Drafts with planted faults and honest quotations, judged against a small record and its stored texts."""

from collections.abc import Iterator

import factories
import pytest

from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.check.verdict import Kind, Report, Verdict
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.db.reader import Reader

BRIDGE = """The bridge

“We will rebuild the bridge next year,” said Karl Weber, the engineer. “It was never safe, and nobody should use it.”

Maria Ruiz denied that “the bridge will collapse in spring”.

“It is a lovely day for fishing on the pier,” said Ann Lee.

Ann Lee, who runs the harbour, promised to “keep the ferry running all winter”, and hopes for the best.
"""
GERMAN = """Die Brücke

„Wir werden die Brücke im nächsten Jahr wieder aufbauen“, sagte Anna Schmidt.

„Niemand darf vorher über den Fluss gehen“, sagte Jonas Vogel.
"""
FRENCH = """Le pont

« Nous allons reconstruire le pont avant la fin de l’hiver », a déclaré Marie Dupont.
"""
RUSSIAN = """Мост

«Мы восстановим мост к концу будущей зимы», — заявил Иван Петров.
"""
SPANISH = """El puente

«Vamos a reconstruir el puente antes del invierno», dijo Ana Torres.
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store)
        factories.quote(store, "Nobody who bought a ticket will be left on the pier")
        factories.source(store, BRIDGE, citekey="weber-2024", title="The bridge")
        factories.quote(store, "We will rebuild the bridge next year", "Karl Weber", source="weber-2024")
        factories.quote(
            store, "It was never safe, and nobody should use it", "Karl Weber", source="weber-2024"
        )
        factories.quote(store, "keep the ferry running all winter", "Ann Lee", source="weber-2024")
        factories.source(store, GERMAN, citekey="schmidt-2024", title="Die Brücke")
        factories.quote(
            store,
            "Wir werden die Brücke im nächsten Jahr wieder aufbauen",
            "Anna Schmidt",
            source="schmidt-2024",
        )
        factories.source(store, FRENCH, citekey="dupont-2024", title="Le pont")
        factories.quote(
            store,
            "Nous allons reconstruire le pont avant la fin de l’hiver",
            "Marie Dupont",
            source="dupont-2024",
        )
        factories.source(store, RUSSIAN, citekey="petrov-2024", title="Мост")
        factories.quote(
            store, "Мы восстановим мост к концу будущей зимы", "Иван Петров", source="petrov-2024"
        )
        factories.source(store, SPANISH, citekey="torres-2024", title="El puente")
        factories.quote(
            store, "Vamos a reconstruir el puente antes del invierno", "Ana Torres", source="torres-2024"
        )
        factories.source(store, None, citekey="memoir-1962", title="Memoir")
        factories.quote(
            store, "I never saw the sea so calm", "Else Krog", source="memoir-1962", locator="p. 12"
        )
        factories.quote(
            store,
            "The lighthouse must be sold at once",
            "Else Krog",
            source="memoir-1962",
            status="misattributed",
            reason="her brother wrote it",
        )
    with readers.opened(str(path)) as opened:
        yield opened


def report(reader: Reader, draft: str) -> Report:
    return check(reader, markdown.read(draft))


def only(reader: Reader, draft: str) -> Verdict:
    [verdict] = report(reader, draft).verdicts
    return verdict


HONEST = [
    "Ingrid Dahl said: “Nobody who bought a ticket will be left on the pier.”",
    'Mayor Dahl said: "Nobody who bought a ticket will be left on the pier" [@dahl-2024].',
    "“We will rebuild the bridge next year,” Weber said.",
    "Karl Weber is an engineer. “We will rebuild the bridge next year,” he said.",
    "> We will rebuild the bridge next year.\n>\n> — Karl Weber [@weber-2024]",
    "„Wir werden die Brücke im nächsten Jahr wieder aufbauen“, sagte Anna Schmidt.",
    "« Nous allons reconstruire le pont avant la fin de l'hiver », a déclaré Marie Dupont.",
    "«Мы восстановим мост к концу будущей зимы», — заявил Иван Петров.",
    "Ivan Petrov: «Мы восстановим мост к концу будущей зимы» [@petrov-2024].",
    "Según Ana Torres, «Vamos a reconstruir el puente antes del invierno».",
    "«Vamos a reconstruir el puente antes del invierno», dijo Torres.",
    "“I never saw the sea so calm,” Else Krog wrote [@memoir-1962, p. 12].",
    "“We will,” said Karl Weber, “rebuild the bridge next year.”",
]


HONEST += [
    "Karl Weber didn’t hold back: “We will rebuild the bridge next year.”",
    "Marie Dupont n’a pas mâché ses mots : « Nous allons reconstruire le pont avant la fin de l’hiver ».",
]


@pytest.mark.parametrize("draft", HONEST)
def test_an_honest_quotation_is_verified(reader: Reader, draft: str) -> None:
    verdicts = report(reader, draft).verdicts
    assert verdicts
    assert [(one.kind, one.sentence) for one in verdicts if one.kind is not Kind.verified] == []


PLANTED = [
    ("Karl Weber said: “Nobody who bought a ticket will be left on the pier.”", Kind.other_speaker),
    ("„Wir werden die Brücke im nächsten Jahr wieder aufbauen“, sagte Jonas Vogel.", Kind.other_speaker),
    ("« Nous allons reconstruire le pont avant la fin de l'hiver », a dit Luc Martin.", Kind.other_speaker),
    ("«Мы восстановим мост к концу будущей зимы», — заявил Пётр Сидоров.", Kind.other_speaker),
    ("Según Carlos Pérez, «Vamos a reconstruir el puente antes del invierno».", Kind.other_speaker),
    ("> We will rebuild the bridge next year.\n>\n> — Ingrid Dahl", Kind.other_speaker),
    ("“Nobody who bought a ticket will be left at the pier,” said Ingrid Dahl.", Kind.altered),
    ("„Wir werden die Brücke im übernächsten Jahr wieder aufbauen“, sagte Anna Schmidt.", Kind.altered),
    ("“We will not rebuild the bridge next year,” said Karl Weber.", Kind.inverted),
    ("“It was … safe, and nobody should use it,” said Karl Weber.", Kind.inverted),
    ("“The ferry was sold to a circus last week,” said Ingrid Dahl.", Kind.not_found),
    ("“the bridge will collapse in spring,” Maria Ruiz said.", Kind.denied),
    ("“We will rebuild the bridge next year,” said Karl Weber [@dahl-2024].", Kind.wrong_place),
    ("“I never saw the sea so calm,” Else Krog wrote [@memoir-1962, p. 40].", Kind.wrong_place),
    ("“The lighthouse must be sold at once,” wrote Else Krog.", Kind.doubtful),
    ("“It is a lovely day for fishing on the pier,” said Bob Stone.", Kind.other_speaker),
    (
        "“We will rebuild the bridge next year … It is a lovely day for fishing on the pier,” said Karl Weber.",
        Kind.stitched,
    ),
    ("“nobody should use it,” said Karl Weber [@dahl-2024].", Kind.wrong_place),
    ("“should use it,” said Karl Weber.", Kind.inverted),
    ("Lee refused to “keep the ferry running all winter”.", Kind.inverted),
    ("WEBER: “Nobody who bought a ticket will be left on the pier.”", Kind.other_speaker),
    ("“Nobody who bought a ticket will be left on the pier” (Weber, 2024).", Kind.other_speaker),
    ("Karl Weber wrote\n\n> Nobody who bought a ticket will be left on the pier\n", Kind.other_speaker),
    ("Some Stranger: “Nobody who bought a ticket will be left on the pier.”", Kind.other_speaker),
    ("Bob Stone promised: “Keep the ferry running all winter”.", Kind.other_speaker),
    ("“It was never safe … keep the ferry running all winter,” said Karl Weber.", Kind.stitched),
    ("These words are not by Karl Weber: “We will rebuild the bridge next year.”", Kind.inverted),
    ("Weber never said “We will rebuild the bridge next year”.", Kind.inverted),
]


@pytest.mark.parametrize(("draft", "kind"), PLANTED)
def test_a_planted_fault_is_told(reader: Reader, draft: str, kind: Kind) -> None:
    verdict = only(reader, draft)
    assert (verdict.kind, verdict.sentence) == (kind, verdict.sentence)


def test_what_nobody_has_recorded_comes_with_the_command_that_records_it(reader: Reader) -> None:
    verdict = only(reader, "“It is a lovely day for fishing on the pier,” said Ann Lee.")
    assert verdict.kind is Kind.unrecorded
    assert verdict.command == (
        "onrecord add quote 'It is a lovely day for fishing on the pier' --by 'Ann Lee' --in weber-2024"
    )


def test_words_mentioned_and_titles_are_counted_and_not_judged(reader: Reader) -> None:
    found = report(reader, "The “so-called” bridge is in “The Lord of the Rings”, and in “Ferries and Fog”.")
    assert (found.verdicts, found.mentions, found.titles) == ((), 1, 2)
    found = report(reader, "The “patriotic” sources disagree, and “The Lord of the Pier” printed it all.")
    assert (found.verdicts, found.mentions, found.titles) == ((), 1, 1)


@pytest.mark.parametrize(
    ("draft", "titles"),
    [
        ("“The bridge” was in the paper on Monday.", 1),
        ("In “Die Brücke” (2024) she tells the whole story.", 1),
        ("Ann Lee liked “Le pont”.", 1),
        ("Karl Weber said in “The bridge” that it was safe.", 1),
        ("The ferry was no “bridge to anywhere else” for us.", 0),
        ("Karl Weber spoke of “a bridge to nowhere at all”.", None),
    ],
)
def test_titles_on_record_and_words_meant_otherwise_are_not_judged(
    reader: Reader, draft: str, titles: int | None
) -> None:
    found = report(reader, draft)
    if titles is None:
        assert [one.kind for one in found.verdicts] == [Kind.not_found]
    else:
        assert (found.verdicts, found.titles, found.mentions) == ((), titles, 1 - titles)


def test_an_office_is_not_taken_for_whoever_was_named_before(reader: Reader) -> None:
    draft = "Ann Lee was there. “We will rebuild the bridge next year,” said the chief engineer."
    assert only(reader, draft).kind is Kind.doubtful


def test_altered_words_of_somebody_else_are_told_with_the_name(reader: Reader) -> None:
    verdict = only(reader, "“Nobody who bought a ticket will be left at the pier,” said Ann Lee.")
    assert (verdict.kind, verdict.sentence.rpartition("; ")[2]) == (
        Kind.altered,
        "there it is Ingrid Dahl who says it",
    )


def test_the_place_is_that_of_the_file(reader: Reader) -> None:
    draft = "# Heading\n\nOne *line*.\nAnn Lee said: “It is a **lovely** day\nfor fishing on the pier.”\n"
    verdict = only(reader, draft)
    assert (verdict.passage.line, verdict.passage.column, verdict.kind) == (4, 15, Kind.unrecorded)


def test_ignored_wordings_are_left_out(reader: Reader) -> None:
    found = check(
        reader,
        markdown.read("He wrote “the ferry was sold to a circus” in jest."),
        ignored=["The ferry was sold to a circus"],
    )
    assert (found.verdicts, found.ignored) == ((), 1)
    assert not found.fails(strict=True)


def _key(reader: Reader, speaker: str) -> str:
    return str(
        reader.value(
            "SELECT st.key FROM statements AS st JOIN attributions AS a ON a.statement_id = st.id JOIN speakers AS sp "
            "ON sp.id = a.speaker_id WHERE sp.name = ? ORDER BY st.id",
            (speaker,),
        )
    )


def test_the_key_of_another_statement_is_a_wrong_place(reader: Reader) -> None:
    said = "“I never saw the sea so calm,” Else Krog wrote [@{}]."
    wrong = only(reader, said.format(_key(reader, "Karl Weber")))
    assert only(reader, said.format(_key(reader, "Else Krog"))).kind is Kind.verified
    assert wrong.kind is Kind.wrong_place and _key(reader, "Karl Weber") in wrong.sentence


def test_a_paragraph_is_compared_with_a_paragraph(reader: Reader) -> None:
    said = "“We will rebuild the bridge next year,” said Karl Weber [@weber-2024, {}]."
    number = int(
        reader.value(
            "SELECT a.locator FROM attributions AS a JOIN sources AS so ON so.id = a.source_id WHERE so.citekey = 'weber-2024'"
        )
    )
    for place in (f"para. {number}", f"paras. {number}-{number + 2}", f"¶ {number}", "p. 99"):
        assert only(reader, said.format(place)).kind is Kind.verified, place
    for place in (f"para. {number + 5}", f"Abs. {number + 1}"):
        assert only(reader, said.format(place)).kind is Kind.wrong_place, place
