"""Whole records, without loss: every row of every table, named by what it is known by and not by its number."""
