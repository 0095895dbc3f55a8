"""Which code page with a byte a letter some bytes are in, told by their words: a few names are enough.

A reading is likely where the letters beyond ASCII are those that a language has, the frequent ones more often than the rare
ones (Zipf's law over the letters of each language by frequency), and where words look like words: capitals begin them,
signs do not stand in them, and they mix no scripts. Encodings with several bytes a letter are not told here.
"""

import math
import unicodedata

from onrecord.model.light import cache
from onrecord.model.record import record
from onrecord.text.patterns import lazy

_WORDS = lazy(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
# Words that are looked at, from the beginning.
_SAMPLE = 400
# Beyond ASCII, by language, the frequent ones first; of other scripts all letters.
_LETTERS = {
    "German": "üäößé",
    "French": "éèàêçôîâûùœëï",
    "Spanish": "óáíéñúü",
    "Portuguese": "ãçáéóíêõâúôà",
    "Italian": "èàùòìéî",
    "Catalan": "éàóçèíòúï",
    "Swedish": "äöåé",
    "Danish": "øåæé",
    "Icelandic": "íáðöóþéúæý",
    "Dutch": "ëéïöèü",
    "Polish": "łóążęśćźń",
    "Czech": "íáéěřšýčžůúťďňó",
    "Slovak": "áíýčéžšúľťôňäďóĺŕ",
    "Hungarian": "éáöóőíüúű",
    "Romanian": "ăîșțâşţ",
    "Croatian": "čšžćđ",
    "Turkish": "ıüşğçöâî",
    "Lithuanian": "ėųšžūįčąę",
    "Latvian": "āīēūšļķņģčž",
    "Estonian": "äõüöšž",
    "Russian": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "Ukrainian": "оанивітердслкумпязьгбчйхєжюшїцщфґ",
    "Serbian": "аоиенртсјувкдмлпгзбчшцжњљћђфџх",
    "Bulgarian": "аиоетнрсвлкдпмзяъубгчцжщхшюйфь",
    "Greek": "αοιετσνηυρπκμλςόίάήέώύωδγχθβφξζψϊϋ",
    "Hebrew": "יוהלארתבשמנדעקחפםטסצגכןךזףץ",
    "Arabic": "ايلمونرتبةدهعسقفكحأجشصطخىإزضثذغئءظآؤ",
}
_WESTERN = ("German French Spanish Portuguese Italian Catalan Swedish Danish Icelandic Dutch").split()
_CENTRAL = "Polish Czech Slovak Hungarian Romanian Croatian German".split()
_CYRILLIC = "Russian Ukrainian Serbian Bulgarian".split()
# The code pages, how rare each is against Windows-1252 (log of the odds), and what is written in it.
_PAGES: tuple[tuple[str, float, list[str]], ...] = (
    ("cp1252", 0.0, _WESTERN),
    ("mac-roman", -1.5, _WESTERN),
    ("cp1250", -0.7, _CENTRAL),
    ("iso8859-2", -0.9, _CENTRAL),
    ("cp1254", -0.7, ["Turkish"]),
    ("iso8859-9", -0.9, ["Turkish"]),
    ("iso8859-15", -1.2, [*_WESTERN, "Estonian"]),
    ("cp1257", -0.9, ["Lithuanian", "Latvian", "Estonian"]),
    ("cp1251", -0.5, _CYRILLIC),
    ("koi8-r", -0.8, ["Russian"]),
    ("koi8-u", -1.2, ["Ukrainian"]),
    ("cp866", -1.0, ["Russian"]),
    ("iso8859-5", -1.5, _CYRILLIC),
    ("mac-cyrillic", -1.5, _CYRILLIC),
    ("cp1253", -0.6, ["Greek"]),
    ("iso8859-7", -0.8, ["Greek"]),
    ("cp1255", -0.6, ["Hebrew"]),
    ("cp1256", -0.6, ["Arabic"]),
)
# How rare a language is against the others of its pages, where few know of it.
_RARE = {
    "Estonian": -2.0,
    "Latvian": -1.0,
    "Lithuanian": -0.5,
    "Icelandic": -1.0,
    "Catalan": -0.5,
    "Serbian": -0.5,
}
_LATIN = frozenset((*_WESTERN, *_CENTRAL, "Turkish", "Lithuanian", "Latvian", "Estonian"))
_WITHOUT_CASE = frozenset(("Hebrew", "Arabic"))
# What else stands in texts beside the letters, and within a word: an apostrophe, a hyphen that is not shown, a dot.
_SIGNS = frozenset("“”„‘’‚‹›«»–—…·¡¿§©®°€£ºª№•™½¼¾¹²³´\u00a0\u00ad\u200c\u200d،؛؟")
_INSIDE = frozenset("’·\u00ad\u200c\u200dºª")
# What a letter that no word of the language has counts, and what cannot stand where it stands; logarithms of chances.
_FOREIGN, _BAD = math.log(0.002), math.log(0.000_1)
# A sign, at the edge of a word.
_SIGN = math.log(0.05)
# So much of the words may be odd in the likeliest reading; more, and it is none of these.
_MOST_ODD = 0.15


@record()
class _Reading:
    likelihood: float
    odd: float
    encoding: str
    text: str


def by_letters(data: bytes) -> str | None:
    """The code page that the words of `data` are most likely in; None where it is most likely none of those known here.

    Equally likely ones that read it in another way count as none too.
    """
    words = [match[0] for match in _WORDS.finditer(data)][:_SAMPLE]
    readings = [made for page in _PAGES if words and (made := _read(words, *page)) is not None]
    best = max(
        readings,
        key=lambda reading: (reading.likelihood, reading.odd, reading.encoding, reading.text),
        default=None,
    )
    if best is None or best.odd > _MOST_ODD:
        return None
    rival = max((reading.likelihood for reading in readings if reading.text != best.text), default=-math.inf)
    return best.encoding if best.likelihood - rival > math.log(2) else None


def _read(words: list[bytes], encoding: str, prior: float, languages: list[str]) -> _Reading | None:
    try:
        decoded = [word.decode(encoding) for word in words]
    except UnicodeDecodeError:
        return None
    found = max(_judged(decoded, language) for language in languages)
    return _Reading(prior + found[0], found[1], encoding, "\n".join(decoded))


def _judged(words: list[str], language: str) -> tuple[float, float]:
    """How likely it is that these are words of a language, and how many of them are odd (0 to 1)."""
    likelihood, odd = _RARE.get(language, 0.0), 0
    chances = _chances(language)
    for word in words:
        bad = _bad_places(word, language)
        letters = [one for one in word if not one.isascii() and (one.isalpha() or one in chances)]
        signs = sum(not one.isascii() for one in word) - len(letters)
        likelihood += bad * _BAD + signs * _SIGN + sum(chances.get(letter, _FOREIGN) for letter in letters)
        odd += bad > 0 or any(letter not in chances for letter in letters)
    return likelihood, odd / len(words)


def _bad_places(word: str, language: str) -> int:
    """How many characters cannot stand where they stand."""
    is_latin, bad = language in _LATIN, 0
    beyond = sum(not one.isascii() for one in word)
    chances = _chances(language)
    # A word of Latin letters has some without accents; one of another script has no Latin letter.
    if is_latin and beyond == len(word) > 1 and all(one.isalpha() for one in word):
        bad += beyond
    for place, letter in enumerate(word):
        before = word[place - 1] if place else ""
        if letter.isascii():
            bad += not is_latin and before.isalpha() and not before.isascii()
            bad += is_latin and letter.isupper() and before.islower() and not before.isascii()
        elif not (letter.isalpha() or letter in chances):
            inside = 0 < place < len(word) - 1 and word[place - 1].isalpha() and word[place + 1].isalpha()
            bad += letter not in (_INSIDE if inside else _SIGNS)
        elif language not in _WITHOUT_CASE:
            bad += letter.isupper() and before.islower()
            bad += not is_latin and before.isascii() and before.isalpha()
    # Most words are in small letters, or begin with a capital.
    shout = len(word) > 2 and beyond > 1 and word.isupper() and language not in _WITHOUT_CASE
    return bad + (1 if shout and not is_latin else 0)


@cache
def _chances(language: str) -> dict[str, float]:
    """The logarithm of the chance of each letter, capitals as small ones."""
    letters = _LETTERS[language]
    total = sum(1 / (rank + 1) for rank in range(len(letters)))
    chances = {letter: math.log(1 / (rank + 1) / total) for rank, letter in enumerate(letters)}
    capitals = {one.upper(): chance for one, chance in chances.items() if len(one.upper()) == 1}
    if language == "Turkish":
        capitals["İ"] = chances["ı"]
    return {unicodedata.normalize("NFC", one): chance for one, chance in (capitals | chances).items()}
