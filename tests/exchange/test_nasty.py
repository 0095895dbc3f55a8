"""Two hundred nasty records travel: other programs read all of them and nothing else, and they come back the same."""

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pypandoc
import pytest
from bibtexparser.entrypoint import parse_file
from bibtexparser.middlewares import LatexDecodingMiddleware
from exchange import nasty_records
from exchange.csl_schema import problems
from tools import program

from onrecord.cite.csl import clean
from onrecord.model.records import Json
from onrecord.text.markup import plain

KEYS = [f"nasty{number:03}" for number in range(nasty_records.HOW_MANY)]
BIB = ("bibtex", "biblatex")
FORMATS = (*BIB, "ris", "csljson")
TITLES = {str(item["id"]): plain(clean(str(item["title"]))) for item in nasty_records.items()}


def onrecord(*words: str | Path) -> "subprocess.CompletedProcess[bytes]":
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, words)], capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the records in every format: nasty.bibtex, nasty.ris …"""
    folder = tmp_path_factory.mktemp("nasty")
    (folder / "given.json").write_text(json.dumps(nasty_records.items()), "utf-8")
    onrecord("init", folder / "nasty.db")
    told = json.loads(onrecord("import", folder / "given.json", "--db", folder / "nasty.db", "--json").stdout)
    assert [one["did"] for one in told] == ["added"] * 400
    for format in FORMATS:
        onrecord("export", "--db", folder / "nasty.db", "--format", format, "-o", folder / f"nasty.{format}")
    return folder


def pandoc(file: Path, format: str) -> list[Json]:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "+RTS", "-M1500M", "-RTS", "-f", format, "-t", "csljson", str(file)],
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    items: list[Json] = json.loads(done.stdout)
    return items


def letters(text: object) -> str:
    """What every program keeps of a text: they set quotation marks, dashes, spaces and lone accents their own way."""
    return "".join(one for one in str(text) if one.isalnum() and unicodedata.category(one) != "Lm")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_bytes_come_back(exported: Path, tmp_path: Path, format: str) -> None:
    first = exported / f"nasty.{format}"
    onrecord("init", tmp_path / "other.db")
    onrecord("import", first, "--format", format, "--db", tmp_path / "other.db")
    onrecord("export", "--db", tmp_path / "other.db", "--format", format, "-o", tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == first.read_bytes()


@pytest.mark.parametrize("format", FORMATS)
def test_our_own_files_add_nothing(exported: Path, tmp_path: Path, format: str) -> None:
    shutil.copy(exported / "nasty.db", tmp_path / "same.db")
    told = onrecord(
        "import", exported / f"nasty.{format}", "--format", format, "--db", tmp_path / "same.db", "--json"
    )
    assert {one["did"] for one in json.loads(told.stdout)} == {"known"}


@pytest.mark.parametrize("format", BIB)
def test_pandoc_reads_all_of_our_bib(exported: Path, format: str) -> None:
    read = pandoc(exported / f"nasty.{format}", format)
    assert [item["id"] for item in read] == KEYS
    for item in read:
        # Of BibLaTeX, pandoc puts `titleaddon` behind the title.
        assert letters(plain(str(item.get("title")))).startswith(letters(TITLES[str(item["id"])]))
    assert all(1 <= len(item["author"]) <= 3 for item in read if isinstance(item["author"], list))


@pytest.mark.parametrize("format", BIB)
def test_biber_reads_all_of_our_bib(exported: Path, tmp_path: Path, format: str) -> None:
    done = subprocess.run(
        [program("biber"), "--tool", "--nolog", "--output-file", str(tmp_path / "read.bib"), str(exported / f"nasty.{format}")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0 and "ERROR" not in done.stdout, done.stdout
    read = (tmp_path / "read.bib").read_text("utf-8")
    assert re.findall(r"^@\w+\{([^,]+),$", read, flags=re.MULTILINE) == KEYS


@pytest.mark.parametrize("format", BIB)
def test_bibtexparser_reads_all_of_our_bib(exported: Path, format: str) -> None:
    read = parse_file(
        str(exported / f"nasty.{format}"), append_middleware=[LatexDecodingMiddleware()], encoding="utf-8"
    )
    assert not read.failed_blocks and not read.strings and not read.preambles and not read.comments
    assert [entry.key for entry in read.entries] == KEYS
    for entry in read.entries:
        assert letters(entry["title"]) == letters(TITLES[entry.key])


def test_pandoc_reads_all_of_our_ris(exported: Path) -> None:
    read = pandoc(exported / "nasty.ris", "ris")
    assert [item["id"] for item in read] == KEYS
    assert all(letters(item.get("title")) == letters(TITLES[str(item["id"])]) for item in read)


def test_our_ris_keeps_the_published_rules(exported: Path) -> None:
    # RIS Format Specifications (Research Information Systems, 2011), and what Zotero's RIS translator splits lines at.
    text = (exported / "nasty.ris").read_bytes().decode()
    open_record, found = False, []
    for line in re.split("\r\n?|\n", text):
        if not line:
            assert not open_record
            continue
        tag = re.fullmatch("([A-Z][A-Z0-9])  - (.*)", line)
        assert tag is not None, line
        assert open_record != (tag[1] == "TY")
        open_record = tag[1] != "ER"
        assert tag[1] != "ER" or not tag[2]
        if tag[1] == "ID":
            found.append(tag[2])
    assert not open_record and found == KEYS
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)


def test_our_csl_json_is_valid(exported: Path) -> None:
    items = json.loads((exported / "nasty.csljson").read_bytes())
    assert problems(items) == []
    assert [item["id"] for item in items] == KEYS
    assert [plain(item["title"]) for item in items] == [TITLES[key] for key in KEYS]
    assert [item["id"] for item in pandoc(exported / "nasty.csljson", "csljson")] == KEYS
