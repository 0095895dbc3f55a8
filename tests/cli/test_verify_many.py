"""Verifying more than a person reads, as a person and as a program."""

import json
from pathlib import Path

from conftest import Run


def lines(number: int) -> str:
    return "".join(
        json.dumps(
            {
                "text": f"Buoy {one} is lit.",
                "speaker": "Ingrid Dahl",
                "url": f"https://courier.example/{one % 7}",
            }
        )
        + "\n"
        for one in range(number)
    )


def test_a_program_gets_every_one(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "many.statements.jsonl").write_text(lines(30))
    run("import", "many.statements.jsonl")
    found = json.loads(run("verify", "--all", "--json").stdout)
    assert [one["check_result"] for one in found] == ["not_checkable"] * 30
    done = run("verify", "--all")
    assert len(done.stdout.splitlines()) == 30
    assert done.stderr == "30 checked: 30 not_checkable.\n"
    # Nobody has looked for them anywhere, and nobody can: they are as unchecked as before.
    assert json.loads(run("search", "buoy", "--json", "--limit", "1").stdout)[0]["check_result"] is None


def test_words_that_stand_and_are_not_his_say_so(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "sayings.txt").write_text("As Lincoln once said: “We leave nobody on the pier.”")
    run("add", "source", "sayings.txt", "--citekey", "sayings")
    run(
        "add", "quote", "We leave nobody on the pier.", "--by", "Lincoln", "--new-speaker", "--in", "sayings",
        "--status", "misattributed", "--reason", "No such ferry in his days",
    )  # fmt: skip
    told = run("verify", "--all").stderr
    assert "@sayings: misattributed: No such ferry in his days.\n" in told
