"""Pages that show a beginning and keep the rest: read all the same, and said."""

from onrecord.text.patterns import lazy

_CLOSED = lazy(r'(?i)"isAccessibleForFree"\s*:\s*"?false')
_ASKS = lazy(
    r"(?i)subscribe (?:now |today )?to (?:continue|keep|read)|(?:sign|log) in to (?:continue|read)|"
    r"to (?:continue|keep) reading,? (?:subscribe|sign|log|register)|already a subscriber|"
    r"this article is (?:for|reserved for|available to) subscribers|create (?:a free|an) account to (?:continue|read)|"
    r"abonnieren,? um weiterzulesen|réservée? aux abonnés|exclusivo para suscriptores",
)
_SHORT, _STUB = 4000, 1500
_SAID = (
    "this looks like the beginning of a page that goes on behind a paywall: check whether the text is whole"
)


def stub_note(page: str, text: str) -> tuple[str, ...]:
    """What to say of a page whose text is short and which asks its readers to subscribe."""
    return (_SAID,) if is_stub(page, text) else ()


def is_stub(page: str, text: str) -> bool:
    """Whether the text of a page is short, and the page asks its readers to subscribe."""
    closed = len(text) < _SHORT and _CLOSED.search(page) is not None
    asks = len(text) < _SHORT and _ASKS.search(text) is not None
    return closed or asks or (len(text) < _STUB and _ASKS.search(page) is not None)
