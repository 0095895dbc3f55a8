"""`onrecord check` as people, compilers' readers and CI see it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import Run

TEXT = "“We will rebuild the bridge next year,” said Karl Weber.\n\n“The ferry sails at dawn tomorrow,” said Ann Lee.\n"


def recorded(run: Run, folder: Path) -> None:
    run("init")
    (folder / "bridge.txt").write_text(TEXT)
    run("add", "source", "bridge.txt", "--citekey", "weber-2024")
    run(
        "add",
        "quote",
        "We will rebuild the bridge next year",
        "--by",
        "Karl Weber",
        "--in",
        "weber-2024",
        "--new-speaker",
    )


def test_a_draft_is_told_as_compilers_tell(run: Run, tmp_path: Path) -> None:
    recorded(run, tmp_path)
    (tmp_path / "draft.md").write_text(
        "# News\n\n“We will rebuild the bridge next spring,” said Karl Weber.\n\n“The ferry sails at dawn tomorrow,” said Ann Lee.\n"
    )
    done = run("check", "draft.md", code=1)
    first, second, command = done.stdout.splitlines()
    assert first.startswith("draft.md:3:1: altered: “We will rebuild the bridge next spring,”: ")
    assert "[-year-]{+spring+}" in first
    assert second.startswith("draft.md:5:1: unrecorded: ")
    assert (
        command == "    onrecord add quote 'The ferry sails at dawn tomorrow' --by 'Ann Lee' --in weber-2024"
    )
    assert done.stderr == "draft.md: 1 altered, 1 unrecorded.\n"
    told = json.loads(run("check", "draft.md", "--json", code=1).stdout)
    assert told["summary"] == {"altered": 1, "unrecorded": 1}
    assert (told["passages"][0]["line"], told["passages"][0]["column"]) == (3, 1)


def test_what_nobody_recorded_passes_unless_it_is_strict(run: Run, tmp_path: Path) -> None:
    recorded(run, tmp_path)
    (tmp_path / "draft.tex").write_text("Ann Lee said \\enquote{The ferry sails at dawn tomorrow}.\n")
    (tmp_path / "draft.html").write_text(
        "<p>Karl Weber said: <q>We will rebuild the bridge next year</q>.</p>"
    )
    assert run("check", "draft.tex", "draft.html", "--quiet").stdout == ""
    assert "draft.tex:1:14: unrecorded" in run("check", "draft.tex", "draft.html", "--strict", code=1).stdout
    (tmp_path / "left-out.txt").write_text("# not ours\nThe ferry sails at dawn tomorrow\n")
    assert run("check", "draft.tex", "--strict", "--ignore", "left-out.txt").stderr == (
        "draft.tex: no quotation (not judged: 1 ignored).\n"
    )


def test_bad_drafts_get_one_sentence(run: Run, tmp_path: Path) -> None:
    recorded(run, tmp_path)
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (tmp_path / "open.md").write_text("He said “we go\n\nand “ so ” on ” “ and " * 50)
    for name in ("empty.md", "binary.txt", "broken.docx", "nothing.md", "onrecord.db"):
        done = run("check", name, code=1)
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "Traceback" not in done.stderr
    assert "damaged or incomplete" in run("check", "broken.docx", code=1).stderr
    assert run("check", "open.md").stderr.startswith("open.md: ")


def test_the_hook_of_the_manual_lets_right_drafts_through_and_stops_wrong_ones(
    run: Run, tmp_path: Path
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "checking.md").read_text("utf-8")
    hook = page.partition("id: onrecord-check")[2].partition("```")[0]
    words = re.search(r"entry: onrecord (.*)", hook)
    files = re.search(r"files: (.*)", hook)
    assert words and files
    recorded(run, tmp_path)
    (tmp_path / "right.md").write_text("“We will rebuild the bridge next year,” said Karl Weber.\n")
    (tmp_path / "wrong.tex").write_text("Karl Weber: \\enquote{We will rebuild the bridge next spring}.\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    # As pre-commit calls it: the files of the commit that the pattern takes, behind the entry.
    staged = [one for one in ("picture.png", "right.md", "wrong.tex") if re.search(files[1].strip(), one)]
    assert staged == ["right.md", "wrong.tex"]
    entry = words[1].split()
    assert run(*entry, "right.md").stdout == ""
    assert run(*entry, *staged, code=1).stdout.startswith("wrong.tex:1:13: altered: ")


BESIDE = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"


def test_pre_commit_itself_runs_the_hook_of_the_repository(run: Run, tmp_path: Path) -> None:
    recorded(run, tmp_path)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copy(Path(__file__).parents[2] / ".pre-commit-hooks.yaml", hooks)
    named = ("-c", "user.name=test", "-c", "user.email=test@example.org")

    def called(*words: str, where: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PATH": BESIDE, "PRE_COMMIT_HOME": str(tmp_path / "cache")}
        program = shutil.which(words[0], path=BESIDE) or words[0]
        return subprocess.run(
            [program, *words[1:]], cwd=where, env=env, capture_output=True, text=True, check=False
        )

    for folder in (hooks, tmp_path):
        called("git", "init", "-q", where=folder)
    called("git", "add", ".", where=hooks)
    called("git", *named, "commit", "-qm", "hooks", where=hooks)
    (tmp_path / "right.md").write_text("“We will rebuild the bridge next year,” said Karl Weber.\n")
    (tmp_path / "wrong.md").write_text("“We will rebuild the bridge next spring,” said Karl Weber.\n")
    called("git", "add", "right.md", "wrong.md")
    done = called("pre-commit", "try-repo", "hooks", "onrecord-check", "--files", "right.md", "wrong.md")
    assert (done.returncode, "wrong.md:1:1: altered" in done.stdout) == (1, True), done.stdout + done.stderr
    assert "right.md:" not in done.stdout
