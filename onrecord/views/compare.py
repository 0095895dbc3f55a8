"""What several reports of one statement give differently, and which of them is the first."""

from collections.abc import Callable, Sequence

from onrecord.errors import InputError
from onrecord.model.record import record
from onrecord.model.records import Quote
from onrecord.text import edtf, fold


@record()
class Variant:
    """One way of giving it, as its first report has it, and every report that does so."""

    value: str
    quotes: tuple[Quote, ...]


@record()
class Difference:
    """What is given in more than one way: "wording", "speaker" or "date"."""

    what: str
    variants: tuple[Variant, ...]


def differences(quotes: Sequence[Quote]) -> tuple[Difference, ...]:
    """Where the reports do not agree. A report that says nothing of something does not differ in it.

    Wordings are the same where they share their words (`fold.identity_fold`).
    """
    compared: tuple[tuple[str, Callable[[Quote], str | None], Callable[[Quote], str | None]], ...] = (
        ("wording", lambda quote: quote.exact, lambda quote: fold.identity_fold(quote.exact or "")),
        ("speaker", lambda quote: quote.speaker.name, lambda quote: quote.speaker.slug),
        ("date", lambda quote: quote.said, lambda quote: quote.said),
    )
    differences_found = []
    for what, shown, key in compared:
        ways: dict[str, list[Quote]] = {}
        for quote in quotes:
            if shown(quote) is not None:
                ways.setdefault(key(quote) or "", []).append(quote)
        if len(ways) > 1:
            variants = tuple(Variant(shown(several[0]) or "", tuple(several)) for several in ways.values())
            differences_found.append(Difference(what, variants))
    return tuple(differences_found)


def first_known(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The report whose source appeared first; several where their dates do not tell, none without a date."""
    dated = [(quote, *_days(quote.source.issued)) for quote in quotes]
    known = [(quote, first, last) for quote, first, last in dated if first is not None and last is not None]
    if not known:
        return ()
    first_over = min(last for _, _, last in known)
    return tuple(quote for quote, first, _ in known if first <= first_over)


def _days(date: str | None) -> tuple[int | None, int | None]:
    try:
        day = edtf.parse(date or "")
    except InputError:
        return None, None
    return day.earliest, day.latest
