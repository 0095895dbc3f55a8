"""Where onrecord's own pages are, below the root of Datasette. These addresses stay: people put them in print."""

from urllib.parse import quote as percent_encoded


def quote_at(reference: str) -> str:
    """The page of a statement (KEY) or of one of its attributions (KEY@CITEKEY)."""
    return f"/-/quote/{percent_encoded(reference, safe='@')}"
