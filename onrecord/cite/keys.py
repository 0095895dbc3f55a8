"""Citekeys on their way out: what stands in a .bib file as a key is one, whoever wrote it into the database or the draft."""

from onrecord.text.patterns import lazy

# KEY@CITEKEY is how drafts name a quotation. Biber gives a whole file up where a key has a parenthesis.
_SAFE = lazy(r"\w[\w:+/.'!?*@-]*")


def safe(key: str) -> str:
    """`key` where nothing in it means anything to BibTeX or LaTeX; else what can stay of it, with a digest of the whole."""
    plain = key.isascii() and key.replace("-", "").isalnum() and key[0] != "-"
    if len(key) <= 240 and (plain or _SAFE.fullmatch(key)):
        return key
    from onrecord.text import slugs  # for the few that are odd
    from onrecord.text.digests import sha256

    digest = sha256(key.encode("utf-8", "surrogatepass")).hex()[:8]
    return "-".join(filter(None, (slugs.as_citekey(key), digest)))
