"""What people type into a search box, as an FTS5 query that cannot fail.

FTS5's grammar (fts5.html, section 3) gives a meaning to most punctuation and refuses the rest; inside double
quotes a string is only words. So every word is folded as the indexes have it and quoted, and nothing else of the grammar is let through but
phrases and the final `*` of a prefix.
"""

import re

from onrecord.text import wordfold

# A phrase (its closing quotation mark may be missing), or a word. Typographic marks mean a phrase as well.
_PARTS = re.compile(r'["“”„«»]([^"“”„«»]*)(?:["“”«»]|$)(\*?)|([^\s"“”„«»]+)')
# SQLite's parser nests; nobody types as many words as this.
_MOST_PARTS = 64


def match_expression(typed: str) -> str:
    """The FTS5 expression for `typed`: its words and phrases, all of which must occur.

    Without a word it is an empty phrase, which matches nothing and is no error.
    """
    parts = []
    for phrase, phrase_star, word in _PARTS.findall(typed.replace("\0", " ")):
        words = phrase or word.rstrip("*")
        star = "*" if phrase_star or (word.endswith("*") and words) else ""
        # A prefix of nothing is a syntax error.
        if folded := " ".join(wordfold.words(words)):
            parts.append(f'"{folded}"{star}')
    return " ".join(parts[:_MOST_PARTS]) or '""'
