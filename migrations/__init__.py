"""Alembic migrations; `env.py` and `versions/` are loaded by Alembic, `onrecord.db.schema` runs them."""
