"""What people find of two speakers: that they are one, that they are not, or that nobody can tell. It is remembered."""

from __future__ import annotations

from onrecord.errors import ConflictError, NotFoundError, UsageError
from onrecord.model.dupe_records import JudgementRecord
from onrecord.model.vocabulary import JUDGEMENTS
from onrecord.speakers.judged import JUDGED
from onrecord.speakers.write import resolve_merged
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.rows import Speaker
    from onrecord.db.store import Store


def judge(
    store: Store, speaker: Speaker, other: Speaker, judgement: str, reason: str | None = None
) -> JudgementRecord:
    """Remembers what somebody found of two speakers, in place of what was found of them before.

    UsageError: it is not a judgement, or of one speaker; ConflictError: the two were merged.
    """
    if judgement not in JUDGEMENTS:
        raise UsageError(f"{judgement!r} is not a judgement. There are: {', '.join(JUDGEMENTS)}.")
    speaker, other = resolve_merged(store, speaker), resolve_merged(store, other)
    if speaker.id == other.id:
        raise ConflictError(f"{speaker.slug} and {other.slug} are one speaker.")
    _forget(store, speaker.id, other.id)
    because = check_input(reason, "the reason") or None if reason else None
    store.insert("judgements", first_id=speaker.id, second_id=other.id, judgement=judgement, reason=because)
    return JudgementRecord(speaker.slug, other.slug, judgement, because)


def forget(store: Store, speaker: Speaker, other: Speaker) -> None:
    """Forgets what was found of two speakers, so that they are asked about again. NotFoundError: nothing was."""
    speaker, other = resolve_merged(store, speaker), resolve_merged(store, other)
    if not _forget(store, speaker.id, other.id):
        raise NotFoundError(f"Nobody has judged {speaker.slug} and {other.slug}.")


def _forget(store: Store, speaker: int, other: int) -> int:
    concerned = [
        number for number, first, second, *_ in store.rows(JUDGED) if {first, second} == {speaker, other}
    ]
    for number in concerned:
        store.delete("judgements", number)
    return len(concerned)
