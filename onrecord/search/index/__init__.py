"""A tantivy index beside the file, for databases whose common words FTS5 takes too long to rank.

`state` says what the index holds and whether it is in step, `building` makes it and catches it up, `asking` answers
from it. It gives what FTS5 gives, or nothing: then FTS5 is asked.
"""
