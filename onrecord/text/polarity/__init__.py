"""Does the word that carries an attribution have the speaker assert what is attributed, deny it, not say it, or ask it?

    >>> of_cue("denied")
    'denied'
    >>> of_cue("did not say", form="direct")
    'not_said'

The tables are lexicons, one a language. They know the words beside a cue; what a whole sentence means they cannot know.
"""

from functools import cache, lru_cache
from importlib import import_module
from unicodedata import normalize

from onrecord.text.polarity.reader import Lexicon, Polarity, Reading, lexicon_of

# In the order in which they are asked for a cue whose language nobody knows.
LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "pl", "tr", "ru", "uk", "ar", "ja", "zh", "ko",
)  # fmt: skip
# What a denial that is found counts more than words that say nothing of it, in letters: "a rejeté l'accusation".
_FOUND = 3
# As much of a wording is looked at for a question.
_LONGEST_OPENING = 80
_SCRIPTS = (
    (("ru", "uk"), "\u0400", "\u052f"),
    (("ar",), "\u0600", "\u06ff"),
    (("ko",), "\uac00", "\ud7a3"),
    (("ja",), "\u3040", "\u30ff"),
    (("zh", "ja"), "\u3400", "\u9fff"),
)
_LATIN = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "pl", "tr")

__all__ = ["LANGUAGES", "Polarity", "Reading", "lexicon", "of_cue", "reading_of"]


def of_cue(
    cue: str | None, *, language: str | None = None, form: str = "indirect", wording: str | None = None
) -> Polarity:
    """The polarity that a cue expresses, as recorded: "denied", "did not say", "declined to comment on whether".

    `language` is a BCP 47 tag, and only a hint: a cue may be in another language than what is said. Words in direct
    speech are denied only where it is the saying that is ("denied having said"). `wording` is what is said; it tells
    "asked whether" from "asked to". Without a cue: asserted.
    """
    if not cue or not cue.strip():
        return "asserted"
    cue = normalize("NFC", cue)
    found = reading_of(cue, language)
    if found.polarity == "asked" and wording is not None:
        found = reading_of(cue, language, wording[:_LONGEST_OPENING])
    return found.of(form)


@lru_cache(maxsize=4096)
def reading_of(cue: str, language: str | None = None, wording: str | None = None) -> Reading:
    """What a cue expresses, read in the language that knows most of its words; `language` decides between equals."""
    hinted = language.split("-")[0].lower() if language else None
    best: Reading | None = None
    most = -1.0
    for code in _candidates(cue, hinted):
        reading, known = Reading("asserted", False, 0, len(cue)), 0
        if (phrases := lexicon(code)).may_know(cue):
            reading, known = phrases.read(cue, wording=wording), phrases.known_in(cue)
        score = known + (0.5 if code == hinted else 0) + (_FOUND if reading.polarity != "asserted" else 0)
        if score > most:
            best, most = reading, score
        if known >= sum(character.isalnum() for character in cue) and code in (hinted, "en"):
            break
    return best if best is not None else Reading("asserted", False, 0, len(cue))


@cache
def lexicon(language: str) -> Lexicon:
    """The phrases of one of the `LANGUAGES`."""
    return lexicon_of(import_module(f"onrecord.text.polarity.languages.{language}").TABLE)


def _candidates(cue: str, hinted: str | None) -> list[str]:
    """The languages that a cue may be in, by its letters."""
    codes = [
        code
        for group, first, last in _SCRIPTS
        if any(first <= character <= last for character in cue)
        for code in group
    ] or list(_LATIN)
    if codes[0] == "ja":
        codes = ["ja"]  # kana: no Chinese, which shares the other characters
    if hinted in LANGUAGES and hinted in codes:
        codes.insert(0, hinted)
    return list(dict.fromkeys(codes))
