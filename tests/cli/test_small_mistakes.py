"""Small mistakes on the command line, and numbers of one: the sentence names what is meant."""

import json
from pathlib import Path

import pytest
from conftest import Run

from onrecord.settings.keys import KEYS


def said(run: Run, *words: str | Path, code: int, **variables: str) -> str:
    return " ".join(run(*words, code=code, **variables).stderr.split())


def test_a_page_is_said_with_a_locator(run: Run, database: Path) -> None:
    told = said(run, "add", "quote", "We go.", "--page", "9", code=2)
    assert "There is no option --page" in told and "--locator 9" in told
    assert "--locator" not in said(run, "add", "speaker", "Ann Lee", "--page", "9", code=2)


def test_what_is_neither_a_file_nor_a_source(run: Run, database: Path) -> None:
    assert "There is no file or source porterx." in said(run, "ingest", "porterx", code=1)
    assert "There is no file porterx.html." in said(run, "ingest", "porterx.html", code=1)


@pytest.mark.parametrize("key", [key.name for key in KEYS.values() if key.switch])
def test_a_variable_that_is_no_switch_is_named(run: Run, database: Path, key: str) -> None:
    variable = f"ONRECORD_{key.upper().replace('-', '_')}"
    told = f"{variable}: {key} is true or false."
    assert said(run, "list", "sources", code=0, **{variable: "maybe"}).endswith(told)
    assert "true or false" not in said(run, "list", "sources", code=0, **{variable: "false"})


def test_no_stamp_proves_nothing(run: Run, database: Path) -> None:
    assert "There are no stamps yet" in said(run, "verify", "--stamps", code=1)
    assert json.loads(run("verify", "--stamps", "--json", code=1).stdout)["stamps"] == []


@pytest.mark.parametrize("name", ["copies/x.db", "x.sqlite", "X.BACKUP"])
def test_a_backup_goes_into_a_folder(run: Run, database: Path, tmp_path: Path, name: str) -> None:
    assert "Name the folder: onrecord backup" in said(run, "backup", name, code=2)
    assert not (tmp_path / name).exists()
    (tmp_path / name).mkdir(parents=True)
    run("backup", name)
    assert len(list((tmp_path / name).iterdir())) == 1


@pytest.mark.parametrize("length", [5_000, 60_000])
def test_a_damaged_backup_is_not_mended_by_itself(
    run: Run, database: Path, tmp_path: Path, length: int
) -> None:
    run("backup", "copies")
    [backup] = (tmp_path / "copies").iterdir()
    (tmp_path / "bad.backup").write_bytes(backup.read_bytes()[:length])
    for words in (("backup", "--verify", "bad.backup"), ("restore", "bad.backup", "--yes")):
        told = said(run, *words, code=1)
        assert "Take another backup." in told and "Restore it" not in told


def test_one_is_no_plural(run: Run, database: Path, tmp_path: Path) -> None:
    line = {"text": "We go.", "speaker": "Ann Lee", "source": "log-1911"}
    (tmp_path / "q.jsonl").write_text(json.dumps(line))
    run("import", "q.jsonl", "--db", database)
    run("backup", "copies")
    [backup] = (tmp_path / "copies").iterdir()
    assert "1 statement, 1 source, 1 speaker" in run("backup", "--verify", backup).stdout


def test_what_only_looks_rebuilds_nothing(run: Run, database: Path) -> None:
    assert "--rebuild" in said(run, "index", "--state", "--rebuild", code=2)
