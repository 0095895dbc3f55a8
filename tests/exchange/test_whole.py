"""Whole records travel without loss, merge without overwriting, and cannot be forged unnoticed."""

import base64
import csv
import io
import json
import zlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import factories
import pytest
from exchange.conftest import Fresh
from exchange.random_rows import fill
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.claims import queries as claim_queries
from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim, take_stance
from onrecord.db import store as stores
from onrecord.db.folded import COPIES
from onrecord.db.history import RECORDED
from onrecord.errors import DatabaseError, InputError
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.selection import Selection
from onrecord.exchange.whole import cells, jsonl
from onrecord.exchange.whole.tables import KINDS, VERSION
from onrecord.text.clean import csv_safe

FORMATS = pytest.mark.parametrize("format", [jsonl, cells], ids=["jsonl", "csv"])


def dump(path: Path, format: ModuleType, *names: str) -> bytes:
    with stores.reading(path) as store:
        out = io.BytesIO()
        format.write(Selection(store, names), out)
        return out.getvalue()


def restore(path: Path, format: ModuleType, data: bytes) -> list[Outcome]:
    with stores.writing(path, "import") as store:
        return list(format.restore(store, io.BytesIO(data), "a file"))


def refusals(outcomes: list[Outcome]) -> list[str | None]:
    return [one.reason for one in outcomes if one.did == "refused"]


def record(path: Path) -> None:
    """A little of everything, as users record it."""
    with stores.writing(path, "record") as store:
        factories.source(store)
        first = factories.quote(store, "Nobody who bought a ticket will be left on the pier", tags=("sea",))
        factories.quote(store, "Nobody ever asks us", by="a deckhand", unnamed=True)
        claim, _ = add_claim(store, "Ferries sail in fog.")
        take_stance(store, first.quote.key, claim.key, "questions", "=HYPERLINK(1)")
        said = VerdictFields(by="Fact Desk", verdict="Half true", rating=2, worst=1, best=5, new_speaker=True)
        give_verdict(store, find_claim(store, claim.key), said)


PYTHON = {"VARCHAR": str, "INTEGER": int, "BOOLEAN": bool, "DOUBLE": float, "JSON": object, "BLOB": bytes}


def test_no_table_is_forgotten() -> None:
    assert {kind.table for kind in KINDS} == {*RECORDED, "checks"}


def test_no_column_is_forgotten(database: Path) -> None:
    with stores.reading(database) as store:
        for kind in KINDS:
            columns = store.column("SELECT name FROM pragma_table_info(?)", (kind.table,))
            travelling = [column for column in columns if column not in {"id", *kind.derived} | COPIES]
            assert [field.column for field in kind.fields] == travelling, kind.name


def test_every_field_is_what_its_column_is(database: Path) -> None:
    with stores.reading(database) as store:
        for kind in KINDS:
            columns = {
                name: (type_, default)
                for name, type_, default in store.rows(
                    "SELECT name, type, dflt_value FROM pragma_table_info(?)", (kind.table,)
                )
            }
            references = store.rows(
                """SELECT "from", "table" FROM pragma_foreign_key_list(?) WHERE "to" = 'id'""", (kind.table,)
            )
            for field in kind.fields:
                type_, default = columns[field.column]
                targets = {target for column, target in references if column == field.column}
                assert {field.target} - {None} == targets
                assert field.type == (None if targets else PYTHON[type_]), field
                stored = int(field.default) if isinstance(field.default, bool) else field.default
                assert default == (None if stored is None else f"'{stored}'"), field


@FORMATS
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_exported_comes_back_to_the_byte(
    fresh: Fresh, format: ModuleType, data: st.DataObject
) -> None:
    one, other = fresh(), fresh()
    with stores.writing(one, "draw") as store:
        fill(store, data)
    exported = dump(one, format)
    outcomes = restore(other, format, exported)
    assert refusals(outcomes) == []
    assert dump(other, format) == exported
    # Once more: everything is known, and nothing is added.
    assert {outcome.did for outcome in restore(other, format, exported)} <= {"known"}
    assert dump(other, format) == exported


@given(value=st.text(st.characters(codec="utf-8")))
def test_a_spreadsheet_calculates_no_cell(value: str) -> None:
    cell = cells.cell(value)
    assert cell and csv_safe(cell) == cell
    assert cell.removeprefix("'") == value or not cell.startswith("'")


