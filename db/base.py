"""The declarative base, and the few column shapes that every table shares."""

from collections.abc import Sequence
from typing import Annotated

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, MetaData, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column

# Alembic can only alter what has a name.
NAMING_CONVENTION = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table has an integer `id` that is never used twice (AUTOINCREMENT): history names rows by it."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    # PostgreSQL sorts and compares by the letters' numbers, as SQLite does, whatever language its server speaks.
    type_annotation_map = {str: String().with_variant(Text(collation="C"), "postgresql")}  # noqa: RUF012


Id = Annotated[int, mapped_column(Integer, primary_key=True, autoincrement=True)]


def folded_copy() -> MappedColumn[str | None]:
    """The column for what is indexed of the one before it (`folded`); read only where it is asked for."""
    return mapped_column(deferred=True)


def one_of(column: str, values: Sequence[str]) -> CheckConstraint:
    """A named CHECK that `column` is one of `values` (or NULL, where the column allows it)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def of_sqlite(condition: str, name: str, *, elsewhere: str | None = None) -> tuple[CheckConstraint, ...]:
    """A CHECK in SQLite's own words, and the same in PostgreSQL's, where its types do not say it already."""
    here = CheckConstraint(condition, name=name).ddl_if(dialect="sqlite")
    if elsewhere is None:
        return (here,)
    return (here, CheckConstraint(elsewhere, name=name).ddl_if(dialect="postgresql"))


def index_of_some(
    name: str | None, *columns: str, where: str, elsewhere: str | None = None, unique: bool = False
) -> Index:
    """An index of the rows that meet a condition; `elsewhere` is the condition in PostgreSQL's words where they differ."""
    return Index(
        name,
        *columns,
        unique=unique,
        sqlite_where=sql(where),
        postgresql_where=sql(elsewhere or where),
    )


def restricted(column: str) -> ForeignKey:
    """A foreign key to `column` ("table.id") whose target cannot be deleted while it is pointed at.

    NO ACTION rather than RESTRICT: both refuse the deletion, but only this one can be deferred to the end of a
    transaction, which taking back an operation needs.
    """
    return ForeignKey(column)
