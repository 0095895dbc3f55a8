"""Keeping what extraction proposes, without proposing again what was proposed or decided before."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache

from onrecord.db.kept_rows import Proposal
from onrecord.errors import Hint, NotFoundError
from onrecord.model.record import record
from onrecord.proposals.queries import stretches_of
from onrecord.sources import queries as source_queries
from onrecord.sources.copies import text_hash
from onrecord.statements.printed import wording_at
from onrecord.text.fold import text_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.db.store import Store
    from onrecord.extract import Hop, Mention
    from onrecord.extract import Proposal as Found
    from onrecord.proposals.records import Stretches

# From this share of common letters on, two places are one: an engine may have moved a boundary since.
SAME_PLACE = 0.5

# What may stand at the end of a stretch without belonging to it.
ENDINGS = " \t\n\u00a0,，、"

# No pronoun of the third person has more letters.
LONGEST_PRONOUN = 6

# What begins so says whose something is, and names nobody where the text stands by itself.
_WHOSE = frozenset(
    """
    his her its their my our your sein seine seiner seinem ihr ihre ihrer ihrem ihren unser unsere son sa ses leur leurs notre nos mon ma mes
    su sus nuestro nuestra suo sua suoi sue loro seu seus suas zijn haar hun hans hennes deres deras jego jej ich его ее её их його її їх їхні
    """.split()
)
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


@record()
class Stored:
    """How many proposals are new and open, how many were known, and how many stay rejected from an earlier copy."""

    new: int
    known: int
    rejected: int

    def __add__(self, other: Stored) -> Stored:
        return Stored(self.new + other.new, self.known + other.known, self.rejected + other.rejected)


def store_proposals(
    store: Store, citekey: str, text: str, extracted: Sequence[Found], *, engine: str
) -> Stored:
    """Keeps the proposals that `engine` made of `text`, a stored copy of the source (NotFoundError if it is none).

    Stretches of one group become one proposal. What stands where a proposal of this copy stands already is known;
    what was decided about in an earlier copy, in the same words, stays decided.
    """
    source_id = source_queries.source_id(store, citekey)
    snapshot_id: int | None = store.value(
        "SELECT id FROM snapshots WHERE source_id = ? AND sha256 = ?", (source_id, text_hash(text))
    )
    if snapshot_id is None:
        raise NotFoundError(
            f"This text is no stored copy of {citekey}.", hint=Hint("add_this_copy", citekey=citekey)
        )
    rows = store.all(Proposal, "snapshot_id = ?", (snapshot_id,))
    taken = [stretches_of(row) for row in rows]
    keys = {row.place_key for row in rows}
    earlier = _earlier_states(store, source_id, snapshot_id)
    kinds = {part.speaker.canonical: (part.kind, part.unnamed) for part in extracted if part.speaker}
    new = known = rejected = 0
    occurrences: defaultdict[str, int] = defaultdict(int)
    for stretches, group in _statements(text, extracted):
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
        state = "rejected" if before == ["rejected"] else "open"
        rejected += state == "rejected"
        new += state == "open"
        store.insert(
            "proposals",
            snapshot_id=snapshot_id,
            place_key=place_key(stretches),
            text_key=wording,
            stretches=stretches,
            **_columns(group, kinds),
            engine=engine,
            state=state,
        )
    return Stored(new, known, rejected)


def place_key(stretches: Stretches) -> str:
    """The name of a place within a stored text."""
    return ",".join(f"{start}-{end}" for start, end in stretches)


def _statements(text: str, extracted: Sequence[Found]) -> list[tuple[Stretches, list[Found]]]:
    """The proposals by group, in the order of the text, with the stretches of each (merged where they overlap).

    A comma at the end of a stretch is the reporter's ("We sail," she said) and no part of the wording.
    """
    groups: defaultdict[int, list[Found]] = defaultdict(list)
    for part in extracted:
        groups[part.group].append(part)
    statements = []
    for group in groups.values():
        group.sort(key=lambda part: (part.start, part.end))
        stretches: list[tuple[int, int]] = []
        for part in group:
            if stretches and part.start < stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(stretches[-1][1], part.end))
            else:
                stretches.append((part.start, part.end))
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


def _earlier_states(store: Store, source_id: int, snapshot_id: int) -> defaultdict[str, list[str]]:
    """By wording, what was decided about each of its places in the latest other copy that had it."""
    others = "snapshot_id IN (SELECT id FROM snapshots WHERE source_id = ? AND id <> ?)"
    rows = store.all(Proposal, others, (source_id, snapshot_id))
    latest: dict[str, int] = {}
    for row in rows:
        latest[row.text_key] = max(row.snapshot_id, latest.get(row.text_key, 0))
    states: defaultdict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.stretches):
        if row.snapshot_id == latest[row.text_key]:
            states[row.text_key].append(row.state)
    return states


def _columns(group: Sequence[Found], kinds: Mapping[str, tuple[str, bool]]) -> dict[str, object]:
    """What the proposals of one group say together."""
    leading = next((part for part in group if part.speaker), group[0])
    dated = next((part for part in group if part.said), leading)
    forms = {part.form for part in group}
    speaker = leading.speaker
    if speaker and (speaker.unresolved or speaker.canonical.strip().casefold() in PRONOUNS):
        speaker = None  # "he", and nobody can tell who he is
    return {
        "form": forms.pop() if len(forms) == 1 else "mixed",
        # Whatever of it is denied, the whole is not asserted.
        "polarity": next((part.polarity for part in group if part.polarity != "asserted"), "asserted"),
        "speaker": (_plain(speaker.canonical) or _plain(speaker.text)) if speaker else None,
        "named_as": _printed(speaker) if speaker else None,
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
        "speaker_kind": leading.kind,
        "unnamed": leading.unnamed,
        "cue": next((_plain(part.cue) for part in group if part.cue), None),
        "via": [_hop(hop, *kinds.get(hop.speaker.canonical, ("organisation", False))) for hop in leading.via],
        "said": dated.said,
        "said_basis": dated.said_basis,
        "confidence": min(part.confidence for part in group),
        "reason": "; ".join(dict.fromkeys(part.reason for part in group)),
    }


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
    """The name as the text has it; for a pronoun of any language, and for "their estimates", the name that it stands for."""
    printed, name = _plain(speaker.text), _plain(speaker.canonical)
    if not printed or printed.casefold() in PRONOUNS:
        return name
    if name and printed.partition(" ")[0].casefold() in _WHOSE:
        return name
    if name and printed not in name and len(printed) <= LONGEST_PRONOUN:
        return name if printed.casefold() in _pronouns_abroad() else printed
    return printed


@cache
def _pronouns_abroad() -> frozenset[str]:
    """The pronouns of the third person in every language that is read; to load them all takes a quarter of a second."""
    from onrecord.extract.abroad.lexicon import CODES, lexicon

    return frozenset[str]().union(*[table.he | table.she | table.they for table in map(lexicon, CODES)])


def _plain(text: str) -> str | None:
    """One line without invisible characters, so that it can be a name; None if nothing is left."""
    kept = (
        character
        for character in text
        if character.isspace() or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )
    return " ".join("".join(kept).split()) or None
