"""Notes of statements and sources, read back: their front matter, not their text.

A note of a statement that is on record already must say what the record says; where somebody edited it, the report names
the fields that differ and nothing is changed.
"""

from __future__ import annotations

from onrecord.cite import csl
from onrecord.errors import AmbiguousError, Hint, InputError, NotFoundError
from onrecord.exchange.annotations.portable import packed, unpacked, unpacked_source
from onrecord.exchange.notes import frontmatter
from onrecord.exchange.notes.writer import SOURCE, STATEMENT
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.taking import Taker
from onrecord.exchange.texts import decoded, notes
from onrecord.model.record import replace
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.db.reader import Reader
    from onrecord.db.store import Store
    from onrecord.exchange.entries import SourceEntry
    from onrecord.ingest.decode import Damage, Decoded
    from onrecord.model.records import Json, Quote

_FIELD = lazy(r"(?m)^[ -]*([A-Za-z_][\w-]*):")
# A note is a few kilobytes; what is larger is something else.
LARGEST = 4 << 20


def restore(store: Store, folder: Path) -> Iterator[Outcome]:
    """What became of each note of a statement or a source in the folder and those below it; other notes are passed over.

    InputError: there is no such note.
    """
    taker = Taker(store, folder.name)
    sources: dict[str, SourceEntry] = {}
    statements: list[tuple[str, Json]] = []
    refused = False
    for path in _notes(folder):
        where = path.relative_to(folder).as_posix()
        try:
            found = _fields(path)
            if found is None:
                continue
            fields, read = found
            for note in notes(read, _field_at):
                where_it_stands = one_line(", ".join(filter(None, (where, note.where))))
                yield Outcome(did="noted", where=where_it_stands, what="text", reason=note.reason)
            if fields["onrecord"] == SOURCE:
                sources[path.stem] = _source(fields, where)
            else:
                statements.append((where, fields))
        except InputError as error:
            refused = True
            yield _refused(where, error)
    if not (sources or statements or refused):
        raise InputError(f"{one_line(str(folder))} holds no note of a statement or a source.")
    for source in sources.values():
        yield from taker.take(source)
    for where, fields in statements:
        yield from _statement(store, taker, where, fields, sources)


