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


def contents(file: str, most: int) -> bytes:
    """The bytes of a file, or of standard input (-). InputError: there is none, or it has more than `most`."""
    with opened(file, standard_input()) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise InputError(f"{one_line(file)} is larger than {most // 1_000_000} MB.")
    return data


def verify(reader: Reader, authorities: Sequence[str], *, quiet: bool, as_json: bool) -> bool:
    """Proves the stamps that are kept and that the seals follow from what is recorded; says what it found, and whether all is right."""
    from onrecord.doctor.seals import seen
    from onrecord.stamps import MOST_BYTES, proved

    if not authorities:
        raise UsageError(
            "Name the certificate of the authority whom you trust with --ca FILE: it stands on its pages."
        )
    stamps = list(proved(reader, [contents(authority, MOST_BYTES) for authority in authorities]))
    broken = [str(where) for _, where in seen(reader)]
    if as_json:
        print_json({"stamps": [stamp.as_json() for stamp in stamps], "broken": broken})
    else:
        listed = [stamp for stamp in stamps if stamp.problem or not quiet]
        rows = [
            (one.problem or "proved", one.at, f"up to operation {one.operation}", one.authority)
            for one in listed
        ]
        print_rows(("outcome", "stamped", "what", "by"), rows)
        if not stamps:
            remark("There are no stamps yet: onrecord stamp")
        for where in broken:
            remark(f"{where} is not as it was sealed: onrecord doctor says more.")
    return not broken and not any(stamp.problem for stamp in stamps)
