"""Files of a statement or an article a line: loaded in batches, without duplicates, whatever happens meanwhile."""

import bz2
import gzip
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from conftest import Run

from onrecord.db import store as stores
from onrecord.db.fulltext import INDEXES
from onrecord.db.store import reading
from onrecord.exchange.bulk import quotebank
from onrecord.exchange.bulk.batch import Filing
from onrecord.exchange.bulk.lines import Line
from onrecord.exchange.bulk.load import Loaded, Loading
from onrecord.statements import queries as statement_queries

QUOTE: dict[str, Any] = {
    "quoteID": "2019-03-02-000001",
    "quotation": "The ferry will sail at dawn.",
    "speaker": "Ingrid Dahl",
    "qids": ["Q1001"],
    "date": "2019-03-02 00:00:00",
    "numOccurrences": 2,
    "probas": [["Ingrid Dahl", "0.9"], ["None", "0.1"]],
    "urls": ["http://www.courier.example/fog?utm_source=x", "https://wire.example/77"],
    "phase": "E",
}
ARTICLE: dict[str, Any] = {
    "articleID": "2019030200001",
    "date": "2019-03-02 10:00:00",
    "phase": "E",
    "title": "Fog holds ferries",
    "url": "https://courier.example/fog",
    "names": [{"name": "Ingrid Dahl", "offsets": [[3, 5]], "ids": ["Q1001"]}, {"name": "Olof Ek", "ids": ["Q7", "Q8"]}],
    "quotations": [
        {"quoteID": "2019-03-02-000001", "quotation": "The ferry will sail at dawn.", "localTopSpeaker": "Ingrid Dahl",
         "globalTopSpeaker": "None", "leftContext": "Fog lay over the bay.", "rightContext": "she said."},
        {"quotation": "Nobody asked us.", "localTopSpeaker": "None"},
        {"quotation": "It lifts when it lifts.", "localTopSpeaker": "Olof Ek"},
    ],
}  # fmt: skip


def lines(*objects: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in objects)


def shown(database: Path) -> list[tuple[str, str, str, str | None]]:
    """Who said what in which source, and when, by source and wording."""
    with reading(database) as store:
        found = store.rows(
            "SELECT so.citekey, st.text, sp.name, a.said FROM attributions AS a JOIN statements AS st "
            "ON st.id = a.statement_id JOIN speakers AS sp ON sp.id = a.speaker_id JOIN sources AS so ON so.id = a.source_id "
            "ORDER BY 1, 2"
        )
    return [(citekey, text, name, said) for citekey, text, name, said in found]


def told(done: "subprocess.CompletedProcess[str]") -> tuple[int, int, int]:
    [one] = json.loads(done.stdout)
    return one["added"], one["known"], one["refused"]


def test_quotations_and_articles_of_quotebank_meet(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "quotes.json").write_bytes(lines(QUOTE))
    (tmp_path / "articles.json").write_bytes(lines(ARTICLE))
    assert told(run("import", "quotes.json", "--db", database, "--json")) == (2, 0, 0)
    assert told(run("import", "articles.json", "--db", database, "--json")) == (2, 1, 0)
    found = shown(database)
    assert [row[1:] for row in found] == [
        ("It lifts when it lifts.", "Olof Ek", None),
        ("Nobody asked us.", "an unnamed speaker", None),
        ("The ferry will sail at dawn.", "Ingrid Dahl", "2019-03-02"),
        ("The ferry will sail at dawn.", "Ingrid Dahl", "2019-03-02"),
    ]
    assert found[0][0] == found[1][0] == found[2][0] != found[3][0]
    [hit] = json.loads(run("search", "ferry", "--db", database, "--json").stdout)
    assert hit["speaker_slug"] == "ingrid-dahl"
    assert "misc" in run("cite", hit["key"], "--format", "bibtex", "--db", database).stdout
    assert run("verify", "--all", "--db", database).returncode == 0


def pack_zstandard(data: bytes) -> bytes:
    zstandard = pytest.importorskip(
        "zstandard", reason="zstandard is not installed: pip install onrecord[scale]"
    )
    packed: bytes = zstandard.ZstdCompressor().compress(data[:40]) + zstandard.ZstdCompressor().compress(
        data[40:]
    )
    return packed


