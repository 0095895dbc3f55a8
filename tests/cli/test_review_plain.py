"""The review in lines, and labels of a transcript named once."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Prepared, Run, environment

from onrecord.cli.review_plain import standing_at
from onrecord.errors import InputError

ARTICLE = """Ferries and fog

“Nobody who bought a ticket will be left on the pier,” said Ingrid Dahl, the mayor of Tallvik.

“The buoys are lit,” said Ida Falk.
"""


@pytest.fixture
def article(prepared: Prepared) -> None:
    prepared(_read)


def _read(run: Run, folder: Path) -> None:
    run("init")
    (folder / "a.txt").write_text(ARTICLE)
    run("ingest", "a.txt", "--citekey", "dahl-2024")


def proposals(run: Run) -> list[dict[str, str]]:
    told = json.loads(run("review", "dahl-2024", "--json").stdout)
    found: list[dict[str, str]] = told["proposals"]
    return found


def test_answers_are_stored_one_by_one_and_the_end_says_where_things_stand(run: Run, article: None) -> None:
    said = run("review", "dahl-2024", "--plain", input="?\ny\np\np\np\np\na\ns Olaf Berg\n").stdout
    assert "Ingrid Dahl" in said and "Ida Falk" in said and "the mayor of Tallvik" in said
    assert "What the speaker does with it: denied" in said
    assert "dahl-2024: 1 accepted, 0 rejected; 1 open. Go on: onrecord review dahl-2024" in said
    assert [one["state"] for one in proposals(run)] == ["accepted", "open"]
    assert proposals(run)[1]["speaker"] == "Olaf Berg"
    said = run("review", "dahl-2024", "--plain", input="r\n").stdout
    assert "0 accepted, 1 rejected; all is decided." in said
    assert [one["state"] for one in proposals(run)] == ["accepted", "rejected"]


def test_a_step_is_taken_back(run: Run, article: None) -> None:
    assert "Took back: reject" in run("review", "dahl-2024", "--plain", input="r\nu\nq\n").stdout
    assert [one["state"] for one in proposals(run)] == ["open", "open"]


def test_labels_are_named_once_for_the_whole_source(run: Run, article: None) -> None:
    said = run(
        "review", "dahl-2024", "--speakers", "ida falk=Ann Lee", "--speakers", "Ingrid Dahl=Bo Quist"
    ).stdout
    assert "ida falk is Ann Lee: 1 proposal of dahl-2024." in said
    assert [one["speaker"] for one in proposals(run)] == ["Bo Quist", "Ann Lee"]
    run("undo")
    assert [one["speaker"] for one in proposals(run)] == ["Ingrid Dahl", "Ida Falk"]
    refused = run(
        "review", "dahl-2024", "--speakers", "Ida Falk=Ann Lee", "--speakers", "SPEAKER_07=X", code=1
    ).stderr
    assert "SPEAKER_07" in refused and "Ingrid Dahl" in refused
    assert [one["speaker"] for one in proposals(run)] == ["Ingrid Dahl", "Ida Falk"]
    assert "LABEL=NAME" in run("review", "dahl-2024", "--speakers", "nonsense", code=2).stderr


def test_every_answer_is_told_in_a_line_and_what_is_none_is_said_to_be_none(run: Run, article: None) -> None:
    said = run("review", "dahl-2024", "--plain", input="yes\n?\nq\n").stdout
    assert "'yes' is no answer" in said
    assert "\ns NAME: the speaker is NAME\n" in said


def test_on_a_terminal_the_last_answer_can_be_taken_back(run: Run, article: None, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, b"a\nr\nu\na\n\n")
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "review", "dahl-2024", "--plain"],
        stdin=theirs, capture_output=True, text=True, cwd=tmp_path, env=environment(tmp_path), timeout=60, check=True,
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    assert done.stdout.count("That was the last.") == 2 and "Took back" in done.stdout
    assert "2 accepted, 0 rejected; all is decided." in done.stdout
    assert [one["state"] for one in proposals(run)] == ["accepted", "accepted"]


def test_a_speaker_is_chosen_from_a_list_by_number(run: Run, article: None) -> None:
    for name in ("Ingrid Dahlgren", "Inga Dahl"):
        run("add", "speaker", name)
    told = run("review", "dahl-2024", "--plain", input="s Dahl\ns 99\ns 2\nq\n").stdout
    listed = [
        line.partition("> ")[2] or line for line in told.splitlines() if ": In" in line and " · " in line
    ]
    assert len(listed) >= 2 and "There is no number 99" in told
    assert proposals(run)[0]["speaker"] in listed[1]
    told = run("review", "dahl-2024", "--plain", input="s =Ingrid D.\nq\n").stdout
    assert proposals(run)[0]["speaker"] == "Ingrid D."
    told = run("review", "dahl-2024", "--plain", input="s\ns ingrid dahlgren\nq\n").stdout
    assert "Ida Falk · in this text" in told and "The speaker is Ingrid Dahlgren" in told


def test_places_claims_and_what_was_missed_are_answers_too(run: Run, article: None) -> None:
    answers = "e\ne nowhere at all\ne Nobody who … ticket\no\nl Nobody is left behind\nb\no\nr\nb\no\nm the mayor of Tallvik\ns Ida Falk\nl\nl 1\nc\nq\n"
    told = run("review", "dahl-2024", "--plain", input=answers).stdout
    assert "[Nobody who bought a ticket will be left on the pier]" in told
    assert "asserts c-" in told and "1: Nobody is left behind" in told
    assert [one["text"] for one in proposals(run)][:2] == [
        "Nobody who bought a ticket",
        "the mayor of Tallvik",
    ]
    assert [one["state"] for one in proposals(run)][:2] == ["accepted", "accepted"]
    assert "do not stand in the text" in told


@pytest.mark.parametrize(
    ("words", "found"),
    [("b  c", "b\nc"), ("a … c", "a b\nc"), ("a ... d", "a b\nc a d"), (".", None), ("", None)],
)
def test_words_are_found_in_a_text_as_they_are_typed(words: str, found: str | None) -> None:
    text = "x a b\nc a d"
    if found is None:
        with pytest.raises(InputError):
            standing_at(text, words, near=0)
    else:
        start, end = standing_at(text, words, near=0)
        assert text[start:end] == found


def test_a_word_after_accept_that_is_none_is_told_what_there_is(run: Run, article: None) -> None:
    said = run("review", "--accept", "all", code=2).stderr
    assert "--accept all is not known:" in said and "--accept confident" in said and "--threshold 0" in said
    assert [one["state"] for one in proposals(run)] == ["open", "open"]
    run("review", "--accept", "confident", "--threshold", "0")
    assert [one["state"] for one in proposals(run)] == ["accepted", "accepted"]


def test_a_new_speaker_may_be_called_as_the_family_of_a_known_one(run: Run, article: None) -> None:
    run("add", "speaker", "Inga Dahl")
    told = run("review", "dahl-2024", "--plain", input="s =Dahl\na\nq\n").stdout
    assert "The speaker is Dahl, new" in told and "Accepted as" in told
    assert proposals(run)[0]["speaker_slug"] == "dahl"
    speakers = json.loads(run("list", "speakers", "--json").stdout)
    assert {"dahl", "inga-dahl"} <= {one["slug"] for one in speakers}
    told = run("review", "dahl-2024", "--plain", input="s =Inga Dahl\nq\n").stdout
    assert "Inga Dahl is known already, as inga-dahl." in told
    assert proposals(run)[1]["speaker"] == "Ida Falk"


def test_a_new_speaker_of_a_proposal_goes_with_its_step(run: Run, article: None) -> None:
    run("add", "speaker", "Inga Dahl")
    run("review", "dahl-2024", "--plain", input="s =Dahl\nu\nq\n")
    assert "dahl" not in {one["slug"] for one in json.loads(run("list", "speakers", "--json").stdout)}
    assert proposals(run)[0]["speaker"] == "Ingrid Dahl"
