"""Changing what is recorded of a statement or of one of its attributions."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from onrecord import lookup, speakers, verify
from onrecord.db import store as stores
from onrecord.db.clock import now
from onrecord.db.models import Attribution, Relay, Source, Span, Statement
from onrecord.db.rows import Speaker
from onrecord.db.words import ACCEPTABLE, FORMS, MEDIA, POLARITIES, RANKS, SAID_BASES, STATUSES
from onrecord.errors import ConflictError, UsageError
from onrecord.quotes import adding
from onrecord.quotes.adding import RelayFields
from onrecord.quotes.placement import Placement, place
from onrecord.records import MYSELF
from onrecord.text import edtf, fold
from onrecord.text.clean import check_input
from onrecord.text.locators import parse_locator
from onrecord.text.polarity import of_cue


@dataclass(frozen=True, kw_only=True)
class Edits:
    """What shall change; None leaves it as it is, an empty text takes it away where it may be missing."""

    text: str | None = None
    language: str | None = None
    place: str | None = None
    occasion: str | None = None
    medium: str | None = None
    note: str | None = None
    by: str | None = None
    form: str | None = None
    polarity: str | None = None
    quoted: tuple[str, ...] = ()
    cue: str | None = None
    named_as: str | None = None
    via: tuple[RelayFields, ...] | None = None
    said: str | None = None
    said_basis: str | None = None
    locator: str | None = None
    translator: str | None = None
    quoted_from: str | None = None
    status: str | None = None
    reason: str | None = None
    rank: str | None = None
    rank_reason: str | None = None
    unverified: bool = False
    accept: str | None = None


OF_THE_STATEMENT = ("note",)
OF_THE_OCCURRENCE = ("language", "place", "occasion", "medium", "cue", "named_as", "rank_reason")
NOT_OF_THE_ATTRIBUTION = frozenset({"text", "unverified", *OF_THE_STATEMENT})
VOCABULARIES = {
    "form": FORMS,
    "polarity": POLARITIES,
    "medium": MEDIA,
    "said_basis": SAID_BASES,
    "status": STATUSES,
    "rank": RANKS,
}


def edit(session: Session, reference: str, edits: Edits) -> list[str]:
    """Changes the statement or attribution that `reference` names; returns what changed, in words.

    A KEY means the statement, and its attribution too where it has just one. A new wording is looked up again in
    every source that gives the old one: WordingError where it is not there.
    """
    changed = [
        one.name
        for one in fields(edits)
        if one.name != "unverified" and getattr(edits, one.name) not in (None, ())
    ]
    if not changed:
        raise UsageError("Nothing to change: give at least one option, such as --said or --locator.")
    for name, words in VOCABULARIES.items():
        value = getattr(edits, name)
        if value and value not in words:
            raise UsageError(f"{value!r} is not a {name}. Choose from: {', '.join(words)}.")
    statement = lookup.statement(session, reference.partition("@")[0])
    for name in OF_THE_STATEMENT:
        value = getattr(edits, name)
        if value is not None:
            setattr(statement, name, _optional(value, name))
    if edits.text is not None:
        _reword(session, statement, edits)
    if set(changed) - NOT_OF_THE_ATTRIBUTION:
        _edit_attribution(session, lookup.one_attribution(session, reference), statement, edits)
    session.flush()
    return changed


def _reword(session: Session, statement: Statement, edits: Edits) -> None:
    wording = check_input(edits.text or "", "the wording")
    rows = session.scalars(select(Attribution).where(Attribution.statement_id == statement.id)).all()
    old_key = statement.text_key
    # A misquotation, or a variant recorded with --of, keeps the wording that its own source has.
    same = [one for one in rows if fold.text_key(one.wording or statement.text) == old_key]
    placements = [_placed(session, one, wording, one.form, edits) for one in same]
    text = placements[0].wording if placements else wording
    for one in rows:
        by = stores.of(session).get(Speaker, one.speaker_id)
        twin = adding.same_statement(session, text, by)
        if twin is not None and twin.id != statement.id:
            raise ConflictError(f"That is the wording of {twin.key} already, by the same speaker.")
    statement.text, statement.text_key = text, fold.text_key(text)
    for one, placed in zip(same, placements, strict=True):
        _put(session, one, placed)


def _placed(
    session: Session, one: Attribution, wording: str, form: str, edits: Edits, *, kept: str | None = None
) -> Placement:
    """Looks a wording up again. `kept`: why the same one was accepted before."""
    source = session.get_one(Source, one.source_id)
    return place(
        wording,
        lookup.newest_snapshot(session, source.id),
        citekey=source.citekey,
        form=form,
        fragments=edits.quoted,
        locator=parse_locator(edits.locator) if edits.locator else None,
        unverified=edits.unverified,
        accept=_optional(edits.accept, "the reason to accept") if edits.accept else kept,
        cue=one.cue,
    )


def _put(session: Session, one: Attribution, placed: Placement) -> None:
    statement = session.get_one(Statement, one.statement_id)
    one.form = placed.form
    one.wording = placed.wording if placed.wording != statement.text else None
    one.exact, one.prefix, one.suffix = placed.exact, placed.prefix, placed.suffix
    one.check_result, one.checked_at = str(placed.outcome), now()
    one.accepted_reason = placed.accepted
    snapshot = lookup.newest_snapshot(session, one.source_id)
    one.snapshot_id = snapshot.id if snapshot else None
    if placed.locator and one.locator_label == placed.locator.label:
        one.locator = placed.locator.value
    session.execute(delete(Span).where(Span.attribution_id == one.id))
    session.flush()
    adding.log_outcome(session, one)
    adding.add_spans(session, one, placed)


def _edit_attribution(session: Session, one: Attribution, statement: Statement, edits: Edits) -> None:
    assumed = one.polarity_basis is None and one.polarity == _expressed(one, statement)
    if edits.by is not None:
        by = speakers.find(session, edits.by).id
        # The printed name was another's.
        if by != one.speaker_id and edits.named_as is None:
            one.named_as = None
        one.speaker_id = by
    if edits.cue is not None:
        one.cue = _optional(edits.cue, "cue")
    if (edits.form or edits.quoted or edits.accept) and edits.text is None:
        wording = one.wording or statement.text
        form = edits.form or ("mixed" if edits.quoted else one.form)
        kept = one.accepted_reason if one.check_result in ACCEPTABLE and edits.accept is None else None
        _put(session, one, _placed(session, one, wording, form, edits, kept=kept))
    elif edits.accept == "":
        one.accepted_reason = None
    for name in OF_THE_OCCURRENCE:
        value = getattr(edits, name)
        if value is not None:
            setattr(one, name, _optional(value, name))
    if edits.polarity is not None:
        one.polarity, one.polarity_basis = edits.polarity, "stated"
    elif assumed and (edits.cue is not None or edits.form is not None):
        one.polarity = _expressed(one, statement)
    if edits.via is not None:
        _relay(session, one, edits.via)
    if edits.said is not None:
        _date(one, statement, edits.said)
    if edits.said_basis:
        one.said_basis = edits.said_basis
    if edits.locator is not None:
        locator = parse_locator(edits.locator) if edits.locator else None
        one.locator_label = locator.label if locator else None
        one.locator = locator.value if locator else None
    if edits.translator is not None:
        one.translator_id = _translator(session, edits.translator).id if edits.translator else None
    if edits.quoted_from is not None:
        one.quoted_from_id = _origin(session, one, edits.quoted_from)
    _doubt(one, edits)
    if edits.cue is not None and one.check_result is not None:
        session.flush()
        # Whether a clause is one of reporting may hang on its cue.
        (check,) = verify.check(session, [one.id])
        one.check_result, one.checked_at = str(check.outcome), now()


def _expressed(one: Attribution, statement: Statement) -> str:
    """What the cue says of the words."""
    return of_cue(one.cue, language=one.language, form=one.form, wording=one.wording or statement.text)


def _relay(session: Session, one: Attribution, via: Sequence[RelayFields]) -> None:
    session.execute(delete(Relay).where(Relay.attribution_id == one.id))
    for number, hop in enumerate((hop for hop in via if hop.speaker), 1):
        relayer = speakers.find(session, hop.speaker)
        cited = lookup.source(session, hop.cited_source) if hop.cited_source else None
        session.add(
            Relay(
                attribution_id=one.id,
                hop=number,
                speaker_id=relayer.id,
                cue=hop.cue,
                cited_source_id=cited.id if cited else None,
            )
        )


def _date(one: Attribution, statement: Statement, given: str) -> None:
    said = edtf.parse(given) if given else None
    values = (said.text, said.earliest, said.latest) if said else (None, None, None)
    if statement.said == one.said:
        statement.said, statement.said_min, statement.said_max = values
    one.said, one.said_min, one.said_max = values
    one.said_basis = "stated" if said else None


def _translator(session: Session, name: str) -> Speaker:
    return speakers.myself(session) if name == MYSELF else speakers.find(session, name)


def _origin(session: Session, one: Attribution, given: str) -> int | None:
    """The attribution that this one is quoted from; a chain of origins never comes back to its beginning."""
    if not given:
        return None
    origin = lookup.one_attribution(session, given)
    step: Attribution | None = origin
    while step is not None:
        if step.id == one.id:
            raise ConflictError(f"{given} is quoted from this one itself: an origin cannot be its own.")
        step = session.get_one(Attribution, step.quoted_from_id) if step.quoted_from_id else None
    return origin.id


def _doubt(one: Attribution, edits: Edits) -> None:
    if edits.reason is not None:
        one.status_reason = _optional(edits.reason, "the reason")
    if edits.status is not None:
        one.status = edits.status
        if edits.status == "sourced" and edits.reason is None:
            one.status_reason = None
    if edits.rank is not None:
        one.rank = edits.rank
        if edits.rank != "deprecated" and edits.rank_reason is None:
            one.rank_reason = None
    if one.status != "sourced" and not one.status_reason:
        raise UsageError(f"The status {one.status} needs a --reason: it is printed wherever this is cited.")
    if one.rank == "deprecated" and not one.rank_reason:
        raise UsageError("The rank deprecated needs a --rank-reason: it is printed wherever this is cited.")


def _optional(given: str, what: str) -> str | None:
    return check_input(given, what) or None
