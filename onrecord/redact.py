"""Taking a text out of the database for good: out of the stored copies, the rows, the history and the indexes.

What stays is that it was there: the key or citekey, the place in the source, the digest of what it was, when it was taken out, and why.
It cannot be undone: the history keeps that it was done, and not what was taken out.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterable

from onrecord.db import folded, gone, history, sealed, stored_texts
from onrecord.db.clock import now
from onrecord.db.observations import keep_in
from onrecord.db.parts import parts, quoted
from onrecord.errors import UsageError
from onrecord.model.record import record
from onrecord.statements import verify
from onrecord.text import redacted
from onrecord.text.clean import check_input
from onrecord.text.digests import sha256
from onrecord.text.fold import text_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store
    from onrecord.names import Target

# What is shorter stands in many texts by chance, and is taken out only where it was recorded.
_LONG = 12
_IN_CHANGES = ("text", "wording", "exact", "prefix", "suffix", "note", "text_folded", "wording_folded")
_TABLES = ("statements", "attributions", "snapshots")


@record()
class Redaction:
    """What was taken out: statements by their keys, stored copies as (citekey, SHA-256 of what it was, characters taken out)."""

    statements: tuple[str, ...]
    copies: tuple[tuple[str, str, int], ...]


def redact(store: Store, target: Target, reason: str, *, with_quotes: bool = False) -> Redaction:
    """Takes out the wording of a statement wherever it stands, or all stored texts of a source; `with_quotes`: what it was quoted with too.

    UsageError: it is neither, or there is no reason.
    """
    reason = check_input(reason, "the reason").strip()
    if not reason:
        raise UsageError("A redaction needs a reason.")
    if target.kind not in ("statement", "source"):
        raise UsageError(f"{target.name} is a {target.kind}: what is taken out is a statement or a source.")
    before = {seal.id: seal for seal in sealed.contents(store.connection)}
    done = _Redaction(store, reason).run(target, with_quotes=with_quotes)
    # A seal that was broken before stays broken.
    for seal in sealed.contents(store.connection):
        was = before[seal.id]
        if seal.found != was.found and was.found == (was.left or was.content):
            store.insert(
                "seal_openings",
                seal_id=seal.id,
                operation_id=history.current(store.connection),
                content=seal.found,
            )
    return done


class _Redaction:
    """One redaction. `secrets` are the wordings and texts that are to stand nowhere any more."""

    def __init__(self, store: Store, reason: str) -> None:
        self.store = store
        self.reason = reason
        self.day = now()[:10]
        self.secrets: set[str] = set()
        self.statements: list[int] = []
        self.places: dict[int, list[tuple[int, int]]] = {}
        self.copies: list[tuple[str, str, int]] = []

    def run(self, target: Target, *, with_quotes: bool) -> Redaction:
        store = self.store
        if target.kind == "statement":
            self.statements = [target.row]
        else:
            self._whole_source(target.row)
            if with_quotes:
                self.statements = store.column(
                    "SELECT DISTINCT statement_id FROM attributions WHERE source_id = ?", (target.row,)
                )
        for statement in self.statements:
            self._gather(statement)
        self._find_everywhere()
        [guard] = store.column("SELECT sql FROM sqlite_master WHERE name = 'snapshots_are_immutable'")
        store.execute("DROP TRIGGER snapshots_are_immutable")
        for snapshot in sorted(self.places):
            self._blank(snapshot)
        store.execute(guard)
        keys = [self._empty(statement) for statement in self.statements]
        self._replace_everywhere()
        self._scrub_history()
        for part in parts(store.connection):
            if part.is_virtual and part.name != stored_texts.INDEX:
                store.execute(f"INSERT INTO {part.name}({part.name}) VALUES ('rebuild')")
        stored_texts.rebuild(store.connection)
        self._check_again()
        return Redaction(tuple(keys), tuple(self.copies))

    def _whole_source(self, source: int) -> None:
        """All stored texts of a source, and the same ones under other sources."""
        for row, text in self.store.rows(
            "SELECT id, text FROM snapshots WHERE sha256 IN (SELECT sha256 FROM snapshots WHERE source_id = ?)",
            (source,),
        ):
            self.places[row] = [(0, len(text))]
            self.secrets.add(text)
        self.store.execute(
            "DELETE FROM proposals WHERE state <> 'accepted' AND snapshot_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(self.places)),),
        )
        self.store.execute(
            "UPDATE sources SET csl = json_remove(csl, '$.abstract', '$.note', '$.annote') WHERE id = ? AND csl IS NOT NULL",
            (source,),
        )

    def _gather(self, statement: int) -> None:
        """The wordings of a statement, and where they stand in the copies that they were recorded from."""
        self.secrets.update(self.store.column("SELECT text FROM statements WHERE id = ?", (statement,)))
        for wording, exact in self.store.rows(
            "SELECT wording, exact FROM attributions WHERE statement_id = ?", (statement,)
        ):
            self.secrets.update(one for one in (wording, exact) if one)
        for snapshot, start, end, text in self.store.rows(
            'SELECT a.snapshot_id, start, spans."end", s.text FROM spans JOIN attributions AS a ON a.id = attribution_id '
            "JOIN snapshots AS s ON s.id = a.snapshot_id WHERE a.statement_id = ?",
            (statement,),
        ):
            self.places.setdefault(snapshot, []).append((start, end))
            self.secrets.add(text[start:end])

    def _find_everywhere(self) -> None:
        """The same words in all stored texts, however their lines break."""
        self.secrets = {
            secret
            for secret in self.secrets
            if secret.strip(redacted.BLOCK + " \n") and secret != redacted.INSTEAD
        }
        long = [secret for secret in self.secrets if len(secret) >= _LONG]
        if not long:
            return
        looked = re.compile(
            "|".join(r"\s+".join(map(re.escape, one.split())) for one in sorted(long, key=len, reverse=True)),
            re.IGNORECASE,
        )
        for row, text in self.store.iterate("SELECT id, text FROM snapshots"):
            found = [match.span() for match in looked.finditer(text)]
            if found:
                self.places.setdefault(row, []).extend(found)

    def _blank(self, snapshot: int) -> None:
        [(text, digest, extractor, citekey)] = self.store.rows(
            "SELECT text, sha256, extractor, citekey FROM snapshots JOIN sources ON sources.id = source_id WHERE snapshots.id = ?",
            (snapshot,),
        )
        self.secrets.update(text[start:end] for start, end in self.places[snapshot])
        left = redacted.blocked(text, self.places[snapshot])
        self.store.execute(
            "UPDATE snapshots SET text = ?, original = NULL, extractor = ? WHERE id = ?",
            (left, redacted.marked(extractor, left, self.day), snapshot),
        )
        # What stands before and after the quotations from it is read again.
        for row, before, after, first, last in self.store.rows(
            'SELECT a.id, length(prefix), length(suffix), min(start), max(spans."end") FROM attributions AS a '
            "JOIN spans ON spans.attribution_id = a.id WHERE snapshot_id = ? GROUP BY a.id",
            (snapshot,),
        ):
            self.store.update(
                "attributions",
                row,
                prefix=left[max(first - before, 0) : first] if before else None,
                suffix=left[last : last + after] if after else None,
            )
        self.copies.append((citekey, digest, left.count(redacted.BLOCK) - text.count(redacted.BLOCK)))

    def _empty(self, statement: int) -> str:
        """Leaves of a statement its key, its places, the digest of its wording and the reason."""
        [(key, text, note)] = self.store.rows(
            "SELECT key, text, note FROM statements WHERE id = ?", (statement,)
        )
        if text != redacted.INSTEAD:
            note = f"Redacted {self.day}: {self.reason} (SHA-256 {sha256(text.encode()).hex()})"
        self.store.update(
            "statements", statement, text=redacted.INSTEAD, text_key=text_key(redacted.INSTEAD), note=note
        )
        for row in self.store.column("SELECT id FROM attributions WHERE statement_id = ?", (statement,)):
            self.store.update(
                "attributions",
                row,
                wording=None,
                exact=None,
                form="indirect",
                check_result=None,
                checked_at=None,
                accepted_reason=None,
            )
        return str(key)

    def _check_again(self) -> None:
        """What was found of other quotations from these texts may not follow from what is left."""
        ids = self.store.column(
            "SELECT id FROM attributions WHERE check_result IS NOT NULL AND source_id IN "
            "(SELECT source_id FROM snapshots WHERE id IN (SELECT value FROM json_each(?))) ORDER BY source_id, id",
            (json.dumps(list(self.places)),),
        )
        outcomes: dict[str, list[int]] = {}
        for row, check in zip(ids, verify.check(self.store, ids), strict=True):
            outcomes.setdefault(str(check.outcome), []).append(row)
        keep_in(self.store.connection, outcomes)

    def _replace_everywhere(self) -> None:
        """The same words in every other column of text: notes, claims, the history."""
        long = sorted((secret for secret in self.secrets if len(secret) >= _LONG), key=len, reverse=True)
        # Blocks, as in the stored texts: a longer quotation in which the words stand is still found there.
        written = {
            way: redacted.BLOCK * len(one)
            for one in long
            for way in (one, json.dumps(one, ensure_ascii=False)[1:-1], " ".join(one.split()))
        }
        tables = [one for one in parts(self.store.connection) if one.kind == "table" and not one.is_virtual]
        # What is replaced in the others is written down by triggers, as it was: the history comes last.
        for part in sorted(tables, key=lambda table: table.name in ("operations", "changes")):
            for _, column, kind, *_ in self.store.rows(f"PRAGMA table_info({quoted(part.name)})"):
                if kind.upper().startswith(("VARCHAR", "JSON")) and (part.name, column) != (
                    "snapshots",
                    "text",
                ):
                    name = quoted(column)
                    for secret, instead in written.items():
                        self.store.execute(
                            f"UPDATE {quoted(part.name)} SET {name} = replace({name}, ?1, ?2) WHERE instr({name}, ?1)",
                            (secret, instead),
                        )
        for change in self.store.column(f"SELECT id FROM changes WHERE {gone.PACKED}"):
            packed = self.store.value("SELECT before_blob FROM changes WHERE id = ?", (change,))
            text = there = "\n".join(gone.lines(packed))
            for secret, instead in written.items():
                text = text.replace(secret, instead)
            if text != there:
                self._repack(change, text.split("\n"))
        for row, text, key in self.store.rows(
            "SELECT id, text, text_key FROM statements WHERE instr(text, ?)", (redacted.BLOCK,)
        ):
            if text_key(text) != key:
                self.store.update("statements", row, text_key=text_key(text))
        folded.refold(self.store.connection)
        for row, command in self.store.rows("SELECT id, command FROM operations"):
            left = _without(command, long)
            if left != command:
                self.store.update("operations", row, command=left)

    def _scrub_history(self) -> None:
        """What changes of the rows concerned have of their texts, whatever these were then."""
        attributions = self.store.column(
            "SELECT id FROM attributions WHERE statement_id IN (SELECT value FROM json_each(?)) OR snapshot_id IN (SELECT value FROM json_each(?))",
            (json.dumps(self.statements), json.dumps(list(self.places))),
        )
        rows = dict(zip(_TABLES, (self.statements, attributions, list(self.places)), strict=True))
        for table, ids in rows.items():
            for change, before, after in self.store.rows(
                "SELECT id, before, after FROM changes WHERE table_name = ? AND before IS NOT NULL AND row_id IN (SELECT value FROM json_each(?))",
                (table, json.dumps(ids)),
            ):
                now_there = self._as_it_is(table, change) if after is not None else {}
                self.store.execute(
                    "UPDATE changes SET before = ?, after = ?, before_blob = NULL WHERE id = ?",
                    (_scrubbed(before, {}), _scrubbed(after, now_there), change),
                )
            self._scrub_packed(table, set(ids))

    def _scrub_packed(self, table: str, ids: set[int]) -> None:
        """The same in what is kept of rows that were taken away together."""
        for change, packed in self.store.rows(
            f"SELECT id, before_blob FROM changes WHERE table_name = ? AND {gone.PACKED} AND EXISTS "
            "(SELECT 1 FROM json_each(?) WHERE value BETWEEN row_id AND last_row_id)",
            (table, json.dumps(list(ids))),
        ):
            columns, *lines = gone.lines(packed)
            names = json.loads(columns)
            kept = [dict(zip(names, json.loads(line), strict=True)) for line in lines]
            for row in kept:
                if row["id"] in ids:
                    row.update({name: redacted.INSTEAD for name in _IN_CHANGES if row.get(name) is not None})
            told = [json.dumps(list(row.values()), ensure_ascii=False) for row in kept]
            self._repack(change, [columns, *told])

    def _repack(self, change: int, lines: list[str]) -> None:
        self.store.execute("UPDATE changes SET before_blob = ? WHERE id = ?", (gone.pack(lines), change))

    def _as_it_is(self, table: str, change: int) -> dict[str, object]:
        """What the row has now in the columns of text: the history must end where the row is."""
        columns = [
            column
            for _, column, *_ in self.store.rows(f"PRAGMA table_info({table})")
            if column in _IN_CHANGES and not column.endswith("_folded")
        ]
        rows = self.store.rows(
            f"SELECT {', '.join(columns)} FROM {table} WHERE id = (SELECT row_id FROM changes WHERE id = ?)",
            (change,),
        )
        return dict(zip(columns, rows[0], strict=True)) if rows else {}


def _scrubbed(row: str | None, now_there: dict[str, object]) -> str | None:
    """A row of the history without its texts; where it is known, with what the row has now."""
    if row is None:
        return None
    kept = json.loads(row)
    for name in _IN_CHANGES:
        if kept.get(name) is not None or (name in kept and name in now_there):
            kept[name] = now_there.get(name, redacted.INSTEAD)
    return json.dumps(kept, ensure_ascii=False)


def _without(command: str, secrets: Iterable[str]) -> str:
    """A command line without the words that were taken out, also where it was cut."""
    try:
        words = shlex.split(command)
    except ValueError:  # it was cut within quotation marks
        words = [*command.partition("'")[0].split(), command.partition("'")[2]]
    plain = [" ".join(secret.split()) for secret in secrets]
    left = [redacted.INSTEAD if _holds(" ".join(word.split()), plain) else word for word in words]
    return command if left == words else shlex.join(left)


def _holds(word: str, secrets: list[str]) -> bool:
    return any(secret in word or (len(word) >= _LONG and word in secret) for secret in secrets)
