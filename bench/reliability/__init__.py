"""How much of what was said to be recorded is there after crashes, losses of power, and many at once."""
