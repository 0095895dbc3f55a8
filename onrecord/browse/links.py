"""Where onrecord's own pages are, below the root of Datasette. These addresses stay: people put them in print."""

from urllib.parse import quote as percent_encoded


def quote_at(reference: str) -> str:
    """The page of a statement (KEY) or of one of its attributions (KEY@CITEKEY)."""
    return f"/-/quote/{percent_encoded(reference, safe='@')}"


def cite_at(reference: str) -> str:
    """What the cite box of a statement's page asks for citations."""
    return f"/-/cite/{percent_encoded(reference, safe='@')}"


STYLES = "/-/cite-styles"
