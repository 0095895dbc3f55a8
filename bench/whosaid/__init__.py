"""How well half-remembered words are found again: `python -m bench.whosaid`."""