def _notes(folder: Path) -> Iterator[Path]:
    """The notes in their order; hidden folders (.obsidian, .trash) and links that lead elsewhere are left out."""
    for path in sorted(folder.rglob("*.md")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            yield path


def _fields(path: Path) -> tuple[Json, Decoded] | None:
    """The fields of a note of ours, and how it was read; None for all other files."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}.") from None
    if b"onrecord" not in data and b"\0" not in data[:4]:
        return None
    read = decoded(data, "it")
    parts = frontmatter.split(read.text)
    if parts is None or "onrecord" not in parts[0]:
        return None
    fields = frontmatter.read(parts[0])
    if fields.get("onrecord") not in (STATEMENT, SOURCE):
        return None
    # What people write below the front matter is theirs.
    end = len(read.text) - len(parts[1])
    return fields, replace(read, damaged=tuple(one for one in read.damaged if one.offset < end))


def _field_at(text: str, place: Damage) -> str | None:
    """The field of the front matter that a place stands in."""
    begun = _FIELD.findall(text[: place.offset])
    return begun[-1] if begun else None


def _source(fields: Json, where: str) -> SourceEntry:
    if not isinstance(fields.get("csl"), dict):
        raise InputError("its field csl is not a CSL item.")
    return unpacked_source(fields, where)


def _statement(
    reader: Reader, taker: Taker, where: str, fields: Json, sources: dict[str, SourceEntry]
) -> Iterator[Outcome]:
    try:
        packed_quotes = list(_packed(reader, fields, sources))
        _same_wording(reader, fields)
        entries = [unpacked(packed_quote, where) for packed_quote in packed_quotes]
    except InputError as error:
        yield _refused(where, error)
        return
    recorded = _recorded(reader, fields)
    for packed_quote, entry in zip(packed_quotes, entries, strict=True):
        there = recorded.get(_citekey(packed_quote), [])
        differing = [_edited(held, packed_quote) for held in there]
        if all(differing):
            # Not one of those that this source has is as the note says: taking it would record it twice.
            if there:
                name = there[0].ref
                reason = f"{name} is on record with other {', '.join(differing[0])}."
                yield Outcome(
                    did="refused",
                    where=one_line(where),
                    what="note",
                    name=name,
                    reason=reason,
                    hint=Hint("change_statement"),
                )
            else:
                yield from taker.take(entry)
        else:
            yield Outcome(did="known", where=one_line(where), what="quotation", name=there[0].ref)


def _packed(reader: Reader, fields: Json, sources: dict[str, SourceEntry]) -> Iterator[Json]:
    """The attributions of a note as `portable` packs them."""
    attributions = fields.get("attributions")
    if not isinstance(attributions, list) or not attributions:
        raise InputError("it has no attributions.")
    for attribution in attributions:
        if not isinstance(attribution, dict):
            raise InputError("one of its attributions has no fields.")
        packed_quote: Json = {
            **{
                name: value if name == "page_index" else _as_text(value)
                for name, value in attribution.items()
            },
            "text": _as_text(fields.get("text")),
            "tags": [str(tag) for tag in _several(fields.get("tags"))],
            "source": _linked(reader, attribution.get("source"), sources),
        }
        if hops := attribution.get("via"):
            packed_quote["via"] = [
                hop | ({"source": _linked(reader, hop["source"], sources)} if "source" in hop else {})
                for hop in _several(hops)
                if isinstance(hop, dict)
            ]
        yield packed_quote


def _as_text(value: object) -> object:
    """A number that somebody typed where text belongs (`said: 1850`) is text."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _several(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _linked(reader: Reader, link: object, sources: dict[str, SourceEntry]) -> Json:
    """The source that a link names: its note, else the one on record of that citekey."""
    name = (
        str(link).strip().removeprefix("[[").removesuffix("]]").partition("|")[0].strip().rpartition("/")[2]
    )
    if note := sources.get(name):
        return {"csl": note.csl, "archive_url": note.archive_url}
    try:
        one = source_queries.source_id(reader, name)
    except NotFoundError:
        raise InputError(f"there is no note of its source {one_line(name)!r}, and none on record.") from None
    return {"csl": csl.item(source_queries.source_records(reader, [one])[one])}


def _same_wording(reader: Reader, fields: Json) -> None:
    """InputError where the key that a note states is on record with another wording."""
    one = _stated(reader, fields)
    if one is not None:
        text = reader.value("SELECT text FROM statements WHERE id = ?", (one,))
        if text != fields.get("text"):
            raise InputError(
                f"the statement {fields['key']} is on record with another wording.",
                hint=Hint("change_statement"),
            )


def _stated(reader: Reader, fields: Json) -> int | None:
    """The statement on record whose key a note states."""
    key = fields.get("key")
    try:
        return statement_queries.statement_id(reader, key) if isinstance(key, str) else None
    except (NotFoundError, AmbiguousError):
        return None


def _recorded(reader: Reader, fields: Json) -> dict[str, list[Quote]]:
    """The attributions on record of the statement that a note is of, by citekey."""
    one = _stated(reader, fields)
    quotes: dict[str, list[Quote]] = {}
    if one is not None:
        ids = reader.column("SELECT id FROM attributions WHERE statement_id = ? ORDER BY id", (one,))
        for quote in statement_queries.quotes(reader, ids):
            quotes.setdefault(quote.source.citekey, []).append(quote)
    return quotes


def _citekey(node: Json) -> str:
    source = node.get("source")
    item = source.get("csl") if isinstance(source, dict) else None
    return str(item.get("id")) if isinstance(item, dict) else ""


def _edited(quote: Quote, node: Json) -> list[str]:
    """The fields in which a note differs from what is on record."""
    held = packed(quote)
    names = dict.fromkeys([*held, *node])
    return [name for name in names if name != "source" and _plain(held.get(name)) != _plain(node.get(name))]


def _plain(value: object) -> object:
    """What counts when two values are compared: sources are compared as such, and order among tags says nothing."""
    if value in ("", [], {}):
        return None
    if isinstance(value, list):
        plain = [_plain(one) for one in value]
        return sorted(map(str, plain)) if all(isinstance(one, str) for one in plain) else plain
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if name != "source" and one is not None}
    return value


def _refused(where: str, error: InputError) -> Outcome:
    reason = error.message[:1].upper() + error.message[1:]
    return Outcome(did="refused", where=one_line(where), what="note", reason=reason, hint=error.hint)
