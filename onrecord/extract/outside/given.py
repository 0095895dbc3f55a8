"""What somebody else says that a text says: none of it is believed before it is found there."""

from __future__ import annotations

from onrecord.model.record import Told, record
from onrecord.text.clean import one_line

_SHOWN = 80


@record(kw_only=True)
class GivenName:
    """Somebody as they are named beside a wording: as printed there, and in full; `start` is where that may stand."""

    printed: str
    full: str
    start: int | None = None


@record(kw_only=True)
class GivenHop:
    """A relay as it is given."""

    name: GivenName
    cue: str | None = None


@record(kw_only=True)
class Given:
    """A statement that somebody else found in a text.

    `where` tells it from the others ("line 3"). `wordings` are its stretches in their order, and `starts` where each is said
    to begin (code points; None: nobody says), which may be wrong. With `ends` the first stretch is given by its first and
    last words alone, and stands between the code points `within`. `prefix` and `suffix` stand before and after it.
    `confidence` is between 0 and 1; None where none is given. What was not told is None.
    """

    where: str
    wordings: tuple[str, ...]
    starts: tuple[int | None, ...]
    ends: tuple[str, str] | None = None
    within: tuple[int, int] | None = None
    prefix: str = ""
    suffix: str = ""
    speaker: GivenName | None = None
    cue: str | None = None
    via: tuple[GivenHop, ...] = ()
    form: str | None = None
    polarity: str | None = None
    kind: str | None = None
    unnamed: bool = False
    said: str | None = None
    said_basis: str | None = None
    confidence: float | None = None

    @property
    def shown(self) -> str:
        """Its words, in one short line."""
        return shortened(" … ".join(self.wordings))


@record(kw_only=True)
class Rejected(Told):
    """What was not taken: which one, its words, and why."""

    where: str
    text: str
    reason: str


@record()
class HandedIn:
    """What somebody else gives, in its order; what in it gives no words; and how many extractions are of other things."""

    statements: tuple[Given, ...]
    rejected: tuple[Rejected, ...] = ()
    passed_over: int = 0


def shortened(text: str) -> str:
    """Strangers' words in one short line."""
    # What would be cut off is not looked through.
    line = one_line(text[: 20 * _SHOWN])
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
