"""The rows of the tables, as records: what `store` reads and makes. The columns are those of `models`; a test compares them.

Large columns that hardly anybody needs are left out (the original of a snapshot, the before and after of a change), and so
are the folded copies.
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
class Claim:
    """A row of claims."""

    table = "claims"

    id: int
    key: str
    text: str
    note: str | None


@record()
class Operation:
    """A row of operations."""

    table = "operations"

    id: int
    at: str
    by: str
    command: str
    undoes_id: int | None
    open: bool


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
class Tag:
    """A row of tags."""

    table = "tags"

    id: int
    name: str


@record()
class Change:
    """A row of changes."""

    table = "changes"

    id: int
    operation_id: int | None
    kind: str
    table_name: str
    row_id: int
    last_row_id: int


@record()
class Seal:
    """A row of seals."""

    table = "seals"

    id: int
    first_change: int
    last_change: int
    content: str
    digest: str


@record()
class SealOpening:
    """A row of seal_openings."""

    table = "seal_openings"

    id: int
    seal_id: int
    operation_id: int
    content: str


@record()
class Stamp:
    """A row of stamps, but for its token."""

    table = "stamps"

    id: int
    seal_id: int
    kind: str
    authority: str
    at: str


@record()
class CitekeyAlias:
    """A row of citekey_aliases."""

    table = "citekey_aliases"

    id: int
    source_id: int
    citekey: str


@record()
class ClaimLink:
    """A row of claim_links."""

    table = "claim_links"

    id: int
    from_id: int
    to_id: int
    kind: str


@record()
class StatementLink:
    """A row of statement_links."""

    table = "statement_links"

    id: int
    from_id: int
    to_id: int
    kind: str


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
class Decision:
    """A row of decisions."""

    table = "decisions"

    id: int
    first_id: int
    second_id: int
    about: str
    decision: str
    reason: str


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
class Snapshot:
    """A row of snapshots."""

    table = "snapshots"

    id: int
    source_id: int
    captured_at: str
    sha256: str
    media_type: str
    text: str
    extractor: str
    places: list[list[int | str]] | None


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
class Stance:
    """A row of stances."""

    table = "stances"

    id: int
    statement_id: int
    claim_id: int
    stance: str
    note: str | None


@record()
class StatementTag:
    """A row of statement_tags."""

    table = "statement_tags"

    id: int
    statement_id: int
    tag_id: int


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
class Capture:
    """A row of captures."""

    table = "captures"

    id: int
    source_id: int
    snapshot_id: int | None
    captured_at: str
    url: str | None
    archive_url: str | None
    status: int | None
    etag: str | None
    last_modified: str | None
    original_sha256: str | None
    reason: str | None


@record()
class Check:
    """A row of checks."""

    table = "checks"

    id: int
    attribution_id: int
    snapshot_id: int | None
    outcome: str
    at: str


@record()
class Proposal:
    """A row of proposals."""

    table = "proposals"

    id: int
    snapshot_id: int
    place_key: str
    text_key: str
    stretches: list[list[int]]
    form: str
    polarity: str
    speaker: str | None
    speaker_slug: str | None
    named_as: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_kind: str
    unnamed: bool
    cue: str | None
    via: list[dict[str, object]]
    said: str | None
    said_basis: str | None
    confidence: float
    reason: str
    engine: str
    state: str
    attribution_id: int | None


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
class Span:
    """A row of spans."""

    table = "spans"

    id: int
    attribution_id: int
    position: int
    start: int
    end: int
    quoted: bool
