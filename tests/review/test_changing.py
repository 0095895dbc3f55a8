"""Correcting proposals, and adding what extraction missed."""

import pytest
from review.proposing import REPORT

from onrecord import review
from onrecord.db.store import Store
from onrecord.errors import ConflictError, InputError, NotFoundError, OnrecordError, UsageError
from onrecord.review import Edits, HopRecord
from onrecord.speakers.write import add_speaker


def first(store: Store) -> int:
    return review.proposals(store)[0].id


def test_every_field_can_be_corrected(store: Store) -> None:
    start = REPORT.index("whatever")
    after = review.change(
        store,
        first(store),
        Edits(
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
    emptied = review.change(store, after.id, Edits(speaker="", cue="", via=(), said=""))
    assert (emptied.speaker, emptied.cue, emptied.via) == (None, None, ())
    assert (emptied.said, emptied.said_basis) == (None, None)


def test_a_known_speaker_is_chosen_by_slug_name_or_family_name(store: Store) -> None:
    known = add_speaker(store, "Ingrid Maria Dahl")
    for given in (known.slug, "Ingrid Maria Dahl", "Dahl"):
        after = review.change(store, first(store), Edits(speaker=given))
        assert (after.speaker, after.speaker_slug) == ("Ingrid Maria Dahl", known.slug)
        assert after.named_as == "Ingrid Dahl"
    assert review.accept(store, first(store)).quote.speaker.slug == known.slug


@pytest.mark.parametrize(
    ("edits", "error"),
    [
        (Edits(form="hearsay"), UsageError),
        (Edits(kind="robot", speaker="R2"), UsageError),
        (Edits(said="some day"), InputError),
        (Edits(said="2024", said_basis="guessed"), UsageError),
        (Edits(stretches=()), InputError),
        (Edits(stretches=((5, 5),)), InputError),
        (Edits(stretches=((0, 7), (3, 9))), InputError),
        (Edits(stretches=((0, len(REPORT) + 1),)), InputError),
        (Edits(stretches=((-3, 4),)), InputError),
        (Edits(speaker="A\x00B"), InputError),
        (Edits(via=(HopRecord(speaker=" "),)), InputError),
        (Edits(via=(HopRecord(speaker="Wire", kind="robot"),)), UsageError),
    ],
)
def test_what_cannot_be(store: Store, edits: Edits, error: type[OnrecordError]) -> None:
    with pytest.raises(error):
        review.change(store, first(store), edits)


def test_only_open_ones_change(store: Store) -> None:
    review.reject(store, first(store))
    with pytest.raises(ConflictError, match="rejected"):
        review.change(store, first(store), Edits(cue="said"))


def test_one_that_was_missed(store: Store) -> None:
    start = REPORT.index("Later the deckhand")
    stretches = ((start, start + 34),)
    added = review.add_missed(store, "dahl-2024", stretches, Edits(speaker="the reporter", unnamed=True))
    assert (added.state, added.form, added.engine, added.confidence) == ("open", "indirect", "person", 1.0)
    assert (added.speaker, added.unnamed) == ("the reporter", True)
    with pytest.raises(ConflictError, match=f"Proposal {added.id} stands there"):
        review.add_missed(store, "dahl-2024", stretches, Edits())
    # Whoever added it accepts it; a threshold does not.
    assert added.id not in {one.id for one in review.accept_confident(store).accepted}
    assert review.accept(store, added.id).quote.speaker.unnamed
    again = REPORT.index("Nobody ever")
    quoted = review.add_missed(store, "dahl-2024", ((again, again + 11),), Edits())
    assert (quoted.text, quoted.form) == ("Nobody ever", "direct")
    with pytest.raises(NotFoundError):
        review.add_missed(store, "elsewhere", stretches, Edits())
