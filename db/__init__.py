"""How onrecord stores: one SQLite file, reached through SQLAlchemy.

`engine` is the only module that opens a connection; `models` says what the
tables hold; `schema` makes and migrates a file; `history` records and takes
back operations. Nothing here knows the command line.
"""
