"""Keeping what extraction proposes, without proposing again what was proposed or decided before."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import lookup
from onrecord.db.models import Proposal, Snapshot
from onrecord.errors import NotFoundError
from onrecord.ingest.extract import Hop, Mention
from onrecord.ingest.extract import Proposal as Found
from onrecord.quotes import wording_at
from onrecord.review.listing import stretches_of
from onrecord.review.records import Stretches
from onrecord.storing import text_hash
from onrecord.text.fold import text_key

# From this share of common letters on, two places are one: an engine may have moved a boundary since.
SAME_PLACE = 0.5

# What may stand at the end of a stretch without belonging to it.
ENDINGS = " \t\n\u00a0,，、"

# Words that stand for a speaker and are no name of theirs.
PRONOUNS = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "one",
        "who",
        "which",
        "him",
        "her",
        "them",
        "us",
        "me",
        "this",
        "that",
        "these",
        "those",
        "both",
    ]
)


@dataclass(frozen=True)
class Stored:
    """How many proposals are new and open, how many were known, and how many stay rejected from an earlier copy."""

    new: int
    known: int
    rejected: int


def propose(session: Session, citekey: str, text: str, found: Sequence[Found], *, engine: str) -> Stored:
    """Keeps the proposals that `engine` made of `text`, a stored copy of the source (NotFoundError if it is none).

    Stretches of one group become one proposal. What stands where a proposal of this copy stands already is known;
    what was decided about in an earlier copy, in the same words, stays decided.
    """
    source = lookup.source(session, citekey)
    snapshot = session.scalars(
        select(Snapshot).where(Snapshot.source_id == source.id, Snapshot.sha256 == text_hash(text))
    ).one_or_none()
    if snapshot is None:
        raise NotFoundError(
            f"This text is no stored copy of {citekey}. Add it: onrecord add snapshot {citekey}"
        )
    rows = session.scalars(select(Proposal).where(Proposal.snapshot_id == snapshot.id)).all()
    taken = [stretches_of(row) for row in rows]
    keys = {row.place_key for row in rows}
    earlier = _earlier_states(session, snapshot)
    kinds = {one.speaker.canonical: (one.kind, one.unnamed) for one in found if one.speaker}
    new = known = rejected = 0
    occurrences: defaultdict[str, int] = defaultdict(int)
    for stretches, group in _statements(text, found):
        if place_key(stretches) in keys or any(_same_place(stretches, other) for other in taken):
            known += 1
            continue
        keys.add(place_key(stretches))
        wording = text_key(wording_at(text, stretches))
        before = earlier[wording][occurrences[wording] :][:1]
        occurrences[wording] += 1
        if before == ["accepted"]:
            known += 1
            continue
        row = _row(snapshot.id, stretches, wording, group, kinds, engine)
        if before == ["rejected"]:
            row.state = "rejected"
            rejected += 1
        else:
            new += 1
        session.add(row)
    session.flush()
    return Stored(new, known, rejected)


def place_key(stretches: Stretches) -> str:
    """The name of a place within a stored text."""
    return ",".join(f"{start}-{end}" for start, end in stretches)


def _statements(text: str, found: Sequence[Found]) -> list[tuple[Stretches, list[Found]]]:
    """The proposals by group, in the order of the text, with the stretches of each (merged where they overlap).

    A comma at the end of a stretch is the reporter's ("We sail," she said) and no part of the wording.
    """
    groups: defaultdict[int, list[Found]] = defaultdict(list)
    for one in found:
        groups[one.group].append(one)
    statements = []
    for group in groups.values():
        group.sort(key=lambda one: (one.start, one.end))
        stretches: list[tuple[int, int]] = []
        for one in group:
            if stretches and one.start < stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(stretches[-1][1], one.end))
            else:
                stretches.append((one.start, one.end))
        ends = (start + len(text[start:end].rstrip(ENDINGS)) for start, end in stretches)
        trimmed = tuple((start, end) for (start, _), end in zip(stretches, ends, strict=True) if start < end)
        if trimmed:
            statements.append((trimmed, group))
    return sorted(statements, key=lambda statement: statement[0])


def _same_place(one: Stretches, other: Stretches) -> bool:
    if one[-1][1] <= other[0][0] or other[-1][1] <= one[0][0]:
        return False
    common = sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in one
        for other_start, other_end in other
    )
    size = sum(end - start for start, end in (*one, *other))
    return common > 0 and common / (size - common) >= SAME_PLACE


def _earlier_states(session: Session, snapshot: Snapshot) -> defaultdict[str, list[str]]:
    """By wording, what was decided about each of its places in the latest other copy that had it."""
    rows = session.execute(
        select(Proposal.text_key, Proposal.snapshot_id, Proposal.stretches, Proposal.state)
        .join(Snapshot, Snapshot.id == Proposal.snapshot_id)
        .where(Snapshot.source_id == snapshot.source_id, Snapshot.id != snapshot.id)
    ).all()
    latest: dict[str, int] = {}
    for wording, copy, _, _ in rows:
        latest[wording] = max(copy, latest.get(wording, 0))
    states: defaultdict[str, list[str]] = defaultdict(list)
    for wording, copy, _, state in sorted(rows, key=lambda row: row.stretches):
        if copy == latest[wording]:
            states[wording].append(state)
    return states


def _row(
    snapshot_id: int,
    stretches: Stretches,
    wording: str,
    group: Sequence[Found],
    kinds: Mapping[str, tuple[str, bool]],
    engine: str,
) -> Proposal:
    leading = next((one for one in group if one.speaker), group[0])
    dated = next((one for one in group if one.said), leading)
    forms = {one.form for one in group}
    speaker = leading.speaker
    if speaker and speaker.canonical.strip().casefold() in PRONOUNS:
        speaker = None  # "he", and nobody can tell who he is
    return Proposal(
        snapshot_id=snapshot_id,
        place_key=place_key(stretches),
        text_key=wording,
        stretches=[list(stretch) for stretch in stretches],
        form=forms.pop() if len(forms) == 1 else "mixed",
        # Whatever of it is denied, the whole is not asserted.
        polarity=next((one.polarity for one in group if one.polarity != "asserted"), "asserted"),
        speaker=(_plain(speaker.canonical) or _plain(speaker.text)) if speaker else None,
        named_as=_printed(speaker) if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        speaker_kind=leading.kind,
        unnamed=leading.unnamed,
        cue=next((_plain(one.cue) for one in group if one.cue), None),
        via=[_hop(hop, *kinds.get(hop.speaker.canonical, ("organisation", False))) for hop in leading.via],
        said=dated.said,
        said_basis=dated.said_basis,
        confidence=min(one.confidence for one in group),
        reason="; ".join(dict.fromkeys(one.reason for one in group)),
        engine=engine,
    )


def _hop(hop: Hop, kind: str, unnamed: bool) -> dict[str, object]:
    return {
        "speaker": _plain(hop.speaker.canonical) or _plain(hop.speaker.text),
        "slug": None,
        "named_as": _printed(hop.speaker),
        "cue": _plain(hop.cue) if hop.cue else None,
        "kind": kind,
        "unnamed": unnamed,
    }


def _printed(speaker: Mention) -> str | None:
    """The name as the text has it; for a pronoun the name that it stands for."""
    printed = _plain(speaker.text)
    return printed if printed and printed.casefold() not in PRONOUNS else _plain(speaker.canonical)


def _plain(text: str) -> str | None:
    """One line without invisible characters, so that it can be a name; None if nothing is left."""
    kept = (
        character
        for character in text
        if character.isspace() or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )
    return " ".join("".join(kept).split()) or None
