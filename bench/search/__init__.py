"""How fast searches are: onrecord with both engines beside FTS5, tantivy and PostgreSQL alone, on data made here."""
