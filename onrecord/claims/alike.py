"""Claims that are worded nearly alike: the same one recorded twice, perhaps, or its opposite."""

from __future__ import annotations

from onrecord.model.claim_records import AlikeClaim
from onrecord.model.light import defaultdict
from onrecord.text.recall import units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader

_MOST = 5
# Claims that are looked through, the ones recorded last first.
_MOST_READ = 20_000


def alike(reader: Reader, claim: int) -> list[AlikeClaim]:
    """The claims worded nearly like this one and not linked with it, the likest first."""
    linked = set(
        reader.column(
            "SELECT CASE WHEN from_id = ?1 THEN to_id ELSE from_id END FROM claim_links WHERE ?1 IN (from_id, to_id)",
            (claim,),
        )
    )
    text = str(reader.value("SELECT text FROM claims WHERE id = ?", (claim,)))
    rows = reader.rows(f"SELECT id, key, text FROM claims ORDER BY id DESC LIMIT {_MOST_READ}")
    mine = units(text)
    wanted = set(mine)
    often: defaultdict[str, int] = defaultdict(int)
    candidates: list[tuple[str, str, list[str]]] = []
    for row, key, other in rows:
        words = units(other)
        held = wanted.intersection(words)
        for word in held:
            often[word] += 1
        # So few words in common are never enough.
        if row != claim and row not in linked and len(held) * 3 >= min(len(wanted), len(set(words))):
            candidates.append((key, other, words))
    if not candidates:
        return []
    # Loaded where claims share words: matching takes longer to load than most databases to read.
    from onrecord.statements.alike import least_share, share_of

    total = len(rows)
    shares = [(share_of(mine, words, often, total), key, other) for key, other, words in candidates]
    likest = sorted(
        [share for share in shares if share[0] >= least_share(total)], key=lambda share: (-share[0], share[1])
    )
    return [AlikeClaim(key, other, _opposed(text, other)) for _, key, other in likest[:_MOST]]


def _opposed(text: str, other: str) -> bool:
    """Whether the one has a negation that the other lacks, or an opposite word."""
    from onrecord.matching.reworded import reworded

    return any(change.kind in ("negation", "opposite") for change in reworded(text, other).changes)
