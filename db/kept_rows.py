"""The rows of what is kept about what people record: stored texts, checks, proposals, and the history with its seals.

The columns are those of `models`, which a test compares. Large ones that hardly anybody needs are left out: the original
of a snapshot, the before and after of a change, the token of a stamp.
"""

from __future__ import annotations

from onrecord.model.record import record


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
