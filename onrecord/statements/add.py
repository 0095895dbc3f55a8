"""Recording that a source gives a wording to a speaker."""

from __future__ import annotations

from onrecord.db import observations
from onrecord.db.clock import now
from onrecord.db.observations import newest_copy
from onrecord.db.reader import array
from onrecord.db.rows import Attribution, Snapshot, Source, Speaker, Statement
from onrecord.errors import Hint, InputError, UsageError
from onrecord.model.polarities import label
from onrecord.model.record import record, replace
from onrecord.model.records import MYSELF, Quote
from onrecord.model.vocabulary import FORMS, MEDIA, POLARITIES, STATUSES
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.write import find_or_add_speaker, myself
from onrecord.statements import queries as statement_queries
from onrecord.statements.place import At, Placement, place_at, place_quote
from onrecord.statements.tag import tag_statement
from onrecord.text import dates, edtf, fold, names, slugs
from onrecord.text.clean import check_input
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import Locator, parse_locator
from onrecord.text.polarity import of_cue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store


@record(kw_only=True)
class RelayFields:
    """A hop as given: who passed the statement on, with which words, citing which source.

    `named_as` is the name as printed; without it, `speaker` where that is a name and not the slug.
    """

    speaker: str
    cue: str | None = None
    cited_source: str | None = None
    named_as: str | None = None


@record(kw_only=True)
class QuoteFields:
    """What somebody says of a quotation. `via` runs from the hop nearest to the speaker outwards.

    `polarity` is what the source has the speaker do with the words; None: what the cue expresses. `polarity_basis` goes
    with one that is given: "stated" where a person decided so.

    `kind` and `via_kind` are for speakers that `new_speaker` lets be made; None: a person says it, an
    organisation passes it on. `accept` is why an elided or inverted wording may pass. `at` is the place where it stands, where that is known: then nothing is looked for, and
    `text` is for the reader of an error only.
    """

    text: str
    by: str
    source: str
    form: str | None = None
    polarity: str | None = None
    polarity_basis: str | None = "stated"
    quoted: tuple[str, ...] = ()
    cue: str | None = None
    named_as: str | None = None
    via: tuple[RelayFields, ...] = ()
    said: str | None = None
    said_basis: str | None = None
    place: str | None = None
    occasion: str | None = None
    medium: str | None = None
    locator: str | None = None
    translator: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    status: str = "sourced"
    reason: str | None = None
    of: str | None = None
    quoted_from: str | None = None
    page_index: int | None = None
    unverified: bool = False
    accept: str | None = None
    new_speaker: bool = False
    kind: str | None = None
    via_kind: str | None = None
    unnamed: bool = False
    at: At | None = None


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
    _check_words(fields)
    said = dates.typed(fields.said) if fields.said else None
    locator = parse_locator(fields.locator) if fields.locator else None
    source = store.get(Source, source_queries.source_id(store, fields.source))
    snapshot, placed = _placed(store, fields, source, locator)
    who = _Speakers(store, fields)
    by = who.speaker(fields, source, placed)
    if snapshot is not None and fields.at is None and fields.form is None and placed.form == "indirect":
        placed = _as_told(store, fields, source, locator, snapshot, by, placed)
    notes = placed.notes + _elsewhere(locator, placed)
    locator = locator or placed.locator
    polarity = fields.polarity or of_cue(
        fields.cue, language=fields.language, form=placed.form, wording=placed.wording
    )
    if fields.polarity is None and polarity != "asserted":
        notes += (note_of_cue(fields.cue or "", polarity),)
    of = store.get(Statement, statement_queries.statement_id(store, fields.of)) if fields.of else None
    known = of or same_statement(store, placed.wording, by)
    if known and (twin := _same_occurrence(store, known, source, by, placed, locator)):
        known_notes = ("it is recorded already", *_otherwise(twin, fields))
        return AddedQuote(_record(store, twin.id), False, False, (), known_notes)
    statement = known or _new_statement(store, placed.wording, by, source)
    _complete(store, statement, fields, said)
    outcome, at = str(placed.outcome), now()
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
        named_as=_optional(fields.named_as, "the name as printed"),
        cue=_optional(fields.cue, "the cue"),
        said=said.text if said else None,
        said_min=said.earliest if said else None,
        said_max=said.latest if said else None,
        said_basis=(fields.said_basis or "stated") if said else None,
        language=_optional(fields.language, "the language"),
        place=_optional(fields.place, "the place"),
        occasion=_optional(fields.occasion, "the occasion"),
        medium=fields.medium,
        snapshot_id=snapshot.id if snapshot else None,
        check_result=outcome,
        checked_at=at,
        accepted_reason=placed.accepted,
        status=fields.status,
        status_reason=_optional(fields.reason, "the reason"),
        translator_id=who.translator(fields.translator),
        quoted_from_id=statement_queries.one_attribution(store, fields.quoted_from)
        if fields.quoted_from
        else None,
        page_index=fields.page_index,
    )
    observations.log(store.connection, outcome, [attribution], at)
    add_spans(store, attribution, placed)
    who.relays(attribution, fields.via)
    tag_statement(store, statement.id, fields.tags)
    return AddedQuote(_record(store, attribution), known is None, True, tuple(who.made), notes)


