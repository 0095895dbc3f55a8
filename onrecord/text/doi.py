"""DOIs as people write them: bare, as an address of any resolver, with escapes, with the full stop of their sentence."""

from urllib.parse import unquote

from onrecord.text.patterns import lazy

# An address in front of an address in front of a DOI: programs put theirs before whatever the field holds.
_BEFORE = lazy(
    r"(?i)(?:\s*(?:https?:/{1,2})?(?:(?:dx|www|doi)\.)?doi\.org/|\s*(?:urn:|info:)?doi\s*[:/]\s*|\s*doi\s+(?=10\.))+"
)
_DOI = lazy(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}
_BEHIND = ".,;:\"'”’»"


def bare(address: str) -> str:
    """The DOI without what stands before and behind it and without escapes; what is no DOI as it stands.

    >>> bare("https://doi.org/https://doi.org/10.1000/xyz_1.")
    '10.1000/xyz_1'
    """
    text = address.strip().lstrip("<([{\"'“‘«").strip()
    # A slash may be escaped, and what is put before the rest with it.
    rest = _unquoted(text)
    before = _BEFORE.match(rest)
    if before is not None and before[0]:
        rest = rest[before.end() :]
        if "doi.org/" in before[0].lower():
            # In an address a question mark of the DOI itself is escaped.
            raw = text.partition("?")[0].partition("#")[0]
            rest = _unquoted(raw)
            rest = rest[before.end() :] if _BEFORE.match(rest) else rest
    rest = _without_end(rest.strip())
    return rest if _DOI.fullmatch(rest) else address.strip()


def _unquoted(text: str) -> str:
    """Percent-decoded, where what comes out is text."""
    made = unquote(text, errors="replace") if "%" in text else text
    return text if "\ufffd" in made or not made.isprintable() else made


def _without_end(doi: str) -> str:
    """Without the marks of a sentence, and closing brackets that nothing opens."""
    while doi and (
        doi[-1] in _BEHIND or (doi[-1] in _PAIRS and doi.count(doi[-1]) > doi.count(_PAIRS[doi[-1]]))
    ):
        doi = doi[:-1]
    return doi
