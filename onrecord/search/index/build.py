"""Making the index beside the file, and catching it up with the history.

A document is an attribution with the words of its statement, and of its own wording where it has one. The words are FTS5's own, so that both engines have the
same ones.
"""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord.db import gone
from onrecord.db.fulltext import Tokens
from onrecord.db.reader import Reader, array
from onrecord.errors import ConflictError, DatabaseError, Hint
from onrecord.model.record import record
from onrecord.outputs.folder import replaced
from onrecord.search.filters import DATE_KNOWN, day
from onrecord.search.index import state as states
from onrecord.search.index.package import NONE, measures, tantivy
from onrecord.search.index.state import State

BATCH = 10_000
HEAP_BYTES = 128_000_000
# Open ends of dates, within 64 bits.
LONG_AGO, FAR_AHEAD = -(2**62), 2**62
_NUMBERS = ("id", "statement", "several", "by", "via", "who", "source", "tag")
_TEXTS = ("wording", "own", "title", "container")
_WORDS = ("citekey", "form", "status", "language")

_DOCUMENTS = f"""
SELECT a.id, a.statement_id, coalesce(st.text_folded, st.text) AS wording,
       coalesce(a.wording_folded, a.wording, '') AS own, a.speaker_id, a.source_id, a.form, a.status,
       coalesce(a.language, so.language) AS language,
       CASE WHEN {DATE_KNOWN} THEN coalesce({day("min")}, {LONG_AGO}) END AS first,
       CASE WHEN {DATE_KNOWN} THEN coalesce({day("max")}, {FAR_AHEAD}) END AS last,
       coalesce(so.title_folded, so.title, '') AS title,
       coalesce(so.container_title_folded, so.container_title, '') AS container, so.citekey,
       (SELECT json_group_array(speaker_id) FROM relays WHERE attribution_id = a.id) AS via,
       (SELECT json_group_array(tag_id) FROM statement_tags WHERE statement_id = a.statement_id) AS tags,
       EXISTS (SELECT 1 FROM attributions AS twin WHERE twin.statement_id = a.statement_id AND twin.id <> a.id) AS several
  FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id JOIN sources AS so ON so.id = a.source_id
 WHERE a.statement_id {{which}}
"""
_BETWEEN = _DOCUMENTS.format(which="BETWEEN :first AND :last")
_AMONG = _DOCUMENTS.format(which="IN (SELECT value FROM json_each(:ids))")


@record()
class Built:
    """What was done: "built", "caught up" or "in step", how many statements were read for it, and what there is."""

    done: str
    read: int
    state: State


def bring_up(
    reader: Reader, *, rebuild: bool = False, in_place: bool = False
) -> Iterator[tuple[int, int] | Built]:
    """Builds the index, or catches it up. Gives how far it has come, (done, of all), and at the end what was done.

    Between two of these the reader may go on to a later state of the file: what is recorded meanwhile leaves the index behind.
    `in_place`: an index that is of no use is emptied and built where it is, so that nothing else lies about should the process be
    killed.

    UsageError without tantivy, ConflictError while another process builds, DatabaseError where the folder cannot be
    written.
    """
    tantivy()
    folder = states.folder_of(states.database_of(reader))
    state = states.read(folder)
    problem = states.problem(reader, state)
    try:
        if rebuild or state is None or problem not in (None, "behind"):
            yield from _build(reader, folder, in_place=in_place)
        elif problem is None:
            yield Built("in step", 0, state)
        else:
            yield from _catch_up(reader, folder, state)
    except OSError as error:
        raise DatabaseError(f"The index {folder} cannot be written: {error.strerror}.") from None


def _build(reader: Reader, folder: Path, *, in_place: bool) -> Iterator[tuple[int, int] | Built]:
    if folder.exists() and not _is_index(folder):
        raise ConflictError(f"{folder} is in the way: no index made it.", hint=Hint("move_and_index"))
    with _emptied(folder) if in_place else replaced(folder) as draft:
        if not folder.exists() or in_place:
            draft.chmod(_rights(reader))
        index = tantivy().Index(_schema(), str(draft))
        writer = _writer(index, draft)
        began = states.now(reader)
        last = began[1]["statements"]
        tokens, statements = Tokens(), 0
        for first in range(1, last + 1, BATCH):
            span = {"first": first, "last": first + BATCH - 1}
            statements += _add(writer, tokens, reader.records(_BETWEEN, span))
            yield min(first + BATCH - 1, last), last
        _finish(writer)
        state = _write_state(reader, draft, *began)
    yield Built("built", statements, state)


@contextmanager
def _emptied(folder: Path) -> Iterator[Path]:
    if folder.exists():
        # First of all what says that it can be used.
        (folder / "state.json").unlink(missing_ok=True)
        shutil.rmtree(folder)
    folder.mkdir()
    yield folder


def _rights(reader: Reader) -> int:
    """Who may read the database may read the index: it has the same words."""
    mode = states.database_of(reader).stat().st_mode & 0o777
    return mode | 0o700 | (mode & 0o444) >> 2


def _is_index(folder: Path) -> bool:
    """Whether the folder is empty, or an index, perhaps one that was left half-built."""
    return folder.is_dir() and (
        not any(folder.iterdir()) or any((folder / name).is_file() for name in ("state.json", "meta.json"))
    )


