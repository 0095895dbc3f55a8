"""Proposals that somebody else made: read for `onrecord ingest`, compared with the text and our rules, and told of."""

from __future__ import annotations

from onrecord.cli.output import remark
from onrecord.cli.spec import option
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract import Proposal
    from onrecord.extract.outside.endpoint import Endpoint
    from onrecord.extract.outside.given import HandedIn, Rejected
    from onrecord.ingest.document import Document
    from onrecord.model.records import Json

PROPOSALS = option(
    "--proposals",
    help="Propose what another program extracted, as far as it is in the text: LangExtract's JSON Lines, "
    "those of onrecord extract, or Web Annotations; - is standard input.",
    metavar="FILE",
)
# The engine that asks a model.
MODEL = "llm"
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
        self.statements = len(handed.statements) + len(handed.rejected)
        self.passed_over = handed.passed_over
        found = taken(read, handed.statements, own, author=author, by=by)
        self.agreed, self.others = found.agreed, found.others
        self.rejected: tuple[Rejected, ...] = (*handed.rejected, *found.rejected)

    @property
    def together(self) -> list[Proposal]:
        """All that stands in the text, in its order, with groups that are told apart."""
        from onrecord.model.record import replace

        most = max((one.group for one in self.agreed), default=0)
        others = [replace(other, group=most + other.group) for other in self.others]
        return sorted([*self.agreed, *others], key=lambda quote: (quote.start, quote.end))

    def as_json(self) -> Json:
        return {
            "given": self.statements,
            "rejected": [one.as_json() for one in self.rejected],
            "passed_over": self.passed_over,
        }

    def tell(self) -> None:
        """Says which were rejected, and why."""
        if self.passed_over:
            remark(f"{self.passed_over} extractions are no quotations, and were passed over.")
        if not self.rejected:
            return
        remark(f"{len(self.rejected)} of {self.statements} rejected:")
        for one in self.rejected[:_TOLD]:
            words = f" “{one_line(one.text)}”" if one.text else ""
            remark(f"  {one.where}:{words}: {one_line(one.reason)}.")
        if len(self.rejected) > _TOLD:
            remark(f"  and {len(self.rejected) - _TOLD} more; --json lists them all.")


def from_model(
    read: Document, own: Sequence[Proposal], endpoint: Endpoint, author: str | None, name: str
) -> Outside:
    """What a model finds in a text. It is said first what is sent where. InputError: it does not answer as it was asked."""
    from onrecord.cli.progress import waiting
    from onrecord.extract.outside import asked

    parts = asked.parts_of(read.text)
    many = f" in {len(parts)} parts" if len(parts) > 1 else ""
    remark(
        f"Sending the text of {one_line(name)}, {len(read.text):,} characters{many}, to {endpoint.host} for the model {endpoint.model}."
    )
    with waiting("Waiting for the model …"):
        found = asked.handed_in(read.text, parts, endpoint)
    return Outside(
        read, own, found, f"{MODEL} {endpoint.model}", f"proposed by the model {endpoint.model}", author
    )


def endpoint() -> Endpoint:
    """The model that the environment names. UsageError: it names none, or none that can be asked safely."""
    import os

    from onrecord.extract.outside.endpoint import endpoint_of

    return endpoint_of(os.environ)


def handed_in(text: str) -> HandedIn:
    """The proposals in a file, or on standard input for `-`. InputError: they cannot be read."""
    from onrecord.cli.streams import standard_input
    from onrecord.errors import NO_NAME, InputError
    from onrecord.exchange.files import opened
    from onrecord.exchange.proposed import read

    if not text.strip():
        raise InputError(NO_NAME)
    with opened(text, standard_input()) as stream:
        return read(stream, "standard input" if text == "-" else text)
