"""Correcting proposals, and adding what extraction missed."""

import pytest
from proposals.proposing import REPORT

from onrecord.db.store import Store
from onrecord.errors import ConflictError, InputError, NotFoundError, OnrecordError, UsageError
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.decide import accept_confident, accept_proposal, reject_proposal
from onrecord.proposals.edit import ProposalEdits, add_missed, change_proposal
from onrecord.proposals.records import HopRecord
from onrecord.speakers.write import add_speaker


def first(store: Store) -> int:
    return proposal_queries.proposals(store)[0].id


def test_every_field_can_be_corrected(store: Store) -> None:
    start = REPORT.index("whatever")
    after = change_proposal(
        store,
        first(store),
        ProposalEdits(
            stretches=((start, start + 8), (start + 13, start + 16)),
            form="indirect",
            speaker="Tallvik Council",
            kind="organisation",
            cue="announced",
            via=(HopRecord(speaker="Coastal Wire", cue="reports"),),
            said="2024-03",
            said_basis="inferred",
        ),
    )
    assert (after.text, after.form, after.cue) == ("whatever … fog", "indirect", "announced")
    assert (after.speaker, after.speaker_kind, after.speaker_slug) == (
        "Tallvik Council",
        "organisation",
        None,
    )
    assert [(hop.speaker, hop.cue) for hop in after.via] == [("Coastal Wire", "reports")]
    assert (after.said, after.said_basis) == ("2024-03", "inferred")
    # The name that the text prints belonged to somebody else.
    assert (after.named_as, after.speaker_start) == (None, None)
    emptied = change_proposal(store, after.id, ProposalEdits(speaker="", cue="", via=(), said=""))
    assert (emptied.speaker, emptied.cue, emptied.via) == (None, None, ())
    assert (emptied.said, emptied.said_basis) == (None, None)


def test_a_known_speaker_is_chosen_by_slug_name_or_family_name(store: Store) -> None:
    known = add_speaker(store, "Ingrid Maria Dahl")
    for given in (known.slug, "Ingrid Maria Dahl", "Dahl"):
        after = change_proposal(store, first(store), ProposalEdits(speaker=given))
        assert (after.speaker, after.speaker_slug) == ("Ingrid Maria Dahl", known.slug)
        assert after.named_as == "Ingrid Dahl"
    assert accept_proposal(store, first(store)).quote.speaker.slug == known.slug


@pytest.mark.parametrize(
    ("edits", "error"),
    [
        (ProposalEdits(form="hearsay"), UsageError),
        (ProposalEdits(kind="robot", speaker="R2"), UsageError),
        (ProposalEdits(said="some day"), InputError),
        (ProposalEdits(said="2024", said_basis="guessed"), UsageError),
        (ProposalEdits(stretches=()), InputError),
        (ProposalEdits(stretches=((5, 5),)), InputError),
        (ProposalEdits(stretches=((0, 7), (3, 9))), InputError),
        (ProposalEdits(stretches=((0, len(REPORT) + 1),)), InputError),
        (ProposalEdits(stretches=((-3, 4),)), InputError),
        (ProposalEdits(speaker="A\x00B"), InputError),
        (ProposalEdits(via=(HopRecord(speaker=" "),)), InputError),
        (ProposalEdits(via=(HopRecord(speaker="Wire", kind="robot"),)), UsageError),
    ],
)
def test_what_cannot_be(store: Store, edits: ProposalEdits, error: type[OnrecordError]) -> None:
    with pytest.raises(error):
        change_proposal(store, first(store), edits)


def test_only_open_ones_change(store: Store) -> None:
    reject_proposal(store, first(store))
    with pytest.raises(ConflictError, match="rejected"):
        change_proposal(store, first(store), ProposalEdits(cue="said"))


def test_one_that_was_missed(store: Store) -> None:
    start = REPORT.index("Later the deckhand")
    stretches = ((start, start + 34),)
    added = add_missed(store, "dahl-2024", stretches, ProposalEdits(speaker="the reporter", unnamed=True))
    assert (added.state, added.form, added.engine, added.confidence) == ("open", "indirect", "person", 1.0)
    assert (added.speaker, added.unnamed) == ("the reporter", True)
    with pytest.raises(ConflictError, match=f"Proposal {added.id} stands there"):
        add_missed(store, "dahl-2024", stretches, ProposalEdits())
    # Whoever added it accepts it; a threshold does not.
    assert added.id not in {one.id for one in accept_confident(store).accepted}
    assert accept_proposal(store, added.id).quote.speaker.unnamed
    again = REPORT.index("Nobody ever")
    quoted = add_missed(store, "dahl-2024", ((again, again + 11),), ProposalEdits())
    assert (quoted.text, quoted.form) == ("Nobody ever", "direct")
    with pytest.raises(NotFoundError):
        add_missed(store, "elsewhere", stretches, ProposalEdits())
