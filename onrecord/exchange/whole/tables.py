"""The tables as rows that travel: which, in which order, what names a row, and what is worked out anew.

A row's fields are the columns of its table. A column that points at another row has that row's name instead of its
number ("speaker_id": 17 is "speaker": "ingrid-dahl"): the speaker's slug, the source's citekey, the key of a
statement or claim, the name of a tag, [citekey, sha256] of a stored copy; attributions have no name of their own and
are numbered within the file.
"""

from __future__ import annotations

from onrecord.db import kept_rows, rows
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onrecord.db.rows import Row

    Values = Mapping[str, object]

# The version of the rows; what reads them refuses a newer one.
VERSION = 2

# Where the columns that name another row point.
_TARGETS = {
    "attribution_id": "attributions",
    "cited_source_id": "sources",
    "claim_id": "claims",
    "from_id": "claims",
    "merged_into_id": "speakers",
    "quoted_from_id": "attributions",
    "reviewer_id": "speakers",
    "snapshot_id": "snapshots",
    "source_id": "sources",
    "speaker_id": "speakers",
    "statement_id": "statements",
    "tag_id": "tags",
    "to_id": "claims",
    "translator_id": "speakers",
}
# The same, where the table decides.
_OF_TABLE: Mapping[tuple[str, str], str] = {
    ("statement_links", "from_id"): "statements",
    ("statement_links", "to_id"): "statements",
    ("judgements", "first_id"): "speakers",
    ("judgements", "second_id"): "speakers",
    ("decisions", "first_id"): "attributions",
    ("decisions", "second_id"): "attributions",
}
# What a column holds where nothing is said; NULL in all others.
_DEFAULTS: Mapping[tuple[str, str], object] = {
    ("attributions", "polarity"): "asserted",
    ("attributions", "rank"): "normal",
    ("attributions", "status"): "sourced",
    ("proposals", "polarity"): "asserted",
    ("proposals", "state"): "open",
    ("speakers", "unnamed"): False,
}
_TYPES: Mapping[str, type] = {"bool": bool, "float": float, "int": int, "str": str}


@record()
class Field:
    """A field of a travelling row: its name there, its column, the table it points at, what its values are, and its default.

    `type` is object for what is JSON, None where it points at another row.
    """

    name: str
    column: str
    target: str | None
    type: type | None
    default: object = None


@record()
class Kind:
    """A table whose rows travel. `key` are the columns that name a row among its like; () where only all of them do.

    `fields` are what travels, in the order of the columns. `derived` are columns that do not, beside folded copies: they
    follow from the others, by `derive`. `observed` may differ between equal rows.
    """

    name: str
    table: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    derived: tuple[str, ...] = ()
    derive: Callable[[Values], dict[str, object]] | None = None
    observed: tuple[str, ...] = ()


def _kind(
    name: str,
    row: type[Row],
    key: tuple[str, ...],
    derived: tuple[str, ...] = (),
    derive: Callable[[Values], dict[str, object]] | None = None,
    observed: tuple[str, ...] = (),
) -> Kind:
    fields: list[Field] = []
    for column, written in row.__annotations__.items():
        if (row.table, column) == ("snapshots", "places"):
            # The record of a row leaves it out.
            fields.append(Field("original", "original", None, bytes))
        if column != "id" and column not in derived:
            fields.append(_field(row.table, column, written))
    return Kind(name, row.table, key, tuple(fields), derived, derive, observed)


def _field(table: str, column: str, written: str) -> Field:
    target = _OF_TABLE.get((table, column)) or _TARGETS.get(column)
    name = column.removesuffix("_id") if target else column
    # `type` is taken: it says of which table a row is.
    name = "csl_type" if name == "type" else name
    of = None if target else _TYPES.get(written.removesuffix(" | None"), object)
    return Field(name, column, target, of, _DEFAULTS.get((table, column)))


def _said(row: Values) -> dict[str, object]:
    return _range(row, "said")


def _issued(row: Values) -> dict[str, object]:
    return _range(row, "issued")


def _speaker_name(row: Values) -> dict[str, object]:
    from onrecord.text import names

    return {"name_key": names.name_key(str(row["name"]))}


def _office(row: Values) -> dict[str, object]:
    from onrecord.text import names

    key = {"title_key": names.name_key(str(row["title"]))}
    return {**key, **_range(row, "since"), **_range(row, "until")}


def _range(row: Values, column: str) -> dict[str, object]:
    from onrecord.text import edtf

    given = row[column]
    date = edtf.parse(str(given)) if given is not None else None
    return {
        f"{column}_min": date.earliest if date else None,
        f"{column}_max": date.latest if date else None,
    }


# Parents before children. A table that is forgotten here fails a test.
KINDS: Sequence[Kind] = (
    _kind("speaker", rows.Speaker, ("slug",)),
    _kind("name", rows.SpeakerName, ("speaker_id", "name"), ("name_key",), _speaker_name),
    _kind("source", rows.Source, ("citekey",), ("issued_min", "issued_max"), _issued),
    _kind("citekey_alias", rows.CitekeyAlias, ("citekey",)),
    _kind("creator", rows.Creator, ("source_id", "role", "position")),
    _kind("snapshot", kept_rows.Snapshot, ("source_id", "sha256")),
    _kind("capture", kept_rows.Capture, ()),
    _kind("statement", rows.Statement, ("key",), ("said_min", "said_max"), _said),
    _kind("tag", rows.Tag, ("name",)),
    _kind("tagged", rows.StatementTag, ("statement_id", "tag_id")),
    _kind(
        "attribution",
        rows.Attribution,
        (),
        ("said_min", "said_max"),
        _said,
        ("check_result", "checked_at"),
    ),
    _kind("check", kept_rows.Check, ()),
    _kind("span", rows.Span, ("attribution_id", "position")),
    _kind("relay", rows.Relay, ("attribution_id", "hop")),
    _kind("claim", rows.Claim, ("key",)),
    _kind("stance", rows.Stance, ("statement_id", "claim_id")),
    _kind("claim_link", rows.ClaimLink, ("from_id", "to_id", "kind")),
    _kind("statement_link", rows.StatementLink, ("from_id", "to_id", "kind")),
    _kind("review", rows.Review, ("claim_id", "reviewer_id", "source_id")),
    _kind("judgement", rows.Judgement, ("first_id", "second_id")),
    _kind("decision", rows.Decision, ("first_id", "second_id", "about")),
    _kind(
        "office",
        rows.Office,
        (),
        ("title_key", "since_min", "since_max", "until_min", "until_max"),
        _office,
    ),
    _kind("proposal", kept_rows.Proposal, ("snapshot_id", "place_key")),
)
BY_NAME = {kind.name: kind for kind in KINDS}
BY_TABLE = {kind.table: kind for kind in KINDS}
