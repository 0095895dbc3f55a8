"""The tables, one noun a file. Import models from here, so that every table is known before any is used."""

from onrecord.db.models.attribution import Attribution, Relay, Span
from onrecord.db.models.claim import Claim, ClaimLink, Review, Stance
from onrecord.db.models.history import Change, Operation, Seal, SealOpening, Stamp
from onrecord.db.models.judgement import Decision, Judgement
from onrecord.db.models.proposal import Proposal
from onrecord.db.models.snapshot import Capture, Check, Snapshot
from onrecord.db.models.source import CitekeyAlias, Creator, Source
from onrecord.db.models.speaker import Office, Speaker, SpeakerName
from onrecord.db.models.statement import Statement, StatementLink, StatementTag, Tag

__all__ = [
    "Attribution",
    "Capture",
    "Change",
    "Check",
    "CitekeyAlias",
    "Claim",
    "ClaimLink",
    "Creator",
    "Decision",
    "Judgement",
    "Office",
    "Operation",
    "Proposal",
    "Relay",
    "Review",
    "Seal",
    "SealOpening",
    "Snapshot",
    "Source",
    "Span",
    "Speaker",
    "SpeakerName",
    "Stamp",
    "Stance",
    "Statement",
    "StatementLink",
    "StatementTag",
    "Tag",
]
