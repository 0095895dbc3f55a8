"""`onrecord check --fix`: asked about one by one, written whole, and nothing else of the draft changed."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Prepared, Run

from onrecord.check import reading
from onrecord.check.judge import check
from onrecord.cli import mending
from onrecord.db import reader as readers
from onrecord.errors import ConflictError

TEXT = (
    "“We will rebuild the bridge next year,” said Karl Weber. “It was never safe – nobody should use it.”\n\n"
    "“The ferry sails at dawn tomorrow & on Sunday,” said Ann Lee.\n\n"
    "«Nous rouvrirons le café près du port en été», a déclaré Marie Dupont.\n"
)


@pytest.fixture
def told(run: Run, prepared: Prepared) -> Run:
    prepared(_one_quotation)
    return run


def _one_quotation(run: Run, folder: Path) -> None:
    run("init")
    (folder / "bridge.txt").write_text(TEXT)
    run("add", "source", "bridge.txt", "--citekey", "weber-2024")
    run("add", "quote", "We will rebuild the bridge next year", "--by", "Karl Weber", "--in", "weber-2024",
        "--new-speaker")  # fmt: skip


def test_each_is_asked_about_and_what_is_accepted_is_written(told: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    before = (
        "\ufeff# News\r\n\r\n“We will rebuild the bridge next\r\nspring,” said Karl Weber.\r\n\r\n"
        '"The ferry sails at **dusk** tomorrow and on Sunday," said Ann Lee.  \r\n\r\nThe end'
    ).encode()
    draft.write_bytes(before)
    draft.chmod(0o640)
    done = told("check", "draft.md", "--fix", input="?\ny\nn\n", code=1)
    assert draft.read_bytes() == before.replace(b"spring", b"year")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert "1 of 2. draft.md:3:1: altered" in done.stdout
    assert "  + We will rebuild the bridge next year," in done.stdout
    assert done.stderr == "draft.md: 1 passage put right.\ndraft.md: 1 altered, 1 verified.\n"
    told("check", "draft.md", "--fix", input="a\n")
    assert b"at **dawn** tomorrow & on" in draft.read_bytes()
    assert told("check", "draft.md").stdout.startswith("draft.md:6:1: unrecorded: ")


def test_no_answer_changes_nothing(told: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    for answers in ("n\n", "what\n"):
        draft.write_text("“We will rebuild the bridge next spring,” said Karl Weber.\n")
        before = draft.stat()
        told("check", "draft.md", "--fix", input=answers, code=1)
        assert (draft.stat().st_ino, draft.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_where_the_sense_turns_all_is_not_enough(told: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(
        "“We will rebuild the bridge next spring,” said Karl Weber.\n“It was safe - nobody should use it.”\n"
    )
    told("check", "draft.txt", "--fix", input="a\n", code=1)
    assert "next year,” said" in (tmp_path / "draft.txt").read_text()
    told("check", "draft.txt", "--fix", input="y\n")
    assert "“It was never safe – nobody should use it.”" in (tmp_path / "draft.txt").read_text()


def test_the_diff_is_one_that_patch_takes(told: Run, tmp_path: Path) -> None:
    before = "A line.\n\nKarl Weber: “We will rebuild the bridge next spring.”"
    (tmp_path / "draft.txt").write_text(before)
    done = told("check", "draft.txt", "--fix", "--dry-run", code=1)
    assert (tmp_path / "draft.txt").read_text() == before
    told("check", "-", "--fix", "--dry-run", input=before, code=1)
    patched = subprocess.run(
        ["patch", "-p1"], input=done.stdout, text=True, cwd=tmp_path, capture_output=True, check=False
    )
    assert patched.returncode == 0, patched.stdout
    assert (tmp_path / "draft.txt").read_text() == before.replace("spring", "year")


def test_html_and_latex_keep_their_notation_and_encoding(told: Run, tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-1"><p>M. Dupont&nbsp;: <q>Nous rouvrirons la caf&eacute; près du port en été</q>'
    (tmp_path / "page.html").write_bytes(page.encode("latin-1"))
    told("check", "page.html", "--fix", input="y\n")
    assert (tmp_path / "page.html").read_bytes() == page.replace(" la ", " le ").encode("latin-1")
    (tmp_path / "draft.tex").write_text(
        "% “note”\nAnn Lee: \\enquote{The ferry \\emph{sails} at dusk tomorrow and on Sunday}. Caf\\'e.\n"
    )
    told("check", "draft.tex", "--fix", "-o", "right.tex", input="y\n")
    assert (
        "\\enquote{The ferry \\emph{sails} at dawn tomorrow \\& on Sunday}. Caf\\'e."
        in (tmp_path / "right.tex").read_text()
    )
    assert "dusk" in (tmp_path / "draft.tex").read_text()


def test_what_cannot_be_written_is_said_and_shown(told: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.rtf").write_text(
        "{\\rtf1\\ansi\\uc1 \\u8220?We will rebuild the bridge next spring,\\u8221? said Karl Weber.\\par}"
    )
    before = (tmp_path / "draft.rtf").read_bytes()
    done = told("check", "draft.rtf", "--fix", code=1)
    assert "by hand: “We will rebuild the bridge next spring,” → “We will rebuild the bridge next year,”" in (
        done.stdout
    )
    assert "reads and does not write" in done.stderr
    assert "with --dry-run they are printed as a diff" in done.stderr
    done = told("check", "draft.rtf", "--fix", "--dry-run", code=1)
    assert "-“We will rebuild the bridge next spring,” said Karl Weber." in done.stdout
    assert "+“We will rebuild the bridge next year,” said Karl Weber." in done.stdout
    assert "The diff is one of its text" in done.stderr
    assert (tmp_path / "draft.rtf").read_bytes() == before
    (tmp_path / "draft.md").write_text("“We will re**build** the bridge next spring,” said Karl Weber.\n")
    told("check", "draft.md", "--fix", input="y\n")
    (tmp_path / "draft.md").write_text("“We will re**builded** the bridge next year,” said Karl Weber.\n")
    done = told("check", "draft.md", "--fix", code=1)
    assert "by hand (markup stands between these words)" in done.stdout


def test_what_does_not_go_together_is_refused(told: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("“We will rebuild the bridge next spring,” said Karl Weber.\n")
    for words in (
        ("-", "--fix"), ("a.md", "--fix", "--json"), ("a.md", "--dry-run"), ("a.md", "a.md", "--fix", "-o", "b.md"),
    ):  # fmt: skip
        done = told("check", *words, input="x", code=2)
        assert len(done.stderr.splitlines()) <= 2, done.stderr
    assert "exists already" in told("check", "a.md", "--fix", "-o", "bridge.txt", input="y\n", code=1).stderr


def test_a_draft_that_somebody_changes_meanwhile_is_not_written_over(
    told: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("“We will rebuild the bridge next spring,” said Karl Weber.\n")

    class Slow:
        def readline(self) -> str:
            draft.write_text("Somebody else’s work.\n")
            return "y\n"

    monkeypatch.setattr(sys, "stdin", Slow())
    with readers.opened(str(tmp_path / "onrecord.db")) as reader:
        read = reading.read_file(str(draft))
        into = mending.Into(None, str(tmp_path / "onrecord.db"), [str(draft)])
        with pytest.raises(ConflictError, match="changed meanwhile"):
            mending.mended(
                reader,
                str(draft),
                "draft.md",
                read,
                check(reader, read),
                into=into,
                ignored=(),
                dry_run=False,
            )
    assert draft.read_text() == "Somebody else’s work.\n"
