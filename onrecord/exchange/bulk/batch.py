"""A batch of lines as rows: statements by who said what, attributions by where, each known one found again.

The same rules as for a quotation that is added alone (`statements.rules`), in a handful of statements of SQL for
thousands of lines. The connection is in a transaction; whatever is refused leaves no row behind.

A wording is stored once: that of the statement is that of the attribution where none is written beside it. Nothing is
checked here; `verify` does that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.db.bulk import insert_rows
from onrecord.db.fulltext import WORDINGS, fed_at_once
from onrecord.db.laid_aside import watching_laid_aside
from onrecord.db.reader import Reader
from onrecord.db.rules import tried_together
from onrecord.db.sqlite import Connection
from onrecord.errors import OnrecordError
from onrecord.exchange.bulk.lines import Line
from onrecord.exchange.bulk.pending import next_id
from onrecord.exchange.bulk.people import UNNAMED, Named, Naming
from onrecord.exchange.bulk.said import Said
from onrecord.exchange.bulk.works import Sourced, Works
from onrecord.model.record import record
from onrecord.statements import rules
from onrecord.text import dates, edtf, fold, names, slugs
from onrecord.text.clean import check_input
from onrecord.text.locator_forms import format_locator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@record(kw_only=True)
class Filed:
    """What became of a batch. `refused` are lines, each with the reason; `remarks` what to know of new speakers' names;
    `keys` citekeys that became further ones of a source.
    """

    added: int
    known: int
    keys: int
    refused: tuple[tuple[Line, str], ...]
    remarks: tuple[str, ...]


class _Wording(NamedTuple):
    """A wording made ready: as it is stored, folded, and the digest of that."""

    text: str
    folded: str
    key: str


class Filing:
    """Files a batch on a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._reader = connection, Reader(connection)
        self._naming, self._works = Naming(connection), Works(connection)
        self._tags: dict[str, int] = {}

    def file(self, lines: Sequence[tuple[Line, Sequence[Said] | str]]) -> Filed:
        """Files what the lines say; a line that is a sentence already was refused for that reason."""
        said = [one for _, says in lines if not isinstance(says, str) for one in says]
        self._naming.prepare(said)
        self._works.prepare(said)
        refused: list[tuple[Line, str]] = []
        statements_made: list[_Made] = []
        for line, says in lines:
            if isinstance(says, str):
                refused.append((line, says))
                continue
            try:
                statements_made += [self._made(one) for one in says]
            except OnrecordError as error:
                refused.append((line, error.message))
        added, keys = self._insert(statements_made)
        return Filed(
            added=added,
            known=len(statements_made) - added,
            keys=keys,
            refused=tuple(refused),
            remarks=tuple(self._naming.remarks),
        )

    def _made(self, told: Said) -> _Made:
        wording = _wording(told.text)
        said = _date(told.said) if told.said else None
        _check(told)
        named = self._naming.speaker(told) if told.speaker is not None else None
        return _Made(told, wording, said, named, self._works.source(told.work))

    def _insert(self, statements_made: Sequence[_Made]) -> tuple[int, int]:
        statements = self._known_statements(statements_made)
        occurrences = self._known_occurrences({one for one, _ in statements.values()})
        keys = self._known_keys(statements_made)
        self._naming.ask(f"unnamed-{one.key}" for one in statements_made if one.speaker is None)
        next_statement = next_id(self._reader, "statements")
        next_attribution = next_id(self._reader, "attributions")
        new_statements: list[tuple[Any, ...]] = []
        new_attributions: list[tuple[Any, ...]] = []
        tagged: list[tuple[int, tuple[str, ...]]] = []
        speakers: dict[int, int] = {}
        sources: set[int] = set()
        for one in statements_made:
            said = one.said
            identity = one.identity
            statement, stored = statements.get(identity, (0, one.wording.text))
            speaker = one.speaker
            if not statement:
                key = self._free_key(one, keys)
                keys.add(key)
                if speaker is None:
                    speaker = self._naming.nobody(key)
                statement = next_statement
                next_statement += 1
                statements[identity] = (statement, stored)
                dated = (said.text, said.earliest, said.latest) if said else (None, None, None)
                new_statements.append((statement, key, one.wording.text, one.wording.key, *dated))
            place = (statement, one.source.id, one.says.locator_label, one.says.locator)
            if place in occurrences:
                continue
            if speaker is None:  # the same unnamed one, in another place of the same source
                speaker = speakers.get(statement) or self._speaker_of(statement)
            speakers[statement] = speaker
            sources.add(one.source.id)
            occurrences.add(place)
            new_attributions.append(
                (
                    next_attribution, statement, speaker, one.source.id, one.says.form, one.says.polarity,
                    one.wording.text if one.wording.text != stored else None,
                    one.wording.text if one.wording.text != stored and one.says.form != "indirect" else None,
                    one.says.prefix, one.says.suffix, one.says.locator_label, one.says.locator, one.named_as, one.says.cue,
                    said.text if said else None, said.earliest if said else None, said.latest if said else None,
                    "stated" if said else None, one.says.language,
                )
            )  # fmt: skip
            next_attribution += 1
            if one.says.tags:
                tagged.append((statement, one.says.tags))
        with (
            tried_together(self._connection, _TABLES),
            watching_laid_aside(self._connection, _TABLES, len(new_attributions)),
        ):
            self._naming.insert(set(speakers.values()))
            further = self._works.insert(sources)
            with fed_at_once(self._connection, WORDINGS, len(new_statements)):
                insert_rows(self._connection, "statements", _STATEMENT, new_statements)
            insert_rows(self._connection, "attributions", _ATTRIBUTION, new_attributions)
        for statement, tags in tagged:
            self._tag(statement, tags)
        return len(new_attributions), further

    def _free_key(self, statement: _Made, taken: set[str]) -> str:
        """The statement's key; `taken` are the shortest ones of this batch that are, and all that it has given."""
        if statement.key not in taken:
            return statement.key
        for key in statement.possible_keys():
            longer = len(key) > rules.KEY_LENGTH
            if key not in taken and not (
                longer and self._reader.value("SELECT 1 FROM statements WHERE key = ?", (key,))
            ):
                return key
        raise AssertionError("a digest has an end")

    def _speaker_of(self, statement: int) -> int:
        return int(
            self._reader.value(
                "SELECT speaker_id FROM attributions WHERE statement_id = ? ORDER BY id LIMIT 1", (statement,)
            )
        )

    def _known_statements(
        self, statements_made: Sequence[_Made]
    ) -> dict[tuple[str, object], tuple[int, str]]:
        """The statements with these words of these speakers (an unnamed one's only in its own source), and their wordings."""
        digests = json.dumps(list({one.wording.key for one in statements_made}))
        known: dict[tuple[str, object], tuple[int, str]] = {}
        for statement, text, speaker, unnamed, source in self._reader.rows(_SAME_WORDS, (digests,)):
            folded = fold.identity_fold(text)
            known.setdefault((folded, ("nobody", source) if unnamed else speaker), (statement, text))
        return known

    def _known_occurrences(self, statements: set[int]) -> set[tuple[Any, ...]]:
        listed = json.dumps(list(statements))
        return set(
            self._reader.rows(
                "SELECT statement_id, source_id, locator_label, locator FROM attributions "
                "WHERE statement_id IN (SELECT value FROM json_each(?))",
                (listed,),
            )
        )

    def _known_keys(self, statements_made: Sequence[_Made]) -> set[str]:
        wanted = json.dumps(list({one.key for one in statements_made}))
        return set(
            self._reader.column(
                "SELECT key FROM statements WHERE key IN (SELECT value FROM json_each(?))", (wanted,)
            )
        )

    def _tag(self, statement: int, tags: tuple[str, ...]) -> None:
        # A row that is ignored where it is there already takes a number, which the history would miss.
        for tag in tags:
            if tag not in self._tags:
                known = "SELECT id FROM tags WHERE name = ?"
                if self._reader.value(known, (tag,)) is None:
                    self._connection.execute(
                        "INSERT INTO tags(name) VALUES (?)", (check_input(tag, "a tag"),)
                    )
                self._tags[tag] = self._reader.value(known, (tag,))
            carried = (statement, self._tags[tag])
            if not self._reader.value(
                "SELECT 1 FROM statement_tags WHERE statement_id = ? AND tag_id = ?", carried
            ):
                self._connection.execute(
                    "INSERT INTO statement_tags(statement_id, tag_id) VALUES (?, ?)", carried
                )


