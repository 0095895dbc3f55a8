"""`onrecord extract`, as people and programs use it: real processes, pipes and terminals."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

ARTICLE = """Harbour shut for a week

On Tuesday, Ingrid Dahl, the harbour master, said: “We sail when the fog lifts.” She added that nobody had asked the crews.

“The pier is old,” said Johan Quist, “and nobody repairs it.”
"""
LATIN, LONG = "“Nobody asked us,” Johan Quist said.", "“We sail,” said Ingrid Dahl. " * 400


def start(*words: str | Path, **streams: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", "extract", *map(str, words)],
        env={**os.environ, "LANG": "C.UTF-8", "TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": "1"},
        # A shell that starts the tests in the background has them, and all they start, ignore the interrupt key.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        **streams,
    )


def all_of(descriptor: int) -> str:
    """Everything that is written to a terminal until the other side closes it."""
    written = b""
    while True:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:  # Linux reports the end of a terminal so
            piece = b""
        if not piece:
            os.close(descriptor)
            return written.decode()
        written += piece


def asks(*texts: str) -> str:
    return "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(texts))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_json_has_the_wording_and_its_place(run: Run, article: Path, tmp_path: Path) -> None:
    found = json.loads(run("extract", article, "--engine", "rules", "--json").stdout)
    for one in found:
        assert ARTICLE[one["start"] : one["end"]] == one["text"]
    first = found[0]
    assert first["text"] == "We sail when the fog lifts."
    assert (first["speaker_canonical"], first["form"], first["cue_text"]) == ("Ingrid Dahl", "direct", "said")
    assert 0 <= first["confidence"] <= 1 and first["reason"]
    quist = [one for one in found if one["speaker_canonical"] == "Johan Quist"]
    assert [one["text"] for one in quist] == ["The pier is old,", "and nobody repairs it."]
    assert quist[0]["group"] == quist[1]["group"]
    assert not list(tmp_path.rglob("*.db"))


def test_a_pipe_has_one_line_a_stretch(run: Run, article: Path) -> None:
    lines = [line.split("\t") for line in run("extract", article, "--engine", "rules").stdout.splitlines()]
    as_json = json.loads(run("extract", article, "--engine", "rules", "--json").stdout)
    assert [(int(line[0]), int(line[1]), line[3], line[10], line[11]) for line in lines] == [
        (one["start"], one["end"], one["speaker_canonical"], one["text"], one["polarity"]) for one in as_json
    ]
    assert {len(line) for line in lines} == {12}


def test_standard_input_is_the_default(run: Run, article: Path) -> None:
    given = run("extract", article, "--engine", "rules").stdout
    assert run("extract", "--engine", "rules", input=ARTICLE).stdout == given
    assert run("extract", "-", "--engine", "rules", input=ARTICLE).stdout == given


def test_a_page_tells_who_wrote_it(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    body = "<p>The harbour has been shut for a week now, and the boats lie idle at the quay.</p>" * 5
    page.write_text(
        '<html><head><title>Shut</title><meta name="author" content="Ingrid Dahl"></head><body><article><h1>Shut</h1>'
        f"{body}<p>“We sail tomorrow,” I told the crews at the pier.</p>{body}</article></body></html>",
        encoding="utf-8",
    )
    speakers = {
        options: [
            one["speaker_canonical"]
            for one in json.loads(run("extract", page, "--engine", "rules", "--json", *options).stdout)
        ]
        for options in ((), ("--author", "Olof Ek"))
    }
    assert speakers == {(): ["Ingrid Dahl"], ("--author", "Olof Ek"): ["Olof Ek"]}


def test_a_person_sees_who_said_what_and_nothing_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        "“We \u202esail\x1b[31m [bold]now[/bold],” Johan Quist said.\n\n" + ARTICLE, encoding="utf-8"
    )
    ours, theirs = pty.openpty()
    process = start(path, "--engine", "rules", stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL)
    os.close(theirs)
    written = all_of(ours)
    assert process.wait() == 0
    assert "\u202e" not in written and "\x1b[31m" not in written
    written = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written)
    assert "We <U+202E>sail<U+001B>[31m [bold]now[/bold]," in written
    for part in (
        "— Ingrid Dahl",
        "(as “She”)",
        "direct",
        "“said”",
        "The pier is old, … and nobody repairs it.",
    ):
        assert part in written


def test_nothing_found_is_no_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("The pier is old.", encoding="utf-8")
    assert run("extract", "plain.txt", "--engine", "rules").stdout == ""
    assert run("extract", "plain.txt", "--engine", "rules", "--json").stdout == "[]\n"


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_lines_in_lines_out_in_order(run: Run, tmp_path: Path, jobs: str) -> None:
    texts = [LONG, LATIN, ARTICLE, "", "Nothing is said.", LONG, LATIN] * 3
    (tmp_path / "texts.jsonl").write_text(asks(*texts), encoding="utf-8")
    done = run("extract", "--jsonl", "texts.jsonl", "--jobs", jobs, "--engine", "rules")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == list(range(len(texts)))
    assert [len(line["quotes"]) for line in lines[:5]] == [400, 1, 4, 0, 0]
    assert set(lines[1]["quotes"][0]) >= {
        "start", "end", "form", "speaker_text", "speaker_start", "speaker_end", "speaker_canonical", "cue_text", "via",
        "group", "confidence", "reason",
    }  # fmt: skip
    assert done.stderr == ""
    again = run("extract", "--jsonl", "--engine", "rules", input=asks(*texts))
    assert again.stdout == done.stdout


def test_an_empty_name_is_not_the_folder_one_is_in(run: Run) -> None:
    assert "The name of the file is empty" in run("extract", "", code=1).stderr
    assert "The name of the file is empty" in run("extract", "--jsonl", "", code=1).stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_answer_does_not_wait_for_the_next_line(jobs: str) -> None:
    process = start(
        "--jsonl", "--jobs", jobs, "--engine", "rules", stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin and process.stdout
    for number in range(3):
        process.stdin.write(json.dumps({"id": number, "text": LATIN}).encode() + b"\n")
        process.stdin.flush()
        assert select.select([process.stdout], [], [], 60)[0], "no answer"
        assert json.loads(process.stdout.readline())["id"] == number
    assert process.communicate(timeout=60)[0] == b""
    assert process.returncode == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_endless_input_and_a_reader_that_goes_away(jobs: str, tmp_path: Path) -> None:
    line = json.dumps({"id": 1, "text": LATIN})
    (tmp_path / "line").write_text(line, encoding="utf-8")
    done = subprocess.run(
        f'yes "$(cat line)" | "{sys.executable}" -m onrecord extract --jsonl --jobs {jobs} --engine rules | head -n 30',
        shell=True,
        cwd=tmp_path,
        env={**os.environ, "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert len(done.stdout.splitlines()) == 30
    assert done.stderr == ""


def test_the_interrupt_key_ends_all_of_it() -> None:
    process = start(
        "--jsonl", "--jobs", "2", "--engine", "rules",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdin and process.stdout
    process.stdin.write(asks(LATIN).encode())
    process.stdin.flush()
    assert process.stdout.readline()
    # As a terminal does it: everyone of the group gets the signal, while the reader waits for the next line.
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(60) == 130
    assert b"Traceback" not in process.communicate()[1]


def test_its_processes_end_with_it() -> None:
    process = start(
        "--jsonl", "--jobs", "2", "--engine", "rules",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdin and process.stdout
    process.stdin.write(asks(LATIN, LATIN).encode())
    process.stdin.flush()
    assert process.stdout.readline() and process.stdout.readline()
    process.kill()
    process.wait()
    # The pipe is at its end only when nobody is left who could write to it.
    assert select.select([process.stdout], [], [], 60)[0], "a process is left"
    assert process.communicate()[0] == b""


GOOD = asks(LATIN)


@pytest.mark.parametrize(
    ("line", "sentence", "jobs"),
    [
        ('{"id": 1, "text": "x"', "Line 3 of standard input is not JSON", "1"),
        ("[1, 2]", "not a JSON object", "1"),
        ('{"text": "x"}', 'no "id"', "1"),
        ('{"id": true, "text": "x"}', 'no "id"', "1"),
        ('{"id": 1, "text": null}', 'no "text"', "1"),
        ("[" * 100_000, "nested too deeply", "1"),
        ("\udcff", "standard input is not UTF-8: line 3, column 1", "1"),
        ("{}", 'no "id"', "2"),
    ],
)
def test_a_bad_line(line: str, sentence: str, jobs: str) -> None:
    process = start(
        "--jsonl", "--jobs", jobs, "--engine", "rules",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    written, told = process.communicate(
        (GOOD + "\n" + line + "\n" + GOOD).encode(errors="surrogateescape"), 60
    )
    assert process.returncode == 1
    assert len(written.splitlines()) == 1
    assert sentence in told.decode() and len(told.decode().splitlines()) == 1


def test_what_a_json_string_can_hold_comes_through(run: Run) -> None:
    text = '"Nobody \ud800 asked\u2028us \u202e,” Quist said. '
    for given in (json.dumps(text), '"\\u0000“Nobody \\u0000 asked,” Quist said."'):
        (line,) = run(
            "extract", "--jsonl", "--engine", "rules", input=f'{{"id": "ä\u2028", "text": {given}}}'
        ).stdout.splitlines()
        assert json.loads(line)["id"] == "ä\u2028"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("missing.txt",), 1, "no file"),
        (("--jsonl", "missing.jsonl"), 1, "no file"),
        (("--jsonl", "."), 1, "is a folder"),
        (("--jsonl", "https://example.org/x"), 2, "not an address"),
        (("--jsonl", "--json"), 2, "leave out --json"),
        (("-", "--jobs", "2"), 2, "--jsonl"),
        (("-", "--engine", "magic"), 2, "not an engine"),
        (("-", "--date", "yesterday"), 1, "EDTF"),
        (("-", "--date", "2023/2024"), 1, "date of publication"),
        (("-", "--date", "2023~"), 1, "date of publication"),
    ],
)
def test_what_cannot_be_done(run: Run, words: tuple[str, ...], code: int, sentence: str) -> None:
    done = run("extract", *words, input="", code=code)
    assert sentence in " ".join(done.stderr.replace("│", " ").split())
    assert done.stdout == ""


def test_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        process = start(
            "--jsonl", "--engine", "rules", stdin=subprocess.PIPE, stdout=full, stderr=subprocess.PIPE
        )
        told = process.communicate(asks(LATIN).encode(), 60)[1].decode()
    assert (process.returncode, told) == (
        1,
        "Error: The result cannot be written: No space left on device.\n",
    )


def test_progress_does_not_mix_with_the_result(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text(asks(*[LONG * 5] * 10), encoding="utf-8")
    ours, theirs = pty.openpty()
    process = start(
        "--jsonl", tmp_path / "texts.jsonl", "--engine", "rules", stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    seen: list[str] = []
    watching = threading.Thread(target=lambda: seen.append(all_of(ours)))
    watching.start()
    written = process.communicate(timeout=120)[0]
    watching.join()
    assert [json.loads(line)["id"] for line in written.splitlines()] == list(range(10))
    assert "quotes" not in seen[0]


def test_short_work_shows_no_progress(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text(asks(LATIN), encoding="utf-8")
    ours, theirs = pty.openpty()
    process = start(
        "--jsonl", tmp_path / "texts.jsonl", "--engine", "rules", stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    assert json.loads(process.communicate(timeout=60)[0])["quotes"]
    assert process.returncode == 0
    assert all_of(ours) == ""
