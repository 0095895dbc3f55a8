"""Rows for tests, each with a sensible default, through the operations that users go through."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.db import new_file
from onrecord.db.store import Store
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import AddedSource, SourceFields, add_source
from onrecord.statements.add import AddedQuote, add_quote
from onrecord.statements.fields import QuoteFields

ARTICLE = """Ferries and fog

The ferry will sail at dawn, said Ingrid Dahl, the mayor of Tallvik. “Nobody who bought a ticket will be left on the
pier,” she added.

According to the Coastal Wire, the harbour master “would rather close the port than risk a crew” and sees no reason
for alarm. The fog, he told the agency, lifts when it lifts.

“Nobody asked us,” a deckhand said. “Nobody ever asks us.”
"""


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "onrecord.db"
        new_file.create(path)
        return path.read_bytes()


def new_database(path: Path) -> None:
    """A new, empty database. All migrations run once a process, not once a test."""
    path.write_bytes(_empty())


def source(store: Store, text: str | None = ARTICLE, **fields: object) -> AddedSource:
    """A source, with `text` as its stored copy (None: nothing stored)."""
    document = read_bytes(text.encode(), name="article.txt") if text is not None else None
    given: dict[str, object] = {"title": "Ferries and fog", "citekey": "dahl-2024", **fields}
    return add_source(store, SourceFields(**given), document)  # type: ignore[arg-type]


def quote(store: Store, text: str, by: str = "Ingrid Dahl", **fields: object) -> AddedQuote:
    """A quotation; speakers that are not known are made."""
    given: dict[str, object] = {"source": "dahl-2024", "new_speaker": True, **fields}
    return add_quote(store, QuoteFields(text=text, by=by, **given))  # type: ignore[arg-type]
