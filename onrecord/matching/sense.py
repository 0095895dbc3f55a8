"""Whether the sense hangs on words: a negation, a condition, a reservation, or who is said to have said it.

A lexicon, not a parser: it finds too much rather than too little.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from onrecord.matching.lexicon import LANGUAGES, Words, found
from onrecord.text.patterns import lazy

# Contracted in English (don't), elided in French (n'est, qu'aucun) and Italian (nessun'altra).
_NEGATING_PART = lazy(r'n"t\Z|\An"\w|\Aqu"aucun|\Anessun"')
# "Without hesitation" says how somebody spoke, and not that he did not.
_WITHOUT = frozenset(
    "without ohne sans sin senza sem zonder utan uten uden bez без ilman nélkül χωρίς δίχως fără sense بدون دون בלי ללא".split()
)
# A word with a capital, behind another word.
_NAMES = lazy(
    r"(?<=[\w,.] )[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐÉĘĞĢĪİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚΑ-ΩА-ЯЁЂ-ЏҐ][^\W\d_]*[a-zß-ɏα-ώа-џґ][^\W\d_]*"
)
# The month.
_MAY = "may"


def holds_negation(text: str, languages: Sequence[str] = LANGUAGES) -> bool:
    """Whether `text` holds a word of negation in one of the languages."""
    return bool(_negations(Words(text), languages))


def hangs_on(text: str, languages: Sequence[str]) -> tuple[str, ...]:
    """The words of `text` on which the sense of what stands around it may hang, in their order, folded."""
    words = Words(text)
    entries = [*_negations(words, languages), *found("sense", words, languages)]
    if _MAY in entries and re.search(r"\bMay\b", words.printed) and not re.search(r"\bmay\b", words.printed):
        entries.remove(_MAY)
    return tuple(dict.fromkeys(entries))


def is_negated(clause: str, languages: Sequence[str]) -> bool:
    """Whether a reporting clause says that somebody did not say it: "she did not say", but not "she denied"."""
    # Korkmaz is a name, and "fears nothing" in Turkish.
    words = Words(_NAMES.sub(" ", clause))
    negations = set(_negations(words, languages)) - _WITHOUT
    return bool(negations.difference(found("saying", words, languages)))


# Beginnings and ends of words that say the opposite, in the languages of the lexicon; after folding.
_PREFIXES = (
    "un i in im il ir dis non non- mis anti anti- de des dé dés mé mal s ne nie u o ó epä ei- mittel a be na bez bes "
    "не ни без бес ненад α αν α- غير לא אי 不 无 無 非 未 비 불 무 미 tidak tak không vô bất बे अ ना"
).split()
_SUFFIXES = (
    ("less", "ful"),
    ("less", ""),
    ("los", ""),
    ("los", "voll"),
    ("löst", ""),
    ("ton", "llinen"),
    ("siz", "li"),
    ("sız", "lı"),
)
# Two beginnings of the same word that say the opposite of one another: include and exclude, einfahren and ausfahren.
_OPPOSED = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "in/ex im/ex in/de in/out up/down over/under pro/anti pre/post en/dis for/against in/dis ac/de as/de "
        "ein/aus auf/ab auf/zu an/ab zu/ab be/ent über/unter vor/nach op/af in/uit uit/aan in/ut upp/ner på/av ind/ud op/ned "
        "в/вы за/от при/у за/вы під/від sub/sobre wy/w do/od za/od při/od"
    ).split()
)
# Words that say the opposite of one another, by how they begin, whatever they end in.
_ANTONYMS = tuple(
    tuple(pair.split("/"))
    for pair in (
        "open/clos open/shut accept/reject accept/refus support/oppos allow/forbid allow/ban win/lose won/lost buy/sell bought/sold guilty/innocent "
        "true/false alive/dead friend/enem ally/enem love/hat begin/end start/stop remember/forg pass/fail keep/break kept/broke attack/defend "
        "confirm/den admit/den agree/disagr strong/weak safe/danger right/wrong best/worst better/worse victim/perpetrator "
        "öffn/schließ annehm/ablehn kauf/verkauf schuldig/unschuldig wahr/falsch freund/feind gewinn/verlier erlaub/verbiet lieb/hass "
        "ouvr/ferm accept/refus achet/vend coupable/innocent vrai/faux ami/ennemi gagn/perd aim/détest abr/cerr acept/rechaz compr/vend "
        "culpable/inocente amigo/enemigo ganar/perder откр/закр принят/отверг купи/прода виновен/невиновен победи/проигра друг/враг"
    ).split()
)
# The same of whole words.
_PAIRED = tuple(
    pair.split("/")
    for pair in (
        "men/women man/woman boys/girls boy/girl sons/daughters son/daughter husband/wife mother/father "
        "north/south east/west left/right first/last männer/frauen mann/frau jungen/mädchen nord/süd links/rechts "
        "hommes/femmes homme/femme garçons/filles nord/sud gauche/droite hombres/mujeres hombre/mujer niños/niñas "
        "norte/sur izquierda/derecha мужчины/женщины мужчина/женщина север/юг"
    ).split()
)
_LEAST_STEM = 4
_SCOPE = frozenset(
    "all always ever every everyone everybody everything any each most mostly many some few part half entirely completely fully "
    "certainly definitely surely indeed alle immer jeder jede jedes viele einige manche teil ganz völlig sicher bestimmt tous toutes "
    "toujours chaque plusieurs certains partie certainement todos todas siempre cada muchos algunos parte seguramente tutti tutte sempre "
    "ogni molti alcuni certamente sempre muitos alguns certamente altijd iedereen elke veel sommige deel zeker alltid alla varje många "
    "några del säkert alltid hver mange noen nogle helt zawsze wszyscy każdy wielu niektórzy część vždy všichni každý mnoho někteří část "
    "všetci всегда все каждый многие некоторые часть завжди усі кожен багато деякі her herkes daima bütün bazı kısmen aina kaikki jokainen "
    "monet jotkut osa mindig minden mindenki sok néhány mereu toți toate fiecare mulți unii πάντα όλοι κάθε πολλοί μερικοί دائما كل جميع بعض "
    "תמיד כל רוב חלק luôn mọi tất selalu semua setiap sebagian".split()
)
_LITTLE = frozenset(
    "of the a von der die des de la le les du dei di da do van het av och af og på od z из של من".split()
)


def negated_by_affix(first: str, other: str) -> tuple[str, ...]:
    """Of two stretches of which one replaces the other, the words that say the opposite of one another: legal and illegal."""
    here, there = ({word for _, word, _ in Words(text).each} for text in (first, other))
    return tuple(
        sorted(
            {
                word
                for a, b in ((here, there), (there, here))
                for word in a
                for plain in b
                if _opposite(word, plain)
            }
        )
    )


def adds_scope(own: str) -> tuple[str, ...]:
    """The words of a bracket that holds nothing but how often, how many or how much: "[always]", "[part of]"."""
    words = [word for _, word, _ in Words(own).each]
    said = [word for word in words if word in _SCOPE]
    return tuple(said) if said and all(word in _SCOPE or word in _LITTLE for word in words) else ()


def _opposite(word: str, plain: str) -> bool:
    if any(word.startswith(one) and plain.startswith(other) for one, other in _ANTONYMS):
        return True
    if any(word in pair and plain in pair for pair in _PAIRED):
        return word != plain
    short = _LEAST_STEM if word.isascii() else 2
    if len(plain) >= short and word.endswith(plain) and word.removesuffix(plain) in _PREFIXES:
        return True
    same = takewhile(
        lambda letters: letters[0] == letters[1], zip(reversed(word), reversed(plain), strict=False)
    )
    stem = sum(1 for _ in same)
    if stem >= _LEAST_STEM and frozenset([word[:-stem], plain[:-stem]]) in _OPPOSED:
        return True
    return any(
        word.endswith(without)
        and plain.endswith(with_)
        and len(word) - len(without) >= _LEAST_STEM - 1
        and word.removesuffix(without) == plain.removesuffix(with_)
        for without, with_ in _SUFFIXES
    )


def _negations(words: Words, languages: Sequence[str]) -> list[str]:
    contracted = [word for _, word, _ in words.each if _NEGATING_PART.search(word)]
    return [*found("negation", words, languages), *contracted]
