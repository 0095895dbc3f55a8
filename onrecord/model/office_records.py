"""Records of the offices that speakers held."""

from __future__ import annotations

from onrecord.model.record import Told, record


@record()
class OfficeEntry(Told):
    """An office, named by `ref` (SPEAKER/TITLE): who held it, from when until when (EDTF), by which source."""

    ref: str
    speaker: str
    speaker_name: str
    title: str
    since: str | None
    until: str | None
    source: str | None
    note: str | None

    @property
    def time(self) -> str:
        """ "2012-11 to 2024-05", "since 2012-11", "until 2024-05"; "" where nobody says."""
        if self.since and self.until:
            return f"{self.since} to {self.until}"
        return f"since {self.since}" if self.since else f"until {self.until}" if self.until else ""
