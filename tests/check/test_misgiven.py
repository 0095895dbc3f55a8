"""`onrecord verify --attribution`: words that the stored text gives to somebody else than the record does."""

import json
from pathlib import Path

import pytest
from conftest import Run

TEXT = """“The pier will hold for twenty years,” said Ann Lee, the harbour master, on Monday.

“Nobody has looked below the water line,” Olof Ek said. “We were never asked,” a fisherman said.

„Das Geld ist längst bewilligt“, sagte Karl Brandt am Dienstag.

“The ferry sails at dawn,” the shipping line said, according to the Quay Gazette.
"""
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann Lee>The lock is shut.\n\n00:04.000 --> 00:06.000\n<v Olof Ek>We shut it.\n"


@pytest.fixture
def begun(run: Run, tmp_path: Path) -> Run:
    run("init")
    (tmp_path / "pier.txt").write_text(TEXT)
    (tmp_path / "lock.vtt").write_text(CAPTIONS)
    run("add", "source", "pier.txt", "--citekey", "pier")
    run("add", "source", "lock.vtt", "--citekey", "lock")
    return run


def add(run: Run, wording: str, by: str, source: str = "pier", *more: str) -> str:
    told = run("add", "quote", wording, "--by", by, "--in", source, "--new-speaker", "--json", *more)
    return str(json.loads(told.stdout)["ref"])


@pytest.mark.parametrize(
    ("wording", "by", "source", "who"),
    [
        ("The pier will hold for twenty years", "Olof Ek", "pier", "Ann Lee"),
        ("Das Geld ist längst bewilligt", "Ann Lee", "pier", "Karl Brandt"),
        ("We shut it.", "Ann Lee", "lock", "Olof Ek"),
    ],
)
def test_words_of_somebody_else_are_told(begun: Run, wording: str, by: str, source: str, who: str) -> None:
    ref = add(begun, wording, by, source, "--form", "direct")
    begun("verify", "--all")
    told = begun("verify", "--all", "--attribution", code=1).stderr
    assert f"{ref}: the stored text seems to give these words to {who}." in told
    [check] = json.loads(begun("verify", "--in", source, "--attribution", "--json", code=1).stdout)
    assert check["given_to"] == who
    begun("edit", ref, "--status", "misattributed", "--reason", "The text names somebody else.")
    begun("verify", "--all", "--attribution")


@pytest.mark.parametrize(
    ("wording", "by", "more"),
    [
        ("The pier will hold for twenty years", "Ann Lee", ()),
        ("The pier will hold for twenty years", "A. Lee", ()),
        ("Das Geld ist längst bewilligt", "Brandt", ()),
        ("Nobody has looked below the water line", "Ek, Olof", ()),
        # The text names nobody there.
        ("We were never asked", "Ingrid Dahl", ()),
        ("The ferry sails at dawn", "Quay Line", ("--via", "Quay Gazette")),
        # Another name of hers that the record knows, in the place or anywhere.
        ("The pier will hold for twenty years", "Ann Holm", ("--named-as", "Ann Lee")),
    ],
)
def test_who_may_be_meant_is_not_told(begun: Run, wording: str, by: str, more: tuple[str, ...]) -> None:
    add(begun, wording, by, "pier", *more)
    assert "seems to give" not in begun("verify", "--all", "--attribution").stderr


def test_an_alias_is_the_same_speaker(begun: Run) -> None:
    add(begun, "The pier will hold for twenty years", "Ann Holm")
    begun("verify", "--all", "--attribution", code=1)
    begun("add", "alias", "ann-holm", "Ann Lee")
    begun("verify", "--all", "--attribution")


def test_stamps_are_of_no_speakers(begun: Run) -> None:
    assert "--attribution" in begun("verify", "--stamps", "--attribution", code=2).stderr


def test_whom_the_speaker_quotes_says_only_a_part(begun: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.md").write_text(
        "# A talk\n\n**Ann Lee:** And the loan?\n\n"
        "**Ingrid Dahl:** There is no loan. Olof Ek said: “The harbour is bankrupt.” He is wrong.\n\n"
        "**Ann Lee:** Thanks.\n\n**Ingrid Dahl:** Goodbye to you.\n"
    )
    begun("ingest", "talk.md", "--citekey", "talk", "--accept", "confident")
    assert "seems to give" not in begun("verify", "--in", "talk", "--attribution").stderr
    ref = add(begun, "The harbour is bankrupt.", "Ann Lee", "talk", "--form", "direct")
    told = begun("verify", "--in", "talk", "--attribution", code=1).stderr
    assert f"{ref}: the stored text seems to give these words to Olof Ek." in told
