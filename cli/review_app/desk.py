"""What the review in the terminal asks of the database: every decision is one short operation of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from onrecord.claims.write import add_claim, find_claim, take_stance
from onrecord.cli.hints import told
from onrecord.cli.plain import in_words
from onrecord.cli.review_app.chains import hops_in
from onrecord.db import history
from onrecord.db import store as stores
from onrecord.db.store import Store
from onrecord.errors import ConflictError, InputError, NotFoundError, OnrecordError
from onrecord.model.polarities import label
from onrecord.model.record import record
from onrecord.model.vocabulary import FORMS, POLARITIES, SPEAKER_KINDS
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.decide import (
    STEP_OF_REVIEW,
    accept_confident,
    accept_proposal,
    latest_of_review,
    reject_proposal,
    reopen_proposal,
    undo_decision,
)
from onrecord.proposals.edit import ProposalEdits, add_missed, change_proposal
from onrecord.proposals.people import of_the_family
from onrecord.proposals.records import ProposalRecord, Stretches
from onrecord.speakers.suggest import candidates
from onrecord.speakers.write import add_speaker, speakers_named, speakers_with_family_name
from onrecord.text.fold import text_key
from onrecord.text.markup import plain

# What a statement says of a claim, by what its source has the speaker do with the words.
_STANCES = {"asserted": "asserts", "denied": "denies", "asked": "questions"}

# From this score on a candidate shares words with what was typed, and does not only look like it.
ALIKE = 0.6

Result = TypeVar("Result")


@record()
class Choice:
    """A speaker or claim to choose: what to store (a slug, a key or a name), and what to show."""

    value: str
    label: str
    name: str = ""


def reason(error: OnrecordError) -> str:
    """An error as one line, with what could be meant."""
    candidates = getattr(error, "candidates", ())
    message = told(error.message, error.hint)
    return f"{message} ({'; '.join(candidates)})" if candidates else message


class Desk:
    """One source under review. The text stays; what an operation may have changed is read again after it, and
    everything after one that failed: another review may have come before."""

    def __init__(self, database: Path, citekey: str) -> None:
        self.database = database
        with stores.reading(database) as store:
            sheet = proposal_queries.opened(store, citekey)
        self.citekey = citekey
        self.title = plain(sheet.title or citekey)
        self.text = sheet.text
        self._copy = sheet.sha256
        # What was done here: operations, the latest last, each with the proposal that it was about.
        self._steps: list[tuple[int, int | None]] = []
        self._changed = False  # whether the latest one changed anything
        self.proposals = sheet.proposals
        self._before = self.counts()
        # What was listed to choose from, where answers are lines.
        self.listed: Sequence[Choice] = ()

    def counts(self) -> tuple[int, int, int]:
        """How many are open, accepted and rejected."""
        states = [proposal.state for proposal in self.proposals]
        return states.count("open"), states.count("accepted"), states.count("rejected")

    def decided(self) -> tuple[int, int]:
        """How many were accepted and rejected since it was opened."""
        _, accepted, rejected = self.counts()
        return accepted - self._before[1], rejected - self._before[2]

    def unclear(self, proposal: ProposalRecord) -> bool:
        """Whether a person must say whom a proposal means before it can be recorded."""
        return proposal.speaker is None or self.standing(proposal).endswith("choose with s")

    def next_source(self) -> str | None:
        """The next source, by citekey, that has open proposals; None where there is no other."""
        with stores.reading(self.database) as store:
            others = sorted(
                one.citekey
                for one in proposal_queries.waiting(store)
                if one.open and one.citekey != self.citekey
            )
        return next((other for other in others if other > self.citekey), others[0] if others else None)

    # --- decisions: each gives the sentence that says what came of it -------------------------------------------

    def accept(self, proposal: ProposalRecord) -> str:
        with self._writing(f"accept {proposal.id}", proposal.id) as store:
            added = accept_proposal(store, proposal.id)
        quote = added.quote
        new = f"; new: {', '.join(added.new_speakers)}" if added.new_speakers else ""
        done = (
            f"Accepted as {quote.ref}: {in_words(quote.check_result) or 'unchecked'} in the stored text{new}."
        )
        return f"{done} Recorded as {label(quote.polarity)}." if quote.polarity != "asserted" else done

    def question_of_claim(self, proposal: ProposalRecord) -> str:
        """What to ask for a stance on a claim. InputError where a proposal can take none."""
        if proposal.state == "rejected":
            raise InputError("This one is rejected. Open it again with o.")
        verb = {"asserts": "assert", "denies": "deny", "questions": "question"}[_stance_of(proposal)]
        return f"Which claim does it {verb}? One that is not recorded yet is made."

    def take_stance(self, proposal: ProposalRecord, typed: str) -> str:
        """Records what a proposal says of a claim, which is made where there is none; an open one is accepted first."""
        stance = _stance_of(proposal)
        with self._writing(f"{proposal.id} {stance} a claim", proposal.id) as store:
            ref = proposal.ref or accept_proposal(store, proposal.id).quote.ref
            try:
                claim = find_claim(store, typed)
            except NotFoundError:
                made, _ = add_claim(store, typed)
                claim = find_claim(store, made.key)
            key, wording = claim.key, claim.text
            take_stance(store, ref, key, stance)
        return self._if_changed(f"{ref} {stance} {key}: {wording}")

    def claims(self, typed: str, most: int = 8) -> list[Choice]:
        """Claims on record that what was typed may mean: by their words or their key."""
        wanted = typed.strip()
        with stores.reading(self.database) as store:
            rows = store.rows(
                "SELECT key, text FROM claims WHERE instr(lower(text), lower(:wanted)) "
                "OR substr(key, 1, length(:wanted)) = lower(:wanted) ORDER BY text LIMIT :most",
                {"wanted": wanted, "most": most},
            )
        return [Choice(key, f"{text} · {key}") for key, text in rows]

    def reject(self, proposal: ProposalRecord) -> str:
        with self._writing(f"reject {proposal.id}", proposal.id) as store:
            reject_proposal(store, proposal.id)
        return self._if_changed(f"Rejected proposal {proposal.id}.")

    def reopen(self, proposal: ProposalRecord) -> str:
        with self._writing(f"reopen {proposal.id}", proposal.id) as store:
            reopen_proposal(store, proposal.id)
        return self._if_changed(f"Proposal {proposal.id} is open.")

    def accept_confident(self) -> str:
        with self._writing("accept confident") as store:
            sweep = accept_confident(store, self.citekey)
        said = f"Accepted {len(sweep.accepted)}."
        if sweep.left:
            said += f" {len(sweep.left)} stay open; the first: {sweep.left[0].reason}"
        return said

    def undo(self) -> tuple[str, int | None]:
        """Takes back this review's own latest step that stands: what to say, and the number of the proposal it was about."""
        with self._writing("undo", step=False) as store:
            operation, about = self._last_step(store)
            number: int | None = store.value(
                "SELECT min(row_id) FROM changes WHERE operation_id = ? AND table_name = 'proposals'",
                (operation,),
            )
            before = undo_decision(store, operation if operation is not None else 0)
        self._steps = [step for step in self._steps if step[0] != operation]
        return f"Took back: {before.command.partition(': ')[2] or before.command}", number or about

    def _last_step(self, store: Store) -> tuple[int | None, int | None]:
        """The operation of this session, else of an earlier one of the same person about this source; and its proposal."""
        for operation, about in reversed(self._steps):
            if store.value(
                "SELECT 1 FROM operations WHERE id = :one AND NOT EXISTS (SELECT 1 FROM operations WHERE undoes_id = :one)",
                {"one": operation},
            ):
                return operation, about
        return latest_of_review(store, f"{STEP_OF_REVIEW}{self.citekey}: "), None

    def change(self, proposal: ProposalRecord, edits: ProposalEdits) -> str:
        with self._writing(f"change {proposal.id}", proposal.id) as store:
            change_proposal(store, proposal.id, edits)
        return self._if_changed(f"Changed proposal {proposal.id}.")

    def new_speaker(self, proposal: ProposalRecord, name: str) -> str:
        """Makes a speaker of this name the one of a proposal: at once where the name alone is the family name of known ones,
        who would be taken otherwise; else when the proposal is accepted. ConflictError where one of that name is known."""
        kind = "person" if proposal.speaker_slug else proposal.speaker_kind
        with self._writing(f"change {proposal.id}", proposal.id) as store:
            meant = name
            if namesakes := speakers_named(store, name):
                known = namesakes[0]
                raise ConflictError(
                    f"{known.name} is known already, as {known.slug}. Choose with s {known.slug}"
                )
            if speakers_with_family_name(store, name):
                meant = add_speaker(store, name, kind=kind).slug
            change_proposal(store, proposal.id, ProposalEdits(speaker=meant))
        return self._if_changed(f"Changed proposal {proposal.id}. The speaker is {name}, new.")

    def add(self, start: int, end: int) -> ProposalRecord:
        with self._writing(f"add {start}-{end}") as store:
            return add_missed(store, self.citekey, ((start, end),), ProposalEdits(), copy=self._copy)

    def cycle_form(self, proposal: ProposalRecord) -> str:
        form = FORMS[(FORMS.index(proposal.form) + 1) % len(FORMS)]
        self.change(proposal, ProposalEdits(form=form))
        return f"Form: {form}."

    def cycle_polarity(self, proposal: ProposalRecord) -> str:
        polarity = POLARITIES[(POLARITIES.index(proposal.polarity) + 1) % len(POLARITIES)]
        self.change(proposal, ProposalEdits(polarity=polarity))
        return f"What the speaker does with it: {label(polarity)}."

    def cycle_kind(self, proposal: ProposalRecord) -> str:
        if proposal.speaker_slug:
            raise InputError("This speaker is known: what kind they are is changed with onrecord edit.")
        kind = SPEAKER_KINDS[(SPEAKER_KINDS.index(proposal.speaker_kind) + 1) % len(SPEAKER_KINDS)]
        self.change(proposal, ProposalEdits(kind=kind))
        return f"Kind of speaker: {kind}."

    def toggle_unnamed(self, proposal: ProposalRecord) -> str:
        self.change(proposal, ProposalEdits(unnamed=not proposal.unnamed))
        return "The speaker is named." if proposal.unnamed else "The speaker is not named, only described."

    def set_said(self, proposal: ProposalRecord, typed: str) -> str:
        said, _, basis = (part.strip() for part in typed.partition(","))
        return self.change(
            proposal, ProposalEdits(said=said, said_basis=(basis or "stated") if said else None)
        )

    def set_via(self, proposal: ProposalRecord, typed: str) -> str:
        return self.change(proposal, ProposalEdits(via=hops_in(typed, proposal.via)))

    def move(self, proposal: ProposalRecord, stretches: Stretches) -> str:
        return self.change(proposal, ProposalEdits(stretches=stretches))

    # --- speakers ----------------------------------------------------------------------------------------------

    def standing(self, proposal: ProposalRecord) -> str:
        """Whether the speaker of a proposal is known, new, or still to be chosen."""
        if proposal.speaker is None:
            return "nobody: the text does not say"
        if proposal.speaker_slug:
            return f"known: {proposal.speaker_slug}{self._role(proposal.speaker_slug)}"
        if proposal.unnamed:
            return "described, not named"
        with stores.reading(self.database) as store:
            speakers = speakers_named(store, proposal.speaker)
            if len(speakers) == 1:
                return f"known: {speakers[0].slug}{self._role(speakers[0].slug)}"
            if speakers:
                return f"one of {len(speakers)} known: choose with s"
            if of_the_family(store, proposal.speaker, proposal.speaker_kind):
                return "a known family name: choose with s"
            near = candidates(store, proposal.speaker, proposal.speaker_kind)
            return f"new (near: {near[0].speaker.name})" if near else "new"

    def _role(self, slug: str) -> str:
        """What is on record of who a speaker is: ", minister of ports"."""
        with stores.reading(self.database) as store:
            told = store.value("SELECT description FROM speakers WHERE slug = ?", (slug,))
        return f", {told}" if told else ""

    def named_in(self, proposal: ProposalRecord, around: int = 40) -> str:
        """How the text names the speaker, with the words around it that often say who that is."""
        if proposal.speaker_start is None or proposal.speaker_end is None:
            return ""
        start, end = (
            max(0, proposal.speaker_start - around),
            min(len(self.text), proposal.speaker_end + around),
        )
        return f"{'…' if start else ''}{self.text[start:end].strip()}{'…' if end < len(self.text) else ''}"

    def same_as(self, proposal: ProposalRecord, most: int = 3) -> list[str]:
        """Statements on record in the same words, but for what this proposal became: "k7xq2m Ann Lee (smith-2023)"."""
        with stores.reading(self.database) as store:
            rows = store.rows(
                "SELECT DISTINCT s.key, sp.name, so.citekey FROM statements AS s JOIN attributions AS a ON a.statement_id = s.id "
                "JOIN speakers AS sp ON sp.id = a.speaker_id JOIN sources AS so ON so.id = a.source_id "
                "WHERE s.text_key = ? AND so.citekey <> ? ORDER BY a.id LIMIT ?",
                (text_key(proposal.text), proposal.citekey, most),
            )
        return [f"{key} {name} ({citekey})" for key, name, citekey in rows]

    def choices(self, typed: str, most: int = 8) -> list[Choice]:
        """Speakers that what was typed may mean, the best first: those on record, then the names in this text.

        Of a name of several words those that merely look alike are not among them: who types it whole means it.
        """
        wanted = typed.strip().casefold()
        with stores.reading(self.database) as store:
            least = ALIKE if len(wanted.split()) > 1 else 0.0
            near = (
                [candidate.speaker for candidate in candidates(store, typed) if candidate.score >= least]
                if wanted
                else []
            )
            rows = [
                (
                    one.slug,
                    one.name,
                    one.kind,
                    store.value("SELECT description FROM speakers WHERE slug = ?", (one.slug,)),
                )
                for one in near
            ]
            rows += store.rows(
                "SELECT slug, name, kind, description FROM speakers WHERE merged_into_id IS NULL AND NOT unnamed "
                "AND instr(lower(name), lower(?)) ORDER BY name LIMIT ?",
                (wanted, most),
            )
        listed = {
            slug: Choice(slug, f"{name} · {role or kind}, known", name) for slug, name, kind, role in rows
        }
        taken = {name.casefold() for _, name, *_ in rows}
        for name in self._names_in_text():
            if wanted in name.casefold() and name.casefold() not in taken:
                taken.add(name.casefold())
                listed.setdefault(name, Choice(name, f"{name} · in this text", name))
        return list(listed.values())[:most]

    def _names_in_text(self) -> list[str]:
        named = dict.fromkeys(proposal.speaker for proposal in self.proposals if proposal.speaker)
        named |= dict.fromkeys(hop.speaker for proposal in self.proposals for hop in proposal.via)
        named |= dict.fromkeys(proposal.named_as for proposal in self.proposals if proposal.named_as)
        return [name for name in named if name]

    # --- the database ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        with stores.reading(self.database) as store:
            self.proposals = proposal_queries.opened(store, self.citekey, copy=self._copy).proposals

    def _if_changed(self, done: str) -> str:
        return done if self._changed else "Nothing changed: it is so already."

    @contextmanager
    def _writing(self, what: str, number: int | None = None, *, step: bool = True) -> Iterator[Store]:
        """One operation; afterwards the one proposal that it is about is read again, or (None) all of them."""
        with stores.writing(self.database, f"{STEP_OF_REVIEW}{self.citekey}: {what}") as store:
            yield store
            operation = history.current(store.connection)
        with stores.reading(self.database) as store:  # one that changed nothing is not kept
            self._changed = store.value("SELECT 1 FROM operations WHERE id = ?", (operation,)) is not None
        if step and self._changed:
            self._steps.append((operation, number))
        if number is None:
            self.refresh()
            return
        with stores.reading(self.database) as store:
            now = proposal_queries.proposal(store, number)
        self.proposals = tuple(
            sorted(
                (now if proposal.id == number else proposal for proposal in self.proposals),
                key=lambda proposal: (proposal.stretches, proposal.id),
            )
        )


def _stance_of(proposal: ProposalRecord) -> str:
    if proposal.polarity not in _STANCES:
        raise InputError("What was not said takes no stance on a claim.")
    return _STANCES[proposal.polarity]


def attempt(action: Callable[[], Result]) -> tuple[Result | None, str | None]:
    """What an operation gives, or the line that says why it could not be done."""
    try:
        return action(), None
    except OnrecordError as error:
        return None, reason(error)
