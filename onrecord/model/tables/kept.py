"""The tables of what is kept about what people record, in words: stored texts, checks, proposals, and the history with its seals."""

from __future__ import annotations

from onrecord.model.tables.table import ID, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT: Mapping[str, Table] = {
    "snapshots": Table(
        "Snapshots",
        "Stored texts of sources, each as it was on the day it was captured. They never change.",
        {
            **ID,
            "source_id": "the source",
            "captured_at": "when it was first captured, UTC",
            "sha256": "the digest of the text",
            "media_type": "the format it was read from",
            "text": "the readable text",
            "extractor": "what read it, with its version",
            "original": "the file it was read from, compressed",
            "places": "its own locators (pages, times): from which code point on which",
        },
    ),
    "captures": Table(
        "Captures",
        "That a source was looked at: when, where, and which stored text it had.",
        {
            **ID,
            "source_id": "the source",
            "snapshot_id": "the text that it had; empty: none that could be stored",
            "captured_at": "when, UTC",
            "url": "where it was fetched from",
            "archive_url": "where that state of it is archived",
            "status": "what the server answered (HTTP)",
            "etag": "what the server calls this state of the page",
            "last_modified": "when the server says it changed",
            "original_sha256": "the digest of the bytes that came",
            "reason": "why no text was stored",
        },
    ),
    "checks": Table(
        "Checks",
        "What verification found, whenever that was something else than before.",
        {
            **ID,
            "attribution_id": "whose wording was looked for",
            "snapshot_id": "in which stored text",
            "outcome": "what was found: the same words as check_result",
            "at": "when, UTC",
        },
    ),
    "proposals": Table(
        "Proposals",
        "What extraction found in stored texts, and what a person decided about it.",
        {
            **ID,
            "snapshot_id": "the stored text",
            "place_key": "the place as it was first proposed",
            "text_key": "the folded wording as it was first proposed",
            "stretches": "where it stands in the stored text: code points, end exclusive",
            "form": "direct, mixed or indirect",
            "polarity": "asserted, denied, not_said or asked",
            "speaker": "the name to find or make the speaker by; empty: the text does not say",
            "speaker_slug": "the speaker that a person chose",
            "named_as": "the name as printed",
            "speaker_start": "the first code point of the words for the speaker",
            "speaker_end": "the code point after the last of them",
            "speaker_kind": "what a new speaker would be",
            "unnamed": "1: a speaker whom nobody named",
            "cue": "the word that carries the attribution",
            "via": "those who passed it on, nearest to the speaker first",
            "said": "when it was said, as EDTF",
            "said_basis": "stated or inferred",
            "confidence": "between 0 and 1",
            "reason": "why it is proposed",
            "engine": "what proposed it, with its version",
            "state": "open, accepted or rejected",
            "attribution_id": "what was recorded when it was accepted",
        },
    ),
    "operations": Table(
        "History",
        "What was done, when, and by whom.",
        {
            **ID,
            "at": "when, UTC",
            "by": "the user of the computer",
            "command": "what was asked for",
            "undoes_id": "the operation that it took back",
            "open": "1 only while it is under way",
        },
    ),
    "changes": Table(
        "Changes",
        "A row, or a range of new rows, that an operation made, changed or took away.",
        {
            **ID,
            "operation_id": "the operation; empty: another program, whose operation gets its number with the next one",
            "kind": "insert, update or delete",
            "table_name": "in which table",
            "row_id": "the row, and of new ones the first",
            "last_row_id": "the last of the new ones, or of those that were taken away together",
            "before": "the row as it was, as a JSON object",
            "after": "the row as it became",
            "before_blob": "of a stored text that was taken away, its original; of rows that were taken away together all of them, packed",
        },
    ),
    "seals": Table(
        "Seals",
        "The chained digests of what was recorded.",
        {
            **ID,
            "first_change": "the first change that it seals",
            "last_change": "the last of them",
            "content": "the digest (SHA-256) of these changes, their operations, and the rows that they inserted as they were then",
            "digest": "the digest of the seal before and of content",
        },
    ),
    "seal_openings": Table(
        "Opened seals",
        "Seals of what was redacted since.",
        {
            **ID,
            "seal_id": "the seal",
            "operation_id": "the redaction",
            "content": "the digest of what it left",
        },
    ),
    "stamps": Table(
        "Time stamps",
        "What others say of when a seal was there.",
        {
            **ID,
            "seal_id": "the seal whose digest was stamped",
            "kind": "rfc3161 (an authority) or opentimestamps (a block of Bitcoin)",
            "authority": "the address of the authority, or those of the calendars",
            "at": "the time that they say, or at which calendars were asked, UTC",
            "token": "what they signed",
        },
    ),
}
