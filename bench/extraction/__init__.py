"""Extraction measured: how well and how fast each engine proposes statements, beside other tools.

`python -m bench.extraction [FOLDER]`, or `make bench-extraction`. FOLDER holds `gold.jsonl` and its scorer `score.py`;
they are development data with a licence of their own, and nothing of them is kept here but the figures.
"""
