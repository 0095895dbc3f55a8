"""The demonstration works as it stands, and README shows nothing that it does not do."""

import json
import re
import shlex
from importlib import resources
from pathlib import Path

from conftest import Run

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_whole_walk(run: Run, tmp_path: Path) -> None:
    steps = json.loads(run("demo", "walk", "--json").stdout)
    said = {step["command"]: step["output"] for step in steps}
    assert {step["status"] for step in steps} == {0, 1}
    assert (tmp_path / "walk" / "onrecord.db").is_file()
    verified = said["onrecord verify --all"]
    assert "altered" not in verified and "exact" in verified
    everything = "\n".join(said.values())
    for shown in (
        "a-senior-official",
        "as cited in Lindqvist, 2024",
        "@article{lindqvist-2024",
        "Against (1)",
    ):
        assert shown in everything
    # README's session is this walk.
    session = README.split("```console\n")[1].split("```")[0].replace("\\\n", "")
    commands = re.findall(r"^\$ (.*)$", session, re.MULTILINE)
    walked = [shlex.split(command) for command in said]
    for command in commands:
        words = shlex.split(command)
        assert any(words == one or (words[1] == "cite" and words[2] in one) for one in walked), command
    for key in re.findall(r"\b[a-z2-7]{10}@lindqvist-2024|sha256 \w+", session):
        assert key in everything


def test_from_an_article_to_a_file_of_quotations_by_readme_alone(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "visit.html").write_bytes((resources.files("onrecord.demo") / "visit.html").read_bytes())
    commands = README.split("```console\n")[2].split("```")[0]
    for line in commands.splitlines():
        _, *words = shlex.split(line.removeprefix("$ "), comments=True)
        done = run(*words)
        if words[:1] == ["ingest"]:  # which opens the review on a terminal
            run("review", "--accept", "confident")
        if "mla" in words:
            assert done.stdout.startswith("Lindqvist, Marta. “Notes on a Harbour Visit.”")
    assert (tmp_path / "quotes.docx").read_bytes().startswith(b"PK")
    assert "@article{lindqvist-2024" in (tmp_path / "works.bib").read_text()


def test_a_folder_with_something_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    assert "is not empty" in run("demo", "mine", code=1).stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
