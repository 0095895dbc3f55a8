"""Sources: adding and correcting them, their stored copies, and looking at them again."""
