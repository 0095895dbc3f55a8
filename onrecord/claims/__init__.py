"""Claims: propositions in neutral words, what statements say of them, how they bear on each other, and verdicts."""
