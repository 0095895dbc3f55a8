"""The rows of what people record, as records: what `store` reads and makes. `kept_rows` has those of what is kept about it.

The columns are those of `models`, which a test compares, without the folded copies.
"""

from __future__ import annotations

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Row(Protocol):
        """A row of the table `table`."""

        table: str

        @property
        def id(self) -> int: ...


@record()
class Statement:
    """A row of statements."""

    table = "statements"

    id: int
    key: str
    text: str
    text_key: str
    said: str | None
    said_min: int | None
    said_max: int | None
    note: str | None


@record()
class Attribution:
    """A row of attributions."""

    table = "attributions"

    id: int
    statement_id: int
    speaker_id: int
    source_id: int
    form: str
    polarity: str
    polarity_basis: str | None
    wording: str | None
    exact: str | None
    prefix: str | None
    suffix: str | None
    locator_label: str | None
    locator: str | None
    named_as: str | None
    cue: str | None
    said: str | None
    said_min: int | None
    said_max: int | None
    said_basis: str | None
    language: str | None
    place: str | None
    occasion: str | None
    medium: str | None
    snapshot_id: int | None
    check_result: str | None
    checked_at: str | None
    accepted_reason: str | None
    rank: str
    rank_reason: str | None
    status: str
    status_reason: str | None
    translator_id: int | None
    quoted_from_id: int | None
    page_index: int | None


@record()
class Span:
    """A row of spans."""

    table = "spans"

    id: int
    attribution_id: int
    position: int
    start: int
    end: int
    quoted: bool


@record()
class Relay:
    """A row of relays."""

    table = "relays"

    id: int
    attribution_id: int
    hop: int
    speaker_id: int
    cue: str | None
    named_as: str | None
    cited_source_id: int | None


@record()
class Speaker:
    """A row of speakers."""

    table = "speakers"

    id: int
    slug: str
    name: str
    family: str | None
    given: str | None
    kind: str
    unnamed: bool
    description: str | None
    wikidata_id: str | None
    merged_into_id: int | None


@record()
class SpeakerName:
    """A row of speaker_names."""

    table = "speaker_names"

    id: int
    speaker_id: int
    name: str
    name_key: str
    language: str | None
    script: str | None
    kind: str


@record()
class Office:
    """A row of offices."""

    table = "offices"

    id: int
    speaker_id: int
    title: str
    title_key: str
    since: str | None
    since_min: int | None
    since_max: int | None
    until: str | None
    until_min: int | None
    until_max: int | None
    source_id: int | None
    note: str | None


@record()
class Judgement:
    """A row of judgements."""

    table = "judgements"

    id: int
    first_id: int
    second_id: int
    judgement: str
    reason: str | None


@record()
class Source:
    """A row of sources."""

    table = "sources"

    id: int
    citekey: str
    type: str
    title: str | None
    container_title: str | None
    publisher: str | None
    issued: str | None
    issued_min: int | None
    issued_max: int | None
    url: str | None
    url_key: str | None
    archive_url: str | None
    accessed: str | None
    language: str | None
    csl: dict[str, object] | None


@record()
class CitekeyAlias:
    """A row of citekey_aliases."""

    table = "citekey_aliases"

    id: int
    source_id: int
    citekey: str


@record()
class Creator:
    """A row of creators."""

    table = "creators"

    id: int
    source_id: int
    position: int
    role: str
    speaker_id: int
    named_as: str | None


@record()
class Tag:
    """A row of tags."""

    table = "tags"

    id: int
    name: str


@record()
class StatementTag:
    """A row of statement_tags."""

    table = "statement_tags"

    id: int
    statement_id: int
    tag_id: int


@record()
class StatementLink:
    """A row of statement_links."""

    table = "statement_links"

    id: int
    from_id: int
    to_id: int
    kind: str


@record()
class Claim:
    """A row of claims."""

    table = "claims"

    id: int
    key: str
    text: str
    note: str | None


@record()
class ClaimLink:
    """A row of claim_links."""

    table = "claim_links"

    id: int
    from_id: int
    to_id: int
    kind: str


@record()
class Stance:
    """A row of stances."""

    table = "stances"

    id: int
    statement_id: int
    claim_id: int
    stance: str
    note: str | None


@record()
class Review:
    """A row of reviews."""

    table = "reviews"

    id: int
    claim_id: int
    reviewer_id: int
    source_id: int | None
    verdict: str
    rating: float | None
    best: float | None
    worst: float | None
    published: str | None


@record()
class Decision:
    """A row of decisions."""

    table = "decisions"

    id: int
    first_id: int
    second_id: int
    about: str
    decision: str
    reason: str
