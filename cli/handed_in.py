"""Proposals that somebody else made: read for `onrecord ingest`, compared with the text and our rules, and told of."""

from __future__ import annotations

from onrecord.cli.output import remark
from onrecord.cli.spec import option
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.exchange.proposed import HandedIn
    from onrecord.extract import Proposal
    from onrecord.extract.outside.given import Rejected
    from onrecord.ingest.document import Document
    from onrecord.model.records import Json

PROPOSALS = option(
    "--proposals",
    help="Propose what this file of another program says, as far as it stands in the text: LangExtract's JSON Lines, "
    "those of onrecord extract, or Web Annotations; - is standard input.",
    metavar="FILE",
)
# As many are told one by one.
_TOLD = 100


class Outside:
    """What came of proposals from outside: what our rules say too, what only the others say, and what was rejected.

    `engine` is what the others are kept under; `by_source` says in words who gave them.
    """

    def __init__(
        self,
        read: Document,
        own: Sequence[Proposal],
        handed: HandedIn,
        engine: str,
        by: str,
        author: str | None,
    ) -> None:
        from onrecord.extract.outside.taken import taken

        self.engine = engine
        self.given = len(handed.given) + len(handed.rejected)
        self.passed_over = handed.passed_over
        found = taken(read, handed.given, own, author=author, by=by)
        self.agreed, self.others = found.agreed, found.others
        self.rejected: tuple[Rejected, ...] = (*handed.rejected, *found.rejected)

    def as_json(self) -> Json:
        return {
            "given": self.given,
            "rejected": [one.as_json() for one in self.rejected],
            "passed_over": self.passed_over,
        }

    def tell(self) -> None:
        """Says which were rejected, and why."""
        if self.passed_over:
            remark(f"{self.passed_over} extractions are no quotations, and were passed over.")
        if not self.rejected:
            return
        remark(f"{len(self.rejected)} of {self.given} rejected:")
        for one in self.rejected[:_TOLD]:
            words = f" “{one_line(one.text)}”" if one.text else ""
            remark(f"  {one.where}:{words}: {one_line(one.reason)}.")
        if len(self.rejected) > _TOLD:
            remark(f"  and {len(self.rejected) - _TOLD} more; --json lists them all.")


def handed_in(given: str) -> HandedIn:
    """The proposals in a file, or on standard input for `-`. InputError: they cannot be read."""
    from onrecord.cli.streams import standard_input
    from onrecord.errors import NO_NAME, InputError
    from onrecord.exchange.files import opened
    from onrecord.exchange.proposed import read

    if not given.strip():
        raise InputError(NO_NAME)
    with opened(given, standard_input()) as stream:
        return read(stream, "standard input" if given == "-" else given)
