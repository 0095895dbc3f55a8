"""Stored texts: whether each is the one that was hashed, can be read from its original, and bears out the outcomes of checks."""

from __future__ import annotations

import json
import zlib

from onrecord.statements import verify
from onrecord.text.redacted import is_intact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.db.reader import Reader
    from onrecord.doctor.words import Seen

_PIECE = 1 << 20


def seen(reader: Reader) -> Iterator[Seen]:
    """Stored texts that are not what they were."""
    for row, text, digest, extractor, places in reader.iterate(
        "SELECT id, text, sha256, extractor, places FROM snapshots"
    ):
        if not is_intact(text, digest, extractor):
            yield "snapshot-hash", ("snapshots", row)
        if places is not None and not _in_order(places, len(text)):
            yield "locators", ("snapshots", row)
    for row, original in reader.iterate("SELECT id, original FROM snapshots WHERE original IS NOT NULL"):
        if not _unpacks(original):
            yield "original", ("snapshots", row)


def outcomes(reader: Reader) -> Iterator[tuple[int, str]]:
    """Attributions whose outcome does not follow from the text, each with the one that does."""
    kept = dict(
        reader.iterate(
            "SELECT a.id, check_result FROM attributions AS a JOIN statements ON statements.id = statement_id "
            "JOIN speakers ON speakers.id = speaker_id JOIN sources ON sources.id = source_id "
            "WHERE check_result IS NOT NULL ORDER BY source_id, a.id"
        )
    )
    for (row, outcome), check in zip(kept.items(), verify.check(reader, list(kept)), strict=True):
        if str(check.outcome) != outcome:
            yield row, str(check.outcome)


def _in_order(places: str, length: int) -> bool:
    try:
        starts = [start for start, _, _ in json.loads(places)]
        return starts == sorted(starts) and all(
            type(start) is int and 0 <= start <= length for start in starts
        )
    except (ValueError, TypeError):
        return False


def _unpacks(original: bytes) -> bool:
    """Whether zlib can read it to its end; it is unpacked piece by piece, and not kept."""
    stream, rest = zlib.decompressobj(), original
    try:
        while not stream.eof:
            made = stream.decompress(rest, _PIECE)
            rest = stream.unconsumed_tail
            if not made and not rest and not stream.eof:
                return False
    except zlib.error:
        return False
    return not stream.unused_data
