"""onrecord speakers dupes"""

from __future__ import annotations

from onrecord.cli.lists import tell
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.spec import SPEAKERS, Command, argument, flag, option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.model.dupe_records import Dupe

COMMAND = Command(
    argument("speaker", help="Only pairs with this speaker.", metavar="[SPEAKER]", complete=SPEAKERS),
    option(
        "--least",
        help="The least likelihood, from 0 to 1. Default: 0.7; 0.5 shows doubtful pairs too.",
        kind="decimal",
        least=0,
        most=1,
    ),
    flag("--judged", help="Show judged pairs, with the judgements."),
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord speakers dupes  ·  onrecord speakers dupes sergei-shoigu --least 0.5  ·  onrecord speakers dupes --judged --json",
)


def run(
    *,
    speaker: str | None,
    least: float | None,
    judged: bool,
    limit: int | None,
    database: str | None,
    as_json: bool,
) -> None:
    """Find pairs of speakers that may be the same, likeliest first: likelihood, both names, reason, what they share.

    Names are compared across scripts, spellings, word order, initials, titles and short forms. Names that differ in a number,
    "Jr." or a syllable are no pair; names that very many people have are held back. Nothing is merged: record your judgement with
    onrecord speakers same, different or unsure, and you are not asked again.
    """
    from onrecord.speakers.dupes import dupes
    from onrecord.speakers.queries import speaker_id
    from onrecord.text.same_person import LIKELY

    with asking(database) as reader:
        of = None if speaker is None else speaker_id(reader, speaker)
        found = dupes(reader, of=of, least=LIKELY if least is None else least, judged=judged)
    tell(
        found,
        limit,
        as_json=as_json,
        heading=("likely", "speaker", "speaker", "why", "shared", "judged"),
        line=_line,
        document=lambda dupe: dupe.as_json(),
        none=(
            ("judged pairs", "Judge one with: onrecord speakers same, different or unsure")
            if judged
            else (
                "speakers that look like one",
                "See doubtful pairs with: onrecord speakers dupes --least 0.5",
            )
        ),
    )


def _line(dupe: Dupe) -> tuple[str, ...]:
    shared = dupe.shared
    told = [
        f"{what} {', '.join(names)}"
        for what, names in (("quoted in", shared.sources), ("made", shared.works), ("office", shared.offices))
        if names
    ]
    judged = f"{dupe.judgement}: {dupe.judged_because}" if dupe.judged_because else dupe.judgement or ""
    sides = zip((dupe.first, dupe.second), dupe.names, dupe.statements, strict=True)
    return (
        f"{dupe.score:.2f}",
        *[f"{ref.slug} ({name or ref.name}, {number})" for ref, name, number in sides],
        dupe.reason,
        "; ".join(told),
        judged,
    )
