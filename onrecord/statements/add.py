"""Recording that a source gives a wording to a speaker."""

from __future__ import annotations

from onrecord.db import observations
from onrecord.db.clock import now
from onrecord.db.kept_rows import Snapshot
from onrecord.db.observations import newest_copy
from onrecord.db.rows import Attribution, Source, Speaker, Statement
from onrecord.errors import Hint, InputError, UsageError
from onrecord.model.polarities import label
from onrecord.model.record import record, replace
from onrecord.model.records import Quote
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries
from onrecord.statements import rules
from onrecord.statements.fields import QuoteFields, RelayFields, check
from onrecord.statements.known import same_occurrence, same_statement
from onrecord.statements.named import Named
from onrecord.statements.place import Placement, place_at, place_quote
from onrecord.statements.rules import optional
from onrecord.statements.tag import tag_statement
from onrecord.text import dates, edtf, fold, languages, names
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import Locator, parse_locator
from onrecord.text.polarity import of_cue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store
    from onrecord.text.polarity import Polarity


@record()
class AddedQuote:
    """What recording did: a new statement, a new attribution of a known one, or nothing (it was there)."""

    quote: Quote
    new_statement: bool
    new_attribution: bool
    new_speakers: tuple[str, ...]
    notes: tuple[str, ...]


def add_quote(store: Store, fields: QuoteFields) -> AddedQuote:
    """Records one occurrence of a quotation.

    The wording is looked up in the newest stored copy of the source (`place_quote` says what may be refused).
    The same words of the same speaker are one statement; recording the identical occurrence again adds nothing.
    """
    check(fields)
    said = dates.typed(fields.said) if fields.said else None
    locator = parse_locator(fields.locator) if fields.locator else None
    source = store.get(Source, source_queries.source_id(store, fields.source))
    if fields.original:
        original_id(store, fields.original, source.id)
    snapshot, placed = _placed(store, fields, source, locator)
    who = Named(store, fields)
    by = who.speaker(fields, source, placed.wording)
    if snapshot is not None and fields.form is None and placed.form == "indirect":
        placed = _as_told(store, fields, source, locator, snapshot, by, placed)
    notes = placed.notes + _elsewhere(locator, placed)
    locator = locator or placed.locator
    polarity = fields.polarity or of_cue(
        fields.cue, language=fields.language, form=placed.form, wording=placed.wording
    )
    if fields.polarity is None and polarity != "asserted":
        notes += (note_of_cue(fields.cue or "", polarity),)
    elif fields.polarity is None and snapshot is not None:
        told = _as_expressed(snapshot, placed)
        if told != "asserted":
            from onrecord.statements.expressed import note_of_cue_instead, note_of_reading

            # "Denied" beside words in marks denies them, or is what is done by saying them: the text tells. "Said" is said.
            by_text = not fields.cue or of_cue(fields.cue, language=fields.language) != "asserted"
            polarity = told if by_text else polarity
            notes += (
                note_of_reading(told, by.name)
                if by_text
                else note_of_cue_instead(told, by.name, fields.cue or ""),
            )
    of = store.get(Statement, statement_queries.statement_id(store, fields.of)) if fields.of else None
    known = of or same_statement(store, placed.wording, by)
    if known and (twin := same_occurrence(store, known, source, by, placed, locator)):
        known_notes = ("it is recorded already", *_otherwise(twin, fields))
        return AddedQuote(_record(store, twin.id), False, False, (), known_notes)
    statement = known or _new_statement(store, placed.wording, by, source)
    _complete(store, statement, fields, said)
    outcome, moment = str(placed.outcome), now()
    attribution = store.insert(
        "attributions",
        statement_id=statement.id,
        speaker_id=by.id,
        source_id=source.id,
        form=placed.form,
        polarity=polarity,
        polarity_basis=fields.polarity_basis if fields.polarity else None,
        wording=placed.wording if placed.wording != statement.text else None,
        exact=placed.exact,
        prefix=placed.prefix,
        suffix=placed.suffix,
        locator_label=locator.label if locator else None,
        locator=locator.value if locator else None,
        named_as=optional(fields.named_as, "the name as printed"),
        cue=optional(fields.cue, "the cue"),
        said=said.text if said else None,
        said_min=said.earliest if said else None,
        said_max=said.latest if said else None,
        said_basis=(fields.said_basis or "stated") if said else None,
        language=languages.kept(optional(fields.language, "the language")),
        place=optional(fields.place, "the place"),
        occasion=optional(fields.occasion, "the occasion"),
        medium=fields.medium,
        snapshot_id=snapshot.id if snapshot else None,
        check_result=outcome,
        checked_at=moment,
        accepted_reason=placed.accepted,
        status=fields.status,
        status_reason=optional(fields.reason, "the reason"),
        translator_id=who.translator(fields.translator),
        quoted_from_id=statement_queries.one_attribution(store, fields.quoted_from)
        if fields.quoted_from
        else None,
        page_index=fields.page_index,
    )
    observations.log(store.connection, outcome, [attribution], moment)
    add_spans(store, attribution, placed)
    who.relays(attribution, through(fields.original, by.slug, fields.via))
    tag_statement(store, statement.id, fields.tags)
    return AddedQuote(_record(store, attribution), known is None, True, tuple(who.made), notes)


def original_id(store: Store, citekey: str, source: int) -> int:
    """The work that a source quotes somebody from. InputError: it is the source itself; NotFoundError."""
    work = source_queries.source_id(store, citekey)
    if work == source:
        raise InputError(f"{citekey} cannot be the original of what stands in it: it would quote itself.")
    return work


