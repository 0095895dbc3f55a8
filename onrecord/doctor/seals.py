"""Whether the history is the one that was sealed."""

from __future__ import annotations

from onrecord.db import sealed, seals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.db.reader import Reader
    from onrecord.doctor.words import Seen


def seen(reader: Reader) -> Iterator[Seen]:
    """Seals that do not follow from the one before, and seals of what is not there any more as it was."""
    before, until = seals.NOTHING, 0
    for seal in sealed.contents(reader.connection):
        if seal.first != until + 1 or seal.digest != seals.chained(before, seal.content):
            yield "seal", f"seal {seal.id}"
        if seal.found != (seal.left or seal.content):
            yield "sealed", _operations(reader, seal)
        before, until = seal.digest, seal.last
    # What another program writes is sealed with the next operation.
    if until and (
        last := reader.value(
            "SELECT max(id) FROM changes WHERE operation_id IS NOT NULL AND id > ?", (until,)
        )
    ):
        yield "seal", f"change {until + 1} to {last}"


def _operations(reader: Reader, seal: sealed.Sealed) -> str:
    first, last = reader.rows(
        "SELECT min(operation_id), max(operation_id) FROM changes WHERE id BETWEEN ? AND ?",
        (seal.first, seal.last),
    )[0]
    if first is None:
        return f"seal {seal.id}"
    return f"operation {first}" if first == last else f"operations {first} to {last}"
