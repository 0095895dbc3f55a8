"""Know at once which languages statements and sources are in: a search inflects its words by them.

Revision: 0004, after 0003.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | Sequence[str] | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    for table in ("statements", "sources"):
        op.create_index(
            op.f(f"ix_{table}_language"), table, ["language"], sqlite_where=sa.text("language IS NOT NULL")
        )


def downgrade() -> None:
    for table in ("statements", "sources"):
        op.drop_index(op.f(f"ix_{table}_language"), table_name=table)
