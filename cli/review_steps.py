"""What `ingest` and `review` share: deciding without a screen, the review file, and the summary of where things stand."""

from __future__ import annotations

from onrecord.cli.output import print_rows, remark
from onrecord.errors import Hint, InputError, UsageError
from onrecord.model.polarities import marked
from onrecord.model.record import record
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.apply import apply_review
from onrecord.proposals.decide import accept_confident
from onrecord.proposals.file import parsed_review, written_review
from onrecord.text.clean import one_line
from onrecord.text.unread import unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader
    from onrecord.db.store import Store
    from onrecord.model.records import Json
    from onrecord.outputs.guard import Guard
    from onrecord.proposals.apply import Applied
    from onrecord.proposals.decide import Sweep
    from onrecord.proposals.records import ProposalRecord

# A review file of ten thousand proposals has about six million bytes.
LARGEST_FILE = 50_000_000
REPLACE = Hint("replace_review")
THEN = "Then: onrecord review --from THIS-FILE"
STATE_STYLES = {"open": "yellow", "accepted": "green", "rejected": "dim"}


@record()
class Request:
    """What was asked for with the options above, checked before anything is done."""

    accept: str | None
    threshold: float
    to: str | None
    from_: str | None
    guard: Guard
    force: bool = False

    def check(self) -> None:
        """UsageError for what cannot be asked; ConflictError and InputError where --output cannot be written."""
        if self.accept not in (None, "confident"):
            raise UsageError(
                f"--accept {one_line(self.accept or '')} is not known: write --accept confident. It takes what is sure "
                "enough, from 0.9 on or from --threshold NUMBER on; with --threshold 0 all that needs no guess."
            )
        if not 0 <= self.threshold <= 1:
            raise UsageError(f"A threshold of {self.threshold} is not between 0 and 1.")
        if self.to not in (None, "-"):
            from onrecord.outputs import target

            target.of(self.to, self.guard, force=self.replaces, hint=REPLACE)

    @property
    def replaces(self) -> bool:
        """Whether the file of --output may be replaced: it may where it is the one that --from has just done."""
        return self.force or self.to == self.from_


@record()
class Done:
    """What was decided in one go."""

    applied: Applied | None = None
    sweep: Sweep | None = None

    def as_json(self) -> Json:
        done: Json = {}
        if self.applied:
            done["applied"] = self.applied.as_json()
        if self.sweep:
            done["accepted"] = [one.as_json() for one in self.sweep.accepted]
            done["left_open"] = [one.as_json() for one in self.sweep.left]
        return done


def decide(store: Store, request: Request, citekeys: Sequence[str], file: str | None) -> Done:
    """Does what the file says (its text; None: there is none), then accepts the confident ones."""
    from onrecord.cli.progress import waiting
    from onrecord.proposals.decide import Sweep

    with waiting("Recording …"):
        applied = apply_review(store, parsed_review(file)) if file is not None else None
        if request.accept is None:
            return Done(applied)
        swept = [accept_confident(store, citekey, threshold=request.threshold) for citekey in citekeys]
    accepted = tuple([proposal for sweep in swept for proposal in sweep.accepted])
    left = tuple([left for sweep in swept for left in sweep.left])
    return Done(applied, Sweep(accepted, left))


def read_file(name: str | None) -> str | None:
    """The text of a review file; InputError where it cannot be read."""
    if name is None:
        return None
    from pathlib import Path

    from onrecord.cli.streams import standard_input
    from onrecord.ingest.decode import only_utf8

    shown = "standard input" if name == "-" else one_line(name)
    try:
        if name == "-":
            data = standard_input().read(LARGEST_FILE + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise unread(name, error) from None
    if len(data) > LARGEST_FILE:
        raise InputError(f"{shown} is larger than {LARGEST_FILE // 1_000_000} MB: that is not a review file.")
    return only_utf8(data, name=shown)


def write_file(reader: Reader, request: Request, citekeys: Sequence[str]) -> None:
    """Writes the review file of these sources where --output says, whole or not at all."""
    name = request.to or "-"
    text = written_review([proposal_queries.opened(reader, citekey) for citekey in citekeys], THEN)
    if name == "-":
        print(text, end="")
        return
    from onrecord.outputs.file import write

    write(name, text.encode(), force=request.replaces, guard=request.guard, hint=REPLACE)
    remark(
        f"Written to {one_line(name)}. Decide there, then: onrecord review --from {one_line(name)}", done=True
    )


def tell(done: Done, *, dry_run: bool) -> None:
    """Says what was decided, beside the result."""
    would = "Would have " if dry_run else ""
    if done.applied is not None:
        counts = done.applied.as_json()
        said = ", ".join(f"{what} {count}" for what, count in counts.items() if count)
        remark(
            f"{would}{said}."
            if would and said
            else f"{said.capitalize()}."
            if said
            else "Nothing to change.",
            done=True,
        )
    if done.sweep is not None:
        remark(f"{would + 'accepted' if would else 'Accepted'} {len(done.sweep.accepted)}.", done=True)
        for left in done.sweep.left:
            remark(f"Left open, {left.proposal.id}: {left.reason}")


def summarise(proposals: Sequence[ProposalRecord]) -> None:
    """The proposals as a table: number, state, speaker, form, confidence and the beginning of the wording."""
    print_rows(
        ("", "state", "speaker", "form", "sure", "wording"),
        [
            (
                str(proposal.id),
                (proposal.state, STATE_STYLES[proposal.state]),
                chain(proposal),
                proposal.form,
                f"{proposal.confidence:.2f}",
                marked(proposal.text, proposal.polarity),
            )
            for proposal in proposals
        ],
        shorten_last=True,
    )


def chain(proposal: ProposalRecord) -> str:
    """Who says it, through whom; "?" where the text does not say."""
    return ", via ".join([proposal.speaker or "?", *(hop.speaker for hop in proposal.via)])


def how_to_go_on(proposals: Sequence[ProposalRecord], citekey: str) -> None:
    """A sentence about what is open and what can be done with it."""
    undecided = sum(proposal.state == "open" for proposal in proposals)
    if not proposals:
        remark(f"No attributed statements were found in {citekey}.")
    elif not undecided:
        remark(f"Every proposal of {citekey} is decided. Next: onrecord cite --in {citekey} -o quotes.docx")
    else:
        remark(f"{undecided} of {len(proposals)} open. Decide about them: onrecord review {citekey}")
