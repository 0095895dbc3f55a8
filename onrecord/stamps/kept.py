"""The stamps that are kept beside the seals: of which seal, by whom, when."""

from __future__ import annotations

from onrecord.errors import NotFoundError
from onrecord.model.record import Told, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.db.reader import Reader

MOST_BYTES = 1_000_000


@record()
class Stamped(Told):
    """A stamp: of which seal, by whom, when (UTC, ISO 8601). `problem` is what is wrong with it, None where it was proved.

    Of OpenTimestamps `at` is when the calendars were asked, by this computer's clock, until a block's header tells the time.
    `pending`: no block has it yet, so that it proves nothing. `block` is the height of the block of Bitcoin that has it.
    """

    stamp: int
    seal: int
    digest: str
    operation: int | None
    authority: str
    at: str
    kind: str = "rfc3161"
    problem: str | None = None
    pending: bool = False
    block: int | None = None


def last_seal(reader: Reader) -> tuple[int, str]:
    """The last seal: its number and its digest. NotFoundError: nothing was sealed yet."""
    seals = reader.rows("SELECT id, digest FROM seals ORDER BY id DESC LIMIT 1")
    if not seals:
        raise NotFoundError(
            "Nothing was recorded yet since the history is sealed: there is nothing to stamp."
        )
    number, digest = seals[0]
    return int(number), str(digest)


def stamps(reader: Reader) -> Iterator[Stamped]:
    """The stamps that are kept, the first one first; nothing is proved of them."""
    for row in reader.rows(
        "SELECT stamps.id, seals.id, digest, (SELECT operation_id FROM changes WHERE id = last_change), authority, at, kind "
        "FROM stamps JOIN seals ON seals.id = seal_id ORDER BY stamps.id"
    ):
        yield Stamped(*row)


def the_stamp(reader: Reader, row: int) -> Stamped:
    """The stamp with this id."""
    return next(stamp for stamp in stamps(reader) if stamp.stamp == row)


def token(reader: Reader, stamp: Stamped) -> bytes:
    """What the authority or the calendars answered, as it is kept."""
    return bytes(reader.value("SELECT token FROM stamps WHERE id = ?", (stamp.stamp,)))
