"""What a name on the command line names: a statement, one of its attributions, a claim, a source or a speaker."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.claims import queries as claim_queries
from onrecord.db.reader import Reader
from onrecord.errors import AmbiguousError, Hint, NotFoundError, OnrecordError
from onrecord.model.record import record
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["statement", "attribution", "claim", "source", "speaker"]


@record()
class Target:
    """What was named, and by which of its own names."""

    kind: Kind
    name: str


# By what a name is certain, and how to ask for it.
_EXACTLY: tuple[tuple[Kind, str], ...] = (
    ("statement", "SELECT 1 FROM statements WHERE key = ?"),
    ("claim", "SELECT 1 FROM claims WHERE key = ?"),
    ("source", "SELECT 1 FROM sources WHERE citekey = ?"),
    ("speaker", "SELECT 1 FROM speakers WHERE slug = ?"),
)


def find_target(reader: Reader, name: str, *, exact: bool = False) -> Target:
    """What `name` names. Exact names come before abbreviations and spellings; AmbiguousError where two kinds fit.

    With `exact` nothing but a whole key, citekey or slug will do.
    """
    if "@" in name:
        if exact and not reader.value(_EXACTLY[0][1], (name.partition("@")[0],)):
            raise NotFoundError(f"There is no statement {name.partition('@')[0]!r}: its whole key is needed.")
        statement_queries.attribution_ids(reader, name)
        return Target("attribution", name)
    certain = [Target(kind, name) for kind, there in _EXACTLY if reader.value(there, (name,))]
    certain = certain or _by_another_citekey(reader, name)
    found = certain or _loosely(reader, name)
    if not found:
        raise _nothing(name)
    if exact and not certain:
        near = " or ".join(f"the {one.kind} {one.name}" for one in found)
        raise NotFoundError(f"{name!r} is no whole name: write it out. Near it is {near}.")
    if len(found) > 1:
        raise AmbiguousError(f"{name!r} names several things.", [f"{one.kind} {one.name}" for one in found])
    return found[0]


def _nothing(name: str) -> NotFoundError:
    letters = statement_queries.SHORTEST_ABBREVIATION
    hint = Hint("find_key", letters=letters) if len(name) < letters else Hint("find_statement")
    return NotFoundError(f"Nothing is called {name!r}: no statement, claim, source or speaker.", hint=hint)


def _by_another_citekey(reader: Reader, name: str) -> list[Target]:
    owner = source_queries.owner_of(reader, name)
    return (
        []
        if owner is None
        else [Target("source", reader.value("SELECT citekey FROM sources WHERE id = ?", (owner,)))]
    )


def _loosely(reader: Reader, name: str) -> list[Target]:
    found: list[Target] = []
    ways: tuple[tuple[Kind, Callable[[Reader, str], int], str], ...] = (
        ("statement", statement_queries.statement_id, "SELECT key FROM statements WHERE id = ?"),
        ("claim", claim_queries.claim_id, "SELECT key FROM claims WHERE id = ?"),
        ("speaker", speaker_queries.speaker_id, "SELECT slug FROM speakers WHERE id = ?"),
    )
    for kind, resolve, own_name in ways:
        try:
            found.append(Target(kind, reader.value(own_name, (resolve(reader, name),))))
        except AmbiguousError:
            raise
        except OnrecordError:
            continue
    return found
