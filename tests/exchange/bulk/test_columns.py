"""Tables of other programs: what stands between their cells, and what their columns say."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.exchange.bulk import cells, columns

GERMAN = 'Zitat;Name;Quelle;Datum;Seite\n"Kein Schiff; nichts.";Ingrid Dahl;Tallvik Post;03.04.2023;12\n'


def loaded(run: Run, database: Path, name: Path | str, *more: str, code: int = 0) -> tuple[Any, str]:
    done = run("import", name, "--db", database, "--json", *more, code=code)
    return json.loads(done.stdout)[0], " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("content", "text", "speaker"),
    [
        (GERMAN.encode(), "Kein Schiff; nichts.", "Ingrid Dahl"),
        (("\ufeff" + GERMAN).encode(), "Kein Schiff; nichts.", "Ingrid Dahl"),
        (("sep=;\r\n" + GERMAN.replace("\n", "\r\n")).encode("cp1252"), "Kein Schiff; nichts.", "Ingrid Dahl"),
        ("Propos\tOrateur\tLien\nIl part à l’aube.\tAnne Roux\thttps://quay.example/1\n".encode("utf-16"), "Il part à l’aube.", "Anne Roux"),
        ("sep=\t\r\nCita\tHablante\tEnlace\r\nNadie, dijo.\tOlof Ek\thttps://quay.example/1\r\n".encode("utf-16"), "Nadie, dijo.", "Olof Ek"),
        (GERMAN.replace("\n", "\r").encode("cp1252"), "Kein Schiff; nichts.", "Ingrid Dahl"),
        (b"Quote,Author,Source\n\"Fog, again\",Olof Ek,post-2020\n", "Fog, again", "Olof Ek"),
        (b"\"text\";\"speaker\";\"url\"\n\"Fog, again; and again\";\"Olof Ek\";https://quay.example/a,b\n", "Fog, again; and again", "Olof Ek"),
    ],
)  # fmt: skip
def test_tables_as_spreadsheets_save_them(
    database: Path, run: Run, tmp_path: Path, content: bytes, text: str, speaker: str
) -> None:
    (tmp_path / "said.csv").write_bytes(content)
    told, _ = loaded(run, database, "said.csv")
    assert (told["added"], told["refused"]) == (1, 0)
    [found] = json.loads(run("search", "--by", speaker, "--db", database, "--json").stdout)
    assert found["text"] == text


def test_columns_that_are_guessed_are_named_and_others_are_said(
    database: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(GERMAN)
    _, said = loaded(run, database, "a.csv")
    assert "“Zitat” as text, “Name” as speaker, “Quelle” as source, “Datum” as said, “Seite” as page" in said
    [found] = json.loads(run("search", "schiff", "--db", database, "--json").stdout)
    assert (found["said"], found["locator"], found["source"], found["source_title"]) == (
        "2023-04-03", "12", "tallvik-post", "Tallvik Post",
    )  # fmt: skip
    (tmp_path / "b.csv").write_text("Was;Zitat;Wer;Wo\nGut so.;nein;Ole Ek;post-2020\n")
    told, said = loaded(
        run,
        database,
        "b.csv",
        "--format",
        "statements",
        "--map",
        "text=Was,speaker=Wer",
        "--map",
        "source=Wo",
    )
    assert (told["added"], said) == (1, "b.csv: columns that are not read: “Zitat”.")
    assert json.loads(run("search", "gut", "--db", database, "--json").stdout)[0]["speaker"] == "Ole Ek"
    (tmp_path / "c.jsonl").write_text(
        '{"Was": "Nun gut.", "Wer": "Ole Ek", "source": "post-2020", "text": "anders"}\n'
    )
    told, _ = loaded(run, database, "c.jsonl", "--map", "text=Was,speaker=Wer")
    assert told["added"] == 1
    assert run("search", "nun", "--db", database).stdout


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("text=Wsa", "There is no column 'Wsa'. Columns: Was, Wer, Wo."),
        ("wording=Was", "There is no field 'wording'. Did you mean text? Fields: text, speaker"),
        ("text", "given as FIELD=COLUMN"),
        ("text=Was,text=Wer", "said of the same column"),
    ],
)
def test_a_map_that_cannot_be(database: Path, run: Run, tmp_path: Path, asked: str, told: str) -> None:
    (tmp_path / "b.csv").write_text("Was;Wer;Wo\nGut so.;Ole Ek;post-2020\n")
    failed = run("import", "b.csv", "--map", asked, "--db", database, code=2)
    assert told in " ".join(failed.stderr.split())


def test_why_lines_were_refused_is_said_by_kind_with_their_numbers(
    database: Path, run: Run, tmp_path: Path
) -> None:
    rows = [
        "Fog.,Olof Ek,post-2020,03/04/2023",
        ",Olof Ek,post-2020,",
        "a,b,c,d,e,f",
        "a,b,c,d,e,f,g",
        *[",,x,"] * 6,
    ]
    (tmp_path / "a.csv").write_text("text,speaker,source,said\n" + "\n".join(rows) + "\n")
    told, _ = loaded(run, database, "a.csv", code=1)
    assert [(one["count"], one["lines"]) for one in told["reasons"]] == [
        (1, [2]), (7, [3, 6, 7, 8, 9]), (2, [4, 5]),
    ]  # fmt: skip
    said = run("import", "a.csv", "--db", database, code=1).stderr
    assert "  7 lines (3, 6, 7, 8, 9 …): it has no text." in said
    assert "  2 lines (4, 5): it has 6 fields, and the heading 4." in said
    assert "  line 2: " in said


def test_what_is_no_table_of_statements_is_left_to_others() -> None:
    assert not cells.looks_like(b'text,"a\r"b\rsource,x\r\n')
    for head in (
        b"Highlight,Book Title,Book Author\n",
        b"Title,URL\n",
        b"Name;Datum\n",
        b'"unclosed',
        b"",
        b"\xff\xfe",
    ):
        assert not cells.looks_like(head)
    assert cells.looks_like("Zitat;Quelle\n".encode("utf-16"))


@given(
    st.lists(st.text(max_size=12), max_size=6), st.dictionaries(st.text(min_size=1, max_size=8), st.sampled_from(columns.FIELDS), max_size=2)
)  # fmt: skip
def test_any_heading_is_read_or_refused(names: list[str], mapping: dict[str, str]) -> None:
    try:
        fields, guessed = columns.heading(names, mapping)
    except UsageError:
        assert not mapping.keys() <= {one.strip() for one in names}
        return
    assert len(fields) == len(names)
    assert {field for _, field in guessed} <= set(columns.FIELDS)


LINE = {"text": "We go on.", "speaker": "Ann Lee", "date": "2020-01-02", "source": "https://quay.example/a", "page": "4",
        "title": "Herald", "mood": "glad"}  # fmt: skip


def _as_lines(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"


def _as_table(line: dict[str, Any]) -> str:
    return "\t".join(line) + "\n" + "\t".join(map(str, line.values())) + "\n"


@pytest.mark.parametrize(("name", "written"), [("q.jsonl", _as_lines), ("q.csv", _as_table)])
@pytest.mark.parametrize(
    ("line", "unread", "means"),
    [
        (LINE, ["mood"], {"said": "2020-01-02", "locator": "4", "locator_label": "page", "source_title": "Herald", "url": "https://quay.example/a"}),
        (LINE | {"said": "2019", "author": "Bo Ek"}, ["date", "mood", "author"], {"said": "2019", "speaker": "Ann Lee"}),
        ({"Zitat": "Wir fahren.", "Sprecher": "Ann Lee", "Quelle": "Tallvik Post", "Datum": "3. April 2023", "Seite": 12, "Ort": "Tallvik"},
         ["Ort"], {"said": "2023-04-03", "locator": "12", "source": "tallvik-post", "source_title": "Tallvik Post", "url": None}),
        ({"text": "We stay.", "name": "Ann Lee", "title": "The log", "issued": 2020, "tags": "fog; ferry", "locator": "p. 7"},
         [], {"source": "the-log", "issued": "2020", "tags": ["ferry", "fog"], "locator": "7"}),
        ({"text": "We stay.", "speaker": "Ann Lee", "source": "http://quay.example/b", "url": "http://quay.example/b"}, [], {"url": "http://quay.example/b"}),
    ],
)  # fmt: skip
def test_lines_and_tables_take_the_same_names_and_say_what_they_pass_over(
    database: Path, run: Run, tmp_path: Path, name: str, written: Any, line: dict[str, Any], unread: list[str], means: dict[str, Any],
) -> None:  # fmt: skip
    (tmp_path / name).write_text(written(line), "utf-8")
    rehearsed, said = loaded(run, database, name, "--dry-run")
    assert rehearsed["unread"] == unread
    told, said = loaded(run, database, name)
    assert (told["added"], told["lines"], told["unread"]) == (1, 1, unread)
    assert said.count("not read") == bool(unread) and all(f"“{one}”" in said for one in unread)
    [found] = json.loads(run("list", "quotes", "--db", database, "--json").stdout)
    assert {field: found[field] for field in means} == means
    assert "://" not in found["source"]


def test_every_name_that_some_line_has_is_named_once(database: Path, run: Run, tmp_path: Path) -> None:
    lines = [
        {"text": f"Fog {number}.", "source": "log-1911", f"x{number % 3}": number, "y\x1b[31m": 1}
        for number in range(9)
    ]
    (tmp_path / "q.jsonl").write_text("".join(map(_as_lines, lines)))
    told, said = loaded(run, database, "q.jsonl")
    assert (
        told["unread"] == ["x0", "y\x1b[31m", "x1", "x2"] and said.count("“x0”") == 1 and "\x1b" not in said
    )


def test_what_onrecord_wrote_is_not_guessed_at(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(_as_lines(LINE))
    run("import", "q.jsonl", "--db", database)
    [written] = json.loads(run("list", "quotes", "--db", database, "--json").stdout)
    (tmp_path / "again.jsonl").write_text(
        _as_lines(written | {"medium": "speech", "text": "And on.", "source": "new-1", "url": None})
    )
    told, said = loaded(run, database, "again.jsonl")
    assert told["added"] == 1 and "medium" in told["unread"] and "usual names" not in said


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"text": "a", "source": "https://quay.example/1", "url": "https://quay.example/2"}, "two addresses"),
        ({"text": "a", "source": "log-1911", "page": [4]}, "its page is not text"),
        ({"text": "a", "title": {"main": "b"}}, "its source_title is not text"),
        ({"text": "a", "quelle": 7}, "its source is not text"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_are_refused(
    database: Path, run: Run, tmp_path: Path, line: dict[str, Any], reason: str
) -> None:
    (tmp_path / "q.jsonl").write_text(_as_lines(line))
    told, _ = loaded(run, database, "q.jsonl", code=1)
    assert reason in told["reasons"][0]["reason"]
