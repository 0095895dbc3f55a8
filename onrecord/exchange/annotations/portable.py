"""A quotation as plain JSON that gives the same entry back: what foreign formats carry beside their own fields."""

from onrecord.cite import csl
from onrecord.errors import InputError
from onrecord.exchange.entries import NameEntry, QuoteEntry, RelayEntry, SourceEntry
from onrecord.model.records import Json, Quote, SourceRecord, SpeakerRef

_TEXTS = (
    "cue", "prefix", "suffix", "locator_label", "locator", "said", "place", "occasion", "medium", "language",
    "note", "status_reason",
)  # fmt: skip


def packed(quote: Quote) -> Json:
    """Everything a `QuoteEntry` can say of a quotation; what has no value is left out."""
    packed_quote: Json = {
        "text": quote.text,
        "speaker": _packed_name(quote.speaker, quote.named_as),
        "source": packed_source(quote.source),
        "form": quote.form,
        "polarity": quote.polarity if quote.polarity != "asserted" else None,
        "via": [
            _filled(
                {
                    "name": _packed_name(hop.speaker, hop.named_as),
                    "cue": hop.cue,
                    "source": packed_source(hop.cited_source) if hop.cited_source else None,
                }
            )
            for hop in quote.via
        ],
        **{name: getattr(quote, name) for name in _TEXTS},
        "page_index": quote.page_index,
        "translator": _packed_name(quote.translator, None) if quote.translator else None,
        "tags": list(quote.tags),
        "status": quote.status,
    }
    return _filled(packed_quote)


def unpacked(packed: Json, where: str) -> QuoteEntry:
    """The entry again. InputError: a field is missing or not of its type."""
    source = packed.get("source")
    speaker, translator = packed.get("speaker"), packed.get("translator")
    index = packed.get("page_index")
    if index is not None and (isinstance(index, bool) or not isinstance(index, int) or index < 0):
        raise InputError("page_index is not a page counted from 0.")
    tags = _list(packed, "tags")
    if not all(isinstance(tag, str) for tag in tags):
        raise InputError("tags holds something that is not text.")
    entry = QuoteEntry(
        where=where,
        text=_text(packed, "text") or "",
        speaker=_name(speaker) if speaker is not None else None,
        source=unpacked_source(source, where) if source is not None else None,
        form=_text(packed, "form") or "direct",
        via=tuple(_relay(hop, where) for hop in _list(packed, "via")),
        page_index=index,
        translator=_name(translator) if translator is not None else None,
        tags=tuple(str(tag) for tag in tags),
        status=_text(packed, "status") or "sourced",
        **{name: _text(packed, name) for name in _TEXTS},
    )
    if not entry.text.strip():
        raise InputError("It holds no wording.")
    if bool(entry.locator) != bool(entry.locator_label):
        raise InputError("locator and locator_label come both or neither.")
    return entry


def _packed_name(speaker: SpeakerRef, named_as: str | None) -> Json:
    return _filled(
        {
            "name": named_as or speaker.name if speaker.unnamed else speaker.name,
            "family": speaker.family,
            "given": speaker.given,
            "kind": speaker.kind,
            "unnamed": speaker.unnamed or None,
        }
    )


def packed_source(source: SourceRecord) -> Json:
    """A source as its CSL item, where it is kept, and its further citekeys."""
    return _filled(
        {"csl": csl.item(source), "archive_url": source.archive_url, "citekeys": list(source.aliases)}
    )


def _filled(record: Json) -> Json:
    return {name: value for name, value in record.items() if value is not None and value != []}


def _name(packed: object) -> NameEntry:
    node = _node(packed, "a name")
    name = _text(node, "name")
    if not name or not name.strip():
        raise InputError("A name is empty.")
    return NameEntry(
        name=name,
        family=_text(node, "family"),
        given=_text(node, "given"),
        kind=_text(node, "kind"),
        unnamed=node.get("unnamed") is True,
    )


def unpacked_source(packed: object, where: str) -> SourceEntry:
    """The entry of a source again. InputError: a field is missing or not of its type."""
    node = _node(packed, "a source")
    aliases = _list(node, "citekeys")
    if not all(isinstance(alias, str) for alias in aliases):
        raise InputError("citekeys holds something that is not text.")
    return SourceEntry(
        where=where,
        csl=_node(node.get("csl"), "the CSL item of a source"),
        archive_url=_text(node, "archive_url"),
        aliases=tuple(map(str, aliases)),
    )


def _relay(packed: object, where: str) -> RelayEntry:
    node = _node(packed, "a hop")
    source = node.get("source")
    return RelayEntry(
        name=_name(node.get("name")),
        cue=_text(node, "cue"),
        source=unpacked_source(source, where) if source is not None else None,
    )


def _node(value: object, what: str) -> Json:
    if not isinstance(value, dict):
        raise InputError(f"{what[:1].upper()}{what[1:]} is not an object.")
    return value


def _list(node: Json, field: str) -> list[object]:
    value = node.get(field)
    if value is not None and not isinstance(value, list):
        raise InputError(f"{field} is not a list.")
    return value or []


def _text(node: Json, field: str) -> str | None:
    value = node.get(field)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{field} is not text.")
    return value