class _Made:
    """An attribution made ready to be filed. `speaker` None: nobody is named."""

    __slots__ = ("identity", "key", "name_key", "named_as", "said", "says", "source", "speaker", "wording")

    def __init__(
        self, says: Said, wording: _Wording, said: edtf.Edtf | None, named: Named | None, source: Sourced
    ) -> None:
        self.says, self.wording, self.said, self.source = says, wording, said, source
        self.speaker = named.id if named else None
        self.name_key = named.name_key if named else _NOBODY_KEY
        self.named_as = says.speaker if named and says.speaker != named.name else None
        # The same statement is the same words of the same speaker; unnamed, of the same source.
        self.identity: tuple[str, object] = (
            wording.folded,
            ("nobody", source.id) if named is None else named.id,
        )
        self.key = slugs.statement_key(wording.folded, self.name_key, self._citekey, length=rules.KEY_LENGTH)

    @property
    def _citekey(self) -> str | None:
        return self.source.citekey if self.speaker is None else None

    def possible_keys(self) -> Iterator[str]:
        """The keys that its statement may have, the shortest first, which is `key`."""
        return rules.keys(self.wording.folded, self.name_key, self._citekey)


def _check(said: Said) -> None:
    """InputError where anything that is written down as it stands cannot be stored."""
    work = said.work
    written = [
        said.cue,
        said.prefix,
        said.suffix,
        said.locator,
        said.language,
        work.url,
        work.citekey,
        *said.tags,
        *said.qids,
    ]
    if not "".join([text for text in written if text]).isprintable():
        _check_each(said)
    if said.locator_label and said.locator:
        format_locator(said.locator_label, said.locator)


