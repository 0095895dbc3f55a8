"""What a name on the command line names: one of the nouns there are.

statement    KEY, or the beginning of it        attribution   KEY@CITEKEY, KEY@CITEKEY.2
claim        its key, or its very wording       source        its citekey, or another one that it has
speaker      slug, or a name                    tag           its name
stance       KEY/CLAIM                          link          CLAIM/CLAIM, or KEY/KEY
verdict      CLAIM/REVIEWER, or CLAIM/REVIEWER@CITEKEY
office       SPEAKER/TITLE
"""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.errors import AmbiguousError, Hint, NotFoundError, OnrecordError
from onrecord.model.record import record
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    Kind = Literal[
        "statement", "attribution", "source", "speaker", "claim", "stance", "link", "verdict", "office", "tag"
    ]

KINDS: tuple[Kind, ...] = (
    "statement", "attribution", "source", "speaker", "claim", "stance", "link", "verdict", "office", "tag",
)  # fmt: skip


@record()
class Target:
    """What was named, by which of its own names, and where it stands: the table, and the number of its row."""

    kind: Kind
    name: str
    table: str
    row: int


# By what a name is certain, and where it stands.
_EXACTLY: tuple[tuple[Kind, str, str], ...] = (
    ("statement", "statements", "key"),
    ("claim", "claims", "key"),
    ("source", "sources", "citekey"),
    ("speaker", "speakers", "slug"),
    ("tag", "tags", "name"),
)
_OF_TWO: dict[str, Kind] = {
    "stances": "stance",
    "claim_links": "link",
    "statement_links": "link",
    "reviews": "verdict",
    "offices": "office",
}


def find_target(reader: Reader, name: str, *, exact: bool = False, kind: Kind | None = None) -> Target:
    """What `name` names, of this `kind` where one is given. Exact names come before abbreviations and spellings.

    AmbiguousError where two kinds fit: a candidate is KIND NAME. With `exact` nothing but a whole name will do.
    """
    certain = _certainly(reader, name, kind)
    # A citekey may have a / in it: KEY@CITEKEY has its @ in front of that.
    in_source = "@" in name.partition("/")[0]
    if not certain and in_source and kind in (None, "attribution"):
        return _attribution(reader, name, exact=exact)
    if (
        not certain
        and "/" in name
        and not in_source
        and kind not in ("attribution", *(one for one, _, _ in _EXACTLY))
    ):
        return _of_two(reader, name, exact=exact, kind=kind)
    targets = certain or _loosely(reader, name, kind)
    if not targets:
        raise _nothing(name, kind)
    if exact and not certain:
        near = " or ".join(f"the {target.kind} {target.name}" for target in targets)
        raise NotFoundError(f"{name!r} is not a full name: write it out. Near it is {near}.")
    if len(targets) > 1:
        raise AmbiguousError(
            f"{name!r} names several things. Say which:",
            [f"{target.kind} {target.name}" for target in targets],
        )
    return targets[0]


def _certainly(reader: Reader, name: str, kind: Kind | None) -> list[Target]:
    targets = []
    for name_kind, table, column in _EXACTLY:
        row = (
            reader.value(f"SELECT id FROM {table} WHERE {column} = ?", (name,))
            if kind in (None, name_kind)
            else None
        )
        if row is not None:
            targets.append(Target(name_kind, name, table, row))
    if not targets and kind in (None, "source"):
        owner = source_queries.owner_of(reader, name)
        if owner is not None:
            citekey = reader.value("SELECT citekey FROM sources WHERE id = ?", (owner,))
            targets.append(Target("source", citekey, "sources", owner))
    return targets


def _attribution(reader: Reader, name: str, *, exact: bool) -> Target:
    key = name.partition("@")[0]
    if exact and not reader.value("SELECT 1 FROM statements WHERE key = ?", (key,)):
        raise NotFoundError(f"There is no statement {key!r}: its whole key is needed.")
    return Target("attribution", name, "attributions", statement_queries.attribution_ids(reader, name)[0])


def _of_two(reader: Reader, name: str, *, exact: bool, kind: Kind | None) -> Target:
    """A stance, a link, a verdict or an office."""
    from onrecord.claims import entries

    if kind == "office" or (
        kind is None and reader.value("SELECT 1 FROM speakers WHERE slug = ?", (name.partition("/")[0],))
    ):
        return _office(reader, name, exact=exact)

    finders: dict[Kind, Callable[[Reader, str], tuple[str, int]]] = {
        "stance": lambda reader, name: ("stances", entries.stance_id(reader, name)),
        "link": entries.any_link,
        "verdict": lambda reader, name: ("reviews", entries.verdict_id(reader, name)),
    }
    table, row = entries.entry(reader, name) if kind is None else finders[kind](reader, name)
    ref = entries.ref_of(reader, table, row)
    if exact and ref != name:
        raise NotFoundError(
            f"{name!r} is not a full name: write it out. Near it is the {_OF_TWO[table]} {ref}."
        )
    return Target(_OF_TWO[table], ref, table, row)


def _office(reader: Reader, name: str, *, exact: bool) -> Target:
    from onrecord.speakers import offices

    row = offices.office_id(reader, name)
    ref = offices.office(reader, row).ref
    if exact and ref != name:
        raise NotFoundError(f"{name!r} is not a full name: write it out. Near it is the office {ref}.")
    return Target("office", ref, "offices", row)


def _nothing(name: str, kind: Kind | None) -> NotFoundError:
    if kind is not None:
        return NotFoundError(f"There is no {kind} {name!r}.")
    letters = statement_queries.SHORTEST_ABBREVIATION
    hint = Hint("find_key", letters=letters) if len(name) < letters else Hint("find_statement")
    return NotFoundError(
        f"Nothing is called {name!r}: no statement, claim, source, speaker or tag.", hint=hint
    )


def _loosely(reader: Reader, name: str, kind: Kind | None) -> list[Target]:
    from onrecord.claims import queries as claim_queries  # a name is written out mostly

    targets: list[Target] = []
    ways: tuple[tuple[Kind, Callable[[Reader, str], int], str, str], ...] = (
        ("statement", statement_queries.statement_id, "statements", "key"),
        ("claim", claim_queries.claim_id, "claims", "key"),
        ("speaker", speaker_queries.speaker_id, "speakers", "slug"),
    )
    for name_kind, resolve, table, column in ways:
        if kind not in (None, name_kind):
            continue
        try:
            row = resolve(reader, name)
        except AmbiguousError:
            raise
        except OnrecordError:
            continue
        targets.append(
            Target(name_kind, reader.value(f"SELECT {column} FROM {table} WHERE id = ?", (row,)), table, row)
        )
    return targets
