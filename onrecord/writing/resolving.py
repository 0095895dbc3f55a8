"""From the keys of a draft to the works and quotations they stand for."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import lookup
from onrecord.cite import Work
from onrecord.db.models import CitekeyAlias, Source, Statement
from onrecord.errors import OnrecordError
from onrecord.records import Quote, SourceRecord
from onrecord.writing.keys import ALL, Key

_COLON = re.compile(r"^([a-z2-7]{4,}):")


@dataclass(frozen=True)
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
        for name, record in self.sources.items():
            _, _, aliases = groups.setdefault(record.citekey, (record, {}, {}))
            if name != record.citekey:
                aliases[name] = None
        for name, quote in self.quotes.items():
            _, quotes, aliases = groups.setdefault(quote.source.citekey, (quote.source, {}, {}))
            quotes[quote.ref] = quote
            aliases[name] = None
        return [Work(one, tuple(quotes.values()), tuple(aliases)) for one, quotes, aliases in groups.values()]


def resolve(session: Session, keys: Sequence[Key]) -> Found:
    """A citekey, its own or another, is its source; KEY, KEY@CITEKEY or a beginning of KEY one attribution, as `cite` takes them.

    KEY:CITEKEY is KEY@CITEKEY, for Markdown without braces and for BibTeX, where an @ begins something. "*" is every
    source.
    """
    records: dict[str, SourceRecord] = {}
    quotes: dict[str, Quote] = {}
    unknown = []
    wanted = {key.name for key in keys}
    rows = select(Source.id, Source.citekey)
    own = {
        citekey: id_
        for id_, citekey in session.execute(rows if ALL in wanted else rows.where(Source.citekey.in_(wanted)))
    }
    others = select(CitekeyAlias.source_id, CitekeyAlias.citekey).where(CitekeyAlias.citekey.in_(wanted))
    ids = {citekey: id_ for id_, citekey in session.execute(others)} | own
    found = lookup.source_records(session, ids.values())
    for key in keys:
        if key.name == ALL:
            records |= {citekey: found[id_] for citekey, id_ in own.items()}
        elif key.name in ids:
            records[key.name] = found[ids[key.name]]
        elif (quote := _quote(session, key.name)) is not None:
            quotes[key.name] = quote
        else:
            unknown.append(Unknown(key, _near(session, key.name)))
    return Found(records, quotes, tuple(unknown))


def _quote(session: Session, name: str) -> Quote | None:
    reference = _COLON.sub(r"\1@", name)
    try:
        return lookup.quotes(session, lookup.attribution_ids(session, reference)[:1])[0]
    except OnrecordError:
        return None


def _near(session: Session, name: str) -> tuple[str, ...]:
    known = [*session.scalars(select(Source.citekey)), *session.scalars(select(CitekeyAlias.citekey))]
    beginning = session.scalars(
        select(Statement.key).where(Statement.key.startswith(name[:4].lower(), autoescape=True)).limit(2)
    ).all()
    return (*difflib.get_close_matches(name, known, n=2, cutoff=0.75), *beginning)[:3]
