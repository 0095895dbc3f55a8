"""What a page or `show` prints whole: a statement, a source, a speaker, a claim, and what they have in common."""
