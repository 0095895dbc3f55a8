"""Everything that is written outside the database goes through here: whole or not at all, and over nothing by mistake.

`guard` says what an output must never be, `target` what a name stands for, `file` writes one file, `folder` puts a folder
into its place.
"""
