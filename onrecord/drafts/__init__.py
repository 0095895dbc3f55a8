"""Citations in pieces of writing: the keys that a draft cites, and what they stand for."""
