"""What people type into a search box of Datasette, as an FTS5 query that cannot fail.

FTS5's grammar (fts5.html, section 3) gives a meaning to most punctuation and refuses the rest; inside double
quotes a string is only words. What is typed means what it means to a search (`search.query`), except that forms of a
word are not looked for.
"""

from onrecord.search.query import fts, parse

# SQLite's parser nests; nobody types as many words as this.
_MOST_TERMS = 64


def match_expression(typed: str) -> str:
    """The FTS5 expression for `typed`: its words and phrases, all of which must occur, and those that must not.

    Without a word that must occur it is an empty phrase, which matches nothing and is no error.
    """
    query = parse(typed)
    # What is ANDed without a word for it binds more tightly than NOT, which takes what stands before it from the left.
    wanted = " ".join(map(fts, query.wanted[:_MOST_TERMS]))
    unwanted = "".join(f" NOT {fts(term)}" for term in query.unwanted[:_MOST_TERMS])
    return f"{wanted}{unwanted}" if wanted else '""'
