"""Checking a draft before it goes out: is every quotation in it what the record and the stored copies have?

`draft` reads a piece of writing with the place of every letter in its file, `passages` finds what is quoted in it and by
whom it says so, `candidates` what it may have been taken from, `judge` compares, and `verdict` has the outcomes.
"""
