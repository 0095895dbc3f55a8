"""onrecord cite --items: without a database, from a file or standard input."""

import json
from pathlib import Path

from conftest import Run

ITEMS = [
    {"id": "b", "type": "book", "title": "Ropes", "author": [{"family": "Okoro", "given": "Tobias"}]},
    {"id": "a", "type": "book", "title": "Knots", "author": [{"family": "Brandt", "given": "Mirela"}]},
]


def test_a_file_is_formatted_without_a_database(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    file.write_text(json.dumps(ITEMS), "utf-8")
    told = run("cite", "--items", str(file))
    assert told.stdout == "Brandt, M. (n.d.). Knots.\nOkoro, T. (n.d.). Ropes.\n"
    told = run("cite", "--items", str(file), "--as", "bibliography", "--each", "--format", "markdown")
    assert told.stdout == "Okoro, T. (n.d.). *Ropes*.\nBrandt, M. (n.d.). *Knots*.\n"
    told = run("cite", "--items", str(file), "--as", "citation", "--style", "ieee", "--json")
    assert json.loads(told.stdout) == {"style": "ieee", "format": "text", "lines": ["[1]", "[1]"]}


def test_what_does_not_go_together_is_said(run: Run, tmp_path: Path) -> None:
    for words, message in (
        (("k7xq", "--items", "x.json"), "either KEYs or --items"),
        (("k7xq", "--each"), "--each goes with --items"),
        (("--items", "x.json", "--as", "footnote"), "'footnote' is not a way to cite"),
        (("--items", "x.json", "--as", "citation", "--each"), "--each goes with --as bibliography"),
    ):
        told = run("cite", *words, code=2)
        assert message in told.stderr
        assert told.stdout == ""
    told = run("cite", "--items", str(tmp_path / "missing.json"), code=1)
    assert "There is no file" in told.stderr and "Traceback" not in told.stderr


def test_an_alias_of_a_style_says_which_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    file.write_text(json.dumps(ITEMS), "utf-8")
    told = run("cite", "--items", str(file), "--style", "MLA")
    assert told.stdout == run("cite", "--items", str(file), "--style", "modern-language-association").stdout
    assert told.stderr == "The style MLA is modern-language-association here.\n"
    assert run("cite", "--items", str(file), "--style", "APA").stderr == ""