@pytest.mark.parametrize(
    ("ending", "pack"),
    [
        ("", bytes),
        (".gz", gzip.compress),
        (".bz2", bz2.compress),
        (".zst", pack_zstandard),
        ("", gzip.compress),
    ],
    ids=["plain", "gzip", "bzip2", "zstandard in two frames", "gzip by its bytes"],
)
def test_packed_files(
    ending: str, pack: Callable[[bytes], bytes], database: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / f"quotes.json{ending}").write_bytes(pack(lines(QUOTE)))
    assert told(run("import", f"quotes.json{ending}", "--db", database, "--json")) == (2, 0, 0)


def test_other_formats_may_be_packed_too(database: Path, run: Run, tmp_path: Path) -> None:
    item = [{"id": "dahl-2019", "type": "book", "title": "Ferries and fog"}]
    (tmp_path / "library.json.gz").write_bytes(gzip.compress(json.dumps(item).encode()))
    run("import", "library.json.gz", "--db", database)
    assert "dahl-2019" in run("list", "sources", "--db", database).stdout


def test_standard_input(database: Path, run: Run) -> None:
    text = lines(QUOTE).decode()
    assert told(run("import", "-", "--format", "quotebank", "--db", database, "--json", input=text)) == (
        2,
        0,
        0,
    )
    assert "--format quotebank" in run("import", "-", "--db", database, input=text, code=2).stderr


@pytest.mark.parametrize("damage", [slice(0, -9), slice(0, 30)])
@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, pack_zstandard], ids=["gzip", "bzip2", "zstandard"]
)
def test_a_damaged_file_is_said_to_be(
    damage: slice, pack: Callable[[bytes], bytes], database: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "quotes.json").write_bytes(pack(lines(QUOTE))[damage])
    said = run("import", "quotes.json", "--format", "quotebank", "--db", database, code=1).stderr
    assert said.startswith("Error: quotes.json") and len(said.splitlines()) == 1
    assert shown(database) == []


STATEMENT = {"text": "The port is never closed.", "speaker": "Olof Ek", "source": "log-1911", "source_title": "Harbour log",
             "source_type": "manuscript", "said": "1911-03", "form": "indirect", "locator_label": "page", "locator": "4",
             "tags": ["harbour"], "language": "en"}  # fmt: skip


