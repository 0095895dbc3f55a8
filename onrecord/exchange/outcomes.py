"""What an import did, entry by entry: what its report says."""

from typing import Literal

from onrecord.errors import Hint
from onrecord.model.record import as_json, record
from onrecord.model.records import Json

Did = Literal["added", "changed", "known", "conflict", "refused", "noted"]


@record(kw_only=True)
class Outcome:
    """What became of one entry, or what is to be noted of the reading. `what` is what it is ("source", "statement" …), `name` what it is now known by.

    `reason` says of what was refused why, `hint` what may help; of the rest `reason` says what a person should know of it. `asked` is the citekey that the
    file gives a source, where that is not its `name`; `is_lost_key`: it does not find the source.
    """

    did: Did
    where: str
    what: str
    name: str | None = None
    asked: str | None = None
    is_lost_key: bool = False
    reason: str | None = None
    hint: Hint | None = None

    def as_json(self) -> Json:
        return as_json(self, "hint")