def newest_snapshot(store: Store, source_id: int) -> Snapshot | None:
    """The latest stored copy of a source."""
    return store.one(Snapshot, f"id = {newest_copy(':source')}", {"source": source_id})


def _placed(
    store: Store, fields: QuoteFields, source: Source, locator: Locator | None
) -> tuple[Snapshot | None, Placement]:
    accept = _reason_to_accept(fields.accept)
    if fields.at is not None:
        snapshot = store.get(Snapshot, fields.at.snapshot_id)
        placed = place_at(snapshot, fields.at, fields.form, accept=accept, cue=fields.cue)
        _checked_text(placed.wording)
        return snapshot, placed
    newest = newest_snapshot(store, source.id)
    return newest, place_quote(
        _checked_text(fields.text),
        newest,
        citekey=source.citekey,
        form=fields.form,
        fragments=tuple([_checked_text(fragment) for fragment in fields.quoted]),
        locator=locator,
        unverified=fields.unverified,
        accept=accept,
        cue=fields.cue,
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


def note_of_cue(cue: str, polarity: str) -> str:
    """What is noted where the cue alone makes an attribution other than asserted."""
    return f"its cue “{cue}” makes it {label(polarity)}"


def _reason_to_accept(given: str | None) -> str | None:
    if given is not None and not (reason := _optional(given, "the reason to accept")):
        raise UsageError(
            "What is accepted needs a reason: it is printed wherever this is cited.",
            hint=Hint("give_acceptance"),
        )
    return reason if given is not None else None


def same_statement(store: Store, wording: str, by: Speaker) -> Statement | None:
    """The statement with these words, folded, that somebody gave to this speaker; merges count."""
    candidates = store.all(
        Statement,
        "text_key = ? AND EXISTS (SELECT 1 FROM attributions AS a WHERE a.statement_id = statements.id "
        "AND a.speaker_id IN (SELECT value FROM json_each(?)))",
        (fold.text_key(wording), array(speaker_queries.same_as(store, by.merged_into_id or by.id))),
    )
    wanted = fold.identity_fold(wording)
    return next((known for known in candidates if fold.identity_fold(known.text) == wanted), None)


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


class _Speakers:
    """Finds everybody a quotation names, and makes those it is allowed to make."""

    def __init__(self, store: Store, fields: QuoteFields) -> None:
        self.store = store
        self.create = fields.new_speaker
        self.via_kind = fields.via_kind or fields.kind or "organisation"
        self.made: list[str] = []

    def speaker(self, fields: QuoteFields, source: Source, placed: Placement) -> Speaker:
        if fields.unnamed and self.create:
            # Recording the same occurrence twice must not make a second "senior official".
            for known in unnamed_in(self.store, source.id, fields.by):
                if same_statement(self.store, placed.wording, known):
                    return known
        return self._found(fields.by, fields.kind or "person", unnamed=fields.unnamed)

    def translator(self, name: str | None) -> int | None:
        if name and name == MYSELF:
            return myself(self.store).id
        return self._found(name, "person").id if name else None

    def relays(self, attribution: int, hops: Sequence[RelayFields]) -> None:
        for number, hop in enumerate(hops, 1):
            cited = source_queries.source_id(self.store, hop.cited_source) if hop.cited_source else None
            relayer = self._found(hop.speaker, self.via_kind)
            printed = _optional(hop.named_as, "the name as printed") or hop.speaker
            self.store.insert(
                "relays",
                attribution_id=attribution,
                hop=number,
                speaker_id=relayer.id,
                cue=_optional(hop.cue, "the cue"),
                named_as=printed if printed not in (relayer.name, relayer.slug) else None,
                cited_source_id=cited,
            )

    def _found(self, name: str, kind: str, *, unnamed: bool = False) -> Speaker:
        found = find_or_add_speaker(self.store, name, create=self.create, kind=kind, unnamed=unnamed)
        if found.created:
            self.made.append(found.speaker.slug)
        return found.speaker


def unnamed_in(store: Store, source_id: int, name: str) -> list[Speaker]:
    """The unnamed speakers that a source calls so."""
    return store.all(
        Speaker,
        "unnamed AND name = ? AND id IN (SELECT speaker_id FROM attributions WHERE source_id = ?)",
        (name, source_id),
    )


def _same_occurrence(
    store: Store,
    statement: Statement,
    source: Source,
    by: Speaker,
    placed: Placement,
    locator: Locator | None,
) -> Attribution | None:
    wanted = [(span.start, span.end) for span in placed.spans]
    everyone = array(speaker_queries.same_as(store, by.merged_into_id or by.id))
    for attribution in store.all(
        Attribution,
        "statement_id = ? AND source_id = ? AND speaker_id IN (SELECT value FROM json_each(?))",
        (statement.id, source.id, everyone),
    ):
        spans = store.rows(
            'SELECT start, "end" FROM spans WHERE attribution_id = ? ORDER BY position', (attribution.id,)
        )
        here = (attribution.locator_label, attribution.locator) if attribution.locator else None
        if spans == wanted and (wanted or here == locator):
            return attribution
    return None


def _new_statement(store: Store, wording: str, by: Speaker, source: Source) -> Statement:
    """The key is a digest of who said what, longer where another statement has it already."""
    length = 10
    while True:
        key = slugs.statement_key(
            fold.identity_fold(wording),
            names.name_key(by.name),
            source.citekey if by.unnamed else None,
            length=length,
        )
        if store.value("SELECT 1 FROM statements WHERE key = ?", (key,)) is None:
            break
        length += 1
    number = store.insert("statements", key=key, text=wording, text_key=fold.text_key(wording))
    return store.get(Statement, number)


def _complete(store: Store, statement: Statement, fields: QuoteFields, said: edtf.Edtf | None) -> None:
    """Fills what the statement does not know yet; what it knows stays."""
    note = _optional(fields.note, "the note")
    if note is not None and statement.note is None:
        store.update("statements", statement.id, note=note)
    # Whoever is wrongly said to have said it was not heard on that day.
    if said and statement.said is None and fields.status != "misattributed":
        store.update("statements", statement.id, said=said.text, said_min=said.earliest, said_max=said.latest)


def _check_words(fields: QuoteFields) -> None:
    for value, known, what in (
        (fields.form, FORMS, "form"),
        (fields.polarity, POLARITIES, "polarity"),
        (fields.medium, MEDIA, "medium"),
        (fields.status, STATUSES, "status"),
    ):
        if value is not None and value not in known:
            raise UsageError(f"{value!r} is not a {what}. Choose from: {', '.join(known)}.")
    if fields.status != "sourced" and not (fields.reason or "").strip():
        raise UsageError(
            f"The status {fields.status} needs a reason: it is printed wherever this is cited.",
            hint=Hint("give_reason"),
        )
    if fields.unnamed and not fields.new_speaker:
        raise UsageError("Only a new speaker can be said to be unnamed.", hint=Hint("make_unnamed"))


def _otherwise(twin: Attribution, fields: QuoteFields) -> tuple[str, ...]:
    """A remark where what is recorded already has another polarity than the one asked for."""
    if fields.polarity in (None, twin.polarity):
        return ()
    return (f"it is recorded as {label(twin.polarity)}",)


def _checked_text(given: str) -> str:
    text = check_input(given, "the wording")
    if not any(character.isalnum() for character in text):
        raise InputError("The wording holds no letter or digit.")
    return text


def _elsewhere(given: Locator | None, placed: Placement) -> tuple[str, ...]:
    """A remark where the place given is not the one that the stored text has the wording in."""
    if given and placed.locator and given.label == placed.locator.label and given != placed.locator:
        return (f"in the stored text it stands in {format_locator(*placed.locator)}",)
    return ()


def _optional(given: str | None, what: str) -> str | None:
    return (check_input(given, what) or None) if given is not None else None


def _record(store: Store, attribution: int) -> Quote:
    return statement_queries.quotes(store, [attribution])[0]
