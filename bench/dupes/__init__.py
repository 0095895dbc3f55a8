"""Which pairs of names are one person's: how many are found, and how many of those found are right, beside another."""
