"""Proposing attributed statements: who says what in a text. No database here."""

from onrecord.ingest.extract.proposal import Form, Hop, Mention, Proposal

__all__ = ["Form", "Hop", "Mention", "Proposal"]
