"""A folder of Markdown notes, as Obsidian keeps them: one note a statement, one a source, both ways.

`frontmatter` reads and writes the fields at the top of a note, `names` gives files their names, `writing` and `reading`
do what they are called.
"""
