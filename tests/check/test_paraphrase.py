"""What the reporter's words in a paraphrase make of those that stand in marks in it, on record or not."""

from pathlib import Path

import factories
import pytest

from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.check.mending import mendings
from onrecord.check.verdict import Kind
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.statements.add import add_quote
from onrecord.statements.fields import QuoteFields

NEGATED = [
    ("Luis Ferrer added that {}.", "he had never said “we can do without the ferry”"),
    ("Luis Ferrer said {}.", "he did not believe that “the town is rich”"),
    ("Luis Ferrer said that {}.", "nobody had told him “the bridge is open”"),
    ("Luis Ferrer said {}.", "he doubted that “the town is rich”"),
    ("Luis Ferrer said that {}.", "the town was not “rich and quiet”"),
    ("Luis Ferrer said that {}.", "she had “no regrets” and had never said that “the town is rich”"),
    ("Luis Ferrer sagte, {}.", "niemand habe ihm gesagt, dass „die Brücke offen ist“"),
    ("Luis Ferrer a déclaré {}.", "qu’il ne croyait pas que « la ville est riche »"),
    ("Luis Ferrer dijo que {}.", "no creía que «la ciudad es rica»"),
    ("Luis Ferrer zei dat {}.", "hij niet geloofde dat “de stad rijk is”"),
    ("Luis Ferrer powiedział, że {}.", "nigdy nie mówił, iż „miasto jest bogate”"),
    ("Luis Ferrer disse que {}.", "não acreditava que “a cidade é rica”"),
    ("Луис Феррер сказал, что {}.", "он не верит, что «город богат и спокоен»"),
]
OPEN = [
    ("Luis Ferrer said {}.", "he would resign if “the town is sold”"),
    ("Luis Ferrer said that {}.", "the town was “rich and quiet” unless the tide came"),
    ("Luis Ferrer said that {}.", "a friend had told him “the bridge is open”"),
    ("Luis Ferrer said that {}.", "his critics claimed “the bridge is open”"),
]
ASSERTED = [
    ("Luis Ferrer said that {}.", "he believed “the bridge is open”"),
    ("Luis Ferrer said that {}.", "the town was “rich and quiet”"),
    ("Luis Ferrer said that {}.", "he did not mind, because the town was “rich and quiet”"),
    ("Luis Ferrer sagte, {}.", "die Stadt sei „reich und ruhig“"),
    ("Luis Ferrer dijo que {}.", "cree que «la ciudad es rica»"),
]
FRAMES = {
    "said": "said",
    "sagte": "sagte",
    "déclaré": "a déclaré",
    "dijo": "dijo",
    "zei": "zei",
    "disse": "disse",
}


def inner(wording: str) -> str:
    """The last part in marks, as it stands there."""
    start = wording.rfind("„") if "„" in wording else max(wording.rfind(mark) for mark in "“«")
    end = max(wording.rfind(mark) for mark in "”“»")
    return wording[start : end + 1]


def checked(tmp_path: Path, frame: str, wording: str, draft: str, *, recorded: bool) -> Kind:
    path = tmp_path / "onrecord.db"
    factories.new_database(path)
    article = frame.format(wording) + "\n\nThe harbour was quiet that day.\n"
    speaker = " ".join(frame.split()[:2])
    with stores.writing(str(path), "a test") as store:
        factories.source(store, article, citekey="finch")
        if recorded:
            add_quote(store, QuoteFields(text=wording, by=speaker, source="finch", new_speaker=True))
    with readers.opened(str(path)) as reader:
        [verdict] = check(reader, markdown.read(f"{draft}\n")).verdicts
    return verdict.kind


def short(frame: str, wording: str) -> str:
    """A draft that has the words in marks alone, as the speaker's."""
    name = " ".join(frame.split()[:2])
    says = next((verb for word, verb in FRAMES.items() if word in frame), "сказал" if "Л" in name else "said")
    return f"{name} {says}: {inner(wording)}."


@pytest.mark.parametrize("recorded", [True, False])
@pytest.mark.parametrize(("frame", "wording"), NEGATED)
def test_what_the_paraphrase_negates_is_not_said(
    tmp_path: Path, frame: str, wording: str, recorded: bool
) -> None:
    kind = checked(tmp_path, frame, wording, short(frame, wording), recorded=recorded)
    assert kind in (Kind.denied, Kind.inverted)


@pytest.mark.parametrize("recorded", [True, False])
@pytest.mark.parametrize(("frame", "wording"), OPEN)
def test_what_the_paraphrase_leaves_open_is_doubtful(
    tmp_path: Path, frame: str, wording: str, recorded: bool
) -> None:
    kind = checked(tmp_path, frame, wording, short(frame, wording), recorded=recorded)
    assert kind is Kind.doubtful


@pytest.mark.parametrize(("frame", "wording"), ASSERTED)
def test_what_the_paraphrase_asserts_is_verified(tmp_path: Path, frame: str, wording: str) -> None:
    assert checked(tmp_path, frame, wording, short(frame, wording), recorded=True) is Kind.verified


@pytest.mark.parametrize(
    ("frame", "wording"), [said for said in NEGATED + OPEN + ASSERTED if said[1].count("”") < 2]
)
def test_a_draft_that_tells_all_of_it_is_verified(tmp_path: Path, frame: str, wording: str) -> None:
    assert checked(tmp_path, frame, wording, frame.format(wording), recorded=True) is Kind.verified


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("“Is the ferry safe?” asked Maria Lind.", "“The ferry is safe,” said Maria Lind."),
        ("„Ist die Fähre sicher?“, fragte Maria Lind.", "„Die Fähre ist sicher“, sagte Maria Lind."),
        ("“Can the harbour be saved?” asked Maria Lind.", "“The harbour can be saved,” said Maria Lind."),
    ],
)
def test_a_question_that_is_turned_into_an_assertion_is_left_to_a_person(
    tmp_path: Path, source: str, draft: str
) -> None:
    path = tmp_path / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store, f"{source}\n", citekey="finch")
    with readers.opened(str(path)) as reader:
        read = markdown.read(f"{draft}\n")
        report = check(reader, read)
        [verdict] = report.verdicts
        [mending] = mendings(reader, read, report)
    assert verdict.kind is Kind.inverted
    assert mending.by_hand and not mending.edits


@pytest.mark.parametrize(
    "draft",
    [
        "“Une chose impossible a dite,” said Claire Dubois.",
        "“Une chose que personne n’a jamais dite,” said Claire Dubois.",
        "“Das hat hier noch niemand gesagt,” said Claire Dubois.",
        "“Esto no lo ha dicho nadie nunca,” wrote Claire Dubois.",
        "„Nobody ever said a thing like this“, sagte Claire Dubois.",
    ],
)
def test_words_of_another_language_than_their_frame_are_judged(tmp_path: Path, draft: str) -> None:
    path = tmp_path / "onrecord.db"
    factories.new_database(path)
    with readers.opened(str(path)) as reader:
        [verdict] = check(reader, markdown.read(f"{draft}\n")).verdicts
    assert verdict.kind is Kind.not_found
