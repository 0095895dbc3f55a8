"""Find words in stored texts.

Revision: 0008, after 0007.

`snapshots_fts` has a row for each passage of a stored text, without the text; `snapshots_searched` tells which texts are in
it, and which of its rows are theirs.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from alembic import context, op

# As it is when this runs. Whoever changes the passages makes the index anew, in a migration of its own.
from onrecord.text.passages import indexed, passages

revision: str = "0008"
down_revision: str | Sequence[str] | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

LISTED = """
CREATE TABLE snapshots_searched (id INTEGER PRIMARY KEY, last INTEGER NOT NULL, sha256 VARCHAR NOT NULL UNIQUE)"""
INDEX = """
CREATE VIRTUAL TABLE snapshots_fts USING fts5(text, content='',
tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'")"""


def run(statement: str) -> None:
    # Not op.execute: it would take the colons and percent signs of a text for parameters.
    op.get_bind().exec_driver_sql(" ".join(statement.split()))


def upgrade() -> None:
    run(LISTED)
    run(INDEX)
    first = 1
    for text, digest in watched():
        # Of a text that is not what was hashed nothing is taken.
        if sha256(text.encode()).hexdigest() == digest:
            first = add(first, text, digest)
    run("INSERT INTO snapshots_fts(snapshots_fts) VALUES ('optimize')")


def add(first: int, text: str, digest: str) -> int:
    """Puts a text into the index, from the number `first` on, and gives the next one."""
    bind = op.get_bind()
    rows = [(number, indexed(text[start:end])) for number, (start, end) in enumerate(passages(text), first)]
    if rows:
        bind.exec_driver_sql("INSERT INTO snapshots_fts(rowid, text) VALUES (?, ?)", rows)
    last = first + max(len(rows), 1) - 1
    bind.exec_driver_sql(
        "INSERT INTO snapshots_searched(id, last, sha256) VALUES (?, ?, ?)", (first, last, digest)
    )
    return last + 1


def watched() -> Iterable[tuple[str, str]]:
    """Every text once, with its digest; whoever migrates may watch."""
    bind = op.get_bind()
    ids = bind.exec_driver_sql("SELECT min(id) FROM snapshots GROUP BY sha256 ORDER BY 1").scalars().all()

    def texts() -> Iterator[tuple[str, str]]:
        for one in ids:
            [(text, digest)] = bind.exec_driver_sql("SELECT text, sha256 FROM snapshots WHERE id = ?", (one,))
            yield text, digest

    watch = context.config.attributes.get("watched")
    return watch(texts(), len(ids)) if watch and ids else texts()


def downgrade() -> None:
    run("DROP TABLE snapshots_fts")
    run("DROP TABLE snapshots_searched")
