"""Where and when words were said, and in whose translation: what no CSL variable of the source says."""

from __future__ import annotations

from onrecord.cite.csl import clean
from onrecord.model.records import MYSELF, Quote
from onrecord.text import edtf
from onrecord.text.patterns import lazy

_DAY = lazy(r"(?a)(\d{4})-(\d{2})-(\d{2})")

# As a citation names them; "written", "document" and "other" say nothing that the occasion does not.
_MEDIA = {
    "speech": "speech",
    "interview": "interview",
    "press_conference": "press conference",
    "broadcast": "broadcast",
    "post": "post",
}
_MY_TRANSLATION = {
    "de": "eigene Übersetzung",
    "en": "my translation",
    "es": "traducción propia",
    "fr": "ma traduction",
    "it": "traduzione mia",
    "nl": "eigen vertaling",
    "pt": "tradução minha",
    "ru": "перевод мой",
}


def occasion(quote: Quote, *, in_full: bool = False) -> str:
    """ "speech, harbour festival, Tallvik, 8 March 2021"; empty where neither occasion nor place is known.

    `in_full`: American order in the date, as notes in English have it ("March 8, 2021").
    """
    where = [clean(one) for one in (quote.occasion, quote.place) if one]
    if not where:
        return ""
    medium = _MEDIA.get(quote.medium or "")
    # "interview with Radio Halla" says it already.
    said = [medium] if medium and medium not in where[0].casefold() else []
    return ", ".join(filter(None, [*said, *where, _date(quote.said, american=in_full)]))


def my_translation(quote: Quote, language: str) -> str:
    """ "my translation" in the language of the style, English where it is none of the known; else empty."""
    if quote.translator is None or quote.translator.slug != MYSELF:
        return ""
    return _MY_TRANSLATION.get(language.partition("-")[0], _MY_TRANSLATION["en"])


def _date(said: str | None, *, american: bool) -> str:
    if not said:
        return ""
    date = edtf.parse(said)
    if american and (day := _DAY.fullmatch(date.text)):
        return f"{edtf.MONTHS[int(day[2]) - 1]} {int(day[3])}, {int(day[1])}"
    return edtf.humanise(date)