@FORMATS
def test_a_changed_stored_copy_is_refused_and_so_is_what_points_at_it(
    fresh: Fresh, format: ModuleType
) -> None:
    one, other = fresh(), fresh()
    record(one)
    forged = dump(one, format).replace(b"will sail at dawn", b"will stay at home")
    told = refusals(restore(other, format, forged))
    assert told[0] == "its text is not the one that sha256 was made of: the file was changed."
    assert len(told) == 8  # the copy and its capture, the attributions, their spans and checks
    assert "there is no snapshot" in (told[1] or "")


def test_a_wording_that_is_not_there_is_not_called_verified(fresh: Fresh) -> None:
    one, other = fresh(), fresh()
    record(one)
    forged = dump(one, jsonl).replace(b'"exact":"Nobody ever asks us"', b'"exact":"Everybody pays us well"')
    told = [outcome for outcome in restore(other, jsonl, forged) if outcome.did == "refused"]
    assert [outcome.what for outcome in told] == ["check result"]
    assert "it is said to be exact, but is a" in (told[0].reason or "")
    rows = [json.loads(line) for line in dump(other, jsonl).splitlines()]
    results = [row["check_result"] for row in rows if row["type"] == "attribution"]
    assert results[0] in ("exact", "typographic") and results[1] in ("altered", "absent")


def test_nothing_recorded_is_overwritten(fresh: Fresh) -> None:
    path = fresh()
    record(path)
    before = dump(path, jsonl)
    told = refusals(restore(path, jsonl, before.replace(b"Ferries and fog", b"Ferries in fog")))
    assert "it is recorded already, with another title; what is recorded was left as it is." in told
    assert dump(path, jsonl) == before


def test_two_databases_merge(fresh: Fresh) -> None:
    one, other = fresh(), fresh()
    record(one)
    with stores.writing(other, "record") as store:
        factories.source(store, None, title="Memoirs", citekey="ek-1962")
        factories.quote(store, "We sail.", by="Olof Ek", source="ek-1962")
    assert refusals(restore(other, jsonl, dump(one, jsonl))) == []
    assert dump(other, jsonl, "dahl-2024") == dump(one, jsonl, "dahl-2024")
    counts = Counter(json.loads(line)["type"] for line in dump(other, jsonl).splitlines())
    assert counts["statement"] == 3 and counts["source"] == 2 and counts["review"] == 1


def test_a_part_stands_alone(fresh: Fresh) -> None:
    one, other = fresh(), fresh()
    record(one)
    with stores.reading(one) as store:
        key = claim_queries.claim_records(store)[0].key
    part = dump(one, jsonl, key)
    assert refusals(restore(other, jsonl, part)) == []
    assert dump(other, jsonl) == part
    counts = Counter(json.loads(line)["type"] for line in part.splitlines())
    assert (counts["claim"], counts["review"], counts["statement"], counts["attribution"]) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "it is not JSON"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b"[]", "it is not a JSON object."),
        (b'{"type":"operation"}', "'operation' is not a type of row."),
        (b'{"type":["speaker"]}', "is not a type of row."),
        (b'{"type":"tag","name":"a","colour":"red"}', "a tag has no field 'colour'."),
        (b'{"type":"tag","name":5}', "name must be text."),
        (b'{"type":"tag","name":"\\ud800"}', "half a character"),
        (b'{"type":"tag"}', "NOT NULL"),
        (b'{"type":"speaker","slug":"A B","name":"x","kind":"person"}', "not written as onrecord writes it"),
        (b'{"type":"speaker","slug":"a","name":"x","kind":"god"}', "ck_speakers_kind"),
        (b'{"type":"source","citekey":"a b","csl_type":"book"}', "cannot be a citekey"),
        (b'{"type":"source","citekey":"a","csl_type":"book","issued":"soon"}', "soon"),
        (b'{"type":"source","citekey":"a","csl_type":"book","url":"javascript:x"}', "url is not a web address."),
        (b'{"type":"source","citekey":"a","csl_type":"book","csl":[]}', "csl must be an object."),
        (b'{"type":"source","citekey":"a","csl_type":"book","csl":' + b'{"a":' * 500 + b"1" + b"}" * 501, "nested too deeply"),
        (b'{"type":"source","citekey":"a","csl_type":"book","csl":{"a":NaN}}', "does not allow it"),
        (b'{"type":"tagged","statement":[["x"]],"tag":"y"}', "there is no statement"),
        (b'{"type":"span","attribution":7,"position":1,"start":0,"end":1,"quoted":true}', "no attribution '7'"),
        (b'{"type":"attribution","statement":"x"}', "there is no statement 'x'"),
        (b'{"type":"claim","key":"c-abcdef","text":"x","note":99999999999999999999}', "note must be text."),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused_and_the_next_is_taken(
    fresh: Fresh, line: bytes, reason: str
) -> None:
    header, good = b'{"type":"onrecord","version":1}', b'{"type":"tag","name":"good"}'
    outcomes = restore(fresh(), jsonl, b"\n".join([header, line, good]))
    assert [outcome.did for outcome in outcomes] == ["refused", "added"]
    assert reason in (outcomes[0].reason or "") and outcomes[0].where == "line 2"


