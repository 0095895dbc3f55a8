"""The tables as rows that travel: which, in which order, what names a row, and what is worked out anew.

A row's fields are the columns of its table. A column that points at another row has that row's name instead of its
number ("speaker_id": 17 is "speaker": "ingrid-dahl"): the speaker's slug, the source's citekey, the key of a
statement or claim, the name of a tag, [citekey, sha256] of a stored copy; attributions have no name of their own and
are numbered within the file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import JSON, Boolean, Column, Float, Integer, LargeBinary, Table

from onrecord.db import models
from onrecord.db.base import Base
from onrecord.db.folding import COPIES
from onrecord.text import edtf, names

Values = Mapping[str, object]
# The version of the rows; what reads them refuses a newer one.
VERSION = 2


@dataclass(frozen=True)
class Kind:
    """A table whose rows travel. `key` are the columns that name a row among its like; () where only all of them do.

    `derived` are columns that do not travel, beside folded copies: they follow from the others, by `derive`. `observed` may
    differ between equal rows.
    """

    name: str
    model: type[Base]
    key: tuple[str, ...]
    derived: tuple[str, ...] = ()
    derive: Callable[[Values], dict[str, object]] | None = None
    observed: tuple[str, ...] = ()

    @cached_property
    def table(self) -> Table:
        table = self.model.__table__
        assert isinstance(table, Table)
        return table

    @cached_property
    def fields(self) -> tuple["Field", ...]:
        """What travels, in the order of the columns."""
        return tuple(
            Field.of(column)
            for column in self.table.columns
            if column.name != "id" and column.name not in self.derived and column.name not in COPIES
        )


@dataclass(frozen=True)
class Field:
    """A field of a travelling row: its name there, its column, the table it points at, and what its values are."""

    name: str
    column: str
    target: str | None
    type: type | None

    @classmethod
    def of(cls, column: "Column[object]") -> "Field":
        # Only the key that points at an id counts: the composite one repeats a source that has a key of its own.
        target = _target(column)
        name = column.name.removesuffix("_id") if target else column.name
        # `type` is taken: it says of which table a row is.
        name = "csl_type" if name == "type" else name
        return cls(name, column.name, target, None if target else _type(column))


def _target(column: "Column[object]") -> str | None:
    return next((key.column.table.name for key in column.foreign_keys if key.column.name == "id"), None)


def _type(column: "Column[object]") -> type:
    for sql, python in (
        (JSON, object),
        (Boolean, bool),
        (Integer, int),
        (Float, float),
        (LargeBinary, bytes),
    ):
        if isinstance(column.type, sql):
            return python
    return str


def _said(row: Values) -> dict[str, object]:
    return _range(row, "said")


def _issued(row: Values) -> dict[str, object]:
    return _range(row, "issued")


def _speaker_name(row: Values) -> dict[str, object]:
    return {"name_key": names.name_key(str(row["name"]))}


def _range(row: Values, column: str) -> dict[str, object]:
    given = row[column]
    date = edtf.parse(str(given)) if given is not None else None
    return {
        f"{column}_min": date.earliest if date else None,
        f"{column}_max": date.latest if date else None,
    }


# Parents before children. A table that is forgotten here fails a test.
KINDS: Sequence[Kind] = (
    Kind("speaker", models.Speaker, ("slug",)),
    Kind("name", models.SpeakerName, ("speaker_id", "name"), ("name_key",), _speaker_name),
    Kind("source", models.Source, ("citekey",), ("issued_min", "issued_max"), _issued),
    Kind("citekey_alias", models.CitekeyAlias, ("citekey",)),
    Kind("creator", models.Creator, ("source_id", "role", "position")),
    Kind("snapshot", models.Snapshot, ("source_id", "sha256")),
    Kind("capture", models.Capture, ()),
    Kind("statement", models.Statement, ("key",), ("said_min", "said_max"), _said),
    Kind("tag", models.Tag, ("name",)),
    Kind("tagged", models.StatementTag, ("statement_id", "tag_id")),
    Kind(
        "attribution",
        models.Attribution,
        (),
        ("said_min", "said_max"),
        _said,
        ("check_result", "checked_at"),
    ),
    Kind("check", models.Check, ()),
    Kind("span", models.Span, ("attribution_id", "position")),
    Kind("relay", models.Relay, ("attribution_id", "hop")),
    Kind("claim", models.Claim, ("key",)),
    Kind("stance", models.Stance, ("statement_id", "claim_id")),
    Kind("claim_link", models.ClaimLink, ("from_id", "to_id", "kind")),
    Kind("review", models.Review, ("claim_id", "reviewer_id", "source_id")),
    Kind("proposal", models.Proposal, ("snapshot_id", "place_key")),
)
BY_NAME = {kind.name: kind for kind in KINDS}
BY_TABLE = {kind.table.name: kind for kind in KINDS}