def _check_each(said: Said) -> None:
    work = said.work
    for what, typed in (
        ("the cue", said.cue),
        ("the prefix", said.prefix),
        ("the suffix", said.suffix),
        ("the locator", said.locator),
        ("the language", said.language),
        ("the address", work.url),
        ("the citekey", work.citekey),
        *(("a tag", tag) for tag in said.tags),
        *(("a Wikidata item", qid) for qid in said.qids),
    ):
        if typed:
            check_input(typed, what)


# The same few days come again and again.
_date = lru_cache(maxsize=4096)(dates.typed)
_NOBODY_KEY = names.name_key(UNNAMED)


def _wording(typed: str) -> _Wording:
    text = rules.wording(typed)
    folded = fold.identity_fold(text)
    return _Wording(text, folded, fold.key_of(folded))


_SAME_WORDS = """
SELECT st.id, st.text, coalesce(sp.merged_into_id, sp.id), sp.unnamed, a.source_id
  FROM statements AS st JOIN attributions AS a ON a.statement_id = st.id JOIN speakers AS sp ON sp.id = a.speaker_id
 WHERE st.text_key IN (SELECT value FROM json_each(?)) ORDER BY st.id"""
_TABLES = ("speakers", "speaker_names", "sources", "citekey_aliases", "statements", "attributions")
_STATEMENT = ("id", "key", "text", "text_key", "said", "said_min", "said_max")
_ATTRIBUTION = (
    "id", "statement_id", "speaker_id", "source_id", "form", "polarity", "wording", "exact", "prefix", "suffix", "locator_label", "locator", "named_as",
    "cue", "said", "said_min", "said_max", "said_basis", "language",
)  # fmt: skip