def _catch_up(reader: Reader, folder: Path, state: State) -> Iterator[tuple[int, int] | Built]:
    index = tantivy().Index.open(str(folder))
    writer = _writer(index, folder)
    began = states.now(reader)
    touched = sorted(_touched(reader, state))
    tokens = Tokens()
    for first in range(0, len(touched), BATCH):
        ids = touched[first : first + BATCH]
        for one in ids:
            writer.delete_documents_by_query(tantivy().Query.term_query(index.schema, "statement", one))
        _add(writer, tokens, reader.records(_AMONG, {"ids": array(ids)}))
        yield min(first + BATCH, len(touched)), len(touched)
    # Until now it is as it was. From here until the new state is there, nobody reads this index.
    (folder / "state.json").unlink()
    _finish(writer)
    caught_up = _write_state(reader, folder, *began)
    yield Built("caught up", len(touched), caught_up)


def _touched(reader: Reader, state: State) -> set[int]:
    """The statements whose documents are no longer what the index has."""
    touched: set[int] = set()

    def take(sql: str, **parameters: object) -> None:
        touched.update(reader.column(sql, parameters))

    def rows(table: str, first: int, last: int) -> None:
        span = {"first": first, "last": last}
        if table == "statements":
            touched.update(reader.column("SELECT id FROM statements WHERE id BETWEEN :first AND :last", span))
        elif table in ("attributions", "statement_tags"):
            take(f"SELECT statement_id FROM {table} WHERE id BETWEEN :first AND :last", **span)
        elif table == "relays":
            take(
                "SELECT statement_id FROM attributions WHERE id IN "
                "(SELECT attribution_id FROM relays WHERE id BETWEEN :first AND :last)",
                **span,
            )
        else:
            take("SELECT statement_id FROM attributions WHERE source_id BETWEEN :first AND :last", **span)

    for table, highest in states.now(reader)[1].items():
        if highest > state.sequences[table]:
            rows(table, state.sequences[table] + 1, highest)
    for table, first, last, packed, *versions in reader.iterate(
        f"SELECT table_name, row_id, last_row_id, CASE WHEN {gone.PACKED} THEN before_blob END, before, after "
        "FROM changes WHERE id > ?",
        (state.change,),
    ):
        if table not in states.TABLES:
            continue
        rows(table, first, last)
        for row in gone.rows(packed) if packed else (json.loads(version) for version in versions if version):
            if "statement_id" in row:
                touched.add(row["statement_id"])
            elif "attribution_id" in row:
                take("SELECT statement_id FROM attributions WHERE id = :id", id=row["attribution_id"])
            elif table == "statements":
                touched.add(row["id"])
    return touched


def _schema() -> Any:
    builder = tantivy().SchemaBuilder()
    for name in _NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=name in ("id", "statement"))
    for name in ("first", "last"):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in _TEXTS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in _WORDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _writer(index: Any, folder: Path) -> Any:
    try:
        return index.writer(HEAP_BYTES, 1)
    except ValueError as error:
        if "lock" not in str(error).lower():
            raise
        raise ConflictError(f"Another process is writing {folder}. Wait until it is done.") from None


def _finish(writer: Any) -> None:
    writer.commit()
    writer.wait_merging_threads()


def _add(writer: Any, tokens: Tokens, rows: Sequence[Any]) -> int:
    """Adds the documents of these rows; returns how many statements they are of."""
    texts = list(dict.fromkeys(row[name] for row in rows for name in _TEXTS))
    words = dict(zip(texts, map(" ".join, tokens.of(texts)), strict=True))
    for row in rows:
        document = tantivy().Document()
        via, tags = json.loads(row["via"]), json.loads(row["tags"])
        numbers: dict[str, Iterable[int]] = {
            "id": (row["id"],), "statement": (row["statement_id"],), "several": (row["several"],),
            "by": (row["speaker_id"],), "via": via, "who": {row["speaker_id"], *via}, "source": (row["source_id"],),
            "tag": tags,
        }  # fmt: skip
        for name, several in numbers.items():
            for one in several:
                document.add_unsigned(name, one)
        if row["first"] is not None:
            document.add_integer("first", row["first"])
            document.add_integer("last", row["last"])
        for name in _TEXTS:
            document.add_text(name, words[row[name]])
        for name in _WORDS:
            document.add_text(name, row[name] or NONE)
        writer.add_document(document)
    return len({row["statement_id"] for row in rows})


def _write_state(reader: Reader, folder: Path, change: int, sequences: Mapping[str, int]) -> State:
    [(statements, attributions, several)] = reader.rows(
        "SELECT count(*), total(number), total(number > 1) FROM "
        "(SELECT count(*) AS number FROM attributions GROUP BY statement_id) AS attributed"
    )
    worded = reader.value("SELECT count(*) FROM attributions WHERE wording IS NOT NULL")
    index = tantivy().Index.open(str(folder))
    [wording] = reader.rows(
        "SELECT coalesce(text_folded, text) FROM statements WHERE id = (SELECT min(statement_id) FROM attributions)"
    ) or [("",)]
    documents, average = measures(index.searcher(), index.schema, Tokens().of(wording)[0]) or (None, None)
    state = State(
        states.form(),
        change,
        sequences,
        states.identity(reader, change),
        statements,
        int(attributions),
        int(several),
        int(worded or 0),
        documents,
        average,
        int(states.now(reader) != (change, sequences)),
    )
    states.write(folder, state)
    return state
