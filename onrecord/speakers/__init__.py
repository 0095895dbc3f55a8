"""Speakers: whom a name means, adding, naming and merging them. A name is never guessed."""