def test_statements_say_what_search_says(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.statements.jsonl").write_bytes(lines(STATEMENT))
    run("import", "new.statements.jsonl", "--db", database)
    [found] = json.loads(run("search", "port", "--db", database, "--json").stdout)
    assert {name: found[name] for name in STATEMENT if name in found} == {
        name: value for name, value in STATEMENT.items() if name in found
    }
    (tmp_path / "again.statements.jsonl").write_bytes(lines(found))
    assert told(run("import", "again.statements.jsonl", "--db", database, "--json")) == (0, 1, 0)


def test_a_statement_that_was_added_by_hand_is_the_same(database: Path, run: Run, tmp_path: Path) -> None:
    run(
        "add",
        "source",
        "--citekey",
        "log-1911",
        "--type",
        "manuscript",
        "--title",
        "Harbour log",
        "--db",
        database,
    )
    run("add", "quote", "The port is never closed", "--by", "Olof Ek", "--new-speaker", "--in", "log-1911", "--form",
        "indirect", "--locator", "p. 4", "--db", database)  # fmt: skip
    (tmp_path / "a.statements.jsonl").write_bytes(lines(STATEMENT))
    assert told(run("import", "a.statements.jsonl", "--db", database, "--json")) == (0, 1, 0)
    added = json.loads(run("search", "port", "--db", database, "--json").stdout)
    run("init", tmp_path / "other.db")
    run("import", "a.statements.jsonl", "--db", tmp_path / "other.db")
    loaded = json.loads(run("search", "port", "--db", tmp_path / "other.db", "--json").stdout)
    assert [one["key"] for one in added] == [one["key"] for one in loaded]


BAD: list[tuple[object, str]] = [
    ("no object", "it is no JSON object."),
    ({**QUOTE, "urls": []}, "it has no urls."),
    ({**QUOTE, "quotation": " "}, "it has no quotation."),
    ({**QUOTE, "quotation": "…"}, "The wording holds no letter or digit."),
    ({**QUOTE, "urls": ["javascript:alert(1)"]}, "is not a web address"),
    ({**QUOTE, "date": "soon"}, "date"),
    ({**QUOTE, "speaker": "Bad\x07 Name", "qids": []}, "control character"),
    ({**QUOTE, "speaker": None}, "it says of nobody"),
]


def test_bad_lines_go_to_the_rejects_and_leave_nothing(database: Path, run: Run, tmp_path: Path) -> None:
    good = {**QUOTE, "quotation": "The last line is good.", "qids": []}
    (tmp_path / "mixed.json").write_bytes(
        b"\n" + lines(*(one for one, _ in BAD)) + b"{broken\n" + lines(good)
    )
    done = run(
        "import",
        "mixed.json",
        "--format",
        "quotebank",
        "--rejects",
        "bad.jsonl",
        "--db",
        database,
        "--json",
        code=1,
    )
    assert told(done) == (2, 0, len(BAD) + 1)
    rejects = [json.loads(line) for line in (tmp_path / "bad.jsonl").read_text().splitlines()]
    assert [one["line"] for one in rejects] == list(range(2, len(BAD) + 3))
    for (_, reason), one in zip(BAD, rejects, strict=False):
        assert reason in one["reason"] and one["file"] == "mixed.json"
    assert rejects[-1]["content"] == "{broken" and "not JSON" in rejects[-1]["reason"]
    assert {row[2] for row in shown(database)} == {"Ingrid Dahl"}
    with reading(database) as store:
        assert store.value("SELECT count(*) FROM speakers") == 1
        assert store.value("SELECT count(*) FROM sources") == 2


def test_whom_only_a_refused_line_named_is_made_when_a_later_one_does(database: Path) -> None:
    new = {**QUOTE, "speaker": "Olof Ek", "qids": ["Q7"]}
    half_bad = [*quotebank.read(new), *quotebank.read({**new, "urls": ["javascript:alert(1)"]})]
    with stores.loading(database) as store:
        for says, added in ((half_bad, 0), (list(quotebank.read(new)), 2)):
            with store.transaction():
                filed = Filing(store.connection).file([(Line(1, b""), says)])
            assert (filed.added, len(filed.refused)) == (added, 1 - added // 2)
            assert len(shown(database)) == added
    with reading(database) as store:
        assert store.rows("SELECT slug, wikidata_id FROM speakers") == [("olof-ek", "Q7")]
        assert store.rows("PRAGMA foreign_key_check") == []


def test_a_wording_is_kept_beside_a_statement_that_has_another(
    database: Path, run: Run, tmp_path: Path
) -> None:
    as_printed = ("It's fog.", "It’s  fog")
    (tmp_path / "a.json").write_bytes(
        lines(
            *(
                {**QUOTE, "quotation": wording, "urls": [f"https://courier.example/{number}"]}
                for number, wording in enumerate((*as_printed, as_printed[0]))
            )
        )
    )
    assert told(run("import", "a.json", "--format", "quotebank", "--db", database, "--json")) == (3, 0, 0)
    with reading(database) as store:
        kept = store.column("SELECT exact FROM attributions ORDER BY id")
        quotes = statement_queries.quotes(store, [1, 2, 3])
    assert kept == [None, as_printed[1], None]
    assert [one.exact for one in quotes] == [*as_printed, as_printed[0]]


def test_strict_keeps_nothing_of_the_batch_and_says_where(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "mixed.json").write_bytes(lines(QUOTE, "bad"))
    said = run("import", "mixed.json", "--format", "quotebank", "--strict", "--db", database, code=1).stderr
    assert "mixed.json, line 2: it is no JSON object." in said
    assert shown(database) == []


def test_a_rehearsal_keeps_nothing(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "quotes.json").write_bytes(lines(QUOTE, QUOTE))
    assert told(run("import", "quotes.json", "--dry-run", "--db", database, "--json")) == (2, 2, 0)
    assert shown(database) == []


def test_undo_takes_all_batches_back(
    database: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.exchange.bulk.load.BATCH", 3)
    many = [
        {**QUOTE, "quotation": f"Ferry number {n} sails.", "qids": [], "speaker": f"Captain {n % 4}"}
        for n in range(9)
    ]
    (tmp_path / "quotes.json").write_bytes(lines(*many))
    with (tmp_path / "quotes.json").open("rb") as empty:
        steps = list(
            Loading(database, "import quotes.json").load(str(tmp_path / "quotes.json"), empty, quotebank.read)
        )
    assert len(steps) > 1 and (steps[-1].added, steps[-1].lines) == (18, 9)
    [operation] = json.loads(run("history", "--db", database, "--json").stdout)
    assert operation["command"] == "import quotes.json"
    run("undo", "--db", database)
    assert shown(database) == []


def load(database: Path, file: Path, standard_input: BinaryIO) -> Iterator[Loaded]:
    return Loading(database, f"import {file.name}").load(str(file), standard_input, quotebank.read)


@pytest.mark.parametrize("field", ["speaker", "urls"])
def test_whatever_a_batch_names_is_looked_up(
    field: str, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.exchange.bulk.load.BATCH", 20)
    # Each batch brings new ones first, and then those that were named longest ago.
    order = [*range(40), *range(40, 50), *range(10), *range(50, 60), *range(10, 20), *range(60)]
    named = [f"Captain {n}" if field == "speaker" else [f"https://courier.example/{n}"] for n in order]
    many = [
        {**QUOTE, "urls": QUOTE["urls"][:1], "quotation": f"Ferry number {n} sails.", "qids": [], field: one}
        for n, one in enumerate(named)
    ]
    (tmp_path / "quotes.json").write_bytes(lines(*many))
    standard_input = BytesIO()
    for added in (len(many), 0):
        done = list(load(database, tmp_path / "quotes.json", standard_input))[-1]
        assert (done.added, done.known, done.refused) == (added, len(many) - added, 0)
        with reading(database) as store:
            table = "speakers" if field == "speaker" else "sources"
            assert store.value(f"SELECT count(*) FROM {table}") == 60


def test_what_others_change_between_two_batches_counts(
    database: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.exchange.bulk.load.BATCH", 1)
    many = [
        {**QUOTE, "quotation": f"Ferry number {n} sails.", "qids": [], "urls": QUOTE["urls"][:1]}
        for n in range(2)
    ]
    (tmp_path / "quotes.json").write_bytes(lines(*many))
    steps = load(database, tmp_path / "quotes.json", BytesIO())
    next(steps)
    [found] = json.loads(run("search", "ferry", "--db", database, "--json").stdout)
    run("rm", found["key"], "--db", database)
    run("rm", found["source"], "--db", database)
    assert [(one.added, one.known, one.refused) for one in steps] == [(2, 0, 0)]
    assert [row[1] for row in shown(database)] == ["Ferry number 1 sails."]


def test_a_source_whose_address_was_corrected_does_not_stop_the_next_load(
    database: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "quotes.json").write_bytes(lines({**QUOTE, "urls": QUOTE["urls"][:1]}))
    run("import", "quotes.json", "--db", database)
    [citekey] = [row[0] for row in shown(database)]
    run("correct", citekey, "--url", "https://courier.example/moved", "--db", database)
    assert told(run("import", "quotes.json", "--db", database, "--json")) == (1, 0, 0)
    assert {row[0] for row in shown(database)} == {citekey, f"{citekey}-2"}


def test_two_of_one_name_are_never_guessed(database: Path, run: Run, tmp_path: Path) -> None:
    run("add", "speaker", "Anna Berg", "--db", database)
    run("add", "speaker", "Anna Berg", "--slug", "anna-berg-2", "--wikidata", "Q5", "--db", database)
    of_item = {**QUOTE, "speaker": "Anna Berg", "qids": ["Q5"]}
    other_item = {**QUOTE, "quotation": "I am another.", "speaker": "Anna Berg", "qids": ["Q6"]}
    nobody = {**QUOTE, "speaker": "Anna Berg", "qids": []}
    (tmp_path / "quotes.json").write_bytes(lines(of_item, other_item, nobody))
    done = run("import", "quotes.json", "--rejects", "bad.jsonl", "--db", database, "--json", code=1)
    assert told(done) == (4, 0, 1)
    assert "could be any of 2" in (tmp_path / "bad.jsonl").read_text()
    [found] = json.loads(run("search", "ferry", "--db", database, "--json").stdout)
    assert found["speaker_slug"] == "anna-berg-2"


def test_namesakes_and_look_alikes_are_speakers_of_their_own(
    database: Path, run: Run, tmp_path: Path
) -> None:
    named = ["Otto II", "Otto III", "Otto Ⅲ", "Кim Berg", "Kim Berg", "Division 3", "Division 4", "kim berg"]
    said = [{"text": f"Line {n}.", "speaker": one, "source": "s"} for n, one in enumerate(named)]
    (tmp_path / "s.jsonl").write_bytes(lines(*said))
    done = run("import", "s.jsonl", "--db", database)
    assert "“Кim” mixes Cyrillic and Latin letters" in done.stderr
    assert [line.split("\t")[0] for line in run("list", "speakers", "--db", database).stdout.splitlines()] == [
        "division-3", "division-4", "kim-berg", "kim-berg-2", "otto-ii", "otto-iii",
    ]  # fmt: skip
    assert len(run("search", "--by", "Otto III", "--db", database).stdout.splitlines()) == 2


def test_who_is_plainly_an_organisation_becomes_one(database: Path, run: Run, tmp_path: Path) -> None:
    kinds = {
        "Ernst & Young": "organisation", "Ministry of Ports": "organisation", "厚生労働省": "organisation", "Ann Lee": "person",
        "Emily Bank": "person",
    }  # fmt: skip
    said = [{"text": f"Line {n}.", "speaker": one, "source": "s"} for n, one in enumerate(kinds)]
    said += [{"text": "Ours.", "speaker": "Bank of Ek", "kind": "group", "source": "s"}]
    (tmp_path / "s.jsonl").write_bytes(lines(*said))
    run("import", "s.jsonl", "--db", database)
    listed = [line.split("\t") for line in run("list", "speakers", "--db", database).stdout.splitlines()]
    assert {name: kind for _, kind, _, name in listed} == {**kinds, "Bank of Ek": "group"}


def test_a_number_in_words_never_joins_another(database: Path, run: Run, tmp_path: Path) -> None:
    named = ["Otto the Third", "Otto der Zweite", "路易十四", "路易十五", "Ek fils", "Ek père", "Louis Seize"]
    run("add", "speaker", "Louis XV", "--db", database)
    said = [{"text": f"Line {n}.", "speaker": one, "source": "s"} for n, one in enumerate(named)]
    (tmp_path / "s.jsonl").write_bytes(lines(*said))
    run("import", "s.jsonl", "--db", database)
    listed = run("list", "speakers", "--db", database).stdout
    assert {line.split("\t")[3] for line in listed.splitlines()} == {*named, "Louis XV"}


def test_one_of_several_items_is_never_guessed(database: Path, run: Run, tmp_path: Path) -> None:
    run("add", "speaker", "Anna Berg", "--wikidata", "Q5", "--db", database)
    (tmp_path / "quotes.json").write_bytes(lines({**QUOTE, "speaker": "Anna Berg", "qids": ["Q5", "Q6"]}))
    run("import", "quotes.json", "--db", database)
    [found] = json.loads(run("search", "ferry", "--db", database, "--json").stdout)
    assert found["speaker"] == "Anna Berg" and found["speaker_slug"] != "anna-berg"


KILLED = """
import os, signal, sys
from onrecord.exchange.bulk import batch, load
load.BATCH = 200
file, calls = batch.Filing.file, []
def counting(self, lines):
    calls.append(1)
    done = file(self, lines)
    if len(calls) == 3:
        os.kill(os.getpid(), signal.SIGKILL)  # the rows of the third batch are there, and not committed
    return done
batch.Filing.file = counting
from onrecord.cli.main import main
main()
"""


def test_killed_in_the_middle_it_goes_on_without_duplicates(database: Path, run: Run, tmp_path: Path) -> None:
    many = [
        {**QUOTE, "quotation": f"Ferry number {n} sails.", "speaker": f"Captain {n % 7}", "qids": []}
        for n in range(500)
    ]
    (tmp_path / "quotes.json").write_bytes(lines(*many))
    environment = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, "import", "quotes.json", "--db", str(database)],
        cwd=tmp_path, env={**environment, "HOME": str(tmp_path)}, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    assert len(shown(database)) == 400
    assert told(run("import", "quotes.json", "--db", database, "--json")) == (600, 400, 0)
    found = shown(database)
    assert len(found) == len(set(found)) == 1000
    assert told(run("import", "quotes.json", "--db", database, "--json")) == (0, 1000, 0)


def test_statements_and_files_of_other_formats_do_not_mix(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "quotes.json").write_bytes(lines(QUOTE))
    (tmp_path / "a.ris").write_text("TY  - BOOK\nTI  - A\nER  - \n")
    assert "line by line" in run("import", "quotes.json", "a.ris", "--db", database, code=2).stderr
    assert "--rejects goes with" in run("import", "a.ris", "--rejects", "x", "--db", database, code=2).stderr


def test_what_is_inserted_has_all_that_its_table_needs(database: Path) -> None:
    from onrecord.exchange.bulk import batch, people, works

    for named, table in (
        (batch._STATEMENT, "statements"),
        (batch._ATTRIBUTION, "attributions"),
        (people._SPEAKER, "speakers"),
        (people._NAME, "speaker_names"),
        (works._SOURCE, "sources"),
    ):
        with reading(database) as reader:
            columns = reader.dicts("SELECT * FROM pragma_table_info(?)", (table,))
        assert set(named) <= {column["name"] for column in columns}
        needed = {one["name"] for one in columns if one["notnull"] and one["dflt_value"] is None}
        assert needed - {"id"} <= set(named)


def test_the_full_text_index_stays_in_step(database: Path, run: Run, tmp_path: Path) -> None:
    many = [{**QUOTE, "quotation": f"Ferry number {n} sails.", "qids": []} for n in range(30)]
    (tmp_path / "quotes.json").write_bytes(lines(*many))
    run("import", "quotes.json", "--db", database)
    run("add", "quote", "Nobody waits for the fog", "--by", "Ida Lund", "--new-speaker", "--in",
        shown(database)[0][0], "--db", database)  # fmt: skip
    with stores.loading(database) as store, store.transaction():
        for index in INDEXES:
            store.execute(index.check())
    assert json.loads(run("search", "fog", "--count", "--db", database, "--json").stdout) == {"count": 1}
    assert json.loads(run("search", "ferry", "--count", "--db", database, "--json").stdout) == {"count": 30}


def test_a_full_disk_is_that_of_the_rejects_and_not_of_what_is_read(
    database: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n")
    words = ("import", "a.jsonl", "--format", "statements", "--rejects", "/dev/full", "--db", database)
    assert "Error: /dev/full cannot be written: No space left" in run(*words, code=1).stderr


def test_tags_that_are_known_leave_no_hole_in_the_history(database: Path, tmp_path: Path, run: Run) -> None:
    """A number that no row has would be told as a row that is gone."""
    line = '{{"text": "Wave {0} came", "speaker": "Ada Moe", "url": "https://example.org/{1}", "tags": ["sea"]}}\n'
    for name, works in (("one", (1, 2)), ("two", (2, 3)), ("three", (1, 3))):
        file = tmp_path / f"{name}.statements.jsonl"
        file.write_text("".join(line.format(number, work) for number in (1, 2) for work in works))
        assert run("import", str(file)).returncode == 0
    assert "fault" not in run("doctor").stdout
