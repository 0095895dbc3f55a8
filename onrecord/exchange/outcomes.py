"""What an import did, entry by entry: what its report says."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records import Json

Did = Literal["added", "known", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one entry. `what` is what it is ("source", "statement" …), `name` what it is now known by.

    `reason` says of what was refused why, of the rest what a person should know of it.
    """

    did: Did
    where: str
    what: str
    name: str | None = None
    reason: str | None = None

    def as_json(self) -> Json:
        return {
            "did": self.did,
            "where": self.where,
            "what": self.what,
            "name": self.name,
            "reason": self.reason,
        }
