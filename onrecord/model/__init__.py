"""What everything speaks of: the closed vocabularies, and the plain, immutable records that reading gives."""
