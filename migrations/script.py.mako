"""${message}

Revision: ${up_revision}, after ${down_revision or "an empty file"}.

Rules, read here because they matter here:
- The revision's number is the schema version: 0001, 0002 … Set files.SCHEMA_VERSION to it in the same commit.
- Write the DDL out. A migration never imports models, triggers or views: they change, history does not.
- Foreign keys are off and everything is one transaction (env.py). Batch mode recreates a table: create its
  triggers (history, FTS, rules) again afterwards; the FTS indexes are rebuilt and foreign keys checked for you.
- Nothing is lost in upgrade(). downgrade() works with rows in every table.
- tests/db/test_migrations.py compares the result with a database made from the models.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision: str = ${repr(up_revision)}
down_revision: str | Sequence[str] | None = ${repr(down_revision)}
branch_labels: str | Sequence[str] | None = ${repr(branch_labels)}
depends_on: str | Sequence[str] | None = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
