"""How long it takes to say where a statement comes from: `python -m bench.trace`."""