def through(original: str | None, speaker: str, via: Sequence[RelayFields]) -> tuple[RelayFields, ...]:
    """The hops of a quotation: somebody quoted from a work of his own is the first of them, with that work."""
    return (RelayFields(speaker=speaker, cited_source=original), *via) if original else tuple(via)


def newest_snapshot(store: Store, source_id: int) -> Snapshot | None:
    """The latest stored copy of a source."""
    return store.one(Snapshot, f"id = {newest_copy(':source')}", {"source": source_id})


def _placed(
    store: Store, fields: QuoteFields, source: Source, locator: Locator | None
) -> tuple[Snapshot | None, Placement]:
    accept = _reason_to_accept(fields.accept)
    if fields.at is not None:
        snapshot = store.get(Snapshot, fields.at.snapshot_id)
        placed = place_at(
            snapshot, fields.at, fields.form, accept=accept, cue=fields.cue, polarity=_polarity_typed(fields)
        )
        rules.wording(placed.wording)
        return snapshot, placed
    newest = newest_snapshot(store, source.id)
    return newest, place_quote(
        rules.wording(fields.text),
        newest,
        citekey=source.citekey,
        form=fields.form,
        fragments=tuple([rules.wording(fragment) for fragment in fields.quoted]),
        locator=locator,
        unverified=fields.unverified,
        accept=accept,
        cue=fields.cue,
        polarity=_polarity_typed(fields),
    )


def _polarity_typed(fields: QuoteFields) -> str:
    """What the source has the speaker do with the words, as far as somebody says so."""
    return fields.polarity or of_cue(
        fields.cue, language=fields.language, form=fields.form or "direct", wording=fields.text
    )


def _as_told(
    store: Store,
    fields: QuoteFields,
    source: Source,
    locator: Locator | None,
    snapshot: Snapshot,
    by: Speaker,
    placed: Placement,
) -> Placement:
    """What stands there without marks, as direct speech where the text tells otherwise that it is the speaker's."""
    from onrecord.statements.voices import WITHOUT_MARKS, told_by

    if (
        not placed.spans
        or of_cue(fields.cue, language=fields.language, form="indirect", wording=placed.wording) != "asserted"
    ):
        return placed
    told = told_by(store, source, snapshot, by, placed.spans[0].start, placed.spans[-1].end)
    if told is None:
        return replace(placed, notes=(*placed.notes, WITHOUT_MARKS))
    _, direct = _placed(store, replace(fields, form="direct"), source, locator)
    return replace(direct, notes=(*direct.notes, f"{WITHOUT_MARKS}: {told}"))


def _as_expressed(snapshot: Snapshot, placed: Placement) -> Polarity:
    """What the text around words in quotation marks has their speaker do with them."""
    if placed.form == "indirect" or not placed.spans:
        return "asserted"
    from onrecord.statements.expressed import expressed_at

    return expressed_at(snapshot.text, placed.spans[0].start, placed.spans[-1].end)


def note_of_cue(cue: str, polarity: str) -> str:
    """What is noted where the cue alone makes an attribution other than asserted."""
    return f"its cue “{cue}” makes it {label(polarity)}"


def _reason_to_accept(typed: str | None) -> str | None:
    if typed is not None and not (reason := optional(typed, "the reason to accept")):
        raise UsageError(
            "What is accepted needs a reason: it is printed wherever this is cited.",
            hint=Hint("give_acceptance"),
        )
    return reason if typed is not None else None


def add_spans(store: Store, attribution: int, placed: Placement) -> None:
    """Keeps where the wording stands."""
    for position, span in enumerate(placed.spans, 1):
        store.insert(
            "spans",
            attribution_id=attribution,
            position=position,
            start=span.start,
            end=span.end,
            quoted=span.quoted,
        )


def _new_statement(store: Store, wording: str, by: Speaker, source: Source) -> Statement:
    candidates = rules.keys(
        fold.identity_fold(wording), names.name_key(by.name), source.citekey if by.unnamed else None
    )
    key = next(
        candidate
        for candidate in candidates
        if store.value("SELECT 1 FROM statements WHERE key = ?", (candidate,)) is None
    )
    number = store.insert("statements", key=key, text=wording, text_key=fold.text_key(wording))
    return store.get(Statement, number)


def _complete(store: Store, statement: Statement, fields: QuoteFields, said: edtf.Edtf | None) -> None:
    """Fills what the statement does not know yet; what it knows stays."""
    note = optional(fields.note, "the note")
    if note is not None and statement.note is None:
        store.update("statements", statement.id, note=note)
    # Whoever is wrongly said to have said it was not heard on that day.
    if said and statement.said is None and fields.status != "misattributed":
        store.update("statements", statement.id, said=said.text, said_min=said.earliest, said_max=said.latest)


def _otherwise(twin: Attribution, fields: QuoteFields) -> tuple[str, ...]:
    """A remark where what is recorded already has another polarity than the one asked for."""
    if fields.polarity in (None, twin.polarity):
        return ()
    return (f"it is recorded as {label(twin.polarity)}",)


def _elsewhere(locator: Locator | None, placed: Placement) -> tuple[str, ...]:
    """A remark where the place given is not the one that the stored text has the wording in."""
    if locator and placed.locator and locator.label == placed.locator.label and locator != placed.locator:
        return (f"in the stored text it stands in {format_locator(*placed.locator)}",)
    return ()


def _record(store: Store, attribution: int) -> Quote:
    return statement_queries.quotes(store, [attribution])[0]
