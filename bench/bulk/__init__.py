"""How fast files of a statement a line are loaded, beside plain SQL and sqlite-utils."""
