"""Changing the wording of a statement, and what one source says of it: looked up in its text again."""

from __future__ import annotations

from onrecord.db import observations
from onrecord.db.clock import now
from onrecord.db.rows import Attribution, Speaker, Statement
from onrecord.errors import ConflictError, Hint, UsageError
from onrecord.model.records import MYSELF
from onrecord.model.vocabulary import ACCEPTABLE
from onrecord.sources import queries as source_queries
from onrecord.speakers.queries import same_as
from onrecord.speakers.write import find_speaker, myself
from onrecord.statements import add, known, verify
from onrecord.statements import queries as statement_queries
from onrecord.statements.edits import OF_THE_OCCURRENCE
from onrecord.statements.expressed import as_expressed
from onrecord.statements.place import Placement, place_quote
from onrecord.statements.rules import optional
from onrecord.text import dates, fold, languages
from onrecord.text.clean import check_input
from onrecord.text.locators import parse_locator
from onrecord.text.polarity import of_cue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from onrecord.db.store import Store
    from onrecord.statements.edits import Edits

    # Of a relay: the speaker, the cue, the name as printed, the source that is cited.
    Hop = tuple[int, str | None, str | None, int | None]


def reword(store: Store, statement: Statement, edits: Edits) -> None:
    """Gives a statement another wording, in every source that has the old one."""
    wording = check_input(edits.text or "", "the wording")
    attributions = store.all(Attribution, "statement_id = ?", (statement.id,))
    # A misquotation, or a variant recorded with --of, keeps the wording that its own source has.
    same = [
        attribution
        for attribution in attributions
        if fold.text_key(attribution.wording or statement.text) == statement.text_key
    ]
    placements = [_placed(store, attribution, wording, attribution.form, edits) for attribution in same]
    text = placements[0].wording if placements else wording
    for attribution in attributions:
        twin = known.same_statement(store, text, store.get(Speaker, attribution.speaker_id))
        if twin is not None and twin.id != statement.id:
            raise ConflictError(f"That is the wording of {twin.key} already, by the same speaker.")
    store.update("statements", statement.id, text=text, text_key=fold.text_key(text))
    for attribution, placed in zip(same, placements, strict=True):
        store.update("attributions", attribution.id, **_put(store, attribution, text, placed))


def _placed(
    store: Store,
    attribution: Attribution,
    wording: str,
    form: str,
    edits: Edits,
    *,
    kept: str | None = None,
    cue: str | None = None,
) -> Placement:
    """Looks a wording up again. `kept`: why the same one was accepted before; `cue`: the one that it has now."""
    return place_quote(
        wording,
        add.newest_snapshot(store, attribution.source_id),
        citekey=store.value("SELECT citekey FROM sources WHERE id = ?", (attribution.source_id,)),
        form=form,
        fragments=edits.quoted,
        locator=parse_locator(edits.locator) if edits.locator else None,
        unverified=edits.unverified,
        accept=optional(edits.accept, "the reason to accept") if edits.accept else kept,
        cue=cue if cue is not None else attribution.cue,
        polarity=edits.polarity or attribution.polarity,
    )


def _put(store: Store, attribution: Attribution, text: str, placed: Placement) -> dict[str, Any]:
    """Keeps where the wording stands now; returns the columns that follow from it. `text` is that of the statement."""
    outcome, moment = str(placed.outcome), now()
    snapshot = add.newest_snapshot(store, attribution.source_id)
    same_place = placed.locator is not None and attribution.locator_label == placed.locator.label
    store.execute("DELETE FROM spans WHERE attribution_id = ?", (attribution.id,))
    observations.log(store.connection, outcome, [attribution.id], moment)
    add.add_spans(store, attribution.id, placed)
    return {
        "form": placed.form,
        "wording": placed.wording if placed.wording != text else None,
        "exact": placed.exact,
        "prefix": placed.prefix,
        "suffix": placed.suffix,
        "check_result": outcome,
        "checked_at": moment,
        "accepted_reason": placed.accepted,
        "snapshot_id": snapshot.id if snapshot else None,
        "locator": placed.locator.value if placed.locator and same_place else attribution.locator,
    }


def edit_attribution(store: Store, before: Attribution, statement: Statement, edits: Edits) -> None:
    """Changes what a source says of a statement."""
    row: dict[str, Any] = dict(vars(before))
    assumed = before.polarity_basis is None and before.polarity == _expressed(row, statement)
    if edits.by is not None:
        by = find_speaker(store, edits.by).id
        # The printed name was another's.
        if by != before.speaker_id and edits.named_as is None:
            row["named_as"] = None
        row["speaker_id"] = by
    if edits.cue is not None:
        row["cue"] = optional(edits.cue, "cue")
    if (edits.form or edits.quoted or edits.accept) and edits.text is None:
        wording = before.wording or statement.text
        form = edits.form or ("mixed" if edits.quoted else before.form)
        kept = before.accepted_reason if before.check_result in ACCEPTABLE and edits.accept is None else None
        placed = _placed(store, before, wording, form, edits, kept=kept, cue=row["cue"] or "")
        row |= _put(store, before, statement.text, placed)
    elif edits.accept == "":
        row["accepted_reason"] = None
    for name in OF_THE_OCCURRENCE:
        value = getattr(edits, name)
        if value is not None:
            row[name] = optional(value, name)
    if edits.language is not None:
        row["language"] = languages.kept(row["language"])
    if edits.polarity is not None:
        row["polarity"], row["polarity_basis"] = edits.polarity, "stated"
    elif assumed and (edits.cue is not None or edits.form is not None):
        row["polarity"] = _expressed(row, statement)
        if row["polarity"] == "asserted" and row["cue"]:
            row["polarity"] = as_expressed(store, before.id, row["form"])
    row |= _connections(store, before, statement, row["speaker_id"], edits)
    _doubt(row, edits)
    differs = {name: value for name, value in row.items() if value != getattr(before, name)}
    store.update("attributions", before.id, **differs)
    recast = edits.cue is not None or row["polarity"] != before.polarity
    if recast and row["check_result"] is not None:
        # Whether a clause is one of reporting may hang on its cue, and whether one in front turns the sense on the polarity.
        (check,) = verify.check(store, [before.id])
        store.update("attributions", before.id, check_result=str(check.outcome), checked_at=now())


