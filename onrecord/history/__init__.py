"""The history: what was done to the database, by whom, when; and taking it back."""
