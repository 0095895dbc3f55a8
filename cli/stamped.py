"""Small files that a command line names, and what `verify --stamps` says."""

from __future__ import annotations

from onrecord.cli.output import print_json, print_rows, remark
from onrecord.cli.streams import standard_input
from onrecord.errors import InputError, UsageError
from onrecord.exchange.files import opened
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader
    from onrecord.stamps.kept import Stamped


def contents(file: str, most: int) -> bytes:
    """The bytes of a file, or of standard input (-). InputError: there is none, or it has more than `most`."""
    with opened(file, standard_input()) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise InputError(f"{one_line(file)} is larger than {most // 1_000_000} MB.")
    return data


def verify(
    reader: Reader, authorities: Sequence[str], blocks: Sequence[str], *, quiet: bool, as_json: bool
) -> bool:
    """Proves the stamps that are kept and that the seals follow from what is recorded; says what it found, and whether all is right."""
    from onrecord.doctor.seals import seen
    from onrecord.stamps.blocks import block
    from onrecord.stamps.kept import MOST_BYTES, stamps
    from onrecord.stamps.proved import proved

    if not authorities and any(stamp.kind == "rfc3161" for stamp in stamps(reader)):
        raise UsageError(
            "Name the certificate of the authority whom you trust with --ca FILE: it stands on its pages."
        )
    certificates = [contents(authority, MOST_BYTES) for authority in authorities]
    found = list(proved(reader, certificates, [block(one) for one in blocks]))
    broken = [str(where) for _, where in seen(reader)]
    if as_json:
        print_json({"stamps": [stamp.as_json() for stamp in found], "broken": broken})
    else:
        listed = [stamp for stamp in found if stamp.problem or not quiet]
        rows = [
            (_outcome(stamp), stamp.at, f"up to operation {stamp.operation}", _by(stamp)) for stamp in listed
        ]
        print_rows(("outcome", "stamped", "what", "by"), rows)
        if not found:
            remark("There are no stamps yet: onrecord stamp")
        if any(stamp.pending for stamp in found) and not quiet:
            remark("What is pending proves nothing yet: complete it with onrecord stamp --upgrade")
        if unknown := {stamp.block for stamp in found if stamp.problem and stamp.block is not None}:
            remark(
                f"Give a block's header or Merkle root, from a node or a block explorer, with --block {min(unknown)}=HEX."
            )
        for where in broken:
            remark(f"{where} is not as it was sealed: onrecord doctor says more.")
    return bool(found) and not broken and not any(stamp.problem for stamp in found)


def _outcome(stamp: Stamped) -> str:
    return stamp.problem or ("pending" if stamp.pending else "proved")


def _by(stamp: Stamped) -> str:
    return stamp.authority if stamp.block is None else f"Bitcoin, block {stamp.block}"