def test_an_original_that_unfolds_without_end_is_refused(
    fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.exchange.whole import checks as checking

    monkeypatch.setattr(checking, "LARGEST_ORIGINAL", 1 << 20)
    one = fresh()
    record(one)
    rows = [json.loads(line) for line in dump(one, jsonl).splitlines()]
    for packed, reason in (
        (zlib.compress(bytes(5 << 20)), "original unfolds to more than a gigabyte."),
        (zlib.compress(b"whole")[:-3], "original is not whole."),
        (b"nonsense", "original is not what zlib made."),
    ):
        for row in rows:
            if row["type"] == "snapshot":
                row["original"] = base64.b64encode(packed).decode()
        assert refusals(restore(fresh(), jsonl, "\n".join(map(json.dumps, rows)).encode()))[0] == reason


@FORMATS
@pytest.mark.parametrize(
    "data", [b"", b"\n", b"key,text\na,b\n", b'{"a":1}', b"\xff\xfe{\x00", b"type;version\nx;1\n", b"\x80"]
)
def test_a_foreign_file_is_refused_whole(fresh: Fresh, format: ModuleType, data: bytes) -> None:
    with pytest.raises(InputError):
        restore(fresh(), format, data)


@FORMATS
def test_a_newer_file_asks_for_an_update(fresh: Fresh, format: ModuleType) -> None:
    path = fresh()
    now, newer = str(VERSION).encode(), dump(path, format)
    newer = newer.replace(b'"version":' + now, b'"version":99').replace(b"onrecord," + now, b"onrecord,99")
    with pytest.raises(InputError, match="newer onrecord"):
        restore(path, format, newer)


def test_what_a_spreadsheet_saved_again_is_read(fresh: Fresh) -> None:
    one, other = fresh(), fresh()
    record(one)
    rows = list(csv.reader(io.StringIO(dump(one, cells).decode(), newline="")))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    assert refusals(restore(other, cells, b"\xef\xbb\xbf" + out.getvalue().encode())) == []
    assert dump(other, cells) == dump(one, cells)


def test_a_line_without_an_end_is_not_read(fresh: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.exchange import lines

    monkeypatch.setattr(lines.lines, "__defaults__", (1_000,))
    data = dump(fresh(), jsonl) + b'{"type":"tag","name":"' + b"x" * 1_000
    with pytest.raises(InputError, match=r"line 2: it is longer than 1,000 bytes\."):
        restore(fresh(), jsonl, data)


def test_a_full_disk_ends_it_and_nothing_is_recorded(fresh: Fresh) -> None:
    path = fresh()
    rows: list[dict[str, object]] = [
        {"type": "claim", "key": f"c-abcde{letter}", "text": letter * 9_000} for letter in "fghijklmnop"
    ]
    lines = [json.dumps(row).encode() for row in ({"type": "onrecord", "version": VERSION}, *rows)]
    with (
        pytest.raises(DatabaseError, match="is full; nothing was recorded"),
        stores.writing(path, "import") as store,
    ):
        store.execute(f"PRAGMA max_page_count = {store.value('PRAGMA page_count') + 10}")
        assert list(jsonl.restore(store, io.BytesIO(b"\n".join(lines)), "a file"))
    with stores.reading(path) as store:
        assert store.value("SELECT count(*) FROM claims") == 0
