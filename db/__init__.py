"""How onrecord stores: one SQLite file, written through SQLAlchemy, read with plain SQL.

`files` is the only module that opens it; `engine` gives sessions, `reader` a
connection to read from; `models` says what the tables hold; `schema` makes and migrates a file; `history` records and takes
back operations. Nothing here knows the command line.
"""
