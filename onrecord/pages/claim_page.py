"""The page of a claim, at `/-/claim/KEY`: who is for it and who against, verdicts, independent origins."""

from onrecord.cite.formats import jsonld
from onrecord.claims import queries as claim_queries
from onrecord.db.reader import Reader
from onrecord.pages import linked_data, links, time_line
from onrecord.pages.host import Host
from onrecord.pages.render import Head, render
from onrecord.views.claim import Debate

# The stances, as headings.
SIDES = {"asserts": "For", "denies": "Against", "questions": "Questioning"}
_TAKEN = {"asserts": "asserted", "denies": "denied", "questions": "questioned"}


def html(host: Host, reader: Reader, debate: Debate) -> str:
    """The page of a claim; the verdicts on it are read for what it tells programs."""
    reviews = linked_data.reviews(
        reader,
        claim_queries.claim_id(reader, debate.key),
        [position for side in debate.sides for position in side.positions],
        lambda quote: host.lasting(links.quote_at(quote.ref)),
    )
    counts = ", ".join(f"{side.statements} {SIDES[side.stance].lower()}" for side in debate.sides)
    verdicts = ", ".join(f"{verdict.reviewer.name}: {verdict.verdict}" for verdict in debate.verdicts)
    return render(
        host,
        "claim.html",
        title=debate.text,
        head=Head(
            address=host.lasting(links.claim_at(debate.key)),
            description=f"Statements: {counts}. {verdicts}",
            data=jsonld.document(reviews) if reviews else None,
        ),
        debate=debate,
        sides=SIDES,
        taken=_TAKEN,
        picture=time_line.picture(debate.time_line, tuple(SIDES.values())),
    )
