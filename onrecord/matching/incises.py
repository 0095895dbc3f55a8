"""Reporting clauses inside the marks: « Nous, a-t-elle ajouté, paierons », «Мы, — сказала она, — заплатим», —Sí —dijo—.

They begin with their verb, and commas or dashes stand on both sides of them. Not in English, where what stands inside the
marks is the speaker's own.
"""

from collections.abc import Iterator, Sequence

from onrecord.matching.lexicon import Words, lexicon
from onrecord.text.patterns import lazy

_WITH_DASHES = frozenset("es pt pl ru uk hu it ro fr ca el cs tr".split())
_WITH_COMMAS = frozenset("fr ro es it pt de ca nl".split())
_MOST_WORDS = 14
_ARTICLES = frozenset("die das dem ein eine des the il lo gli i o a os as un une una l'".split())
_IN_NAMES = frozenset("de da di del la los van von der den dos du le".split())
# Between commas only what is past is taken for the reporter's: "dice la ley" and "sagt man" are the speaker's own.
_PAST = {
    "es": lazy(r"\w+ó|dijo|dijeron|sostuvo|decía"),
    "it": lazy(
        r"\w+(?:ò|ì)|disse|dissero|rispose|aggiunse|scrisse|chiese|ammise|concluse|sostenne|insistette|diceva|promise"
    ),
    "pt": lazy(r"\w+(?:ou|iu|eu|aram)|disse|disseram|dizia"),
    "ca": lazy(r"deia"),
    "de": lazy(r"\w+ten?|rief|schrieb|sprach|versprach|unterstrich|bekannte"),
    "nl": lazy(r"\w+[dt]e|zei|riep|schreef|vroeg|erkende"),
}

_DASHED = lazy(
    r"[,;.!?…]{0,3}\s*(?:(?<=\s)[—–―-](?=[\s\w])|[—―](?=\w))\s*(?P<clause>[^—–―\n«»“”„\"]{2,160}?)"
    r"[,;.!?…]{0,3}\s*(?:[—–―](?!\w)|(?<=\s)-(?=\s)|(?<=\s)[–—―](?=\s?\w))[,;.:]?\s*"
)
_COMMAED = lazy(r",\s*(?P<clause>[^,;.!?…\n«»“”„\"—–]{3,120}?),\s*")
# In French the pronoun stands behind the verb; the perfect has its auxiliary first.
_INVERTED = lazy(r"(?i)(?:\w+\s+)?\w+-(?:t-)?(?:ils?|elles?|on|je)\b")
# Whom it is said to stands before the verb: "m'a dit", "nous a confié", "me dijo", "ci ha detto".
_TO_WHOM = lazy(
    r"(?i)(?:[mtl]['’]\s?|(?:me|te|nous|vous|lui|leur|le|les|nos|os|mi|ti|ci|vi|gli|lhes?)\s+){1,2}(?=\w)"
)
# The name behind what somebody is: "a promis le maire, Luc Morel,".
_APPOSED = lazy(
    r"(?:(?!\d)\w[\w'’.-]*\s+(?:(?:de|da|di|del|la|los|van|von|der|den|dos|du|le)\s+)*){1,4}(?!\d)\w[\w'’-]*,\s*"
)
_AUXILIARIES = frozenset("a ont avait ha han había habían hanno aveva a-t-il a-t-elle".split())


def incises(text: str, start: int, end: int, languages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Ranges of `text[start:end]` that are such clauses, with the commas and dashes around them, in ascending order."""
    for pattern, known in ((_DASHED, _WITH_DASHES), (_COMMAED, _WITH_COMMAS)):
        own = [language for language in languages if language in known]
        if not own:
            continue
        offset = start
        while match := pattern.search(text, offset, end):
            if _says(match["clause"], own, with_commas=pattern is _COMMAED):
                offset = match.end()
                if pattern is _COMMAED:
                    offset = _behind_name(text, match["clause"], offset, end)
                yield match.start(), offset
            else:
                offset = match.start("clause")


def _behind_name(text: str, clause: str, at: int, end: int) -> int:
    """Behind the name that follows what somebody is; `at` where the clause names them, or no name follows."""
    before, last = ["", *clause.split()][-2:]
    # "a dit Luc Morel" names somebody; "a dit le maire de Plage", "sagte der Bürgermeister" end in a capital as well.
    named = last[:1].isupper() and before.lower() not in _IN_NAMES | _ARTICLES
    apposed = None if named else _APPOSED.match(text, at, end)
    if apposed is None:
        return at
    words = apposed[0].rstrip(", \n").replace("-", " ").split()
    is_name = all(word[:1].isupper() or word in _IN_NAMES for word in words) and words[0][:1].isupper()
    return apposed.end() if is_name else at


def _says(clause: str, languages: Sequence[str], *, with_commas: bool) -> bool:
    clause = _TO_WHOM.sub("", clause.lstrip(), count=1) if _TO_WHOM.match(clause.lstrip()) else clause
    words = Words(clause)
    tokens = [word for _, word, _ in words.each]
    if not tokens or len(tokens) > _MOST_WORDS or clause.lstrip()[:1].isupper():
        return False
    parts = [parts or (word,) for _, word, parts in words.each]
    verbs = frozenset().union(*(lexicon(language)["saying"].words for language in languages))
    first = tokens[0] in verbs or not verbs.isdisjoint(parts[0])
    perfect = (
        len(tokens) > 1 and (tokens[0] in _AUXILIARIES or parts[0][0] in _AUXILIARIES) and tokens[1] in verbs
    )
    if with_commas and "fr" in languages and _INVERTED.match(clause):
        return first or perfect
    if with_commas:
        return perfect or any(
            tokens[0] in lexicon(language)["saying"].words
            and (language not in _PAST or _PAST[language].fullmatch(tokens[0]))
            for language in languages
        )
    # "selon la ministre" is no verb, and may be the speaker's own.
    return (
        first and tokens[0] not in ("selon", "según", "segundo", "według", "potrivit", "secondo")
    ) or perfect
