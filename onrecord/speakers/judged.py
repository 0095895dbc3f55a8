"""What was found of pairs of speakers, read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.db.reader import Reader

JUDGED = """
SELECT j.id, coalesce(a.merged_into_id, a.id), coalesce(b.merged_into_id, b.id), j.judgement, j.reason
  FROM judgements AS j JOIN speakers AS a ON a.id = j.first_id JOIN speakers AS b ON b.id = j.second_id ORDER BY j.id"""


def judgements(reader: Reader) -> Mapping[tuple[int, int], tuple[str, str | None]]:
    """Every judgement with its reason by the two speakers that it is of today, after merges: the lower number first."""
    return {
        (min(one, other), max(one, other)): (judgement, reason)
        for _, one, other, judgement, reason in reader.rows(JUDGED)
        if one != other
    }


def found_different(reader: Reader, speaker: int, other: int) -> str | None:
    """Why two speakers, by their numbers after merges, were found not to be one ("" without a reason); None: they were not."""
    judgement, reason = judgements(reader).get((min(speaker, other), max(speaker, other)), ("", None))
    return (reason or "") if judgement == "different" else None
