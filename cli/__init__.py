"""How one asks onrecord from a terminal. `main` is the entry point; no command holds logic."""
