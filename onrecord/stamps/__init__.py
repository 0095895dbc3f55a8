"""Time stamps: proof of when the last seal of the history was there, by an authority (RFC 3161) or by Bitcoin (OpenTimestamps).

What is stamped are the 64 characters of the seal's digest. The seals before follow from it, and what they were made over with them.
"""