def _connections(
    store: Store, before: Attribution, statement: Statement, speaker: int, edits: Edits
) -> dict[str, Any]:
    """When, where and through whom it came, as edited: the columns that change."""
    row: dict[str, Any] = {}
    if edits.via is not None or edits.original is not None or edits.by is not None:
        _relay(store, before, speaker, edits)
    if edits.said is not None:
        row |= _date(store, before, statement, edits.said)
    if edits.said_basis:
        row["said_basis"] = edits.said_basis
    if edits.locator is not None:
        locator = parse_locator(edits.locator) if edits.locator else None
        row["locator_label"] = locator.label if locator else None
        row["locator"] = locator.value if locator else None
    if edits.translator is not None:
        row["translator_id"] = _translator(store, edits.translator).id if edits.translator else None
    if edits.quoted_from is not None:
        row["quoted_from_id"] = _origin(store, before, edits.quoted_from)
    return row


def _expressed(row: dict[str, Any], statement: Statement) -> str:
    """What the cue says of the words."""
    return of_cue(
        row["cue"], language=row["language"], form=row["form"], wording=row["wording"] or statement.text
    )


def _relay(store: Store, before: Attribution, speaker: int, edits: Edits) -> None:
    """Writes the hops anew: the speaker with a work of his own, if there is one, then those who passed it on."""
    there: list[Hop] = store.rows(
        "SELECT speaker_id, cue, named_as, cited_source_id FROM relays WHERE attribution_id = ? ORDER BY hop",
        (before.id,),
    )
    former = same_as(store, before.speaker_id)
    own: list[Hop] = [
        (speaker, cue, name, cited) for who, cue, name, cited in there if who in former and cited is not None
    ]
    hops = [hop for hop in there if hop[0] not in former or hop[3] is None]
    if edits.original is not None:
        work = add.original_id(store, edits.original, before.source_id) if edits.original else None
        own = [(speaker, None, None, work)] if work else []
    if edits.via is not None:
        hops = [
            (find_speaker(store, hop.speaker).id, hop.cue, None, _cited(store, hop.cited_source))
            for hop in edits.via
            if hop.speaker
        ]
        # Whoever names the speaker among the hops means the same by it.
        own = [] if edits.original is None and any(hop[0] in same_as(store, speaker) for hop in hops) else own
    store.execute("DELETE FROM relays WHERE attribution_id = ?", (before.id,))
    for number, (who, cue, named_as, cited) in enumerate([*own, *hops], 1):
        store.insert(
            "relays",
            attribution_id=before.id,
            hop=number,
            speaker_id=who,
            cue=cue,
            named_as=named_as,
            cited_source_id=cited,
        )


def _cited(store: Store, citekey: str | None) -> int | None:
    return source_queries.source_id(store, citekey) if citekey else None


def _date(store: Store, before: Attribution, statement: Statement, typed: str) -> dict[str, Any]:
    said = dates.typed(typed) if typed else None
    values = {
        "said": said.text if said else None,
        "said_min": said.earliest if said else None,
        "said_max": said.latest if said else None,
    }
    if statement.said == before.said:
        store.update("statements", statement.id, **values)
    return {**values, "said_basis": "stated" if said else None}


def _translator(store: Store, name: str) -> Speaker:
    return myself(store) if name == MYSELF else find_speaker(store, name)


def _origin(store: Store, attribution: Attribution, typed: str) -> int | None:
    """The attribution that this one is quoted from; a chain of origins never comes back to its beginning."""
    if not typed:
        return None
    origin = statement_queries.one_attribution(store, typed)
    step: int | None = origin
    while step is not None:
        if step == attribution.id:
            raise ConflictError(f"{typed} is quoted from this one itself: an origin cannot be its own.")
        step = store.value("SELECT quoted_from_id FROM attributions WHERE id = ?", (step,))
    return origin


def _doubt(row: dict[str, Any], edits: Edits) -> None:
    if edits.reason is not None:
        row["status_reason"] = optional(edits.reason, "the reason")
    if edits.status is not None:
        row["status"] = edits.status
        if edits.status == "sourced" and edits.reason is None:
            row["status_reason"] = None
    if edits.rank is not None:
        row["rank"] = edits.rank
        if edits.rank != "deprecated" and edits.rank_reason is None:
            row["rank_reason"] = None
    if row["status"] != "sourced" and not row["status_reason"]:
        raise UsageError(
            f"The status {row['status']} needs a reason: it is printed wherever this is cited.",
            hint=Hint("give_reason"),
        )
    if row["rank"] == "deprecated" and not row["rank_reason"]:
        raise UsageError(
            "The rank deprecated needs a reason: it is printed wherever this is cited.",
            hint=Hint("give_rank_reason"),
        )
