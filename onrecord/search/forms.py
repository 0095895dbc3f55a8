"""Other forms of a word: those that its language's stemmer brings back to the same stem.

The stemmers are Snowball's (M. F. Porter, https://snowballstem.org), in C. Forms are made from the stem with the endings of
the language and kept where the stemmer agrees, so that a search costs the same however many words are on record, and
"mine" finds "mines", "mined" and "mining", never "minister". Words are folded, as in the index.
"""

from __future__ import annotations

from itertools import product

from onrecord.model.light import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DEFAULT = "en"
# A shorter stem is seldom one ("les" is no form of "leer"), and a shorter word has none.
SHORTEST = 3


def _words(text: str) -> tuple[str, ...]:
    return ("", *text.split())


# The stemmer of a language, and the endings that its nouns, adjectives and verbs take, folded.
_LANGUAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "en": ("english", _words("s es ed d ing e y ies ied")),
    "de": ("german", _words("e en er es em n s t st te ten tet test est ern")),
    "fr": (
        "french",
        _words(
            "e s es x ux er ez ent ons ais ait aient ions iez era erai eras erez eront erait ant ante ants antes "
            "ee ees"
        ),
    ),
    "es": (
        "spanish",
        _words(
            "o a e os as es s ar er ir an en on amos emos imos aba aban ado ada ados adas ido ida idos idas "
            "ando iendo io aron ieron ara aran ia ian"
        ),
    ),
    "it": (
        "italian",
        _words(
            "o a e i hi he are ere ire iamo ate ete ite ano ono ava avano eva iva ato ata ati ate uto uta uti ute "
            "ito ita iti ite ando endo era eranno"
        ),
    ),
    "pt": (
        "portuguese",
        _words(
            "o a e os as es s ar er ir am em amos emos imos ava avam ado ada ados adas ido ida idos idas ando endo "
            "indo ou eu iu aram eram iram ia iam"
        ),
    ),
    "nl": ("dutch", _words("en e s n t de den te ten er ers")),
    "sv": ("swedish", _words("en et er ar or n na s a ade at ad ande t erna arna orna ens ets ers ars")),
    "da": ("danish", _words("en et er e n s ede t r ene erne ernes ens ets ende")),
    "no": ("norwegian", _words("en et er e a n s ede te t r ene ens ets ende")),
    "ru": (
        "russian",
        _words(
            "а я о е ы и й у ю ь ом ем ой ей ам ям ами ями ах ях ов ев ий ии ия ие ию ией ого его ому ему ый ая ое "
            "ые ым ых ыми им их ими ую юю ешь ет ете ут ют ишь ит ите ат ят ть л ла ло ли"
        ),
    ),
}
_OTHER_CODES = {"nb": "no", "nn": "no"}


def language_of(tag: str | None) -> str | None:
    """The language whose endings serve a BCP 47 tag: "de" for "de-AT", the default for None; None where none does."""
    code = (tag or DEFAULT).lower().replace("_", "-").partition("-")[0]
    code = _OTHER_CODES.get(code, code)
    return code if code in _LANGUAGES else None


@cache
def forms(word: str, language: str) -> tuple[str, ...]:
    """The other forms of a folded word in a language of `language_of`, in alphabetical order."""
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    name, endings = _LANGUAGES[language]
    stemmer = _stemmer(name)
    stem: str = stemmer.stemWord(word)
    if len(stem) < SHORTEST:
        return ()
    bases = {stem, word, stem + stem[-1:]}
    if stem[-1:] in ("i", "e", "l"):  # companies, mining, nationaux
        bases.add(stem[:-1])
    made = {base + ending for base, ending in product(bases, endings)} - {word}
    return tuple(sorted(one for one in made if len(one) >= SHORTEST and stemmer.stemWord(one) == stem))


@cache
def _stemmer(name: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(name)
