"""All stamps, each proved by what the user trusts: certificates of authorities, and blocks of Bitcoin."""

from __future__ import annotations

from onrecord.model.record import replace
from onrecord.stamps import calendars
from onrecord.stamps.kept import Stamped, stamps, token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.reader import Reader
    from onrecord.stamps.blocks import Block


def proved(reader: Reader, roots: Sequence[bytes], blocks: Sequence[Block]) -> Iterator[Stamped]:
    """Every stamp, proved: the seal has this digest, and somebody signed that whom these root certificates (PEM) vouch for, or a block
    of Bitcoin has it.

    That the seals follow from each other and from what is recorded is `doctor`'s to say. InputError: one is no certificate.
    """
    by_height: dict[int, list[Block]] = {}
    for block in blocks:
        by_height.setdefault(block.height, []).append(block)
    if roots:
        from onrecord.stamps import authorities

        signed = authorities.proving(roots)
    for stamp in stamps(reader):
        if stamp.kind == calendars.KIND:
            yield calendars.judged(stamp, token(reader, stamp), by_height)
        elif roots:
            yield replace(stamp, problem=signed(stamp, token(reader, stamp)))
        else:
            yield replace(stamp, problem="nobody is trusted to have signed it")
