"""onrecord add verdict"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import CLAIMS, SOURCES, SPEAKERS, Command, argument, flag, option
from onrecord.errors import UsageError

EXAMPLES = """Examples:

onrecord add verdict c-4hd2 False --by "Harbour Facts" --in harbour-facts-2024 --date 2024-04-01

onrecord add verdict c-4hd2 "Mostly true" --by berit-quist --rating 4 --worst 1 --best 5

onrecord add verdict c-4hd2 --by "Harbour Facts" --in harbour-facts-2024 --none"""


COMMAND = Command(
    argument("claim", help="The claim.", metavar="CLAIM", required=True, complete=CLAIMS),
    option("--by", help="Who examined it.", metavar="SPEAKER", required=True, complete=SPEAKERS),
    argument("words", help="Their verdict, in their own words (“False”).", metavar="[WORDS]"),
    option("--in", help="The source of the verdict.", name="source", metavar="CITEKEY", complete=SOURCES),
    option("--rating", help="The rating, a number.", kind="decimal"),
    option("--worst", help="The worst rating of their scale.", kind="decimal"),
    option("--best", help="The best rating of their scale.", kind="decimal"),
    option("--date", help="When it was published.", metavar="EDTF"),
    flag("--new-speaker", help="Add the reviewer as an organisation if nobody has that name."),
    flag("--none", help="Remove the verdict."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    claim: str,
    by: str,
    words: str | None,
    source: str | None,
    rating: float | None,
    worst: float | None,
    best: float | None,
    date: str | None,
    new_speaker: bool,
    none: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Record what somebody who examined a claim concluded. onrecord itself never judges."""
    from onrecord.claims.verdicts import VerdictFields, give_verdict, take_back_verdict
    from onrecord.claims.write import find_claim, record_of_claim

    if none == bool(words):
        raise UsageError('Give either the WORDS of the verdict, such as "False", or --none.')
    with recording(database) as store:
        claim_row = find_claim(store, claim)
        if words:
            verdict_fields = VerdictFields(
                by=by,
                verdict=words,
                source=source,
                rating=rating,
                worst=worst,
                best=best,
                published=date,
                new_speaker=new_speaker,
            )
            give_verdict(store, claim_row, verdict_fields)
        else:
            take_back_verdict(store, claim_row, by, source)
        record = record_of_claim(store, claim_row)
    if as_json:
        print_json(record.as_json())
    else:
        say(f"{by}: {words or 'no verdict'} on {record.key}: {record.text}")
