"""How well nearly alike statements are found among many: `python -m bench.variants`."""
