"""This moment."""

from time import gmtime, strftime


def now() -> str:
    """This moment, UTC, ISO 8601 to the second."""
    return strftime("%Y-%m-%dT%H:%M:%SZ", gmtime())
