"""Citekeys on their way out: what stands in a .bib file as a key is one, whoever wrote it into the database or the draft."""

import hashlib
import re

from onrecord.text import slugs

# KEY@CITEKEY is how drafts name a quotation.
_SAFE = re.compile(r"\w[\w:+/.'!?*()@-]*")


def safe(key: str) -> str:
    """`key` where nothing in it means anything to BibTeX or LaTeX; else what can stay of it, with a digest of the whole."""
    if len(key) <= 240 and _SAFE.fullmatch(key):
        return key
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(filter(None, (slugs.as_citekey(key), digest)))
