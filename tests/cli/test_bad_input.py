"""Bad input gets one clear sentence, exit code 1 or 2, and changes nothing."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Prepared, Run
from factories import ARTICLE

MEGABYTE = 1_000_000


@pytest.fixture
def started(run: Run, prepared: Prepared) -> Run:
    prepared(_one_quotation)
    return run


def _one_quotation(run: Run, folder: Path) -> None:
    run("init")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    run("add", "source", "article.txt", "--citekey", "ferries", "--title", "Ferries and fog")
    run("add", "quote", "Nobody asked us", "--by", "Johan Quist", "--new-speaker", "--in", "ferries")


def records(run: Run) -> str:
    return run("where", "--json").stdout


QUOTE = ("add", "quote", "Nobody asked us", "--by", "Quist", "--in", "ferries")

CASES: list[tuple[tuple[str, ...], int, str]] = [
    (("frobnicate",), 2, "No such command"),
    (("serch", "fog"), 2, "search"),
    (("search", "--nonsense", "x"), 2, "no option"),
    (("conflicts", "--about", "speakers"), 2, "--about takes one of date, place"),
    (("refresh", "--all", "--format", "html"), 2, "--format takes one of text, json, junit, not 'html'"),
    (("speakers", "dupes", "--least", "nan"), 2, "--least takes a number from 0 to 1, not 'nan'"),
    (("search", "-n", "x", "fog"), 2, "--limit or -n takes a whole number, 0 or more, not 'x'"),
    (("list", "sources", "-n", "9" * 30), 2, "takes a whole number from 0 to 999,999,999,999,999"),
    (("browse", "--port", "70000"), 2, "--port takes a whole number from 0 to 65,535, not '70000'"),
    (("add", "verdict", "x", "--by", "x", "--rating", "high"), 2, "--rating takes a number, not 'high'"),
    (("add", "quote", "x"), 2, "--by"),
    (("show", "zzzzzzzzzz"), 1, "Nothing is called"),
    (("show", "zz"), 1, "Nothing is called"),
    (("cite", "zzzzzzzzzz"), 1, "no statement"),
    (("cite",), 2, "what to cite"),
    (("cite", "x", "--format", "pptx"), 2, "not a format"),
    (("verify",), 2, "what to check"),
    (("verify", "--in", "nowhere"), 1, "no source"),
    (("add", "source", "missing.txt"), 1, "missing.txt"),
    (("add", "source", "."), 1, "is a folder"),
    (("add", "source"), 2, "--title"),
    (("add", "source", "--title", "x", "--type", "rumour"), 2, "not a CSL type"),
    (("add", "source", "--title", "x", "--date", "yesterday"), 1, "EDTF"),
    (("add", "source", "--title", "x", "--date", "2023-02-30"), 1, "28 days"),
    (("add", "source", "--title", "x", "--date", "{2023,2024}"), 1, "level 2"),
    (("add", "source", "--title", "x", "--url", "javascript:alert(1)"), 1, "web address"),
    (("add", "source", "--title", "x", "--citekey", "a b"), 1, "citekey"),
    (("add", "source", "--title", "x", "--citekey", "ferries"), 1, "taken"),
    (("add", "source", "http://127.0.0.1:9/x"), 1, "--allow-private"),
    (("add", "source", "ftp://example.org/x"), 1, "ftp://example.org/x"),
    ((*QUOTE, "--locator", "somewhere"), 1, "label"),
    ((*QUOTE, "--said", "last week"), 1, "EDTF"),
    ((*QUOTE, "--form", "hearsay"), 2, "not a form"),
    ((*QUOTE, "--medium", "telepathy"), 2, "not a medium"),
    ((*QUOTE, "--status", "disputed"), 2, "--reason"),
    ((*QUOTE, "--via", "a|b|c|d"), 2, "too many parts"),
    (
        ("add", "quote", "Nobody ever asks us.", "--by", "Quist", "--in", "ferries", "--via", "Nobody"),
        1,
        "no speaker",
    ),
    ((*QUOTE, "--of", "zzzzzzzzzz"), 1, "no statement"),
    ((*QUOTE, "--unnamed"), 2, "--new-speaker"),
    (("add", "quote", "…", "--by", "Quist", "--in", "ferries"), 1, "no letter"),
    (("add", "quote", "Nobody", "--by", "Quist", "--in", "ferries"), 1, "several places"),
    (("add", "quote", "x", "--by", "Quist", "--in", "nowhere"), 1, "no source"),
    (("add", "speaker", ""), 1, "name"),
    (("add", "speaker", "Johan Quist"), 1, "--slug"),
    (("add", "speaker", "x", "--kind", "ghost"), 2, "not a kind"),
    (("add", "speaker", "x", "--wikidata", "Berlin"), 1, "Wikidata"),
    (("add", "alias", "nobody", "x"), 1, "no speaker"),
    (("add", "claim", "?"), 1, "no letter"),
    (("stance", "zzzz", "c-zzzz", "--asserts"), 1, "no statement"),
    (("stance", "zzzz", "c-zzzz"), 2, "--asserts"),
    (("link", "c-aaaa", "c-bbbb", "--supports"), 1, "no claim"),
    (("tag", "zzzz"), 2, "TAG"),
    (("merge", "johan-quist", "johan-quist"), 1, "one speaker already"),
    (("rm", "ferries"), 1, "needed by"),
    (("rm", "johan-quist"), 1, "needed by"),
    (("undo", "99"), 1, "no operation 99"),
    (("history", "99"), 1, "no operation 99"),
    (("search", "--since", "yesterday"), 1, "EDTF"),
    (("search", "--by", "Nobody"), 1, "no speaker"),
    (("search", "--sort", "colour"), 2, "not a sorting"),
    (("search", "x", "--limit", "-1"), 2, "limit"),
    (("init",), 1, "already exists"),
    (("--db", "missing.db", "search", "x"), 1, "onrecord init"),
]


def test_requests(started: Run) -> None:
    before = records(started)
    for words, code, sentence in CASES:
        done = started(*words, code=code)
        said = " ".join(done.stderr.replace("│", " ").split())
        assert sentence in said, words
        assert done.stdout == "", words
    assert records(started) == before


def pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + b"\x00\x01" * 50)


FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("empty.txt", lambda path: path.touch(), "empty"),
    ("blank.txt", lambda path: path.write_text(" \n\t\n"), "white space"),
    ("paper.pdf", pdf, "PDF"),
    ("binary.bin", lambda path: path.write_bytes(bytes(range(256)) * 20), "binary.bin"),
    ("picture.png", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40), "picture.png"),
    (
        "wrong.txt",
        lambda path: path.write_bytes("caf\xe9".encode("latin-1") + b"\x81\x8d\x8f" * 3),
        "is not UTF-8",
    ),
    ("nothing.html", lambda path: path.write_text("<html><body><script>1</script></body></html>"), "text"),
    ("huge.txt", lambda path: path.write_bytes(b"All is well. " * (51 * MEGABYTE // 13)), "50 MB"),
]


@pytest.mark.parametrize(("name", "make", "sentence"), FILES, ids=[name for name, _, _ in FILES])
def test_files(
    started: Run, tmp_path: Path, name: str, make: Callable[[Path], object], sentence: str
) -> None:
    before = records(started)
    make(tmp_path / name)
    refused = started("add", "source", name, code=1)
    assert sentence in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert records(started) == before


def test_a_byte_that_is_no_text_is_marked_and_named(started: Run, tmp_path: Path) -> None:
    (tmp_path / "nul.txt").write_bytes(b"Some text\x00and more of it")
    added = started("add", "source", "nul.txt")
    assert "line 1, column 10 (byte 00)" in added.stderr
    assert started("text", "nul", "--plain").stdout == "Some text\ufffdand more of it"


@pytest.mark.parametrize("name", ["text", "--title", "--by"])
def test_bytes_that_are_no_text(started: Run, tmp_path: Path, name: str) -> None:
    bad = "x\udcff"
    words = {
        "text": ("add", "quote", bad, "--by", "Quist", "--in", "ferries"),
        "--title": ("add", "source", "--title", bad),
        "--by": ("add", "quote", "Nobody asked us", "--by", bad, "--in", "ferries"),
    }[name]
    assert "UTF-8" in started(*words, code=1).stderr
    assert started("search", bad).stdout == started("search", "x").stdout


def test_a_database_that_is_none(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("not a database at all " * 20)
    before = hashlib.sha256(other.read_bytes()).hexdigest()
    for words in (("search", "x"), ("add", "claim", "x y"), ("migrate",), ("where",), ("verify", "--all")):
        assert "not an SQLite database" in run(*words, "--db", other, code=1).stderr
    assert hashlib.sha256(other.read_bytes()).hexdigest() == before


def test_a_stray_byte_in_a_page_is_named(run: Run, tmp_path: Path) -> None:
    run("init")
    page = "<meta charset=utf-8><title>Küste</title><article><p>{}</p><p>“Die Fähre fährt”, sagte Åsa Quist.</p></article>"
    (tmp_path / "a.html").write_bytes(page.format("In der K#che.").encode().replace(b"#", b"\xfc"))
    added = run("add", "source", "a.html", "--citekey", "a", "--json")
    assert "line 1, column 61 (byte FC), “" in added.stderr and "iconv" not in added.stderr
    record = json.loads(added.stdout)
    assert [(one["line"], one["column"], one["bytes"]) for one in record["damaged"]] == [(1, 61, "FC")]
    assert record["notes"][0].startswith("one place is not UTF-8")
    text = run("text", "a").stdout
    assert "In der K\ufffdche." in text and "“Die Fähre fährt”, sagte Åsa Quist." in text


def test_fifty_megabytes_are_taken(started: Run, tmp_path: Path) -> None:
    # A paragraph of a usual length: what a megabyte takes hangs on how many there are.
    rest = "All is well with the ferry, and nobody on the pier has asked for more. " * 6
    paragraph = "Line {:06d} says that all is well. " + rest.rstrip() + "\n"
    count = 49 * MEGABYTE // len(paragraph.format(0))
    (tmp_path / "long.txt").write_text("".join(paragraph.format(number) for number in range(count)))
    started("add", "source", "long.txt", "--citekey", "long", "--title", "Long")
    added = started(
        "add",
        "quote",
        "Line 050000 says that all is well",
        "--by",
        "Quist",
        "--in",
        "long",
        "--form",
        "direct",
    )
    assert "para. 50001" in added.stdout


@pytest.mark.parametrize("words", [("show",), ("cite",), ("verify", "--in"), ("export",)])
def test_names_that_are_no_text(started: Run, words: tuple[str, ...]) -> None:
    assert "'caf\\xe9' is not valid UTF-8" in started(*words, "caf\udce9", code=1).stderr


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = subprocess.run(
        ["/bin/sh", "-c", 'cd "$1" && rmdir "$1" && exec "$0" -m onrecord list tags', sys.executable, gone],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1 and "was removed" in done.stderr and "Traceback" not in done.stderr


def test_a_name_of_commas_is_none_when_typed(run: Run) -> None:
    run("init")
    assert "A speaker needs a name." in run("add", "speaker", ", ", code=1).stderr
