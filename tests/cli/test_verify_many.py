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
    assert run("verify", "--all").stdout == ""
    done = run("verify", "--all", "--verbose")
    assert len(done.stdout.splitlines()) == 30
    assert done.stderr == "30 checked: 30 not checkable.\n"
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


def test_only_what_fails_or_is_in_doubt_is_listed(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "pier.txt").write_text(
        "“We leave nobody on the pier,” Ingrid Dahl said. “The buoys, all, are lit.”"
    )
    run("add", "source", "pier.txt", "--citekey", "pier")
    for wording, more in (
        ("We leave nobody on the pier", ()),
        ("The buoys … are lit", ()),
        ("The bells are rung", ("--unverified",)),
        ("The buoys, all", ("--status", "disputed", "--reason", "the harbour denies it")),
    ):
        run("add", "quote", wording, "--by", "Ingrid Dahl", "--new-speaker", "--in", "pier", *more)
    done = run("verify", "--all", code=1)
    assert [line.split("\t")[-1] for line in done.stdout.splitlines()] == [
        "The bells are rung",
        "The buoys, all",
    ]
    assert done.stderr.endswith("4 checked: 2 exact, 1 elided, 1 absent.\n") and "disputed" in done.stderr
    assert "left out" not in done.stderr
    everything = run("verify", "--all", "-v", code=1)
    assert len(everything.stdout.splitlines()) == 4 and "all," in everything.stderr
    quiet = run("verify", "--all", "-q", code=1)
    assert quiet.stdout == done.stdout.splitlines(keepends=True)[0] and quiet.stderr == ""
    assert "either --verbose or --quiet" in run("verify", "--all", "-q", "-v", code=2).stderr
    assert len(json.loads(run("verify", "--all", "--json", code=1).stdout)) == 4
    rest = run("search", "buoys").stdout.split("\t")[0]
    assert run("verify", rest, "--quiet").stdout == ""


def test_a_source_may_be_named_where_statements_are(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "a.txt").write_text("Fog\n\n“The buoys are lit,” said Ida Falk.\n")
    run("add", "source", "a.txt", "--citekey", "fog-2024")
    assert json.loads(run("verify", "fog-2024", "--json").stdout) == []
    run("add", "quote", "The buoys are lit", "--by", "Ida Falk", "--new-speaker", "--in", "fog-2024")
    assert run("verify", "fog-2024").stderr == run("verify", "--in", "fog-2024").stderr
    told = run("add", "tag", "fog-2024", "buoys", code=1).stderr
    assert "fog-2024 is a source; wanted is a statement." in told
