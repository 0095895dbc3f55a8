"""Denials measured: does what somebody denies, does not say or asks ever come out of extraction as said by them?

`python -m bench.polarity` reads its own sentences (`denials.txt`, `plain.txt`), or files of the same shape.
"""
