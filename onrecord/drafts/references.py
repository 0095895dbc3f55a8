"""From the keys of a draft to the works and quotations they stand for."""

import difflib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.cite.cited import Work
from onrecord.db.reader import Reader
from onrecord.drafts.keys import ALL, Key
from onrecord.errors import OnrecordError
from onrecord.model.record import record
from onrecord.model.records import Quote, SourceRecord
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries
from onrecord.text.patterns import lazy

_AMONG = "IN (SELECT value FROM json_each(?))"
_COLON = lazy(r"^([a-z2-7]{4,}):")


@record()
class Unknown:
    """A key that stands for nothing here, with those that look like it."""

    key: Key
    near: tuple[str, ...]

    def __str__(self) -> str:
        where = f"line {self.key.line}: " if self.key.line else ""
        hint = f" Did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"{where}nothing is called {self.key.name}.{hint}"


@dataclass(frozen=True)
class Found:
    """What the keys stand for: a source for each citekey, its own or another, a quotation for each key of a statement."""

    sources: dict[str, SourceRecord] = field(default_factory=dict)
    quotes: dict[str, Quote] = field(default_factory=dict)
    unknown: tuple[Unknown, ...] = ()

    def works(self) -> list[Work]:
        """The works cited, each once; what is cited as a statement, or by another citekey, is an alias of its source."""
        groups: dict[str, tuple[SourceRecord, dict[str, Quote], dict[str, None]]] = {}
        for name, source in self.sources.items():
            _, _, aliases = groups.setdefault(source.citekey, (source, {}, {}))
            if name != source.citekey:
                aliases[name] = None
        for name, quote in self.quotes.items():
            _, quotes, aliases = groups.setdefault(quote.source.citekey, (quote.source, {}, {}))
            quotes[quote.ref] = quote
            aliases[name] = None
        return [
            Work(group, tuple(quotes.values()), tuple(aliases)) for group, quotes, aliases in groups.values()
        ]


def resolve(reader: Reader, keys: Sequence[Key]) -> Found:
    """A citekey, its own or another, is its source; KEY, KEY@CITEKEY or a beginning of KEY one attribution, as `cite` takes them.

    KEY:CITEKEY is KEY@CITEKEY, for Markdown without braces and for BibTeX, where an @ begins something. "*" is every
    source.
    """
    records: dict[str, SourceRecord] = {}
    quotes: dict[str, Quote] = {}
    unknown = []
    wanted = {key.name for key in keys}
    named = (json.dumps([*wanted]),)
    own = dict(
        reader.rows("SELECT citekey, id FROM sources")
        if ALL in wanted
        else reader.rows(f"SELECT citekey, id FROM sources WHERE citekey {_AMONG}", named)
    )
    others = reader.rows(f"SELECT citekey, source_id FROM citekey_aliases WHERE citekey {_AMONG}", named)
    ids: dict[str, int] = dict(others) | own
    works_found = source_queries.source_records(reader, ids.values())
    for key in keys:
        if key.name == ALL:
            records |= {citekey: works_found[id_] for citekey, id_ in own.items()}
        elif key.name in ids:
            records[key.name] = works_found[ids[key.name]]
        elif (quote := _quote(reader, key.name)) is not None:
            quotes[key.name] = quote
        else:
            unknown.append(Unknown(key, near(reader, key.name)))
    return Found(records, quotes, tuple(unknown))


def _quote(reader: Reader, name: str) -> Quote | None:
    reference = _COLON.sub(r"\1@", name)
    try:
        return statement_queries.quotes(reader, statement_queries.attribution_ids(reader, reference)[:1])[0]
    except OnrecordError:
        return None


def near(reader: Reader, name: str) -> tuple[str, ...]:
    """Up to three citekeys and keys that look like a name that stands for nothing."""
    known = reader.column("SELECT citekey FROM sources UNION ALL SELECT citekey FROM citekey_aliases")
    start = name[:4].lower()
    beginning = reader.column(
        "SELECT key FROM statements WHERE substr(key, 1, ?) = ? ORDER BY key LIMIT 2", (len(start), start)
    )
    return (*difflib.get_close_matches(name, known, n=2, cutoff=0.75), *beginning)[:3]
